import type { Levels } from '../../assessment/index.ts';
import { levelsOf } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import type { Lookup, Model } from '../../model/index.ts';
import { dayAfter, lookup as lookupOf, onDay } from '../../model/index.ts';
import type { Dated } from './events.ts';
import { datesOf } from './events.ts';
import { patchDays, type PatchDay } from './patch-days.ts';

/** A model, and the days that are looked at. */
export interface ForecastInput {
    /** All that the text says, on whatever day. */
    readonly whole: Model;
    /** The first day, and the last one: `YYYY-MM-DD`. */
    readonly from: string;
    readonly until: string;
}

/** A level that becomes another one. */
export interface LevelStep {
    readonly what: 'SL-A';
    /** 0 to 6. */
    readonly fr: number;
    readonly before: number;
    readonly after: number;
}

/** One day on which something changes, and what. */
export interface ForecastEvent extends Dated {
    readonly levels: readonly LevelStep[];
}

/** The levels of a stretch of days on which nothing changes. */
export interface Stretch {
    /** Its first day. */
    readonly date: string;
    readonly levels: Levels;
    /** The same if everything that is planned is done by its day. */
    readonly ifDone: Levels;
}

/** What changes on which day. */
export interface Forecast {
    readonly from: string;
    readonly until: string;
    readonly system: string | null;
    /** In the order of the days; of one day what the model says first, then what follows for the levels. */
    readonly events: readonly ForecastEvent[];
    readonly stretches: readonly Stretch[];
    /** All zones and conduits that are there at some time, in the order of the text. */
    readonly subjects: readonly { readonly kind: 'zone' | 'conduit'; readonly id: string }[];
}

function stepsBetween(before: Levels, after: Levels, id: string): readonly LevelStep[] {
    const [was, is] = [before.of(id), after.of(id)];
    // What comes or goes is an event of its own.
    if (!was || !is) return [];
    return frAbbreviations.flatMap((_, fr): readonly LevelStep[] => {
        const [old, now] = [was.slA[fr]!, is.slA[fr]!];
        return old === now ? [] : [{ what: 'SL-A', fr, before: old, after: now }];
    });
}

function levelsText(steps: readonly LevelStep[]): string {
    return steps.map(({ fr, before, after }) => `${frAbbreviations[fr]} ${before} → ${after}`).join(', ');
}

/** The days on which a level may become another one: the day after an expiry, and the day of what is due or there. */
function turningDays(dated: readonly Dated[], from: string, until: string): readonly string[] {
    const days = dated.flatMap(({ kind, date }) => {
        if (kind === 'evidence-expires') return [dayAfter(date, { amount: 1, unit: 'days' })];
        return kind === 'due' || kind === 'planned' || kind === 'retired' ? [date] : [];
    });
    return [from, ...new Set(days.filter(day => day > from && day <= until).sort())];
}

/** The day of a patch, with the rules that it answers and those that it raises. */
function patchEvent({ date, asset, version, begins, ends }: PatchDay): Dated {
    const steps = [
        ...(ends.length > 0 ? [`ends ${ends.join(', ')}`] : []),
        ...(begins.length > 0 ? [`begins ${begins.join(', ')}`] : []),
    ];
    const what = `${asset} is patched to ${version}: ${steps.join('; ')}`;
    return { date, last: null, kind: 'patched', subject: asset, what };
}

/** What changes in a model between two days, as far as its text says it. */
export function forecastOf({ whole, from, until }: ForecastInput): Forecast {
    const dated = [...datesOf(whole, lookupOf(whole)), ...patchDays(whole, from, until).map(patchEvent)];
    const stretches = turningDays(dated, from, until).map((date): Stretch => {
        const there: Lookup = lookupOf(onDay(whole, date));
        return { date, levels: levelsOf(there, date), ifDone: levelsOf(there, date, { asPlanned: true }) };
    });
    const subjects = [...whole.zones, ...whole.conduits].map(({ kind, id }) => ({ kind, id }));
    const levelEvents = stretches.slice(1).flatMap((now, index): readonly ForecastEvent[] => {
        const before = stretches[index]!;
        const of = (kind: 'level' | 'level-if-done'): readonly ForecastEvent[] =>
            subjects.flatMap(({ id }) => {
                const levels =
                    kind === 'level'
                        ? stepsBetween(before.levels, now.levels, id)
                        : stepsBetween(before.ifDone, now.ifDone, id);
                if (levels.length === 0) return [];
                const when = kind === 'level' ? '' : ', if what is planned is done';
                const what = `SL-A of ${id}${when}: ${levelsText(levels)}`;
                return [{ date: now.date, last: null, kind, subject: id, what, levels }];
            });
        return [...of('level'), ...of('level-if-done').filter(each => !isSameAs(each, of('level')))];
    });
    const said = dated
        .filter(({ date, last }) => (last ?? date) >= from && date <= until)
        .map((each): ForecastEvent => ({ ...each, levels: [] }));
    const events = [...said, ...levelEvents].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    return { from, until, system: whole.system?.id ?? null, events, stretches, subjects };
}

/** What changes the same way whether or not the plan is done is said once. */
function isSameAs(event: ForecastEvent, others: readonly ForecastEvent[]): boolean {
    return others.some(
        other => other.subject === event.subject && levelsText(other.levels) === levelsText(event.levels),
    );
}

/** The forecast as `forecast --format json` prints it for a model. */
export function forecastJson({ from, until, events, stretches, subjects }: Forecast) {
    return {
        date: from,
        until,
        events: events.map(({ date, last, kind, subject, what, levels }) => ({
            date,
            last,
            kind,
            subject,
            what,
            levels: levels.map(step => ({ ...step, fr: frAbbreviations[step.fr] })),
        })),
        days: stretches.map(({ date, levels, ifDone }) => ({
            date,
            subjects: subjects.flatMap(({ kind, id }) => {
                const now = levels.of(id);
                return now ? [{ kind, id, slT: now.slT, slA: now.slA, slAIfDone: ifDone.of(id)?.slA ?? now.slA }] : [];
            }),
        })),
    };
}
