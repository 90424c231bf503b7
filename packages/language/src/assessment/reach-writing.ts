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
