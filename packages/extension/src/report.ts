import { Uri, ViewColumn, window, workspace, type Disposable, type WebviewPanel } from 'vscode';
import { toBytes } from './bytes.ts';
import type { Requests } from './requests.ts';
import { tabTitle } from './tab-title.ts';
import { written } from './written.ts';

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

    /** The file whose report is in front; `null` where none is. */
    get shown(): string | null {
        return this.panel?.active ? this.uri : null;
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
        const { uri } = this;
        const [html, system] = await Promise.all([
            this.requests.report(uri).catch(() => null),
            this.requests.systemOf(uri),
        ]);
        if (!this.panel || uri !== this.uri) return;
        this.panel.title = tabTitle('Report', system);
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

/** Saves the report as a page that needs nothing else: the one that is shown. */
export async function saveReport(requests: Requests, uri: string): Promise<void> {
    const file = Uri.parse(uri);
    const target = await window.showSaveDialog({
        title: 'Save the report',
        filters: { HTML: ['html'] },
        ...(file.scheme === 'file' ? { defaultUri: Uri.joinPath(file, '..', 'report.html') } : {}),
    });
    const html = target && (await requests.report(uri));
    if (target && html && (await written(target, toBytes(html))))
        void window.setStatusBarMessage(`The report was saved as ${workspace.asRelativePath(target)}.`, 6000);
}
