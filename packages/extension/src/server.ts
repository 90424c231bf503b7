/** The language server as a process of its own; the client starts it with `--node-ipc`, any other editor with `--stdio`. */
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles, startServer } from 'iacs-language/lsp';
import { elkEngine } from 'iacs-language/node';

const day = (): string => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
};

startServer(createConnection(ProposedFeatures.all), {
    files: nodeFiles(),
    today: day,
    engine: () => elkEngine({ file: join(__dirname, 'elk-worker.cjs') }),
});
