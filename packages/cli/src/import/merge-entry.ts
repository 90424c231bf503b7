import type { Entry } from './entry.ts';
import { hash, markLine } from './mark.ts';
import { quoted } from './names.ts';
import type { Written, WrittenLine } from './read-written.ts';

/** A change of the text of a file. */
export interface TextChange {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

/** What an entry consists of, by name: its title, its type, its lines. */
export function partsOf(entry: Entry): ReadonlyMap<string, string> {
    return new Map([
        ...(entry.title === null ? [] : [['title', quoted(entry.title)] as const]),
        ...(entry.type === null ? [] : [['type', entry.type] as const]),
        ...entry.properties.map(property => [property.word, property.text] as const),
    ]);
}

/** What a mark remembers of the zone that the register says, beside the parts that are written. */
export function zoneHash({ zone }: Entry): readonly (readonly [string, string])[] {
    return zone === null ? [] : [['zone', hash(zone.name)]];
}

export interface Merged {
    readonly changes: readonly TextChange[];
    /** True where more changes than what is remembered. */
    readonly changed: boolean;
    readonly conflicts: readonly string[];
}

/** The things that a description keeps, in no order: columns that only moved say the same. */
function sameKept(a: string, b: string): boolean {
    const kept = (text: string): string =>
        text
            .replace(/^description "|"$/g, '')
            .split(/; |\. /)
            .sort()
            .join('\n');
    return a.startsWith('description ') && b.startsWith('description ') && kept(a) === kept(b);
}

/**
 * Joins what the register says now with what is in the file: what the import wrote and nobody touched follows the
 * register, what a person changed, added or removed stays. Where both changed, the person's words stay and the
 * difference is told. Nothing else of the file is touched.
 */
export function mergeEntry(entry: Entry, written: Written, text: string): Merged {
    const now = partsOf(entry);
    const conflicts: string[] = [];
    const remembered = new Map<string, string>();
    /** @returns what stands there from now on; `null` for nothing */
    const settle = (name: string, current: string | null): string | null => {
        const next = now.get(name) ?? null;
        const before = written.mark.hashes.get(name) ?? null;
        const mine = current === null ? before === null : before === hash(current);
        if (mine && next !== null && current !== null && sameKept(current, next)) {
            remembered.set(name, hash(current));
            return current;
        }
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
    const changes: TextChange[] = [];
    const title = settle('title', written.title?.text ?? null);
    if (title !== (written.title?.text ?? null))
        changes.push({
            start: written.name.end,
            end: written.title?.end ?? written.name.end,
            text: title === null ? '' : ` ${title}`,
        });
    const type = settle('type', written.type?.text ?? null);
    if (type !== null && type !== (written.type?.text ?? null)) {
        changes.push(
            written.type
                ? { start: written.type.start, end: written.type.end, text: type }
                : { start: written.headEnd, end: written.headEnd, text: ` : ${type}` },
        );
    }
    const words = entry.properties.map(property => property.word);
    const settled = new Set<string>();
    for (const line of written.lines) {
        if (settled.has(line.word) || !(words.includes(line.word) || written.mark.hashes.has(line.word))) continue;
        settled.add(line.word);
        const kept = settle(line.word, line.text);
        if (kept === null) changes.push(removal(line, text));
        else if (kept !== line.text) changes.push({ start: line.start, end: line.end, text: kept });
    }
    const added = words.flatMap(word => (settled.has(word) ? [] : (settle(word, null) ?? [])));
    if (added.length > 0) changes.push(addition(added, written, text));
    const mark = markLine({ key: entry.key, hashes: new Map([...remembered, ...zoneHash(entry)]) });
    const changed = changes.length > 0;
    if (`${written.indent}${mark}` !== written.comment.text.trimEnd())
        changes.push({
            start: written.comment.start,
            end: written.comment.start + written.comment.text.trimEnd().length,
            text: `${written.indent}${mark}`,
        });
    return { changes, changed, conflicts };
}

/** Takes a statement away, with its line where it is alone on it. */
function removal({ start, end }: WrittenLine, text: string): TextChange {
    const first = text.lastIndexOf('\n', start - 1) + 1;
    const last = text.indexOf('\n', end);
    const alone = last >= 0 && text.slice(first, start).trim() === '' && text.slice(end, last).trim() === '';
    return alone ? { start: first, end: last + 1, text: '' } : { start, end, text: '' };
}

/** Puts lines at the end of a block, or makes one. */
function addition(lines: readonly string[], { block, indent, headEnd, lines: old }: Written, text: string): TextChange {
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const inner = lines.map(line => `${newline}${indent}  ${line}`).join('');
    if (!block) return { start: headEnd, end: headEnd, text: ` {${inner}${newline}${indent}}` };
    const last = old.at(-1)?.end ?? block.open + 1;
    const isOneLine = !text.slice(block.open, block.close).includes('\n');
    if (isOneLine)
        return old.length === 0
            ? { start: last, end: block.close, text: `${inner}${newline}${indent}` }
            : { start: last, end: last, text: ` ${lines.join(' ')}` };
    // A comment behind the last statement stays beside it.
    const behind = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n)/.exec(text.slice(last, block.close));
    const at = last + (behind?.[0].length ?? 0);
    return { start: at, end: at, text: inner };
}
