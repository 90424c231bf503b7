import type { TableColumn } from './columns.ts';
import type { FoundTable } from './find-tables.ts';
import type { NamedThing } from './known.ts';
import { resolve } from './known.ts';
import { plainHead } from './fields.ts';

/** Heads that mean a type in some tables and the name of a product in others. */
const mayBeProduct =
    /^(device type|equipment type|hardware type|gerätetyp|type d équipement|tipo de equipo|tipo de dispositivo|type|typ|tipo)$/;

/**
 * Settles which of several columns says the type of a device: the one of which most cells name a type that there is. A
 * column that is called "device type" or "Typ" and holds names of products is one of products, where no other is.
 */
export function withTypeColumn(table: FoundTable, types: readonly NamedThing[]): FoundTable {
    const candidates = table.columns.filter(column => column.field === 'type');
    if (candidates.length === 0 || candidates.some(column => column.rank === -1)) return table;
    const named = candidates.map(column => {
        const cells = new Set(table.rows.map(row => row.cells[column.index] ?? '').filter(text => text !== ''));
        const known = [...cells].filter(text => resolve(text, types) !== null).length;
        return { column, share: cells.size === 0 ? 0 : known / cells.size };
    });
    const best = named.reduce((one, other) =>
        other.share > one.share || (other.share === one.share && other.column.rank < one.column.rank) ? other : one,
    ).column;
    if (candidates.length === 1) return holdsProducts(table, best, named[0]!.share) ? asProduct(table, best) : table;
    const hasProduct = table.columns.some(column => column.field === 'product');
    return {
        ...table,
        columns: table.columns.map(column => {
            if (column.field !== 'type' || column === best) return column;
            return { ...column, field: !hasProduct && mayBeProduct.test(plainHead(column.head)) ? 'product' : null };
        }),
    };
}

/** In a column of products a few names, such as those of makers of one kind of device, name a type too. */
const fewTypes = 1 / 3;

/** True for a column such as `Typ` that names hardly a type, and mostly has figures in its names: `CPU 1515`. */
function holdsProducts(table: FoundTable, column: TableColumn, share: number): boolean {
    if (share >= fewTypes || !mayBeProduct.test(plainHead(column.head))) return false;
    if (table.columns.some(each => each.field === 'product')) return false;
    const cells = [...new Set(table.rows.map(row => row.cells[column.index] ?? '').filter(text => text !== ''))];
    return cells.length >= 2 && cells.filter(text => /\d/u.test(text)).length > cells.length / 2;
}

function asProduct(table: FoundTable, column: TableColumn): FoundTable {
    return { ...table, columns: table.columns.map(each => (each === column ? { ...each, field: 'product' } : each)) };
}
