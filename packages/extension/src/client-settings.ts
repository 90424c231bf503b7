import { workspace, type Disposable, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { pageOf } from './explain.ts';

/** What the server is told of the user's settings. */
const settings = (): object => {
    const iacs = workspace.getConfiguration('iacs');
    return {
        inlayHints: { enabled: iacs.get('inlayHints.enabled', true) },
        codeLens: { enabled: iacs.get('codeLens.enabled', true) },
    };
};

/** What the server is told when it starts. */
export const initializationOptions = (context: ExtensionContext): object => ({
    ...settings(),
    commands: true,
    pages: pageOf(context, 'rules').toString(),
});

/** Tells the server of settings that change. */
export function followSettings(client: BaseLanguageClient): Disposable {
    return workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('iacs'))
            void client.sendNotification('workspace/didChangeConfiguration', { settings: { iacs: settings() } });
    });
}
