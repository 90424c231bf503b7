import type { Assessment, Cover, CoverProblem, Goal, Plan, Unreached } from '../../src/assessment/index.ts';
import { planOf, reaches } from '../../src/assessment/index.ts';
import type { Model } from '../../src/model/index.ts';

/** The best set of a few items, by trying them all; of two alike the first by its numbers. */
export function byTrying({ costs, goals, budget }: CoverProblem): Promise<Cover> {
    let best = { items: [] as readonly number[], reached: -1, cost: Infinity };
    for (let set = 0; set < 2 ** costs.length; set++) {
        const items = costs.flatMap((_, item) => ((set >> item) & 1 ? [item] : []));
        const chosen = new Set(items);
        const cost = items.reduce((sum, item) => sum + costs[item]!, 0);
        const reached = goals.filter(ways => reaches(ways, chosen)).length;
        if (budget === null ? reached < goals.length : cost > budget) continue;
        if (reached > best.reached || (reached === best.reached && cost < best.cost)) best = { items, reached, cost };
    }
    return Promise.resolve({ items: best.items, proved: true, bound: budget === null ? best.cost : best.reached });
}

function goalText(goal: Goal | Unreached['goal']): string {
    if (goal.kind === 'risk') return `risk of ${goal.threat}`;
    return goal.kind === 'invariant' ? goal.invariant : `${goal.requirement} at ${goal.subject}`;
}

/** A plan as lines; the options are written as `budget 100`, `until 2026-12-31`, `zone A`. */
export async function planned(assessment: Assessment, whole: Model, asked: string): Promise<readonly string[]> {
    const option = (name: string): string | null => new RegExp(`${name} (\\S+)`).exec(asked)?.[1] ?? null;
    const budget = option('budget');
    const options = { budget: budget === null ? null : Number(budget), until: option('until'), zone: option('zone') };
    const plan: Plan = await planOf(assessment, whole, options, byTrying);
    return [
        `${asked}: ${plan.goals} goals, cost ${plan.cost}${plan.costed ? '' : ' (none is said)'}, bound ${plan.bound}` +
            `${plan.proved ? ', proved' : ''}${plan.withoutCost.length > 0 ? `, no cost ${plan.withoutCost.join(', ')}` : ''}`,
        ...plan.steps.map(
            step =>
                `  ${step.countermeasure.id} at ${step.subjects.join(', ')}: cost ${step.cost ?? '?'}, ${step.date ?? 'no day'}` +
                `${step.stops.map(({ window }) => ` in ${window.title}`).join('')}${step.lacksWindow ? ', no window' : ''}` +
                `${step.risk ? `, risk ${step.risk.before} to ${step.risk.after}` : ''}: ${step.closes.map(goalText).join(', ')}`,
        ),
        ...plan.left.map(goal => `  left: ${goalText(goal)}`),
        ...plan.healed.map(each => `  ${each.invariant} holds from ${each.date} on`),
        ...plan.unreachable.map(({ goal, takes }) => `  open: ${goalText(goal)}: ${takes}`),
        ...(plan.notJudged.threats.length > 0 ? [`  not judged: ${plan.notJudged.threats.join(', ')}`] : []),
        ...(plan.notJudged.targets.length > 0 ? [`  no target: ${plan.notJudged.targets.join(', ')}`] : []),
    ];
}
