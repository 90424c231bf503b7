import type {
    CancellationToken,
    Connection,
    ConnectionOptions,
    InitializeParams,
    InitializeResult,
    Position,
    Range,
    ServerCapabilities,
} from 'vscode-languageserver';
import {
    CodeActionTriggerKind,
    DidChangeWatchedFilesNotification,
    MessageType,
    ShowMessageNotification,
    LSPErrorCodes,
    ResponseError,
    TextDocuments,
    TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clockDoubt, WhenAsked } from '../model/index.ts';
import { defaultSettings } from '../settings/index.ts';
import type { Context, EditorSettings, Feature } from './feature.ts';
import { defaultEditorSettings } from './feature.ts';
import { features } from './features.ts';
import type { ServerHost } from './host.ts';
import type { ChangedNotification, ShownDay } from './messages.ts';
import { movableFiles } from './moved-files.ts';
import { inOrder } from './phase.ts';
import { Publisher } from './publisher.ts';
import { registerRequests } from './requests.ts';
import { withTextsOnly } from './texts-only.ts';
import { Traffic } from './traffic.ts';
import { Workspace } from './workspace.ts';

/**
 * How often, in milliseconds, the disk is looked at: not every editor reports what changes there, and those that do
 * leave out the files of a folder that is renamed or deleted as a whole.
 */
const usualLookEvery = 2000;
/** Every so many looks new files are searched for, where the editor does not report them. */
const searchEvery = 5;

const changedNotification: ChangedNotification = 'iacs/changed';

const filesWhenAsked = new WhenAsked<'files', Context['files']>('files');
const analysesWhenAsked = new WhenAsked<'analyses', Context['analyses']>('analyses');

/** The settings that editors send, under `iacs`. */
interface SentSettings {
    readonly inlayHints?: { readonly enabled?: boolean };
    readonly codeLens?: { readonly enabled?: boolean };
    /** Sent when the server starts, and by the extension alone. */
    readonly commands?: boolean;
    /** The folder with a page for each rule, `RULE.md`; sent when the server starts. */
    readonly pages?: string;
}

function readEditorSettings(sent: SentSettings | null | undefined, before: EditorSettings): EditorSettings {
    return {
        inlayHints: sent?.inlayHints?.enabled ?? before.inlayHints,
        codeLenses: sent?.codeLens?.enabled ?? before.codeLenses,
        commands: sent?.commands ?? before.commands,
    };
}

/**
 * Serves an editor over a connection, until the editor ends it.
 * @param connect makes the connection of `vscode-languageserver` with the options that it is given; `listen` is called
 * here
 */
export function startServer(connect: (options: ConnectionOptions) => Connection, host: ServerHost): void {
    const traffic = new Traffic();
    const connection = inOrder(connect, traffic);
    const documents = new TextDocuments(TextDocument);
    let client: InitializeParams['capabilities'] = {};
    let settings: EditorSettings = defaultEditorSettings;
    let folders: readonly string[] = [];
    let looking: NodeJS.Timeout | null = null;
    let looks = 0;
    let tellsFiles = true;

    /** The day that somebody chose to see; `null` for that of the clock. */
    let chosenDay: string | null = null;
    const shownDay = (): ShownDay => ({ day: chosenDay ?? host.today(), today: host.today() });

    const workspace: Workspace = new Workspace(host.files, () => shownDay().day, {
        analysed: (_root, analysis) => {
            if (!analysis) return;
            for (const uri of workspace.texts.openUris)
                if (analysis.gathering.imports.has(uri)) void publisher.publish(uri);
        },
        settled: () => {
            publisher.publishAll();
            void connection.sendNotification(changedNotification, {});
        },
        uncovered: uri => void publisher.publish(uri),
        turn: () => traffic.turn(),
        failed: error =>
            connection.console.error(
                `The analysis failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
            ),
    });
    const publisher = new Publisher(connection, workspace, traffic);

    const context = (): Context => {
        const known = {
            today: host.today(),
            day: shownDay().day,
            settings,
            client,
            documents: () => workspace.documents(),
            view: (uri: string) => workspace.view(uri),
            exists: (uri: string) => workspace.exists(uri),
            settingsOf: (root: string) => workspace.settingsOf(root)?.settings ?? defaultSettings,
        };
        const withFiles = filesWhenAsked.give(known, () => workspace.files());
        return analysesWhenAsked.give(withFiles, () => workspace.analyses());
    };

    connection.onInitialize((params): InitializeResult => {
        client = params.capabilities;
        publisher.client = client;
        publisher.pages = (params.initializationOptions as SentSettings | undefined)?.pages ?? null;
        folders = params.workspaceFolders?.map(folder => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
        settings = readEditorSettings(params.initializationOptions as SentSettings | undefined, settings);
        for (const folder of folders) host.files.allow?.(folder);
        const announced: ServerCapabilities = {
            textDocumentSync: {
                openClose: true,
                change: TextDocumentSyncKind.Incremental,
                save: { includeText: false },
            },
            workspace: {
                workspaceFolders: { supported: true, changeNotifications: true },
                fileOperations: { willRename: movableFiles },
            },
        };
        return {
            capabilities: Object.assign(
                announced,
                ...features.map(feature => feature.capability),
            ) as ServerCapabilities,
            serverInfo: { name: 'iacs' },
        };
    });

    connection.onInitialized(() => {
        if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
            void connection.client.register(DidChangeWatchedFilesNotification.type, {
                watchers: [{ globPattern: '**/*.iacs' }, { globPattern: '**/iacs.config.json' }],
            });
        } else {
            tellsFiles = false;
        }
        looking = setInterval(look, host.lookEvery ?? usualLookEvery);
        // A browser has only numbers for timers.
        looking.unref?.();
        if (client.workspace?.workspaceFolders) {
            connection.workspace.onDidChangeWorkspaceFolders(event => {
                workspace.leave(event.removed.map(folder => folder.uri));
                for (const folder of event.added) host.files.allow?.(folder.uri);
                void workspace.scan(event.added.map(folder => folder.uri));
            });
        }
        void workspace.scan(folders);
        const doubt = clockDoubt(host.today());
        if (doubt !== null)
            void connection.sendNotification(ShowMessageNotification.type, {
                type: MessageType.Warning,
                message: doubt,
            });
    });
    connection.onShutdown(() => {
        if (looking) clearInterval(looking);
    });

    function look(): void {
        if (workspace.texts.forgetChanged()) workspace.changed(null);
        if (!tellsFiles && ++looks % searchEvery === 0) void workspace.search();
    }

    documents.onDidChangeContent(({ document }) => workspace.open(document.uri, document.getText(), document.version));
    documents.onDidClose(({ document }) => workspace.close(document.uri));
    documents.onDidSave(() => {
        if (workspace.typing.left()) publisher.publishAll();
        look();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => workspace.changedOnDisk(changes.map(({ uri }) => uri)));
    connection.onDidChangeConfiguration(({ settings: sent }: { settings?: { iacs?: SentSettings } | null }) => {
        settings = readEditorSettings(sent?.iacs, settings);
        if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
        if (client.workspace?.codeLens?.refreshSupport) void connection.sendRequest('workspace/codeLens/refresh');
    });

    for (const feature of features) register(connection, feature, workspace, context, publisher);
    registerRequests(
        connection,
        workspace,
        host,
        context,
        {
            shown: shownDay,
            choose: day => {
                chosenDay = day;
                workspace.changed(null);
            },
        },
        () => traffic.turn(),
    );
    documents.listen(withTextsOnly(connection));
    connection.listen();
}

/** What an editor asks for when the cursor moves; the place is in the question. */
const asksAtCursor = new Set(['textDocument/codeAction', 'textDocument/documentHighlight', 'textDocument/completion']);

interface Asked {
    readonly textDocument?: { readonly uri: string };
    readonly position?: Position;
    readonly range?: Range;
    readonly context?: { readonly triggerKind?: unknown };
}

function register(
    connection: Connection,
    feature: Feature,
    workspace: Workspace,
    context: () => Context,
    publisher: Publisher,
): void {
    const answer = async (params: Asked, token: CancellationToken): Promise<unknown> => {
        const cursor = asksAtCursor.has(feature.method) ? (params.position ?? params.range?.end) : undefined;
        if (params.textDocument && cursor) workspace.cursorAt(params.textDocument.uri, cursor);
        if (feature.about === 'workspace') {
            await workspace.settled();
            return feature.answer(params as never, context());
        }
        if (feature.waitsFor === 'model') await workspace.settled();
        if (token.isCancellationRequested)
            return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
        const view = params.textDocument ? context().view(params.textDocument.uri) : undefined;
        return view ? feature.answer(view, params as never, context()) : null;
    };
    connection.onRequest(feature.method, async (params: Asked, token: CancellationToken) => {
        // VS Code forgets a menu of fixes that somebody asked for when it hears of findings before the answer.
        if (feature.method !== 'textDocument/codeAction' || !isByHand(params)) return answer(params, token);
        const release = publisher.hold();
        try {
            return await answer(params, token);
        } finally {
            setTimeout(release);
        }
    });
}

/** True where a person asked, and not the editor by itself. */
const isByHand = ({ context }: Asked): boolean => context?.triggerKind === CodeActionTriggerKind.Invoked;
