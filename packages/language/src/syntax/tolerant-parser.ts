import type { LangiumCoreServices, LexerResult } from 'langium';
import { AbstractLangiumParser, GrammarAST, AstUtils, createParser } from 'langium';
import type { File } from './generated/ast.ts';
import { newNode } from './strict/generated/nodes.ts';
import { typedAs } from './hints.ts';
import type { Misread } from './lex.ts';
import { lex, notClosed, repaired } from './lex.ts';
import { syntaxServices } from './services.ts';
import type { IacsLexer } from './tokens.ts';
import type { Leaf, Tree } from './tree.ts';

type AbstractElement = GrammarAST.AbstractElement;
type Assignment = GrammarAST.Assignment;

type Choices = Parameters<AbstractLangiumParser['alternatives']>;

interface Growing {
    $type: string;
    start: number;
    end: number;
    [feature: string]: unknown;
}

type RuleBody = (args: Record<string, boolean>) => unknown;
type RuleMethod = (args: Record<string, boolean>) => unknown;

/** A mistake in the grammar of the text, with the offsets of what stands in the way. */
export interface SyntaxMistake {
    readonly message: string;
    readonly start: number;
    readonly end: number;
    /** What would be right in its place, where that is plain. */
    readonly write?: string;
}

/**
 * A parser over Langium's grammar that grows {@link Tree} nodes directly. Langium's own parser builds a concrete syntax tree
 * beside the AST and links it node by node; nothing here reads one, and it was two thirds of the time and memory of a parse.
 */
export class TolerantParser extends AbstractLangiumParser {
    private readonly stack: Growing[] = [];
    /** The choices of the rule `Statement`, kept from its first run: Langium's builder makes them anew for each statement. */
    private statementChoices: Choices | undefined;
    private readonly assignments = new Map<AbstractElement, Assignment | null>();

    constructor(services: LangiumCoreServices) {
        super(services, false);
        // A parser that looks for a name would leave out the first word of the next statement, and take that statement's name.
        const wrapper = this.wrapper as unknown as { LA(ahead: number): Token; canTokenTypeBeDeletedInRecovery(): boolean };
        wrapper.canTokenTypeBeDeletedInRecovery = () => !(this.lexer as IacsLexer).beginsStatement(wrapper.LA(1));
    }

    /**
     * Parses a whole file, or a piece of one; recovers from mistakes and keeps what it understood.
     * @param isLast false for a piece with something behind it, where all blocks have to be closed
     */
    parse(text: string, isLast: boolean): { readonly file: Tree<File>; readonly mistakes: readonly SyntaxMistake[]; readonly comments: readonly Leaf[] } {
        const lexed = lex(text);
        this.stack.length = 0;
        const tokens = (this.lexer as IacsLexer).tokensOf(repaired(lexed, text, isLast));
        this.wrapper.input = tokens;
        this.wrapper.rule(this.mainRule);
        const root = this.stack[0] as unknown as Tree<File>;
        this.stack.length = 0;
        const unreadable = lexed.errors.map(error => misread(error, text));
        const ends = new Set(unreadable.map(({ end }) => end));
        // What the parser stumbles over right behind something unreadable, or twice, is one mistake.
        const misplaced = this.wrapper.errors.map(error => placed(error, tokens, text)).filter(({ start }) => !ends.has(blankBefore(text, start)))
            .filter((mistake, index, all) => !repeats(mistake, all[index - 1], text));
        // The parser would keep the tokens of the file until it reads the next one: more than a third of all the memory a check needs.
        this.wrapper.input = [];
        return {
            file: root,
            mistakes: [...unreadable, ...misplaced],
            comments: lexed.comments,
        };
    }

    override rule(rule: GrammarAST.ParserRule | GrammarAST.InfixRule, body: RuleBody): RuleMethod {
        const isFragment = GrammarAST.isParserRule(rule) && rule.fragment;
        const name = rule.name;
        const isEntry = GrammarAST.isParserRule(rule) && rule.entry;
        const method = this.wrapper.DEFINE_RULE(`${name}\u200B`, args => {
            const recording = this.isRecording();
            if (!recording && !isFragment) this.stack.push(newNode[name]?.() as Growing | undefined ?? { $type: name, start: -1, end: -1 });
            if (name === 'Statement' && !recording && this.statementChoices) this.wrapper.wrapOr(...this.statementChoices);
            else body(args);
        });
        this.allRules.set(name, method);
        if (isEntry) this.mainRule = method;
        return method;
    }

    override alternatives(...choices: Choices): void {
        if (!this.isRecording() && this.stack.at(-1)?.$type === 'Statement') this.statementChoices ??= choices;
        super.alternatives(...choices);
    }

    override consume(index: number, tokenType: Parameters<AbstractLangiumParser['consume']>[1], feature: AbstractElement): void {
        const token = this.wrapper.wrapConsume(index, tokenType);
        if (this.isRecording() || token.isInsertedInRecovery || Number.isNaN(token.startOffset)) return;
        const node = this.stack[this.stack.length - 1]!;
        const start = token.startOffset;
        const end = start + token.image.length;
        if (node.start < 0) node.start = start;
        node.end = end;
        const assignment = this.assignmentOf(feature);
        if (assignment) assign(node, assignment, { text: token.image, start, end });
    }

    override subrule(index: number, rule: RuleMethod, fragment: boolean, feature: AbstractElement, args: Record<string, boolean>): void {
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

    override action(_type: string, _action: GrammarAST.Action): void {
        throw new Error('The grammar has no actions.');
    }

    private grow(node: Growing, feature: AbstractElement): void {
        const parent = this.stack[this.stack.length - 1]!;
        const assignment = this.assignmentOf(feature);
        if (!assignment) {
            this.stack[this.stack.length - 1] = node;
            return;
        }
        if (parent.start < 0) parent.start = node.start;
        parent.end = node.end;
        assign(parent, assignment, node);
    }

    private assignmentOf(feature: AbstractElement): Assignment | undefined {
        const known = this.assignments.get(feature);
        if (known !== undefined) return known ?? undefined;
        const assignment = AstUtils.getContainerOfType(feature, GrammarAST.isAssignment);
        this.assignments.set(feature, assignment ?? null);
        return assignment;
    }
}

/** A mistake of the lexer; signs that word processors put in are told apart by what was typed. */
function misread({ message, start, end, write: known }: Misread, text: string): SyntaxMistake {
    const write = known ?? typedAs.get(text.slice(start, Math.min(end, start + 3)));
    return write === undefined ? { message, start, end } : { message, start, end, write };
}

/**
 * True for a mistake that says nothing beside the one before it: at the same place, or, on the same line, the same again or words that are
 * left over because the sentence was not understood.
 */
function repeats(mistake: SyntaxMistake, before: SyntaxMistake | undefined, text: string): boolean {
    if (!before) return false;
    if (before.start === mistake.start) return true;
    const again = before.message === mistake.message || mistake.message.startsWith('Expected a statement');
    return again && !text.slice(before.start, mistake.start).includes('\n');
}

/** The offset at which the blanks before an offset begin, on the same line. */
function blankBefore(text: string, offset: number): number {
    let at = offset;
    while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
    return at;
}

type ParserError = AbstractLangiumParser['wrapper']['errors'][number];
type Token = LexerResult['tokens'][number];

/**
 * The place of a mistake: what stands in the way, or, where the line ends too early, the last word before. A block that is never closed
 * is blamed at its opening brace.
 */
function placed(error: ParserError, tokens: readonly Token[], text: string): SyntaxMistake {
    const { message, token } = error;
    const { previousToken } = error as ParserError & { readonly previousToken?: Token };
    const atEnd = !(token.startOffset >= 0);
    if (atEnd) {
        const open = unclosedBrace(tokens);
        if (open) return { message: notClosed, start: open.startOffset, end: open.startOffset + 1 };
    }
    const before = previousToken && previousToken.startOffset >= 0 ? previousToken : tokens.at(-1);
    const startsLine = !atEnd && before !== undefined && text.slice(endOf(before), token.startOffset).includes('\n');
    if (!atEnd && !(startsLine && token.image !== '}' && /^Expected (?!a statement)/.test(message))) {
        return { message, start: token.startOffset, end: endOf(token) };
    }
    return before ? { message, start: before.startOffset, end: endOf(before) } : { message, start: 0, end: Math.min(1, text.length) };
}

function endOf(token: Token): number {
    return token.startOffset + token.image.length;
}

function unclosedBrace(tokens: readonly Token[]): Token | undefined {
    const open: Token[] = [];
    for (const token of tokens) {
        if (token.image === '{') open.push(token);
        else if (token.image === '}') open.pop();
    }
    return open.at(-1);
}

function assign(node: Growing, assignment: Assignment, value: unknown): void {
    if (assignment.operator !== '+=') {
        node[assignment.feature] = value;
        return;
    }
    const list = node[assignment.feature] as unknown[] | undefined;
    if (list) list.push(value);
    else node[assignment.feature] = [value];
}

/** Builds the parser of the language: reads the grammar once, which takes some milliseconds. */
export function createTolerantParser(): TolerantParser {
    const services = syntaxServices();
    const parser = createParser(services.Grammar, new TolerantParser(services), services.parser.Lexer.definition);
    parser.finalize();
    return parser;
}
