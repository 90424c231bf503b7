import type { DocumentSymbol, DocumentSymbolParams } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { StatementTree } from '../syntax/index.ts';
import { readString, statementsOf } from '../syntax/index.ts';
import type { DocumentView } from './feature.ts';
import { documentFeature } from './feature.ts';

/** The symbol kinds of what has a name: editors know no zones, so each gets a kind of its own that looks different. */
export const symbolKinds: ReadonlyMap<string, SymbolKind> = new Map<string, SymbolKind>([
    ['System', SymbolKind.Namespace],
    ['Zone', SymbolKind.Module],
    ['Within', SymbolKind.Module],
    ['Conduit', SymbolKind.Struct],
    ['Asset', SymbolKind.Object],
    ['Flow', SymbolKind.Event],
    ['AssetType', SymbolKind.Class],
    ['Protocol', SymbolKind.Interface],
    ['Countermeasure', SymbolKind.Function],
    ['Threat', SymbolKind.Operator],
    ['Invariant', SymbolKind.Boolean],
    ['PlantFunction', SymbolKind.Function],
    ['Island', SymbolKind.Boolean],
    ['Advisory', SymbolKind.Array],
    ['Ruleset', SymbolKind.Array],
    ['Observation', SymbolKind.Array],
    ['Party', SymbolKind.Object],
    ['Programme', SymbolKind.Property],
    ['View', SymbolKind.Package],
]);

/** `textDocument/documentSymbol`: the outline, also of a file that is half written. */
export const documentSymbols = documentFeature<DocumentSymbolParams, DocumentSymbol[]>({
    method: 'textDocument/documentSymbol',
    capability: { documentSymbolProvider: { label: 'IEC 62443 model' } },
    waitsFor: 'text',
    answer: view => symbolsOf(statementsOf(view.parsed.file), view),
});

function symbolsOf(statements: readonly StatementTree[], view: DocumentView): DocumentSymbol[] {
    return statements.flatMap(statement => {
        const kind = symbolKinds.get(statement.$type);
        if (kind === undefined) return [];
        const children = symbolsOf(statementsOf(statement), view);
        const range = view.lines.rangeOf(statement);
        if (statement.$type === 'Flow') {
            if (!statement.source || !statement.target) return [];
            const at = { start: statement.source.start, end: statement.target.end };
            const name = view.text.slice(at.start, at.end).replace(/\s+/g, ' ');
            const protocols = (statement.protocols ?? []).map(protocol => protocol.text).join(', ');
            return [
                {
                    name,
                    kind,
                    range,
                    selectionRange: view.lines.rangeOf(at),
                    ...(protocols === '' ? {} : { detail: protocols }),
                },
            ];
        }
        if (statement.$type === 'Within' && statement.zone) {
            return [
                {
                    name: `within ${view.text.slice(statement.zone.start, statement.zone.end)}`,
                    kind,
                    range,
                    selectionRange: view.lines.rangeOf(statement.zone),
                    children,
                },
            ];
        }
        const detail = 'title' in statement && statement.title ? readString(statement.title.text) : '';
        if (statement.$type === 'Programme') {
            const word = { start: statement.start, end: statement.start + 'programme'.length };
            return [{ name: 'programme', kind, range, selectionRange: view.lines.rangeOf(word), detail, children }];
        }
        if (!('name' in statement) || !statement.name) return children;
        return [
            {
                name: statement.name.text,
                kind,
                range,
                selectionRange: view.lines.rangeOf(statement.name),
                detail,
                children,
            },
        ];
    });
}
