import type { Assessment, RequirementState } from '../../assessment/index.ts';
import type { Fact, Statement } from '../../model/index.ts';

/** The states that a statement leads to; what it says may also not count today, or wait for a countermeasure. */
const statesOf: Readonly<Record<Statement['verb'], readonly RequirementState['state'][]>> = {
    meets: ['met', 'planned', 'not-assessed'],
    misses: ['missed'],
    excludes: ['excluded', 'not-assessed'],
    compensates: ['compensated', 'planned', 'not-assessed'],
};

/** Whether a row of a requirement prints all that a statement says. */
function prints(state: RequirementState, { verb, by, because, evidence }: Statement): boolean {
    return (
        statesOf[verb].includes(state.state) &&
        state.because === because &&
        by.every(({ id }) => state.by.includes(id)) &&
        evidence.every(text => state.evidence.some(each => each.startsWith(text)))
    );
}

/**
 * Whether the rows of requirements show a fact about a requirement: a row prints the statement that decided, and not
 * one that another statement goes before.
 */
export function shownInRows(
    assessment: Assessment,
    id: string,
    statements: readonly Statement[],
): (fact: Fact) => boolean {
    const rows = assessment.subjects.flatMap(subject =>
        subject.requirements.filter(({ inheritedFrom }) => (inheritedFrom ?? subject.id) === id),
    );
    return fact => {
        const statement = statements.find(({ origin }) => origin === fact.origin);
        if (!statement) return true;
        const isAbout = (state: RequirementState): boolean =>
            state.id === fact.label || fact.label.startsWith(`FR ${state.fr + 1} `);
        return rows.some(state => isAbout(state) && prints(state, statement));
    };
}
