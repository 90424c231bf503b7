import type { FoundTable, TableRow } from './find-tables.ts';
import type { NamedThing } from './known.ts';
import { resolveAll } from './known.ts';

/** Fields of which a row of devices has one at least, where its table has them. */
const ofDevices = new Set(['zone', 'addresses', 'mac', 'vendor', 'product', 'version']);

/** The rows of a table in stretches without an empty row between them; below a title of its own a stretch goes on. */
function blocksOf(rows: readonly TableRow[]): readonly (readonly TableRow[])[] {
    const blocks: TableRow[][] = [];
    let last: TableRow | null = null;
    for (const row of rows) {
        if (last === null || (row.number !== last.number + 1 && row.group === last.group)) blocks.push([]);
        blocks.at(-1)!.push(row);
        last = row;
    }
    return blocks;
}

/**
 * An inventory without what stands below it and is no row of it: a list of revisions, a legend. Such a block follows an
 * empty row, and says nothing of a device in any of its rows, where those above mostly do.
 */
export function withoutOtherBlocks(table: FoundTable, types: readonly NamedThing[]): FoundTable {
    const [first, ...others] = blocksOf(table.rows);
    if (first === undefined || others.length === 0) return table;
    const columns = table.columns.filter(({ field }) => field !== null && ofDevices.has(field));
    const kinds = table.columns.filter(({ field }) => field === 'type');
    const isDevice = ({ cells }: TableRow): boolean =>
        columns.some(({ index }) => (cells[index] ?? '') !== '') ||
        kinds.some(({ index }) => resolveAll(cells[index] ?? '', types).length > 0);
    if (columns.length === 0 || first.filter(isDevice).length < first.length / 2) return table;
    const foreign = new Set(others.filter(block => !block.some(isDevice)).flat());
    if (foreign.size === 0) return table;
    const remarks = [...foreign].map(({ number, cells }) => ({
        number,
        text: cells.filter(cell => cell !== '').join(', '),
    }));
    return {
        ...table,
        rows: table.rows.filter(row => !foreign.has(row)),
        remarks: [...table.remarks, ...remarks].sort((a, b) => a.number - b.number),
    };
}
