import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { ServerHost } from './host.ts';
import { startServer } from './server.ts';

/**
 * Serves an editor over the standard input and output of the process, and ends the process when the editor ends or goes
 * away.
 */
export function serveStdio(host: ServerHost): void {
    startServer(options => createConnection(ProposedFeatures.all, process.stdin, process.stdout, options), host);
}
