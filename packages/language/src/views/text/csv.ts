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

/** The head of the column of {@link withPlaces}. */
export const placesTitle = 'Not understood';

/**
 * The rows of a model with a last cell: how many places of its text were not understood, so that what is written there
 * is missing in them. A model without rows has one for that cell alone, where there is such a place.
 * @param width how many cells a row has before
 * @param alone the first cells of a row that stands for no other
 */
export function withPlaces(
    rows: readonly (readonly Value[])[],
    places: number,
    width: number,
    alone: readonly Value[] = [],
): readonly (readonly Value[])[] {
    const empty = Array.from({ length: width }, (_, index) => alone[index] ?? null);
    return (rows.length === 0 && places > 0 ? [empty] : rows).map(row => [...row, places]);
}

/** A table of one model with the column of {@link withPlaces}. */
export function tableWithPlaces({ columns, rows }: CsvTable, places: number): CsvTable {
    return { columns: [...columns, { title: placesTitle }], rows: withPlaces(rows, places, columns.length) };
}

/** A table as CSV after RFC 4180: commas, CRLF, a head line, UTF-8 without a mark. */
export function toCsv(table: CsvTable): string {
    const lines = [table.columns.map(column => cell(column.title)), ...table.rows.map(row => row.map(cell))];
    return lines.map(line => `${line.join(',')}\r\n`).join('');
}
