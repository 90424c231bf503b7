import type { Connection, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LayoutEngine } from '../views/diagram/index.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { Context, EditorSettings, Feature } from './feature.ts';
import { defaultEditorSettings } from './feature.ts';
import { features } from './features.ts';
import type { FileSystem } from './file-system.ts';
import { registerRequests } from './requests.ts';
import { normalUri } from './uri.ts';
import { Workspace } from './workspace.ts';

/** What the shell gives the server. */
export interface ServerHost {
    readonly files: FileSystem;
    /** The clock: today, `YYYY-MM-DD`. */
    today(): string;
    /** Runs layouts away from the thread that answers requests; started when a diagram is first asked for. */
    engine(): LayoutEngine;
}

/** How long the server waits after a change before it analyses, in milliseconds: a typed word is one change. */
const pause = 60;

/**
 * Serves an editor over a connection, until the editor ends it.
 * @param connection as `vscode-languageserver` makes it; `listen` is called here
 */
export function startServer(connection: Connection, host: ServerHost): void {
    const workspace = new Workspace(host.files, () => host.today());
    const documents = new TextDocuments(TextDocument);
    const published = new Map<string, string>();
    let client: InitializeParams['capabilities'] = {};
    let settings: EditorSettings = defaultEditorSettings;
    let folders: readonly string[] = [];
    let timer: NodeJS.Timeout | null = null;

    const context = (): Context => ({
        today: host.today(),
        settings,
        client,
        get analyses() { return workspace.analyses(); },
        get files() { return workspace.files(); },
        view: uri => workspace.view(uri),
        exists: uri => workspace.exists(uri),
    });

    /** Analyses what changed, and publishes what became different. */
    function publish(): void {
        if (timer) clearTimeout(timer);
        timer = null;
        for (const uri of new Set([...workspace.files(), ...published.keys()])) {
            const view = workspace.view(uri);
            const diagnostics = view ? diagnosticsOf(workspace, uri, client) : [];
            const version = view?.version ?? null;
            const said = JSON.stringify([version, diagnostics]);
            if (published.get(uri) === said || (!published.has(uri) && diagnostics.length === 0 && version === null)) continue;
            if (view) published.set(uri, said);
            else published.delete(uri);
            void connection.sendDiagnostics({ uri, diagnostics, ...(version === null ? {} : { version }) });
        }
        for (const [uri, message] of workspace.settingsErrors) {
            const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
            void connection.sendDiagnostics({ uri, diagnostics: [{ range, severity: 1, source: 'iacs', code: 'settings', message }] });
        }
        void connection.sendNotification('iacs/changed', {});
    }

    function changed(): void {
        if (timer) clearTimeout(timer);
        timer = setTimeout(publish, pause);
    }

    connection.onInitialize((params): InitializeResult => {
        client = params.capabilities;
        folders = params.workspaceFolders?.map(folder => normalUri(folder.uri)) ?? (params.rootUri ? [normalUri(params.rootUri)] : []);
        settings = { ...defaultEditorSettings, ...(params.initializationOptions as Partial<EditorSettings> | undefined) };
        const announced: ServerCapabilities = {
            textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
            workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        };
        return {
            capabilities: Object.assign(announced, ...features.map(feature => feature.capability)) as ServerCapabilities,
            serverInfo: { name: 'iacs' },
        };
    });

    connection.onInitialized(() => {
        if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
            void connection.client.register(DidChangeWatchedFilesNotification.type, {
                watchers: [{ globPattern: '**/*.iacs' }, { globPattern: '**/iacs.config.json' }],
            });
        }
        if (client.workspace?.workspaceFolders) {
            connection.workspace.onDidChangeWorkspaceFolders(event => {
                void workspace.scan(event.added.map(folder => normalUri(folder.uri))).then(changed);
            });
        }
        void workspace.scan(folders).then(changed);
    });

    documents.onDidChangeContent(({ document }) => {
        workspace.open(document.uri, document.getText(), document.version);
        changed();
    });
    documents.onDidClose(({ document }) => {
        workspace.close(document.uri);
        changed();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
        for (const { uri } of changes) workspace.changedOnDisk(uri);
        changed();
    });
    connection.onDidChangeConfiguration(({ settings: given }: { settings?: { iacs?: { inlayHints?: { enabled?: boolean }; codeLens?: { enabled?: boolean } } } }) => {
        settings = {
            inlayHints: given?.iacs?.inlayHints?.enabled ?? settings.inlayHints,
            codeLenses: given?.iacs?.codeLens?.enabled ?? settings.codeLenses,
        };
        if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
        if (client.workspace?.codeLens?.refreshSupport) void connection.sendRequest('workspace/codeLens/refresh');
    });

    for (const feature of features) register(connection, feature, context);
    registerRequests(connection, workspace, host, context);
    documents.listen(connection);
    connection.listen();
}

function register(connection: Connection, feature: Feature, context: () => Context): void {
    connection.onRequest(feature.method, (params: { readonly textDocument?: { readonly uri: string } }) => {
        if (feature.about === 'workspace') return feature.answer(params as never, context());
        const view = params.textDocument ? context().view(params.textDocument.uri) : undefined;
        return view ? feature.answer(view, params as never, context()) : null;
    });
}
