import type { Place, Problem, ProblemKind } from '../../model/index.ts';
import type { Finding } from './finding.ts';

/**
 * A page for a kind of problem of the text. Problems are always errors, and nobody can accept them or turn them off.
 */
export interface ProblemRule {
    readonly id: ProblemKind;
    readonly summary: string;
    readonly why: string;
}

/** The rules under which problems of the text are reported. */
export const problemRules: readonly ProblemRule[] = [
    {
        id: 'syntax',
        summary: 'A part of the text does not follow the syntax of the language.',
        why:
            'This part was left out of the model, so what depends on it was not checked. The rest of the file ' +
            'was read.',
    },
    {
        id: 'unresolved',
        summary: 'A name or an import cannot be found.',
        why: 'The statement was read without what it names: a flow to a missing asset is not part of any path or rule.',
    },
    {
        id: 'duplicate-name',
        summary: 'A name is already in use, or the model has a second system.',
        why: 'A mention of the name could mean either of the two; the first one is used.',
    },
    {
        id: 'invalid-value',
        summary:
            'A value is not possible: a level of 9, a date that does not exist, a port above 65535, an ' +
            'unknown requirement.',
        why: 'The value was left out of the model, because it is not known what was meant.',
    },
    {
        id: 'unreadable',
        summary: 'A file or folder that was to be checked could not be read.',
        why: 'It may hold a model, and what it holds was not judged. The other models were judged.',
    },
];

const ids: ReadonlySet<string> = new Set(problemRules.map(({ id }) => id));

/** How many places of the text were not understood, of all findings of a model. */
export function placesNotUnderstood(findings: readonly Pick<Finding, 'rule'>[]): number {
    return findings.filter(({ rule }) => ids.has(rule)).length;
}

/**
 * The finding of a file or folder that could not be read, at its beginning.
 * @param message a whole sentence that says which file and why
 */
export function unreadableFinding(at: Place, message: string): Finding {
    return problemFindings([{ kind: 'unreadable', message, at, subject: null, fixes: [], related: [] }])[0]!;
}

/** The problems of a text as findings, in the order in which they were given. */
export function problemFindings(problems: readonly Problem[]): readonly Finding[] {
    return problems.map(problem => ({
        rule: problem.kind,
        severity: 'error',
        message: problem.message,
        at: problem.at,
        subject: problem.subject,
        basis: [],
        fixes: problem.fixes,
        related: problem.related,
        parts: [{ subject: problem.subject, at: problem.at }],
        accepted: null,
    }));
}
