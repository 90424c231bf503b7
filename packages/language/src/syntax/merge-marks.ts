import type { SyntaxMistake } from './parser/stumbles.ts';

const mark = /^(<{7}|\|{7}|={7}|>{7})(?=[ \t\r\n]|$).*$/gm;
const opening = /^<{7}(?=[ \t\r\n]|$)/m;

/** True for a file that git could not merge by itself, and in which the merge was not finished. */
export function isMerging(text: string): boolean {
    return text.includes('<<<<<<<') && opening.test(text);
}

/** True where a piece of a file has lines that are marks if the file is one that {@link isMerging}. */
export function hasMarks(piece: string): boolean {
    return piece.search(mark) >= 0;
}

/**
 * Says of a piece of a file in which a merge was not finished just that, instead of what a parser makes of the marks.
 * @param shift what is added to the offsets of the mistakes
 */
export function withMergeMarks(
    piece: string,
    shift: number,
    mistakes: readonly SyntaxMistake[],
): readonly SyntaxMistake[] {
    const marks = [...piece.matchAll(mark)].map(match => ({
        start: match.index + shift,
        end: match.index + match[0].length + shift,
        opens: match[0].startsWith('<'),
    }));
    const others = mistakes.filter(({ start }) => !marks.some(each => each.start <= start && start < each.end));
    const unfinished = marks
        .filter(({ opens }) => opens)
        .map(({ start, end }): SyntaxMistake => ({
            start,
            end,
            message:
                'A merge was not finished here. Keep one of the two versions, and remove the lines that begin ' +
                'with <<<<<<<, ======= and >>>>>>>.',
        }));
    return [...unfinished, ...others].sort((a, b) => a.start - b.start);
}
