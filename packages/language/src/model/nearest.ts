/** How many single edits turn one word into the other: a letter added, dropped or changed, or two neighbours swapped. */
function distance(a: string, b: string, limit: number): number {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before: number[] = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1];
            let steps = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            if (swapped) steps = Math.min(steps, before[column - 2]! + 1);
            current.push(steps);
        }
        if (Math.min(...current) > limit) return limit + 1;
        before = last;
        last = current;
    }
    return last[b.length]!;
}

/** So many letters say which of the names that begin with them may be meant. */
const shortestBeginning = 3;

/**
 * The name that was probably meant.
 * @param word as it was typed; upper and lower case make no difference
 * @param names those that would have been right; of equally near ones the first is taken
 * @returns `null` when none is near: more than a third of the letters would have to change, and none begins with the word
 */
export function nearest(word: string, names: Iterable<string>): string | null {
    const wanted = word.toLowerCase();
    let best: string | null = null;
    let longer: string | null = null;
    let limit = word.length < 2 ? 0 : Math.max(1, Math.floor(word.length / 3));
    for (const name of names) {
        const candidate = name.toLowerCase();
        if (longer === null && wanted.length >= shortestBeginning && candidate.startsWith(wanted)) longer = name;
        const steps = distance(wanted, candidate, limit);
        if (steps > limit || (best !== null && steps === limit)) continue;
        best = name;
        limit = steps;
    }
    // Of `modbus`, modbus-tcp is meant rather than mbus; one letter more or less is a slip.
    return longer !== null && (best === null || limit > 1) ? longer : best;
}
