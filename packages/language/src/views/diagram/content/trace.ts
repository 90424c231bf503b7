import type { Assessment, FunctionVerdict } from '../../../assessment/index.ts';
import { assume, judgeFunctions, sever } from '../../../assessment/index.ts';
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

/** What a cut stops: the sessions, the conduits where it is made, and the functions by their verdict. */
function onCut(assessment: Assessment, asked: readonly string[]): Trace {
    const cut = sever(assessment.lookup, asked);
    const verdicts = judgeFunctions(assessment, cut);
    const names = (verdict: FunctionVerdict['verdict']): string =>
        verdicts
            .filter(each => each.verdict === verdict)
            .map(each => `${each.function.id}${each.until === null ? '' : ` until ${each.until}`}`)
            .join(', ');
    const parts = (['lost', 'not-said', 'degraded', 'kept'] as const)
        .map(verdict => [verdict.replace('-', ' '), names(verdict)])
        .filter(([, all]) => all !== '')
        .map(([verdict, all]) => `${verdict}: ${all}`);
    const said = verdicts.length === 0 ? 'no function is declared' : parts.join('; ');
    return {
        ids: [...asked, ...cut.stopped.map(flow => flow.id), ...cut.where.map(({ conduit }) => conduit)],
        note: `When ${asked.join(', ')} is cut, ${said}.`,
        crossings: [],
    };
}

/** What a compromised asset reaches, and the fewest conduits that end it. */
function onAssumed(assessment: Assessment, asked: readonly string[]): Trace {
    const { reached, functions, contain } = assume(assessment, asked);
    const hops = reached.flatMap(({ path }) => path.hops);
    const end = [...contain.conduits, ...contain.flows].join(', ');
    const parts = [
        `${asked.join(', ')} compromised: ${reached.length} assets are reached`,
        ...(functions.length > 0 ? [`functions in reach: ${functions.map(each => each.function.id).join(', ')}`] : []),
        ...(end === '' ? [] : [`${end} ends it`]),
    ];
    return {
        ids: [...new Set([...asked, ...hops.flatMap(hop => [hop.to, hop.flow?.id ?? '', hop.conduit ?? ''])])].filter(
            id => id !== '',
        ),
        note: `${parts.join('; ')}.`,
        crossings: [],
    };
}

/** What a view names to be traced: a path, a threat, a cut, a compromised asset. */
export function traceOf(view: View | null, assessment: Assessment): Trace[] {
    const traces: Trace[] = [];
    if (view?.path) traces.push(onPath(assessment, view.path.from.id, view.path.to.id));
    if (view?.threat) traces.push(onThreat(assessment, view.threat.id));
    const [cut, assumed] = [view?.cut ?? [], view?.assume ?? []].map(all => all.map(each => each.id));
    if (cut!.length > 0) traces.push(onCut(assessment, cut!));
    if (assumed!.length > 0) traces.push(onAssumed(assessment, assumed!));
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
