import { counted } from 'iacs-language';
import type { Notice } from './entry.ts';
import { plainHead } from './fields.ts';
import type { FoundTable } from './find-tables.ts';
import { ImportError } from './import-error.ts';
import type { NamedThing } from './known.ts';
import { resolveAll } from './known.ts';

/** Heads of what networks have and devices do not. */
const ofNetworks = new Set(['prefix', 'prefixes', 'vid', 'vlan id', 'vlan nr', 'vlan number']);
/** Fields of devices. */
const ofDevices = new Set(['addresses', 'mac', 'vendor', 'product', 'version']);

/** True for a list of prefixes or VLANs, as NetBox and other address plans have them beside their devices. */
function isOfNetworks(table: FoundTable, types: readonly NamedThing[]): boolean {
    if (!table.columns.some(({ head }) => ofNetworks.has(plainHead(head)))) return false;
    if (table.columns.some(({ field, rank }) => rank === -1 || (field !== null && ofDevices.has(field)))) return false;
    const kinds = table.columns.filter(({ field }) => field === 'type');
    return !table.rows.some(({ cells }) => kinds.some(({ index }) => resolveAll(cells[index] ?? '', types).length > 0));
}

/**
 * The tables of an inventory without those of networks, whose rows would become devices.
 * @throws ImportError where no other one is there
 */
export function withoutNetworks(
    tables: readonly FoundTable[],
    types: readonly NamedThing[],
): { readonly tables: readonly FoundTable[]; readonly notices: readonly Notice[] } {
    const networks = tables.filter(table => isOfNetworks(table, types));
    if (networks.length === 0) return { tables, notices: [] };
    const what = 'a list of networks or VLANs, and not of devices';
    const how = 'If its rows are devices, name a column with --map';
    if (networks.length === tables.length)
        throw new ImportError(`${networks[0]!.sheet} is ${what}: export the devices. ${how}, such as --map title="B".`);
    return {
        tables: tables.filter(table => !networks.includes(table)),
        notices: networks.map(({ sheet, headRow, rows }) => ({
            sheet,
            row: headRow,
            message: `This is ${what}: ${counted(rows.length, 'row is', 'rows are')} not read. ${how}.`,
        })),
    };
}
