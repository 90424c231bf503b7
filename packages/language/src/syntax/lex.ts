import { code } from './code-marks.ts';
import { nearest } from '../model/index.ts';
import { declaringWords, statementWords } from '../statements/index.ts';
import { kinds, wordKinds } from './parser/generated/kinds.ts';
import { declaredAs, unreadableMessage } from './hints.ts';
import { withPlainDashes, withPlainSigns } from './foreign-signs.ts';
import {
    dateWithStrokes,
    decimalComma,
    halfRange,
    isTitleBehind,
    localDate,
    networkWithMask,
    openNetwork,
    signedValue,
    singleQuoted,
    spacedRange,
    strings,
} from './lex-values.ts';
import { joinedByDash } from './joining-dash.ts';
import { ConduitEnds } from './conduit-ends.ts';
import { isClosedComment } from './literals.ts';
import { endOfText } from './scanner.ts';
import { SplitNames } from './split-names.ts';
import { TokenStream } from './token-stream.ts';
import type { Leaf } from './tree.ts';
import type { Misread } from './misread.ts';
import { mistake } from './misread.ts';

/** A token of a text; its kind is one of `parser/generated/kinds.ts`, one more for a word that may be a name. */
export interface Token {
    kind: number;
    /** What is written; for a date with strokes the date that is meant. */
    image: string;
    readonly start: number;
    readonly end: number;
    /** Set for a brace that closes what the text leaves open. */
    readonly inserted?: 'block' | 'vector';
}

/** All tokens of a text, made fit for a parser that reads texts with mistakes. */
export interface Lexed {
    readonly tokens: readonly Token[];
    readonly comments: readonly Leaf[];
    readonly errors: Misread[];
}

const declaring: ReadonlySet<string> = new Set(declaringWords);
const firstWords: readonly string[] = statementWords.map(({ word }) => word);

/**
 * Cuts a text into tokens, and corrects those that can mean one thing only: a misspelt word before a name, a date with
 * strokes, a name of several words. What is corrected, and what no token can be made of, is in `errors`.
 */
export function lex(text: string): Lexed {
    const tokens: Token[] = [];
    const comments: Leaf[] = [];
    const runs: Run[] = [];
    const errors: Misread[] = [];
    const plain = withPlainSigns(text);
    /** Texts in single quotes. */
    const quoted: Token[] = [];
    const stream = new TokenStream(plain, {
        comment: (start, end) => comments.push({ text: text.slice(start, end), start, end }),
        unreadable: offset => {
            const inside = quoted.at(-1);
            if (inside && offset < inside.end) return;
            const single = singleQuoted(text, offset);
            if (single) quoted.push(single);
            else addTo(runs, offset);
        },
    });
    const split = new SplitNames();
    const ends = new ConduitEnds();
    let depth = 0;
    /** Where the last token ends, of one that was corrected as well. */
    let end = 0;

    function push(token: Token): void {
        split.take(token, text);
        tokens.push(token);
        ({ end } = token);
    }

    function pushQuoted(before: number): void {
        for (let [first] = quoted; first && first.start < before && first.start >= end; [first] = quoted) {
            errors.push({ ...mistake(first, 'Write a text in double quotes.'), write: first.image });
            push(first);
            quoted.shift();
        }
    }

    for (stream.advance(); stream.kind !== endOfText; stream.advance()) {
        pushQuoted(stream.start);
        if (stream.start < end) continue;
        const token: Token = tokenOf(stream, text);
        const joined = plain === text ? null : joinedByDash(token, tokens, text, errors);
        if (joined) {
            joined.forEach(push);
            continue;
        }
        if (plain !== text) checkSigns(token, text, errors);
        ends.take(token, stream.standsFirst, errors);
        if (token.kind === kinds.ID) correctWord(token, stream, depth, errors);
        else if (token.kind === kinds['{']) depth++;
        else if (token.kind === kinds['}']) depth--;
        if (token.kind === kinds.STRING)
            for (const piece of strings(token, isTitleBehind(tokens), tokens.at(-1)?.image === 'import', errors))
                push(piece);
        else if (token.kind === kinds.ADDRESS) push(networkWithMask(token, text, errors) ?? token);
        else if (token.kind === kinds.DAY) push(signedValue(token, text, tokens.at(-1)) ?? token);
        else
            push(
                token.kind === kinds.NUMBER
                    ? (openNetwork(token, text, errors) ??
                          spacedRange(token, text, tokens, errors) ??
                          halfRange(token, text, tokens) ??
                          signedValue(token, text, tokens.at(-1)) ??
                          dateWithStrokes(token, text, errors) ??
                          localDate(token, text, tokens.at(-1), errors) ??
                          decimalComma(token, text, tokens.at(-1), errors) ??
                          token)
                    : token,
            );
    }
    pushQuoted(text.length);
    for (const { token, write } of split.found)
        errors.push({ ...mistake(token, `A name is one word: write ${write}.`), write });
    for (const { text: comment, start } of comments) {
        if (!isClosedComment(comment))
            errors.push({ message: 'The comment is not closed: add `*/`.', start, end: start + 2 });
    }
    return {
        tokens:
            split.instead.size + ends.rest.size === 0
                ? tokens
                : tokens.flatMap(token => (ends.rest.has(token) ? [] : (split.instead.get(token) ?? [token]))),
        comments,
        errors: [
            ...runs
                .filter(({ start }) => !errors.some(error => error.start < start && start < error.end))
                .filter(
                    ({ start }) =>
                        !tokens.some(each => each.kind === kinds.RANGE && each.start <= start && start < each.end),
                )
                .map(({ start, end }) => ({ message: unreadableMessage(text, start, end - start), start, end })),
            ...errors,
        ],
    };
}

/** @param text as it is written: a string keeps the signs that other tokens have instead of those of the language */
function tokenOf({ kind, start, end, name, text: plain }: TokenStream, text: string): Token {
    const image =
        kind === kinds.STRING
            ? text.slice(start, end)
            : kind < kinds.ID
              ? plain.slice(start, end)
              : plain === text
                ? name
                : withPlainDashes(text.slice(start, end).normalize('NFC'));
    return { kind, image, start, end };
}

/** Tells a token in which signs of another keyboard stand in the place of those of the language. */
function checkSigns(token: Token, text: string, errors: Misread[]): void {
    const written = text.slice(token.start, token.end);
    if (token.kind === kinds.STRING || written === token.image) return;
    // A name may have full-width letters; a dash is the hyphen of another program.
    if (token.kind >= kinds.ID && withPlainDashes(written) === written) return;
    errors.push({
        ...mistake(token, `${code(written)} has no meaning here: write ${code(token.image)}.`),
        write: token.image,
    });
}

/**
 * A name that stands first on a line, with another name behind it, means nothing. Where a word of the language was
 * meant, the line is read with it: otherwise the whole block after it would be lost, and every line of it a mistake.
 */
function correctWord(token: Token, stream: TokenStream, depth: number, errors: Misread[]): void {
    if (!stream.standsFirst || stream.goesOn) return;
    const lower = token.image.toLowerCase();
    const called = declaring.has(lower) ? lower : depth === 0 ? declaredAs.get(lower) : undefined;
    // Of a declaration whose title has no name before it, the word is one that people use.
    if (!stream.namesNext && !(called !== undefined && stream.textNext)) return;
    const meant =
        called ?? declaringWords.find(word => token.image.endsWith(word)) ?? nearest(token.image, firstWords) ?? '';
    const kind = wordKinds.get(meant);
    // An import has a text behind it, and no name.
    if (!declaring.has(meant) || kind === undefined || meant === 'import') return;
    const expected = `Expected a statement${depth > 0 ? ' or `}`' : ''}`;
    errors.push({
        ...mistake(token, `${expected}, but found ${code(token.image)}; did you mean ${code(meant)}?`),
        write: meant,
        kind: 'no-statement',
    });
    token.kind = kind;
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
