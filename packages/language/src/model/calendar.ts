import type { DurationUnit } from './words.ts';

/** A time span such as 72 hours. */
export interface TimeSpan {
    readonly amount: number;
    readonly unit: DurationUnit;
}

const day = 86_400_000;
const hour = 3_600_000;

/** Midnight of a day; `Date.UTC` takes the years before 100 for years of the last century. */
function midnight(year: number, month: number, dayOfMonth: number): Date {
    const at = new Date(0);
    at.setUTCFullYear(year, month, dayOfMonth);
    return at;
}

function lastOfMonth(year: number, month: number): number {
    return midnight(year, month + 1, 0).getUTCDate();
}

/** The moment at which a time is over that began with a day. A month after 31 January is the end of February. */
function moment(date: string, { amount, unit }: TimeSpan): number {
    const start = Date.parse(`${date}T00:00:00Z`);
    switch (unit) {
        case 'hours':
            return start + amount * hour;
        case 'days':
            return start + amount * day;
        case 'weeks':
            return start + amount * 7 * day;
        case 'months':
        case 'years': {
            const at = new Date(start);
            const months = at.getUTCMonth() + (unit === 'years' ? 12 * amount : amount);
            const year = at.getUTCFullYear() + Math.floor(months / 12);
            const month = months % 12;
            return midnight(year, month, Math.min(at.getUTCDate(), lastOfMonth(year, month))).getTime();
        }
    }
}

/** Before it nothing of this product was there, so that a clock that says so was never set, or has lost its battery. */
const firstDay = '2025-01-01';
/** After it dates say nothing that somebody has planned. */
const lastLikelyDay = '2099-12-31';

/**
 * The day that a clock shows, `YYYY-MM-DD` in UTC. Days are compared as text, so one outside of the years 0 to 9999 is
 * the first or last day of these.
 */
export function dayOfClock(now: Date): string {
    const year = now.getUTCFullYear();
    if (year > 9999) return lastDay;
    return year >= 0 ? now.toISOString().slice(0, 10) : '0000-01-01';
}

/**
 * Why a day of a clock is not that of today: an acceptance that has expired would count on, or everything as expired.
 * `null` for one that may be.
 */
export function clockDoubt(day: string): string | null {
    if (day >= firstDay && day <= lastLikelyDay) return null;
    return (
        `The clock of this machine says ${day}, which cannot be today. What is due or expired is judged by it: set ` +
        'the clock.'
    );
}

/** Days after the last year that a date of the language can have are shown as that. */
const lastDay = '9999-12-31';

/**
 * The day that is so long after another one: `YYYY-MM-DD` in and out, by the calendar, without time zones. Hours count
 * from the start of the day.
 */
export function dayAfter(date: string, span: TimeSpan): string {
    const at = new Date(moment(date, span));
    return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 ? lastDay : at.toISOString().slice(0, 10);
}

/** Below 0 where the first span is the shorter one, from a day on. */
export function compareSpans(date: string, a: TimeSpan, b: TimeSpan): number {
    const [first, second] = [moment(date, a), moment(date, b)];
    return first < second ? -1 : first > second ? 1 : 0;
}

/** How many days the second date is after the first one; below 0 where it is before. */
export function daysBetween(from: string, to: string): number {
    return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day);
}
