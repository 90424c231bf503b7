import { dayAfter, type Model } from '../model/index.ts';
import { forecastOf } from '../views/forecast/index.ts';
import type { DayItem } from './messages.ts';

/** How far the days go that are offered. */
const ahead = { amount: 10, unit: 'years' } as const;

/**
 * The days to come on which something of a model changes: what is planned, due, expires or is retired, and levels.
 * @param whole all that the text says
 */
export function daysOf(whole: Model, today: string): readonly DayItem[] {
    const { events } = forecastOf({ whole, from: today, until: dayAfter(today, ahead), matrix: null });
    const days = Map.groupBy(
        events.filter(({ date }) => date > today),
        ({ date }) => date,
    );
    return [...days].map(([day, all]) => ({ day, what: all.map(({ what }) => what) }));
}
