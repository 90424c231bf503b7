import type { TextEdit } from '../syntax/index.ts';
import { applyEdits, formatEdits, lineWidth } from '../syntax/index.ts';

/**
 * Edits of names, with what else keeps a formatted file formatted: a longer name may leave no room for a block on its
 * line. If formatting did that when the file is saved, an editor could not undo the edits of several files at once,
 * since one of them has changed since.
 * @param edits of names, in any order
 * @returns edits of the same texts that do not overlap
 */
export function stayingFormatted(edits: readonly TextEdit[], textOf: (file: string) => string): readonly TextEdit[] {
    return [...Map.groupBy(edits, ({ file }) => file)].flatMap(([file, changes]) => {
        const text = textOf(file);
        const sorted = changes.toSorted((a, b) => a.start - b.start);
        const after = applyEdits(text, sorted);
        const isLong = after.split('\n').some(line => line.length > lineWidth);
        if (!isLong || formatEdits(text).length > 0) return sorted;
        const spaces = formatEdits(after).map(space => ({ ...space, file, ...spanBefore(space, sorted) }));
        return [...sorted, ...spaces].sort((a, b) => a.start - b.start || a.end - b.end);
    });
}

/** Where white space of a text was before the edits were made: it is in none of them. */
function spanBefore(
    { start, end }: { readonly start: number; readonly end: number },
    edits: readonly TextEdit[],
): { readonly start: number; readonly end: number } {
    let shift = 0;
    for (const edit of edits) {
        if (edit.start + shift >= start) break;
        shift += edit.text.length - (edit.end - edit.start);
    }
    return { start: start - shift, end: end - shift };
}
