import {
    budgetText,
    contradictedTexts,
    countedAndContradicted,
    goalsByPlace,
    openRows,
    restTexts,
    whenOf,
} from '../plan/index.ts';
import type { Roadmap } from './data.ts';
import type { ReportInput } from './input.ts';

/** The cheapest plan as rows; `null` where no countermeasure is planned or proposed, or no plan was asked for. */
export function roadmapOf({ plan, assessment }: ReportInput): Roadmap | null {
    if (!plan) return null;
    return {
        steps: plan.steps.map(step => ({
            id: step.countermeasure.id,
            title: step.countermeasure.title,
            status: step.countermeasure.status,
            owner: step.countermeasure.owner,
            cost: step.cost,
            date: step.date,
            when: whenOf(step),
            subjects: step.subjects,
            closes: goalsByPlace(step.closes),
            risk: step.risk,
        })),
        cost: plan.cost,
        proved: plan.proved,
        says: budgetText(plan, null),
        open: openRows(plan),
        notes: [...restTexts(plan), ...contradictedTexts(countedAndContradicted(assessment, null))],
    };
}
