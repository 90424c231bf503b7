import type { Asset, Conduit, Lookup } from '../../model/index.ts';

/** Two zones in which one device has a leg. */
export type Pair = readonly [string, string];

/** The ids of the zones in which the asset has a leg: the one in which it stands, and those that it serves. */
export function legsOf(lookup: Lookup, asset: Asset): readonly string[] {
    const own = lookup.zone(asset.container) ? [asset.container] : [];
    return [...new Set([...own, ...asset.serves.map(zone => zone.id)])];
}

/** Every two zones in which the asset has a leg. */
export function pairsOf(lookup: Lookup, asset: Asset): readonly Pair[] {
    const legs = legsOf(lookup, asset);
    return legs.flatMap((one, index) => legs.slice(index + 1).map((other): Pair => [one, other]));
}

/** The conduits for which the asset works: in which it stands, and whose boundary it enforces. */
export function conduitsFor(lookup: Lookup, asset: Asset): readonly Conduit[] {
    const own = lookup.conduit(asset.container);
    return [...lookup.boundariesOf(asset.id), ...(own ? [own] : [])];
}
