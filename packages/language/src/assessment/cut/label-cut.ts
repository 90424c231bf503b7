/**
 * The fewest labels whose edges have to go so that no source reaches a goal. Several edges may have one label (the
 * sessions of a conduit), and an edge without one cannot be cut.
 *
 * With one edge a label this is the minimum cut of max-flow; with several it is not, and max-flow over a graph in
 * which the edges of a label share a node gives a set that does it. A set that hits every path that was found so far
 * cannot be beaten by fewer: paths are found until such a set ends all of them, which proves it.
 */
export interface LabelledGraph {
    readonly nodes: number;
    readonly edges: readonly LabelledEdge[];
    readonly labels: number;
}

export interface LabelledEdge {
    readonly from: number;
    readonly to: number;
    /** `null` for what cannot be cut. */
    readonly label: number | null;
}

export interface LabelCut {
    /** In ascending order. */
    readonly labels: readonly number[];
    /** False where a smaller set may exist. */
    readonly proved: boolean;
    /** No set is smaller than this. */
    readonly atLeast: number;
}

/** Steps of the search for a smaller set, in all rounds together; past them the answer is not proved. */
const mostSteps = 200_000;
const mostPaths = 2_000;

/** @returns `null` where no set of labels does it. */
export function fewestLabels(
    graph: LabelledGraph,
    sources: Iterable<number>,
    goals: ReadonlySet<number>,
): LabelCut | null {
    const starts = [...sources].filter(source => !goals.has(source));
    const out = edgesByNode(graph);
    const upper = maxFlowCut(graph, starts, goals);
    if (upper === null) return null;
    const paths: (readonly number[])[] = [];
    const budget = { steps: mostSteps };
    let atLeast = 0;
    for (let round = 0; round < mostPaths; round++) {
        const hitting = smallestHitting(paths, upper.length, budget);
        // What hits all paths with as many labels as the known set has proves that one.
        if (hitting === 'as-many') return { labels: upper, proved: true, atLeast: upper.length };
        if (hitting === 'too-long') return { labels: upper, proved: false, atLeast };
        atLeast = hitting.length;
        const path = pathWithout(graph, out, starts, goals, new Set(hitting));
        if (path === null) return { labels: [...hitting].sort((a, b) => a - b), proved: true, atLeast };
        paths.push(path);
    }
    return { labels: upper, proved: false, atLeast };
}

function edgesByNode({ nodes, edges }: LabelledGraph): readonly (readonly LabelledEdge[])[] {
    const out: LabelledEdge[][] = Array.from({ length: nodes }, () => []);
    for (const edge of edges) out[edge.from]!.push(edge);
    return out;
}

/** The labels on a path with the fewest edges that uses none of some labels, each once; `null` where there is none. */
function pathWithout(
    graph: LabelledGraph,
    out: readonly (readonly LabelledEdge[])[],
    starts: readonly number[],
    goals: ReadonlySet<number>,
    closed: ReadonlySet<number>,
): readonly number[] | null {
    const before: (LabelledEdge | null | undefined)[] = Array.from({ length: graph.nodes }, () => undefined);
    const queue = [...starts];
    for (const start of starts) before[start] = null;
    for (const node of queue) {
        if (goals.has(node)) {
            const labels = new Set<number>();
            for (let edge = before[node]; edge; edge = before[edge.from])
                if (edge.label !== null) labels.add(edge.label);
            return [...labels];
        }
        for (const edge of out[node]!) {
            if (before[edge.to] !== undefined || (edge.label !== null && closed.has(edge.label))) continue;
            before[edge.to] = edge;
            queue.push(edge.to);
        }
    }
    return null;
}

/** A smallest set that has a label of each path, where it has fewer than `most`. */
function smallestHitting(
    paths: readonly (readonly number[])[],
    most: number,
    budget: { steps: number },
): readonly number[] | 'as-many' | 'too-long' {
    let best: readonly number[] | null = null;
    const chosen: number[] = [];
    const search = (banned: ReadonlySet<number>): void => {
        if (--budget.steps < 0) return;
        const open = paths.filter(path => !path.some(label => chosen.includes(label)));
        const limit = best?.length ?? most;
        if (chosen.length + disjoint(open) >= limit) return;
        if (open.length === 0) {
            best = [...chosen];
            return;
        }
        const path = open.reduce((shortest, each) => (each.length < shortest.length ? each : shortest));
        const tried = new Set(banned);
        for (const label of path) {
            if (tried.has(label)) continue;
            chosen.push(label);
            search(tried);
            chosen.pop();
            tried.add(label);
        }
    };
    search(new Set());
    if (budget.steps < 0) return 'too-long';
    return best ?? 'as-many';
}

/** How many of the paths share no label, found one after the other: so many labels are needed at least. */
function disjoint(paths: readonly (readonly number[])[]): number {
    const used = new Set<number>();
    let count = 0;
    for (const path of paths) {
        if (path.some(label => used.has(label))) continue;
        for (const label of path) used.add(label);
        count++;
    }
    return count;
}

/**
 * The labels of a minimum cut, by Edmonds and Karp, in the graph in which all edges of a label share one edge of
 * capacity 1; all others have no limit. `null` where a path has no label at all.
 */
function maxFlowCut(graph: LabelledGraph, starts: readonly number[], goals: ReadonlySet<number>): number[] | null {
    const enter = (label: number): number => graph.nodes + 2 * label;
    const source = graph.nodes + 2 * graph.labels;
    const sink = source + 1;
    const target: number[] = [];
    const room: number[] = [];
    const out: number[][] = Array.from({ length: sink + 1 }, () => []);
    const add = (from: number, to: number, capacity: number): void => {
        out[from]!.push(target.push(to) - 1);
        room.push(capacity);
        out[to]!.push(target.push(from) - 1);
        room.push(0);
    };
    for (let label = 0; label < graph.labels; label++) add(enter(label), enter(label) + 1, 1);
    for (const { from, to, label } of graph.edges) {
        if (label === null) add(from, to, Infinity);
        else {
            add(from, enter(label), Infinity);
            add(enter(label) + 1, to, Infinity);
        }
    }
    for (const start of starts) add(source, start, Infinity);
    for (const goal of goals) add(goal, sink, Infinity);

    /** The edge by which each node is reached while there is room; -1 for none, -2 for the source. */
    const reached = (): Int32Array => {
        const by = new Int32Array(sink + 1).fill(-1);
        by[source] = -2;
        const queue = [source];
        for (const node of queue) {
            for (const edge of out[node]!) {
                const to = target[edge]!;
                if (by[to] !== -1 || room[edge]! <= 0) continue;
                by[to] = edge;
                queue.push(to);
            }
        }
        return by;
    };
    let by = reached();
    while (by[sink] !== -1) {
        const path: number[] = [];
        for (let node = sink; node !== source; node = target[by[node]! ^ 1]!) path.push(by[node]!);
        if (path.every(edge => room[edge] === Infinity)) return null;
        for (const edge of path) {
            room[edge]! -= 1;
            room[edge ^ 1]! += 1;
        }
        by = reached();
    }
    return Array.from({ length: graph.labels }, (_, label) => label).filter(
        label => by[enter(label)] !== -1 && by[enter(label) + 1] === -1,
    );
}
