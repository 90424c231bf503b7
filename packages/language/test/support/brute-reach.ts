import type { Clause, Exception, Flow, Invariant, Lookup } from '../../src/model/index.ts';

export type Hops = ReadonlyMap<string, ReadonlySet<string>>;

export interface BruteOptions {
    readonly lateral?: boolean;
    /** Sessions that do not count. */
    readonly skip?: (flow: Flow, backward: boolean) => boolean;
}

/** The ids of a zone and of those around it. */
function around(lookup: Lookup, zone: string | undefined): string[] {
    const found: string[] = [];
    for (let at = zone; at !== undefined && lookup.zone(at); at = lookup.zone(at)!.parent ?? undefined) found.push(at);
    return found;
}

/** What lies in a zone: its assets and those of nested zones, and zones that hold none; an asset itself. */
export function bruteLocated(lookup: Lookup, id: string): string[] {
    if (!lookup.zone(id)) return [id];
    const { assets, zones } = lookup.model;
    const empty = zones.filter(each => around(lookup, each.id).includes(id) && !assets.some(asset => around(lookup, asset.container).includes(each.id)));
    return [...assets.filter(asset => around(lookup, asset.container).includes(id)).map(asset => asset.id), ...empty.map(each => each.id)];
}

function serving(lookup: Lookup, zone: string): string[] {
    return lookup.model.assets.filter(asset => asset.serves.some(served => around(lookup, served.id).includes(zone))).map(asset => asset.id);
}

/** What an end stands for: a zone for all that lies in it or serves it, an asset for itself. */
export function bruteMeant(lookup: Lookup, end: string): string[] {
    return lookup.zone(end) ? [...new Set([...bruteLocated(lookup, end), ...serving(lookup, end)])] : [end];
}

const isDiode = (lookup: Lookup, id: string): boolean => lookup.asset(id) !== undefined && lookup.isA(lookup.asset(id)!, 'diode');

/** On which side of a direction an end lies: 0 where data comes from, 1 where it goes to, -1 on none. */
function side(lookup: Lookup, id: string, direction: readonly [string, string]): -1 | 0 | 1 {
    const asset = lookup.asset(id);
    const homes = asset && !lookup.zone(asset.container) ? asset.serves.map(served => served.id) : [asset ? asset.container : id];
    const [first, second] = direction.map(zone => homes.some(home => around(lookup, home).includes(zone)));
    if (!first || !second) return first ? 0 : second ? 1 : -1;
    if (around(lookup, direction[1]).includes(direction[0])) return 1;
    return around(lookup, direction[0]).includes(direction[1]) ? 0 : -1;
}

/** The direction of a conduit: as written, or for one with a diode that its one-way flows agree on. */
function directionOf(lookup: Lookup, container: string | null): readonly [string, string] | null {
    const conduit = container === null ? undefined : lookup.conduit(container);
    if (!conduit) return null;
    if (conduit.oneWay) return [conduit.oneWay.from.id, conduit.oneWay.to.id];
    const [first, second, third] = conduit.between.map(end => end.id);
    if (!first || !second || third || !conduit.via.some(device => isDiode(lookup, device.id))) return null;
    const ways = lookup.model.flows.filter(flow => flow.container === conduit.id && flow.arrow === '->')
        .map(flow => `${side(lookup, flow.from.id, [first, second])} ${side(lookup, flow.to.id, [first, second])}`);
    const [there, back] = [ways.includes('0 1'), ways.includes('1 0')];
    return there === back ? null : there ? [first, second] : [second, first];
}

/** Who reaches whom in one hop, straight from the definition of a path: every pair of assets written out. */
export function bruteHops(lookup: Lookup, { lateral = false, skip = () => false }: BruteOptions = {}): Hops {
    const { model } = lookup;
    const hops = new Map<string, Set<string>>();
    const add = (from: string, to: string): void => {
        if (from !== to) hops.set(from, (hops.get(from) ?? new Set()).add(to));
    };
    for (const flow of model.flows) {
        const direction = directionOf(lookup, flow.container);
        for (const backward of flow.arrow === '->' ? [false] : [false, true]) {
            const [from, to] = backward ? [flow.to.id, flow.from.id] : [flow.from.id, flow.to.id];
            const against = direction !== null && side(lookup, to, direction) === 0 && (side(lookup, from, direction) === 1 || isDiode(lookup, from));
            if (against || skip(flow, backward)) continue;
            for (const one of bruteMeant(lookup, from)) for (const other of bruteMeant(lookup, to)) add(one, other);
        }
    }
    const network = (id: string): boolean => lookup.componentTypeOf(lookup.asset(id)!) === 'network-device';
    for (const asset of model.assets.filter(each => !network(each.id))) {
        for (const zone of asset.serves) {
            for (const other of [...bruteLocated(lookup, zone.id), ...serving(lookup, zone.id).filter(id => !network(id))]) {
                add(asset.id, other);
                add(other, asset.id);
            }
        }
    }
    if (lateral) {
        for (const one of model.assets) {
            for (const other of model.assets) if (one.container === other.container && lookup.zone(one.container)) add(one.id, other.id);
        }
    }
    return hops;
}

/** Hops from the nearest start, for everything that is reached. */
export function bruteDistances(hops: Hops, starts: readonly string[], without: readonly string[] = []): ReadonlyMap<string, number> {
    const found = new Map(starts.filter(start => !without.includes(start)).map(start => [start, 0]));
    for (const [node, distance] of found) {
        for (const next of hops.get(node) ?? []) if (!found.has(next) && !without.includes(next)) found.set(next, distance + 1);
    }
    return found;
}

/** The ends at which a path may begin and end: where one lies in the other, only what lies outside of it. */
export function bruteEnds(lookup: Lookup, from: string, to: string): readonly [readonly string[], readonly string[]] {
    const inside = (inner: string, outer: string): boolean =>
        inner !== outer && around(lookup, lookup.zone(inner) ? inner : lookup.asset(inner)!.container).includes(outer);
    const [starts, goals] = [bruteMeant(lookup, from), bruteMeant(lookup, to)];
    if (inside(to, from)) return [starts.filter(each => !bruteLocated(lookup, to).includes(each)), goals];
    if (inside(from, to)) return [starts, goals.filter(each => !bruteLocated(lookup, from).includes(each))];
    return [starts, goals];
}

/** Every path that meets nothing twice, begins at its last start and ends at its first goal. */
export function brutePaths(lookup: Lookup, hops: Hops, from: string, to: string, without: readonly string[] = []): string[] {
    const [starts, goals] = bruteEnds(lookup, from, to);
    const found: string[] = [];
    const walk = (path: readonly string[]): void => {
        for (const next of hops.get(path.at(-1)!) ?? []) {
            if (path.includes(next) || without.includes(next)) continue;
            if (goals.includes(next)) found.push([...path, next].join(' '));
            else if (!starts.includes(next)) walk([...path, next]);
        }
    };
    for (const start of starts) if (!without.includes(start)) walk([start]);
    return found;
}

function excepts(lookup: Lookup, exception: Exception, flow: Flow, backward: boolean): boolean {
    const named = exception.protocols.map(protocol => protocol.id);
    const known = flow.protocols.map(protocol => protocol.id);
    if (named.length > 0 && (known.length === 0 || known.some(protocol => !named.includes(protocol)))) return false;
    const covers = (end: string, other: string): boolean => end === other
        || (lookup.zone(end) !== undefined && (lookup.zone(other) ? around(lookup, other).includes(end) : bruteMeant(lookup, end).includes(other)));
    const [first, second] = backward ? [flow.to.id, flow.from.id] : [flow.from.id, flow.to.id];
    return (covers(exception.from.id, first) && covers(exception.to.id, second))
        || (exception.arrow !== '->' && covers(exception.from.id, second) && covers(exception.to.id, first));
}

/** Whether a clause holds, by listing every path. */
export function bruteHolds(lookup: Lookup, { exceptions }: Invariant, { from, to, through }: Clause, today: string): boolean {
    const valid = exceptions.filter(exception => exception.until === null || exception.until.date >= today);
    const over = (flow: Flow): boolean => through !== null && lookup.conduit(flow.container ?? '')?.via.some(device => device.id === through.id) === true;
    const skip = (flow: Flow, backward: boolean): boolean => over(flow) || valid.some(exception => excepts(lookup, exception, flow, backward));
    return brutePaths(lookup, bruteHops(lookup, { skip }), from.id, to.id, through ? bruteLocated(lookup, through.id) : []).length === 0;
}
