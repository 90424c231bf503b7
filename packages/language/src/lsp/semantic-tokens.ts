import type { SemanticTokens, SemanticTokensParams, SemanticTokensRangeParams } from 'vscode-languageserver';
import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { Span } from '../model/index.ts';
import type { Leaf, NameKind, RequirementRef, StatementTree, Tree } from '../syntax/index.ts';
import { kindOfNode, statementsOf } from '../syntax/index.ts';
import type { DocumentView } from './feature.ts';
import { documentFeature } from './feature.ts';
import { modelOf } from './model-of.ts';

const types = [
    'namespace',
    'struct',
    'variable',
    'class',
    'interface',
    'function',
    'event',
    'property',
    'enumMember',
    'number',
    'keyword',
    'type',
] as const;
type TokenType = (typeof types)[number];
const modifiers = ['declaration', 'defaultLibrary'] as const;

/** What stands for which kind of name: themes colour them as they colour the like of a program. */
const byKind: Readonly<Record<NameKind, TokenType>> = {
    system: 'namespace',
    zone: 'namespace',
    conduit: 'struct',
    asset: 'variable',
    type: 'class',
    protocol: 'interface',
    countermeasure: 'function',
    threat: 'event',
    invariant: 'property',
    view: 'type',
    ruleset: 'type',
    observation: 'type',
    function: 'function',
    island: 'property',
    advisory: 'type',
    party: 'class',
};

const legend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };
const capability = { semanticTokensProvider: { legend, full: true, range: true } };

interface Painted extends Span {
    readonly type: TokenType;
    readonly modifier: number;
}

/** `textDocument/semanticTokens/full`: names by what they name, which no pattern knows. */
export const semanticTokens = documentFeature<SemanticTokensParams, SemanticTokens>({
    method: 'textDocument/semanticTokens/full',
    capability,
    waitsFor: 'model',
    answer: view => build(view, { start: 0, end: view.text.length }),
});

/** `textDocument/semanticTokens/range`. */
export const semanticTokensRange = documentFeature<SemanticTokensRangeParams, SemanticTokens>({
    method: 'textDocument/semanticTokens/range',
    capability,
    waitsFor: 'model',
    answer: (view, params) => build(view, view.lines.spanOf(params.range)),
});

function build(view: DocumentView, range: Span): SemanticTokens {
    const {
        lowered: { names, files },
    } = modelOf(view);
    const found: Painted[] = [];
    const paint = (span: Span | undefined, type: TokenType, modifier = 0): void => {
        if (span && span.end >= range.start && span.start <= range.end)
            found.push({ start: span.start, end: span.end, type, modifier });
    };
    for (const link of files.find(file => file.uri === view.uri)?.links ?? []) {
        const declared = link.kind === 'type' || link.kind === 'protocol' ? names.find(link.kind, link.id) : undefined;
        paint(link, byKind[link.kind], declared && names.isBuiltIn(declared) ? 2 : 0);
    }
    paintStatements(statementsOf(view.parsed.file), range, paint);
    found.sort((a, b) => a.start - b.start || a.end - b.end);
    const builder = new SemanticTokensBuilder();
    let end = -1;
    for (const token of found) {
        if (token.start < end) continue;
        end = token.end;
        const { line, character } = view.lines.positionAt(token.start);
        builder.push(line, character, token.end - token.start, types.indexOf(token.type), token.modifier);
    }
    return builder.build();
}

function paintStatements(
    statements: readonly StatementTree[],
    range: Span,
    paint: (span: Span | undefined, type: TokenType, modifier?: number) => void,
): void {
    for (const statement of statements) {
        if (statement.end < range.start || statement.start > range.end) continue;
        const kind = kindOfNode(statement.$type);
        if (kind && 'name' in statement) paint(statement.name, byKind[kind], 1);
        if ('key' in statement) paint(statement.key, 'keyword');
        if (
            statement.$type === 'WordFact' ||
            statement.$type === 'CategoryFact' ||
            statement.$type === 'TargetRuleFact'
        )
            paint(statement.value, 'enumMember');
        if (statement.$type === 'WordsFact' || statement.$type === 'SecuredFact')
            statement.values?.forEach((value: Leaf) => paint(value, 'enumMember'));
        if (statement.$type === 'AcceptFact') paint(statement.rule, 'property');
        if (statement.$type === 'RequirementFact')
            statement.requirements?.forEach(reference => partsOf(reference).forEach(part => paint(part, 'number')));
        paintStatements(statementsOf(statement), range, paint);
    }
}

/** The words of a requirement, one by one: a token may not go over the end of a line. */
function partsOf({ kind, number, enhancement, level }: Tree<RequirementRef>): readonly Leaf[] {
    return [kind, number, enhancement, level].filter(part => part !== undefined);
}
