/**
 * What an element is made of, to decide whether two of them are the same thing under two names: a weight for each
 * mark.
 */
export type Marks = ReadonlyMap<string, number>;

/** Two elements that may be one, by their position among the unmatched ones of each side. */
interface Candidate {
    readonly before: number;
    readonly after: number;
    readonly score: number;
}

/** How alike two sets of marks are: 0 for nothing in common, 1 for the same marks. */
export function likeness(first: Marks, second: Marks): number {
    let common = 0;
    let total = 0;
    for (const [mark, weight] of first) {
        total += weight;
        if (second.has(mark)) common += Math.min(weight, second.get(mark)!);
    }
    for (const [mark, weight] of second) total += first.has(mark) ? Math.max(0, weight - first.get(mark)!) : weight;
    return total === 0 ? 0 : common / total;
}

/** Above this many pairs the marks are compared only where two elements share one that is rare. */
const mostPairs = 250_000;

function* pairsOf(before: readonly Marks[], after: readonly Marks[]): Iterable<readonly [number, number]> {
    if (before.length * after.length <= mostPairs) {
        for (let i = 0; i < before.length; i++) for (let j = 0; j < after.length; j++) yield [i, j];
        return;
    }
    const holders = new Map<string, { before: number[]; after: number[] }>();
    const note = (marks: Marks, index: number, side: 'before' | 'after'): void => {
        for (const mark of marks.keys()) {
            const holder = holders.get(mark) ?? { before: [], after: [] };
            holder[side].push(index);
            holders.set(mark, holder);
        }
    };
    before.forEach((marks, index) => note(marks, index, 'before'));
    after.forEach((marks, index) => note(marks, index, 'after'));
    const seen = new Set<number>();
    for (const holder of holders.values()) {
        if (holder.before.length * holder.after.length > 64) continue;
        for (const i of holder.before) {
            for (const j of holder.after) {
                const key = i * after.length + j;
                if (!seen.has(key)) yield [i, j];
                seen.add(key);
            }
        }
    }
}

/**
 * Pairs elements of two sides by what they are made of, the most alike first; every element at most once. Turning the
 * sides round gives the same pairs.
 * @param least the likeness, 0 to 1, from which two are taken for the same
 */
export function pairUp(
    before: readonly Marks[],
    after: readonly Marks[],
    least: number,
): readonly (readonly [number, number])[] {
    const candidates: Candidate[] = [];
    for (const [i, j] of pairsOf(before, after)) {
        const score = likeness(before[i]!, after[j]!);
        if (score >= least) candidates.push({ before: i, after: j, score });
    }
    candidates.sort(
        (a, b) =>
            b.score - a.score ||
            Math.abs(a.before - a.after) - Math.abs(b.before - b.after) ||
            a.before + a.after - (b.before + b.after),
    );
    const takenBefore = new Set<number>();
    const takenAfter = new Set<number>();
    const pairs: [number, number][] = [];
    for (const { before: i, after: j } of candidates) {
        if (takenBefore.has(i) || takenAfter.has(j)) continue;
        takenBefore.add(i);
        takenAfter.add(j);
        pairs.push([i, j]);
    }
    return pairs;
}
