/** The language server in a worker of a browser; the client starts it with its first message. */
import { serveWorker, type WorkerScope } from 'iacs-language/browser';

serveWorker(globalThis as unknown as WorkerScope);
