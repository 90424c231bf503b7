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

/** The windows in which work may be done at a place, the next one first. */
function windowsAt(lookup: Lookup, id: string, today: string): readonly Window[] {
    const asset = lookup.asset(id);
    const found = new Set<Window>(asset?.windows);
    const homes = lookup.conduit(asset?.container ?? id)?.between.map(end => end.id) ?? [asset?.container ?? id];
    for (const home of homes) for (const zone of lookup.chain(home)) for (const each of zone.windows) found.add(each);
    return [...found]
        .filter(window => window.to.date >= today)
        .sort((a, b) => (a.from.date < b.from.date ? -1 : a.from.date > b.from.date ? 1 : 0));
}

type Placed = Pick<PlanStep, 'date' | 'stops' | 'lacksWindow'>;

/** Puts countermeasures that need the plant to stand still into windows, each as early as there is room. */
export class Calendar {
    private readonly assessment: Assessment;
    private readonly used = new Map<Window, number>();

    constructor(assessment: Assessment) {
        this.assessment = assessment;
    }

    /** The day of a countermeasure, and its windows: each place of it stands still in one of its own. */
    place(countermeasure: Countermeasure, subjects: readonly string[]): Placed {
        const { lookup, today } = this.assessment;
        const due = countermeasure.due !== null && countermeasure.due.date >= today ? countermeasure.due.date : null;
        const needed = downtimeOf(countermeasure);
        if (needed === 0) return { date: due, stops: [], lacksWindow: false };
        const lacking: Placed = { date: null, stops: [], lacksWindow: true };
        if (subjects.length === 0) return lacking;
        const taken = new Set<Window>();
        // The place with the fewest windows first: what it takes may do for others.
        const choices = subjects.map(id => windowsAt(lookup, id, today)).sort((a, b) => a.length - b.length);
        for (const windows of choices) {
            if (windows.some(window => taken.has(window))) continue;
            const next = windows.find(window => this.dayIn(window, needed) !== null);
            if (!next) return lacking;
            taken.add(next);
        }
        const stops = [...taken]
            .map(window => ({ window, date: this.dayIn(window, needed)! }))
            .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
        for (const window of taken) this.used.set(window, (this.used.get(window) ?? 0) + needed);
        return { date: stops.at(-1)!.date, stops, lacksWindow: false };
    }

    /** The day on which so many hours begin in a window; `null` where it has no room for them. */
    private dayIn(window: Window, needed: number): string | null {
        const { today } = this.assessment;
        const first = window.from.date < today ? today : window.from.date;
        const used = this.used.get(window) ?? 0;
        if ((daysBetween(first, window.to.date) + 1) * 24 - used < needed) return null;
        return dayAfter(first, { amount: Math.floor(used / 24), unit: 'days' });
    }
}
