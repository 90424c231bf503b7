import type { Dependency, Duration, EssentialFunction } from '../../model/index.ts';
import { compareSpans, dayAfter, durationText } from '../../model/index.ts';
import type { Assessment } from '../assessment.ts';
import { namedBy, restsOn } from './assume.ts';
import { enduredAlone, enduredBy, enduredTwice, type Holds } from './endured.ts';
import { bestOf, graver, kept, type Loss, lost, type Question, rank } from './loss.ts';
import { type Covers, covers, isWritten, Losses } from './losses.ts';
import type { Severed } from './severed.ts';

/** What becomes of a function in a cut. */
export interface FunctionVerdict {
    readonly function: EssentialFunction;
    readonly verdict: 'kept' | 'degraded' | 'lost' | 'not-said';
    /** The day until which a degraded one goes on, `YYYY-MM-DD`; else `null`. */
    readonly until: string | null;
    /** How long that is, as it is written: `72 hours`; else `null`. */
    readonly endures: string | null;
    /** The same as a time; else `null`. */
    readonly duration: Duration | null;
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

/** What becomes of the functions that one needs: alone, or as long as that one goes on, whichever is better. */
class Others {
    private readonly assessment: Judging;
    private readonly cut: Severed;
    private readonly asker: EssentialFunction;
    private readonly settled: Settled;
    private readonly holds: Holds;
    private known: Map<string, Loss> | undefined;

    constructor(assessment: Judging, cut: Severed, asker: EssentialFunction, settled: Settled, holds: Holds) {
        this.assessment = assessment;
        this.cut = cut;
        this.asker = asker;
        this.settled = settled;
        this.holds = holds;
    }

    of(id: string): Loss {
        const alone = this.alone(id);
        if (alone.standing === 'kept') return alone;
        this.known ??= this.spread();
        const seen = this.known.get(id);
        return seen && worse(alone, seen) ? seen : alone;
    }

    private alone(id: string): Loss {
        const verdict = this.settled.get(id);
        if (!verdict || verdict.verdict === 'kept' || (verdict.duration && this.holds(verdict.duration))) return kept;
        const { chain, because, questions, mayGoOn } = verdict;
        const standing = verdict.verdict === 'not-said' || mayGoOn ? 'not-said' : 'lost';
        return { standing, chain: chain.length > 0 ? chain : [id], because, questions };
    }

    /** What the asking one endures or works without, these go on without for its sake. */
    private spread(): Map<string, Loss> {
        const known = (this.known = new Map<string, Loss>());
        const { assessment, cut, asker, settled, holds } = this;
        const { lookup } = assessment;
        if (asker.endures.length + asker.worksWithout.length === 0) return known;
        const needed = restsOn(lookup, asker).functions;
        const asked = lookup.model.functions.filter(each => {
            if (!needed.has(each.id) || this.alone(each.id).standing === 'kept') return false;
            const rests = restsOn(lookup, each);
            return rests.assets.size + rests.conduits.size > 0;
        });
        for (const { id } of asked) known.set(id, kept);
        for (let changed = true; changed;) {
            changed = false;
            for (const each of asked) {
                const loss = new Asking(assessment, cut, each, settled, [each, asker]).whileOthers(this, holds);
                if (!worse(loss, known.get(each.id)!)) continue;
                known.set(each.id, loss);
                changed = true;
            }
        }
        return known;
    }
}

/** What a function becomes at some moment after the cut. */
class Asking {
    private readonly assessment: Judging;
    private readonly cut: Severed;
    private readonly asked: EssentialFunction;
    private readonly others: Settled;
    private readonly needs: readonly Dependency[];
    /** Who speaks: the function itself, and the one that needs it where it is asked for that one. */
    private readonly speakers: readonly EssentialFunction[];

    constructor(
        assessment: Judging,
        cut: Severed,
        asked: EssentialFunction,
        others: Settled,
        speakers: readonly EssentialFunction[] = [asked],
    ) {
        this.assessment = assessment;
        this.cut = cut;
        this.asked = asked;
        this.others = others;
        const { lookup } = assessment;
        this.needs = [
            ...asked.needs,
            ...[...enduredAlone(lookup, asked), ...enduredTwice(lookup, asked)].map(each => each.without),
        ];
        this.speakers = speakers;
    }

    /** What becomes of it at the moment in which some times are not over. */
    at(holds: Holds): Loss {
        return this.whileOthers(new Others(this.assessment, this.cut, this.asked, this.others, holds), holds);
    }

    /**
     * @param others what becomes of other functions at that moment
     * @param among what is not in the part in which the one that needs it goes on; without it any part will do
     */
    whileOthers(others: Others, holds: Holds, among?: ReadonlySet<string>, askers: readonly string[] = []): Loss {
        const { asked, cut, speakers } = this;
        const { lookup, reach } = this.assessment;
        // Each speaks for itself: what one of them goes on without is not taken back by the time of another.
        const spoken = speakers.map(each => enduredBy(lookup, cut, each.endures, holds));
        const endures: Covers = (id, conduit) => spoken.some(each => each(id, conduit));
        const isEnduredFunction = (id: string): boolean => spoken.some(each => each.ofFunction(id));
        const without = speakers.flatMap(each => each.worksWithout.filter(isWritten).map(other => other.without));
        const losses = new Losses(lookup, reach, cut, {
            endures,
            worksWithout: (id, conduit) => without.some(name => covers(lookup, name, id, conduit)),
            becomes: id => (isEnduredFunction(id) ? kept : others.of(id)),
        });
        const isEndured = (need: Dependency): boolean =>
            need.of === 'function' ? isEnduredFunction(need.id) : endures(need.id, null);
        const of = (need: Dependency, away: ReadonlySet<string>): Loss => {
            if (isEndured(need)) return kept;
            const loss =
                need.of === 'function'
                    ? this.other(need.id, others, holds, away, askers)
                    : away.has(need.id)
                      ? lostBySide(need.id)
                      : losses.of(need.id);
            return loss.standing === 'kept' ? loss : { ...loss, chain: [asked.id, ...loss.chain] };
        };
        const total = (away: ReadonlySet<string>): Loss => {
            let loss = kept;
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
        if (among) return total(among);
        const sides = this.sides(need => !isEndured(need));
        if (sides === null) {
            const because = 'the cut leaves too many combinations to check';
            return { standing: 'not-said', chain: [asked.id], because, questions: [] };
        }
        return sides.map(total).reduce((best, each) => (worse(best, each) ? each : best));
    }

    /** Another function that this one needs: it may go on, but where this one is not. */
    private other(
        id: string,
        others: Others,
        holds: Holds,
        away: ReadonlySet<string>,
        askers: readonly string[],
    ): Loss {
        const { assessment, cut } = this;
        const loss = others.of(id);
        const found = assessment.lookup.model.functions.find(each => each.id === id);
        const isTorn = namedBy(assessment.lookup, id).some(each => away.has(each));
        if (loss.standing === 'lost' || !found || !isTorn || askers.includes(id)) return loss;
        const asking = new Asking(assessment, cut, found, this.others, [found, ...this.speakers]);
        return graver(loss, asking.whileOthers(others, holds, away, [...askers, id]));
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

function worse(a: Loss, b: Loss): boolean {
    return rank(a) > rank(b);
}

function lostBySide(id: string): Loss {
    return lost([id], `the cut separates ${id} from the rest of what it needs`);
}

function verdictOf(assessment: Judging, cut: Severed, asked: EssentialFunction, others: Settled): FunctionVerdict {
    const verdict = (is: FunctionVerdict['verdict'], loss: Loss, time: Duration | null = null): FunctionVerdict => ({
        function: asked,
        verdict: is,
        until: time && dayAfter(assessment.today, time),
        endures: time && durationText(time),
        duration: time,
        mayGoOn: is === 'degraded' && loss.standing === 'not-said',
        chain: loss.chain,
        because: loss.because,
        questions: loss.questions,
    });
    if (asked.needs.length + asked.needsOneOf.length === 0)
        return verdict('not-said', { ...kept, because: 'it is not stated what it needs' });
    const { today } = assessment;
    const asking = new Asking(assessment, cut, asked, others);
    const rests = restsOn(assessment.lookup, asked);
    const atLast = asking.at(() => false);
    if (rests.assets.size + rests.conduits.size === 0) {
        const because = 'it states no asset that it needs';
        return verdict('not-said', atLast.standing === 'kept' ? { ...atLast, chain: [asked.id], because } : atLast);
    }
    if (atLast.standing === 'kept') return verdict('kept', atLast);
    const isAlone = rests.functions.size === 0 && asked.endures.every(each => each.without.of === 'element');
    // What another function endures may decide when this one stops.
    const times = (isAlone ? [asked] : assessment.lookup.model.functions)
        .flatMap(each => each.endures.map(({ duration }) => duration))
        .sort((a, b) => compareSpans(today, a, b));
    // What is endured runs out one after the other: the first time at which it stops counts.
    for (const time of times) {
        const now = asking.at(other => compareSpans(today, other, time) >= 0);
        // What is lost in the end may go on until then: that depends on the answers.
        if (now.standing === 'not-said') return verdict('not-said', now);
        if (now.standing === 'lost') break;
        const after = asking.at(other => compareSpans(today, other, time) > 0);
        if (after.standing !== 'kept') return verdict('degraded', after, time);
    }
    return verdict(atLast.standing === 'lost' ? 'lost' : 'not-said', atLast);
}

/**
 * What becomes of every function in a cut.
 * @param assessment whose day is the one on which the cut begins
 */
export function judgeFunctions(assessment: Judging, cut: Severed): readonly FunctionVerdict[] {
    const { functions } = assessment.lookup.model;
    let settled: Settled = new Map();
    // Functions may need each other: what is lost spreads until nothing changes, past all of them and back.
    for (const _ of [...functions, ...functions]) {
        const next = new Map(functions.map(each => [each.id, verdictOf(assessment, cut, each, settled)]));
        const changed = functions.some(({ id }) => {
            const [now, before] = [next.get(id)!, settled.get(id)];
            return now.verdict !== before?.verdict || now.endures !== before.endures;
        });
        settled = next;
        if (!changed) break;
    }
    return functions.map(each => settled.get(each.id)!);
}
