import type { Entry, EntryZone, RowReader } from './entry.ts';
import type { FoundTable } from './find-tables.ts';
import type { Known, KnownElement } from './known.ts';
import { plainName, withoutBracket } from './known.ts';
import type { Meeting } from './meet-model.ts';
import { whyUnsaid } from './unsaid.ts';
import { halfWidth, nameFrom, plainDashes } from './names.ts';

/** The zone of the assets of which the inventory names none. */
export const unassigned: EntryZone = {
    name: 'Unassigned',
    title: 'Assets that the inventory gives no zone',
    declared: false,
};

/** What is in the column of zones. */
export interface ZoneTexts {
    /** Each text once, in the form in which names are compared. */
    readonly plain: ReadonlySet<string>;
    /** By {@link typedAlike} the first text of those that differ in letter case, blanks or the width of signs alone. */
    readonly first: ReadonlyMap<string, string>;
}

/**
 * A text in the form that all ways to type the same zone share: `Line A`, `LINE A`, `LineA`. `Cell 1 1` and `Cell 11`
 * are two.
 */
function typedAlike(text: string): string {
    return plainDashes(halfWidth(text))
        .normalize('NFC')
        .toLowerCase()
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/(?<!\d) | (?!\d)/g, '');
}

/** A zone that a file has, in which an import writes. */
export interface WrittenZone {
    readonly id: string;
    readonly title: string | null;
}

/** The names of new zones: the same for all ways to type one, and another for each text that is not the same. */
export class ZoneNames {
    readonly #byText = new Map<string, string>();
    /** By name the text that it was made of. */
    readonly #taken = new Map<string, string>();

    /**
     * @param written zones of the file that is written, which keep their names
     * @param taken names that the model has elsewhere
     */
    constructor(written: Iterable<WrittenZone>, taken: Iterable<string>) {
        for (const name of taken) this.#taken.set(name, name);
        for (const { id, title } of written) {
            const text = title ?? id;
            this.#taken.set(id, text);
            if (!this.#byText.has(typedAlike(text))) this.#byText.set(typedAlike(text), id);
        }
    }

    /** @returns the name, and the text that has the name which this one would have; `null` where none has it */
    of(text: string): { readonly name: string; readonly beside: string | null } {
        const known = this.#byText.get(typedAlike(text));
        if (known !== undefined) return { name: known, beside: null };
        const wanted = nameFrom(text, 'Zone');
        const beside = this.#taken.get(wanted) ?? null;
        let name = wanted;
        for (let number = 2; this.#taken.has(name); number++) name = `${wanted}_${number}`;
        this.#taken.set(name, text);
        this.#byText.set(typedAlike(text), name);
        return { name, beside };
    }
}

export function zoneTexts(tables: readonly FoundTable[]): ZoneTexts {
    const plain = new Set<string>();
    const first = new Map<string, string>();
    for (const table of tables) {
        const columns = table.columns.filter(each => each.field === 'zone').sort((a, b) => a.rank - b.rank);
        if (columns.length === 0) continue;
        for (const row of table.rows) {
            const text =
                columns
                    .map(({ index }) => row.cells[index] ?? '')
                    .find(each => each !== '' && whyUnsaid(each) === null) ?? '';
            plain.add(plainName(text));
            const alike = typedAlike(text);
            if (!first.has(alike)) first.set(alike, text);
        }
    }
    return { plain, first };
}

/** The zone of a row, and what is to be said where the row becomes an asset. */
export interface RowZone {
    readonly zone: EntryZone;
    readonly serves: readonly string[];
    readonly notices: readonly string[];
}

/**
 * The zone of a row. A cell that lists several zones, each of which is one of the model or of another row, is that of a
 * device between them: it is in the first one and serves the others. A row that names none is in the zone that its
 * addresses say.
 * @param zones texts in the column of zones
 */
export function zonesOf(
    reader: RowReader,
    meeting: Meeting,
    addresses: readonly string[],
    zones: ZoneTexts,
    names: ZoneNames,
): RowZone {
    const text = reader.cell('zone');
    if (text === '') return byAddresses(nameOf(reader, addresses), meeting, addresses);
    const parts = text.split(/[;,|\n]|\s[/&+]\s/u).map(part => part.trim());
    const several =
        parts.length > 1 &&
        meeting.zone(text) === null &&
        parts.every(part => meeting.zone(part) !== null || zones.plain.has(plainName(part)));
    const notices: string[] = [];
    const [zone, ...others] = (several ? parts : [text]).map(part => {
        const own = meeting.zone(part);
        if (own) {
            if (withoutBracket(part) && own.title !== part) reader.keepText(reader.head('zone'), part);
            return declaredZone(own);
        }
        const first = zones.first.get(typedAlike(part)) ?? part;
        if (first !== part) notices.push(`The zone "${part}" is taken for "${first}" of another row.`);
        const { zone, notice } = zoneNamed(first, names);
        if (notice !== null) notices.push(notice);
        return zone;
    });
    const serves = others.map(each => each.name);
    if (several)
        notices.push(
            `"${nameOf(reader, addresses)}" is in several zones ("${text}"); it is written in ${zone!.name} ` +
                `and serves ${serves.join(', ')}.`,
        );
    return { zone: zone!, serves, notices };
}

function nameOf(reader: RowReader, addresses: readonly string[]): string {
    return reader.cell('title') || reader.cell('id') || addresses[0] || `row ${reader.row.number}`;
}

function byAddresses(name: string, meeting: Meeting, addresses: readonly string[]): RowZone {
    const placed = meeting.zoneOf(addresses);
    if (placed.kind === 'nowhere') return { zone: unassigned, serves: [], notices: [] };
    const said = `"${name}" has no zone in the inventory`;
    if (placed.kind === 'open') return { zone: unassigned, serves: [], notices: [`${said}, and ${placed.why}.`] };
    const zone = declaredZone(meeting.zoneById(placed.zone));
    return { zone, serves: [], notices: [`${said}; it is written in ${zone.name}, because ${placed.why}.`] };
}

/** A new zone by its text, and what is to be said of its name. */
export function zoneNamed(
    text: string,
    names: ZoneNames,
): { readonly zone: EntryZone; readonly notice: string | null } {
    const { name, beside } = names.of(text);
    return {
        zone: { name, title: text.replace(/\s*\n\s*/g, ', '), declared: false },
        notice:
            beside === null
                ? null
                : `The zone "${text}" is written as ${name}, because "${beside}" has that name already.`,
    };
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
        `The model has no zone ${names.join(', ')}; ` +
        `${one ? 'it is written as a new one' : 'they are written as new'}, without a conduit.`
    );
}
