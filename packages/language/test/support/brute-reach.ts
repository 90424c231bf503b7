import type { Lookup } from '../../src/model/index.ts';

/** Who reaches whom in one hop, straight from the definition of a path: every pair of assets written out. */
export function bruteHops(lookup: Lookup): ReadonlyMap<string, ReadonlySet<string>> {
    const { model } = lookup;
    const zonesAround = (zone: string): string[] => lookup.chain(zone).map(each => each.id);
    const located = (zone: string): string[] => {
        const assets = model.assets.filter(asset => zonesAround(asset.container).includes(zone)).map(asset => asset.id);
        const empty = model.zones.filter(each => zonesAround(each.id).includes(zone)
            && !model.assets.some(asset => zonesAround(asset.container).includes(each.id)));
        return [...assets, ...empty.map(each => each.id)];
    };
    const network = (id: string): boolean => lookup.componentTypeOf(lookup.asset(id)!) === 'network-device';
    const serving = (zone: string): string[] =>
        model.assets.filter(asset => asset.serves.some(served => zonesAround(served.id).includes(zone))).map(asset => asset.id);
    const meant = (end: string): string[] => (lookup.zone(end) ? [...new Set([...located(end), ...serving(end)])] : [end]);
    const hops = new Map<string, Set<string>>();
    const add = (from: string, to: string): void => {
        if (from !== to) hops.set(from, (hops.get(from) ?? new Set()).add(to));
    };
    for (const flow of model.flows) {
        for (const from of meant(flow.from.id)) {
            for (const to of meant(flow.to.id)) {
                add(from, to);
                if (flow.arrow !== '->') add(to, from);
            }
        }
    }
    for (const asset of model.assets) {
        if (network(asset.id)) continue;
        for (const zone of asset.serves) {
            for (const other of [...located(zone.id), ...serving(zone.id).filter(id => !network(id))]) {
                add(asset.id, other);
                add(other, asset.id);
            }
        }
    }
    return hops;
}

/** Hops from the nearest start, for everything that is reached. */
export function bruteDistances(hops: ReadonlyMap<string, ReadonlySet<string>>, starts: readonly string[]): ReadonlyMap<string, number> {
    const found = new Map(starts.map(start => [start, 0]));
    for (const [node, distance] of found) for (const next of hops.get(node) ?? []) if (!found.has(next)) found.set(next, distance + 1);
    return found;
}
