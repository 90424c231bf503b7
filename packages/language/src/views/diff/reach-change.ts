import { reachOf } from '../../assessment/index.ts';
import { closure, componentsOf, wordsFor } from '../../assessment/reach-closure.ts';
import { maskOf, search, stepsTo } from '../../assessment/reach-search.ts';
import type { Lookup } from '../../model/index.ts';
import { mostPairs, type ReachChange, type ReachDirection, type ReachGroup } from './model-diff.ts';

/** From how many assets paths are searched, so that a change that opens everything is told in time. */
const mostSources = 200;
const sourcesInGroup = 4;
/** How many sources of a group are kept for that, and how many targets of each. */
const someSources = 32;
const mostTargets = 500;

/** A model with its ends under the names of the other side. */
interface Side {
    readonly lookup: Lookup;
    readonly name: (id: string) => string;
}

interface Columns {
    readonly ids: readonly string[];
    readonly of: ReadonlyMap<string, number>;
}

/** The reachability of one side, ready for comparison: which component stands behind a column, -1 where the side has no such end. */
function prepare(side: Side, columns: Columns) {
    const { graph } = reachOf(side.lookup);
    const components = componentsOf(graph);
    const columnOf = Int32Array.from(graph.ends, id => columns.of.get(side.name(id)) ?? -1);
    const componentOf = new Int32Array(columns.ids.length).fill(-1);
    columnOf.forEach((column, end) => {
        if (column >= 0) componentOf[column] = components.of[end]!;
    });
    return { graph, components, componentOf, columnOf };
}

type Prepared = ReturnType<typeof prepare>;

interface Gathered {
    readonly fromZone: string;
    readonly toZone: string;
    pairs: number;
    /** Targets by source, for a few of them. */
    readonly sources: Map<string, string[]>;
}

/** Collects pairs by the zones at their ends. */
class Gathering {
    readonly groups = new Map<string, Gathered>();
    private readonly columns: Columns;
    private readonly zones: readonly string[];
    private readonly preferred: (column: number) => boolean;

    constructor(columns: Columns, zones: readonly string[], preferred: (column: number) => boolean) {
        this.columns = columns;
        this.zones = zones;
        this.preferred = preferred;
    }

    /** Takes the columns of 32 that are in one set of bits and not in another. */
    add(from: number, first: number, bits: number): void {
        for (let left = bits; left !== 0; left &= left - 1) {
            const to = first + 31 - Math.clz32(left & -left);
            if (to !== from) this.pair(from, to);
        }
    }

    private pair(from: number, to: number): void {
        const [fromZone, toZone] = [this.zones[from]!, this.zones[to]!];
        const key = `${fromZone} ${toZone}`;
        let group = this.groups.get(key);
        if (!group) this.groups.set(key, group = { fromZone, toZone, pairs: 0, sources: new Map() });
        group.pairs++;
        const { sources } = group;
        const id = this.columns.ids[from]!;
        const targets = sources.get(id);
        if (targets) {
            if (targets.length < mostTargets) targets.push(this.columns.ids[to]!);
        } else if (sources.size < someSources || (sources.size < mostSources && this.preferred(from))) {
            sources.set(id, [this.columns.ids[to]!]);
        }
    }
}

/** Compares the reach of both sides, a stretch of columns after the other. */
function compare(before: Prepared, after: Prepared, columns: number, opened: Gathering, closed: Gathering): void {
    const words = wordsFor(Math.max(before.components.count, after.components.count), columns);
    const old = closure(before.graph, before.components, end => before.columnOf[end]!, words);
    const now = closure(after.graph, after.components, end => after.columnOf[end]!, words);
    for (let first = 0; first < columns; first += words * 32) {
        const [oldBits, nowBits] = [old(first), now(first)];
        for (let column = 0; column < columns; column++) {
            const [oldRow, nowRow] = [before.componentOf[column]! * words, after.componentOf[column]! * words];
            for (let word = 0; word < words; word++) {
                const oldWord = oldRow < 0 ? 0 : oldBits[oldRow + word]!;
                const nowWord = nowRow < 0 ? 0 : nowBits[nowRow + word]!;
                if (oldWord === nowWord) continue;
                opened.add(column, first + word * 32, nowWord & ~oldWord);
                closed.add(column, first + word * 32, oldWord & ~nowWord);
            }
        }
    }
}

/** Shortest paths from one asset to some others. */
function pathsFrom(lookup: Lookup, from: string, targets: readonly string[]): readonly ReachChange[] {
    const { graph } = reachOf(lookup);
    const found = search(graph, graph.forward, [graph.nodeOf(from)!], maskOf(graph, {}));
    return targets.flatMap(to => {
        const goal = graph.nodeOf(to);
        if (goal === undefined || found.distance[goal]! < 1) return [];
        const steps = stepsTo(graph, { ...found, goal, last: found.before[goal]!, by: found.carrier[goal]! });
        return [{
            from, to,
            path: [from, ...steps.map(step => graph.ends[step.to]!)],
            flows: steps.map(step => {
                const carrier = graph.carriers[step.carrier]!;
                return carrier.kind === 'flow' ? carrier.flow.id : null;
            }),
        }];
    });
}

function tell(lookup: Lookup, groups: readonly Gathered[], idOf: (name: string) => string, preferred: ReadonlySet<string>): ReachDirection {
    const crossing = (group: Gathered): number => (group.fromZone === group.toZone ? 1 : 0);
    const ordered = [...groups].sort((a, b) => crossing(a) - crossing(b));
    const everySource = new Set(ordered.flatMap(group => [...group.sources.keys()])).size <= mostSources;
    const told: ReachGroup[] = [];
    const shortest: ReachChange[] = [];
    const others: ReachChange[] = [];
    const searched = new Map<string, readonly ReachChange[]>();
    const lookFrom = (source: string): void => {
        const targets = ordered.flatMap(group => group.sources.get(source) ?? []);
        searched.set(source, pathsFrom(lookup, idOf(source), targets.map(idOf)));
    };
    for (const group of ordered) {
        const sources = [...group.sources.keys()].sort((a, b) => Number(preferred.has(idOf(b))) - Number(preferred.has(idOf(a))));
        const used = everySource ? sources : sources.slice(0, sourcesInGroup);
        for (const source of used) if (!searched.has(source)) lookFrom(source);
        const paths = used.flatMap(source => {
            const wanted = new Set(group.sources.get(source)!.map(idOf));
            return searched.get(source)!.filter(path => wanted.has(path.to));
        });
        const best = paths.reduce<ReachChange | null>((least, path) => (least && least.path.length <= path.path.length ? least : path), null);
        if (!best) continue;
        told.push({ fromZone: group.fromZone, toZone: group.toZone, pairs: group.pairs, shortest: best });
        shortest.push(best);
        others.push(...paths.filter(path => path !== best));
    }
    return {
        groups: told,
        pairs: [...shortest, ...others].slice(0, mostPairs),
        total: groups.reduce((sum, group) => sum + group.pairs, 0),
    };
}

function zoneNameOf(lookup: Lookup, id: string): string {
    return lookup.zoneOf(id)?.id ?? lookup.asset(id)?.container ?? id;
}

/** The ends of the flows of a model that have no partner on the other side: the likely ends of a path that is new. */
function looseEnds(lookup: Lookup, paired: ReadonlySet<unknown>): ReadonlySet<string> {
    return new Set(lookup.model.flows.filter(flow => !paired.has(flow)).flatMap(flow => [flow.from.id, flow.to.id]));
}

/**
 * Which pairs of assets have come to reach each other, and which no longer do. Renamed and moved assets are the same assets.
 * @param elements ids before to ids after
 * @param paired the flows of both sides that have a partner
 */
export function reachChanges(
    before: Lookup, after: Lookup, elements: ReadonlyMap<string, string>, paired: ReadonlySet<unknown>,
): { readonly opened: ReachDirection; readonly closed: ReachDirection } {
    const own = new Map<string, string>([...elements].map(([old, now]) => [now, old]));
    const oldName = (id: string): string => elements.get(id) ?? (own.has(id) ? `${id} (before)` : id);
    const ids = [...new Set([...reachOf(after).graph.ends, ...reachOf(before).graph.ends.map(oldName)])];
    const columns: Columns = { ids, of: new Map(ids.map((id, column) => [id, column])) };
    const oldId = (name: string): string => own.get(name) ?? name.replace(/ \(before\)$/, '');
    const loose = { before: looseEnds(before, paired), after: looseEnds(after, paired) };
    const opened = new Gathering(columns, ids.map(name => zoneNameOf(after, name)), column => loose.after.has(ids[column]!));
    const closed = new Gathering(columns, ids.map(name => zoneNameOf(before, oldId(name))), column => loose.before.has(oldId(ids[column]!)));
    const old = prepare({ lookup: before, name: oldName }, columns);
    const now = prepare({ lookup: after, name: id => id }, columns);
    compare(old, now, ids.length, opened, closed);
    return {
        opened: tell(after, [...opened.groups.values()], name => name, loose.after),
        closed: tell(before, [...closed.groups.values()], oldId, loose.before),
    };
}
