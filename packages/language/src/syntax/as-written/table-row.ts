import { statementWords } from '../../statements/index.ts';
import type { Reading } from './line.ts';

/** Fewer cells than these are no row. */
const fewestCells = 3;
const words: ReadonlySet<string> = new Set(statementWords.map(({ word }) => word));

/** A row that was copied out of a table, with tabs or semicolons between its cells; `null` for any other line. */
export function rowAsWritten(text: string): Reading | null {
    const row = text.trim();
    const cells = row.split(row.includes('\t') ? '\t' : ';');
    const [first = ''] = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*/u.exec(row) ?? [];
    if (cells.length < fewestCells || /[{}]|\/\//.test(row) || words.has(first)) return null;
    const message =
        'This is a row of a table. Save the table as a file and read it with `iacs import assets FILE`, or write ' +
        'a statement for each row: `asset N : plc`.';
    const start = text.length - text.trimStart().length;
    return { start, end: start + row.length, message };
}
