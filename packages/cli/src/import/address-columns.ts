import type { TableColumn } from './columns.ts';
import type { Notice } from './entry.ts';
import type { FoundTable } from './find-tables.ts';
import { readAddresses } from './values.ts';

/** So many filled cells show what a column holds. */
const enough = 2;

/** What every filled cell of a column holds; `null` for anything else. */
function held(table: FoundTable, { index }: TableColumn): 'addresses' | 'mac' | null {
    let filled = 0;
    let found: 'addresses' | 'mac' | null = null;
    for (const row of table.rows) {
        const text = row.cells[index] ?? '';
        if (text === '') continue;
        const { addresses, macs, rest, others } = readAddresses(text);
        const here = addresses.length > 0 ? 'addresses' : macs.length > 0 ? 'mac' : null;
        if (rest !== '' || others.length > 0 || here === null || (found !== null && found !== here)) return null;
        found = here;
        filled += 1;
    }
    return filled >= enough ? found : null;
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
