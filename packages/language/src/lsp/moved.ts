import type { Finding } from '../rules/engine/finding.ts';

/** Where two texts differ: what stood from `start` to `oldEnd` became what stands from `start` to `newEnd`. */
export interface Difference {
    readonly start: number;
    readonly oldEnd: number;
    readonly newEnd: number;
}

/** The smallest stretch in which two texts differ. */
export function differenceOf(before: string, after: string): Difference {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
    let tail = 0;
    while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
    return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

type Node = Record<string, unknown>;

/** Thrown where a place lies in the midst of what has changed, so that nobody can say where it is now. */
class Lost extends Error {}

/**
 * A finding after an edit that changed no fact: the same words, at the places where what it speaks of stands now.
 * @returns `null` where one of its places lies in the midst of what has changed
 */
export function movedFinding(finding: Finding, file: string, difference: Difference): Finding | null {
    const shift = difference.newEnd - difference.oldEnd;
    const begin = (offset: number): number => {
        if (offset < difference.start) return offset;
        if (offset >= difference.oldEnd) return offset + shift;
        throw new Lost();
    };
    const finish = (offset: number): number => {
        if (offset <= difference.start) return offset;
        if (offset >= difference.oldEnd) return offset + shift;
        throw new Lost();
    };
    // What does not move stays the same object: most of a file stands before the edit, or in another file.
    const move = (value: object, here: boolean): object => (Array.isArray(value) ? moveList(value as readonly unknown[], here) : moveNode(value as Node, here));
    const moveList = (list: readonly unknown[], here: boolean): readonly unknown[] => {
        let copy: unknown[] | null = null;
        for (let index = 0; index < list.length; index++) {
            const each = list[index];
            if (typeof each !== 'object' || each === null) continue;
            const now = move(each, here);
            if (now !== each) (copy ??= [...list])[index] = now;
        }
        return copy ?? list;
    };
    const moveNode = (node: Node, here: boolean): Node => {
        const { file: place, start, end } = node;
        const inside = typeof place === 'string' ? place === file : here;
        let copy: Node | null = null;
        for (const key in node) {
            const child = node[key];
            if (typeof child !== 'object' || child === null) continue;
            const now = move(child, inside);
            if (now !== child) (copy ??= { ...node })[key] = now;
        }
        if (!inside || typeof start !== 'number' || typeof end !== 'number') return copy ?? node;
        const first = begin(start);
        const last = Math.max(first, finish(end));
        return first === start && last === end ? copy ?? node : Object.assign(copy ?? { ...node }, { start: first, end: last });
    };
    try {
        return move(finding, false) as Finding;
    } catch (error) {
        if (error instanceof Lost) return null;
        throw error;
    }
}

/** True where a finding has a place in the file. */
export function touches(value: unknown, file: string): boolean {
    if (typeof value !== 'object' || value === null) return false;
    if (Array.isArray(value)) return value.some(each => touches(each, file));
    const node = value as Record<string, unknown>;
    if (node['file'] === file) return true;
    return Object.values(node).some(child => typeof child === 'object' && child !== null && touches(child, file));
}
