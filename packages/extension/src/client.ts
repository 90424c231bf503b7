import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { followSettings, initializationOptions } from './client-settings.ts';

/**
 * The room for young objects in MB, and the garbage that is kept in percent of what is in use. Without a bound the
 * server takes twice the memory; `iacs lsp` sets the same (`iacs-language/node`).
 */
const bound = ['--max-semi-space-size=8', '--heap-growing-percent=60'];

/** The client of the language server as a process of its own. */
export function makeClient(context: ExtensionContext, log: LogOutputChannel): LanguageClient {
    const module = context.asAbsolutePath('dist/server.cjs');
    const client = new LanguageClient(
        'iacs',
        'IACS',
        {
            run: { module, transport: TransportKind.ipc, options: { execArgv: bound } },
            debug: {
                ...{ module, transport: TransportKind.ipc },
                options: { execArgv: [...bound, '--nolazy', '--inspect=6009'] },
            },
        },
        {
            documentSelector: [
                { language: 'iacs', scheme: 'file' },
                { language: 'iacs', scheme: 'untitled' },
                { language: 'iacs', scheme: 'vscode-vfs' },
            ],
            initializationOptions: () => initializationOptions(context),
            outputChannel: log,
        },
    );
    context.subscriptions.push(followSettings(client));
    return client;
}
