import type { DiagramResult, LocateResult } from 'iacs-language/lsp';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Choice, PageState, ToHost, ToPage } from './messages.ts';
import { firstChoice } from './messages.ts';
import { pageOf } from './page.ts';

interface Preview {
    readonly panel: vscode.WebviewPanel;
    uri: string;
    choice: Choice;
    ready: boolean;
    /** Counts requests: an answer that was overtaken is dropped. */
    turn: number;
}

const kind = 'iacs.diagram';

/** The diagrams beside the text. Each shows the model of one file, follows it, and outlives a restart of the window. */
export class Previews implements vscode.Disposable {
    private readonly previews = new Set<Preview>();
    private readonly extension: vscode.Uri;
    private readonly client: LanguageClient;
    private readonly subscriptions: vscode.Disposable[];
    private selecting: NodeJS.Timeout | undefined;

    constructor(context: vscode.ExtensionContext, client: LanguageClient) {
        this.extension = context.extensionUri;
        this.client = client;
        this.subscriptions = [
            client.onNotification('iacs/changed', () => {
                for (const preview of this.previews) void this.draw(preview);
            }),
            vscode.window.onDidChangeTextEditorSelection(event => this.follow(event)),
            vscode.window.registerWebviewPanelSerializer(kind, {
                deserializeWebviewPanel: async (panel, state: PageState | undefined) => {
                    this.adopt(panel, state?.uri ?? '', state?.choice ?? firstChoice);
                },
            }),
        ];
    }

    /** Opens the diagram of a file beside it, or shows the one that is open. */
    open(uri: string, choice?: Partial<Choice>): void {
        const shown = [...this.previews].find(preview => preview.uri === uri);
        if (shown) {
            shown.choice = { ...shown.choice, ...choice };
            shown.panel.reveal(undefined, true);
            void this.draw(shown);
            return;
        }
        const panel = vscode.window.createWebviewPanel(kind, 'Zone diagram', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, this.options());
        const settings = vscode.workspace.getConfiguration('iacs.diagram');
        this.adopt(panel, uri, { ...firstChoice, colour: settings.get('colour', null), detail: settings.get('detail', null), ...choice });
    }

    /** The diagram that is in front, or any. */
    current(): Preview | undefined {
        return [...this.previews].find(preview => preview.panel.active) ?? [...this.previews].at(-1);
    }

    /** Marks an element in the diagram of a file. */
    select(uri: string, id: string): void {
        this.open(uri);
        setTimeout(() => this.post([...this.previews].find(preview => preview.uri === uri), { type: 'select', ids: [id] }), 600);
    }

    private options(): vscode.WebviewOptions & vscode.WebviewPanelOptions {
        return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(this.extension, 'dist')], enableFindWidget: false };
    }

    private adopt(panel: vscode.WebviewPanel, uri: string, choice: Choice): void {
        const preview: Preview = { panel, uri, choice, ready: false, turn: 0 };
        this.previews.add(preview);
        panel.webview.options = this.options();
        panel.iconPath = {
            light: vscode.Uri.joinPath(this.extension, 'media/diagram-light.svg'), dark: vscode.Uri.joinPath(this.extension, 'media/diagram-dark.svg'),
        };
        panel.onDidDispose(() => this.previews.delete(preview));
        panel.webview.onDidReceiveMessage((message: ToHost) => void this.hear(preview, message));
        const inDist = (name: string): vscode.Uri => vscode.Uri.joinPath(this.extension, 'dist', name);
        panel.webview.html = pageOf(panel.webview, inDist('webview.js'), inDist('webview.css'));
    }

    private post(preview: Preview | undefined, message: ToPage): void {
        if (preview?.ready) void preview.panel.webview.postMessage(message);
    }

    private async draw(preview: Preview): Promise<void> {
        if (!preview.ready || !this.client.isRunning()) return;
        const turn = ++preview.turn;
        const { view, colour, detail, requirement, folded, trace } = preview.choice;
        const result = await this.client.sendRequest<DiagramResult>('iacs/diagram', {
            uri: preview.uri, theme: 'auto', view, options: { colour, detail, requirement, folded, trace },
        });
        if (turn !== preview.turn) return;
        if (result.svg === null) {
            this.post(preview, { type: 'nothing', message: result.message ?? 'There is nothing to draw.' });
            return;
        }
        this.post(preview, {
            type: 'picture', uri: preview.uri, svg: result.svg,
            notice: [preview.choice.traceTitle, result.message].filter(text => text !== null).join(' ') || null,
            views: result.views, requirements: result.requirements, choice: preview.choice,
            drawn: { colour: colour ?? 'target', detail: detail ?? 'assets' },
            animate: vscode.workspace.getConfiguration('iacs.diagram').get('animate', true),
        });
    }

    private async hear(preview: Preview, message: ToHost): Promise<void> {
        switch (message.type) {
            case 'ready': preview.ready = true; return this.draw(preview);
            case 'open': return this.goTo(preview.uri, message.id);
            case 'choose': preview.choice = message.choice; return this.draw(preview);
            case 'reach': return this.showReach(preview, message.id);
            case 'export': return this.export(preview);
            case 'copied': void vscode.window.setStatusBarMessage('The diagram is in the clipboard.', 3000); return;
            case 'image': return saveImage(message.url);
            case 'failed': void vscode.window.showWarningMessage(message.message);
        }
    }

    private async goTo(uri: string, id: string): Promise<void> {
        const place = await this.client.sendRequest<LocateResult | null>('iacs/locate', { uri, id });
        if (!place) return;
        const range = new vscode.Range(place.range.start.line, place.range.start.character, place.range.end.line, place.range.end.character);
        const target = vscode.Uri.parse(place.uri);
        const column = vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === target.toString())?.viewColumn
            ?? vscode.window.visibleTextEditors.find(editor => editor.document.languageId === 'iacs')?.viewColumn ?? vscode.ViewColumn.One;
        await vscode.window.showTextDocument(target, { viewColumn: column, selection: range });
    }

    private async showReach(preview: Preview, id: string): Promise<void> {
        const { reaches, reachedBy } = await this.client.sendRequest<{ reaches: string[]; reachedBy: string[] }>('iacs/reach', { uri: preview.uri, id });
        preview.choice = {
            ...preview.choice, trace: [id, ...reaches, ...reachedBy],
            traceTitle: `${id} reaches ${reaches.length} and is reached by ${reachedBy.length} ${reachedBy.length === 1 ? 'asset' : 'assets'}.`,
        };
        await this.draw(preview);
    }

    /** Saves the picture of a diagram in a format that its name says. */
    async export(preview = this.current()): Promise<void> {
        if (!preview) {
            void vscode.window.showInformationMessage('Open a diagram first.');
            return;
        }
        const target = await vscode.window.showSaveDialog({ filters: { SVG: ['svg'], PNG: ['png'], Mermaid: ['mmd'] }, title: 'Export the diagram' });
        if (!target) return;
        if (target.path.endsWith('.png')) {
            pending = target;
            this.post(preview, { type: 'render', to: 'file' });
            return;
        }
        const { view, colour, detail, requirement, folded, trace } = preview.choice;
        const text = target.path.endsWith('.mmd')
            ? await this.client.sendRequest<string | null>('iacs/mermaid', { uri: preview.uri })
            : (await this.client.sendRequest<DiagramResult>('iacs/diagram', { uri: preview.uri, theme: 'light', view, options: { colour, detail, requirement, folded, trace } })).svg;
        if (text) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    }

    private follow({ textEditor, selections }: vscode.TextEditorSelectionChangeEvent): void {
        if (textEditor.document.languageId !== 'iacs' || this.previews.size === 0) return;
        if (!vscode.workspace.getConfiguration('iacs.diagram').get('followText', true)) return;
        clearTimeout(this.selecting);
        this.selecting = setTimeout(async () => {
            const uri = textEditor.document.uri.toString();
            const ids = await this.client.sendRequest<string[]>('iacs/at', { uri, position: selections[0]?.active ?? { line: 0, character: 0 } });
            for (const preview of this.previews) this.post(preview, { type: 'select', ids });
        }, 150);
    }

    dispose(): void {
        for (const each of this.subscriptions) each.dispose();
        for (const { panel } of this.previews) panel.dispose();
    }
}

let pending: vscode.Uri | undefined;

async function saveImage(url: string): Promise<void> {
    if (!pending) return;
    await vscode.workspace.fs.writeFile(pending, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
    pending = undefined;
}
