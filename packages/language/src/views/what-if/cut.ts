import type { Assessment, FunctionVerdict, Question, Severed } from '../../assessment/index.ts';
import { judgeFunctions, outerZones, sever } from '../../assessment/index.ts';
import type { Lookup } from '../../model/index.ts';

/** A cut, and what becomes of the functions. */
export interface CutCase {
    readonly lookup: Lookup;
    readonly date: string;
    readonly cut: Severed;
    readonly functions: readonly FunctionVerdict[];
    /** How many places of the text were not understood, so that what is written there is in no answer. */
    readonly notUnderstood: number;
}

/** A question as it is printed: whose session stops, with whom, by which flow. */
export interface CutQuestion {
    readonly asset: string;
    readonly peer: string;
    readonly flow: string | null;
}

/**
 * What a cut does.
 * @param asked ids of conduits, zones and assets
 * @param external also closes the boundary of the office and of everything beyond the site
 * @param notUnderstood how many places of the text were not: nothing is kept then, as far as is known
 * The cut begins on the day of the assessment.
 */
export function cutCase(
    assessment: Assessment,
    asked: readonly string[],
    external: boolean,
    notUnderstood: number,
): CutCase {
    const { lookup, today: date } = assessment;
    const cut = sever(lookup, [...new Set([...asked, ...(external ? outerZones(lookup) : [])])]);
    const functions = judgeFunctions(assessment, cut).map(each => unlessMissing(each, notUnderstood));
    return { lookup, date, cut, functions, notUnderstood };
}

export function questionOf({ asset, peer, flow }: Question): CutQuestion {
    return { asset, peer, flow: flow?.id ?? null };
}

/** A verdict where something of the text is missing: what a function needs may be written there. */
export function unlessMissing(verdict: FunctionVerdict, places: number): FunctionVerdict {
    return places === 0 || verdict.verdict !== 'kept'
        ? verdict
        : { ...verdict, verdict: 'not-said', because: 'what it needs may be in text that was not understood' };
}

/** The case as `cut --format json` prints it for a model. */
export function cutJson({ cut, functions, date, notUnderstood }: CutCase) {
    return {
        notUnderstood,
        date,
        cut: cut.asked,
        functions: functions.map(each => ({
            id: each.function.id,
            title: each.function.title,
            essential: each.function.traits.includes('essential'),
            verdict: each.verdict,
            date: each.until,
            endures: each.endures,
            chain: each.chain,
            because: each.because,
            fallback: each.function.fallback,
            questions: each.questions.map(questionOf),
        })),
        where: cut.where.map(({ conduit, devices }) => ({ conduit, devices })),
        unclean: cut.unclean.map(({ kind, id, zone }) => ({ kind, id, zone })),
        stops: cut.stopped.map(flow => ({
            flow: flow.id,
            conduit: flow.container,
            partly: cut.stops(flow) === 'partly',
        })),
    };
}
