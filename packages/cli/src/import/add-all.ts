/**
 * Adds items at the end of a list. Of an import a list is as long as its file: a call with each item as an argument of
 * its own, `list.push(...items)`, overflows the stack at some hundred thousand.
 */
export function addAll<T>(list: T[], items: Iterable<T>): void {
    for (const item of items) list.push(item);
}

/** The largest number of a list, which may be as long as a file; `least` for an empty one. */
export function largest(numbers: Iterable<number>, least: number): number {
    let found = least;
    for (const number of numbers) if (number > found) found = number;
    return found;
}
