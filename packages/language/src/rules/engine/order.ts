import { severities } from '../../settings/index.ts';
import type { Finding } from './finding.ts';

const graveness = new Map<string, number>(severities.map((severity, index) => [severity, index]));

type Placed = Pick<Finding, 'at' | 'rule' | 'severity'>;

/**
 * Compares two findings in one file: by their places; at one place the gravest comes first, then by the ids of their
 * rules.
 */
export function compareInFile(a: Placed, b: Placed): number {
    return (
        a.at.start - b.at.start ||
        a.at.end - b.at.end ||
        graveness.get(a.severity)! - graveness.get(b.severity)! ||
        (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
    );
}

/**
 * Puts findings in the order of the files, then of {@link compareInFile}. What is alike in all that stays in the order
 * in which it was given.
 * @param files URIs, as in `Model.files`; findings in other files (the built-in library) come last
 * @returns a new array
 */
export function inOrder(findings: readonly Finding[], files: readonly string[]): readonly Finding[] {
    const rank = new Map(files.map((file, index) => [file, index]));
    const rankOf = (finding: Finding): number => rank.get(finding.at.file) ?? files.length;
    return [...findings].sort((a, b) => rankOf(a) - rankOf(b) || compareInFile(a, b));
}
