import { readAddresses } from 'iacs-language/filter';
import { purdueLevels, readString } from 'iacs-language';
import type { Entry, Property, RowReader } from './entry.ts';
import type { Known } from './known.ts';
import { quoted } from './names.ts';

/** What a row says of its zone. */
interface Said {
    readonly key: string;
    readonly head: string;
    /** As the language writes it; `null` for a text that is no such value. */
    readonly value: string | null;
    readonly text: string;
}

const words = { purdue: 'purdue', slT: 'SL-T', network: 'network' } as const;
type ZoneField = keyof typeof words;

function valueOf(field: ZoneField, text: string): string | null {
    if (field === 'network') return text.includes('/') && readAddresses(text) !== null ? text : null;
    const level = /^(?:(?:purdue|level|ebene|niveau|nivel|sl|sl-t|l)\s*[:=-]?\s*)?(\d(?:[.,][05])?)$/i
        .exec(text)?.[1]
        ?.replace(',', '.')
        .replace('.0', '');
    if (level === undefined) return null;
    if (field === 'slT') return /^[0-4]$/.test(level) ? level : null;
    return (purdueLevels as readonly string[]).includes(level) ? level : null;
}

/**
 * What the rows of an inventory say of their zones: Purdue level, SL-T, networks. Where all rows of a new zone agree it
 * becomes a fact of the zone; else each row keeps its own as text, and a notice says so. Of a zone that the model has
 * nothing is written, and a contradiction is reported.
 */
export class ZoneFacts {
    readonly #said = new Map<string, Map<ZoneField, Said[]>>();

    /** Takes what a row says of its zone; without a zone it is kept as text. */
    read(reader: RowReader, zone: string | null, key: string): void {
        for (const field of Object.keys(words) as ZoneField[]) {
            for (const { head, text } of reader.cells(field)) {
                const value = valueOf(field, text);
                if (zone === null) reader.keepText(head, text);
                else if (value === null)
                    reader.keep(
                        field,
                        text,
                        field === 'network'
                            ? 'is not a prefix such as 10.10.2.0/24'
                            : field === 'slT'
                              ? 'is not a level from 0 to 4'
                              : `is not a Purdue level (${purdueLevels.join(', ')})`,
                        head,
                    );
                else {
                    const fields = this.#said.get(zone) ?? new Map<ZoneField, Said[]>();
                    this.#said.set(zone, fields);
                    const same = fields.get(field);
                    if (same) same.push({ key, head, value, text });
                    else fields.set(field, [{ key, head, value, text }]);
                }
            }
        }
    }

    /** @returns the lines of new zones, and the entries with what could not become one */
    settle(
        entries: readonly Entry[],
        known: Known,
    ): {
        readonly entries: readonly Entry[];
        readonly lines: ReadonlyMap<string, readonly string[]>;
        readonly notices: readonly string[];
    } {
        const lines = new Map<string, string[]>();
        const notices: string[] = [];
        const kept = new Map<string, string[]>();
        const keep = (said: readonly Said[]): void => {
            for (const { key, head, text } of said) kept.set(key, [...(kept.get(key) ?? []), `${head}: ${text}`]);
        };
        const declared = new Map(
            known.elements.filter(element => element.kind === 'zone').map(zone => [zone.id, zone]),
        );
        for (const [zone, fields] of this.#said) {
            for (const [field, said] of fields) {
                const values = [...new Set(said.map(each => each.value!))];
                const own = declared.get(zone);
                if (own) {
                    const model =
                        field === 'network'
                            ? own.addresses
                            : [own.says.get(words[field]) ?? ''].filter(text => text !== '');
                    const other = values.filter(value => !model.includes(value));
                    if (other.length > 0) {
                        notices.push(
                            `${zone} of the model ` +
                                (model.length === 0
                                    ? `says no ${words[field]}`
                                    : `says ${words[field]} ${model.join(', ')}`) +
                                `, the inventory ${other.join(', ')}; nothing is written of it.`,
                        );
                        keep(said.filter(each => other.includes(each.value!)));
                    }
                } else if (field === 'network')
                    lines.set(zone, [...(lines.get(zone) ?? []), `network ${values.join(', ')}`]);
                else if (values.length === 1)
                    lines.set(zone, [...(lines.get(zone) ?? []), `${words[field]} ${values[0]}`]);
                else {
                    notices.push(
                        `The rows of ${zone} say ${words[field]} ${values.join(' and ')}: none is written for ` +
                            'the zone, and each row keeps its own as text.',
                    );
                    keep(said);
                }
            }
        }
        return {
            lines,
            notices,
            entries:
                kept.size === 0
                    ? entries
                    : entries.map(entry => withText(entry, kept.get(entry.key.replace(/ #\d+$/, '')))),
        };
    }
}

/** An entry with further texts in its description. */
function withText(entry: Entry, texts: readonly string[] | undefined): Entry {
    if (!texts) return entry;
    const own = entry.properties.find(property => property.word === 'description');
    const before = own ? readString(own.text.slice('description '.length)) : '';
    const text = [before, texts.join('; ')].filter(each => each !== '').join('; ');
    const line: Property = { word: 'description', text: `description ${quoted(text)}` };
    return { ...entry, properties: [line, ...entry.properties.filter(property => property !== own)] };
}
