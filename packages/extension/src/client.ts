import { pageOf } from './explain.ts';
import { workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** What the server is told of the user's settings. */
const settings = (): object => {
    const iacs = workspace.getConfiguration('iacs');
    return {
        inlayHints: { enabled: iacs.get('inlayHints.enabled', true) },
        codeLens: { enabled: iacs.get('codeLens.enabled', true) },
    };
};

/** The client of the language server that is bundled with the extension; not started yet. */
export function makeClient(context: ExtensionContext, log: LogOutputChannel): LanguageClient {
    const module = context.asAbsolutePath('dist/server.cjs');
    const client = new LanguageClient(
        'iacs',
        'IACS',
        {
            run: { module, transport: TransportKind.ipc },
            debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        {
            documentSelector: [
                { language: 'iacs', scheme: 'file' },
                { language: 'iacs', scheme: 'untitled' },
                { language: 'iacs', scheme: 'vscode-vfs' },
            ],
            initializationOptions: () => ({
                ...settings(),
                commands: true,
                pages: pageOf(context, 'rules').toString(),
            }),
            outputChannel: log,
        },
    );
    context.subscriptions.push(
        workspace.onDidChangeConfiguration(event => {
            if (event.affectsConfiguration('iacs'))
                void client.sendNotification('workspace/didChangeConfiguration', { settings: { iacs: settings() } });
        }),
    );
    return client;
}
