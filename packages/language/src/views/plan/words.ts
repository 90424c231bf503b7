import type { Assessment, Plan, Unreached } from '../../assessment/index.ts';
import { askedAndContradicted } from '../../rules/ask/contradicted.ts';

/** A goal in a few words: `SR 1.1 at Control`. */
export function goalText(goal: Unreached['goal']): string {
    switch (goal.kind) {
        case 'requirement':
            return `${goal.requirement} at ${goal.subject}`;
        case 'risk':
            return `risk of ${goal.threat}`;
        case 'invariant':
            return `invariant ${goal.invariant}`;
    }
}

/** Goals with the requirements of one place together: `Control: SR 1.1, SR 1.2`. */
export function goalsByPlace(goals: readonly Unreached['goal'][]): readonly string[] {
    const groups = Map.groupBy(goals, goal => (goal.kind === 'requirement' ? goal.subject : null));
    return [...groups].flatMap(([place, all]) =>
        place === null
            ? all.map(goalText)
            : [`${place}: ${all.flatMap(goal => (goal.kind === 'requirement' ? goal.requirement : [])).join(', ')}`],
    );
}

/** What is known of how good the plan is, in whole sentences. */
export function proofText({ costed, proved, bound, cost, withoutCost, steps }: Plan): string {
    if (steps.length === 0) return '';
    if (!costed)
        return (
            'No countermeasure has a cost, so the cheapest plan cannot be found: these are the fewest ' +
            'countermeasures, ranked by ' +
            `what they do.${proved ? ' No fewer do it.' : bound > 0 ? ` At least ${Math.ceil(bound)} are needed.` : ''}`
        );
    if (withoutCost.length > 0)
        return (
            `The cost of ${withoutCost.join(', ')} is not said and counts as 0: a cheaper plan may exist. A step ` +
            'without a cost comes last.'
        );
    return proved
        ? `The plan costs ${cost}; none that closes as much costs less.`
        : `The plan costs ${cost}; ${bound > 0 ? `none costs less than ${bound}` : 'a cheaper one may exist'}.`;
}

/** What is known of the plan, with a budget that may not be enough for all; nothing for a plan without a step. */
export function budgetText(plan: Plan, budget: number | null): string {
    const { costed, cost, crowded, left, overBudget, proved, unreachable, withoutCost } = plan;
    const texts: string[] = [];
    if (overBudget) {
        const open = left.length + unreachable.filter(each => each.goal.kind !== 'invariant').length;
        texts.push(
            `${budget} is not enough for all: the plan closes ${plan.goals - open} and costs ${cost}.`,
            ...(proved ? ['No plan closes more for that money.'] : []),
            ...(withoutCost.length > 0 ? [`The cost of ${withoutCost.join(', ')} is not said and counts as 0.`] : []),
        );
    } else texts.push(proofText(plan));
    if (budget !== null && plan.steps.length > 0 && (withoutCost.length > 0 || !costed))
        texts.push(`Whether ${budget} is enough for it is not known.`);
    if (crowded) texts.push('The windows do not hold all that could be done in time: another choice may close more.');
    return texts.filter(text => text !== '').join(' ');
}

/** That a plan has no step, though something is open. */
export function noStepText({ left }: Plan): string {
    return left.length > 0
        ? 'No planned or proposed countermeasure can be taken within the limits of this plan.'
        : 'No planned or proposed countermeasure closes anything of what is open.';
}

/** That nothing is to do; of what is not judged, that it is not. */
export function nothingOpen({ targets, risks }: { readonly targets: number; readonly risks: number }): string {
    const asked =
        targets > 0 ? 'Nothing is open of what an SL-T asks for' : 'No SL-T is stated, so no requirement is asked for';
    const rated =
        risks > 0 ? 'no risk that is assessed is above tolerable' : 'no risk is compared with a tolerable one';
    return `${asked}, and ${rated}.`;
}

/** What a plan counts as met, since it is stated, and the model contradicts: requirements by zone and conduit. */
export interface Contradicted {
    readonly subject: string;
    readonly requirements: readonly string[];
}

/** @param zone the zone that is planned for, with what is in it; `null` for all */
export function countedAndContradicted(assessment: Assessment, zone: string | null): readonly Contradicted[] {
    return [...askedAndContradicted(assessment)]
        .filter(([subject]) => zone === null || assessment.lookup.within(subject, zone))
        .map(([subject, requirements]) => ({ subject, requirements }));
}

/** The same in a sentence; nothing where there is none. */
export function contradictedTexts(found: readonly Contradicted[]): readonly string[] {
    if (found.length === 0) return [];
    const places = found.map(({ subject, requirements }) => `${subject}: ${requirements.join(', ')}`);
    return [`Counted as stated, and contradicted by the model: ${places.join('; ')}.`];
}
