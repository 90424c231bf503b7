import type { FoldingRange, FoldingRangeParams, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { FoldingRangeKind } from 'vscode-languageserver';
import type { Span } from '../model/index.ts';
import type { Leaf, StatementTree } from '../syntax/index.ts';
import { statementsOf } from '../syntax/index.ts';
import type { DocumentView } from './feature.ts';
import { documentFeature } from './feature.ts';

/** `textDocument/foldingRange`: blocks, comments, and the imports at the top. */
export const foldingRanges = documentFeature<FoldingRangeParams, FoldingRange[]>({
    method: 'textDocument/foldingRange',
    capability: { foldingRangeProvider: true },
    waitsFor: 'text',
    answer(view) {
        const ranges: FoldingRange[] = [];
        const fold = (start: number, end: number, kind?: FoldingRangeKind): void => {
            const [startLine, endLine] = [view.lines.positionAt(start).line, view.lines.positionAt(end).line];
            const last = kind === undefined ? endLine - 1 : endLine;
            if (last > startLine) ranges.push({ startLine, endLine: last, ...(kind ? { kind } : {}) });
        };
        const visit = (statements: readonly StatementTree[]): void => {
            for (const statement of statements) {
                if ('open' in statement && statement.open)
                    fold(statement.open.start, statement.close?.start ?? statement.end);
                visit(statementsOf(statement));
            }
        };
        const statements = statementsOf(view.parsed.file);
        visit(statements);
        for (const group of commentGroups(view)) fold(group.start, group.end, FoldingRangeKind.Comment);
        const imports = statements.filter(statement => statement.$type === 'Import');
        if (imports.length > 1) fold(imports[0]!.start, imports.at(-1)!.end, FoldingRangeKind.Imports);
        return ranges;
    },
});

/** Comments that follow each other line by line, as one. */
function commentGroups(view: DocumentView): Span[] {
    const groups: { start: number; end: number }[] = [];
    for (const comment of view.parsed.comments) {
        const last = groups.at(-1);
        if (
            last &&
            comment.text.startsWith('//') &&
            /^[ \t]*\r?\n[ \t]*$/.test(view.text.slice(last.end, comment.start))
        )
            last.end = comment.end;
        else groups.push({ start: comment.start, end: comment.end });
    }
    return groups;
}

function isSpan(value: unknown): value is Leaf | Span {
    return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

/** `textDocument/selectionRange`: the word, then the statements and blocks around it. */
export const selectionRanges = documentFeature<SelectionRangeParams, SelectionRange[]>({
    method: 'textDocument/selectionRange',
    capability: { selectionRangeProvider: true },
    waitsFor: 'text',
    answer: (view, params) =>
        params.positions.map(position => {
            const offset = view.lines.offsetAt(position);
            const spans = [{ start: 0, end: view.text.length }, ...spansAround(view.parsed.file, offset)];
            return spans.reduce<SelectionRange | undefined>(
                (parent, span) => ({ range: view.lines.rangeOf(span), ...(parent ? { parent } : {}) }),
                undefined,
            )!;
        }),
});

/** The extents of the nodes around an offset, widest first, each inside the one before. */
function spansAround(node: object, offset: number): Span[] {
    const spans: Span[] = [];
    const add = (span: Span): void => {
        const last = spans.at(-1);
        if (last && last.start === span.start && last.end === span.end) return;
        spans.push({ start: span.start, end: span.end });
    };
    for (let current: object | undefined = node; current;) {
        const parts: unknown[] = Object.values(current).flat();
        const { open, close } = current as { open?: Leaf; close?: Leaf };
        if (open && close && open.end <= offset && offset <= close.start) {
            add({ start: open.start, end: close.end });
            add({ start: open.end, end: close.start });
        }
        current = parts.find((part): part is Span => isSpan(part) && part.start <= offset && offset <= part.end);
        if (current) add(current as Span);
    }
    return spans;
}
