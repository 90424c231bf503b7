import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** The specification of a model as a page beside the text, which follows the text. It has no script. */
export class ReportPanels implements vscode.Disposable {
    private readonly panels = new Map<string, vscode.WebviewPanel>();
    private readonly client: LanguageClient;
    private readonly subscriptions: vscode.Disposable[];

    constructor(context: vscode.ExtensionContext, client: LanguageClient) {
        this.client = client;
        this.subscriptions = [
            vscode.commands.registerCommand('iacs.openReport', () => this.open()),
            client.onNotification('iacs/changed', () => {
                for (const uri of this.panels.keys()) void this.update(uri);
            }),
            vscode.window.registerWebviewPanelSerializer('iacs.report', { deserializeWebviewPanel: async panel => panel.dispose() }),
        ];
        context.subscriptions.push(this);
    }

    private open(): void {
        const document = vscode.window.activeTextEditor?.document;
        if (document?.languageId !== 'iacs') {
            void vscode.window.showInformationMessage('Open an .iacs file of the model first.');
            return;
        }
        const uri = document.uri.toString();
        const shown = this.panels.get(uri);
        if (shown) {
            shown.reveal();
            return;
        }
        const panel = vscode.window.createWebviewPanel('iacs.report', 'Report', vscode.ViewColumn.Beside, { enableScripts: false, enableFindWidget: true, localResourceRoots: [] });
        panel.onDidDispose(() => this.panels.delete(uri));
        this.panels.set(uri, panel);
        void this.update(uri);
    }

    private async update(uri: string): Promise<void> {
        const html = await this.client.sendRequest<string | null>('iacs/report', { uri });
        const panel = this.panels.get(uri);
        if (!panel || html === null) return;
        const nonce = randomBytes(16).toString('base64');
        const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'nonce-${nonce}'">`;
        const page = html.replace('<head>', `<head>${policy}`).replaceAll('<style', `<style nonce="${nonce}"`);
        if (panel.webview.html !== page) panel.webview.html = page;
    }

    dispose(): void {
        for (const each of this.subscriptions) each.dispose();
    }
}
