import type { Plan, PlanOptions, Unreached } from '../../assessment/index.ts';
import { goalText } from './words.ts';

function unreachedJson({ goal, takes }: Unreached) {
    return {
        kind: goal.kind,
        subject: goal.kind === 'requirement' ? goal.subject : goal.kind === 'risk' ? goal.threat : goal.invariant,
        requirement: goal.kind === 'requirement' ? goal.requirement : null,
        what: goalText(goal),
        takes,
    };
}

/** The plan as `plan --format json` prints it for a model. */
export function planJson(plan: Plan, options: PlanOptions, date: string) {
    return {
        date,
        budget: options.budget,
        until: options.until,
        zone: options.zone,
        steps: plan.steps.map(step => ({
            measure: step.countermeasure.id,
            title: step.countermeasure.title,
            status: step.countermeasure.status,
            subjects: step.subjects,
            closes: step.closes.map(goalText),
            cost: step.cost,
            date: step.date,
            window: step.stops.at(-1)?.window.title ?? null,
            windows: step.stops.map(({ window, date: day }) => ({ title: window.title, date: day })),
            lacksWindow: step.lacksWindow,
            risk: step.risk,
        })),
        cost: plan.cost,
        costed: plan.costed,
        withoutCost: plan.withoutCost,
        proved: plan.proved,
        bound: plan.bound,
        left: plan.left.map(goalText),
        unreachable: plan.unreachable.map(unreachedJson),
        healed: plan.healed,
        notJudged: plan.notJudged,
    };
}
