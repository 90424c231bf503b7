/** An answer of a command as a tool gives it. */
export interface Given {
    readonly exitCode: number;
    /** What the command said on standard error. */
    readonly notices: readonly string[];
    readonly answer: unknown;
}

const gravity = ['error', 'warning', 'info'];

function rankOf(finding: unknown): number {
    const { severity, accepted } = (finding ?? {}) as { severity?: unknown; accepted?: unknown };
    const at = gravity.indexOf(String(severity));
    return accepted === true || at < 0 ? gravity.length : at;
}

/**
 * An answer of `check` with as many findings as there is room for: of a plant with thousands, the gravest are worth
 * more than none. The notices say how many there are, and the summary counts all.
 * @param fits whether an answer is short enough
 * @returns `null` where this answer has no findings to leave out, or is too long without any
 */
export function withFewerFindings(given: Given, fits: (given: Given) => boolean): Given | null {
    const answer = (given.answer ?? {}) as { findings?: unknown };
    if (!Array.isArray(answer.findings)) return null;
    const all: readonly unknown[] = answer.findings.toSorted((a, b) => rankOf(a) - rankOf(b));
    const withFirst = (count: number): Given => ({
        ...given,
        notices: [
            ...given.notices,
            `iacs: Only ${count} of ${all.length} findings are in this answer, the gravest first. ` +
                'The summary counts all. Name one path, or a base, to see others.',
        ],
        answer: { ...answer, findings: all.slice(0, count) },
    });
    let [some, tooMany] = [0, all.length];
    if (!fits(withFirst(some))) return null;
    while (tooMany - some > 1) {
        const middle = Math.floor((some + tooMany) / 2);
        if (fits(withFirst(middle))) some = middle;
        else tooMany = middle;
    }
    return withFirst(some);
}
