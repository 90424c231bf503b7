import type { Duration, EvidenceTime, Lookup } from '../model/index.ts';
import { dayAfter } from '../model/index.ts';

/** How long evidence with a date is good for in a model where it does not say it; `null` where it does not age. */
export function usualTime(lookup: Lookup): Duration | null {
    return lookup.model.system?.evidenceValid ?? null;
}

/**
 * The last day on which evidence is good.
 * @param usual of evidence with a date that does not say it
 * @returns `YYYY-MM-DD`, or `null` for evidence that does not age, as it has no date or no time, and for one of which a
 *   time cannot be read
 */
export function goodUntil({ dated, valid, until, unread }: EvidenceTime, usual: Duration | null): string | null {
    // It shows nothing, on whatever day.
    if (unread) return null;
    if (until) return until.date;
    const span = valid ?? usual;
    return dated && span ? dayAfter(dated.date, span) : null;
}

/**
 * The first day on which evidence with a day counts: the day before its own, since its day has begun somewhere on
 * earth by then. `null` for evidence without a day.
 */
export function countsFrom({ dated }: EvidenceTime): string | null {
    return dated && dayAfter(dated.date, { amount: -1, unit: 'days' });
}
