/** Whether a table of rules is whole, as far as its text can show it. */
import { everyAddress, everyService, isAnyInterface, subtract } from 'iacs-language/filter';
import type { Grid } from '../grid.ts';
import type { CsvGrid } from '../read-csv.ts';
import type { ReadRule } from './reading.ts';

export interface TableEnd {
    /** False for a sheet of a workbook: a workbook that is cut cannot be opened. */
    readonly isText: boolean;
    /** True where an end of line follows the last row. */
    readonly ended: boolean;
    /** The number of the row in which the file is cut, from 1; `null` where every row is whole. */
    readonly cutAt: number | null;
}

const isCsv = (grid: Grid): grid is CsvGrid => 'ended' in grid;

/**
 * How a table ends. Its last row is cut where no end of line follows and it has fewer cells than the rows before it, or
 * where a quotation mark in it, or in the row before it that goes on in it, is never closed.
 */
export function endOf(grid: Grid): TableEnd {
    if (!isCsv(grid)) return { isText: false, ended: true, cutAt: null };
    const filled = grid.rows.flatMap((row, at) => (row.some(cell => cell !== '') ? [at] : []));
    const last = filled.at(-1) ?? -1;
    const usual = Math.max(0, ...filled.slice(-20, -1).map(at => grid.rows[at]!.length));
    const short = last >= 0 && grid.rows[last]!.length < usual;
    const opened = (grid.unclosed.at(-1) ?? 0) - 1;
    // Below a sign that is no quotation mark go on rows with all their cells.
    const goesOn = opened >= 0 && grid.rows.slice(opened + 1).every(row => row.length < usual);
    const cutAt = goesOn ? opened + 1 : short && !grid.ended ? last + 1 : null;
    return { isText: true, ended: grid.ended, cutAt };
}

/** True for a rule that blocks all that no rule before it decides: a table that ends with it is whole. */
export function blocksRest({ permits, region, enters, leaves, when, trait }: ReadRule): boolean {
    return (
        !permits &&
        when === null &&
        trait === null &&
        isAnyInterface(enters) &&
        isAnyInterface(leaves) &&
        subtract(everyAddress, region.from).length === 0 &&
        subtract(everyAddress, region.to).length === 0 &&
        subtract(everyService, region.services).length === 0
    );
}
