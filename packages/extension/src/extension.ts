import * as vscode from 'vscode';
import type { LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import { registerCommands } from './commands.ts';
import { Previews } from './preview/previews.ts';
import { ReportPanels } from './report.ts';
import { StatusBar } from './status.ts';

let client: LanguageClient | undefined;

/** Starts the language server, which comes with the extension, and everything that rests on it. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
    const module = context.asAbsolutePath('dist/server.mjs');
    const server: ServerOptions = {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    };
    const settings = vscode.workspace.getConfiguration('iacs');
    const options: LanguageClientOptions = {
        documentSelector: [{ language: 'iacs' }],
        initializationOptions: { inlayHints: settings.get('inlayHints', true), codeLenses: settings.get('codeLenses', true) },
        synchronize: { configurationSection: 'iacs' },
        outputChannelName: 'IACS Language Server',
        // Titles of quick fixes and hovers are text of a model: nothing in them may run a command of the editor.
        markdown: { isTrusted: false, supportHtml: false },
    };
    client = new LanguageClient('iacs', 'IACS Language Server', server, options);
    const previews = new Previews(context, client);
    context.subscriptions.push(
        client,
        previews,
        new ReportPanels(context, client),
        new StatusBar(client),
        vscode.workspace.registerTextDocumentContentProvider('iacs-library', {
            provideTextDocumentContent: async uri => await client?.sendRequest<string | null>('iacs/libraryText', { uri: uri.toString() }) ?? '',
        }),
        ...registerCommands(context, client, previews),
    );
    client.onDidChangeState(({ newState }) => void vscode.commands.executeCommand('setContext', 'iacs.hasModel', newState === State.Running));
    await client.start();
}

export async function deactivate(): Promise<void> {
    await client?.stop();
}
