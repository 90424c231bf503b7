import { largest } from '../add-all.ts';
import { plainHead } from '../fields.ts';
import type { FoundTable } from '../find-tables.ts';
import { isMark, readStatus } from './status-words.ts';

/**
 * A table in which the status is a mark in one of several columns, `Met | Not met | N/A`, with one column that says it
 * in a word. A row with two marks says both, which no list of status words has, so it is reported.
 */
export function withStatusFromMarks(table: FoundTable): FoundTable {
    if (table.columns.some(column => column.field === 'status' && column.rank === -1)) return table;
    const marked = table.columns.filter(({ index, head, field }) => {
        if (field !== null && field !== 'status' && field !== 'applicable') return false;
        if (readStatus(head) === null || plainHead(head) === '') return false;
        const cells = table.rows.map(row => row.cells[index] ?? '').filter(cell => cell !== '');
        return cells.length > 0 && cells.every(isMark);
    });
    if (marked.length < 2) return table;
    const at =
        largest(
            table.columns.map(column => column.index),
            -1,
        ) + 1;
    const gone = new Set(marked.map(column => column.index));
    return {
        ...table,
        columns: [
            ...table.columns.map(column => (gone.has(column.index) ? { ...column, field: 'kept' } : column)),
            { index: at, head: 'Status', field: 'status', rank: 0 },
        ],
        heads: new Set([...table.heads, at]),
        rows: table.rows.map(row => {
            const heads = marked.filter(column => (row.cells[column.index] ?? '') !== '').map(column => column.head);
            const cells = Array.from({ length: at }, (_, index) => row.cells[index] ?? '');
            return { ...row, cells: [...cells, heads.join(' + ')] };
        }),
    };
}
