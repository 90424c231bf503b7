import type { Notice } from './entry.ts';
import { assetFields, meaningOf } from './fields.ts';
import type { FoundTable } from './find-tables.ts';

function cellsOf(table: FoundTable, index: number): readonly string[] {
    return table.rows.map(row => row.cells[index] ?? '').filter(text => text !== '');
}

/** True where the cells count the rows: 1, 2, 3. */
function counts(cells: readonly string[]): boolean {
    return (
        cells.length >= 2 && cells.every((text, at) => /^\d+$/u.test(text) && Number(text) === Number(cells[0]) + at)
    );
}

/**
 * Gives the number of a device to the column that has one, where the first one only counts the rows: `Pos.` beside
 * `Anlagenkennzeichen`. The count is left out, since it changes with each row that is put between two others.
 */
export function withIdColumn(table: FoundTable): { readonly table: FoundTable; readonly notices: readonly Notice[] } {
    const own = table.columns.find(column => column.field === 'id');
    if (!own || own.rank === -1 || !counts(cellsOf(table, own.index))) return { table, notices: [] };
    const better = table.columns.find(({ index, head, field }) => {
        const cells = cellsOf(table, index);
        return (
            field === null &&
            meaningOf(head, assetFields)?.field.key === 'id' &&
            cells.length === table.rows.length &&
            new Set(cells).size === cells.length
        );
    });
    if (!better) return { table, notices: [] };
    const columns = table.columns.flatMap(column =>
        column === own ? [] : column === better ? [{ ...column, field: 'id' }] : [column],
    );
    const message = `"${own.head}" counts the rows and is left out: "${better.head}" is the number of a device.`;
    return { table: { ...table, columns }, notices: [{ sheet: table.sheet, row: table.headRow, message }] };
}
