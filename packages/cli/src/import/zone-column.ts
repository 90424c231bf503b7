import { counted } from 'iacs-language';
import type { TableColumn } from './columns.ts';
import type { Notice } from './entry.ts';
import type { FoundTable } from './find-tables.ts';
import type { Known } from './known.ts';
import { Meeting } from './meet-model.ts';

/** What the cells of a column name. */
interface Held {
    readonly column: TableColumn;
    /** Its texts, each once. */
    readonly texts: readonly string[];
    /** Those that no zone of the model is called. */
    readonly others: readonly string[];
}

const listed = (texts: readonly string[]): string =>
    `${texts
        .slice(0, 5)
        .map(text => `"${text}"`)
        .join(', ')}${texts.length > 5 ? ` and ${texts.length - 5} more` : ''}`;

/**
 * A head such as `Bereich`, `Area` or `Secteur` is one of places in some tables and of zones in others. Where no column
 * is one of zones by its head, the cells decide: a column of places of which half or more of the texts name zones of
 * the model is one of zones. Where fewer do, it stays one of places. Both are said.
 */
export function withZoneColumn(
    table: FoundTable,
    known: Known,
): { readonly table: FoundTable; readonly notices: readonly Notice[] } {
    const asIs = { table, notices: [] };
    if (
        !known.elements.some(element => element.kind === 'zone') ||
        table.columns.some(column => column.field === 'zone')
    )
        return asIs;
    const meeting = new Meeting(known);
    const held = table.columns
        // What the user has named stays as it is.
        .filter(column => column.field === 'location' && column.rank !== -1)
        .map((column): Held => {
            const texts = [...new Set(table.rows.map(row => (row.cells[column.index] ?? '').trim()))].filter(
                text => text !== '',
            );
            return { column, texts, others: texts.filter(text => meeting.zone(text) === null) };
        })
        .filter(({ texts, others }) => others.length < texts.length)
        .sort((a, b) => a.others.length / a.texts.length - b.others.length / b.texts.length);
    const [best] = held;
    if (!best) return asIs;
    const { column, texts, others } = best;
    const { head } = column;
    const some = `${texts.length - others.length} of ${counted(texts.length, 'text')} in "${head}"`;
    const isZone = others.length * 2 <= texts.length;
    const message = isZone
        ? `${others.length === 0 ? `All texts in "${head}"` : some} name zones of the model, so it is read as ` +
          `the zone${others.length === 0 ? '' : `, and ${listed(others)} as well`}.`
        : `${some} ${texts.length - others.length === 1 ? 'names a zone' : 'name zones'} of the model, too few ` +
          'to read it as the zone; it is read as the location. Say --map ' +
          `${JSON.stringify(`zone=${head}`)} where it is the zone.`;
    return {
        table: isZone
            ? {
                  ...table,
                  columns: table.columns.map(each => (each === column ? { ...each, field: 'zone' } : each)),
              }
            : table,
        notices: [{ sheet: table.sheet, row: table.headRow, message }],
    };
}
