import type { Finding } from '../rules/finding.ts';

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
    const move = (value: unknown, here: boolean): unknown => {
        if (typeof value !== 'object' || value === null) return value;
        const node = value as Record<string, unknown>;
        const inside = typeof node['file'] === 'string' ? node['file'] === file : here;
        let copy: Record<string, unknown> | null = null;
        const put = (key: string, now: unknown): void => {
            copy ??= (Array.isArray(value) ? [...value as unknown[]] : { ...node }) as Record<string, unknown>;
            copy[key] = now;
        };
        for (const key in node) {
            const now = move(node[key], inside);
            if (now !== node[key]) put(key, now);
        }
        const { start, end } = node;
        if (inside && typeof start === 'number' && typeof end === 'number') {
            const first = begin(start);
            const last = Math.max(first, finish(end));
            if (first !== start) put('start', first);
            if (last !== end) put('end', last);
        }
        return copy ?? value;
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
