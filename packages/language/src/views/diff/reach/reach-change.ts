import type { Assessment, Reach } from '../../../assessment/index.ts';
import { closure, componentsOf, wordsFor } from '../../../assessment/reach-closure.ts';
import { maskOf, search, stepsTo } from '../../../assessment/reach-search.ts';
import type { Lookup } from '../../../model/index.ts';
import { mostPairs, type ReachChange, type ReachDirection, type ReachGroup } from '../model-diff.ts';
import { gravityOf } from './gravity.ts';
import { Gathering } from './gathering.ts';

/**
 * From how many assets paths are searched, and how many groups are reported, so that a change that opens everything is
 * reported in time.
 */
const mostSources = 200;
const mostGroups = 200;

/** A model with its ends under the names of the other side. */
interface Side {
    readonly graph: Reach['graph'];
    readonly name: (id: string) => string;
}

interface Columns {
    readonly ids: readonly string[];
    readonly of: ReadonlyMap<string, number>;
}

/**
 * The reachability of one side, ready for comparison: which component stands behind a column, -1 where the side has no
 * such end.
 */
function prepare(side: Side, columns: Columns) {
    const { graph } = side;
    const components = componentsOf(graph);
    const columnOf = Int32Array.from(graph.ends, id => columns.of.get(side.name(id)) ?? -1);
    const componentOf = new Int32Array(columns.ids.length).fill(-1);
    columnOf.forEach((column, end) => {
        if (column >= 0) componentOf[column] = components.of[end]!;
    });
    return { graph, components, componentOf, columnOf };
}

type Prepared = ReturnType<typeof prepare>;

/** Compares the reach of both sides, a stretch of columns after the other. */
function compare(
    before: Prepared,
    after: Prepared,
    columns: number,
    opened: readonly Gathering[],
    closed: Gathering,
): void {
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
                for (const each of opened) each.add(column, first + word * 32, nowWord & ~oldWord);
                closed.add(column, first + word * 32, oldWord & ~nowWord);
            }
        }
    }
}

/** Shortest paths from one asset to some others. */
function pathsFrom({ graph }: Reach, from: string, targets: readonly string[]): readonly ReachChange[] {
    const found = search(graph.forward, [graph.nodeOf(from)!], maskOf(graph, {}));
    return targets.map(to => {
        const goal = graph.nodeOf(to)!;
        const steps = stepsTo(graph, { ...found, goal, last: found.before[goal]!, by: found.carrier[goal]! });
        return {
            from,
            to,
            path: [from, ...steps.map(step => graph.ends[step.to]!)],
            flows: steps.map(step => {
                const carrier = graph.carriers[step.carrier]!;
                return carrier.kind === 'flow' ? carrier.flow.id : null;
            }),
        };
    });
}

function directionOf(
    { lookup, reach }: Assessment,
    gathering: Gathering,
    idOf: (column: number) => string,
    zones: readonly string[],
): ReachDirection {
    const apart = (group: { readonly fromZone: string; readonly toZone: string }): number =>
        group.fromZone === group.toZone ? 1 : 0;
    const weighed = [...gathering.groups.values()].map(group => ({
        ...group,
        ...gravityOf(lookup, group.fromZone, group.toZone),
    }));
    const groups = weighed.sort((a, b) => apart(a) - apart(b) || b.gravity - a.gravity).slice(0, mostGroups);
    const everything = gathering.total <= mostPairs;
    const wanted = everything ? gathering.first : groups.flatMap(group => [...group.preferred, ...group.examples]);
    const sources = Map.groupBy(wanted, pair => pair.from);
    const byGroup = new Map<string, ReachChange[]>();
    for (const [source, pairs] of [...sources].slice(0, mostSources)) {
        const paths = pathsFrom(
            reach,
            idOf(source),
            pairs.map(pair => idOf(pair.to)),
        );
        paths.forEach((path, index) => {
            const pair = pairs[index]!;
            const key = `${zones[pair.from]} ${zones[pair.to]}`;
            byGroup.set(key, [...(byGroup.get(key) ?? []), path]);
        });
    }
    const reported: ReachGroup[] = [];
    const others: ReachChange[] = [];
    for (const { fromZone, toZone, pairs, kinds, gravity } of groups) {
        const paths = byGroup.get(`${fromZone} ${toZone}`) ?? [];
        const [first, ...rest] = paths;
        if (!first) continue;
        const shortest = rest.reduce((least, path) => (least.path.length <= path.path.length ? least : path), first);
        reported.push({ fromZone, toZone, pairs, kinds, gravity, shortest });
        others.push(...paths.filter(path => path !== shortest));
    }
    reported.sort(
        (a, b) => apart(a) - apart(b) || b.gravity - a.gravity || a.shortest.path.length - b.shortest.path.length,
    );
    return {
        groups: reported,
        pairs: [...reported.map(group => group.shortest), ...others].slice(0, mostPairs),
        total: gathering.total,
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
 * Whether what a new asset reaches, or is reached from, is more than growth: a zone that was not reached from there
 * before. A new zone that is reached is growth, unless something grave comes within reach with it.
 */
function beyondGrowth(
    before: Reach,
    after: Lookup,
    own: ReadonlyMap<string, string>,
): (fromZone: string, toZone: string) => boolean {
    return (fromZone, toZone) => {
        if (fromZone === toZone || !after.zone(fromZone) || !after.zone(toZone)) return false;
        const [from, to] = [own.get(fromZone), own.get(toZone)];
        if (from !== undefined && to !== undefined) return from === to || before.shortestPath(from, to) === null;
        if (from === undefined && to !== undefined) return true;
        return gravityOf(after, fromZone, toZone).gravity > 0;
    };
}

/** Nobody has come to reach anybody, or has ceased to. */
export const nothingReached: ReachDirection = { groups: [], pairs: [], total: 0 };

/** True for two graphs with the same ends and edges, in the same order: then nobody has come to reach anybody. */
function sameEdges(before: Reach['graph'], after: Reach['graph'], oldName: (id: string) => string): boolean {
    const [old, now] = [before.forward, after.forward];
    if (before.nodes !== after.nodes || before.ends.length !== after.ends.length) return false;
    if (old.target.length !== now.target.length) return false;
    if (!before.ends.every((end, index) => oldName(end) === after.ends[index])) return false;
    if (!old.row.every((start, node) => start === now.row[node])) return false;
    const kind = (graph: Reach['graph'], carrier: number): string => (carrier < 0 ? '' : graph.carriers[carrier]!.kind);
    return old.target.every(
        (target, edge) =>
            target === now.target[edge] && kind(before, old.carrier[edge]!) === kind(after, now.carrier[edge]!),
    );
}

/**
 * Which pairs of assets that are on both sides have come to reach each other, and which no longer do; and what new
 * assets reach that nothing reached from there before. Renamed and moved assets are the same assets; what went away
 * closes nothing.
 * @param elements ids before to ids after
 * @param paired the flows of both sides that have a partner
 */
export function reachChanges(
    before: Assessment,
    after: Assessment,
    elements: ReadonlyMap<string, string>,
    paired: ReadonlySet<unknown>,
): { readonly opened: ReachDirection; readonly closed: ReachDirection } {
    const own = new Map<string, string>([...elements].map(([old, now]) => [now, old]));
    const oldName = (id: string): string => elements.get(id) ?? (own.has(id) ? `${id} (before)` : id);
    const ids = [...new Set([...after.reach.graph.ends, ...before.reach.graph.ends.map(oldName)])];
    if (sameEdges(before.reach.graph, after.reach.graph, oldName))
        return { opened: nothingReached, closed: nothingReached };
    const columns: Columns = { ids, of: new Map(ids.map((id, column) => [id, column])) };
    const oldId = (name: string): string => own.get(name) ?? name.replace(/ \(before\)$/, '');
    const loose = { before: looseEnds(before.lookup, paired), after: looseEnds(after.lookup, paired) };
    const zones = {
        before: ids.map(name => zoneNameOf(before.lookup, oldId(name))),
        after: ids.map(name => zoneNameOf(after.lookup, name)),
    };
    const old = prepare({ graph: before.reach.graph, name: oldName }, columns);
    const now = prepare({ graph: after.reach.graph, name: id => id }, columns);
    const kept = ids.map((_, column) => old.componentOf[column]! >= 0 && now.componentOf[column]! >= 0);
    const onBoth = (from: number, to: number): boolean => kept[from]! && kept[to]!;
    const preferred = (column: number): boolean => loose.after.has(ids[column]!);
    const opened = new Gathering(zones.after, preferred, onBoth);
    const grown = new Gathering(zones.after, preferred, (from, to) => !onBoth(from, to));
    // What was moved into another zone is asked there: no path is closed by carrying an asset over.
    const moved = ids.map((_, column) => elements.get(zones.before[column]!) !== zones.after[column]);
    const closed = new Gathering(
        zones.before,
        column => loose.before.has(oldId(ids[column]!)),
        (from, to) => onBoth(from, to) && !moved[from] && !moved[to],
    );
    compare(old, now, ids.length, [opened, grown], closed);
    opened.takeOver(grown, beyondGrowth(before.reach, after.lookup, own));
    return {
        opened: directionOf(after, opened, column => ids[column]!, zones.after),
        closed: directionOf(before, closed, column => oldId(ids[column]!), zones.before),
    };
}
