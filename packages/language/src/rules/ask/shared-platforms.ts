import { capabilityOfAsset } from '../../assessment/capability.ts';
import type { Asset, Lookup, Zone } from '../../model/index.ts';
import { highest, silent } from '../../model/index.ts';
import type { Context } from '../engine/rule.ts';
import { legsOf } from './legs.ts';
import { shortfallText } from './shortfall.ts';

/** Platforms that are as trusted as everything on them, wherever they stand. */
const platforms: readonly string[] = [
    'switch',
    'hypervisor',
    'virtualisation-manager',
    'container-host',
    'storage-system',
    'domain-controller',
    'authentication-server',
    'certificate-authority',
    'backup-server',
    'patch-server',
    'antivirus-server',
    'network-management-server',
];

/** A zone that a platform serves, and what the platform lacks for it. */
export interface PlatformShortfall {
    readonly zone: Zone;
    readonly text: string;
}

/**
 * The zones in which the asset has a leg, less those of conduits whose boundary it enforces: what it lacks there is
 * reported of the conduit.
 */
function servedZones(lookup: Lookup, asset: Asset): readonly Zone[] {
    const enforced = new Set(lookup.boundariesOf(asset.id).flatMap(conduit => conduit.between.map(end => end.id)));
    return legsOf(lookup, asset)
        .filter(id => !enforced.has(id))
        .flatMap(id => lookup.zone(id) ?? []);
}

/** What the product is capable of, where that is known, against each zone that it serves. */
function incapable({ lookup, assessment }: Context, asset: Asset): PlatformShortfall | null {
    const able = capabilityOfAsset(lookup, asset);
    for (const zone of servedZones(lookup, asset)) {
        const target = assessment.of(zone.id)?.slT ?? silent;
        const short = target.flatMap((level, fr) => {
            const capable = able[fr] ?? null;
            return level !== null && capable !== null && capable < level ? [{ fr, have: capable, want: level }] : [];
        });
        if (short.length > 0) return { zone, text: `its SL-C is too low: ${shortfallText(short)}` };
    }
    return null;
}

/** Where nothing is known of the product: the zone in which it stands, and by whose countermeasures it is protected. */
function badlyPlaced({ lookup, assessment }: Context, asset: Asset): PlatformShortfall | null {
    const home = lookup.zone(asset.container);
    if (!home || !lookup.isA(asset, ...platforms)) return null;
    const own = highest(assessment.of(home.id)?.slT ?? silent) ?? 0;
    for (const { id } of asset.serves) {
        const zone = lookup.zone(id);
        const target = highest(assessment.of(id)?.slT ?? silent);
        if (zone && target !== null && target > own)
            return {
                zone,
                text: `it is in ${home.id} with SL-T ${own === 0 ? 'none' : own}, below SL-T ${target}`,
            };
    }
    return null;
}

/** True where it is not said what the product is capable of in all that one of the zones asks for. */
export function isCapabilityUnsaid({ lookup, assessment }: Context, asset: Asset, zones: readonly string[]): boolean {
    const able = capabilityOfAsset(lookup, asset);
    if (able.every(level => level === null)) return true;
    return zones.some(id =>
        (assessment.of(id)?.slT ?? silent).some((level, fr) => level !== null && able[fr] === null),
    );
}

/** What an asset that several zones share lacks for one of them; `null` where nothing is known to be lacking. */
export function platformShortfall(context: Context, asset: Asset): PlatformShortfall | null {
    if (asset.serves.length === 0) return null;
    const short = incapable(context, asset);
    return short ?? (context.lookup.boundariesOf(asset.id).length > 0 ? null : badlyPlaced(context, asset));
}
