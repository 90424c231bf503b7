import { nearest } from '../model/index.ts';
import { declaringWords, statementWords, topLevelWords } from '../statements/index.ts';
import { kinds, wordKinds } from './strict/generated/kinds.ts';
import { unreadableMessage } from './hints.ts';
import { badEscape } from './escapes.ts';
import { withPlainSigns } from './foreign-signs.ts';
import { isClosedComment, isClosedString, isTypographicQuote } from './literals.ts';
import { endOfText } from './scanner.ts';
import { SplitNames } from './split-names.ts';
import { deepestNesting, TokenStream } from './token-stream.ts';
import type { Leaf } from './tree.ts';
import { writeString } from '../model/index.ts';
import { readString } from './values.ts';

/** A token of a text; its kind is one of `strict/generated/kinds.ts`, one more for a word that may be a name. */
export interface Token {
    kind: number;
    /** What is written; for a date with strokes the date that is meant. */
    image: string;
    readonly start: number;
    readonly end: number;
    /** True for a brace that closes a block which the text leaves open. */
    readonly inserted?: true;
}

/** Something that no token can be made of, and what would be right in its place where that is plain. */
export interface Misread {
    readonly message: string;
    readonly start: number;
    readonly end: number;
    readonly write?: string;
}

/** All tokens of a text, made fit for a parser that reads texts with mistakes. */
export interface Lexed {
    readonly tokens: readonly Token[];
    readonly comments: readonly Leaf[];
    readonly errors: Misread[];
}

export const notClosed = 'This block is not closed: a } is missing.';

const declaring: ReadonlySet<string> = new Set(declaringWords);
const topLevel: ReadonlySet<string> = new Set(topLevelWords);
const firstWords: readonly string[] = statementWords.map(({ word }) => word);

/**
 * Cuts a text into tokens, and corrects those that can mean one thing only: a misspelt word before a name, a date with strokes, a name
 * of several words. What is corrected, and what no token can be made of, is in `errors`.
 */
export function lex(text: string): Lexed {
    const tokens: Token[] = [];
    const comments: Leaf[] = [];
    const runs: Run[] = [];
    const errors: Misread[] = [];
    const plain = withPlainSigns(text);
    const stream = new TokenStream(plain, {
        comment: (start, end) => comments.push({ text: text.slice(start, end), start, end }),
        unreadable: offset => addTo(runs, offset),
    });
    const split = new SplitNames();
    let depth = 0;
    let datesEnd = 0;
    for (stream.advance(); stream.kind !== endOfText; stream.advance()) {
        if (stream.start < datesEnd) continue;
        let token: Token = tokenOf(stream, text);
        if (plain !== text) checkSigns(token, text, errors);
        if (token.kind === kinds.NUMBER) {
            const other = dateWithStrokes(token, text, errors) ?? decimalComma(token, text, tokens.at(-1), errors);
            if (other) {
                token = other;
                datesEnd = other.end;
            }
        } else if (token.kind === kinds.ID) correctWord(token, stream, depth, errors);
        else if (token.kind === kinds['{']) depth++;
        else if (token.kind === kinds['}']) depth--;
        else if (token.kind === kinds.STRING) checkString(token, tokens.at(-1), errors);
        split.take(token, text);
        tokens.push(token);
    }
    for (const { first, last, write } of split.found) {
        errors.push({ message: `A name is one word: write ${write}.`, start: first.start, end: last.end, write });
    }
    for (const { text: comment, start } of comments) {
        if (!isClosedComment(comment)) errors.push({ message: "The comment is not closed: add '*/'.", start, end: start + 2 });
    }
    return {
        tokens: split.rest.size === 0 ? tokens : tokens.filter(token => !split.rest.has(token)),
        comments,
        errors: [
            ...runs.filter(({ start }) => !errors.some(error => error.start < start && start < error.end))
                .map(({ start, end }) => ({ message: unreadableMessage(text, start, end - start), start, end })),
            ...errors,
        ],
    };
}

/**
 * Makes tokens fit for a parser that recurses and that reads unfinished text: what is nested too deep is left out, and blocks that
 * are never closed are closed. Both are added to the errors.
 */
export function repaired({ tokens, errors }: Lexed, text: string, isLast: boolean): readonly Token[] {
    return closeBlocks(cutDepth(tokens, errors), text, isLast, errors);
}

/** @param text as it is written: a string keeps the signs that other tokens have instead of those of the language */
function tokenOf({ kind, start, end, name, text: plain }: TokenStream, text: string): Token {
    const image = kind === kinds.STRING ? text.slice(start, end) : kind < kinds.ID ? plain.slice(start, end) : plain === text ? name : text.slice(start, end).normalize('NFC');
    return { kind, image, start, end };
}

/** Tells a token in which signs of another keyboard stand in the place of those of the language. */
function checkSigns(token: Token, text: string, errors: Misread[]): void {
    const written = text.slice(token.start, token.end);
    if (token.kind === kinds.STRING || token.kind >= kinds.ID || written === token.image) return;
    errors.push({ ...mistake(token, `'${written}' has no meaning here: write ${token.image}`), write: token.image });
}

/**
 * A block that somebody is still writing would swallow the rest of the file. Where braces are missing, a declaration at the very
 * start of a line ends the blocks around it: that is where the formatter puts those of the top level, and nothing else.
 */
function closeBlocks(tokens: readonly Token[], text: string, isLast: boolean, errors: Misread[]): readonly Token[] {
    const balance = tokens.reduce((sum, { kind }) => sum + (kind === kinds['{'] ? 1 : kind === kinds['}'] ? -1 : 0), 0);
    if (balance <= 0) return tokens;
    const closed: Token[] = [];
    const open: Token[] = [];
    const closeAll = (at: number): void => {
        for (const opening of open.splice(0)) {
            errors.push(mistake(opening, notClosed));
            closed.push({ kind: kinds['}'], image: '', start: at, end: at, inserted: true });
        }
    };
    for (const token of tokens) {
        const before = text.charCodeAt(token.start - 1);
        if (open.length > 0 && (before === 10 || before === 13) && token.kind !== kinds.ID && topLevel.has(token.image)) closeAll(token.start);
        if (token.kind === kinds['{']) open.push(token);
        else if (token.kind === kinds['}']) open.pop();
        closed.push(token);
    }
    // Behind a piece of a text there is a declaration, which does the same.
    if (!isLast) closeAll(text.length);
    return closed;
}

/**
 * A name that stands first on a line, with another name behind it, means nothing. Where a word of the language was meant, the line
 * is read with it: otherwise the whole block behind it would be lost, and every line of it a mistake.
 */
function correctWord(token: Token, stream: TokenStream, depth: number, errors: Misread[]): void {
    if (!stream.namesNext || !stream.standsFirst || stream.goesOn) return;
    const meant = nearest(token.image, firstWords) ?? declaringWords.find(word => token.image.endsWith(word)) ?? '';
    const kind = wordKinds.get(meant);
    if (!declaring.has(meant) || kind === undefined) return;
    const expected = `Expected a statement${depth > 0 ? " or '}'" : ''}`;
    errors.push({ ...mistake(token, `${expected}, but found '${token.image}'; did you mean ${meant}?`), write: meant });
    token.kind = kind;
}

/** A year of four digits, a month and a day of two: as long as the date that is meant. */
const datesWithStrokes = /\d{4}\/\d{2}\/\d{2}(?![\d/])/y;

/** A date with strokes, as spreadsheets write it, is read as the date that it means. */
function dateWithStrokes(token: Token, text: string, errors: Misread[]): Token | null {
    datesWithStrokes.lastIndex = token.start;
    const [written] = datesWithStrokes.exec(text) ?? [];
    if (written === undefined) return null;
    const write = written.replaceAll('/', '-');
    const date = { kind: kinds.DAY, image: write, start: token.start, end: token.start + write.length };
    errors.push({ ...mistake(date, `A date is written with hyphens: ${write}.`), write });
    return date;
}

/** Words with a decimal behind them. */
const decimalWords: ReadonlySet<string> = new Set(['purdue', 'cost', 'SR', 'tolerable-risk']);
const decimals = /(\d+),(\d+)(?![\d,])/y;

/** A decimal with a comma is read as the number that it means, where no list can be meant. */
function decimalComma(token: Token, text: string, before: Token | undefined, errors: Misread[]): Token | null {
    decimals.lastIndex = token.start;
    const match = decimals.exec(text);
    if (!match || !before) return null;
    const number = { kind: kinds.NUMBER, image: match[0].replace(',', '.'), start: token.start, end: token.start + match[0].length };
    if (/^SL-[TCA]$/.test(before.image)) {
        errors.push(mistake(number, `A level is a whole number from 0 to 4, and not ${match[0]}.`));
        return { ...number, image: match[1]! };
    }
    if (!decimalWords.has(before.image)) return null;
    errors.push({ ...mistake(number, `A decimal is written with a point: ${number.image}.`), write: number.image });
    return number;
}

interface Run {
    readonly start: number;
    end: number;
}

function addTo(runs: Run[], offset: number): void {
    const last = runs.at(-1);
    if (last?.end === offset) last.end++;
    else runs.push({ start: offset, end: offset + 1 });
}

function checkString(token: Token, before: Token | undefined, errors: Misread[]): void {
    const escape = isTypographicQuote(token.image) ? null : badEscape(token.image);
    if (escape !== null && isClosedString(token.image)) {
        errors.push({ ...mistake(token, ''), ...escapeMistake(token.image, escape, before?.image === 'import') });
    } else if (isTypographicQuote(token.image)) {
        const write = writeString(readString(token.image));
        errors.push({ ...mistake(token, 'A text stands in straight quotation marks: "…".'), write });
    } else if (!isClosedString(token.image)) errors.push(mistake(token, 'The string is not closed: add a \'"\' on the same line.'));
}

/** What is said of a string with an escape that is none, and how it is written. */
function escapeMistake(literal: string, escape: string, isPath: boolean): Pick<Misread, 'message' | 'write'> & { readonly write: string } {
    const text = readString(literal);
    if (isPath) {
        const strokes = text.replaceAll('\\', '/');
        return { message: `The parts of a path are separated by '/': write ${strokes}.`, write: writeString(strokes) };
    }
    const braced = literal.replace(/(?<!\\)((?:\\\\)*)\\u([0-9A-Fa-f]{4})(?![0-9A-Fa-f])/g, '$1\\u{$2}');
    if (escape === '\\u' && badEscape(braced) === null) return { message: 'The number of a character stands in braces: \\u{e9}.', write: braced };
    const what = /[nt]$/.test(escape) ? 'a line end or a tab in a path' : 'not an escape';
    return { message: `'${escape}' is ${what}: write \\\\ for each backslash.`, write: writeString(text) };
}

function cutDepth(tokens: readonly Token[], errors: Misread[]): readonly Token[] {
    let depth = 0;
    let deepest = 0;
    for (const { kind } of tokens) {
        if (kind === kinds['{']) deepest = Math.max(deepest, ++depth);
        else if (kind === kinds['}']) depth = Math.max(0, depth - 1);
    }
    if (deepest <= deepestNesting) return tokens;
    depth = 0;
    let reported = false;
    return tokens.filter(token => {
        if (token.kind === kinds['{']) depth++;
        const keep = depth <= deepestNesting;
        if (!keep && !reported) {
            errors.push(mistake(token, `Blocks are nested deeper than ${deepestNesting}; what lies deeper is not read.`));
            reported = true;
        }
        if (token.kind === kinds['}']) depth = Math.max(0, depth - 1);
        return keep;
    });
}

function mistake({ start, end }: Token, message: string): Misread {
    return { message, start, end };
}
