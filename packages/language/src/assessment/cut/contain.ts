import type { Assessment } from '../assessment.ts';
import { maskOf, type SearchOptions } from '../reach-search.ts';
import { fewestLabels, type LabelledEdge } from './label-cut.ts';

/** The fewest connections that have to be cut so that something is not reached any more. */
export interface Containment {
    readonly conduits: readonly string[];
    /** Flows that are in no conduit, or, where flows were asked for, any. */
    readonly flows: readonly string[];
    /** True where no smaller set exists. */
    readonly proved: boolean;
    /** No set is smaller than this. */
    readonly atLeast: number;
    /** True where no cut of connections does it: an asset has a leg on both sides. */
    readonly impossible: boolean;
}

/**
 * The smallest set that ends what some ends reach of others.
 * @param from ids of assets and zones
 * @param protect ids of assets that must not be reached
 * @param by conduits, each with all its flows, or single flows
 * @param cut what is cut already, and so has not to be cut again
 */
export function containment(
    { lookup, reach }: Pick<Assessment, 'lookup' | 'reach'>,
    from: readonly string[],
    protect: ReadonlySet<string>,
    by: 'conduits' | 'flows',
    lateral = false,
    cut: SearchOptions = {},
): Containment {
    const { graph } = reach;
    const left = maskOf(graph, { ...cut, lateral });
    const labels = new Map<string, number>();
    const kinds: ('conduit' | 'flow')[] = [];
    const names: string[] = [];
    const labelOf = (kind: 'conduit' | 'flow', id: string): number => {
        const key = `${kind} ${id}`;
        const known = labels.get(key);
        if (known !== undefined) return known;
        labels.set(key, names.length);
        kinds.push(kind);
        return names.push(id) - 1;
    };
    const edges: LabelledEdge[] = [];
    const { row, target, carrier } = graph.forward;
    for (let node = 0; node < graph.nodes; node++) {
        for (let edge = row[node]!; edge < row[node + 1]!; edge++) {
            const carried = carrier[edge]! < 0 ? null : graph.carriers[carrier[edge]!]!;
            if (carried !== null && !left.counts(carrier[edge]!)) continue;
            if (left.closed(node) || left.closed(target[edge]!)) continue;
            let label: number | null = null;
            if (carried?.kind === 'flow') {
                const conduit = lookup.conduit(carried.flow.container ?? '');
                label =
                    by === 'conduits' && conduit ? labelOf('conduit', conduit.id) : labelOf('flow', carried.flow.id);
            }
            edges.push({ from: node, to: target[edge]!, label });
        }
    }
    const sources = new Set(from.flatMap(id => [...graph.membersOf(id)]));
    const goals = new Set([...protect].flatMap(id => graph.nodeOf(id) ?? []));
    const found = fewestLabels({ nodes: graph.nodes, edges, labels: names.length }, sources, goals);
    if (!found) return { conduits: [], flows: [], proved: true, atLeast: 0, impossible: true };
    const named = (kind: 'conduit' | 'flow'): readonly string[] =>
        found.labels.filter(label => kinds[label] === kind).map(label => names[label]!);
    return {
        conduits: named('conduit'),
        flows: named('flow'),
        proved: found.proved,
        atLeast: found.atLeast,
        impossible: false,
    };
}
