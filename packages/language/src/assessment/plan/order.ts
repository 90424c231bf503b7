import { reaches } from './cover.ts';
import type { Candidates, Goal } from './goals.ts';
import type { PlanStep } from './plan.ts';

/** What costs nothing is divided by this: costs may be in millions. */
const least = 1e-6;

/**
 * The order of the steps: each is what lowers the risk most for its money, then what closes most. Where others have a
 * cost, nothing says what one without is worth: it comes after them.
 */
export function ordered(
    { reachable, countermeasures, riskWith }: Candidates,
    items: readonly number[],
    costed: boolean,
): readonly { readonly item: number; readonly closes: readonly Goal[]; readonly risk: PlanStep['risk'] }[] {
    const left = new Set(items);
    const done = new Set<number>();
    const closed = new Set<Goal>();
    const steps: { item: number; closes: readonly Goal[]; risk: PlanStep['risk'] }[] = [];
    let before = riskWith(done);
    while (left.size > 0) {
        const options = [...left].map(item => {
            const now = new Set([...done, item]);
            const closes = reachable.filter(
                ({ goal, alternatives }) => !closed.has(goal) && reaches(alternatives, now),
            );
            const after = riskWith(now);
            const lowers = before === null || after === null ? 0 : before - after;
            const { cost } = countermeasures[item]!;
            const money = Math.max(cost ?? 1, least);
            return {
                item,
                after,
                closes: closes.map(({ goal }) => goal),
                rank: [costed && cost === null ? 0 : 1, lowers / money, closes.length / money],
            };
        });
        const best = options.reduce((first, each) => {
            const differs = each.rank.findIndex((value, at) => value !== first.rank[at]);
            return differs >= 0 && each.rank[differs]! > first.rank[differs]! ? each : first;
        });
        left.delete(best.item);
        done.add(best.item);
        for (const goal of best.closes) closed.add(goal);
        steps.push({
            item: best.item,
            closes: best.closes,
            risk: before === null || best.after === null ? null : { before, after: best.after },
        });
        before = best.after;
    }
    return steps;
}
