import type { Span } from '../../model/index.ts';
import type { LoweredFile } from '../../syntax/index.ts';
import type { FilePieces } from './pieces.ts';
import { fileOf, type FilesNow, spanNow } from './placing.ts';
import type { Differing } from '../../rules/engine/reads.ts';

/** What a piece says besides facts: where its mentions are, and what could not be understood of it. */
const besides: ReadonlySet<string> = new Set<keyof LoweredFile>([
    'uri',
    'problems',
    'links',
    'mentioned',
    'unresolved',
]);

/**
 * True where some pieces say the same facts as others before them, and say them where the earlier ones would be now:
 * then no answer of a rule can be another one, and each is where its address leads.
 */
export function sameFacts(before: readonly LoweredFile[], after: readonly LoweredFile[], files: FilesNow): boolean {
    const [first] = [...before, ...after];
    if (!first) return true;
    return Object.keys(first)
        .filter(key => !besides.has(key))
        .every(key => {
            const all = (pieces: readonly LoweredFile[]): readonly unknown[] =>
                pieces.flatMap(piece => piece[key as keyof LoweredFile] as readonly unknown[]);
            return isSame(all(before), all(after), undefined, files);
        });
}

/**
 * The fields in which elements differ: in what they say, or because they are not where their addresses lead.
 * @param files in the states of the elements after
 */
export function differingIn(files: FilesNow): Differing {
    return (before, after) => {
        const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
        const file = fileOf(old, undefined, files);
        return Object.keys(now).filter(key => !isSame(old[key], now[key], file, files));
    };
}

function isSame(before: unknown, after: unknown, here: FilePieces | undefined, files: FilesNow): boolean {
    if (before === after) return true;
    if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false;
    if (Array.isArray(before)) {
        return (
            Array.isArray(after) &&
            after.length === before.length &&
            before.every((each, index) => isSame(each, after[index], here, files))
        );
    }
    const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
    const file = fileOf(old, here, files);
    for (const key in old)
        if (key !== 'start' && key !== 'end' && !isSame(old[key], now[key], file, files)) return false;
    return typeof old['start'] !== 'number' || !file || isThere(old as unknown as Span, now as unknown as Span, file);
}

function isThere(before: Span, after: Span, file: FilePieces): boolean {
    const [then, now] = [spanNow(file, before), spanNow(file, after)];
    return then !== null && now !== null && then.start === now.start && then.end === now.end;
}
