import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import type { Span } from '../model/index.ts';
import { formatEdits } from '../syntax/index.ts';
import type { DocumentView } from './feature.ts';
import { documentFeature } from './feature.ts';

function edits(view: DocumentView, range?: Span): TextEdit[] {
    return formatEdits(view.text, range).map(edit => ({ range: view.lines.rangeOf(edit), newText: edit.text }));
}

/** `textDocument/formatting`: also what format-on-save asks for. */
export const formatting = documentFeature<DocumentFormattingParams, TextEdit[]>({
    method: 'textDocument/formatting',
    capability: { documentFormattingProvider: true },
    waitsFor: 'text',
    answer: view => edits(view),
});

/** `textDocument/rangeFormatting`: whole lines that the range touches. */
export const rangeFormatting = documentFeature<DocumentRangeFormattingParams, TextEdit[]>({
    method: 'textDocument/rangeFormatting',
    capability: { documentRangeFormattingProvider: true },
    waitsFor: 'text',
    answer: (view, params) => edits(view, view.lines.spanOf(params.range)),
});
