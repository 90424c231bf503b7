import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Place } from '../../model/index.ts';
import { nearest, writeString } from '../../model/index.ts';
import { readString } from '../../syntax/index.ts';
import { pathBetween } from '../completion/imports.ts';
import type { Context, DocumentView } from '../feature.ts';
import { workspaceEdit } from './changes.ts';

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * The file of the workspace that an import of no file was meant for: of the same name in another folder, or one of
 * which the path has other letters.
 * @param at what the finding blames
 */
export function nearImports(
    at: Place,
    view: DocumentView,
    diagnostics: Diagnostic[],
    context: Context,
): readonly CodeAction[] {
    const statement = (view.parsed.file.statements ?? []).find(
        each => each.$type === 'Import' && each.start <= at.start && at.start < each.end,
    );
    if (statement?.$type !== 'Import' || !statement.path) return [];
    const { start, end, text } = statement.path;
    const written = readString(text);
    const paths = context.files.flatMap(uri => {
        const path = uri === view.uri || context.view(uri)?.pieces.isRoot ? null : pathBetween(view.uri, uri);
        return path === null ? [] : [path];
    });
    if (paths.includes(written)) return [];
    const sameName = paths.filter(path => lastName(path) === lastName(written));
    const meant = sameName.length === 1 ? sameName[0]! : nearest(written, paths, true);
    if (meant === null) return [];
    const write = writeString(meant);
    const edit = workspaceEdit([{ kind: 'replace', at: { file: view.uri, start, end }, text: write }], context);
    return [{ title: `Change to ${write}`, kind: CodeActionKind.QuickFix, diagnostics, edit, isPreferred: true }];
}
