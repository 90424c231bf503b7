import type { Countermeasure, Lookup, Window } from '../../model/index.ts';
import { dayAfter, daysBetween } from '../../model/index.ts';
import type { Assessment } from '../assessment.ts';
import type { PlanStep } from './plan.ts';

const hours = { hours: 1, days: 24, weeks: 168, months: 720, years: 8760 } as const;

/** The hours for which the plant stands still for a countermeasure; no end to them where they cannot be read. */
function downtimeOf({ downtime, downtimeUnread }: Countermeasure): number {
    if (downtimeUnread) return Infinity;
    return downtime === null ? 0 : downtime.amount * hours[downtime.unit];
}

/** The windows in which work may be done at some places, the next one first. */
function windowsAt(lookup: Lookup, subjects: readonly string[], today: string): readonly Window[] {
    const found = new Set<Window>();
    for (const id of subjects) {
        const asset = lookup.asset(id);
        for (const window of asset?.windows ?? []) found.add(window);
        const homes = lookup.conduit(asset?.container ?? id)?.between.map(end => end.id) ?? [asset?.container ?? id];
        for (const home of homes)
            for (const zone of lookup.chain(home)) for (const each of zone.windows) found.add(each);
    }
    return [...found]
        .filter(window => window.to.date >= today)
        .sort((a, b) => (a.from.date < b.from.date ? -1 : a.from.date > b.from.date ? 1 : 0));
}

/** Puts countermeasures that need the plant to stand still into windows, each as early as there is room. */
export class Calendar {
    private readonly assessment: Assessment;
    private readonly used = new Map<Window, number>();

    constructor(assessment: Assessment) {
        this.assessment = assessment;
    }

    /** The day of a countermeasure, and its window. */
    place(
        countermeasure: Countermeasure,
        subjects: readonly string[],
    ): Pick<PlanStep, 'date' | 'window' | 'lacksWindow'> {
        const { lookup, today } = this.assessment;
        const due = countermeasure.due !== null && countermeasure.due.date >= today ? countermeasure.due.date : null;
        const needed = downtimeOf(countermeasure);
        if (needed === 0) return { date: due, window: null, lacksWindow: false };
        for (const window of windowsAt(lookup, subjects, today)) {
            const first = window.from.date < today ? today : window.from.date;
            const room = (daysBetween(first, window.to.date) + 1) * 24 - (this.used.get(window) ?? 0);
            if (room < needed) continue;
            const start = (this.used.get(window) ?? 0) / 24;
            this.used.set(window, (this.used.get(window) ?? 0) + needed);
            return {
                date: dayAfter(first, { amount: Math.floor(start), unit: 'days' }),
                window,
                lacksWindow: false,
            };
        }
        return { date: null, window: null, lacksWindow: true };
    }
}
