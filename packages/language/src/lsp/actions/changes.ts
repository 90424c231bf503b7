import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../../model/index.ts';
import type { TextEdit } from '../../syntax/index.ts';
import { renderEdits } from '../../syntax/index.ts';
import type { Context } from '../feature.ts';

/** Edits of the core as one undoable edit of an editor, with the versions of the buffers where it wants them. */
export function workspaceEdit(edits: readonly Edit[], context: Context): WorkspaceEdit {
    return textChanges(
        renderEdits(edits, file => context.view(file)?.text ?? ''),
        context,
    );
}

/** Changes of characters, as they are to the present texts, as one edit of an editor. */
export function textChanges(changes: readonly TextEdit[], context: Context): WorkspaceEdit {
    const byFile = new Map<string, TextEdit[]>();
    for (const change of changes) byFile.set(change.file, [...(byFile.get(change.file) ?? []), change]);
    const files = [...byFile].flatMap(([uri, inFile]) => {
        const view = context.view(uri);
        return view
            ? [
                  {
                      uri,
                      version: view.version,
                      edits: inFile.map(change => ({ range: view.lines.rangeOf(change), newText: change.text })),
                  },
              ]
            : [];
    });
    return context.client.workspace?.workspaceEdit?.documentChanges
        ? { documentChanges: files.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) }
        : { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits])) };
}
