import type { Finding } from './finding.ts';

/**
 * Puts findings in the order of the files, then of the places, then in the order in which they were given.
 * @param files URIs, as in `Model.files`; findings in other files (the built-in library) come last
 * @returns a new array
 */
export function inOrder(findings: readonly Finding[], files: readonly string[]): readonly Finding[] {
    const rank = new Map(files.map((file, index) => [file, index]));
    const rankOf = (finding: Finding): number => rank.get(finding.at.file) ?? files.length;
    return [...findings].sort((a, b) => rankOf(a) - rankOf(b) || a.at.start - b.at.start || a.at.end - b.at.end);
}
