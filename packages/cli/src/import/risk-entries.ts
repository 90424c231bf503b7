import type { Entry, Notice, Property } from './entry.ts';
import { fieldsOfAll, RowReader } from './entry.ts';
import { riskFields } from './fields.ts';
import type { FoundTable } from './find-tables.ts';
import type { Known, KnownThreat, NamedThing } from './known.ts';
import { findElement, plainName, resolve, whichOf } from './known.ts';
import { nameFrom, plainDashes, quoted } from './names.ts';
import type { Scale } from './scale.ts';
import { furtherWord } from './read-written.ts';
import { readScale } from './scale.ts';
import { hasArrow, readList, readWay } from './values.ts';
import { addAll } from './add-all.ts';

const all = fieldsOfAll(riskFields);
const naming: ReadonlySet<string> = new Set(['id']);

/** What a register says, and how it meets the model. */
export interface RiskRows {
    readonly entries: readonly Entry[];
    readonly notices: readonly Notice[];
    /** Rows that the model has already. */
    readonly matched: number;
    /** Ids of threats that the model has outside of the file, and no row speaks of. */
    readonly missing: readonly string[];
}

/** The rows of a risk register as threats. A row without a title and a number is kept with the text that it has. */
export function riskEntries(tables: readonly FoundTable[], known: Known): RiskRows {
    const matched = new Set<string>();
    const entries: Entry[] = [];
    const notices: Notice[] = [];
    const keys = new Map<string, number>();
    for (const table of tables) {
        for (const row of table.rows) {
            const reader = new RowReader(table, row, all, naming);
            const entry = threat(reader, known);
            const own = known.threats?.find(each => isThreat(entry, each));
            if (own) {
                matched.add(own.id);
                reader.notice(
                    `"${entry.key}" is ${own.id} of the model, and not written again${otherwise(entry, own)}.`,
                );
                notices.push(...reader.notices.slice(-1));
                continue;
            }
            const times = (keys.get(entry.key) ?? 0) + 1;
            keys.set(entry.key, times);
            if (times > 1)
                reader.notice(
                    `"${entry.key}" is in the register a second time; this row is imported as a threat of its own.`,
                );
            entries.push(times > 1 ? { ...entry, key: `${entry.key} #${times}` } : entry);
            addAll(notices, reader.notices);
        }
    }
    const missing = (known.threats ?? []).map(threat => threat.id).filter(id => !matched.has(id));
    return { entries, notices, matched: matched.size, missing };
}

/**
 * True for a row of which the threat of the model has the name; `R 1.1` and `R 11` get one name, and are one only where
 * they have one title as well.
 */
function isThreat({ name, key, title }: Entry, { id, title: own }: KnownThreat): boolean {
    if (id !== name) return false;
    const isNamed = [key, `T${key}`].some(text => plainName(text) === plainName(id));
    return isNamed || title === null || own === null || plainName(title) === plainName(own);
}

/** What a row says otherwise than the threat of the model that it is, in a few words; empty for nothing. */
function otherwise(entry: Entry, { title, says }: KnownThreat): string {
    const named =
        entry.title !== null && title !== null && plainName(entry.title) !== plainName(title)
            ? [`it is called "${entry.title}" where the model says "${title}"`]
            : [];
    const parts = entry.properties.flatMap(({ word, text }) => {
        const own = says.get(word);
        return own === undefined || `${word} ${own}` === text ? [] : [`it says ${text} where the model says ${own}`];
    });
    const all = [...named, ...parts];
    return all.length === 0 ? '' : `; ${all.join('; ')}`;
}

function threat(reader: RowReader, known: Known): Entry {
    const id = reader.cell('id');
    const title = reader.cell('title') || reader.cell('description');
    const key = plainDashes(id || title || `row ${reader.row.number}`);
    const properties: Property[] = [];
    const put = (word: string, text: string | null): void => {
        if (text !== null) properties.push({ word, text: `${word} ${text}` });
    };
    const ends = endsOf(reader, known);
    put('from', ends.from);
    put('against', ends.against);
    put('category', category(reader, known));
    put('likelihood', scale(reader, 'likelihood', known.likelihood));
    put('consequence', scale(reader, 'consequence', known.consequence));
    mitigation(reader, known, properties);
    const description = reader.description();
    return {
        key,
        keyword: 'threat',
        name: nameFrom(id || title || key, 'T'),
        title: title.replace(/\s*\n\s*/g, ', ') || null,
        type: null,
        zone: null,
        properties:
            description === '' || description === title
                ? properties
                : [{ word: 'description', text: `description ${quoted(description)}` }, ...properties],
    };
}

function scale(reader: RowReader, field: string, axis: Scale): string | null {
    const read = readScale(reader.cell(field), axis, reader.head(field));
    if (read.kind === 'empty') return null;
    if (read.kind === 'text') {
        reader.keep(field, read.text, read.why);
        return null;
    }
    if (read.more) reader.alsoKeep(field);
    return String(read.value);
}

/** Why a name is not written, which goes on from the head of its column; `null` where the model does not have it. */
interface NotFound {
    readonly not: string | null;
}

/** Names of the model in a cell, as `find` finds them; the cell is kept as text as soon as one entry is not found. */
function names(reader: RowReader, field: string, find: (entry: string) => string | NotFound): string | null {
    const text = reader.cell(field);
    if (text === '') return null;
    if (hasArrow(text)) {
        reader.keep(field, text, 'is a path and not a list');
        return null;
    }
    const found = readList(text).map(entry => ({ entry, is: find(entry) }));
    const missing = found.flatMap(({ entry, is }) => (typeof is === 'string' ? [] : [{ entry, why: is.not }]));
    if (missing.length > 0 || found.length === 0) {
        const unknown = missing.filter(({ why }) => why === null).map(({ entry }) => entry);
        const reasons = [
            ...(unknown.length === 0 ? [] : [`names ${unknown.join(', ')}, which the model does not have`]),
            ...missing.flatMap(({ why }) => why ?? []),
        ];
        reader.keep(field, text, reasons.length === 0 ? 'names nothing' : reasons.join(', and '));
        return null;
    }
    return [...new Set(found.map(({ is }) => is as string))].join(', ');
}

/** Words for no countermeasure at all. */
const noMeasures = /^(none|no|nil|not any|keine?|nichts|aucune?|néant|ninguna?|no hay)$/iu;

const named = (entry: string, why: string | null): string | null => why && `names ${entry}, which ${why}`;

function countermeasureNames(reader: RowReader, countermeasures: readonly NamedThing[]): string | null {
    const said = reader.cell('measures');
    if (noMeasures.test(said.trim()) && resolve(said, countermeasures) === null) {
        reader.keepText(reader.head('measures'), said);
        return null;
    }
    return names(
        reader,
        'measures',
        entry => resolve(entry, countermeasures) ?? { not: named(entry, whichOf(entry, countermeasures)) },
    );
}

function elementNames(reader: RowReader, field: string, known: Known): string | null {
    return names(reader, field, entry => {
        const found = findElement(entry, known.elements, known.where);
        if (found.kind === 'one') {
            if (found.translator !== null)
                reader.notice(
                    `${reader.head(field)} "${entry}" is ${found.id}, as ${found.translator} shows its address.`,
                );
            return found.id;
        }
        if (found.kind === 'none') return { not: named(entry, found.why) };
        return {
            not: `contradicts the model: its name is ${found.byName}, its address is that of ${found.byAddress}`,
        };
    });
}

function endsOf(reader: RowReader, known: Known): { readonly from: string | null; readonly against: string | null } {
    const path = reader.cell('path');
    const hops = path === '' ? [] : readWay(path);
    const ends = hops.map(hop => {
        const found = findElement(hop, known.elements, known.where);
        return found.kind === 'one' ? found.id : null;
    });
    const usable = ends.length >= 2 && ends[0] !== null && ends.at(-1) !== null;
    if (path !== '' && !usable) reader.keep('path', path, 'does not begin and end at elements of the model');
    else if (hops.length > 2)
        reader.keep('path', path, 'has more than two hops, of which the language takes the first and the last');
    return {
        from: elementNames(reader, 'from', known) ?? (usable ? ends[0]! : null),
        against: elementNames(reader, 'against', known) ?? (usable ? ends.at(-1)! : null),
    };
}

function category(reader: RowReader, known: Known): string | null {
    const text = reader.cell('category');
    if (text === '') return null;
    const found = known.classes.find(name => name.toLowerCase() === text.toLowerCase());
    if (found && /^[\p{Letter}_][\p{Letter}\p{Number}_-]*$/u.test(found)) return found;
    reader.keep('category', text, 'is not a consequence class of the risk matrix');
    return null;
}

/** A line of a report of iacs: `A, B to likelihood 2, consequence 1 (today)`. */
const reported = /^(.+?) to (not stated|(?:likelihood \d+)?(?:, )?(?:consequence \d+)?) \((?:today|planned|no)\)$/u;

/** What a report of iacs says that a threat is mitigated by, a statement a line; `null` for any other cell. */
function reportedMitigation(text: string, countermeasures: readonly NamedThing[]): readonly Property[] | null {
    const found = text.split('\n').map((line, index): Property | null => {
        const [, names = '', to = ''] = reported.exec(line.trim()) ?? [];
        const by = readList(names).map(name => resolve(name, countermeasures));
        if (by.length === 0 || by.includes(null)) return null;
        const lowered = to === 'not stated' ? '' : ` to ${to.replace(', ', ' ')}`;
        return { word: furtherWord('mitigated', index), text: `mitigated by ${by.join(', ')}${lowered}` };
    });
    return found.every(each => each !== null) ? found : null;
}

function mitigation(reader: RowReader, known: Known, properties: Property[]): void {
    const lines = reportedMitigation(reader.cell('measures'), known.countermeasures);
    if (lines) {
        addAll(properties, lines);
        return;
    }
    const countermeasures = countermeasureNames(reader, known.countermeasures);
    const likelihood = scale(reader, 'toLikelihood', known.likelihood);
    const consequence = scale(reader, 'toConsequence', known.consequence);
    const to = [
        ...(likelihood ? [`likelihood ${likelihood}`] : []),
        ...(consequence ? [`consequence ${consequence}`] : []),
    ];
    if (countermeasures) {
        properties.push({
            word: 'mitigated',
            text: `mitigated by ${countermeasures}${to.length > 0 ? ` to ${to.join(' ')}` : ''}`,
        });
        return;
    }
    if (likelihood)
        reader.keep('toLikelihood', reader.cell('toLikelihood'), 'has no countermeasure of the model beside it');
    if (consequence)
        reader.keep('toConsequence', reader.cell('toConsequence'), 'has no countermeasure of the model beside it');
}
