import type { Io } from '../io.ts';
import type { Notice } from './entry.ts';

/** More of one kind than this are reported once, with their number. */
const mostAlike = 3;
const mostRows = 12;

/** What is alike in notices: their words without what they quote or name, and without numbers. */
function kindOf({ sheet, message }: Notice): string {
    const plain = message
        .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
        .replace(/ names .*, which the model/su, ' names …, which the model')
        .replace(/\d+/g, '0');
    return `${sheet}\u0000${plain}`;
}

/** A line for people, and how many remarks it stands for. */
export interface Remark {
    readonly line: string;
    readonly count: number;
}

/** Writes lines to standard error, and counts what is a remark. */
export function say(lines: readonly (string | Remark)[], io: Io): void {
    for (const each of lines) {
        const { line, count } = typeof each === 'string' ? { line: each, count: 0 } : each;
        io.err(`${line}\n`);
        if (count > 0) io.remarked?.(line, count);
    }
}

/** Remarks that stand for themselves. */
export const single = (lines: readonly string[]): readonly Remark[] => lines.map(line => ({ line, count: 1 }));

/**
 * Notices as lines for people: many of one kind become one, with the first of them as the example and the rows of all.
 */
export function noticeLines(notices: readonly Notice[]): readonly Remark[] {
    const kinds = Map.groupBy(notices, kindOf);
    return [...kinds.values()].flatMap(alike => {
        const line = ({ sheet, row, message }: Notice): string =>
            `${sheet}${row > 0 ? `, row ${row}` : ''}: ${message}`;
        if (alike.length <= mostAlike) return single(alike.map(line));
        const rows = [
            ...new Set(
                alike
                    .slice(1)
                    .map(notice => notice.row)
                    .filter(row => row > 0),
            ),
        ];
        const where =
            rows.length === 0
                ? ''
                : ` (row${rows.length === 1 ? '' : 's'} ` +
                  `${rows.slice(0, mostRows).join(', ')}${rows.length > mostRows ? ' …' : ''})`;
        return [{ line: `${line(alike[0]!)} ${alike.length - 1} more like it${where}.`, count: alike.length }];
    });
}
