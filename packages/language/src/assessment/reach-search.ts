import type { Flow } from '../model/index.ts';
import type { ReachGraph, Rows } from './reach-graph.ts';

/** What a search may use. */
export interface SearchOptions {
    /** Ids of assets (and of zones without assets) that a path may not touch, its ends included. */
    readonly without?: ReadonlySet<string>;
    /** Flows that do not count, such as those that an invariant excepts; asked for each direction. */
    readonly except?: ((flow: Flow, backward: boolean) => boolean) | undefined;
    /** Legs of assets that do not count, such as those that a cut takes away. */
    readonly unplugged?: (server: string, zone: string) => boolean;
    /** Count movement between the assets of one zone without a flow. */
    readonly lateral?: boolean;
}

/** Which nodes and carriers a search leaves out, worked out once. */
export interface Mask {
    closed(node: number): boolean;
    counts(carrier: number): boolean;
}

/** Turns options into quick answers by number. */
export function maskOf(graph: ReachGraph, options: SearchOptions): Mask {
    const closed = new Set<number>();
    for (const id of options.without ?? []) {
        const node = graph.nodeOf(id);
        if (node !== undefined) closed.add(node);
    }
    return {
        closed: node => closed.has(node),
        counts: index => {
            const carrier = graph.carriers[index]!;
            if (carrier.kind === 'lateral') return options.lateral === true;
            if (carrier.kind === 'presence') return !options.unplugged?.(carrier.server, carrier.zone);
            return !options.except?.(carrier.flow, carrier.backward);
        },
    };
}

/** What a breadth-first search learnt: hops from the nearest start, and how it got there. -1 where it did not come. */
export interface Search {
    readonly distance: Int32Array;
    readonly before: Int32Array;
    readonly carrier: Int32Array;
    /** The goal that was reached with the fewest hops; -1 for none. Its last step is `last` by `by`. */
    readonly goal: number;
    readonly last: number;
    readonly by: number;
}

/**
 * What a search writes into. Where one search follows another they can share it, as long as nobody reads what the one
 * before has found. Twelve bytes a node for each search would be garbage outside of V8's heap, which it collects late:
 * of 500 searches among 100,000 assets, 300 MB at the peak.
 */
export class Room {
    readonly distance: Int32Array;
    readonly before: Int32Array;
    readonly carrier: Int32Array;
    private reached: number[] = [];

    /** @param nodes of the graph */
    constructor(nodes: number) {
        this.distance = new Int32Array(nodes).fill(-1);
        this.before = new Int32Array(nodes).fill(-1);
        this.carrier = new Int32Array(nodes).fill(-1);
    }

    /** Notes that a search came to a node for the first time. */
    reach(node: number): void {
        this.reached.push(node);
    }

    /** Forgets the last search, in as much time as it has reached nodes. */
    clear(): void {
        for (const node of this.reached) {
            this.distance[node] = -1;
            this.before[node] = -1;
            this.carrier[node] = -1;
        }
        this.reached = [];
    }
}

/**
 * Breadth-first search in which belonging to a zone costs nothing and every carrier one hop; linear in the graph.
 * @param goals stops at the nearest of these, none of which is a start; without it everything reachable is visited
 * @param room cleared first; the answer is good until it is used again
 */
export function search(
    rows: Rows,
    starts: Iterable<number>,
    mask: Mask,
    goals?: ReadonlySet<number>,
    room: Room = new Room(rows.row.length - 1),
): Search {
    room.clear();
    const { distance, before, carrier } = room;
    let best = Infinity;
    let goal = -1;
    let last = -1;
    let by = -1;
    let level: number[] = [];
    for (const start of starts) {
        if (distance[start] !== -1 || mask.closed(start)) continue;
        distance[start] = 0;
        room.reach(start);
        level.push(start);
    }
    for (let depth = 0; level.length > 0 && depth < best; depth++) {
        const next: number[] = [];
        for (let index = 0; index < level.length; index++) {
            const node = level[index]!;
            if (distance[node] !== depth) continue;
            for (let edge = rows.row[node]!; edge < rows.row[node + 1]!; edge++) {
                const step = rows.carrier[edge]!;
                const to = rows.target[edge]!;
                if (mask.closed(to) || (step >= 0 && !mask.counts(step))) continue;
                const length = step < 0 ? depth : depth + 1;
                if (goals?.has(to) && length < best) {
                    [best, goal, last, by] = [length, to, node, step];
                }
                if (distance[to] === -1) room.reach(to);
                else if (distance[to]! <= length) continue;
                distance[to] = length;
                before[to] = node;
                carrier[to] = step;
                (step < 0 ? level : next).push(to);
            }
        }
        level = next;
    }
    return { distance, before, carrier, goal, last, by };
}

/** One hop between two ends by number. */
export interface Step {
    readonly from: number;
    readonly to: number;
    readonly carrier: number;
}

/**
 * The steps from an end to the nearest start of a search against the arrows, in order.
 * @param found the answer of a search in the reverse graph
 */
export function stepsBack(graph: ReachGraph, found: Search, end: number): Step[] {
    const steps: Step[] = [];
    for (let from = end; found.distance[from]! > 0;) {
        let [by, to] = [found.carrier[from]!, found.before[from]!];
        while (to >= graph.ends.length) {
            if (found.carrier[to]! >= 0) by = found.carrier[to]!;
            to = found.before[to]!;
        }
        steps.push({ from, to, carrier: by });
        from = to;
    }
    return steps;
}

/** The steps that a search took to its goal, in order. */
export function stepsTo(graph: ReachGraph, found: Search): Step[] {
    const steps: Step[] = [];
    let to = found.goal;
    let node = found.last;
    let by = found.by;
    for (;;) {
        while (node >= graph.ends.length) {
            if (found.carrier[node]! >= 0) by = found.carrier[node]!;
            node = found.before[node]!;
        }
        steps.push({ from: node, to, carrier: by });
        if (found.distance[node] === 0) return steps.reverse();
        to = node;
        by = found.carrier[node]!;
        node = found.before[node]!;
    }
}
