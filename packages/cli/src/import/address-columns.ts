import type { TableColumn } from './columns.ts';
import type { Notice } from './entry.ts';
import type { FoundTable } from './find-tables.ts';
import { readAddresses } from './values.ts';

/** So many filled cells show what a column holds. */
const enough = 2;

/** What every filled cell of a column holds; `null` for anything else. */
function held(table: FoundTable, { index }: TableColumn): 'addresses' | 'mac' | null {
    const cells = table.rows.map(row => row.cells[index] ?? '').filter(text => text !== '');
    if (cells.length < enough) return null;
    const read = cells.map(readAddresses);
    if (read.some(({ rest }) => rest !== '')) return null;
    if (read.every(({ addresses }) => addresses.length > 0)) return 'addresses';
    return read.every(({ addresses, macs }) => addresses.length === 0 && macs.length > 0) ? 'mac' : null;
}

/**
 * Gives columns of unknown heads to addresses and MAC addresses where they hold nothing else, and no column is known by
 * its head: addresses are read in every language.
 */
export function withAddressColumns(table: FoundTable): {
    readonly table: FoundTable;
    readonly notices: readonly Notice[];
} {
    const taken = new Set(table.columns.map(column => column.field));
    const notices: Notice[] = [];
    const columns = table.columns.map((column): TableColumn => {
        if (column.field !== null || (taken.has('addresses') && taken.has('mac'))) return column;
        const field = held(table, column);
        if (field === null || taken.has(field)) return column;
        taken.add(field);
        const what = field === 'mac' ? 'MAC addresses' : 'IP addresses';
        notices.push({
            sheet: table.sheet,
            row: table.headRow,
            message: `"${column.head}" holds nothing but ${what} and is read as such.`,
        });
        return { ...column, field };
    });
    return { table: notices.length === 0 ? table : { ...table, columns }, notices };
}
