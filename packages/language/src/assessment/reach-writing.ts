import type { Lookup } from '../model/index.ts';
import { readsOnly } from './passing.ts';
import type { ReachGraph } from './reach-graph.ts';
import { search, stepsTo, type Mask, type Search, type Step } from './reach-search.ts';
import { apart } from './reach-shortest.ts';

/** The nodes that lead to an end without a further hop: the end, and what gathers it. */
function before(graph: ReachGraph, end: number): ReadonlySet<number> {
    const found = new Set([end]);
    const { row, target, carrier } = graph.reverse;
    for (const node of found) {
        for (let edge = row[node]!; edge < row[node + 1]!; edge++) {
            const next = target[edge]!;
            if (carrier[edge]! < 0 && next >= graph.ends.length) found.add(next);
        }
    }
    return found;
}

/** Which hops may be the last one of a path, by the number of their carrier. */
export type LastHop = (graph: ReachGraph, carrier: number) => boolean;

/** Who is present in a zone may do anything there; of a flow, one that does not say that it only reads may write. */
export function mayWrite(lookup: Lookup): LastHop {
    return (graph, carrier) => {
        const by = graph.carriers[carrier]!;
        return by.kind !== 'flow' || !readsOnly(lookup, by.flow);
    };
}

/** Where the last hop of paths to some ends may begin, and the nodes that lead to these without a further hop. */
export interface LastHops {
    readonly from: readonly number[];
    readonly into: readonly number[];
}

/** Where the last hop of a path to one of some ends may begin, if only some hops may be the last one. */
export function lastHops(graph: ReachGraph, ends: readonly number[], mask: Mask, counts: LastHop): LastHops {
    const into = new Set(ends.filter(end => !mask.closed(end)).flatMap(end => [...before(graph, end)]));
    const from = new Set<number>();
    const { row, target, carrier } = graph.reverse;
    for (const node of into)
        for (let edge = row[node]!; edge < row[node + 1]!; edge++) {
            const by = carrier[edge]!;
            if (by >= 0 && mask.counts(by) && counts(graph, by)) from.add(target[edge]!);
        }
    return { from: [...from], into: [...into] };
}

/** The last hop into an end that counts, from what a search reached that did not touch the end. */
function lastHop(graph: ReachGraph, reached: Search, end: number, mask: Mask, counts: LastHop): Step | null {
    const { row, target, carrier } = graph.reverse;
    let best: { readonly node: number; readonly carrier: number; readonly distance: number } | null = null;
    for (const node of before(graph, end)) {
        for (let edge = row[node]!; edge < row[node + 1]!; edge++) {
            const by = carrier[edge]!;
            const from = target[edge]!;
            const distance = reached.distance[from]!;
            if (by < 0 || distance < 0 || !mask.counts(by) || !counts(graph, by)) continue;
            if (best === null || distance < best.distance) best = { node: from, carrier: by, distance };
        }
    }
    return best && { from: best.node, to: end, carrier: best.carrier };
}

/**
 * The steps of a path with the fewest hops whose last hop counts (may write or program, where nothing is said), that
 * begins at a start and ends at another end, a goal, and meets that one only there; it may pass other goals. `null`
 * when there is none.
 */
export function shortestWritingSteps(
    graph: ReachGraph,
    starts: readonly number[],
    goals: readonly number[],
    mask: Mask,
    counts: LastHop,
): readonly Step[] | null {
    let best: readonly Step[] | null = null;
    for (const [from, to] of apart(starts, goals)) {
        const anyhow = search(graph.forward, from, mask);
        for (const goal of to) {
            // Whatever leads into the goal at all, and may write, is the least that has to be there.
            if (mask.closed(goal) || !lastHop(graph, anyhow, goal, mask, counts)) continue;
            const reached = search(graph.forward, from, {
                closed: node => node === goal || mask.closed(node),
                counts: mask.counts,
            });
            const last = lastHop(graph, reached, goal, mask, counts);
            if (!last) continue;
            const steps = stepsTo(graph, { ...reached, goal, last: last.from, by: last.carrier });
            if (best === null || steps.length < best.length) best = steps;
        }
    }
    return best;
}
