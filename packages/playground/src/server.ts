/** The language server, in a worker of the page. */
import { serveWorker, type WorkerScope } from 'iacs-language/browser';

serveWorker(self as unknown as WorkerScope);
