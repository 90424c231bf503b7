import type { EntryZone, RowReader } from './entry.ts';
import type { Meeting } from './meet-model.ts';
import { quoted } from './names.ts';
import type { ZoneNames } from './row-zones.ts';
import { zoneNamed } from './row-zones.ts';
import type { ZoneFacts } from './zone-facts.ts';

/** A zone that a row speaks of, with no device in it. */
export interface BareZone {
    readonly zone: EntryZone;
    /** Its `description`; `null` for none. */
    readonly description: string | null;
}

/** What a row of a device says of it, at least one. */
const ofDevice = 'id title type addresses mac vendor product version criticality essential wireless remote'.split(' ');

/** True for a row that says nothing of a device, such as one of a list of zones. */
export function saysNoDevice(reader: RowReader): boolean {
    return ofDevice.every(field => reader.cell(field) === '');
}

/** The new zone of a row without a device; `null` where it names none, or one of the model. */
export function bareZone(reader: RowReader, meeting: Meeting, names: ZoneNames, facts: ZoneFacts): BareZone | null {
    const text = reader.cell('zone');
    if (text === '' || meeting.zone(text) !== null) return null;
    const { zone } = zoneNamed(text, names);
    facts.read(reader, zone.name, `zone ${zone.name}`);
    for (const field of ['location', 'owner', 'status'])
        for (const cell of reader.cells(field)) reader.keepText(cell.head, cell.text);
    const description = reader.description();
    return { zone, description: description === '' ? null : `description ${quoted(description)}` };
}
