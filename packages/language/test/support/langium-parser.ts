import type { IToken, TokenType } from 'chevrotain';
import { Lexer as ChevrotainLexer } from 'chevrotain';
import type { Grammar, LangiumCoreServices, Lexer, LexerResult, TokenBuilderOptions } from 'langium';
import {
    AbstractLangiumParser,
    AstUtils,
    createDefaultCoreModule,
    createDefaultSharedCoreModule,
    createParser,
    DefaultTokenBuilder,
    EmptyFileSystem,
    GrammarAST,
    inject,
} from 'langium';
import type { File } from '../../src/syntax/generated/ast.ts';
import { IacsGeneratedModule, IacsGeneratedSharedModule } from '../../src/syntax/generated/module.ts';
import { lex } from '../../src/syntax/lex.ts';
import { kinds, wordKinds } from '../../src/syntax/parser/generated/kinds.ts';
import type { Tree } from '../../src/syntax/tree.ts';

/**
 * The parser that Langium makes of the grammar: what our own parser, which is written from the same grammar, is held
 * against. It takes our
 * tokens and grows our trees.
 */

type AbstractElement = GrammarAST.AbstractElement;
type Assignment = GrammarAST.Assignment;
type RuleBody = (args: Record<string, boolean>) => unknown;

interface Growing {
    $type: string;
    start: number;
    end: number;
    [feature: string]: unknown;
}

const orName = ' (or a name)';

/** The token types of the grammar; each word of the language has a twin, which stands for the word and for a name. */
class TokenBuilder extends DefaultTokenBuilder {
    override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenType[] {
        const tokens = super.buildTokens(grammar, options) as TokenType[];
        const id = tokens.find(token => token.name === 'ID')!;
        const words = tokens.filter(token => typeof token.PATTERN === 'string' && /^[A-Za-z]/.test(token.PATTERN));
        return [
            ...tokens,
            ...words.map(word => ({
                name: `${word.name}${orName}`,
                PATTERN: ChevrotainLexer.NA,
                CATEGORIES: [word, id],
            })),
        ];
    }
}

class TokensOfTheLanguage implements Lexer {
    readonly definition: Record<string, TokenType>;
    private readonly types: TokenType[] = [];

    constructor(services: LangiumCoreServices) {
        const tokens = services.parser.TokenBuilder.buildTokens(services.Grammar, {
            caseInsensitive: false,
        }) as TokenType[];
        this.definition = Object.fromEntries(tokens.map(token => [token.name, token]));
        for (const [name, kind] of [...Object.entries(kinds), ...wordKinds]) {
            this.types[kind] = this.definition[name]!;
            if (kind > kinds.ID) this.types[kind + 1] = this.definition[`${name}${orName}`]!;
        }
    }

    tokenize(text: string): LexerResult {
        const { tokens, errors } = lex(text);
        return {
            tokens: tokens.map(({ kind, image, start }): IToken => {
                const tokenType = this.types[kind]!;
                return { image, startOffset: start, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
            }),
            hidden: [],
            errors: errors.map(({ message, start, end }) => ({
                message,
                offset: start,
                length: end - start,
                line: undefined,
                column: undefined,
            })),
        };
    }
}

class LangiumParser extends AbstractLangiumParser {
    private readonly stack: Growing[] = [];

    constructor(services: LangiumCoreServices) {
        super(services, false);
    }

    parse(text: string): { readonly file: Tree<File>; readonly mistakes: number } {
        const { tokens, errors } = this.lexer.tokenize(text);
        this.stack.length = 0;
        this.wrapper.input = tokens;
        this.wrapper.rule(this.mainRule);
        return { file: this.stack[0] as unknown as Tree<File>, mistakes: errors.length + this.wrapper.errors.length };
    }

    override rule(rule: GrammarAST.ParserRule | GrammarAST.InfixRule, body: RuleBody): RuleBody {
        const isFragment = GrammarAST.isParserRule(rule) && rule.fragment;
        const method = this.wrapper.DEFINE_RULE(`${rule.name}\u200B`, args => {
            if (!this.isRecording() && !isFragment) this.stack.push({ $type: rule.name, start: -1, end: -1 });
            body(args);
        });
        this.allRules.set(rule.name, method);
        if (GrammarAST.isParserRule(rule) && rule.entry) this.mainRule = method;
        return method;
    }

    override consume(
        index: number,
        tokenType: Parameters<AbstractLangiumParser['consume']>[1],
        feature: AbstractElement,
    ): void {
        const token = this.wrapper.wrapConsume(index, tokenType);
        if (this.isRecording() || token.isInsertedInRecovery || Number.isNaN(token.startOffset)) return;
        const node = this.stack.at(-1)!;
        const [start, end] = [token.startOffset, token.startOffset + token.image.length];
        if (node.start < 0) node.start = start;
        node.end = end;
        assign(node, feature, { text: token.image, start, end });
    }

    override subrule(
        index: number,
        rule: RuleBody,
        fragment: boolean,
        feature: AbstractElement,
        args: Record<string, boolean>,
    ): void {
        if (this.isRecording() || fragment) {
            this.wrapper.wrapSubrule(index, rule, args);
            return;
        }
        const depth = this.stack.length;
        try {
            this.wrapper.wrapSubrule(index, rule, args);
        } finally {
            const node = this.stack[depth];
            this.stack.length = depth;
            if (node && node.end >= 0) this.grow(node, feature);
        }
    }

    override action(): void {
        throw new Error('The grammar has no actions.');
    }

    private grow(node: Growing, feature: AbstractElement): void {
        const parent = this.stack.at(-1)!;
        if (!assignmentOf(feature)) {
            this.stack[this.stack.length - 1] = node;
            return;
        }
        if (parent.start < 0) parent.start = node.start;
        parent.end = node.end;
        assign(parent, feature, node);
    }
}

function assignmentOf(feature: AbstractElement): Assignment | undefined {
    return AstUtils.getContainerOfType(feature, GrammarAST.isAssignment);
}

function assign(node: Growing, feature: AbstractElement, value: unknown): void {
    const assignment = assignmentOf(feature);
    if (!assignment) return;
    if (assignment.operator === '+=')
        node[assignment.feature] = [...((node[assignment.feature] as unknown[] | undefined) ?? []), value];
    else node[assignment.feature] = value;
}

let parser: LangiumParser | undefined;

/** Reads a text by Langium's parser: a tree of plain nodes, and how many mistakes there are. */
export function parseByLangium(text: string): { readonly file: Tree<File>; readonly mistakes: number } {
    if (!parser) {
        const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), IacsGeneratedSharedModule);
        const services: LangiumCoreServices = inject(createDefaultCoreModule({ shared }), IacsGeneratedModule, {
            // One token decides everywhere in the grammar.
            parser: {
                ParserConfig: () => ({ maxLookahead: 1 }),
                TokenBuilder: () => new TokenBuilder(),
                Lexer: (all: LangiumCoreServices) => new TokensOfTheLanguage(all),
            },
        });
        parser = createParser(services.Grammar, new LangiumParser(services), services.parser.Lexer.definition);
        parser.finalize();
    }
    return parser.parse(text);
}
