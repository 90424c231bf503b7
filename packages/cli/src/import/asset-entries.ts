import type { Entry, Notice, Property } from './entry.ts';
import { RowReader } from './entry.ts';
import type { FoundTable } from './find-tables.ts';
import type { Known } from './known.ts';
import { resolve } from './known.ts';
import { nameFrom, plainDashes, quoted, typeNotStated } from './names.ts';
import { readAddresses, readCriticality } from './values.ts';

/** The zone of the assets of which the inventory names none. */
const unassigned = { name: 'Unassigned', title: 'Assets that the inventory gives no zone' };

/** The rows of an inventory as assets, each in the zone that the inventory names. */
export function assetEntries(tables: readonly FoundTable[], known: Known): { readonly entries: readonly Entry[]; readonly notices: readonly Notice[] } {
    const entries: Entry[] = [];
    const notices: Notice[] = [];
    const keys = new Map<string, number>();
    for (const table of tables) {
        for (const row of table.rows) {
            const reader = new RowReader(table, row);
            const entry = asset(reader, known);
            const times = (keys.get(entry.key) ?? 0) + 1;
            keys.set(entry.key, times);
            if (times > 1) reader.notice(`"${entry.key}" stands in the inventory a second time; this row is imported as an asset of its own.`);
            entries.push(times > 1 ? { ...entry, key: `${entry.key} #${times}` } : entry);
            notices.push(...reader.notices);
        }
    }
    const without = entries.filter(entry => entry.zone === unassigned).length;
    if (without > 0) {
        notices.push({
            sheet: tables[0]?.sheet ?? '', row: tables[0]?.headRow ?? 1,
            message: `${without} of ${entries.length} assets have no zone; they are written into the zone Unassigned, to be moved by hand.`,
        });
    }
    return { entries, notices };
}

function asset(reader: RowReader, known: Known): Entry {
    const id = reader.cell('id');
    const title = reader.cell('title');
    const isNumber = /^\d+$/.test(id);
    const key = plainDashes(id || title || `row ${reader.row.number}`);
    const properties: Property[] = [];
    const put = (word: string, text: string): void => {
        properties.push({ word, text: `${word} ${text}` });
    };
    const { addresses, rest } = readAddresses(reader.cell('addresses'));
    if (addresses.length > 0) put('address', addresses.join(', '));
    if (rest !== '') reader.keep('addresses', rest, 'is no IP address');
    for (const word of ['vendor', 'product', 'version', 'location', 'owner']) {
        const text = reader.cell(word);
        if (text !== '') put(word, quoted(text));
    }
    const criticality = readCriticality(reader.cell('criticality'));
    if (criticality.kind === 'value') put('criticality', criticality.value);
    if (criticality.kind === 'text') reader.keep('criticality', criticality.text, criticality.why);
    const typeText = reader.cell('type');
    const type = resolve(typeText, known.types);
    if (typeText !== '' && type === null) reader.keep('type', typeText, 'is no asset type');
    const zone = reader.cell('zone');
    const description = reader.description();
    if (description !== '') properties.unshift({ word: 'description', text: `description ${quoted(description)}` });
    return {
        key,
        keyword: 'asset',
        name: nameFrom((isNumber ? title : id) || title || key, 'A'),
        title: title === '' ? null : title.replace(/\s*\n\s*/g, ', '),
        type: type ?? typeNotStated,
        zone: zone === '' ? unassigned : { name: nameFrom(zone, 'Zone'), title: zone.replace(/\s*\n\s*/g, ', ') },
        properties,
    };
}
