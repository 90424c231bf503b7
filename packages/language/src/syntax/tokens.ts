import type { Grammar, Lexer, LexerResult, LangiumCoreServices, TokenBuilderOptions } from 'langium';
import { DefaultTokenBuilder } from 'langium';
import type { IToken, TokenType } from 'chevrotain';
import { Lexer as ChevrotainLexer } from 'chevrotain';
import type { Token } from './lex.ts';
import { lex } from './lex.ts';
import { kinds, wordKinds } from './strict/generated/kinds.ts';

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

/** Makes the tokens of Langium's parser out of those of the language. */
export class IacsLexer implements Lexer {
    readonly definition: Record<string, TokenType>;
    private readonly types: TokenType[] = [];

    constructor(services: LangiumCoreServices) {
        const tokens = services.parser.TokenBuilder.buildTokens(services.Grammar, { caseInsensitive: false }) as TokenType[];
        this.definition = Object.fromEntries(tokens.map(token => [token.name, token]));
        for (const [name, kind] of [...Object.entries(kinds), ...wordKinds]) {
            this.types[kind] = this.definition[name]!;
            if (kind > kinds.ID) this.types[kind + 1] = this.definition[`${name}${orName}`]!;
        }
    }

    tokenize(text: string): LexerResult {
        const { tokens, comments, errors } = lex(text);
        return {
            tokens: this.tokensOf(tokens),
            hidden: comments.map(comment => ({ image: comment.text, startOffset: comment.start }) as IToken),
            errors: errors.map(({ message, start, end }) => ({ message, offset: start, length: end - start, line: undefined, column: undefined })),
        };
    }

    /** The same tokens as Langium's parser takes them. */
    tokensOf(tokens: readonly Token[]): IToken[] {
        return tokens.map(({ kind, image, start, inserted }) => {
            const tokenType = this.types[kind]!;
            const token: IToken = { image, startOffset: start, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
            return inserted ? { ...token, isInsertedInRecovery: true } : token;
        });
    }

    /** True for a word that stands first on a line and begins a statement there. */
    beginsStatement(token: IToken): boolean {
        return wordKinds.has(token.image) && this.definition[token.image] === token.tokenType;
    }
}
