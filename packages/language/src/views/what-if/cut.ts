import type { Assessment, FunctionVerdict, Question, Severed } from '../../assessment/index.ts';
import { judgeFunctions, outerZones, sever } from '../../assessment/index.ts';
import type { Lookup } from '../../model/index.ts';

/** A cut, and what becomes of the functions. */
export interface CutCase {
    readonly lookup: Lookup;
    readonly date: string;
    readonly cut: Severed;
    readonly functions: readonly FunctionVerdict[];
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
 * The cut begins on the day of the assessment.
 */
export function cutCase(assessment: Assessment, asked: readonly string[], external: boolean): CutCase {
    const { lookup, today: date } = assessment;
    const cut = sever(lookup, [...new Set([...asked, ...(external ? outerZones(lookup) : [])])]);
    return { lookup, date, cut, functions: judgeFunctions(assessment, cut) };
}

export function questionOf({ asset, peer, flow }: Question): CutQuestion {
    return { asset, peer, flow: flow?.id ?? null };
}

/** The case as `cut --format json` prints it for a model. */
export function cutJson({ cut, functions, date }: CutCase) {
    return {
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
