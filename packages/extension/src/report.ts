import { ViewColumn, window, type Disposable, type WebviewPanel } from 'vscode';
import type { Requests } from './requests.ts';

export const reportView = 'iacs.report';
const pause = 800;

/** The report as a preview that follows the text. */
export class ReportPreview implements Disposable {
    private readonly requests: Requests;
    private panel: WebviewPanel | null = null;
    private uri: string | null = null;
    private html = '';
    private timer: NodeJS.Timeout | null = null;

    constructor(requests: Requests) {
        this.requests = requests;
    }

    async show(uri: string): Promise<void> {
        this.uri = uri;
        if (!this.panel)
            this.adopt(
                window.createWebviewPanel(
                    reportView,
                    'Report',
                    { viewColumn: ViewColumn.Beside, preserveFocus: true },
                    {},
                ),
                uri,
            );
        else this.panel.reveal(undefined, true);
        await this.draw();
    }

    /** Takes over a panel that a restart of the window left. */
    adopt(panel: WebviewPanel, uri: string): void {
        this.uri = uri;
        this.panel = panel;
        this.html = '';
        panel.onDidDispose(() => {
            this.panel = null;
        });
    }

    changed(): void {
        if (!this.panel) return;
        if (this.timer) clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.draw(), pause);
    }

    dispose(): void {
        if (this.timer) clearTimeout(this.timer);
        this.panel?.dispose();
    }

    private async draw(): Promise<void> {
        if (!this.panel || this.uri === null) return;
        const html = await this.requests.report(this.uri).catch(() => null);
        if (!this.panel) return;
        if (html === null) {
            this.panel.webview.html = '<p>This file belongs to no model: no file with a system imports it.</p>';
            return;
        }
        if (html === this.html) return;
        this.html = html;
        this.panel.webview.html = guarded(html);
    }
}

/** The report has no script; the page lets none run, and fetches nothing. Its own style sheet stands inside it. */
function guarded(html: string): string {
    const policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; " +
        'img-src data:; font-src data:">';
    return html.replace(/<head>/i, head => `${head}${policy}`);
}
