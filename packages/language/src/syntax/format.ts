import type { Span } from '../model/index.ts';
import { levelWords, namingWords } from '../statements/index.ts';
import type { Heads, Unit } from './format-units.ts';
import { headsOf, unitsOf } from './format-units.ts';
import { isClosedString } from './literals.ts';
import { parse } from './parse.ts';
import { deepestNesting } from './token-stream.ts';

/**
 * The canonical layout. Only white space changes: one statement a line, two spaces a block, at most one empty line
 * between statements. A block that was written on one line stays there while it is short; a statement that was spread
 * over lines stays spread, its further lines set in.
 */

/** A line longer than this is no place for a block. */
export const lineWidth = 120;
const factsOnOneLine = 3;
const unit = '  ';
const mostPasses = 4;

/** A piece of text to put in place of what is in a span of the file. */
export interface SpaceEdit extends Span {
    readonly text: string;
}

/**
 * Formats a whole file. Everything but white space is kept, in its order; a broken file is laid out as far as it is
 * understood. Lines end as they did in the text: with CRLF if there is one in it.
 */
export function formatText(text: string): string {
    let formatted = text;
    for (let pass = 0; pass < mostPasses; pass++) {
        const parsed = parse('', formatted);
        const next = layOut(formatted, headsOf(parsed));
        if (next === formatted || parsed.mistakes.length === 0) return next;
        formatted = next;
    }
    return formatted;
}

/**
 * The changes that format a file, each as small as can be.
 * @param range only the lines that this span touches
 * @returns changes that do not overlap, in the order of the text
 */
export function formatEdits(text: string, range?: Span): SpaceEdit[] {
    const edits = spaceEdits(text, formatText(text));
    if (!range) return edits;
    const from = text.lastIndexOf('\n', range.start - 1);
    const lineBreak = text.indexOf('\n', range.end);
    const to = lineBreak < 0 ? text.length : lineBreak;
    return edits.filter(edit => edit.end > from && edit.start <= to && !(edit.start >= to && range.end < text.length));
}

/** The differences of two texts that differ in white space alone. */
function spaceEdits(before: string, after: string): SpaceEdit[] {
    const edits: SpaceEdit[] = [];
    let i = 0;
    let j = 0;
    while (i < before.length || j < after.length) {
        const start = i;
        const other = j;
        while (i < before.length && isSpace(before, i)) i++;
        while (j < after.length && isSpace(after, j)) j++;
        const edit = smallest(before.slice(start, i), after.slice(other, j), start);
        if (edit) edits.push(edit);
        i++;
        j++;
    }
    return edits;
}

function isSpace(text: string, at: number): boolean {
    const code = text.charCodeAt(at);
    return code === 32 || code === 10 || code === 13 || code === 9 || (code > 10 && /\s/.test(text.charAt(at)));
}

function smallest(before: string, after: string, offset: number): SpaceEdit | null {
    if (before === after) return null;
    let head = 0;
    while (head < before.length && head < after.length && before[head] === after[head]) head++;
    let tail = 0;
    const most = Math.min(before.length, after.length) - head;
    while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
    return { start: offset + head, end: offset + before.length - tail, text: after.slice(head, after.length - tail) };
}

interface Layout {
    readonly units: readonly Unit[];
    readonly heads: Heads;
    /** By the index of an opening or closing brace: the index of the other one. */
    readonly partner: ReadonlyMap<number, number>;
    /** Indices of the braces of level vectors. */
    readonly vectors: ReadonlySet<number>;
}

function layOut(text: string, heads: Heads): string {
    const units = unitsOf(text);
    if (units.length === 0) return text.charCodeAt(0) === 0xfeff ? '\ufeff' : '';
    const layout: Layout = { units, heads, ...braces(units, heads) };
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const inline = new Set<number>();
    const out: string[] = text.charCodeAt(0) === 0xfeff ? ['\ufeff'] : [];
    let depth = 0;
    let column = 0;
    let firstOnLine = 0;
    units.forEach((current, index) => {
        const closes = current.text === '}' && current.kind === 'sign' && !layout.vectors.has(index);
        depth = Math.max(0, depth - current.closes);
        if (closes) depth = Math.max(0, depth - 1);
        // What is nested too deep to be read is set in no further: thousands of levels would make a text that nothing
        // can hold.
        const indent = unit.repeat(Math.min(deepestNesting, heads.continues(current.start) ? depth + 1 : depth));
        const breaks = index === 0 ? 0 : breaksBefore(layout, index, inline, firstOnLine === index - 1);
        if (index === 0 || breaks > 0) {
            out.push(newline.repeat(breaks), indent);
            column = indent.length;
            firstOnLine = index;
        } else {
            const gap = gapBefore(layout, index);
            out.push(gap);
            column += gap.length;
        }
        if (current.kind === 'sign' && current.text === '{' && !layout.vectors.has(index)) {
            depth++;
            const close = layout.partner.get(index);
            if (close !== undefined && fitsOnLine(layout, index, close, column))
                for (let at = index; at <= close; at++) inline.add(at);
        }
        const written = current.kind === 'comment' ? comment(current.text, indent, newline) : current.text;
        out.push(written);
        column += written.length;
    });
    const last = units.at(-1)!;
    if (!(last.kind === 'comment' && last.text.startsWith('/*') && last.endsLine)) out.push(newline);
    return out.join('');
}

function braces(units: readonly Unit[], heads: Heads): Pick<Layout, 'partner' | 'vectors'> {
    const partner = new Map<number, number>();
    const vectors = new Set<number>();
    const open: number[] = [];
    units.forEach((current, index) => {
        open.length = Math.max(0, open.length - current.closes);
        if (current.kind !== 'sign') return;
        if (current.text === '{') {
            open.push(index);
            if (heads.vectors.has(current.start) || (!heads.blocks.has(current.start) && looksLikeVector(units, index)))
                vectors.add(index);
        } else if (current.text === '}') {
            const start = open.pop();
            if (start === undefined) return;
            partner.set(start, index);
            partner.set(index, start);
            if (vectors.has(start)) vectors.add(index);
        }
    });
    return { partner, vectors };
}

/** Where the tree says nothing: a brace behind `SL-T` or `SL-T 2` opens a vector. */
function looksLikeVector(units: readonly Unit[], index: number): boolean {
    const word = units[index - 1]?.kind === 'literal' ? index - 2 : index - 1;
    return levelWords.includes(units[word]?.text ?? '') && !namingWords.includes(units[word - 1]?.text ?? '');
}

/** True when a block stands on one line in the text and may stay there. */
function fitsOnLine(layout: Layout, open: number, close: number, column: number): boolean {
    const { units, heads } = layout;
    // Behind a text that is not closed the brace has to stay the last sign of its line.
    if (isOpenText(units[open - 1])) return false;
    if (close === open + 1) return true;
    let width = column + 1;
    let facts = 0;
    for (let index = open + 1; index <= close; index++) {
        const current = units[index]!;
        if (current.breaks > 0 || (current.endsLine && index < close)) return false;
        if (current.kind === 'comment' && /[\r\n]/.test(current.text)) return false;
        const nested = current.text === '{' && current.kind === 'sign' && !layout.vectors.has(index);
        if (nested && layout.partner.get(index) !== index + 1) return false;
        if (heads.begins(current.start)) facts++;
        width += gapBefore(layout, index).length + current.text.length;
    }
    return facts <= factsOnOneLine && width <= lineWidth;
}

function isOpenText(unit: Unit | undefined): boolean {
    return unit !== undefined && unit.kind === 'literal' && unit.text.startsWith('"') && !isClosedString(unit.text);
}

/** How many line breaks belong before a unit. */
function breaksBefore(layout: Layout, index: number, inline: ReadonlySet<number>, previousIsFirst: boolean): number {
    const { units, heads, vectors } = layout;
    const current = units[index]!;
    const previous = units[index - 1]!;
    const spaced = Math.min(2, current.breaks);
    const isBlock = (at: number, sign: string): boolean =>
        units[at]!.kind === 'sign' && units[at]!.text === sign && !vectors.has(at);
    const opensBefore = isBlock(index - 1, '{');
    const closes = isBlock(index, '}');
    if (current.text === '{' && current.breaks === 0 && isOpenText(previous)) return 0;
    if (previous.endsLine) return opensBefore || closes || heads.continues(current.start) ? 1 : Math.max(1, spaced);
    if (opensBefore && closes && !isOpenText(units[index - 2])) return 0;
    if (inline.has(index) && inline.has(index - 1) && layout.partner.get(index) !== index - 1) return 0;
    if (closes) return 1;
    if (opensBefore) return current.kind === 'comment' && current.breaks === 0 ? 0 : 1;
    if (previous.kind === 'unreadable' || current.kind === 'unreadable') return spaced;
    if (previous.kind !== 'comment' && current.kind === 'sign' && (current.text === '{' || current.text === ','))
        return 0;
    if (heads.begins(current.start))
        return previous.kind === 'comment' && previousIsFirst && current.breaks === 0 ? 0 : Math.max(1, spaced);
    return heads.continues(current.start) ? Math.min(1, spaced) : spaced;
}

/** The white space before a unit that stays on the line. */
function gapBefore(layout: Layout, index: number): string {
    const { units, partner, vectors } = layout;
    const current = units[index]!;
    const previous = units[index - 1]!;
    const asWritten = current.touches ? '' : ' ';
    if (previous.kind === 'unreadable' || current.kind === 'unreadable') return asWritten;
    if (previous.kind === 'comment' || current.kind === 'comment') return ' ';
    if (previous.text === '{' && current.text === '}') return '';
    if (vectors.has(index - 1) && previous.text === '{')
        return isNamed(layout, index - 1, partner.get(index - 1)) ? ' ' : '';
    if (vectors.has(index) && current.text === '}') return isNamed(layout, partner.get(index), index) ? ' ' : '';
    if (current.text === ',') return '';
    if (previous.text === '.' || current.text === '.') {
        const dot = current.text === '.' ? index : index - 1;
        return units[dot - 1]?.kind === 'word' && units[dot + 1]?.kind === 'word' ? '' : asWritten;
    }
    return ' ';
}

/** True for a vector whose levels carry names: `{ IAC 2 RDF 3 }`. */
function isNamed(layout: Layout, open: number | undefined, close: number | undefined): boolean {
    if (open === undefined || close === undefined) return false;
    for (let at = open + 1; at < close; at++) if (layout.units[at]!.kind === 'word') return true;
    return false;
}

/** A comment at its new place: the starred lines of a block comment move along. */
function comment(text: string, indent: string, newline: string): string {
    if (text.startsWith('//')) return text.trimEnd();
    const [first = '', ...rest] = text.split(/\r\n|\r|\n/);
    if (rest.length === 0 || !rest.every(line => /^\s*\*/.test(line))) return text;
    return [first.trimEnd(), ...rest.map(line => `${indent} ${line.trim()}`)].join(newline);
}
