import { requirementById } from '../../catalogue/index.ts';
import type { Assessment } from '../assessment.ts';
import { idleOf, lapseOf } from '../lapse.ts';
import { withAnd } from '../../model/index.ts';
import type { RequirementState } from '../levels.ts';
import type { Goal } from './goals.ts';

type RequirementGoal = Extract<Goal, { readonly kind: 'requirement' }>;

function stateOf(assessment: Assessment, { subject, requirement }: RequirementGoal): RequirementState | undefined {
    return assessment.of(subject)?.requirements.find(each => each.id === requirement);
}

/** What it would take to reach a goal that no countermeasure reaches. */
export function takes(assessment: Assessment, goal: Goal): string {
    if (goal.kind === 'risk') {
        const risk = assessment.risk.threats.find(({ threat }) => threat.id === goal.threat);
        if (risk?.threat.against.length === 0) return '`against`: it is not said what the threat is against';
        const nowhere = [...(risk?.off ?? [])].filter(([, places]) => places.size === 0).map(([id]) => id);
        const { lapsed, undecided } = risk ? idleOf(risk) : { lapsed: [], undecided: [] };
        const { way, measures: round } = risk?.later.round ?? { way: null, measures: [] };
        if (risk?.later.undecided)
            return 'fewer countermeasures in its `mitigated by` lines: which path is the worst cannot be told';
        if (nowhere.length > 0)
            return `\`applies ${nowhere.join(', ')}\` where it works: nothing says that it is on the path`;
        if (way?.unshown)
            return (
                'the flows of its path, which the model does not have: nothing shows that ' +
                `${round.join(', ')} is on it`
            );
        if (lapsed.length > 0) return `evidence that counts for ${withAnd(lapsed)}: what there is does not count today`;
        if (undecided.length > 0) return `a \`status\` for ${withAnd(undecided)}: nothing says whether it is in place`;
        return round.length > 0
            ? `an end to the path that goes round ${round.join(', ')}, or a countermeasure on it`
            : 'a countermeasure in a `mitigated by` line that lowers its likelihood or consequence, or another ' +
                  'consequence';
    }
    const { base } = requirementById(goal.requirement)!;
    if (base !== null && stateOf(assessment, { ...goal, requirement: base })?.state === 'missed')
        return `${base} first, which is missed: no enhancement of it is met before`;
    switch (goal.state) {
        case 'capable':
            return '`meets` with evidence that it is in use: the products can do it';
        case 'missed': {
            const state = stateOf(assessment, goal);
            const due = state?.due ? ` (due ${state.due})` : '';
            return `\`meets\` once it is done${due}, or \`compensates\` by a countermeasure that makes up for it`;
        }
        case 'not-assessed': {
            const state = stateOf(assessment, goal);
            const lapse = state ? lapseOf(state, assessment.today) : null;
            if (lapse?.kind === 'expired')
                return `renewed evidence, with its day: what there is was good until ${lapse.until}`;
            if (lapse)
                return (
                    'a statement that counts today: see the day of its evidence, and the `status` of the ' +
                    'countermeasures it names'
                );
            return 'an assessment: write `meets`, `misses`, `excludes` or `compensates`, or apply a countermeasure';
        }
        default:
            return 'a countermeasure that meets it and is applied there';
    }
}
