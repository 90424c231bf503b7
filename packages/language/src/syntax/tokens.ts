import type { Grammar, LexerResult, LangiumCoreServices, TokenBuilderOptions } from 'langium';
import { DefaultLexer, DefaultTokenBuilder } from 'langium';
import type { IToken, TokenType } from 'chevrotain';
import { Lexer as ChevrotainLexer, tokenName } from 'chevrotain';
import { nearest } from '../model/index.ts';
import { isTypographicQuote, matchByHand } from './literals.ts';
import { SplitNames } from './split-names.ts';
import { statementWords } from './statements.ts';
import { readString, writeString } from './values.ts';

const nameStart = /[\p{L}_]/u;
const nameRest = /(?:[\p{L}\p{M}\p{N}_]|-(?=[\p{L}\p{M}\p{N}_]))*/uy;
const firstNonAscii = 0x80;

function isAsciiNamePart(code: number): boolean {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

/** Matches a name at an offset: letters of any script, digits, `_` and inner single hyphens. */
export function matchName(text: string, offset: number): [string] | null {
    const first = text.charCodeAt(offset);
    if (first >= firstNonAscii) {
        if (!nameStart.test(String.fromCodePoint(text.codePointAt(offset)!))) return null;
    } else if (!isAsciiNamePart(first) || (first >= 48 && first <= 57)) {
        return null;
    }
    let end = offset + 1;
    for (; end < text.length; end++) {
        const code = text.charCodeAt(end);
        if (isAsciiNamePart(code)) continue;
        if (code === 45) {
            const next = text.charCodeAt(end + 1);
            if (isAsciiNamePart(next)) continue;
            if (!(next >= firstNonAscii)) break;
        }
        if (code < firstNonAscii && code !== 45) break;
        nameRest.lastIndex = end;
        const rest = nameRest.exec(text)![0].length;
        if (rest === 0) break;
        end += rest - 1;
    }
    return [text.slice(offset, end)];
}

/** One code for each bucket in which the lexer sorts first characters: ASCII letters, and all that lies beyond ASCII. */
function nameStartHints(): (string | number)[] {
    const hints: (string | number)[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_'];
    for (let code = firstNonAscii; code < 256; code++) hints.push(code);
    for (let code = 256; code <= 0xffff; code += 255) hints.push(code);
    hints.push(0xffff);
    return hints;
}

const namePattern = /^[A-Za-z]/;

/**
 * The words of the language are not reserved. A word is lexed as a name; {@link IacsLexer} then gives it the token type of the
 * word (which stands for the word alone) or its twin (which stands for the word and for a name).
 */
export class IacsTokenBuilder extends DefaultTokenBuilder {
    override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenType[] {
        const tokens = super.buildTokens(grammar, options) as TokenType[];
        const id = tokens.find(token => token.name === 'ID')!;
        id.PATTERN = matchName;
        id.START_CHARS_HINT = nameStartHints();
        id.LINE_BREAKS = false;
        matchByHand(tokens);
        const twins: TokenType[] = [];
        for (const token of tokens) {
            if (typeof token.PATTERN !== 'string' || !namePattern.test(token.PATTERN)) continue;
            token.PATTERN = ChevrotainLexer.NA;
            delete token.LONGER_ALT;
            twins.push({ name: `${token.name} (or a name)`, PATTERN: ChevrotainLexer.NA, CATEGORIES: [token, id] });
        }
        // `::1` is an address and no colon, so addresses are tried first.
        const address = tokens.find(token => token.name === 'ADDRESS')!;
        return [address, ...tokens.filter(token => token !== address), ...twins];
    }

    /** Words are never lexed as such, and no terminal begins with a symbol: there is nothing longer to prefer. */
    protected override findLongerAlt(): TokenType[] {
        return [];
    }
}

/** What a list, a path or a question goes on with, so that a name may follow on the next line. */
const continuing = new Set([',', '.', '->', '<->', '--', 'and', 'between', 'to', 'from', 'through', 'by']);

/** What stands at the top level of a file. */
const declarations = new Set(['import', 'system', 'zone', 'conduit', 'type', 'protocol', 'countermeasure', 'threat', 'invariant', 'view', 'flow']);

/** Words that a name follows. */
const declaring = new Set([...declarations, 'asset']);

/** What may follow a name that is written like a declaration: `mitigated by`, then a countermeasure called `flow`, then `to`. */
const clauses = new Set([...continuing, 'because', 'evidence', 'due', 'until']);

export const notClosed = 'This block is not closed: a } is missing.';

/** No file of a plant nests deeper; a parser that recurses would run out of stack long after. */
export const deepestNesting = 64;

/** Sorts out words and names after lexing, and keeps what cannot be read from harming the rest. */
export class IacsLexer extends DefaultLexer {
    private readonly words = new Map<string, { readonly word: TokenType; readonly wordOrName: TokenType }>();
    private readonly id: TokenType;
    /** The types of the words behind which a new name stands. */
    private readonly named = new Set<TokenType>();

    constructor(services: LangiumCoreServices) {
        super(services);
        this.id = this.tokenTypes['ID']!;
        for (const [name, twin] of Object.entries(this.tokenTypes)) {
            const word = twin.CATEGORIES;
            if (!Array.isArray(word) || !name.endsWith(' (or a name)')) continue;
            this.words.set(tokenName(word[0]!), { word: word[0]!, wordOrName: twin });
            if (declaring.has(tokenName(word[0]!)) && !['import', 'flow'].includes(tokenName(word[0]!))) this.named.add(word[0]!).add(twin);
        }
        this.chevrotainLexer = new ChevrotainLexer(Object.values(this.tokenTypes), {
            positionTracking: 'onlyOffset',
            skipValidations: true,
            ensureOptimizations: false,
            errorMessageProvider: this.errorMessageProvider,
        });
    }

    override tokenize(text: string): LexerResult {
        const lexed = this.chevrotainLexer.tokenize(text);
        const { tokens } = lexed;
        const errors: Misread[] = lexed.errors;
        const hidden = lexed.groups['hidden'] ?? [];
        const split = new SplitNames(token => this.named.has(token.tokenType), this.id);
        let previous: IToken | undefined;
        let depth = 0;
        for (let index = 0; index < tokens.length; index++) {
            const token = tokens[index]!;
            if (token.tokenType === this.id) {
                this.sortWord(token, previous, tokens[index + 1], text);
                if (token.tokenType === this.id) this.correctWord(token, previous, tokens[index + 1], text, depth, errors);
            } else if (token.image === '{') depth++;
            else if (token.image === '}') depth--;
            else if (token.image.charCodeAt(0) === 34) {
                if (!isClosed(token.image)) errors.push(mistake(token, 'The string is not closed: add a \'"\' on the same line.'));
            } else if (isTypographicQuote(token.image)) {
                errors.push({ ...mistake(token, 'A text stands in straight quotation marks: "…".'), write: writeString(readString(token.image)) });
            }
            split.take(token, text);
            previous = token;
        }
        for (const { first, last, write } of split.found) {
            const length = last.startOffset + last.image.length - first.startOffset;
            errors.push({ ...mistake(first, `A name is one word: write ${write}.`), length, write });
        }
        for (const comment of hidden) {
            if (comment.image.startsWith('/*') && (comment.image.length < 4 || !comment.image.endsWith('*/'))) {
                errors.push(mistake({ ...comment, image: '/*' }, "The comment is not closed: add '*/'."));
            }
        }
        return { tokens: split.rest.size === 0 ? tokens : tokens.filter(token => !split.rest.has(token)), hidden, errors };
    }

    /**
     * Makes tokens fit for a parser that recurses and that reads unfinished text: what is nested too deep is left out, and blocks that
     * are never closed are closed. Both are added to the errors.
     */
    repair(tokens: IToken[], text: string, errors: LexerResult['errors']): IToken[] {
        return this.closeBlocks(this.cutDepth(tokens, errors), text, errors);
    }

    /**
     * A block that somebody is still writing would swallow the rest of the file. Where braces are missing, a declaration at the very
     * start of a line ends the blocks around it: that is where the formatter puts those of the top level, and nothing else.
     */
    private closeBlocks(tokens: IToken[], text: string, errors: LexerResult['errors']): IToken[] {
        const balance = tokens.reduce((sum, { image }) => sum + (image === '{' ? 1 : image === '}' ? -1 : 0), 0);
        if (balance <= 0) return tokens;
        const brace = this.tokenTypes['}']!;
        const repaired: IToken[] = [];
        const open: IToken[] = [];
        for (const token of tokens) {
            const before = text.charCodeAt(token.startOffset - 1);
            if (open.length > 0 && (before === 10 || before === 13) && declarations.has(token.image) && token.tokenType !== this.id) {
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

    /** A word that stands first on a line begins a statement, unless the line before goes on; anywhere else it may be a name. */
    private sortWord(token: IToken, previous: IToken | undefined, next: IToken | undefined, text: string): void {
        const types = this.words.get(token.image);
        if (!types) return;
        const first = standsFirst(text, token.startOffset);
        const goesOn = first && previous !== undefined && continuing.has(previous.image) && !this.declares(token, next, text);
        const type = goesOn || !first ? types.wordOrName : types.word;
        token.tokenType = type;
        token.tokenTypeIdx = type.tokenTypeIdx!;
    }

    /**
     * A name that stands first on a line, with another name behind it, means nothing. Where a word of the language was meant, the line
     * is read with it: otherwise the whole block behind it would be lost, and every line of it a mistake.
     */
    private correctWord(token: IToken, previous: IToken | undefined, next: IToken | undefined, text: string, depth: number, errors: Misread[]): void {
        if (next?.tokenType !== this.id || !standsFirst(text, token.startOffset)) return;
        if ((previous !== undefined && continuing.has(previous.image)) || clauses.has(next.image) || !sameLine(token, next, text)) return;
        const meant = nearest(token.image, statementWords.map(({ word }) => word)) ?? [...declaring].find(word => token.image.endsWith(word)) ?? '';
        const word = this.words.get(meant)?.word;
        if (!declaring.has(meant) || !word) return;
        errors.push({ ...mistake(token, `Expected a statement${depth > 0 ? " or '}'" : ''}, but found '${token.image}'; did you mean ${meant}?`), write: meant });
        token.tokenType = word;
        token.tokenTypeIdx = word.tokenTypeIdx!;
    }

    /** True for a word that stands first on a line and begins a statement there. */
    beginsStatement(token: IToken): boolean {
        return this.words.get(token.image)?.word === token.tokenType;
    }

    /** True where a name follows on the same line: no list has two names side by side, so the line before was left unfinished. */
    private declares(token: IToken, next: IToken | undefined, text: string): boolean {
        return next !== undefined && declaring.has(token.image) && next.tokenType === this.id && !clauses.has(next.image)
            && sameLine(token, next, text);
    }

    private cutDepth(tokens: IToken[], errors: LexerResult['errors']): IToken[] {
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
}

function isClosed(image: string): boolean {
    if (image.length < 2 || !image.endsWith('"')) return false;
    let slashes = 0;
    while (image.charAt(image.length - 2 - slashes) === '\\') slashes++;
    return slashes % 2 === 0;
}

/** A mistake of the lexer, and what would be right in its place where that is plain. */
export type Misread = LexerResult['errors'][number] & { readonly write?: string };

function standsFirst(text: string, offset: number): boolean {
    for (let at = offset - 1; at >= 0; at--) {
        const code = text.charCodeAt(at);
        if (code === 10 || code === 13) return true;
        if (code !== 32 && code !== 9) return false;
    }
    return true;
}

function sameLine(token: IToken, next: IToken, text: string): boolean {
    return !/[\r\n]/.test(text.slice(token.startOffset, next.startOffset));
}

function mistake(token: IToken, message: string): Misread {
    return { message, offset: token.startOffset, length: token.image.length, line: undefined, column: undefined };
}
