import { nearest } from '../model/index.ts';
import { declaringWords, statementWords, topLevelWords } from '../statements/index.ts';
import { kinds, wordKinds } from './strict/generated/kinds.ts';
import { unreadableMessage } from './hints.ts';
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
    const stream = new TokenStream(text, {
        comment: (start, end) => comments.push({ text: text.slice(start, end), start, end }),
        unreadable: offset => addTo(runs, offset),
    });
    const split = new SplitNames();
    let depth = 0;
    let datesEnd = 0;
    for (stream.advance(); stream.kind !== endOfText; stream.advance()) {
        if (stream.start < datesEnd) continue;
        let token: Token = tokenOf(stream);
        if (token.kind === kinds.NUMBER) {
            const date = dateWithStrokes(token, text, errors);
            if (date) {
                token = date;
                datesEnd = date.end;
            }
        } else if (token.kind === kinds.ID) correctWord(token, stream, depth, errors);
        else if (token.kind === kinds['{']) depth++;
        else if (token.kind === kinds['}']) depth--;
        else if (token.kind === kinds.STRING) checkString(token, errors);
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

function tokenOf({ kind, start, end, name, text }: TokenStream): Token {
    return { kind, image: kind >= kinds.ID ? name : text.slice(start, end), start, end };
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

interface Run {
    readonly start: number;
    end: number;
}

function addTo(runs: Run[], offset: number): void {
    const last = runs.at(-1);
    if (last?.end === offset) last.end++;
    else runs.push({ start: offset, end: offset + 1 });
}

function checkString(token: Token, errors: Misread[]): void {
    if (isTypographicQuote(token.image)) {
        const write = writeString(readString(token.image));
        errors.push({ ...mistake(token, 'A text stands in straight quotation marks: "…".'), write });
    } else if (!isClosedString(token.image)) errors.push(mistake(token, 'The string is not closed: add a \'"\' on the same line.'));
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
