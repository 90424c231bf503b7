const none: readonly never[] = [];

/**
 * What some values come to, for an array that a model keeps: `flatMap` leaves room for sixteen more in each result, and
 * most have one item or none.
 * @returns an array without spare room; one that is empty is shared
 */
export function flat<T, U>(values: readonly T[] | undefined, read: (value: T) => U | readonly U[]): readonly U[] {
    if (values === undefined || values.length === 0) return none;
    const found = values.flatMap(value => read(value));
    return found.length === 0 ? none : found.slice();
}
