import type { BlockKind } from '../statements/index.ts';
import { blocksOf, innerWords, leadingWords, openingWords, topLevelWords } from '../statements/index.ts';
import { lex } from '../syntax/lex.ts';

/** A word, literal or sign of the text. */
export interface Word {
    readonly text: string;
    readonly start: number;
    readonly end: number;
}

/** The head of a block around the cursor. */
export interface Head {
    readonly kind: BlockKind;
    readonly words: readonly Word[];
    /** The name that it declares, or of the zone that it adds to; empty for a flow and a matrix. */
    readonly name: string;
}

/** Where in the text the cursor is, read from the text before it alone, so that half-written text is no obstacle. */
export interface Cursor {
    readonly offset: number;
    /** The block in which the cursor stands. */
    readonly block: BlockKind;
    /** The heads of the blocks around, outermost first. */
    readonly heads: readonly Head[];
    /** The words of the statement before the cursor, the one that is being typed left aside. Empty where a statement begins. */
    readonly statement: readonly Word[];
    /** What is typed of the present word, dots of a qualified name included; where it begins is `offset - prefix.length`. */
    readonly prefix: string;
    readonly place: 'text' | 'vector' | 'string' | 'comment';
    /** In a string: where its opening quote stands. */
    readonly quote: number;
}

const longestLook = 4000;

const blockOf: ReadonlyMap<string, BlockKind> = new Map(openingWords.map(word => [word, word]));

/** A declaration at the very start of a line, where the parser takes all blocks for closed when braces are missing. */
const topLevel = new RegExp(`(?:${topLevelWords.join('|')})[ \\t]`, 'y');

/**
 * Reads where an offset stands. One pass over the characters before it; only the nearest few lines are cut into words.
 * @param unclosed true when the text has blocks that are not closed
 * @param from where no block, text or comment is open
 */
export function cursorAt(text: string, offset: number, unclosed = false, from = 0): Cursor {
    const { opens, boundary, place, quote } = scan(text, from, offset, unclosed);
    const heads = opens.filter(open => !open.vector).map(open => headOf(text, open.boundary, open.at));
    const end = place === 'string' ? quote : offset;
    const prefix = place === 'string' ? text.slice(quote + 1, offset) : place === 'comment' ? '' : prefixOf(text.slice(Math.max(boundary, offset - 200), offset));
    const words = wordsOf(text, boundary, end - (place === 'string' ? 0 : prefix.length));
    return {
        offset,
        block: heads.at(-1)?.kind ?? 'file',
        heads,
        statement: lastStatement(text, words, place === 'text' ? offset - prefix.length : null),
        prefix,
        place: place === 'text' && opens.at(-1)?.vector ? 'vector' : place,
        quote,
    };
}

interface Open {
    readonly at: number;
    readonly vector: boolean;
    /** Where the statements before this brace may begin. */
    readonly boundary: number;
}

function scan(text: string, from: number, offset: number, unclosed: boolean): { opens: readonly Open[]; boundary: number; place: 'text' | 'string' | 'comment'; quote: number } {
    const opens: Open[] = [];
    let boundary = from;
    for (let at = from; at < offset; at++) {
        const code = text.charCodeAt(at);
        if (code === 34) {
            const end = stringEnd(text, at);
            if (end > offset || (end === offset && text[end - 1] !== '"') || end === at + 1) return { opens, boundary, place: 'string', quote: at };
            at = end - 1;
        } else if (code === 47 && text.charCodeAt(at + 1) === 47) {
            const end = lineEnd(text, at);
            if (end >= offset) return { opens, boundary, place: 'comment', quote: -1 };
            at = end;
        } else if (code === 47 && text.charCodeAt(at + 1) === 42) {
            const end = text.indexOf('*/', at + 2);
            if (end < 0 || end + 2 > offset) return { opens, boundary, place: 'comment', quote: -1 };
            at = end + 1;
        } else if (code === 123) {
            const vector = opensVector(text, at);
            opens.push({ at, vector, boundary });
            if (!vector) boundary = at + 1;
        } else if (code === 125) {
            const open = opens.pop();
            if (!open?.vector) boundary = at + 1;
        } else if (unclosed && (code === 10 || code === 13) && opens.length > 0) {
            topLevel.lastIndex = at + 1;
            if (!topLevel.test(text) || topLevel.lastIndex > offset) continue;
            opens.length = 0;
            boundary = at + 1;
        }
    }
    return { opens, boundary, place: 'text', quote: -1 };
}

function stringEnd(text: string, start: number): number {
    for (let at = start + 1; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 92) at++;
        else if (code === 34) return at + 1;
        else if (code === 10 || code === 13) return at;
    }
    return text.length;
}

function lineEnd(text: string, from: number): number {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
}

function opensVector(text: string, brace: number): boolean {
    return /(?:^|[\s{}])SL-[TCA]\s*(?:\d+\s*)?$/.test(text.slice(Math.max(0, brace - 24), brace));
}

function prefixOf(before: string): string {
    const found = /[\p{L}\p{N}\p{M}_.-]*$/u.exec(before)![0];
    const arrow = found.lastIndexOf('--');
    return arrow < 0 ? found : found.slice(arrow + 2);
}

/** The words between two offsets, at most those of the nearest lines. */
function wordsOf(text: string, from: number, to: number): Word[] {
    let start = from;
    if (to - from > longestLook) start = lineEnd(text, to - longestLook);
    return lex(text.slice(start, to)).tokens.map(token => ({ text: token.image, start: start + token.start, end: start + token.end }));
}

function headOf(text: string, boundary: number, brace: number): Head {
    const words = lastStatement(text, wordsOf(text, boundary, brace), null);
    const kind = blockOf.get(words[0]?.text ?? '') ?? 'file';
    // A zone is added to by its qualified name.
    if (kind === 'within') return { kind, words, name: words.slice(1).map(word => word.text).join('') };
    return { kind, words, name: kind === 'flow' || kind === 'matrix' ? '' : words[1]?.text ?? '' };
}

const expectsMore = new Set([',', '.', ...leadingWords]);

function standsFirst(text: string, offset: number): boolean {
    return /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, offset - 200), offset));
}

/**
 * The words from the last one that begins a statement.
 * @param next where the word being typed begins: first on a line, it begins a statement of its own unless the one before goes on
 */
function lastStatement(text: string, words: readonly Word[], next: number | null): readonly Word[] {
    let first = 0;
    words.forEach((word, index) => {
        if (index === 0) return;
        const previous = words[index - 1]!;
        const begins = blocksOf(word.text).length > 0
            && !innerWords(words[first]!.text).includes(word.text)
            && !(expectsMore.has(previous.text) && index - 1 > first)
            && (standsFirst(text, word.start) || index - 1 > first);
        if (begins) first = index;
    });
    const statement = words.slice(first);
    const last = statement.at(-1);
    if (next === null || !last) return statement;
    return standsFirst(text, next) && !expectsMore.has(last.text) && last.text !== ':' ? [] : statement;
}
