import { commands, window, workspace, type Disposable, type TextEditor } from 'vscode';

/**
 * Remembers the `.iacs` file that the user worked in last: commands mean its model also while the diagram has the
 * focus.
 */
export class ActiveFile implements Disposable {
    private last: string | null = null;
    private readonly listening: Disposable;

    constructor() {
        this.note(window.activeTextEditor);
        for (const editor of window.visibleTextEditors) if (this.last === null) this.note(editor);
        this.listening = window.onDidChangeActiveTextEditor(editor => this.note(editor));
    }

    /** URI of that file; `null` when there was none in this window. */
    get uri(): string | null {
        return this.last;
    }

    /** That file, or else the first one that the workspace holds. */
    async find(): Promise<string | null> {
        if (this.last !== null) return this.last;
        const found = await workspace.findFiles('**/*.iacs', '**/node_modules/**', 200);
        found.sort((a, b) => a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1));
        const main = found.find(uri => uri.path.endsWith('/main.iacs')) ?? found[0];
        return main?.toString() ?? null;
    }

    dispose(): void {
        this.listening.dispose();
    }

    private note(editor: TextEditor | undefined): void {
        if (editor?.document.languageId !== 'iacs' || editor.document.uri.scheme === 'iacs-library') return;
        this.last = editor.document.uri.toString();
        void commands.executeCommand('setContext', 'iacs.hasModel', true);
    }
}
