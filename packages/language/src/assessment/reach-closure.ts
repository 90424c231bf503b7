import type { ReachGraph } from './reach-graph.ts';

/** How many bytes the sets of one stretch of columns may take. */
const room = 64 * 1024 * 1024;

/** Which component each node belongs to; components are numbered so that an edge never leads to a higher number. */
export interface Components {
    readonly of: Int32Array;
    readonly count: number;
}

/** Strongly connected components (Tarjan), without recursion; movement inside a zone without a flow is left out. */
export function componentsOf(graph: ReachGraph): Components {
    const { row, target, carrier } = graph.forward;
    const of = new Int32Array(graph.nodes).fill(-1);
    const index = new Int32Array(graph.nodes).fill(-1);
    const low = new Int32Array(graph.nodes);
    const edge = row.slice(0, graph.nodes);
    const stack: number[] = [];
    const calls: number[] = [];
    let next = 0;
    let count = 0;
    const enter = (node: number): void => {
        index[node] = low[node] = next++;
        stack.push(node);
        calls.push(node);
    };
    const leave = (node: number): void => {
        calls.pop();
        const caller = calls.at(-1);
        if (caller !== undefined) low[caller] = Math.min(low[caller]!, low[node]!);
        if (low[node] !== index[node]) return;
        for (let member = stack.pop()!; ; member = stack.pop()!) {
            of[member] = count;
            if (member === node) break;
        }
        count++;
    };
    for (let start = 0; start < graph.nodes; start++) {
        if (index[start] !== -1) continue;
        enter(start);
        while (calls.length > 0) {
            const node = calls.at(-1)!;
            if (edge[node]! >= row[node + 1]!) {
                leave(node);
                continue;
            }
            const at = edge[node]!++;
            if (lateral(graph, carrier[at]!)) continue;
            const to = target[at]!;
            if (index[to] === -1) enter(to);
            else if (of[to] === -1) low[node] = Math.min(low[node]!, index[to]!);
        }
    }
    return { of, count };
}

function lateral(graph: ReachGraph, carrier: number): boolean {
    return carrier >= 0 && graph.carriers[carrier]!.kind === 'lateral';
}

/** How many 32 columns at a time a model with so many components can be asked for. */
export function wordsFor(components: number, columns: number): number {
    return Math.max(1, Math.min(Math.ceil(columns / 32), Math.floor(room / 4 / Math.max(1, components))));
}

/**
 * Which ends reach which, for a whole model, a stretch of columns at a time.
 * @param column the column of an end, -1 for none
 * @returns gives for the columns from `first` on the bits of each component, `words` words each: bit `c - first` says
 *    that
 *   column `c` is reached from the component, or lies in it. The answer is written over by the next call.
 */
export function closure(
    graph: ReachGraph,
    components: Components,
    column: (end: number) => number,
    words: number,
): (first: number) => Uint32Array {
    const { row, target, carrier } = graph.forward;
    const bits = new Uint32Array(components.count * words);
    const members = new Int32Array(graph.nodes);
    const starts = new Int32Array(components.count + 1);
    for (const component of components.of) starts[component + 1]! += 1;
    for (let component = 0; component < components.count; component++) starts[component + 1]! += starts[component]!;
    const fill = starts.slice();
    for (let node = 0; node < graph.nodes; node++) members[fill[components.of[node]!]!++] = node;

    function add(node: number, component: number, first: number): void {
        const base = component * words;
        const bit = node < graph.ends.length ? column(node) - first : -1;
        if (bit >= 0 && bit < words * 32) bits[base + (bit >> 5)]! |= 1 << (bit & 31);
        for (let edge = row[node]!; edge < row[node + 1]!; edge++) {
            const other = components.of[target[edge]!]!;
            if (other === component || lateral(graph, carrier[edge]!)) continue;
            for (let word = 0; word < words; word++) bits[base + word]! |= bits[other * words + word]!;
        }
    }

    return first => {
        bits.fill(0);
        for (let component = 0; component < components.count; component++) {
            for (let at = starts[component]!; at < starts[component + 1]!; at++) add(members[at]!, component, first);
        }
        return bits;
    };
}
