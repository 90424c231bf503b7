import { fittingConduits } from '../../assessment/index.ts';
import type { Asset, Conduit, Lookup } from '../../model/index.ts';
import type { Pair } from './legs.ts';
import { conduitsFor, pairsOf } from './legs.ts';
import { sideOf } from './sides.ts';

/** Platforms whose zones meet inside of them; another rule asks what they are fit for. */
const platforms: readonly string[] = ['network-device', 'hypervisor', 'virtualisation-manager', 'container-host', 'storage-system', 'ups', 'pdu'];

/** Two zones that an asset joins, and the conduit with boundary devices that joins them too. */
export interface Bypass {
    readonly pair: Pair;
    readonly conduit: Conduit;
}

/** The conduits whose boundary devices an asset goes round, because it has a leg on both sides. */
export function bypassesOf(lookup: Lookup, asset: Asset): readonly Bypass[] {
    if (asset.serves.length === 0 || lookup.isA(asset, ...platforms)) return [];
    const own = new Set(conduitsFor(lookup, asset));
    return pairsOf(lookup, asset).flatMap(pair => {
        const joining = fittingConduits(lookup, ...pair);
        const guarded = joining.find(conduit => conduit.via.length > 0);
        return guarded && !joining.some(conduit => own.has(conduit)) ? [{ pair, conduit: guarded }] : [];
    });
}

/** True where the asset joins the plant with the office or the world outside. */
export function joinsOffice(lookup: Lookup, { pair: [one, other] }: Bypass): boolean {
    const sides = [sideOf(lookup, one), sideOf(lookup, other)];
    return sides.includes('ot') && (sides.includes('it') || sides.includes('outside'));
}
