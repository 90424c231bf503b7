import type { Grammar, Lexer, LexerResult, LangiumCoreServices, TokenBuilderOptions } from 'langium';
import { DefaultTokenBuilder } from 'langium';
import type { IToken, TokenType } from 'chevrotain';
import { Lexer as ChevrotainLexer } from 'chevrotain';
import { nearest } from '../model/index.ts';
import { kinds, wordKinds } from './strict/generated/kinds.ts';
import { isClosedComment, isClosedString, isTypographicQuote } from './literals.ts';
import { endOfText } from './scanner.ts';
import { SplitNames } from './split-names.ts';
import { statementWords } from './statements.ts';
import { declaringWords, deepestNesting, TokenStream, topLevelWords } from './token-stream.ts';
import { readString, writeString } from './values.ts';

const wordShape = /^[A-Za-z]/;
const orName = ' (or a name)';

/** The token types of the grammar; each word of the language has a twin, which stands for the word and for a name. */
export class IacsTokenBuilder extends DefaultTokenBuilder {
    override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenType[] {
        const tokens = super.buildTokens(grammar, options) as TokenType[];
        const id = tokens.find(token => token.name === 'ID')!;
        const words = tokens.filter(token => typeof token.PATTERN === 'string' && wordShape.test(token.PATTERN));
        return [...tokens, ...words.map(word => ({ name: `${word.name}${orName}`, PATTERN: ChevrotainLexer.NA, CATEGORIES: [word, id] }))];
    }
}

export const notClosed = 'This block is not closed: a } is missing.';

const declaring: ReadonlySet<string> = new Set(declaringWords);
const topLevel: ReadonlySet<string> = new Set(topLevelWords);

/** Makes the tokens of Langium's parser out of the token stream, and keeps what cannot be read from harming the rest. */
export class IacsLexer implements Lexer {
    readonly definition: Record<string, TokenType>;
    private readonly types: TokenType[] = [];
    /** The types of the words behind which a new name stands. */
    private readonly named: ReadonlySet<TokenType>;
    private readonly messages: LangiumCoreServices['parser']['LexerErrorMessageProvider'];

    constructor(services: LangiumCoreServices) {
        this.messages = services.parser.LexerErrorMessageProvider;
        const tokens = services.parser.TokenBuilder.buildTokens(services.Grammar, { caseInsensitive: false }) as TokenType[];
        this.definition = Object.fromEntries(tokens.map(token => [token.name, token]));
        for (const [name, kind] of [...Object.entries(kinds), ...wordKinds]) {
            this.types[kind] = this.definition[name]!;
            if (kind > kinds.ID) this.types[kind + 1] = this.definition[`${name}${orName}`]!;
        }
        this.named = new Set(declaringWords.filter(word => word !== 'import' && word !== 'flow').flatMap(word => [this.definition[word]!, this.definition[`${word}${orName}`]!]));
    }

    tokenize(text: string): LexerResult {
        const tokens: IToken[] = [];
        const hidden: IToken[] = [];
        const unreadable: Run[] = [];
        const errors: Misread[] = [];
        const stream = new TokenStream(text, {
            comment: (start, end) => hidden.push({ image: text.slice(start, end), startOffset: start } as IToken),
            unreadable: offset => addTo(unreadable, offset),
        });
        const id = this.types[kinds.ID]!;
        const split = new SplitNames(token => this.named.has(token.tokenType), id);
        let depth = 0;
        let datesEnd = 0;
        for (stream.advance(); stream.kind !== endOfText; stream.advance()) {
            if (stream.start < datesEnd) continue;
            const token = this.token(stream);
            if (stream.kind === kinds.NUMBER && this.correctDate(token, text, errors)) datesEnd = endOf(token);
            if (stream.kind === kinds.ID) this.correctWord(token, stream, depth, errors);
            else if (stream.kind === kinds['{']) depth++;
            else if (stream.kind === kinds['}']) depth--;
            else if (stream.kind === kinds.STRING) checkString(token, errors);
            split.take(token, text);
            tokens.push(token);
        }
        for (const { first, last, write } of split.found) {
            const length = endOf(last) - first.startOffset;
            errors.push({ ...mistake(first, `A name is one word: write ${write}.`), length, write });
        }
        for (const comment of hidden) {
            if (!isClosedComment(comment.image)) errors.push(mistake({ ...comment, image: '/*' }, "The comment is not closed: add '*/'."));
        }
        return {
            tokens: split.rest.size === 0 ? tokens : tokens.filter(token => !split.rest.has(token)),
            hidden,
            errors: [...unreadable.filter(({ start }) => !errors.some(error => error.offset < start && start < error.offset + error.length))
                .map(run => this.unreadable(run, text)), ...errors],
        };
    }

    private token({ kind, start, end, name, text }: TokenStream): IToken {
        const tokenType = this.types[kind]!;
        return { image: kind >= kinds.ID ? name : text.slice(start, end), startOffset: start, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
    }

    private unreadable({ start, end }: Run, text: string): Misread {
        const message = this.messages.buildUnexpectedCharactersMessage(text, start, end - start, undefined, undefined, undefined);
        return { message, offset: start, length: end - start, line: undefined, column: undefined };
    }

    /**
     * Makes tokens fit for a parser that recurses and that reads unfinished text: what is nested too deep is left out, and blocks that
     * are never closed are closed. Both are added to the errors.
     */
    repair(tokens: IToken[], text: string, errors: LexerResult['errors']): IToken[] {
        return this.closeBlocks(cutDepth(tokens, errors), text, errors);
    }

    /**
     * A block that somebody is still writing would swallow the rest of the file. Where braces are missing, a declaration at the very
     * start of a line ends the blocks around it: that is where the formatter puts those of the top level, and nothing else.
     */
    private closeBlocks(tokens: IToken[], text: string, errors: LexerResult['errors']): IToken[] {
        const balance = tokens.reduce((sum, { image }) => sum + (image === '{' ? 1 : image === '}' ? -1 : 0), 0);
        if (balance <= 0) return tokens;
        const brace = this.definition['}']!;
        const repaired: IToken[] = [];
        const open: IToken[] = [];
        for (const token of tokens) {
            const before = text.charCodeAt(token.startOffset - 1);
            if (open.length > 0 && (before === 10 || before === 13) && topLevel.has(token.image) && token.tokenType.name !== 'ID') {
                for (const opening of open.splice(0)) {
                    errors.push(mistake(opening, notClosed));
                    repaired.push({ ...token, image: '', tokenType: brace, tokenTypeIdx: brace.tokenTypeIdx!, isInsertedInRecovery: true });
                }
            }
            if (token.image === '{') open.push(token);
            else if (token.image === '}') open.pop();
            repaired.push(token);
        }
        return repaired;
    }

    /**
     * A name that stands first on a line, with another name behind it, means nothing. Where a word of the language was meant, the line
     * is read with it: otherwise the whole block behind it would be lost, and every line of it a mistake.
     */
    private correctWord(token: IToken, stream: TokenStream, depth: number, errors: Misread[]): void {
        if (!stream.namesNext || !stream.standsFirst || stream.goesOn) return;
        const meant = nearest(token.image, statementWords.map(({ word }) => word)) ?? declaringWords.find(word => token.image.endsWith(word)) ?? '';
        const word = this.definition[meant];
        if (!declaring.has(meant) || !word) return;
        errors.push({ ...mistake(token, `Expected a statement${depth > 0 ? " or '}'" : ''}, but found '${token.image}'; did you mean ${meant}?`), write: meant });
        token.tokenType = word;
        token.tokenTypeIdx = word.tokenTypeIdx!;
    }

    /** A date with strokes, as spreadsheets write it, is read as the date that it means. */
    private correctDate(token: IToken, text: string, errors: Misread[]): boolean {
        datesWithStrokes.lastIndex = token.startOffset;
        const [written] = datesWithStrokes.exec(text) ?? [];
        if (written === undefined) return false;
        const write = written.replaceAll('/', '-');
        const day = this.types[kinds.DAY]!;
        Object.assign(token, { image: write, tokenType: day, tokenTypeIdx: day.tokenTypeIdx });
        errors.push({ ...mistake(token, `A date is written with hyphens: ${write}.`), write });
        return true;
    }

    /** True for a word that stands first on a line and begins a statement there. */
    beginsStatement(token: IToken): boolean {
        return wordKinds.has(token.image) && this.definition[token.image] === token.tokenType;
    }
}

/** A year of four digits, a month and a day of two: as long as the date that is meant. */
const datesWithStrokes = /\d{4}\/\d{2}\/\d{2}(?![\d/])/y;

interface Run {
    readonly start: number;
    end: number;
}

function addTo(runs: Run[], offset: number): void {
    const last = runs.at(-1);
    if (last?.end === offset) last.end++;
    else runs.push({ start: offset, end: offset + 1 });
}

function checkString(token: IToken, errors: Misread[]): void {
    if (isTypographicQuote(token.image)) {
        errors.push({ ...mistake(token, 'A text stands in straight quotation marks: "…".'), write: writeString(readString(token.image)) });
    } else if (!isClosedString(token.image)) errors.push(mistake(token, 'The string is not closed: add a \'"\' on the same line.'));
}

function cutDepth(tokens: IToken[], errors: LexerResult['errors']): IToken[] {
    let depth = 0;
    let deepest = 0;
    for (const token of tokens) {
        if (token.image === '{') deepest = Math.max(deepest, ++depth);
        else if (token.image === '}') depth = Math.max(0, depth - 1);
    }
    if (deepest <= deepestNesting) return tokens;
    depth = 0;
    let reported = false;
    return tokens.filter(token => {
        if (token.image === '{') depth++;
        const keep = depth <= deepestNesting;
        if (!keep && !reported) {
            errors.push(mistake(token, `Blocks are nested deeper than ${deepestNesting}; what lies deeper is not read.`));
            reported = true;
        }
        if (token.image === '}') depth = Math.max(0, depth - 1);
        return keep;
    });
}

/** A mistake of the lexer, and what would be right in its place where that is plain. */
export type Misread = LexerResult['errors'][number] & { readonly write?: string };

function endOf(token: IToken): number {
    return token.startOffset + token.image.length;
}

function mistake(token: IToken, message: string): Misread {
    return { message, offset: token.startOffset, length: token.image.length, line: undefined, column: undefined };
}
