import type { StatusResult } from 'iacs-language/lsp';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** The worst gap of the model of the file in the editor, in the status bar. */
export class StatusBar implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem('iacs.status', vscode.StatusBarAlignment.Left, 50);
    private readonly client: LanguageClient;
    private readonly subscriptions: vscode.Disposable[];

    constructor(client: LanguageClient) {
        this.client = client;
        this.item.name = 'IACS: worst gap';
        this.item.command = 'iacs.showGaps';
        this.subscriptions = [
            this.item,
            vscode.window.onDidChangeActiveTextEditor(() => void this.update()),
            client.onNotification('iacs/changed', () => void this.update()),
        ];
    }

    private async update(): Promise<void> {
        const document = vscode.window.activeTextEditor?.document;
        if (document?.languageId !== 'iacs' || !this.client.isRunning()) {
            this.item.hide();
            return;
        }
        const status = await this.client.sendRequest<StatusResult | null>('iacs/status', { uri: document.uri.toString() });
        if (!status) {
            this.item.text = '$(shield) IACS: no model';
            this.item.tooltip = 'No file with a system imports this one.';
        } else {
            const { worst, assessed, errors, warnings, system } = status;
            this.item.text = worst ? `$(shield) Gap ${worst.gap} in ${worst.id}` : assessed ? '$(shield) No gap shown' : '$(shield) No SL-T set';
            this.item.tooltip = `${system}: ${errors} errors, ${warnings} warnings. SL-T minus SL-A at its worst; click for all gaps.`;
        }
        this.item.show();
    }

    dispose(): void {
        for (const each of this.subscriptions) each.dispose();
    }
}
