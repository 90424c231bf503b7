import type { Dependency, Endurance, EssentialFunction, Lookup } from '../../model/index.ts';
import { compareSpans, dayAfter, durationText } from '../../model/index.ts';
import type { Assessment } from '../assessment.ts';
import { namedBy, restsOn, supportOf } from './assume.ts';
import {
    bestOf,
    covers,
    graver,
    isWritten,
    keptLoss,
    Losses,
    type Loss,
    type Question,
    type Standing,
} from './losses.ts';
import type { Severed } from './severed.ts';

/** What becomes of a function in a cut. */
export interface FunctionVerdict {
    readonly function: EssentialFunction;
    readonly verdict: 'kept' | 'degraded' | 'lost' | 'not-said';
    /** The day until which a degraded one goes on, `YYYY-MM-DD`; else `null`. */
    readonly until: string | null;
    /** How long that is, as it is written: `72 hours`; else `null`. */
    readonly endures: string | null;
    /** True for a degraded one of which it is not said whether it goes on after that time. */
    readonly mayGoOn: boolean;
    /** From the function to what is cut, as ids; of a degraded one what is lost when the time is over. */
    readonly chain: readonly string[];
    readonly because: string;
    readonly questions: readonly Question[];
}

/** More choices of a side are not tried one by one. */
const mostSides = 64;

type Judging = Pick<Assessment, 'lookup' | 'reach' | 'today'>;

type Settled = ReadonlyMap<string, FunctionVerdict>;

/**
 * What a function goes on without for a time only, though nothing that it needs rests on it: what comes after that
 * time is said by these words alone.
 */
export function enduredAlone(lookup: Lookup, asked: EssentialFunction): readonly Endurance[] {
    if (asked.endures.length === 0) return [];
    const support = [...supportOf(lookup, asked)];
    const named = [...asked.needs, ...asked.needsOneOf.flatMap(group => group.any)];
    const isSame = (a: Dependency, b: Dependency): boolean => a.of === b.of && a.id === b.id;
    return asked.endures.filter(
        ({ without }) =>
            !named.some(need => isSame(need, without)) &&
            !asked.worksWithout.some(other => isWritten(other) && isSame(other.without, without)) &&
            !support.some(id => covers(lookup, without, id, null)),
    );
}

/** A function whose losses are worked out while some things are excused. */
class Asking {
    private readonly assessment: Judging;
    private readonly cut: Severed;
    private readonly asked: EssentialFunction;
    private readonly others: Settled;
    private readonly needs: readonly Dependency[];

    constructor(assessment: Judging, cut: Severed, asked: EssentialFunction, others: Settled) {
        this.assessment = assessment;
        this.cut = cut;
        this.asked = asked;
        this.others = others;
        this.needs = [...asked.needs, ...enduredAlone(assessment.lookup, asked).map(each => each.without)];
    }

    /** What becomes of it while it goes on without some things for a time. */
    with(endured: readonly Endurance[]): Loss {
        const { asked, cut } = this;
        const { lookup, reach } = this.assessment;
        const forNow = endured.map(each => each.without);
        const losses = new Losses(lookup, reach, cut, [
            ...forNow,
            ...asked.worksWithout.filter(isWritten).map(each => each.without),
        ]);
        const isEndured = (need: Dependency): boolean =>
            need.of === 'function'
                ? forNow.some(each => each.of === 'function' && each.id === need.id)
                : forNow.some(each => covers(lookup, each, need.id, null));
        const of = (need: Dependency, away: ReadonlySet<string>): Loss => {
            if (isEndured(need)) return keptLoss;
            const loss =
                need.of === 'function'
                    ? this.other(need.id, away)
                    : away.has(need.id)
                      ? lostBySide(need.id)
                      : losses.of(need.id);
            return loss.standing === 'kept' ? loss : { ...loss, chain: [asked.id, ...loss.chain] };
        };
        const total = (away: ReadonlySet<string>): Loss => {
            let loss = keptLoss;
            for (const need of this.needs) loss = graver(loss, of(need, away));
            for (const group of asked.needsOneOf)
                loss = graver(
                    loss,
                    bestOf(
                        asked.id,
                        group,
                        group.any.map(need => of(need, away)),
                    ),
                );
            return loss;
        };
        const sides = this.sides(need => !isEndured(need));
        if (sides === null) return { ...notSaid(asked.id), because: 'the cut leaves too many combinations to check' };
        return sides.map(total).reduce((best, each) => (worse(best, each) ? each : best));
    }

    /** Another function that this one needs; what only goes on for a time is no more than that. */
    private other(id: string, away: ReadonlySet<string>): Loss {
        const verdict = this.others.get(id);
        if (!verdict || verdict.verdict === 'kept') {
            // It goes on, but where this one is not.
            const placed = namedBy(this.assessment.lookup, id).filter(each => this.cut.partOf(each));
            const isAway = placed.length > 0 && placed.every(each => away.has(each));
            return isAway ? { ...lostBySide(id), chain: [id, placed[0]!] } : keptLoss;
        }
        const standing: Standing = verdict.verdict === 'lost' ? 'lost' : 'not-said';
        return {
            standing,
            chain: verdict.chain.length > 0 ? verdict.chain : [id],
            because: verdict.verdict === 'degraded' ? `${id} goes on for ${verdict.endures} only` : verdict.because,
            questions: verdict.questions,
        };
    }

    /**
     * A function is where the things are that it needs: where a cut separates them it can go on with one part of them.
     * For each choice of a part the ids of what is not in it; `null` for too many choices.
     */
    private sides(counts: (need: Dependency) => boolean): readonly ReadonlySet<string>[] | null {
        const needs = [...this.needs, ...this.asked.needsOneOf.flatMap(group => group.any)];
        const groups = new Map<number, Map<number, string[]>>();
        const ids = needs
            .filter(counts)
            .flatMap(need => (need.of === 'element' ? need.id : namedBy(this.assessment.lookup, need.id)));
        for (const id of new Set(ids)) {
            const part = this.cut.partOf(id);
            if (!part) continue;
            const group = groups.get(part.before) ?? new Map<number, string[]>();
            groups.set(part.before, group.set(part.after, [...(group.get(part.after) ?? []), id]));
        }
        let choices: ReadonlySet<string>[] = [new Set()];
        for (const group of groups.values()) {
            choices = [...group.keys()].flatMap(chosen => {
                const away = [...group].flatMap(([after, ids]) => (after === chosen ? [] : ids));
                return choices.map(each => new Set([...each, ...away]));
            });
            if (choices.length > mostSides) return null;
        }
        return choices;
    }
}

const rank = (loss: Loss): number => ['kept', 'not-said', 'lost'].indexOf(loss.standing);

function worse(a: Loss, b: Loss): boolean {
    return rank(a) > rank(b);
}

function lostBySide(id: string): Loss {
    return {
        standing: 'lost',
        chain: [id],
        because: `the cut separates ${id} from the rest of what it needs`,
        questions: [],
    };
}

function notSaid(id: string): Loss {
    return { standing: 'not-said', chain: [id], because: '', questions: [] };
}

function verdictOf(assessment: Judging, cut: Severed, asked: EssentialFunction, others: Settled): FunctionVerdict {
    if (asked.needs.length + asked.needsOneOf.length === 0) {
        return {
            function: asked,
            verdict: 'not-said',
            until: null,
            endures: null,
            mayGoOn: false,
            chain: [],
            because: 'it is not stated what it needs',
            questions: [],
        };
    }
    const { today } = assessment;
    const asking = new Asking(assessment, cut, asked, others);
    const shown = (verdict: FunctionVerdict['verdict'], loss: Loss, time: Endurance | null): FunctionVerdict => ({
        function: asked,
        verdict,
        until: time && dayAfter(today, time.duration),
        endures: time && durationText(time.duration),
        mayGoOn: verdict === 'degraded' && loss.standing === 'not-said',
        chain: loss.chain,
        because: loss.because,
        questions: loss.questions,
    });
    const atLast = asking.with([]);
    if (atLast.standing === 'kept') {
        const { assets, conduits } = restsOn(assessment.lookup, asked);
        if (assets.size + conduits.size > 0) return shown('kept', atLast, null);
        return shown('not-said', { ...atLast, chain: [asked.id], because: 'it states no asset that it needs' }, null);
    }
    const inTime = [...asked.endures].sort((a, b) => compareSpans(today, a.duration, b.duration));
    // What is endured runs out one after the other: the first time at which it stops counts.
    for (const [index, endurance] of inTime.entries()) {
        const rest = inTime.slice(index).filter(each => compareSpans(today, each.duration, endurance.duration) > 0);
        const holding = inTime.slice(index);
        const atFirst = asking.with(holding);
        // What is lost in the end may go on until then: that depends on the answers.
        if (atFirst.standing === 'not-said') return shown('not-said', atFirst, null);
        if (atFirst.standing === 'lost') break;
        const after = asking.with(rest);
        if (after.standing !== 'kept') return shown('degraded', after, endurance);
    }
    return shown(atLast.standing === 'lost' ? 'lost' : 'not-said', atLast, null);
}

/**
 * What becomes of every function in a cut.
 * @param assessment whose day is the one on which the cut begins
 */
export function judgeFunctions(assessment: Judging, cut: Severed): readonly FunctionVerdict[] {
    const { functions } = assessment.lookup.model;
    let settled: Settled = new Map();
    // Functions may need each other: what is lost spreads until nothing changes, past all of them at the latest.
    for (const _ of functions) {
        const next = new Map(functions.map(each => [each.id, verdictOf(assessment, cut, each, settled)]));
        const changed = functions.some(({ id }) => next.get(id)!.verdict !== settled.get(id)?.verdict);
        settled = next;
        if (!changed) break;
    }
    return functions.map(each => settled.get(each.id)!);
}
