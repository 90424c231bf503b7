import type { SyntaxMistake } from './parser/tolerant-parser.ts';

const mark = /^(<{7}|\|{7}|={7}|>{7})(?=[ \t\r\n]|$).*$/gm;

/** The lines that git writes into a file where it cannot merge by itself. */
function marksIn(text: string): readonly { readonly start: number; readonly end: number; readonly opens: boolean }[] {
    if (!text.includes('<<<<<<<')) return [];
    return [...text.matchAll(mark)].map(match => ({ start: match.index, end: match.index + match[0].length, opens: match[0].startsWith('<') }));
}

/**
 * Says of a text with marks of a merge that the merge was not finished, instead of what a parser makes of the marks.
 * @param mistakes in the order of the text
 */
export function withMergeMarks(text: string, mistakes: readonly SyntaxMistake[]): readonly SyntaxMistake[] {
    const marks = marksIn(text);
    if (!marks.some(({ opens }) => opens)) return mistakes;
    const others = mistakes.filter(({ start }) => !marks.some(each => each.start <= start && start < each.end));
    const unfinished = marks.filter(({ opens }) => opens).map(({ start, end }): SyntaxMistake => ({
        start, end, message: 'A merge was not finished here. Keep one of the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
    }));
    return [...unfinished, ...others].sort((a, b) => a.start - b.start);
}
