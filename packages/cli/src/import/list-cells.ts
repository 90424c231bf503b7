import type { FoundTable } from './find-tables.ts';
import { whyUnsaid } from './unsaid.ts';

/** The entries of a list as programs write it into one cell: `["a","b"]`, `['a', 'b']`; `null` for any other text. */
function entriesOf(text: string): readonly string[] | null {
    if (!text.startsWith('[') || !text.endsWith(']')) return null;
    if (/^\[\s*\]$/u.test(text)) return [];
    // As Python writes it, where no quote is within an entry.
    const json = /^\[\s*'[^'"]*'(?:\s*,\s*'[^'"]*')*\s*\]$/u.test(text) ? text.replaceAll("'", '"') : text;
    if (!/^\[\s*"/u.test(json)) return null;
    try {
        const entries: unknown = JSON.parse(json);
        return Array.isArray(entries) && entries.every(entry => typeof entry === 'string') ? entries : null;
    } catch {
        return null;
    }
}

/** A table in which cells with a list of a program hold its entries as people write them, those of no meaning aside. */
export function withPlainLists(table: FoundTable): FoundTable {
    const known = table.columns.filter(column => column.field !== null).map(column => column.index);
    const isList = (text: string | undefined): text is string => text !== undefined && entriesOf(text) !== null;
    if (!table.rows.some(row => known.some(index => isList(row.cells[index])))) return table;
    const rows = table.rows.map(row => ({
        ...row,
        cells: row.cells.map((text, index) =>
            known.includes(index) && isList(text)
                ? entriesOf(text)!
                      .filter(entry => entry !== '' && whyUnsaid(entry) === null)
                      .join(', ')
                : text,
        ),
    }));
    return { ...table, rows };
}
