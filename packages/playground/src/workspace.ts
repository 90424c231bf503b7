/** The files of the model: one editor shows one of them, and the server knows all. */
import type { LSPClient } from '@codemirror/lsp-client';
import { LSPPlugin, Workspace, type WorkspaceFile } from '@codemirror/lsp-client';
import { ChangeSet, EditorState, type Extension, type Text, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** A file as the client knows it; the text that the server does not know yet is in `state`. */
export class ModelFile implements WorkspaceFile {
    readonly uri: string;
    readonly languageId: string;
    version = 0;
    /** What the server knows. */
    doc: Text;
    /** What is in the editor, or would be. */
    state: EditorState;
    /** Changes that were made while the file was not in front, and that the server does not know. */
    pending: ChangeSet;
    /** The text as it was opened or saved. */
    saved: Text;
    private readonly lineEnd: string;
    private readonly view: () => EditorView | null;

    /** @param lineEnd what ends the lines of the file when it is saved */
    constructor(uri: string, state: EditorState, lineEnd: string, view: () => EditorView | null) {
        this.uri = uri;
        this.lineEnd = lineEnd;
        this.languageId = uri.endsWith('.json') ? 'json' : 'iacs';
        this.state = state;
        this.doc = state.doc;
        this.saved = state.doc;
        this.pending = ChangeSet.empty(state.doc.length);
        this.view = view;
    }

    getView(): EditorView | null {
        return this.view();
    }

    /** The present text. */
    get text(): Text {
        return this.getView()?.state.doc ?? this.state.doc;
    }

    /** The present text as it is saved, with the line ends that it was opened with. */
    get content(): string {
        const { text } = this;
        return text.sliceString(0, text.length, this.lineEnd);
    }

    get isChanged(): boolean {
        return !this.text.eq(this.saved);
    }
}

export interface WorkspaceHost {
    /** The editor, which shows one file at a time. */
    readonly editor: EditorView;
    /** What every file is edited with. */
    extensions(client: LSPClient, uri: string): Extension;
    /** Another file is in front, or there are others. */
    shown(): void;
    /** A file was to be shown that the model does not have. */
    missing(uri: string): void;
}

/** Keeps all files open at the server, and the history of each, whichever is in front. */
export class ModelWorkspace extends Workspace {
    override files: ModelFile[] = [];
    private readonly host: WorkspaceHost;
    private current: ModelFile | null = null;

    constructor(client: LSPClient, host: WorkspaceHost) {
        super(client);
        this.host = host;
    }

    get front(): ModelFile | null {
        return this.current;
    }

    /** Puts other files in the place of all. */
    replaceAll(files: readonly (readonly [uri: string, text: string])[]): void {
        this.client.sync();
        for (const { uri } of this.files) this.client.didClose(uri);
        this.current = null;
        this.files = files.map(each => this.made(...each));
        for (const file of this.files) this.client.didOpen(file);
        const [first] = this.files;
        if (first) this.show(first);
    }

    add(uri: string, text: string): ModelFile {
        const file = this.made(uri, text);
        this.files = [...this.files, file];
        this.client.didOpen(file);
        return file;
    }

    remove(file: ModelFile): void {
        this.files = this.files.filter(each => each !== file);
        this.client.didClose(file.uri);
        const [first] = this.files;
        if (this.current === file && first) this.show(first);
        else this.host.shown();
    }

    /** Brings a file to the front. */
    show(file: ModelFile): void {
        const { editor } = this.host;
        if (file !== this.current) {
            this.client.sync();
            if (this.current) this.current.state = editor.state;
            this.current = file;
            editor.setState(file.state);
        }
        this.host.shown();
    }

    private made(uri: string, text: string): ModelFile {
        const state = EditorState.create({ doc: text, extensions: this.host.extensions(this.client, uri) });
        const lineEnd = /^[^\n]*\r\n/u.test(text) ? '\r\n' : '\n';
        const view = (): EditorView | null => (this.current === file ? this.host.editor : null);
        const file: ModelFile = new ModelFile(uri, state, lineEnd, view);
        return file;
    }

    override getFile(uri: string): ModelFile | null {
        return this.files.find(each => each.uri === uri) ?? null;
    }

    override syncFiles() {
        const updates = [];
        for (const file of this.files) {
            const view = file.getView();
            const plugin = view && LSPPlugin.get(view);
            const changes = plugin ? plugin.unsyncedChanges.compose(ChangeSet.empty(file.text.length)) : file.pending;
            if (changes.empty) continue;
            updates.push({ file, prevDoc: file.doc, changes });
            file.doc = file.text;
            file.version++;
            file.pending = ChangeSet.empty(file.doc.length);
            plugin?.clear();
        }
        return updates;
    }

    /** The editor has a file in front: it is open at the server already. */
    override openFile(): void {}

    override closeFile(): void {}

    override updateFile(uri: string, update: TransactionSpec): void {
        const file = this.getFile(uri);
        const view = file?.getView();
        if (view) view.dispatch(update);
        else if (file) {
            const transaction = file.state.update(update);
            file.state = transaction.state;
            file.pending = file.pending.compose(transaction.changes);
            this.client.sync();
        }
    }

    override displayFile(uri: string): Promise<EditorView | null> {
        const file = this.getFile(uri);
        if (file) this.show(file);
        else this.host.missing(uri);
        return Promise.resolve(file ? this.host.editor : null);
    }
}
