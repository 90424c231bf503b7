import type { Rows } from './reach-graph.ts';

/** What stands for the one root before all starts. */
const root = -1;

/** Nodes in the order in which a search in depth meets them; number 0 is the one root before all starts. */
interface Search {
    readonly node: readonly number[];
    /** By number: the number of the node from which it was met. */
    readonly from: readonly number[];
    readonly number: ReadonlyMap<number, number>;
}

/**
 * What every way to a node has to pass, in a part of a graph (Lengauer and Tarjan, A Fast Algorithm for Finding
 * Dominators in a Flowgraph, 1979; the simple version). Takes m log n in the worst case: two networks beside each other
 * make the simpler algorithms quadratic.
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
    const { node, from, number } = search(rows, starts, within);
    const size = node.length;
    const isStart = new Set(starts);
    const semi = Int32Array.from({ length: size }, (_, at) => at);
    const forest = new Forest(semi);
    const above = new Int32Array(size);
    const bucket: number[][] = Array.from({ length: size }, () => []);
    for (let at = size - 1; at > 0; at--) {
        const here = node[at]!;
        for (let edge = turned.row[here]!; edge < turned.row[here + 1]!; edge++) {
            const before = number.get(turned.target[edge]!);
            if (before !== undefined) semi[at] = Math.min(semi[at]!, semi[forest.lowest(before)]!);
        }
        if (isStart.has(here)) semi[at] = 0;
        bucket[semi[at]!]!.push(at);
        const over = from[at]!;
        forest.link(over, at);
        for (const waiting of bucket[over]!.splice(0)) {
            const lowest = forest.lowest(waiting);
            above[waiting] = semi[lowest]! < semi[waiting]! ? lowest : over;
        }
    }
    const found = new Map<number, number>();
    for (let at = 1; at < size; at++) {
        if (above[at] !== semi[at]) above[at] = above[above[at]!]!;
        found.set(node[at]!, above[at] === 0 ? root : node[above[at]!]!);
    }
    return found;
}

/** The part of the search tree that is linked already: finds the lowest semidominator on a way up, and shortens it. */
class Forest {
    private readonly semi: Int32Array;
    private readonly over: Int32Array;
    private readonly best: Int32Array;

    constructor(semi: Int32Array) {
        this.semi = semi;
        this.over = new Int32Array(semi.length).fill(root);
        this.best = Int32Array.from({ length: semi.length }, (_, at) => at);
    }

    link(over: number, at: number): void {
        this.over[at] = over;
    }

    /** The number with the lowest semidominator between `at` and the top of its tree, the top left out. */
    lowest(at: number): number {
        const { over, best, semi } = this;
        if (over[at] === root) return at;
        const way = [at];
        for (let up = over[at]!; over[up] !== root; up = over[up]!) way.push(up);
        for (const each of way.reverse().slice(1)) {
            const up = over[each]!;
            if (semi[best[up]!]! < semi[best[each]!]!) best[each] = best[up]!;
            over[each] = over[up]!;
        }
        return best[at]!;
    }
}

/** A tree of dominators, with the nodes below each. */
type Below = ReadonlyMap<number, readonly number[]>;

function belowOf(above: ReadonlyMap<number, number>): Below {
    const below = new Map<number, number[]>();
    for (const [node, over] of above) {
        const known = below.get(over);
        if (known) known.push(node);
        else below.set(over, [node]);
    }
    return below;
}

/** Goes through a tree of dominators from the root, without recursion: a plant can be a chain of many assets. */
function walkTree(below: Below, enter: (node: number) => void, leave: (node: number) => void): void {
    const calls = [...(below.get(root) ?? [])].reverse();
    const open = new Set<number>();
    for (let node = calls.at(-1); node !== undefined; node = calls.at(-1)) {
        if (open.has(node)) {
            calls.pop();
            leave(node);
            continue;
        }
        open.add(node);
        enter(node);
        for (const next of (below.get(node) ?? []).toReversed()) calls.push(next);
    }
}

/** Sums over ranges in logarithmic time (a Fenwick tree): adds to a range, and reads one place. */
class Ranges {
    private readonly sums: Int32Array;

    constructor(size: number) {
        this.sums = new Int32Array(size + 2);
    }

    /** Adds to every place from `first` up to `end`, which is left out. */
    add(first: number, end: number, value: number): void {
        for (let at = first + 1; at < this.sums.length; at += at & -at) this.sums[at]! += value;
        for (let at = end + 1; at < this.sums.length; at += at & -at) this.sums[at]! -= value;
    }

    at(place: number): number {
        let sum = 0;
        for (let at = place + 1; at > 0; at -= at & -at) sum += this.sums[at]!;
        return sum;
    }
}

/**
 * The edges that leave and come back through one and the same node: whatever goes to the edge has to pass it, and
 * whatever goes on from the edge has to pass it again. Takes n log n, however long the chains of dominators are.
 * @param before the dominators from where ways begin, and `after` those from where they end, over the turned graph
 * @param counts the nodes that are asked about
 * @returns true for an edge from a node of `before` to a node of `after`
 */
export function returning(
    rows: Rows,
    before: ReadonlyMap<number, number>,
    after: ReadonlyMap<number, number>,
    counts: (node: number) => boolean,
): (edge: number) => boolean {
    const [first, end] = [new Map<number, number>(), new Map<number, number>()];
    walkTree(
        belowOf(after),
        node => first.set(node, first.size),
        node => end.set(node, first.size),
    );
    const passed = new Ranges(first.size);
    const mark = (node: number, value: number): void => {
        const from = first.get(node);
        if (from !== undefined && counts(node)) passed.add(from, end.get(node)!, value);
    };
    const found = new Set<number>();
    walkTree(
        belowOf(before),
        node => {
            mark(node, 1);
            for (let edge = rows.row[node]!; edge < rows.row[node + 1]!; edge++) {
                const place = first.get(rows.target[edge]!);
                if (place !== undefined && passed.at(place) > 0) found.add(edge);
            }
        },
        node => mark(node, -1),
    );
    return edge => found.has(edge);
}

/** Numbers the nodes that are reached from the starts, in depth first. */
function search(rows: Rows, starts: readonly number[], within: (node: number) => boolean): Search {
    const [nodes, from] = [[root], [root]];
    const number = new Map<number, number>();
    const edge = new Map<number, number>();
    const meet = (node: number, over: number): void => {
        number.set(node, nodes.length);
        edge.set(node, rows.row[node]!);
        nodes.push(node);
        from.push(over);
    };
    for (const start of starts) {
        if (number.has(start)) continue;
        meet(start, 0);
        const calls = [start];
        for (let node = calls.at(-1); node !== undefined; node = calls.at(-1)) {
            const at = edge.get(node)!;
            if (at >= rows.row[node + 1]!) {
                calls.pop();
                continue;
            }
            edge.set(node, at + 1);
            const next = rows.target[at]!;
            if (number.has(next) || !within(next)) continue;
            meet(next, number.get(node)!);
            calls.push(next);
        }
    }
    return { node: nodes, from, number };
}
