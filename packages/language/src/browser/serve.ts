import {
    BrowserMessageReader,
    BrowserMessageWriter,
    createConnection,
    ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server.ts';
import { today } from '../node/clock.ts';
import { browserElk } from './elk-host.ts';
import { ClientFiles } from './files.ts';
import type { FileChange, FilesNotification, StartMessage, WantedNotification } from './messages.ts';

/** The worker in which the server runs: its `self`. */
export interface WorkerScope {
    onmessage: ((event: { readonly data: unknown }) => void) | null;
    postMessage(message: unknown): void;
    addEventListener(type: string, listener: (event: never) => void): void;
}

const filesNotification: FilesNotification = 'iacs/files';
const wantedNotification: WantedNotification = 'iacs/wanted';

/** Serves the editor that owns the worker; the server starts with its first message, a {@link StartMessage}. */
export function serveWorker(scope: WorkerScope): void {
    scope.onmessage = ({ data }) => {
        const { elk, files: known } = data as StartMessage;
        let want: (uri: string) => void = () => undefined;
        const files = new ClientFiles(uri => want(uri));
        files.take(known);
        startServer(
            options => {
                const reader = new BrowserMessageReader(scope as never);
                const writer = new BrowserMessageWriter(scope as never);
                const connection = createConnection(ProposedFeatures.all, reader, writer, options);
                want = uri => void connection.sendNotification(wantedNotification, { uri });
                connection.onNotification(filesNotification, (changes: readonly FileChange[]) => files.take(changes));
                return connection;
            },
            { files, today, engine: () => browserElk(elk) },
        );
    };
}
