/** The colours of the text, by the same TextMate grammar that VS Code uses. */
import { HighlightStyle, StreamLanguage, type StreamParser } from '@codemirror/language';
import { tags, type Tag } from '@lezer/highlight';
import type { IGrammar, IOnigLib, IToken, OnigScanner, StateStack } from 'vscode-textmate';
import textmate from 'vscode-textmate';

const { INITIAL, parseRawGrammar, Registry } = textmate;

type Captures = ReturnType<OnigScanner['findNextMatchSync']>;

/**
 * The patterns of a grammar as expressions of JavaScript. Ours use nothing that only Oniguruma has, so its WebAssembly
 * stays out of the page; a test compiles all of them.
 */
export class PatternScanner {
    private readonly patterns: readonly RegExp[];

    constructor(sources: readonly string[]) {
        this.patterns = sources.map(source => new RegExp(source, 'dgmu'));
    }

    findNextMatchSync(text: string | { readonly content: string }, start: number): Captures {
        const content = typeof text === 'string' ? text : text.content;
        let best: { readonly index: number; readonly match: RegExpExecArray } | null = null;
        for (const [index, pattern] of this.patterns.entries()) {
            pattern.lastIndex = start;
            const match = pattern.exec(content);
            if (match && (best === null || match.index < best.match.index)) best = { index, match };
        }
        if (best === null) return null;
        const captureIndices = (best.match.indices ?? []).map(pair => {
            const [from, to] = pair ?? [best.match.index, best.match.index];
            return { start: from, end: to, length: to - from };
        });
        return { index: best.index, captureIndices };
    }

    dispose(): void {}
}

const onigLib: IOnigLib = {
    createOnigScanner: sources => new PatternScanner(sources),
    createOnigString: content => ({ content, dispose() {} }),
};

/** What a scope is in the words of CodeMirror: the first that a scope begins with. */
const kinds: readonly (readonly [scope: string, tag: Tag])[] = [
    ['comment', tags.comment],
    ['punctuation.definition.comment', tags.comment],
    ['constant.character.escape', tags.escape],
    ['string', tags.string],
    ['punctuation.definition.string', tags.string],
    ['storage.type', tags.definitionKeyword],
    ['entity.name', tags.definition(tags.typeName)],
    ['support.type', tags.typeName],
    ['support.constant', tags.labelName],
    ['keyword.operator', tags.operator],
    ['keyword', tags.keyword],
    ['constant.numeric', tags.number],
    ['constant', tags.atom],
    ['punctuation', tags.punctuation],
];

const tokenTable = Object.fromEntries(kinds.map(([scope, tag]) => [scope.replaceAll('.', '-'), tag]));

function kindOf({ scopes }: IToken): string | null {
    const innermost = scopes.at(-1) ?? '';
    const kind = kinds.find(([scope]) => innermost.startsWith(scope));
    return kind ? kind[0].replaceAll('.', '-') : null;
}

interface State {
    stack: StateStack;
    tokens: readonly IToken[];
}

function parserOf(grammar: IGrammar): StreamParser<State> {
    const read = (state: State, line: string): void => {
        const { tokens, ruleStack } = grammar.tokenizeLine(line, state.stack);
        state.tokens = tokens;
        state.stack = ruleStack;
    };
    return {
        name: 'iacs',
        startState: () => ({ stack: INITIAL, tokens: [] }),
        copyState: state => ({ ...state }),
        blankLine: state => read(state, ''),
        token(stream, state) {
            if (stream.sol()) read(state, stream.string);
            const token = state.tokens.find(each => each.startIndex <= stream.pos && stream.pos < each.endIndex);
            if (!token) {
                stream.skipToEnd();
                return null;
            }
            stream.pos = Math.min(token.endIndex, stream.string.length);
            return kindOf(token);
        },
        tokenTable,
        languageData: {
            commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
            closeBrackets: { brackets: ['{', '"'] },
            indentOnInput: /^\s*\}$/u,
        },
    };
}

/** @param text the TextMate grammar, as JSON */
export async function languageOf(text: string): Promise<StreamLanguage<unknown>> {
    const registry = new Registry({
        onigLib: Promise.resolve(onigLib),
        loadGrammar: () => Promise.resolve(parseRawGrammar(text, 'iacs.json')),
    });
    const grammar = await registry.loadGrammar('source.iacs');
    if (!grammar) throw new Error('The page has no grammar.');
    return StreamLanguage.define(parserOf(grammar)) as StreamLanguage<unknown>;
}

/** Colours are variables of the page, so that light and dark are one style. */
export const colours = HighlightStyle.define([
    { tag: tags.comment, color: 'var(--text-comment)', fontStyle: 'italic' },
    { tag: tags.definitionKeyword, color: 'var(--text-declaration)', fontWeight: '600' },
    { tag: tags.keyword, color: 'var(--text-keyword)' },
    { tag: tags.definition(tags.typeName), color: 'var(--text-name)', fontWeight: '600' },
    { tag: [tags.typeName, tags.labelName], color: 'var(--text-type)' },
    { tag: [tags.string, tags.escape], color: 'var(--text-string)' },
    { tag: [tags.number, tags.atom], color: 'var(--text-value)' },
    { tag: [tags.operator, tags.punctuation], color: 'var(--text-operator)' },
]);
