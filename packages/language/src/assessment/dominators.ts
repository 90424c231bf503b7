import type { Rows } from './reach-graph.ts';

/** What stands for the one root before all starts. */
const root = -1;

/**
 * What every way to a node has to pass (Cooper, Harvey and Kennedy: A Simple, Fast Dominance Algorithm), in a part of a
 * graph.
 * @param rows the edges, and `turned` the same edges turned round
 * @param starts where ways begin
 * @param within the nodes of the part; starts belong to it
 * @returns for each node of the part that is reached the last one before it that all its ways pass, or -1 where there
 *    is none
 */
export function dominators(
    rows: Rows,
    turned: Rows,
    starts: readonly number[],
    within: (node: number) => boolean,
): ReadonlyMap<number, number> {
    const order = postorder(rows, starts, within);
    const rank = new Map(order.map((node, index) => [node, index]));
    const roots = new Set(starts);
    const above = new Map<number, number>(starts.map(start => [start, root]));
    const meet = (first: number, second: number): number => {
        let [one, other] = [first, second];
        while (one !== other) {
            if (one === root || other === root) return root;
            if (rank.get(one)! < rank.get(other)!) one = above.get(one)!;
            else other = above.get(other)!;
        }
        return one;
    };
    for (let changed = true; changed;) {
        changed = false;
        for (const node of order.toReversed()) {
            if (roots.has(node)) continue;
            let found: number | undefined;
            for (let edge = turned.row[node]!; edge < turned.row[node + 1]!; edge++) {
                const before = turned.target[edge]!;
                if (above.has(before) && rank.has(before)) found = found === undefined ? before : meet(found, before);
            }
            if (found === undefined || above.get(node) === found) continue;
            above.set(node, found);
            changed = true;
        }
    }
    return above;
}

/** The nodes that are reached, each behind all that are reached from it alone. */
function postorder(rows: Rows, starts: readonly number[], within: (node: number) => boolean): readonly number[] {
    const order: number[] = [];
    const edge = new Map<number, number>();
    for (const start of starts) {
        if (edge.has(start)) continue;
        edge.set(start, rows.row[start]!);
        const calls = [start];
        for (let node = calls.at(-1); node !== undefined; node = calls.at(-1)) {
            const at = edge.get(node)!;
            if (at >= rows.row[node + 1]!) {
                order.push(node);
                calls.pop();
                continue;
            }
            edge.set(node, at + 1);
            const next = rows.target[at]!;
            if (edge.has(next) || !within(next)) continue;
            edge.set(next, rows.row[next]!);
            calls.push(next);
        }
    }
    return order;
}
