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

export const problemRules: readonly ProblemRule[] = [
    {
        id: 'syntax',
        summary: 'A piece of text is not a sentence of the language.',
        why:
            'What stands there was left out of the model, so nothing that depends on it was judged. The rest of the ' +
            'file was understood.',
    },
    {
        id: 'unresolved',
        summary: 'A name or an import leads to nothing.',
        why:
            'The statement was understood without what it names: a flow to a missing asset is in no path and in no ' +
            'rule.',
    },
    {
        id: 'duplicate-name',
        summary: 'A name is taken already, or a second system stands in the model.',
        why: 'Whoever mentions the name means one of the two, and nobody can tell which; the first one is taken.',
    },
    {
        id: 'invalid-value',
        summary:
            'A value cannot be: a level of 9, a day that no calendar has, a port above 65535, a requirement that ' +
            'the standard lacks.',
        why: 'The value was left out of the model. Somebody meant something by it, and only he knows what.',
    },
    {
        id: 'unreadable',
        summary: 'A file or folder that was to be checked could not be read.',
        why: 'It may hold a model, and what it holds was not judged. The other models were judged.',
    },
];

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
