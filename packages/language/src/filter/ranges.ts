/**
 * Sets of points on a line, as closed intervals. A point is an address (see `address.ts`) or a service (see
 * `services.ts`).
 */

/**
 * A place on a line: a number, or a bigint where numbers end. The two kinds compare with each other and are never
 * equal.
 */
export type Point = number | bigint;

/** Sorted intervals that neither meet nor touch, flat: low, high, low, high … Empty for the empty set. */
export type Ranges = readonly Point[];

/** The empty set. */
export const nothing: Ranges = [];

function after(point: Point): Point {
    return typeof point === 'number' ? point + 1 : point + 1n;
}

function before(point: Point): Point {
    return typeof point === 'number' ? point - 1 : point - 1n;
}

/** A set from intervals in any order that may overlap; each is a low and a high point of one kind. */
export function rangesOf(pairs: readonly (readonly [Point, Point])[]): Ranges {
    if (pairs.length === 1) return pairs[0]!;
    const sorted = [...pairs].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    const result: Point[] = [];
    for (const [low, high] of sorted) {
        const last = result.length - 1;
        if (last > 0 && low <= after(result[last]!)) {
            if (high > result[last]!) result[last] = high;
        } else result.push(low, high);
    }
    return result;
}

/** What is in either set. */
export function union(...sets: readonly Ranges[]): Ranges {
    const some = sets.filter(set => set.length > 0);
    if (some.length < 2) return some[0] ?? nothing;
    return rangesOf(sets.flatMap(pairsOf));
}

/** The intervals of a set, low and high. */
export function pairsOf(set: Ranges): (readonly [Point, Point])[] {
    const pairs: (readonly [Point, Point])[] = [];
    for (let at = 0; at < set.length; at += 2) pairs.push([set[at]!, set[at + 1]!]);
    return pairs;
}

/** What is in both sets. */
export function intersect(a: Ranges, b: Ranges): Ranges {
    if (a === b) return a;
    const result: Point[] = [];
    let i = 0;
    let j = 0;
    while (i < a.length && j < b.length) {
        const low = a[i]! > b[j]! ? a[i]! : b[j]!;
        const high = a[i + 1]! < b[j + 1]! ? a[i + 1]! : b[j + 1]!;
        if (low <= high) result.push(low, high);
        if (a[i + 1]! < b[j + 1]!) i += 2;
        else j += 2;
    }
    return result;
}

/** What is in the first set and not in the second. */
export function subtract(a: Ranges, b: Ranges): Ranges {
    const result: Point[] = [];
    let j = 0;
    for (let i = 0; i < a.length; i += 2) {
        let low = a[i]!;
        const high = a[i + 1]!;
        while (j < b.length && b[j + 1]! < low) j += 2;
        let gone = false;
        for (let k = j; k < b.length && b[k]! <= high; k += 2) {
            if (b[k]! > low) result.push(low, before(b[k]!));
            if (b[k + 1]! >= high) {
                gone = true;
                break;
            }
            low = after(b[k + 1]!);
        }
        if (!gone) result.push(low, high);
    }
    return result;
}

/** True where the sets share a point. */
export function meets(a: Ranges, b: Ranges): boolean {
    let i = 0;
    let j = 0;
    while (i < a.length && j < b.length) {
        if (a[i]! <= b[j + 1]! && b[j]! <= a[i + 1]!) return true;
        if (a[i + 1]! < b[j + 1]!) i += 2;
        else j += 2;
    }
    return false;
}

/** True where the first set has every point of the second. */
export function includes(outer: Ranges, inner: Ranges): boolean {
    let i = 0;
    for (let j = 0; j < inner.length; j += 2) {
        while (i < outer.length && outer[i + 1]! < inner[j]!) i += 2;
        if (i >= outer.length || outer[i]! > inner[j]! || outer[i + 1]! < inner[j + 1]!) return false;
    }
    return true;
}

/** True where two sets have the same points. */
export function sameRanges(a: Ranges, b: Ranges): boolean {
    if (a === b) return true;
    if (a.length !== b.length) return false;
    for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
    return true;
}

/** How many points a set has; beyond the safe integers an approximation. */
export function sizeOf(set: Ranges): number {
    let sum = 0;
    for (let at = 0; at < set.length; at += 2) {
        const [low, high] = [set[at]!, set[at + 1]!];
        // As numbers two ends of a network of IPv6 are the same.
        sum += typeof low === 'bigint' ? Number((high as bigint) - low) + 1 : (high as number) - low + 1;
    }
    return sum;
}

/** Each point of a small set, in order. */
export function pointsOf(set: Ranges): readonly Point[] {
    return pairsOf(set).flatMap(([low, high]) =>
        Array.from({ length: sizeOf([low, high]) }, (_, step) =>
            typeof low === 'bigint' ? low + BigInt(step) : low + step,
        ),
    );
}
