import type { Goal } from './goals.ts';
import { reaches } from './cover.ts';

interface Reachable {
    readonly goal: Goal;
    readonly alternatives: readonly (readonly number[])[];
}

/**
 * A set of items in which none can be replaced by one that costs the same, closes what is closed, and is done sooner.
 * @param closed what the set has to go on closing
 * @param days of each item: when it can be done by itself; `null` where nothing says it, which is later than any day
 */
export function sooner(
    items: readonly number[],
    closed: readonly Reachable[],
    costs: readonly number[],
    days: readonly (string | null)[],
    inTime: readonly boolean[],
): readonly number[] {
    const later = (a: number, b: number): boolean => {
        const [one, other] = [days[a] ?? null, days[b] ?? null];
        return other !== null && (one === null || one > other);
    };
    const taken = new Set(items);
    for (const item of items) {
        // The soonest that does as much; of equally soon ones the first.
        let best = item;
        taken.delete(item);
        for (const [other, cost] of costs.entries()) {
            if (taken.has(other) || !inTime[other] || cost !== costs[item] || !later(best, other)) continue;
            taken.add(other);
            if (closed.every(({ alternatives }) => reaches(alternatives, taken))) best = other;
            taken.delete(other);
        }
        taken.add(best);
    }
    return [...taken].sort((a, b) => a - b);
}
