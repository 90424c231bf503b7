import type { Rows } from './reach-graph.ts';

/** What stands for the one root before all starts. */
const root = -1;
/**
 * Room for one search after another: each costs what it reaches, however large the graph is, and none makes lists that
 * grow.
 */
export class Room {
    /** By number: the node, the number of the one before it, and the edge that is followed next. */
    readonly node: Int32Array;
    readonly from: Int32Array;
    readonly edge: Int32Array;
    /** The numbers on the way to the node at hand. */
    readonly calls: Int32Array;
    /** The number of the last search that met a node. */
    private readonly met: Int32Array;
    private readonly numbers: Int32Array;
    private searches = 0;

    /** @param nodes how many the graph has */
    constructor(nodes: number) {
        this.met = new Int32Array(nodes);
        this.numbers = new Int32Array(nodes);
        const list = (): Int32Array => new Int32Array(nodes + 1);
        [this.node, this.from, this.edge, this.calls] = [list(), list(), list(), list()];
    }

    clear(): void {
        this.searches++;
    }

    /** The number of a node; 0 where it has none. */
    of(node: number): number {
        return this.met[node] === this.searches ? this.numbers[node]! : 0;
    }

    set(node: number, number: number): void {
        this.met[node] = this.searches;
        this.numbers[node] = number;
    }
}

/**
 * A tree of dominators: for each node of a part of a graph that is reached the last one before it that all paths to it
 * pass. Nodes have the number in which a search in depth met them; 0 is the one root before all starts. Holds until its
 * {@link Room} is used again.
 */
export class DominatorTree {
    /** The nodes by their numbers. */
    readonly node: Int32Array;
    /** By number: that of the node above. */
    readonly above: Int32Array;
    private readonly room: Room;

    constructor(node: Int32Array, above: Int32Array, room: Room) {
        this.node = node;
        this.above = above;
        this.room = room;
    }

    numberOf(node: number): number {
        return this.room.of(node);
    }

    /** The node above; -1 where there is none, `undefined` for a node that was not reached. */
    get(node: number): number | undefined {
        const number = this.numberOf(node);
        return number === 0 ? undefined : this.node[this.above[number]!];
    }

    /** The nodes that were reached. */
    get nodes(): readonly number[] {
        return Array.from(this.node.subarray(1));
    }

    /** Goes through the tree from the root, without recursion: a plant can be a chain of many assets. */
    walk(enter: (number: number) => void, leave: (number: number) => void): void {
        const { above } = this;
        const [first, next] = [new Int32Array(above.length), new Int32Array(above.length)];
        for (let at = above.length - 1; at > 0; at--) {
            next[at] = first[above[at]!]!;
            first[above[at]!] = at;
        }
        for (let at = first[0]!; at !== 0;) {
            enter(at);
            if (first[at] !== 0) {
                at = first[at]!;
                continue;
            }
            leave(at);
            while (next[at] === 0) {
                at = above[at]!;
                if (at === 0) return;
                leave(at);
            }
            at = next[at]!;
        }
    }
}

/**
 * What every path to a node has to pass, in a part of a graph (Lengauer and Tarjan, A Fast Algorithm for Finding
 * Dominators in a Flowgraph, 1979; the simple version). Takes m log n in the worst case: two networks beside each other
 * make the simpler algorithms quadratic.
 * @param rows the edges, and `turned` the same edges turned round
 * @param starts where paths begin
 * @param within the nodes of the part; starts belong to it
 * @param room for the numbers, of which the tree holds until the next search
 */
export function dominators(
    rows: Rows,
    turned: Rows,
    starts: readonly number[],
    within: (node: number) => boolean,
    room = new Room(rows.row.length),
): DominatorTree {
    const size = search(rows, starts, within, room);
    const node = room.node.subarray(0, size);
    const { from } = room;
    const isStart = new Set(starts);
    const semi = new Int32Array(size);
    for (let at = 0; at < size; at++) semi[at] = at;
    const forest = new Forest(semi, room.calls);
    const above = new Int32Array(size);
    // The buckets are lists in two arrays: the first of each, and what follows.
    const [first, next] = [new Int32Array(size), new Int32Array(size)];
    for (let at = size - 1; at > 0; at--) {
        const here = node[at]!;
        for (let edge = turned.row[here]!; edge < turned.row[here + 1]!; edge++) {
            const before = room.of(turned.target[edge]!);
            if (before !== 0) semi[at] = Math.min(semi[at]!, semi[forest.lowest(before)]!);
        }
        if (isStart.has(here)) semi[at] = 0;
        next[at] = first[semi[at]!]!;
        first[semi[at]!] = at;
        const over = from[at]!;
        forest.link(over, at);
        for (let waiting = first[over]!; waiting !== 0; waiting = next[waiting]!) {
            const lowest = forest.lowest(waiting);
            above[waiting] = semi[lowest]! < semi[waiting]! ? lowest : over;
        }
        first[over] = 0;
    }
    for (let at = 1; at < size; at++) if (above[at] !== semi[at]) above[at] = above[above[at]!]!;
    return new DominatorTree(node, above, room);
}

/**
 * The part of the search tree that is linked already: finds the lowest semidominator on a chain up, and shortens it.
 */
class Forest {
    private readonly semi: Int32Array;
    private readonly over: Int32Array;
    private readonly best: Int32Array;
    /** The numbers of one chain. */
    private readonly chain: Int32Array;

    /** @param chain room for as many numbers */
    constructor(semi: Int32Array, chain: Int32Array) {
        this.semi = semi;
        this.over = new Int32Array(semi.length).fill(root);
        this.best = semi.slice();
        this.chain = chain;
    }

    link(over: number, at: number): void {
        this.over[at] = over;
    }

    /** The number with the lowest semidominator between `at` and the top of its tree, the top left out. */
    lowest(at: number): number {
        const { over, best, semi, chain } = this;
        if (over[at] === root) return at;
        let length = 0;
        for (let up = at; over[up] !== root; up = over[up]!) chain[length++] = up;
        for (let index = length - 2; index >= 0; index--) {
            const each = chain[index]!;
            const up = over[each]!;
            if (semi[best[up]!]! < semi[best[each]!]!) best[each] = best[up]!;
            over[each] = over[up]!;
        }
        return best[at]!;
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
 * @param before the dominators from where paths begin, and `after` those from where they end, over the turned graph
 * @param counts the nodes that are asked about
 * @returns true for an edge from a node of `before` to a node of `after`
 */
export function returning(
    rows: Rows,
    before: DominatorTree,
    after: DominatorTree,
    counts: (node: number) => boolean,
): (edge: number) => boolean {
    // The places of a node and of all below it are those from its first to its end.
    const size = after.node.length;
    const [first, end] = [new Int32Array(size), new Int32Array(size)];
    let places = 0;
    after.walk(
        number => {
            first[number] = places++;
        },
        number => {
            end[number] = places;
        },
    );
    const passed = new Ranges(places);
    const mark = (node: number, value: number): void => {
        const number = after.numberOf(node);
        if (number !== 0 && counts(node)) passed.add(first[number]!, end[number]!, value);
    };
    const found = new Set<number>();
    before.walk(
        number => {
            const node = before.node[number]!;
            mark(node, 1);
            for (let edge = rows.row[node]!; edge < rows.row[node + 1]!; edge++) {
                const next = after.numberOf(rows.target[edge]!);
                if (next !== 0 && passed.at(first[next]!) > 0) found.add(edge);
            }
        },
        number => mark(before.node[number]!, -1),
    );
    return edge => found.has(edge);
}

/**
 * Numbers the nodes that are reached from the starts, in depth first; the room has them then.
 * @returns how many numbers there are, that of the root among them
 */
function search(
    { row, target }: Rows,
    starts: readonly number[],
    within: (node: number) => boolean,
    room: Room,
): number {
    room.clear();
    const { node: nodes, from, edge, calls } = room;
    nodes[0] = root;
    from[0] = root;
    let size = 1;
    const meet = (node: number, over: number): number => {
        room.set(node, size);
        edge[size] = row[node]!;
        nodes[size] = node;
        from[size] = over;
        return size++;
    };
    for (const start of starts) {
        if (room.of(start) !== 0) continue;
        calls[0] = meet(start, 0);
        for (let depth = 0; depth >= 0;) {
            const number = calls[depth]!;
            const at = edge[number]!;
            if (at >= row[nodes[number]! + 1]!) {
                depth--;
                continue;
            }
            edge[number] = at + 1;
            const next = target[at]!;
            if (room.of(next) === 0 && within(next)) calls[++depth] = meet(next, number);
        }
    }
    return size;
}
