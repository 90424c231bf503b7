import type { TableColumn } from './columns.ts';
import { meaningOf, riskFields } from './fields.ts';
import type { FoundTable } from './find-tables.ts';
import type { Known } from './known.ts';
import { readScale } from './scale.ts';

/**
 * Settles which of several columns holds the levels: "Consequence" is a text in many sheets, with the level beside it
 * under "S". A column that holds no level gives way to one of the same meaning that does.
 */
export function withLevelColumns(table: FoundTable, known: Pick<Known, 'likelihood' | 'consequence'>): FoundTable {
    const settle = (columns: readonly TableColumn[], field: 'likelihood' | 'consequence'): readonly TableColumn[] => {
        const levels = ({ index, head }: TableColumn): number =>
            table.rows.filter(row => readScale(row.cells[index] ?? '', known[field], head).kind === 'value').length;
        const now = columns.find(column => column.field === field);
        if (!now || now.rank === -1 || levels(now) > 0) return columns;
        const other = columns.find(
            column =>
                column.field === null && meaningOf(column.head, riskFields)?.field.key === field && levels(column) > 0,
        );
        if (!other) return columns;
        return columns.map(column =>
            column === now ? { ...now, field: null } : column === other ? { ...other, field } : column,
        );
    };
    return { ...table, columns: settle(settle(table.columns, 'likelihood'), 'consequence') };
}
