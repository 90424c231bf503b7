import type { ReachGraph, Rows } from './reach-graph.ts';
import { search, type Mask, type Step } from './reach-search.ts';

/** How many steps a listing of paths may try before it stops and says that it is not complete. */
const budget = 2_000_000;

/** No path longer than this is listed, whatever is asked for: the walk is recursive. */
const longest = 500;

/** The hops that leave an end, each neighbour once, in the order of the text. */
function hopsFrom(graph: ReachGraph, rows: Rows, start: number, mask: Mask): readonly Step[] {
    const found = new Map<number, Step>();
    const seen = new Set<number>();
    const arrive = (node: number, carrier: number): void => {
        if (mask.closed(node)) return;
        if (node < graph.ends.length) {
            if (node !== start && !found.has(node)) found.set(node, { from: start, to: node, carrier });
            return;
        }
        if (seen.has(node)) return;
        seen.add(node);
        for (let edge = rows.row[node]!; edge < rows.row[node + 1]!; edge++) {
            if (rows.carrier[edge]! < 0) arrive(rows.target[edge]!, carrier);
        }
    };
    const leaving = new Set<number>([start]);
    for (const node of leaving) {
        for (let edge = rows.row[node]!; edge < rows.row[node + 1]!; edge++) {
            const carrier = rows.carrier[edge]!;
            if (carrier < 0) leaving.add(rows.target[edge]!);
            else if (mask.counts(carrier)) arrive(rows.target[edge]!, carrier);
        }
    }
    return [...found.values()];
}

/**
 * Lists simple paths, shortest first: a depth-first walk for each length that never enters a branch from which the
 * goals are too far. A path begins at its last start and ends at its first goal; what is both can be its end.
 */
export function simplePaths(
    graph: ReachGraph,
    starts: readonly number[],
    goals: ReadonlySet<number>,
    mask: Mask,
    maxLength: number,
    limit: number,
): { readonly paths: readonly (readonly Step[])[]; readonly complete: boolean } {
    const rows = graph.forward;
    const away = search(graph.reverse, goals, mask).distance;
    const startSet = new Set(starts);
    const neighbours = new Map<number, readonly Step[]>();
    const paths: Step[][] = [];
    const walked: Step[] = [];
    const onPath = new Set<number>();
    let tried = 0;
    let cut = false;

    const around = (node: number): readonly Step[] => {
        const known = neighbours.get(node) ?? hopsFrom(graph, rows, node, mask);
        neighbours.set(node, known);
        return known;
    };

    /** False when the listing has to stop. */
    function walk(node: number, length: number): boolean {
        for (const step of around(node)) {
            if (++tried > budget) return false;
            if (onPath.has(step.to)) continue;
            const left = length - walked.length - 1;
            if (goals.has(step.to)) {
                if (left > 0) continue;
                if (paths.length >= limit) return false;
                paths.push([...walked, step]);
                continue;
            }
            if (startSet.has(step.to) || away[step.to]! < 0) continue;
            if (away[step.to]! > left) {
                cut = true;
                continue;
            }
            walked.push(step);
            onPath.add(step.to);
            const going = walk(step.to, length);
            onPath.delete(step.to);
            walked.pop();
            if (!going) return false;
        }
        return true;
    }

    for (let length = 1; length <= Math.min(maxLength, longest); length++) {
        cut = false;
        for (const start of startSet) {
            if (mask.closed(start) || away[start]! < 0) continue;
            if (away[start]! > length) {
                cut = true;
                continue;
            }
            onPath.add(start);
            const going = walk(start, length);
            onPath.delete(start);
            if (!going) return { paths, complete: false };
        }
        if (!cut) return { paths, complete: true };
    }
    return { paths, complete: !cut };
}
