import { withoutHidden } from './hidden.ts';

type Value = string | number | boolean | null;

/** What a table has to have for CSV. */
export interface CsvTable {
    readonly columns: readonly { readonly title: string }[];
    readonly rows: readonly (readonly Value[])[];
}

/**
 * One cell of RFC 4180. A text that a spreadsheet program would take for a formula gets an apostrophe before it, which
 * such programs show as text; numbers and days stay as they are.
 */
function cell(value: Value): string {
    if (value === null) return '';
    if (typeof value === 'number') return String(value);
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    const plain = withoutHidden(value);
    const safe = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(plain) ? `'${plain}` : plain;
    return /[",;\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV after RFC 4180: commas, CRLF, a head line, UTF-8 without a mark. */
export function toCsv(table: CsvTable): string {
    const lines = [table.columns.map(column => cell(column.title)), ...table.rows.map(row => row.map(cell))];
    return lines.map(line => `${line.join(',')}\r\n`).join('');
}
