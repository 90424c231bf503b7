import type { Levels, MatrixReading } from '../../assessment/index.ts';
import { matrixOf } from '../../assessment/index.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import type { Model } from '../../model/index.ts';
import { dayAfter, lookup as lookupOf } from '../../model/index.ts';
import type { Dated } from './events.ts';
import { datesOf } from './events.ts';
import { following, type ForecastEvent } from './following.ts';
import { outcomesOf } from './outcomes.ts';
import { patchDays, type PatchDay } from './patch-days.ts';

/** A model, and the days that are looked at. */
export interface ForecastInput {
    /** All that the text says, on whatever day. */
    readonly whole: Model;
    /** The first day, and the last one: `YYYY-MM-DD`. */
    readonly from: string;
    readonly until: string;
    /** The risk matrix of the settings; `null` for a forecast without risks and invariants. */
    readonly matrix: MatrixReading | null;
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
    /** In the order of the days; of one day what the model says first, then what follows from it. */
    readonly events: readonly ForecastEvent[];
    readonly stretches: readonly Stretch[];
    /** All zones and conduits that are there at some time, in the order of the text. */
    readonly subjects: readonly { readonly kind: 'zone' | 'conduit'; readonly id: string }[];
}

const nextDay = (date: string): string => dayAfter(date, { amount: 1, unit: 'days' });

/** The days on which something may follow: the day after an expiry, and the day of what begins, is due or there. */
function turningDays(dated: readonly Dated[], from: string, until: string): readonly string[] {
    const days = dated.flatMap(({ kind, date }) => {
        if (kind === 'evidence-expires' || kind === 'exception-expires') return [nextDay(date)];
        return kind === 'evidence-begins' || kind === 'due' || kind === 'planned' || kind === 'retired' ? [date] : [];
    });
    return [from, ...new Set(days.filter(day => day > from && day <= until).sort())];
}

/** The day of a patch, with the rules that it answers and those that it raises. */
function patchEvent({ date, asset, version, begins, ends }: PatchDay): Dated {
    const steps = [
        ...(ends.length > 0 ? [`no longer found: ${ends.join(', ')}`] : []),
        ...(begins.length > 0 ? [`now found: ${begins.join(', ')}`] : []),
    ];
    const what = `${asset} is patched to ${version}: ${steps.join('; ')}`;
    return { date, last: null, kind: 'patched', subject: asset, what };
}

const byDay = (a: Dated, b: Dated): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/**
 * Events that say the same of the same element, as two stops of a plant do, with their number among these: on whatever
 * day a forecast begins, the second one of the text is the second one.
 */
function numbered<T extends Dated>(events: readonly T[]): readonly (T & { readonly nth: number })[] {
    const alike = Map.groupBy(events, ({ kind, subject, what }) => JSON.stringify([kind, subject, what]));
    const nth = new Map([...alike.values()].flatMap(all => all.toSorted(byDay).map((each, at) => [each, at + 1])));
    return events.map(each => ({ ...each, nth: nth.get(each)! }));
}

/** What changes in a model between two days, as far as its text says it. */
export function forecastOf({ whole, from, until, matrix }: ForecastInput): Forecast {
    const dated = [...datesOf(whole, lookupOf(whole), from), ...patchDays(whole, from, until).map(patchEvent)];
    const on = (...kinds: readonly Dated['kind'][]): readonly string[] =>
        dated.filter(({ kind }) => kinds.includes(kind)).map(({ date }) => date);
    const stretches = outcomesOf(whole, turningDays(dated, from, until), matrix, {
        changes: new Set(on('planned', 'retired')),
        exceptions: new Set(on('exception-expires').map(nextDay)),
    });
    const subjects = [...whole.zones, ...whole.conduits].map(({ kind, id }) => ({ kind, id }));
    const ids = subjects.map(({ id }) => id);
    const ranks = matrix && matrixOf(whole, matrix).matrix;
    const follows = stretches.slice(1).flatMap((now, index) => following(stretches[index]!, now, ids, ranks));
    const said = numbered(dated)
        .filter(({ date, last }) => (last ?? date) >= from && date <= until)
        .map((each): ForecastEvent => ({ ...each, levels: [], risk: null }));
    const events = [...said, ...numbered(follows)].sort(byDay);
    return { from, until, system: whole.system?.id ?? null, events, stretches, subjects };
}

/** The forecast as `forecast --format json` prints it for a model. */
export function forecastJson({ from, until, events, stretches, subjects }: Forecast) {
    return {
        date: from,
        until,
        events: events.map(({ date, last, kind, subject, what, levels, risk }) => ({
            date,
            last,
            kind,
            subject,
            what,
            levels: levels.map(step => ({ ...step, fr: frAbbreviations[step.fr] })),
            risk,
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
