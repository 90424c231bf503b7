import type { Entry, EntryZone, Notice } from './entry.ts';
import type { BareZone } from './bare-zones.ts';
import { looseTexts, withLooseTexts } from './loose-texts.ts';
import { hash, markLine } from './mark.ts';
import type { TextChange } from './merge-entry.ts';
import { mergeEntry, partsOf, zoneHash } from './merge-entry.ts';
import { Names, quoted, typeNotStated } from './names.ts';
import type { ExistingFile, Written, ZoneBlock } from './read-written.ts';
import { addAll } from './add-all.ts';
import { unassigned } from './row-zones.ts';

export interface ImportResult {
    readonly text: string;
    readonly notices: readonly Notice[];
    readonly added: number;
    readonly updated: number;
    readonly unchanged: number;
}

/** Where an import comes from. */
export interface ImportSource {
    readonly file: string;
    /** What stands around the tables, one line each. */
    readonly comments: readonly string[];
}

/** What an import has to know of the model beside the file that it writes. */
export interface ImportTarget {
    /** The text that an earlier import wrote and people may have edited; `null` for a new file. */
    readonly existing: string | null;
    /** What is in that text. */
    readonly file: ExistingFile;
    /** Ids and names that are in use elsewhere in the model. */
    readonly taken: Iterable<string>;
    /** Ids of the asset types that are in scope. */
    readonly types: readonly string[];
    /** What the rows of a new zone agree on, one statement each, by the name of the zone. */
    readonly zoneFacts: ReadonlyMap<string, readonly string[]>;
    /** New zones that rows without a device speak of. */
    readonly zones?: readonly BareZone[];
}

function header(kind: 'risks' | 'assets', source: ImportSource): string {
    return (
        `// Imported from ${source.file.replace(/\s+/g, ' ')} by "iacs import ${kind}". Review every line.\n` +
        '// The comments "iacs import" let a later import update what it wrote; what people change or add stays.\n' +
        `${looseTexts(source.comments)}\n`
    );
}

/** A declaration with the comment that remembers it. */
function fresh(entry: Entry, name: string, indent: string): string {
    const title = entry.title === null ? '' : ` ${quoted(entry.title)}`;
    const type = entry.type === null ? '' : ` : ${entry.type}`;
    const lines = entry.properties.map(each => `${indent}  ${each.text}\n`).join('');
    const mark = markLine({
        key: entry.key,
        hashes: new Map([
            ...[...partsOf(entry)].map(([word, text]) => [word, hash(text)] as const),
            ...zoneHash(entry),
        ]),
    });
    return (
        `${indent}${mark}\n${indent}${entry.keyword} ` +
        `${name}${title}${type}${lines === '' ? '' : ` {\n${lines}${indent}}`}\n`
    );
}

/** A text with some of its parts replaced. */
export function changed(text: string, changes: readonly TextChange[]): string {
    const pieces: string[] = [];
    let at = 0;
    for (const change of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
        pieces.push(text.slice(at, change.start), change.text);
        at = change.end;
    }
    return `${pieces.join('')}${text.slice(at)}`;
}

/** Text that ends with one empty line. */
export function ended(text: string): string {
    return text.trim() === '' ? text : `${text.trimEnd()}\n\n`;
}

/** What goes into blocks that the file has, and what is written behind its end. */
interface Placed {
    readonly changes: readonly TextChange[];
    readonly appended: readonly string[];
}

/** What is said of an asset that the register has in another zone than before; `null` where nothing is. */
function movedZone({ zone }: Entry, old: Written): string | null {
    if (zone === null || old.zone === zone.name || zone === unassigned) return null;
    if (old.mark.hashes.get('zone') === hash(zone.name)) return null;
    return (
        `The register now has ${old.name.text} in the zone ${zone.name}; it is left in ${old.zone || 'its place'}: ` +
        'move it by hand if the register is right.'
    );
}

function zoneHead({ name, title, declared }: EntryZone): string {
    if (declared) return `within ${name}`;
    return `zone ${name}${title === null || title === name ? '' : ` ${quoted(title)}`}`;
}

/**
 * Puts assets into the blocks of the file that are of their zone, and others into new blocks: of a zone that the model
 * has, a `within`.
 */
function placeAssets(
    additions: readonly Entry[],
    names: Names,
    blocks: ReadonlyMap<string, ZoneBlock>,
    text: string,
    { file, zoneFacts: facts, zones: withoutDevice = [] }: ImportTarget,
): Placed {
    // Also those without a block, into which nothing can be put.
    const declared = new Set(file.declared.map(({ id }) => id));
    const bare = Map.groupBy(withoutDevice, ({ zone }) => zone.name);
    const appended: string[] = [];
    const changes: TextChange[] = [];
    for (const [zone, entries] of Map.groupBy(additions, entry => entry.zone!.name)) {
        const block = blocks.get(zone);
        const indent = `${block?.indent ?? ''}  `;
        const written = entries.map(entry => fresh(entry, names.unique(entry.name, zone), indent));
        if (!block) {
            const described = bare.get(zone)?.[0]?.description ?? null;
            const lines = declared.has(zone)
                ? []
                : [...(described === null ? [] : [described]), ...(facts.get(zone) ?? [])];
            const head = lines.map(line => `  ${line}\n`).join('');
            appended.push(
                `${declared.has(zone) ? `within ${zone}` : zoneHead(entries[0]!.zone!)} ` +
                    `{\n${head}${head === '' ? '' : '\n'}${written.join('\n')}}\n`,
            );
            continue;
        }
        const before = text.slice(0, block.close).trimEnd();
        const lead = before.endsWith('{') ? '\n' : '\n\n';
        changes.push({ start: before.length, end: block.close, text: `${lead}${written.join('\n')}${block.indent}` });
    }
    const placed = new Set(additions.map(entry => entry.zone!.name));
    for (const [name, [first]] of bare) {
        if (placed.has(name) || declared.has(name)) continue;
        const { description } = first!;
        const lines = [...(description === null ? [] : [description]), ...(facts.get(name) ?? [])];
        appended.push(
            `${zoneHead(first!.zone)}` +
                `${lines.length === 0 ? '' : ` {\n${lines.map(line => `  ${line}\n`).join('')}}`}\n`,
        );
    }
    return { changes, appended };
}

/** Declares the type that stands for a missing one, where an asset has it and the file does not declare it. */
function placeholderType(parts: readonly string[]): readonly string[] {
    const declared = new RegExp(`^\\s*type ${typeNotStated}\\b`, 'm');
    if (!parts.some(text => text.includes(`: ${typeNotStated}`)) || parts.some(text => declared.test(text))) return [];
    return [
        '/** Replace it in each asset by the type that it has, then remove it. It is based on embedded-device ' +
            'only because every type has a base. */\n' +
            `type ${typeNotStated} "Type not stated in the inventory" : embedded-device\n`,
    ];
}

/**
 * What an earlier import wrote of each row: by its key, but a row that is only numbered is known by its title where the
 * numbers have moved. Else a row that is put between two others would give its name to the next one.
 */
function ownersOf(entries: readonly Entry[], written: readonly Written[]): ReadonlyMap<Entry, Written> {
    const byKey = new Map(written.map(each => [each.mark.key, each]));
    const byTitle = Map.groupBy(written, each => each.mark.hashes.get('title') ?? '');
    const titles = Map.groupBy(entries, entry => entry.title);
    const found = new Map<Entry, Written>();
    const owned = new Set<Written>();
    const take = (entry: Entry, old: Written): void => {
        found.set(entry, old);
        owned.add(old);
    };
    const titleOf = (entry: Entry): string => (entry.title === null ? '' : hash(quoted(entry.title)));
    for (const entry of entries) {
        const old = byKey.get(entry.key);
        if (old && (!isNumber(entry.key) || old.mark.hashes.get('title') === titleOf(entry))) take(entry, old);
    }
    for (const entry of entries) {
        const [old, ...others] = byTitle.get(titleOf(entry)) ?? [];
        const isOnly = old !== undefined && others.length === 0 && titles.get(entry.title)!.length === 1;
        if (!found.has(entry) && entry.title !== null && isOnly && isNumber(old.mark.key) && !owned.has(old))
            take(entry, old);
    }
    for (const entry of entries) {
        const old = byKey.get(entry.key);
        if (!found.has(entry) && old && !owned.has(old)) take(entry, old);
    }
    return found;
}

function isNumber(key: string): boolean {
    return /^\d+$/u.test(key);
}

/**
 * Writes the declarations of an import, or brings an existing file up to date. Of a file that people may have edited
 * nothing is touched but what the import wrote and the register changed.
 */
export function writeImport(
    kind: 'risks' | 'assets',
    source: ImportSource,
    entries: readonly Entry[],
    target: ImportTarget,
): ImportResult {
    const { existing } = target;
    const { written, takenAway, byHand, zones } = target.file;
    const owners = ownersOf(entries, written);
    const byKey = new Map(written.map(each => [each.mark.key, each]));
    const names = new Names([...target.taken, ...written.map(each => each.name.text)]);
    const notices: Notice[] = [];
    const say = (message: string): void => {
        notices.push({ sheet: source.file, row: 0, message });
    };
    const changes: TextChange[] = [];
    let updated = 0;
    let unchanged = 0;
    const additions: Entry[] = [];
    for (const entry of entries) {
        const old = owners.get(entry);
        if (!old && takenAway.has(entry.key)) {
            say(
                `"${entry.key}" was taken away by hand and is not written again: only its comment is in the ` +
                    'file. Remove the comment to have it written.',
            );
            continue;
        }
        if (!old && byHand.has(entry.name)) {
            say(`${entry.name} is in the file without the comment of an import, and is kept as it is.`);
            continue;
        }
        if (!old) {
            additions.push(entry);
            continue;
        }
        byKey.delete(old.mark.key);
        const merged = mergeEntry(entry, old, existing!);
        const moved = movedZone(entry, old);
        if (moved !== null) say(moved);
        for (const conflict of merged.conflicts)
            say(`${old.name.text} was changed by hand and is kept as it is; ${conflict}.`);
        if (merged.changed) updated += 1;
        else unchanged += 1;
        addAll(changes, merged.changes);
    }
    for (const gone of byKey.values())
        say(
            `"${gone.mark.key}" is no longer in the register; ${gone.name.text} is kept. Remove it if it is ` +
                'really gone.',
        );
    const start = existing ?? header(kind, source);
    const placed: Placed =
        kind === 'assets'
            ? placeAssets(additions, names, zones, start, target)
            : { changes: [], appended: additions.map(entry => fresh(entry, names.unique(entry.name), '')) };
    let text = changed(start, [...changes, ...placed.changes]);
    if (existing !== null) text = withLooseTexts(text, source.comments);
    const appended = [
        ...placed.appended,
        ...(kind === 'assets' && !target.types.includes(typeNotStated)
            ? placeholderType([text, ...placed.appended])
            : []),
    ];
    if (appended.length > 0) text = ended(text) + appended.join('\n');
    else if (existing === null) text = `${text.trimEnd()}\n`;
    // Lines end as they did.
    if (existing?.includes('\r\n')) text = text.replace(/(?<!\r)\n/g, '\r\n');
    return { text, notices, added: additions.length, updated, unchanged };
}
