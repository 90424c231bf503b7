import type { Entry, EntryZone, RowReader } from './entry.ts';
import type { FoundTable } from './find-tables.ts';
import type { Known, KnownElement } from './known.ts';
import { plainName, withoutBracket } from './known.ts';
import type { Meeting } from './meet-model.ts';
import { nameFrom } from './names.ts';

/** The zone of the assets of which the inventory names none. */
export const unassigned: EntryZone = {
    name: 'Unassigned',
    title: 'Assets that the inventory gives no zone',
    declared: false,
};

/** What stands in the column of zones, each text once. */
export function zoneTexts(tables: readonly FoundTable[]): ReadonlySet<string> {
    return new Set(
        tables.flatMap(table => {
            const column = table.columns.find(each => each.field === 'zone');
            return column ? table.rows.map(row => plainName(row.cells[column.index] ?? '')) : [];
        }),
    );
}

/**
 * The zone of a row. A cell that lists several zones, each of which is one of the model or of another row, is that of a
 * device between them: it is in the first one and serves the others.
 * @param zones texts in the column of zones
 */
export function zonesOf(
    reader: RowReader,
    meeting: Meeting,
    addresses: readonly string[],
    zones: ReadonlySet<string>,
): { readonly zone: EntryZone; readonly serves: readonly string[] } {
    const text = reader.cell('zone');
    const parts = text.split(/[;,|\n]|\s[/&+]\s/u).map(part => part.trim());
    const several =
        parts.length > 1 &&
        meeting.zone(text) === null &&
        parts.every(part => meeting.zone(part) !== null || zones.has(plainName(part)));
    if (!several) return { zone: zoneOf(reader, meeting, text, addresses), serves: [] };
    const [zone, ...others] = parts.map(part => zoneOf(reader, meeting, part, addresses));
    reader.notice(
        `"${reader.cell('title') || reader.cell('id')}" is in several zones ("${text}"); it is written in ${zone!.name} ` +
            `and serves ${others.map(each => each.name).join(', ')}.`,
    );
    return { zone: zone!, serves: others.map(each => each.name) };
}

function zoneOf(reader: RowReader, meeting: Meeting, text: string, addresses: readonly string[]): EntryZone {
    if (text !== '') {
        const zone = meeting.zone(text);
        if (!zone) return { name: nameFrom(text, 'Zone'), title: text.replace(/\s*\n\s*/g, ', '), declared: false };
        if (withoutBracket(text) && zone.title !== text) reader.keepText(reader.head('zone'), text);
        return declaredZone(zone);
    }
    const zone = meeting.zoneOf(addresses);
    if (!zone) return unassigned;
    reader.notice(
        `"${reader.cell('title') || reader.cell('id')}" has no zone in the inventory; its address lies in a ` +
            `network of ${zone.id}.`,
    );
    return declaredZone(zone);
}

function declaredZone(zone: KnownElement): EntryZone {
    return { name: zone.id, title: zone.title, declared: true };
}

/** What is said of zones that the model does not have; `null` where there are none, or no model. */
export function newZones(entries: readonly Entry[], known: Known): string | null {
    if (!known.elements.some(element => element.kind === 'zone')) return null;
    const zones = new Map(
        entries.flatMap(({ zone }) => (zone && zone !== unassigned && !zone.declared ? [[zone.name, zone]] : [])),
    );
    if (zones.size === 0) return null;
    const names = [...zones.values()].map(({ name, title }) =>
        title === null || title === name ? name : `${name} ("${title}")`,
    );
    const one = names.length === 1;
    return (
        `The model has no zone ${names.join(', ')}; ${one ? 'it is written as a new one' : 'they are written as new'}, ` +
        'without a conduit.'
    );
}
