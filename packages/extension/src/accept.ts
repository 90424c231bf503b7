import { Range, Selection, Uri, window, workspace } from 'vscode';
import type { Acceptable, Gap } from 'iacs-language/lsp';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Lets one choose the finding to accept, writes its acceptance, and goes to the reason that has to be typed. */
export async function acceptOne(client: BaseLanguageClient, choices: readonly Acceptable[]): Promise<void> {
    const items = choices.map(choice => ({ label: choice.rule, detail: choice.message, choice }));
    const chosen = await window.showQuickPick(items, {
        placeHolder: 'Which finding is tolerable here?',
        matchOnDetail: true,
        // The menu that it was chosen from gives the focus back to the text while it closes.
        ignoreFocusOut: true,
    });
    if (!chosen) return;
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(chosen.choice.edit);
    if (edit && (await workspace.applyEdit(edit))) await fillIn(chosen.choice.gaps);
}

/** Selects the first text that an edit left to be filled in, so that typing replaces it. */
export async function fillIn(gaps: readonly Gap[]): Promise<void> {
    const [first] = gaps;
    if (!first) return;
    const { start, end } = first.range;
    const range = new Range(start.line, start.character, end.line, end.character);
    const uri = Uri.parse(first.uri);
    const active = window.activeTextEditor;
    const editor = active?.document.uri.toString() === uri.toString() ? active : await window.showTextDocument(uri);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range);
}
