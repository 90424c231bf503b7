/** A file that is called otherwise. */
interface Renaming {
    readonly from: string;
    readonly to: string;
}

/**
 * The same value with every offset in it moved: all spans of a tree, or of what one piece of a file says.
 * @param by how far, in characters
 * @param file in which it is now, and in which it was; without it, the same one
 */
export function shifted<T>(value: T, by: number, file?: Renaming): T {
    const renaming = file && file.from !== file.to ? file : null;
    return by === 0 && !renaming ? value : (move(value, by, renaming) as T);
}

function move(value: unknown, by: number, file: Renaming | null): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return moveList(value, by, file);
    if (value instanceof Map)
        return new Map(Array.from(value, ([offset, text]: [number, unknown]) => [offset + by, text]));
    if (value instanceof Set) return value;
    const copy = { ...value } as Record<string, unknown>;
    for (const key in copy) {
        const part = copy[key];
        if (typeof part === 'object') {
            if (part !== null) copy[key] = move(part, by, file);
        } else if (typeof part === 'number') {
            if (key === 'start' || key === 'end') copy[key] = part + by;
        } else if (file && part === file.from && (key === 'file' || key === 'uri')) copy[key] = file.to;
    }
    return copy;
}

function moveList(list: readonly unknown[], by: number, file: Renaming | null): readonly unknown[] {
    if (list.length === 0 || typeof list[0] !== 'object') return list;
    const copy = new Array<unknown>(list.length);
    for (let index = 0; index < list.length; index++) copy[index] = move(list[index], by, file);
    return copy;
}
