/**
 * The language server as a process of its own; the client starts it with `--node-ipc`, any other editor with `--stdio`.
 */
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { today } from 'iacs-language/clock';
import { NodeDisk } from 'iacs-language/disk';
import { startServer } from 'iacs-language/lsp';
import { elkEngine } from 'iacs-language/node';

startServer(createConnection(ProposedFeatures.all), {
    files: new NodeDisk(),
    today,
    engine: () => elkEngine({ file: join(__dirname, 'elk-worker.cjs') }),
});
