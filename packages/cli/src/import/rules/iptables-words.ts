/** Splits a line as a shell does: blanks, double and single quotes. */
export function shellWords(line: string): string[] {
    return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g)].map(
        found => found[1]?.replace(/\\(.)/g, '$1') ?? found[2] ?? found[3]!,
    );
}
