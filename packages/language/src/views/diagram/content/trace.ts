import type { Assessment } from '../../../assessment/index.ts';
import type { View } from '../../../model/index.ts';

/** What a view draws strong because a path or a threat goes through it, and a note when there is none. */
export interface Trace {
    readonly ids: readonly string[];
    readonly note: string | null;
    /** What a path crosses zones by, in its order: ids of conduits, and of flows in none. */
    readonly crossings: readonly string[];
}

/** The ids on the shortest path between two ends, hop by hop: assets, flows and conduits. */
function onPath({ lookup, reach }: Assessment, from: string, to: string): Trace {
    const path = reach.shortestPath(from, to);
    if (!path)
        return { ids: [from, to], note: `No path over the declared flows leads from ${from} to ${to}.`, crossings: [] };
    const ids = path.hops.flatMap(hop => [hop.from, hop.flow?.id ?? '', hop.conduit ?? '', hop.to]);
    const crossings = path.hops
        .filter(hop => lookup.zoneOf(hop.from)?.id !== lookup.zoneOf(hop.to)?.id)
        .map(hop => hop.conduit ?? hop.flow?.id ?? '')
        .filter(id => id !== '');
    return { ids: [...new Set(ids.filter(id => id !== ''))], note: null, crossings };
}

function onThreat({ model, threatPaths }: Assessment, id: string): Trace {
    const threat = model.threats.find(each => each.id === id);
    if (!threat) return { ids: [], note: null, crossings: [] };
    const { exists, assets, flows } = threatPaths.passedBy(threat);
    const note = exists === false ? `No path over the declared flows leads threat ${id} to what it is against.` : null;
    return { ids: [...assets, ...flows], note, crossings: [] };
}

/** The path and the threat that a view names. */
export function traceOf(view: View | null, assessment: Assessment): Trace[] {
    const traces: Trace[] = [];
    if (view?.path) traces.push(onPath(assessment, view.path.from.id, view.path.to.id));
    if (view?.threat) traces.push(onThreat(assessment, view.threat.id));
    return traces;
}

/**
 * Where each conduit stands on the path of a view, counted from 1. A path that crosses by one conduit twice has it
 * twice.
 */
export function stepsOf(traces: readonly Trace[]): Map<string, readonly number[]> {
    const steps = new Map<string, readonly number[]>();
    for (const { crossings } of traces) {
        crossings.forEach((id, index) => steps.set(id, [...(steps.get(id) ?? []), index + 1]));
    }
    return steps;
}
