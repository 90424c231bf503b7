import { clauseText, exceptionText, joined, ownNames, reasonText } from '../../model/index.ts';
import { unprovedBy } from '../../rules/index.ts';
import type { InvariantRow } from './data.ts';
import type { ReportInput } from './input.ts';
import { placesNotUnderstood } from './not-assessed.ts';

/** A row an invariant: whether it holds, and a path that breaks it. */
export function invariantRows(input: ReportInput): readonly InvariantRow[] {
    const understood = placesNotUnderstood(input) === 0;
    return input.assessment.invariants.map(({ invariant, holds, clauses }) => ({
        id: invariant.id,
        title: invariant.title,
        clauses: invariant.clauses.map(clause => clauseText(clause, ownNames)),
        holds,
        understood,
        leftOpen: unprovedBy(input.assessment, clauses).map(({ message }) => message),
        vacuous: clauses.length === 0 || clauses.some(clause => clause.vacuousBecause !== null),
        vacuousBecause: clauses.flatMap(clause => clause.vacuousBecause ?? []),
        counterexample:
            clauses
                .find(clause => clause.counterexample)
                ?.counterexample?.hops.reduce<string[]>(
                    (ids, hop) => (ids.length === 0 ? [hop.from, hop.to] : [...ids, hop.to]),
                    [],
                ) ?? [],
        exceptions: invariant.exceptions.map(exception =>
            joined(exceptionText(exception, ownNames), reasonText(exception.because, exception.until)),
        ),
    }));
}
