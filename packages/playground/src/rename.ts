/** Renames what is at the cursor, in all files of the model. */
import type { LSPClient } from '@codemirror/lsp-client';
import type { EditorView } from '@codemirror/view';
import type * as lsp from 'vscode-languageserver-protocol';
import { ask, element, say } from './dialogs.ts';
import { applyEdit, positionOf } from './fixes.ts';
import type { ModelWorkspace } from './workspace.ts';

export interface RenameHost {
    readonly client: LSPClient;
    readonly workspace: ModelWorkspace;
    /** Gives the focus back to the text. */
    focus(): void;
}

/** What the server says of a place: the whole name, which may have more than one word. */
type Prepared = { readonly range: lsp.Range; readonly placeholder: string } | null;

async function askFor(name: string): Promise<string | null> {
    const field = element('input', { 'aria-label': 'New name', value: name, spellcheck: 'false', autofocus: true });
    const answer = await ask(
        `Rename ${name}`,
        [element('p', {}, 'Every mention in the files of this model follows.'), field],
        [{ label: 'Rename', value: true, main: true }],
    );
    const given = field.value.trim();
    return answer && given !== '' && given !== name ? given : null;
}

/** Asks for a new name of what is at the cursor, and writes it; says why that cannot be done. */
export async function renameAtCursor({ client, workspace, focus }: RenameHost, view: EditorView): Promise<void> {
    const file = workspace.front;
    if (!file) return;
    client.sync();
    const at: lsp.TextDocumentPositionParams = {
        textDocument: { uri: file.uri },
        position: positionOf(view.state.doc, view.state.selection.main.head),
    };
    try {
        const prepared = await client.request<object, Prepared>('textDocument/prepareRename', at);
        if (!prepared) return say('There is no name here that can be changed.');
        const newName = await askFor(prepared.placeholder);
        if (newName !== null) {
            const params: lsp.RenameParams = { ...at, newName };
            const edit = await client.request<object, lsp.WorkspaceEdit | null>('textDocument/rename', params);
            if (edit) applyEdit(workspace, edit);
        }
    } catch (error) {
        // The client gives the error of the protocol as it came.
        say((error as { readonly message?: string }).message ?? String(error));
    }
    focus();
}
