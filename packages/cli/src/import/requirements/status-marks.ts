import { largest } from '../add-all.ts';
import { plainHead } from '../fields.ts';
import type { FoundTable } from '../find-tables.ts';
import { readYes } from '../values.ts';
import { isMark, readStatus } from './status-words.ts';

/** True for a cell that says no to the status of its column. */
function isNoMark(cell: string): boolean {
    return readYes(cell) === false;
}

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
        const marks = cells.filter(cell => isMark(cell) || isNoMark(cell));
        return cells.some(isMark) && marks.length > cells.length / 2;
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
            const heads = marked.flatMap(({ index, head }) => {
                const cell = row.cells[index] ?? '';
                if (cell === '' || isNoMark(cell)) return [];
                // A word in the place of a mark is said with it, and is not taken for one.
                return [isMark(cell) ? head : `${head}: ${cell}`];
            });
            const cells = Array.from({ length: at }, (_, index) => row.cells[index] ?? '');
            return { ...row, cells: [...cells, heads.join(' + ')] };
        }),
    };
}
