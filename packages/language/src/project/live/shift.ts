/** The same value with every offset in it moved: all spans of a tree, or of what one piece of a file says. */
export function shifted<T>(value: T, by: number): T {
    return by === 0 ? value : (move(value, by) as T);
}

function move(value: unknown, by: number): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return moveList(value, by);
    if (value instanceof Map)
        return new Map(Array.from(value, ([offset, text]: [number, unknown]) => [offset + by, text]));
    if (value instanceof Set) return value;
    const copy = { ...value } as Record<string, unknown>;
    for (const key in copy) {
        const part = copy[key];
        if (typeof part === 'object') {
            if (part !== null) copy[key] = move(part, by);
        } else if (typeof part === 'number' && (key === 'start' || key === 'end')) copy[key] = part + by;
    }
    return copy;
}

function moveList(list: readonly unknown[], by: number): readonly unknown[] {
    if (list.length === 0 || typeof list[0] !== 'object') return list;
    const copy = new Array<unknown>(list.length);
    for (let index = 0; index < list.length; index++) copy[index] = move(list[index], by);
    return copy;
}
