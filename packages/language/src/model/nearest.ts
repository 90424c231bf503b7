/** The letters of a word, each as the set of its places: bit `n` stands for the letter with index `n`. */
function placesOf(word: string): ReadonlyMap<number, number> {
    const places = new Map<number, number>();
    for (let index = 0; index < word.length; index++) {
        const code = word.charCodeAt(index);
        places.set(code, (places.get(code) ?? 0) | (1 << index));
    }
    return places;
}

/** Longer words have more letters than a number has bits. */
const longestInBits = 31;

/**
 * How many single edits turn a word into another one: a letter added, dropped or changed, or two neighbours swapped. A
 * whole column of the table of distances is two numbers, a bit a row (Myers 1999, with the swap of Hyyrö 2003), so a
 * name costs as many steps as it has letters.
 * @param places of the first word, which has 1 to {@link longestInBits} letters
 */
function distanceInBits(places: ReadonlyMap<number, number>, length: number, other: string, limit: number): number {
    const last = 1 << (length - 1);
    let more = -1;
    let less = 0;
    let diagonal = 0;
    let before = 0;
    let distance = length;
    for (let column = 0; column < other.length; column++) {
        const match = places.get(other.charCodeAt(column)) ?? 0;
        const swap = ((~diagonal & match) << 1) & before;
        diagonal = (((match & more) + more) ^ more) | match | less | swap;
        const moreAcross = less | ~(diagonal | more);
        const lessAcross = more & diagonal;
        if ((moreAcross & last) !== 0) distance++;
        else if ((lessAcross & last) !== 0) distance--;
        // With all that is left the same it could be that near at best.
        if (distance - (other.length - column - 1) > limit) return limit + 1;
        const shifted = (moreAcross << 1) | 1;
        less = shifted & diagonal;
        more = (lessAcross << 1) | ~(diagonal | shifted);
        before = match;
    }
    return distance;
}

/** {@link distanceInBits} for words of any length, letter by letter. */
function distanceInSteps(a: string, b: string, limit: number): number {
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

/**
 * How far words are from one, upper and lower case apart.
 * @param limit of single edits: a letter added, dropped or changed, or two neighbours swapped
 * @returns a question for each other word: true where no more edits turn the one into the other
 */
export function within(word: string, limit: number): (other: string) => boolean {
    const places = word.length > 0 && word.length <= longestInBits ? placesOf(word) : null;
    return other =>
        Math.abs(word.length - other.length) <= limit &&
        (places ? distanceInBits(places, word.length, other, limit) : distanceInSteps(word, other, limit)) <= limit;
}

/** So many letters say which of the names that begin with them may be meant. */
const shortestBeginning = 3;

/**
 * The name that was probably meant.
 * @param word as it was typed; upper and lower case make no difference
 * @param names those that would have been right; of equally near ones the first is taken
 * @param inAnyOrder takes the first one of the alphabet instead: the names come in another order after an edit
 * @returns `null` when none is near: more than a third of the letters would have to change, and none begins with the
 *    word
 */
export function nearest(word: string, names: Iterable<string>, inAnyOrder = false): string | null {
    const wanted = word.toLowerCase();
    let best: string | null = null;
    let longer: string | null = null;
    let limit = word.length < 2 ? 0 : Math.max(1, Math.floor(word.length / 3));
    const places = wanted.length > 0 && wanted.length <= longestInBits ? placesOf(wanted) : null;
    const isBefore = (name: string, other: string | null): boolean => other === null || (inAnyOrder && name < other);
    for (const name of names) {
        const candidate = name.toLowerCase();
        if (wanted.length >= shortestBeginning && candidate.startsWith(wanted) && isBefore(name, longer)) longer = name;
        if (Math.abs(wanted.length - candidate.length) > limit) continue;
        const steps = places
            ? distanceInBits(places, wanted.length, candidate, limit)
            : distanceInSteps(wanted, candidate, limit);
        if (steps > limit || (steps === limit && !isBefore(name, best))) continue;
        best = name;
        limit = steps;
    }
    // Of `modbus`, modbus-tcp is meant rather than mbus; one letter more or less is a slip.
    return longer !== null && (best === null || limit > 1) ? longer : best;
}
