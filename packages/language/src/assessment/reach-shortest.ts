import type { ReachGraph } from './reach-graph.ts';
import { Flood, leads } from './reach-flood.ts';
import { Room, search, stepsTo, type Mask, type Step } from './reach-search.ts';

/**
 * Splits a question into ones whose starts are no goals, so that every pair of a start and another end as goal is
 * asked.
 */
export function apart(
    starts: readonly number[],
    goals: readonly number[],
): readonly (readonly [readonly number[], readonly number[]])[] {
    const wanted = new Set(goals);
    const both = starts.filter(start => wanted.has(start));
    if (both.length === 0) return [[starts, goals]];
    const shared = new Set(both);
    const alone = (ends: readonly number[]): readonly number[] => ends.filter(end => !shared.has(end));
    const parts: (readonly [readonly number[], readonly number[]])[] = [
        [alone(starts), goals],
        [both, alone(goals)],
    ];
    for (let bit = 1; bit < both.length; bit *= 2) {
        const [clear, set] = [
            both.filter((_, index) => (index & bit) === 0),
            both.filter((_, index) => (index & bit) !== 0),
        ];
        parts.push([clear, set], [set, clear]);
    }
    return parts;
}

/** Room for one question after another in a graph. */
export class PathRoom {
    readonly room: Room;
    readonly forward: Flood;
    readonly backward: Flood;

    constructor(graph: ReachGraph) {
        this.room = new Room(graph.nodes);
        this.forward = new Flood(graph.forward);
        this.backward = new Flood(graph.reverse);
    }
}

/**
 * The steps of a path with the fewest hops that begins at a start and ends at a goal other than that start; `null` when
 * there is none. One search where no start is a goal, else a few more for each doubling of those that are.
 * @param room of the graph, for all of these searches
 */
export function shortestSteps(
    graph: ReachGraph,
    starts: readonly number[],
    goals: readonly number[],
    mask: Mask,
    { room, forward, backward }: PathRoom,
): readonly Step[] | null {
    let best: readonly Step[] | null = null;
    for (const [from, to] of apart(starts, goals)) {
        if (!leads(forward, backward, from, to, mask)) continue;
        const open = new Set(to.filter(goal => !mask.closed(goal)));
        const found = search(graph.forward, from, mask, open, room);
        const steps = stepsTo(graph, found);
        if (best === null || steps.length < best.length) best = steps;
    }
    return best;
}
