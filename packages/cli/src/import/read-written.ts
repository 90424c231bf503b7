import { parse, readString } from 'iacs-language';
import type { Mark } from './mark.ts';
import { hash, marksIn } from './mark.ts';
import { nameFrom } from './names.ts';

/** A stretch of an existing file. */
export interface Stretch {
    readonly start: number;
    readonly end: number;
    /** As it is written there. */
    readonly text: string;
}

/** A statement in a block, with the word that it begins with, or what {@link furtherWord} makes of it. */
export interface WrittenLine extends Stretch {
    readonly word: string;
}

/** A declaration in an existing file that an import wrote. */
export interface Written {
    readonly mark: Mark;
    /** The comment that remembers it. */
    readonly comment: Stretch;
    readonly indent: string;
    readonly name: Stretch;
    readonly title: Stretch | null;
    readonly type: Stretch | null;
    /** The qualified name of the zone that it stands in; empty outside of zones. */
    readonly zone: string;
    /** Where its head ends, and where all of it does. */
    readonly headEnd: number;
    readonly end: number;
    /** The positions of the braces; `null` where it has no block. */
    readonly block: { readonly open: number; readonly close: number } | null;
    readonly lines: readonly WrittenLine[];
}

/** A block of a zone in an existing file, or of what is added to one. */
export interface ZoneBlock {
    /** The qualified name of the zone. */
    readonly id: string;
    /** The position of its closing brace. */
    readonly close: number;
    readonly indent: string;
}

/** What an existing file holds, as far as an import has to know. */
export interface ExistingFile {
    readonly written: readonly Written[];
    /** Keys of marks whose declaration people took away. */
    readonly takenAway: ReadonlySet<string>;
    /** The names of what is declared without a mark before it. */
    readonly byHand: ReadonlySet<string>;
    readonly zones: ReadonlyMap<string, ZoneBlock>;
    /** The zones that it declares, with their titles. */
    readonly declared: readonly { readonly id: string; readonly title: string | null }[];
}

/** A word of the tree with its place. */
interface Leaf {
    readonly text: string;
    readonly start: number;
    readonly end: number;
}

/** A declaration of the tree, as far as it is looked at here. */
interface Node {
    readonly $type: string;
    readonly start: number;
    readonly end: number;
    readonly name?: Leaf;
    readonly title?: Leaf;
    readonly type?: Leaf;
    readonly open?: Leaf;
    readonly close?: Leaf;
    readonly zone?: { readonly parts?: readonly Leaf[] };
    readonly statements?: readonly Node[];
}

function indentAt(text: string, offset: number): string {
    return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))![0];
}

function wordOf(text: string): string {
    return /^[A-Za-z-]+/.exec(text)?.[0] ?? '';
}

function stretch(text: string, at: { readonly start: number; readonly end: number }): Stretch {
    return { start: at.start, end: at.end, text: text.slice(at.start, at.end) };
}

/** Assets and threats of a file in the order of the text, and the blocks of its zones. */
function declarations(text: string): {
    readonly found: readonly Node[];
    readonly zones: ReadonlyMap<string, ZoneBlock>;
    readonly declared: ExistingFile['declared'];
    readonly around: ReadonlyMap<Node, string>;
} {
    const found: Node[] = [];
    const zones = new Map<string, ZoneBlock>();
    const declared: { id: string; title: string | null }[] = [];
    const around = new Map<Node, string>();
    const visit = (nodes: readonly Node[], outer: string): void => {
        for (const node of nodes) {
            if ((node.$type === 'Asset' || node.$type === 'Threat') && node.name) {
                found.push(node);
                around.set(node, outer);
            }
            const added = node.$type === 'Within' ? (node.zone?.parts ?? []).map(part => part.text).join('.') : null;
            if (node.$type !== 'Zone' && added === null) continue;
            const id = added ?? `${outer === '' ? '' : `${outer}.`}${node.name?.text ?? ''}`;
            if (node.$type === 'Zone') declared.push({ id, title: node.title ? readString(node.title.text) : null });
            if (node.close && !zones.has(id))
                zones.set(id, { id, close: node.close.start, indent: indentAt(text, node.start) });
            visit(node.statements ?? [], id);
        }
    };
    visit((parse('import.iacs', text).file.statements ?? []) as readonly Node[], '');
    return { found: found.sort((a, b) => a.start - b.start), zones, declared, around };
}

/** What a further statement of one word is called: `mitigated`, `mitigated-b`, `mitigated-c`. */
export function furtherWord(word: string, index: number): string {
    return index === 0 ? word : `${word}-${'bcdefghijklmnopqrstuvwxyz'[index - 1] ?? 'z'}`;
}

function linesOf(text: string, statements: readonly Node[]): readonly WrittenLine[] {
    const times = new Map<string, number>();
    return statements.map(statement => {
        const line = stretch(text, statement);
        const word = wordOf(line.text);
        const before = times.get(word) ?? 0;
        times.set(word, before + 1);
        return { ...line, word: furtherWord(word, before) };
    });
}

/** Behind a comment may stand another declaration than the one that the mark was written for. */
function isOwn(text: string, { key, hashes }: Mark, between: string, node: Node): boolean {
    return (
        between.trim() === '' ||
        hashes.get('title') === hash(node.title ? text.slice(node.title.start, node.title.end) : '') ||
        node.name!.text === nameFrom(key, '')
    );
}

/** Looks through the file that an earlier import wrote, wherever people have moved what is in it. */
export function readExisting(text: string): ExistingFile {
    const { found, zones, declared, around } = declarations(text);
    const marks = marksIn(text);
    const takenAway = new Set<string>();
    const marked = new Set<Node>();
    let next = 0;
    const written = marks.flatMap(({ mark, start, end, indent }, index): readonly Written[] => {
        while (next < found.length && found[next]!.start < end) next += 1;
        const node = found[next];
        const between = node ? text.slice(end, node.start) : '';
        // What stands between may be comments of people, and nothing else.
        const near =
            node !== undefined &&
            (marks[index + 1]?.start ?? Infinity) > node.start &&
            between.replace(/\/\/[^\r\n]*|\/\*[^]*?\*\//g, '').trim() === '';
        if (!near || !isOwn(text, mark, between, node)) {
            takenAway.add(mark.key);
            return [];
        }
        marked.add(node);
        return [
            {
                mark,
                indent,
                comment: { start, end, text: text.slice(start, end) },
                name: stretch(text, node.name!),
                title: node.title ? stretch(text, node.title) : null,
                zone: around.get(node)!,
                type: node.type ? stretch(text, node.type) : null,
                headEnd: (node.type ?? node.title ?? node.name!).end,
                end: node.end,
                block: node.open && node.close ? { open: node.open.start, close: node.close.start } : null,
                lines: linesOf(text, node.statements ?? []),
            },
        ];
    });
    for (const each of written) takenAway.delete(each.mark.key);
    return {
        written,
        takenAway,
        byHand: new Set(found.filter(node => !marked.has(node)).map(node => node.name!.text)),
        zones,
        declared,
    };
}
