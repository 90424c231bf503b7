/** The language server in its worker, and the editor's client of it. */
import { LSPClient, type Transport, type Workspace } from '@codemirror/lsp-client';
import type { StartMessage } from 'iacs-language/browser';
import { safeHtml } from './safe-html.ts';

/** How long an answer may take, in milliseconds: a slow machine with a large model is no fault. */
const patience = 120_000;

const script = (text: string): string => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));

/** A worker speaks objects, the client text. */
function transportTo(worker: Worker): Transport {
    const listeners = new Map<(message: string) => void, (event: MessageEvent) => void>();
    return {
        send: message => worker.postMessage(JSON.parse(message)),
        subscribe(handler) {
            const listener = ({ data }: MessageEvent): void => handler(JSON.stringify(data));
            listeners.set(handler, listener);
            worker.addEventListener('message', listener);
        },
        unsubscribe(handler) {
            const listener = listeners.get(handler);
            if (listener) worker.removeEventListener('message', listener);
            listeners.delete(handler);
        },
    };
}

export interface ConnectionOptions {
    /** The scripts of the server and of ELK. */
    readonly server: string;
    readonly elk: string;
    readonly workspace: (client: LSPClient) => Workspace;
    readonly extensions: NonNullable<ConstructorParameters<typeof LSPClient>[0]>['extensions'];
    readonly notified: Readonly<Record<string, (params: never) => void>>;
    /** The server has stopped, and why. */
    readonly failed: (reason: string) => void;
}

/** Starts the server, and connects a client with it. */
export function connect(options: ConnectionOptions): LSPClient {
    const worker = new Worker(script(options.server));
    worker.addEventListener('error', event => options.failed(event.message));
    worker.postMessage({ iacs: 'start', elk: options.elk, files: [] } satisfies StartMessage);
    const client = new LSPClient({
        rootUri: 'file:///model',
        timeout: patience,
        workspace: options.workspace,
        sanitizeHTML: safeHtml,
        ...(options.extensions ? { extensions: options.extensions } : {}),
        notificationHandlers: Object.fromEntries(
            Object.entries(options.notified).map(([method, run]) => [
                method,
                (_client: LSPClient, params: unknown) => {
                    run(params as never);
                    return true;
                },
            ]),
        ),
    });
    return client.connect(transportTo(worker));
}
