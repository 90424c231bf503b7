import type { Field } from './fields.ts';
import { fieldOf } from './fields.ts';
import type { Grid } from './grid.ts';

/** The columns in which something stands, or that a merged area covers. */
function usedColumns(grid: Grid): ReadonlySet<number> {
    const used = new Set<number>();
    grid.rows.forEach((row, at) =>
        row.forEach((cell, column) => {
            if (cell !== '' || (!grid.merged.none && grid.merged.masterOf(at, column))) used.add(column);
        }),
    );
    return used;
}

/** The known heads of a row: where they stand and what they mean. */
function headsIn(
    row: readonly string[],
    fields: readonly Field[],
): readonly { readonly column: number; readonly field: string }[] {
    const heads: { readonly column: number; readonly field: string }[] = [];
    for (const [column, cell] of row.entries()) {
        const field = cell === '' ? null : fieldOf(cell, fields);
        if (field !== null) heads.push({ column, field: field.key });
    }
    return heads;
}

/**
 * The empty column between two tables whose heads stand in one row and mean the same things; `null` where there is
 * none.
 */
function gapOf(grid: Grid, fields: readonly Field[]): number | null {
    let used: ReadonlySet<number> | undefined;
    for (const row of grid.rows) {
        const heads = headsIn(row, fields);
        if (heads.length < 4) continue;
        for (let next = 2; next <= heads.length - 2; next++) {
            const left = new Set(heads.slice(0, next).map(head => head.field));
            const right = new Set(heads.slice(next).map(head => head.field));
            const repeated = [...right].filter(field => left.has(field)).length;
            if (left.size < 2 || right.size < 2 || repeated < 2) continue;
            used ??= usedColumns(grid);
            for (let gap = heads[next - 1]!.column + 1; gap < heads[next]!.column; gap++)
                if (!used.has(gap)) return gap;
        }
    }
    return null;
}

/**
 * Cuts a sheet on which tables stand beside each other, an empty column between them, into one sheet for each. Places
 * stay as they are: the other tables are left empty, so that rows and letters of columns are those that people see.
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
