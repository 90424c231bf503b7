import type { Assessment, Path } from '../../../assessment/index.ts';
import type { View } from '../../../model/index.ts';
import { noPathText, noThreatPathText } from '../../paths/index.ts';
import type { FunctionOutcome, WhatIf } from './what-if.ts';

/** What a view draws strong because a path or a threat goes through it, and a note when there is none. */
export interface Trace {
    readonly ids: readonly string[];
    readonly note: string | null;
    /** What a path crosses zones by, in its order: ids of conduits, and of flows in none. */
    readonly crossings: readonly string[];
    readonly path: Path | null;
}

/** The ids on the shortest path between two ends, hop by hop: assets, flows and conduits. */
function onPath(assessment: Assessment, from: string, to: string): Trace {
    const { lookup, reach } = assessment;
    const path = reach.shortestPath(from, to);
    if (!path) return { ids: [from, to], note: noPathText(assessment, from, to), crossings: [], path: null };
    const ids = path.hops.flatMap(hop => [hop.from, hop.flow?.id ?? '', hop.conduit ?? '', hop.to]);
    const crossings = path.hops
        .filter(hop => lookup.zoneOf(hop.from)?.id !== lookup.zoneOf(hop.to)?.id)
        .map(hop => hop.conduit ?? hop.flow?.id ?? '')
        .filter(id => id !== '');
    return { ids: [...new Set(ids.filter(id => id !== ''))], note: null, crossings, path };
}

function onThreat(assessment: Assessment, id: string): Trace {
    const { model, threatPaths } = assessment;
    const threat = model.threats.find(each => each.id === id);
    if (!threat) return { ids: [], note: null, crossings: [], path: null };
    const { exists, assets, flows } = threatPaths.passedBy(threat);
    const note = exists === false ? noThreatPathText(assessment, threat) : null;
    return { ids: [...assets, ...flows], note, crossings: [], path: null };
}

const verdictWords = [
    ['lost', 'lost'],
    ['not-said', 'not said whether it goes on'],
    ['degraded', 'degraded'],
    ['kept', 'kept'],
] as const;

const listed = (all: readonly string[], most = 8): string =>
    all.slice(0, most).join(', ') + (all.length > most ? ` and ${all.length - most} more` : '');

/** What becomes of the functions, a sentence for each verdict. */
function verdictNotes(cut: readonly string[], functions: readonly FunctionOutcome[]): string[] {
    const when = `When ${listed(cut)} is cut`;
    if (functions.length === 0) return [`${when}, it is not said what goes on: no function is declared.`];
    return verdictWords.flatMap(([verdict, words]) => {
        const names = functions
            .filter(each => each.verdict === verdict)
            .map(each => each.id + (each.until === null ? '' : ` until ${each.until}`));
        return names.length === 0 ? [] : [`${when}, ${words}: ${listed(names)}.`];
    });
}

function reachNotes({ assumed, hops, functions, ending, goingOn }: WhatIf): string[] {
    const reached = [...hops.values()].filter(hop => hop > 0).length;
    const within = functions
        .filter(each => typeof each.hops === 'number')
        .sort((a, b) => Number(a.hops) - Number(b.hops))
        .map(
            each => `${each.id} (${each.hops === 0 ? 'compromised' : each.hops === 1 ? '1 hop' : `${each.hops} hops`})`,
        );
    const unstated = functions.filter(each => each.hops === 'unknown').map(each => each.id);
    const open = [...new Set([...goingOn.further, ...goingOn.past])];
    const parts = [
        `${listed(assumed)} compromised: ${reached === 1 ? '1 asset is' : `${reached} assets are`} reached`,
        ...(within.length > 0 ? [`functions in reach: ${listed(within)}`] : []),
        ...(ending.length > 0
            ? [`${listed(ending)} ends it${goingOn.past.length > 0 ? ' over the declared flows' : ''}`]
            : []),
    ];
    return [
        `${parts.join('; ')}.`,
        ...(open.length > 0 ? [`It may go on: ${open.slice(0, 2).join(' ')}`] : []),
        ...(unstated.length > 0 ? [`It is not stated what these functions need: ${listed(unstated)}.`] : []),
    ];
}

/** The supposed case in sentences. */
export function whatIfNotes(supposed: WhatIf): string[] {
    const { cut, assumed, functions, unclean } = supposed;
    return [
        ...(cut.length > 0 ? verdictNotes(cut, functions) : []),
        ...(unclean.length > 0 ? [`Cannot be cut cleanly, no device closes it: ${listed(unclean)}.`] : []),
        ...(assumed.length > 0 ? reachNotes(supposed) : []),
    ];
}

/**
 * What is traced: a path or a threat that a view names, and a path that the reader asks for.
 * @param path its two ends
 */
export function traceOf(
    view: View | null,
    assessment: Assessment,
    path: { readonly from: string; readonly to: string } | null = null,
): Trace[] {
    const traces: Trace[] = [];
    if (path) traces.push(onPath(assessment, path.from, path.to));
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
