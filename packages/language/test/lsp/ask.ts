import type { Position } from 'vscode-languageserver';
import type { Context, DocumentFeature, DocumentView, EditorSettings } from '../../src/lsp/feature.ts';
import { defaultEditorSettings } from '../../src/lsp/feature.ts';
import { LineIndex } from '../../src/lsp/lines.ts';
import { drained } from '../../src/model/index.ts';
import type { ModelInput, LiveAnalysis } from '../../src/project/live/index.ts';
import { FilePieces, LiveModel } from '../../src/project/live/index.ts';
import { resolvePath } from '../../src/project/index.ts';
import { defaultSettings } from '../../src/settings/index.ts';
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

function analysed(input: ModelInput, withoutRules: boolean): LiveAnalysis {
    const model = new LiveModel();
    const unjudged = model.update(input);
    return withoutRules ? unjudged : drained(model.judgeSteps());
}

/**
 * Opens a workspace; the file with the cursor is the one that is asked about, otherwise the first.
 * @param withoutRules true where no finding is asked for
 */
export function workspace(annotated: string, settings: Partial<EditorSettings> = {}, withoutRules = false): Workspace {
    const parts = sections(annotated).map(part => ({
        uri: new URL(part.name ?? 'main.iacs', base).href,
        text: part.text,
    }));
    const marked = parts.find(part => part.text.includes(cursorMark)) ?? parts[0]!;
    const offset = Math.max(0, marked.text.indexOf(cursorMark));
    const files = new Map(parts.map(part => [part.uri, part.text.replace(cursorMark, '')]));
    const pieces = new Map([...files].map(([uri, text]) => [uri, FilePieces.of(uri, text, null)]));
    const today = '2026-06-01';
    const analyses = [...pieces.values()]
        .filter(file => file.isRoot)
        .map(root =>
            analysed(
                { root, file: uri => pieces.get(uri), resolve: resolvePath, settings: defaultSettings, today },
                withoutRules,
            ),
        );
    const views = new Map(
        [...files].map(([uri, text]): [string, DocumentView] => [
            uri,
            {
                uri,
                version: 1,
                text,
                lines: new LineIndex(text),
                parsed: pieces.get(uri)!.parsed,
                pieces: pieces.get(uri)!,
                analyses: analyses.filter(each => each.model.files.includes(uri)),
            },
        ]),
    );
    const view = views.get(marked.uri)!;
    const context: Context = {
        today,
        day: today,
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
export function ask<P, R>(
    feature: DocumentFeature<P, R>,
    { view, context, position }: Workspace,
    more: object = {},
): R {
    return feature.answer(view, { textDocument: { uri: view.uri }, position, ...more } as P, context);
}
