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
        const connection = createConnection(
            ProposedFeatures.all,
            new BrowserMessageReader(scope as never),
            new BrowserMessageWriter(scope as never),
        );
        const files = new ClientFiles(uri => void connection.sendNotification(wantedNotification, { uri }));
        files.take(known);
        connection.onNotification(filesNotification, (changes: readonly FileChange[]) => files.take(changes));
        startServer(connection, { files, today, engine: () => browserElk(elk) });
    };
}
