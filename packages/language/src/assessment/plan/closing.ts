import type { Flow, Model } from '../../model/index.ts';
import { dayAfter, daysOfChange, onDay } from '../../model/index.ts';
import type { Assessment } from '../assessment.ts';
import { assess } from '../assessment.ts';
import type { InvariantVerdict } from '../invariants.ts';
import { refutedWithout } from '../invariants.ts';
import type { CoverSolver } from './cover.ts';

/**
 * What ends the paths that break an invariant. Countermeasures take no path away: flows that go do, and days on which
 * the text takes them away already.
 */

/** The fewest flows without which an invariant holds. */
export interface ClosingFlows {
    readonly flows: readonly Flow[];
    /** True where no smaller set does it. */
    readonly proved: boolean;
    /** False where the invariant is broken even without every flow that was tried. */
    readonly closes: boolean;
}

/** After so many paths the search ends with what it has. */
const mostPaths = 200;

/**
 * Finds the fewest flows that have to go: a path that is left names the flows of which one has to go, until there is
 * no path. A set that leaves no path and is the smallest one that meets all paths found so far is the smallest of all.
 * @param solve finds the smallest set that meets some paths
 */
export async function closingFlows(
    assessment: Assessment,
    verdict: InvariantVerdict,
    solve: CoverSolver,
): Promise<ClosingFlows> {
    const flows: Flow[] = [];
    const paths: (readonly number[])[] = [];
    let gone: readonly Flow[] = [];
    let proved = true;
    for (let round = 0; round < mostPaths; round++) {
        const path = verdict.clauses
            .map(({ clause }) => refutedWithout(assessment, verdict, clause, new Set(gone)))
            .find(each => each !== null);
        if (!path) return { flows: gone, proved, closes: true };
        const on = [...new Set(path.hops.flatMap(({ flow }) => flow ?? []))];
        if (on.length === 0) return { flows: [], proved: true, closes: false };
        for (const flow of on) if (!flows.includes(flow)) flows.push(flow);
        paths.push(on.map(flow => flows.indexOf(flow)));
        const cover = await solve({
            costs: flows.map(() => 1),
            goals: paths.map(each => each.map(item => [item])),
            budget: null,
        });
        proved &&= cover.proved;
        gone = cover.items.map(item => flows[item]!);
    }
    return { flows: gone, proved: false, closes: false };
}

/** A day on which an invariant that is broken today holds, as the text is. */
export interface HealedOn {
    readonly invariant: string;
    /** `YYYY-MM-DD`. */
    readonly date: string;
}

/** Of more days than these none is looked at. */
const mostDays = 60;

/**
 * The first day from which each broken invariant holds, by what is planned for and retired on a day, and by exceptions
 * that end. It holds on all later days of the text too; where these are too many to look at, no day is said.
 * @param whole all that the text says, on whatever day
 */
export function healedByDates(assessment: Assessment, whole: Model): readonly HealedOn[] {
    const { lookup, today, yardstick } = assessment;
    const broken = new Set(assessment.invariants.filter(({ holds }) => !holds).map(({ invariant }) => invariant.id));
    if (broken.size === 0) return [];
    const ends = whole.invariants.flatMap(({ exceptions }) =>
        exceptions.flatMap(({ until }) => (until ? [dayAfter(until.date, { amount: 1, unit: 'days' })] : [])),
    );
    const ahead = [...daysOfChange(whole), ...ends].filter(day => day > today);
    const days = [...new Set(ahead)].sort();
    if (days.length > mostDays) return [];
    const since = new Map<string, string>();
    for (const date of days) {
        const then = assess(lookup.of(onDay(whole, date)), { ...yardstick, today: date });
        for (const { invariant, holds } of then.invariants) {
            if (!broken.has(invariant.id)) continue;
            if (!holds) since.delete(invariant.id);
            else if (!since.has(invariant.id)) since.set(invariant.id, date);
        }
    }
    return [...since].map(([invariant, date]) => ({ invariant, date }));
}
