/** The client of the language server in a worker of a browser. */
import { Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { FileChange, FilesNotification, StartMessage, WantedNotification } from 'iacs-language/browser';
import {
    BrowserMessageReader,
    BrowserMessageWriter,
    FileChangeType,
    LanguageClient,
    type MessageTransports,
} from 'vscode-languageclient/browser';
import { toText } from '../bytes.ts';
import { followSettings, initializationOptions } from '../client-settings.ts';
import { filesIn, followDocuments, readFile } from './workspace-files.ts';

/** A worker, as far as it is used here. */
interface BrowserWorker {
    postMessage(message: unknown): void;
    terminate(): void;
}

declare const Worker: new (url: string) => BrowserWorker;

let running: BrowserWorker | null = null;

const filesNotification: FilesNotification = 'iacs/files';
const wantedNotification: WantedNotification = 'iacs/wanted';

/**
 * Starts the server. Its scripts and ELK's are read through VS Code, and not loaded from an address: the extension may
 * come from a server, where a browser starts no workers.
 */
async function start({ extensionUri }: ExtensionContext, log: LogOutputChannel): Promise<MessageTransports> {
    const packed = async (name: string): Promise<string> =>
        toText(await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', name)));
    const [shared, server, elk, files] = await Promise.all([
        packed('shared.js'),
        packed('server-browser.js'),
        packed('elk.min.js'),
        filesIn(
            (workspace.workspaceFolders ?? []).map(({ uri }) => uri),
            log,
        ),
    ]);
    const url = URL.createObjectURL(new Blob([shared, server], { type: 'text/javascript' }));
    // One that was stopped before goes now.
    running?.terminate();
    const worker = (running = new Worker(url));
    worker.postMessage({ iacs: 'start', elk, files } satisfies StartMessage);
    return { reader: new BrowserMessageReader(worker as never), writer: new BrowserMessageWriter(worker as never) };
}

export function makeClient(context: ExtensionContext, log: LogOutputChannel): LanguageClient {
    const schemes = new Set([
        ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
        ...['file', 'untitled', 'vscode-vfs', 'vscode-remote'],
    ]);
    const client = new LanguageClient('iacs', 'IACS', () => start(context, log), {
        documentSelector: [...schemes].map(scheme => ({ language: 'iacs', scheme })),
        initializationOptions: () => initializationOptions(context),
        outputChannel: log,
        middleware: {
            workspace: {
                // The server gets the text first, and then learns that there is another one.
                didChangeWatchedFile: async (event, next) => {
                    const isGone = event.type === FileChangeType.Deleted;
                    await give([isGone ? [event.uri, null] : await readFile(Uri.parse(event.uri))]);
                    await next(event);
                },
                didChangeWorkspaceFolders: async (event, next) => {
                    const added = event.added.map(({ uri }) => uri);
                    await give(await filesIn(added, log));
                    await next(event);
                },
            },
        },
    });
    const give = (files: readonly FileChange[]): Promise<void> => client.sendNotification(filesNotification, files);
    context.subscriptions.push(
        followSettings(client),
        followDocuments(async changes => {
            if (client.isRunning()) await give(changes);
        }),
        client.onNotification(wantedNotification, async ({ uri }: { readonly uri: string }) => {
            const file = await readFile(Uri.parse(uri));
            await give([file]);
            if (file[1] !== null)
                await client.sendNotification('workspace/didChangeWatchedFiles', {
                    changes: [{ uri, type: FileChangeType.Created }],
                });
        }),
    );
    return client;
}
