import type { Asset, Lookup, Mention } from '../../model/index.ts';

/** The outermost zone around an asset: what stays together when the boundaries are closed. */
function islandOf(lookup: Lookup, asset: Asset): string | null {
    return lookup.chain(asset.container).at(-1)?.id ?? null;
}

function isInside(lookup: Lookup, asset: Asset, island: string): boolean {
    if (islandOf(lookup, asset) === island) return true;
    const conduit = lookup.conduit(asset.container);
    const legs = [...asset.serves, ...(conduit?.between ?? [])];
    return legs.some(zone => lookup.within(zone.id, island));
}

/** A need that leaves the island, and the essential asset that ends up without it. */
export interface Need {
    readonly essential: Asset;
    readonly asset: Asset;
    readonly mention: Mention;
    readonly service: Asset;
    /** What else would do in its place: nothing of it is inside either. */
    readonly others: readonly Asset[];
}

/**
 * Follows what an essential asset needs, and what that needs in turn, until a need leaves the island.
 * @param said the needs that are left out, to which those that are found are added
 */
export function needsOutside(lookup: Lookup, essential: Asset, said: Set<Mention>): readonly Need[] {
    const island = islandOf(lookup, essential);
    if (island === null) return [];
    const found: Need[] = [];
    const seen = new Set([essential]);
    for (const asset of seen) {
        for (const mention of asset.needs) {
            const service = lookup.asset(mention.id);
            if (!service) continue;
            if (isInside(lookup, service, island)) seen.add(service);
            else if (!said.has(mention)) {
                said.add(mention);
                found.push({ essential, asset, mention, service, others: [] });
            }
        }
        for (const { any, unread } of asset.needsOneOf) {
            const services = any.map(({ id }) => lookup.asset(id)).filter(each => each !== undefined);
            const [mention] = any;
            const isOpen =
                unread || services.length < any.length || services.some(each => isInside(lookup, each, island));
            if (!mention || isOpen || said.has(mention)) continue;
            said.add(mention);
            found.push({ essential, asset, mention, service: services[0]!, others: services.slice(1) });
        }
    }
    return found;
}
