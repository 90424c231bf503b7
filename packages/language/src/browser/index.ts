/**
 * The language server in a worker of a browser: files come from the client, ELK runs in a worker of its own. What
 * Node brings along is replaced when a bundle is made (`bundle.mjs` in this folder).
 */
export type { FileChange, FilesNotification, StartMessage, WantedNotification } from './messages.ts';
export { ClientFiles } from './files.ts';
export { serveWorker, type WorkerScope } from './serve.ts';
export { isDocument, mostDocuments } from '../lsp/evidence-names.ts';
