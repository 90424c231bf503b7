import type { Assessment } from '../assessment.ts';
import type { Goal } from './goals.ts';

/** What it would take to reach a goal that no countermeasure reaches. */
export function takes(assessment: Assessment, goal: Goal): string {
    if (goal.kind === 'risk') {
        const risk = assessment.risk.threats.find(({ threat }) => threat.id === goal.threat);
        if (risk?.threat.against.length === 0) return '`against`: it is not said what the threat is against';
        const nowhere = [...(risk?.off ?? [])].filter(([, places]) => places.size === 0).map(([id]) => id);
        const { way, measures: round } = risk?.later.round ?? { way: null, measures: [] };
        if (risk?.later.undecided)
            return 'fewer countermeasures in its `mitigated by` lines: which path is the worst cannot be told';
        return nowhere.length > 0
            ? `\`applies ${nowhere.join(', ')}\` where it works: nothing says that it is on the path`
            : way?.unshown
              ? `the flows of its path, which the model does not have: nothing shows that ${round.join(', ')} is on it`
              : round.length > 0
                ? `an end to the path that goes round ${round.join(', ')}, or a countermeasure on it`
                : 'a countermeasure in a `mitigated by` line that lowers its likelihood or consequence, or another ' +
                  'consequence';
    }
    switch (goal.state) {
        case 'capable':
            return 'the products can do it: say with `meets` that it is in use, and what shows it';
        case 'missed': {
            const state = assessment.of(goal.subject)?.requirements.find(each => each.id === goal.requirement);
            const due = state?.due ? `, due ${state.due}` : '';
            return (
                `it is missed${due}: \`meets\` once it is done, or \`compensates\` by a countermeasure that ` +
                'makes up for it'
            );
        }
        case 'not-assessed':
            return (
                'it has no status: state it with `meets`, `misses`, `excludes` or `compensates`, or apply a ' +
                'countermeasure'
            );
        default:
            return 'a countermeasure that meets it and is applied there';
    }
}
