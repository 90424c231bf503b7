import { nodeFiles, startServer } from 'iacs-language/lsp';
import { elkEngine } from 'iacs-language/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

startServer(createConnection(ProposedFeatures.all), {
    files: nodeFiles,
    today: () => new Date().toISOString().slice(0, 10),
    engine: () => elkEngine(),
});
