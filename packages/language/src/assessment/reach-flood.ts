import type { Rows } from './reach-graph.ts';
import type { Mask } from './reach-search.ts';

/**
 * Finds what is reached by any carrier, movement inside a zone included. One search after another uses the same marks,
 * so each is linear in what it reaches, however large the graph is.
 */
export class Flood {
    private readonly rows: Rows;
    /** The nodes that the last search reached, and how many they are. */
    private readonly found: Int32Array;
    private size = 0;
    /** Twice the number of the last search that came to a node; one more where it was closed in that search. */
    private readonly marks: Int32Array;
    private searches = 0;
    /** How many of the reached nodes have been left by all of their edges. */
    private left = 0;
    /** How many had been reached before the last step. */
    private before = 0;
    private within: Flood | undefined;
    private mask: Mask | undefined;

    constructor(rows: Rows) {
        this.rows = rows;
        this.marks = new Int32Array(rows.row.length);
        this.found = new Int32Array(rows.row.length);
    }

    /** The nodes that the last search reached, the starts first, each once; until the next one begins. */
    get reached(): Int32Array {
        return this.found.subarray(0, this.size);
    }

    /** How many nodes were reached. */
    get count(): number {
        return this.size;
    }

    /** One of the nodes that were reached, by its number from 0. */
    at(index: number): number {
        return this.found[index]!;
    }

    /** Comes to a node otherwise than by an edge; the search goes on from there. */
    come(node: number): void {
        const came = 2 * this.searches;
        if (this.marks[node]! >= came) return;
        this.marks[node] = came;
        this.found[this.size++] = node;
    }

    /**
     * Begins a search anew.
     * @param closed nodes that no path may touch
     * @param within what was reached by another search: no other node is looked at but the starts
     * @param mask what the search leaves out besides; no start is closed in it
     */
    begin(starts: Iterable<number>, closed: Iterable<number>, within?: Flood, mask?: Mask): void {
        const { marks } = this;
        this.mask = mask;
        const came = 2 * ++this.searches;
        this.size = 0;
        this.left = 0;
        this.within = within;
        for (const node of closed) marks[node] = came + 1;
        for (const start of starts) {
            if (marks[start]! >= came) continue;
            marks[start] = came;
            this.found[this.size++] = start;
        }
    }

    /** Goes on from the next node that was reached; false where there is none. */
    step(): boolean {
        if (this.left === this.size) return false;
        const { marks, found, within, mask } = this;
        const { row, target, carrier } = this.rows;
        this.before = this.size;
        const node = found[this.left++]!;
        const came = 2 * this.searches;
        const end = row[node + 1]!;
        for (let edge = row[node]!; edge < end; edge++) {
            const next = target[edge]!;
            if (marks[next]! >= came || (within && !within.has(next))) continue;
            if (mask && (mask.closed(next) || (carrier[edge]! >= 0 && !mask.counts(carrier[edge]!)))) continue;
            marks[next] = came;
            found[this.size++] = next;
        }
        return true;
    }

    /** True for a node that the last search reached. */
    has(node: number): boolean {
        return this.marks[node] === 2 * this.searches;
    }

    /** True where the last step came to a node that another search has reached. */
    meets(other: Flood): boolean {
        for (let at = this.before; at < this.size; at++) if (other.has(this.found[at]!)) return true;
        return false;
    }
}

/** Where a search begins, and what no path may touch. */
export interface Side {
    readonly starts: readonly number[];
    readonly closed: readonly number[];
}

/**
 * Searches from both sides at once, and stays in what the side reached that is done first: behind it nothing is between
 * the two. So it takes time in the smaller side. What is closed on one side alone are starts of the other.
 * @param forward reaches, of what is between the two sides, the same as a search from its side alone
 * @param backward likewise
 */
export function meet(forward: Flood, backward: Flood, sources: Side, goals: Side): void {
    forward.begin(sources.starts, sources.closed);
    backward.begin(goals.starts, goals.closed);
    while (forward.step()) {
        if (backward.step()) continue;
        forward.begin(sources.starts, sources.closed, backward);
        while (forward.step());
        return;
    }
    backward.begin(goals.starts, goals.closed, forward);
    while (backward.step());
}

/**
 * Searches from both sides at once, until they meet or one of them is done: to learn that nothing leads to a part that
 * is cut off takes time in that part, however much lies around it.
 * @param starts none of which is a goal
 * @returns true where a path leads from a start to a goal
 */
export function leads(
    forward: Flood,
    backward: Flood,
    starts: readonly number[],
    goals: readonly number[],
    mask: Mask,
): boolean {
    const isOpen = (node: number): boolean => !mask.closed(node);
    forward.begin(starts.filter(isOpen), [], undefined, mask);
    backward.begin(goals.filter(isOpen), [], undefined, mask);
    while (forward.step() && backward.step()) if (forward.meets(backward) || backward.meets(forward)) return true;
    return false;
}
