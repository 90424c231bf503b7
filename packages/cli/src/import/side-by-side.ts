import type { Field } from './fields.ts';
import { fieldOf } from './fields.ts';
import type { Grid } from './grid.ts';

/** The fields that the heads of a row mean between two columns; the second one is left out. */
function fieldsBetween(
    row: readonly string[],
    from: number,
    to: number,
    fields: readonly Field[],
): ReadonlySet<string> {
    return new Set(row.slice(from, to).flatMap(cell => (cell === '' ? [] : (fieldOf(cell, fields)?.key ?? []))));
}

/**
 * The empty column between two tables whose heads stand in one row and mean the same things; `null` where there is
 * none.
 */
function gapOf(grid: Grid, fields: readonly Field[]): number | null {
    const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
    for (const row of grid.rows) {
        if (fieldsBetween(row, 0, width, fields).size < 2) continue;
        for (let gap = 1; gap < width - 1; gap++) {
            if ((row[gap] ?? '') !== '') continue;
            const [left, right] = [fieldsBetween(row, 0, gap, fields), fieldsBetween(row, gap + 1, width, fields)];
            const repeated = [...right].filter(field => left.has(field)).length;
            const empty = (): boolean =>
                grid.rows.every((each, at) => (each[gap] ?? '') === '' && !grid.merged.masterOf(at, gap));
            if (left.size >= 2 && right.size >= 2 && repeated >= 2 && empty()) return gap;
        }
    }
    return null;
}

/**
 * Cuts a sheet on which tables stand beside each other, an empty column between them, into one sheet for each. Places
 * stay as they are:
 * the other tables are left empty, so that rows and letters of columns are those that people see.
 */
export function sideBySide(grid: Grid, fields: readonly Field[]): readonly Grid[] {
    const gap = gapOf(grid, fields);
    if (gap === null) return [grid];
    const part = (keeps: (column: number) => boolean): Grid => ({
        ...grid,
        rows: grid.rows.map(row => row.map((cell, column) => (keeps(column) ? cell : ''))),
        merged: grid.merged.where(keeps),
    });
    return [
        part(column => column < gap),
        ...sideBySide(
            part(column => column > gap),
            fields,
        ),
    ];
}
