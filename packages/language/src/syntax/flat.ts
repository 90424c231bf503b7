const none: readonly never[] = [];

/**
 * What some values come to, for an array that a model keeps: one that grew has room for sixteen more, and most have one
 * item or none. `flatMap` takes several times as long.
 * @returns an array without spare room; one that is empty is shared
 */
export function flat<T, U>(values: readonly T[] | undefined, read: (value: T) => U | readonly U[]): readonly U[] {
    if (values === undefined || values.length === 0) return none;
    if (values.length === 1) {
        const only = read(values[0]!);
        return !Array.isArray(only) ? [only as U] : only.length === 0 ? none : (only as readonly U[]).slice();
    }
    const found: U[] = [];
    for (const value of values) {
        const each = read(value);
        if (Array.isArray(each)) for (const item of each as readonly U[]) found.push(item);
        else found.push(each as U);
    }
    return found.length === 0 ? none : found.slice();
}
