import { counted, plural } from 'iacs-language';
import type { Entry, EntryZone, Notice, Property } from './entry.ts';
import { fieldsOfAll, RowReader } from './entry.ts';
import { assetFields } from './fields.ts';
import type { FoundTable } from './find-tables.ts';
import type { Known } from './known.ts';
import { traits, typeOf } from './device-words.ts';
import type { RowSays } from './differences.ts';
import { differences } from './differences.ts';
import { Meeting } from './meet-model.ts';
import { nameFrom, plainDashes, quoted, typeNotStated } from './names.ts';
import { addressesOf, addressLines, namedByAddress, ownAddresses } from './row-addresses.ts';
import type { BareZone } from './bare-zones.ts';
import { bareZone, saysNoDevice } from './bare-zones.ts';
import type { WrittenZone, ZoneTexts } from './row-zones.ts';
import { newZones, unassigned, ZoneNames, zonesOf, zoneTexts } from './row-zones.ts';
import { namingFields } from './unsaid.ts';
import { readCriticality } from './values.ts';
import { ZoneFacts } from './zone-facts.ts';
import { addAll } from './add-all.ts';

const all = fieldsOfAll(assetFields);

/** What an inventory says, and how it meets the model. */
export interface AssetAnswer {
    readonly entries: readonly Entry[];
    readonly notices: readonly Notice[];
    /** What the rows of a new zone agree on, one statement each, by the name of the zone. */
    readonly zoneFacts: ReadonlyMap<string, readonly string[]>;
    /** Zones of which a row says something without a device. */
    readonly zones: readonly BareZone[];
    /** Rows that are no device and no new zone, word for word. */
    readonly texts: readonly string[];
    /** Rows that the model has already. */
    readonly matched: number;
    /** Ids of assets that the model has outside of the file, and no row speaks of. */
    readonly missing: readonly string[];
}

/** Life cycle in the words of inventories. */
const notLive =
    /^(decommission\w*|retired|disposed|removed|scrapped|offline|planned|on order|ordered|staged|in stock|spare|inventory|absent|non-operational|not operational|out of service|stolen|stillgelegt|außer betrieb|ausgemustert|demontiert|geplant|bestellt|ersatzteil|hors service|démantelé|prévu|planifié|fuera de servicio|retirado|planificado|previsto|baja)$/iu;

/**
 * The rows of an inventory as assets, each in the zone that the inventory names. Devices that the model has are not
 * written again.
 * @param without words of a column of states whose rows are left out, in lower case
 * @param written the zones of the file that is written
 */
export function assetEntries(
    tables: readonly FoundTable[],
    known: Known,
    without: ReadonlySet<string> = new Set(),
    written: readonly WrittenZone[] = [],
): AssetAnswer {
    const entries: Entry[] = [];
    const notices: Notice[] = [];
    const keys = new Map<string, number>();
    const meeting = new Meeting(known);
    const facts = new ZoneFacts();
    /** Rows by the device that they are. */
    const matched = new Map<string, number>();
    const idle: { readonly sheet: string; readonly row: number; readonly text: string }[] = [];
    const zones = zoneTexts(tables);
    const elsewhere = [...(known.conduits ?? []), ...known.elements];
    const names = new ZoneNames(
        written,
        elsewhere.filter(({ kind }) => kind !== 'asset').map(({ id }) => id),
    );
    const bare: BareZone[] = [];
    const texts: string[] = [];
    let leftOut = 0;
    let matches = 0;
    for (const table of tables) {
        for (const row of table.rows) {
            const reader = new RowReader(table, row, all, namingFields);
            const status = reader.cell('status');
            if (status !== '' && without.has(status.toLowerCase())) {
                leftOut += 1;
                continue;
            }
            if (saysNoDevice(reader)) {
                const zone = bareZone(reader, meeting, names, facts);
                const isNew = zone !== null && !bare.some(each => each.zone.name === zone.zone.name);
                if (isNew) bare.push(zone);
                else texts.push(reader.everything().replace(/\s+/gu, ' '));
                reader.notice(
                    isNew
                        ? `The row names no device: it is read as the zone ${zone.zone.name}.`
                        : 'The row names no device and no new zone; it is kept as a comment.',
                );
                notices.push(...reader.notices.slice(-1));
                continue;
            }
            const device = readDevice(reader, { known, meeting, facts, zones, names });
            if (device.match.kind === 'contradiction') {
                reader.notice(
                    `"${device.entry.key}" contradicts the model: ${device.match.message}. The row is not ` +
                        'written; correct one of the two.',
                );
                // What is said of cells concerns an asset that is written.
                notices.push(...reader.notices.slice(-1));
                continue;
            }
            if (device.match.kind === 'match') {
                matches += 1;
                const { asset, translated } = device.match;
                const says = translated ? { ...device.says, addresses: [] } : device.says;
                const before = matched.get(asset.id);
                if (before === undefined) matched.set(asset.id, row.number);
                const more = [
                    ...(before === undefined ? [] : [`row ${before} is that device too`]),
                    ...[differences(says, asset, known.types)].filter(text => text !== ''),
                ].join('; ');
                reader.notice(
                    `"${device.entry.key}" is ${device.match.asset.id} of the model, by its ${device.match.by}, ` +
                        `and not written again${more === '' ? '' : `; ${more}`}.`,
                );
                notices.push(...reader.notices.slice(-1));
                continue;
            }
            const { candidates } = device.match;
            // Where several devices have its address, its zone is open for the same reason.
            for (const message of candidates.length > 0 ? [] : device.notices) reader.notice(message);
            if (candidates.length > 0)
                reader.notice(
                    `The address of "${device.entry.key}" is that of ${candidates.join(' and ')} of ` +
                        'the model; it is written as a new asset, unless the table names its zone.',
                );
            const times = (keys.get(device.entry.key) ?? 0) + 1;
            keys.set(device.entry.key, times);
            if (times > 1)
                reader.notice(
                    `"${device.entry.key}" is in the inventory twice; this row is imported as an asset of its own.`,
                );
            if (notLive.test(status))
                idle.push({
                    sheet: table.sheet,
                    row: row.number,
                    text: `${device.entry.title ?? device.entry.name} (${status})`,
                });
            entries.push(times > 1 ? { ...device.entry, key: `${device.entry.key} #${times}` } : device.entry);
            addAll(notices, reader.notices);
        }
    }
    const at = { sheet: tables[0]?.sheet ?? '', row: tables[0]?.headRow ?? 1 };
    const without1 = entries.filter(entry => entry.zone === unassigned).length;
    if (without1 > 0)
        notices.push({
            ...at,
            message:
                `${without1} of ${entries.length} assets have no zone; they are written into the zone Unassigned, to ` +
                `be moved by hand.${
                    tables.some(table => table.columns.some(({ field }) => field === 'zone'))
                        ? ''
                        : ' If a column names the zones, say which one with --map zone=COLUMN.'
                }`,
        });
    if (leftOut > 0)
        notices.push({
            ...at,
            message:
                `${counted(leftOut, 'row is', 'rows are')} left out because of ` +
                `${plural(leftOut, 'its', 'their')} state.`,
        });
    if (idle.length > 0) {
        const some = idle
            .slice(0, 10)
            .map(each => each.text)
            .join(', ');
        notices.push({
            ...at,
            message:
                `${idle.length} ${idle.length === 1 ? 'row is' : 'rows are'} not of devices in use: ` +
                `${some}${idle.length > 10 ? ' and others' : ''}. They are written with that word in their ` +
                'description; leave them out with --without STATE.',
        });
    }
    const added = newZones(entries, known);
    if (added !== null) notices.push({ ...at, message: added });
    const agreed = facts.settle(entries, known);
    addAll(
        notices,
        agreed.notices.map(message => ({ ...at, message })),
    );
    return {
        entries: agreed.entries,
        notices,
        zoneFacts: agreed.lines,
        zones: bare,
        texts,
        matched: matches,
        missing: meeting.assets.filter(asset => !matched.has(asset.id)).map(asset => asset.id),
    };
}

interface Device {
    readonly entry: Entry;
    readonly match: ReturnType<Meeting['match']>;
    readonly says: RowSays;
    /** What is to be said where the row is written. */
    readonly notices: readonly string[];
}

/** What all rows of an inventory are read with. */
interface Around {
    readonly known: Known;
    readonly meeting: Meeting;
    readonly facts: ZoneFacts;
    readonly zones: ZoneTexts;
    readonly names: ZoneNames;
}

function readDevice(reader: RowReader, { known, meeting, facts, zones, names }: Around): Device {
    const id = reader.cell('id');
    const titled = namedByAddress(reader.cell('title'));
    const { title } = titled;
    const isNumber = /^\d+$/.test(id);
    const properties: Property[] = [];
    const put = (word: string, text: string): void => {
        properties.push({ word, text: `${word} ${text}` });
    };
    const { addresses, macs, dhcp } = addressesOf(reader, titled.addresses);
    // A row is known again by its number or name, else by its address: rows move.
    const key = plainDashes(id || title || (addresses[0] ?? macs[0] ?? `row ${reader.row.number}`));
    const says: Record<string, string> = {};
    for (const word of ['vendor', 'product', 'version']) {
        const text = reader.cell(word);
        if (text === '') continue;
        says[word] = text;
        put(word, quoted(text));
    }
    const places = [...new Set(reader.cells('location').map(cell => cell.text))].join(', ');
    if (places !== '') put('location', quoted(places));
    if (reader.cell('owner') !== '') reader.keepText(reader.head('owner'), reader.cell('owner'));
    const criticality = readCriticality(reader.cell('criticality'));
    if (criticality.kind === 'value') put('criticality', criticality.value);
    if (criticality.kind === 'text') reader.keep('criticality', criticality.text, criticality.why);
    const isSaid = traits(reader);
    if (isSaid.length > 0) put('is', isSaid.join(', '));
    if (reader.cell('status') !== '') reader.keepText(reader.head('status'), reader.cell('status'));
    const type = typeOf(reader, known.types);
    const { zone, serves, notices } = zonesOf(reader, meeting, addresses, zones, names);
    if (serves.length > 0) put('serves', serves.join(', '));
    const own = ownAddresses(title || id || key, addresses, zone, meeting);
    const addressed = addressLines(own.addresses, macs, dhcp);
    const isConduit = known.conduits?.some(conduit => conduit.id === zone.name) === true;
    facts.read(reader, zone === unassigned || isConduit ? null : zone.name, key);
    const description = reader.description();
    const described: readonly Property[] =
        description === '' ? [] : [{ word: 'description', text: `description ${quoted(description)}` }];
    return {
        match: meeting.match({
            id: isNumber ? '' : id,
            title,
            addresses,
            macs,
            zone: zone.declared && reader.cell('zone') !== '' ? zone.name : undefined,
        }),
        says: {
            words: says,
            addresses,
            macs,
            zone: reader.cell('zone') === '' ? null : zone,
            type,
            traits: isSaid,
            criticality: criticality.kind === 'value' ? criticality.value : null,
        },
        notices: [...notices, ...own.notices],
        entry: {
            key,
            keyword: 'asset',
            name: nameFrom((isNumber ? title : withoutZone(id, zone)) || title || key, 'A'),
            title: title === '' ? null : title.replace(/\s*\n\s*/g, ', '),
            type: type ?? typeNotStated,
            zone,
            properties: [...described, ...addressed, ...properties],
        },
    };
}

/** A name that begins with that of its zone, `Control.Plc1`, as it is within the zone. */
function withoutZone(id: string, { name }: EntryZone): string {
    return id.startsWith(`${name}.`) ? id.slice(name.length + 1) : id;
}
