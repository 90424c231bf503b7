import type { LoweredFile } from '../../syntax/index.ts';

/** What a piece says besides facts: where its mentions are, and what could not be understood of it. */
const besides: ReadonlySet<string> = new Set<keyof LoweredFile>(['uri', 'problems', 'links', 'mentioned', 'unresolved']);

/** True where some pieces say the same facts as others, places left aside: whatever follows from them stays as it is. */
export function sameFacts(before: readonly LoweredFile[], after: readonly LoweredFile[]): boolean {
    const [first] = [...before, ...after];
    if (!first) return true;
    return Object.keys(first).filter(key => !besides.has(key)).every(key => {
        const all = (pieces: readonly LoweredFile[]): readonly unknown[] => pieces.flatMap(piece => piece[key as keyof LoweredFile] as readonly unknown[]);
        return isSame(all(before), all(after));
    });
}

function isSame(before: unknown, after: unknown): boolean {
    if (before === after) return true;
    if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false;
    if (Array.isArray(before)) {
        return Array.isArray(after) && after.length === before.length && before.every((each, index) => isSame(each, after[index]));
    }
    const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
    for (const key in old) if (key !== 'start' && key !== 'end' && !isSame(old[key], now[key])) return false;
    return true;
}
