import type { Position } from 'vscode-languageserver';
import type { Context, DocumentFeature, DocumentView, EditorSettings } from '../../src/lsp/feature.ts';
import { defaultEditorSettings } from '../../src/lsp/feature.ts';
import { LineIndex } from '../../src/lsp/lines.ts';
import type { LiveAnalysis } from '../../src/lsp/live-analysis.ts';
import type { ModelInput } from '../../src/lsp/live-model.ts';
import { LiveModel } from '../../src/lsp/live-model.ts';
import { defaultSettings } from '../../src/settings/index.ts';
import { isRoot, parse } from '../../src/syntax/index.ts';
import { memorySource } from '../support/load.ts';
import { sections } from '../support/marks.ts';

const cursorMark = '<|>';
const base = 'file:///plant/';

/** A workspace from annotated text (`//- name.iacs` begins a file), and the place of its `<|>`. */
export interface Workspace {
    readonly view: DocumentView;
    readonly context: Context;
    readonly position: Position;
    readonly offset: number;
}

function analysed(input: ModelInput): LiveAnalysis {
    const steps = new LiveModel().update(input);
    for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
    }
}

/** Opens a workspace; the file with the cursor is the one that is asked about, otherwise the first. */
export function workspace(annotated: string, settings: Partial<EditorSettings> = {}): Workspace {
    const parts = sections(annotated).map(part => ({ uri: new URL(part.name ?? 'main.iacs', base).href, text: part.text }));
    const marked = parts.find(part => part.text.includes(cursorMark)) ?? parts[0]!;
    const offset = Math.max(0, marked.text.indexOf(cursorMark));
    const files = new Map(parts.map(part => [part.uri, part.text.replace(cursorMark, '')]));
    const parsed = new Map([...files].map(([uri, text]) => [uri, parse(uri, text)]));
    const today = '2026-06-01';
    const analyses = [...parsed.values()].filter(isRoot)
        .map(root => analysed({ root, source: memorySource(files), textOf: uri => files.get(uri) ?? '', settings: defaultSettings, today }));
    const views = new Map([...files].map(([uri, text]): [string, DocumentView] => [uri, {
        uri, version: 1, text, lines: new LineIndex(text), parsed: parsed.get(uri)!,
        analyses: analyses.filter(each => each.model.files.includes(uri)),
    }]));
    const view = views.get(marked.uri)!;
    const context: Context = {
        today,
        settings: { ...defaultEditorSettings, ...settings },
        client: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
        analyses,
        files: [...files.keys()].sort(),
        view: uri => views.get(uri),
        exists: uri => files.has(uri),
    };
    return { view, context, position: view.lines.positionAt(offset), offset };
}

/** Asks a feature about the place of the cursor. */
export function ask<P, R>(feature: DocumentFeature<P, R>, { view, context, position }: Workspace, more: object = {}): R {
    return feature.answer(view, { textDocument: { uri: view.uri }, position, ...more } as P, context);
}
