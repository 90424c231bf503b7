import { carriesOnly } from '../../assessment/index.ts';
import type { Asset, Conduit, Lookup } from '../../model/index.ts';

/** Two zones in which one device has a leg. */
export type Pair = readonly [string, string];

/** The ids of the zones in which the asset has a leg: the one in which it stands, and those that it serves. */
export function legsOf(lookup: Lookup, asset: Asset): readonly string[] {
    const own = lookup.zone(asset.container) ? [asset.container] : [];
    return [...new Set([...own, ...asset.serves.map(zone => zone.id)])];
}

/** True where another device after the `via` of a conduit says that it has a leg at one of its ends. */
function isHeldByOther(lookup: Lookup, asset: Asset, { via }: Conduit, end: string): boolean {
    return via.some(({ id }) => {
        const other = id === asset.id ? undefined : lookup.asset(id);
        if (!other) return false;
        const legs = [
            ...legsOf(lookup, other),
            ...other.faces.map(({ zone }) => zone.id),
            ...other.addresses.flatMap(({ zone }) => zone?.id ?? []),
        ];
        return legs.some(leg => lookup.within(leg, end) || lookup.within(end, leg));
    });
}

/**
 * The ends of the conduits for which a network device works, where it does not say which leg is the one on that side:
 * it cannot enforce a boundary without an interface there. Of two devices in a row each has the interface on its side.
 */
function impliedLegs(lookup: Lookup, asset: Asset, said: readonly string[]): readonly string[] {
    if (!carriesOnly(lookup, asset)) return [];
    const isSaid = (end: string): boolean => said.some(leg => lookup.within(leg, end) || lookup.within(end, leg));
    const ends = conduitsFor(lookup, asset).flatMap(conduit =>
        conduit.between.map(({ id }) => id).filter(end => !isHeldByOther(lookup, asset, conduit, end)),
    );
    return [...new Set(ends)].filter(end => !isSaid(end));
}

/** Every two zones in which the asset has a leg, also where only its conduits say so. */
export function pairsOf(lookup: Lookup, asset: Asset): readonly Pair[] {
    const said = legsOf(lookup, asset);
    const legs = [...said, ...impliedLegs(lookup, asset, said)];
    return legs.flatMap((one, index) => legs.slice(index + 1).map((other): Pair => [one, other]));
}

/** The conduits for which the asset works: in which it stands, and whose boundary it enforces. */
export function conduitsFor(lookup: Lookup, asset: Asset): readonly Conduit[] {
    const own = lookup.conduit(asset.container);
    return [...lookup.boundariesOf(asset.id), ...(own ? [own] : [])];
}
