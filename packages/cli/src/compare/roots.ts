import type { Importing } from 'iacs-language';

/** The name of the system that a root declares. */
export function systemOf(root: Importing): string | null {
    for (const statement of root.file.statements ?? [])
        if (statement.$type === 'System') return statement.name?.text ?? null;
    return null;
}

/** The root of one model on both sides, as far as it is read to find it; `null` on the side that does not have it. */
export type RootPair = readonly [Importing | null, Importing | null];

/**
 * Pairs the roots of both sides: by place, then by the name of the system, then what alone is left. In the order of the
 * side after, then what is gone.
 */
export function pairRoots(before: readonly Importing[], after: readonly Importing[]): readonly RootPair[] {
    const pairs: RootPair[] = [];
    const lost = new Set(before);
    const won = new Set(after);
    for (const keyOf of [(each: Importing) => each.uri, (each: Importing) => systemOf(each) ?? '']) {
        for (const now of [...won]) {
            const old = [...lost].find(each => keyOf(each) === keyOf(now));
            if (!old) continue;
            pairs.push([old, now]);
            lost.delete(old);
            won.delete(now);
        }
    }
    if (lost.size === 1 && won.size === 1) {
        pairs.push([[...lost][0]!, [...won][0]!]);
    } else {
        for (const now of won) pairs.push([null, now]);
        for (const old of lost) pairs.push([old, null]);
    }
    const order = ([old, now]: RootPair): number => (now ? after.indexOf(now) : after.length + before.indexOf(old!));
    return pairs.sort((a, b) => order(a) - order(b));
}
