import { formatText } from 'iacs-language';
import type { Entry, Notice } from './entry.ts';
import { looseTexts, withLooseTexts } from './loose-texts.ts';
import { hash, markLine } from './mark.ts';
import { Names, quoted, typeNotStated } from './names.ts';
import type { Written } from './read-written.ts';
import { findWritten, unmarked, zoneBlocks } from './read-written.ts';
import { edited } from './text-scan.ts';

export interface ImportResult {
    readonly text: string;
    readonly notices: readonly Notice[];
    readonly added: number;
    readonly updated: number;
    readonly unchanged: number;
}

/** What an entry consists of, by name: its title, its type, its lines. */
function parts(entry: Entry): ReadonlyMap<string, string> {
    return new Map([
        ...(entry.title === null ? [] : [['title', quoted(entry.title)] as const]),
        ...(entry.type === null ? [] : [['type', entry.type] as const]),
        ...entry.properties.map(property => [property.word, property.text] as const),
    ]);
}

function declaration(keyword: string, name: string, title: string | null, type: string | null, lines: readonly string[], indent: string): string {
    const head = `${keyword} ${name}${title === null ? '' : ` ${title}`}${type === null ? '' : ` : ${type}`}`;
    return lines.length === 0 ? `${indent}${head}` : `${indent}${head} {\n${lines.map(line => `${indent}  ${line}\n`).join('')}${indent}}`;
}

function fresh(entry: Entry, name: string, indent: string): string {
    const title = entry.title === null ? null : quoted(entry.title);
    return `${indent}${markLine({ key: entry.key, hashes: new Map([...parts(entry)].map(([name, text]) => [name, hash(text)])) })}\n${declaration(entry.keyword, name, title, entry.type, entry.properties.map(each => each.text), indent)}\n`;
}

interface Merged {
    readonly text: string;
    readonly changed: boolean;
    readonly conflicts: readonly string[];
}

/**
 * Joins what the register says now with what stands in the file: what the import wrote and nobody touched follows the register,
 * what a person changed, added or removed stays. Where both changed, the person's words stay and the difference is told.
 */
function merge(entry: Entry, written: Written): Merged {
    const now = parts(entry);
    const conflicts: string[] = [];
    const remembered = new Map<string, string>();
    const settle = (name: string, current: string | null): string | null => {
        const next = now.get(name) ?? null;
        const before = written.mark.hashes.get(name) ?? null;
        const mine = current === null ? before === null : before === hash(current);
        if (mine || (next !== null && next === current)) {
            if (next !== null) remembered.set(name, hash(next));
            return next;
        }
        if (before !== null) remembered.set(name, before);
        if ((next === null ? null : hash(next)) !== before) {
            conflicts.push(next === null ? `${name} is gone from the register` : `the register now says ${next}`);
            if (next !== null) remembered.set(name, hash(next));
        }
        return current;
    };
    const title = settle('title', written.title);
    const type = settle('type', written.type);
    const words = entry.properties.map(property => property.word);
    const wordOf = (line: string): string => /^[A-Za-z-]+/.exec(line)?.[0] ?? '';
    const settled = new Set<string>();
    const lines = written.lines.flatMap(line => {
        const word = wordOf(line);
        if (settled.has(word) || !(words.includes(word) || written.mark.hashes.has(word))) return [line];
        settled.add(word);
        const kept = settle(word, line);
        return kept === null ? [] : [kept];
    });
    for (const word of words) {
        if (settled.has(word)) continue;
        const added = settle(word, null);
        if (added !== null) lines.push(added);
    }
    const mark = `${written.indent}${markLine({ key: entry.key, hashes: remembered })}${written.between}`;
    const body = declaration(entry.keyword, written.name, title, type, lines, written.between === '\n' ? written.indent : '');
    const changed = title !== written.title || type !== written.type || lines.join('\n') !== written.lines.join('\n');
    return { text: `${mark}${body}`, changed, conflicts };
}

/** Where an import comes from. */
export interface ImportSource {
    readonly file: string;
    /** What stands around the tables, one line each. */
    readonly comments: readonly string[];
}

function header(kind: 'risks' | 'assets', source: ImportSource): string {
    return `// Imported from ${source.file.replace(/[\r\n]+/g, ' ')} by "iacs import ${kind}". Review every line.\n`
        + '// The comments "iacs import" let a later import update what it wrote; what people change or add stays.\n'
        + `${looseTexts(source.comments)}\n`;
}

/**
 * Writes the declarations of an import, or brings an existing file up to date.
 * @param existing the text that an earlier import wrote and people may have edited; `null` for a new file
 * @param taken names that are in use elsewhere in the model, last parts of ids
 * @param declared ids of the asset types that are in scope
 * @returns formatted text, and what has to be told
 */
export function writeImport(
    kind: 'risks' | 'assets', source: ImportSource, entries: readonly Entry[], existing: string | null, taken: Iterable<string> = [],
    declared: readonly string[] = [],
): ImportResult {
    const { written, takenAway } = existing === null ? { written: [], takenAway: new Set<string>() } : findWritten(existing);
    const byHand = existing === null ? new Set<string>() : unmarked(existing, written);
    const byKey = new Map(written.map(each => [each.mark.key, each]));
    const names = new Names([...taken, ...written.map(each => each.name)]);
    const notices: Notice[] = [];
    const say = (message: string): void => {
        notices.push({ sheet: source.file, row: 0, message });
    };
    let text = existing ?? header(kind, source);
    const edits: { start: number; end: number; text: string }[] = [];
    let updated = 0;
    let unchanged = 0;
    const additions: Entry[] = [];
    for (const entry of entries) {
        const old = byKey.get(entry.key);
        if (!old && takenAway.has(entry.key)) {
            say(`"${entry.key}" was taken away by hand and is not written again: its comment alone stands in the file. Remove the comment to have it written.`);
            continue;
        }
        if (!old && byHand.has(entry.name)) {
            say(`${entry.name} stands in the file without the comment of an import, and is kept as it is.`);
            continue;
        }
        if (!old) {
            additions.push(entry);
            continue;
        }
        byKey.delete(entry.key);
        const merged = merge(entry, old);
        for (const conflict of merged.conflicts) say(`${old.name} was changed by hand and is kept as it is; ${conflict}.`);
        if (merged.changed) updated += 1;
        else unchanged += 1;
        edits.push({ start: old.start, end: old.end, text: merged.text });
    }
    for (const gone of byKey.values()) say(`"${gone.mark.key}" is no longer in the register; ${gone.name} is kept. Remove it if it is really gone.`);
    text = edited(text, edits);
    if (existing !== null) text = withLooseTexts(text, source.comments);
    text = kind === 'risks'
        ? `${additions.length === 0 ? text : ended(text)}${additions.map(entry => fresh(entry, names.unique(entry.name), '')).join('\n')}`
        : addAssets(text, additions, names);
    if (kind === 'assets' && !declared.includes(typeNotStated)) text = withPlaceholderType(text);
    return { text: formatText(text), notices, added: additions.length, updated, unchanged };
}

/** Declares the type that stands for a missing one, where an asset has it and the file does not declare it. */
function withPlaceholderType(text: string): string {
    if (!text.includes(`: ${typeNotStated}`) || new RegExp(`^\\s*type ${typeNotStated}\\b`, 'm').test(text)) return text;
    return `${ended(text)}/** Replace it in each asset by the type that it has, then remove it. It rests on embedded-device only because a type has to rest on something. */\n`
        + `type ${typeNotStated} "Type not stated in the inventory" : embedded-device\n`;
}

/** Text that ends with one empty line. */
function ended(text: string): string {
    return text.trim() === '' ? text : `${text.trimEnd()}\n\n`;
}

/** Puts assets into the zones of the file that they name, and new zones with theirs at its end. */
function addAssets(text: string, additions: readonly Entry[], names: Names): string {
    const blocks = zoneBlocks(text);
    const added: string[] = [];
    const edits: { readonly end: number; readonly body: string }[] = [];
    for (const [zone, entries] of Map.groupBy(additions, entry => entry.zone!.name)) {
        const body = entries.map(entry => fresh(entry, names.unique(entry.name), '  ')).join('\n');
        const end = blocks.get(zone);
        if (end !== undefined) {
            edits.push({ end, body });
            continue;
        }
        const title = entries[0]!.zone!.title;
        added.push(`zone ${zone}${title === null || title === zone ? '' : ` ${quoted(title)}`} {\n${body}}\n`);
    }
    const filled = edits.sort((a, b) => b.end - a.end)
        .reduce((all, { end, body }) => `${all.slice(0, end).replace(/[ \t]*$/, '')}\n${body}${all.slice(end)}`, text);
    return added.length === 0 ? filled : `${ended(filled)}${added.join('\n')}`;
}
