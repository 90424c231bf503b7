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

/**
 * Notices as lines for people: many of one kind become one, with the first of them as the example and the rows of all.
 */
export function noticeLines(notices: readonly Notice[]): readonly string[] {
    const kinds = Map.groupBy(notices, kindOf);
    return [...kinds.values()].flatMap(alike => {
        const line = ({ sheet, row, message }: Notice): string =>
            `${sheet}${row > 0 ? `, row ${row}` : ''}: ${message}`;
        if (alike.length <= mostAlike) return alike.map(line);
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
        return [`${line(alike[0]!)} ${alike.length - 1} more like it${where}.`];
    });
}
