import {
    commands,
    Range,
    Selection,
    TextEditorRevealType,
    Uri,
    ViewColumn,
    window,
    workspace,
    type Disposable,
    type TextEditor,
    type WebviewPanel,
} from 'vscode';
import { fromBase64 } from '../bytes.ts';
import type { LocateResult, Requests } from '../requests.ts';
import { firstChoice, type Choice, type PageState, type ToHost, type ToPage } from './messages.ts';
import { diagramPage } from './page.ts';

export const diagramView = 'iacs.diagram';
const pause = 120;

/** The live diagram beside the text. It follows the `.iacs` file that the user works in. */
export class DiagramPanel implements Disposable {
    readonly panel: WebviewPanel;
    /** True for a diagram that keeps its model when a file of another one comes into the editor. */
    stays = false;
    private readonly requests: Requests;
    private uri: string;
    private choice: Choice;
    private ready = false;
    private asked = 0;
    private timer: NodeJS.Timeout | null = null;
    private afterPicture: (() => void) | null = null;
    private image: ((png: Uint8Array) => void) | null = null;
    private readonly listening: Disposable[];

    constructor(panel: WebviewPanel, extension: Uri, requests: Requests, uri: string, state?: PageState) {
        this.panel = panel;
        this.requests = requests;
        this.uri = uri;
        this.choice = state?.choice ?? firstChoice;
        const icon = (theme: string): Uri => Uri.joinPath(extension, 'media', `diagram-${theme}.svg`);
        panel.iconPath = { light: icon('light'), dark: icon('dark') };
        panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, 'dist')] };
        this.listening = [
            panel.webview.onDidReceiveMessage((message: ToHost) => void this.take(message)),
            window.onDidChangeTextEditorSelection(event => void this.follow(event.textEditor)),
            panel.onDidDispose(() => this.dispose()),
        ];
        panel.webview.html = diagramPage(panel.webview, extension);
    }

    get shown(): { readonly uri: string; readonly choice: Choice } {
        return { uri: this.uri, choice: this.choice };
    }

    /** Another file has come into the editor: of the same model it is the same picture, with its view and folds. */
    async about(uri: string): Promise<void> {
        if (uri === this.uri) return;
        const before = this.uri;
        this.uri = uri;
        const [older, newer] = await Promise.all([before, uri].map(each => this.rootOf(each)));
        if (this.uri !== uri) return;
        if (older === null || older !== newer)
            this.choice = { ...this.choice, view: null, folded: [], trace: [], traceTitle: null };
        this.changed();
    }

    private async rootOf(uri: string): Promise<string | null> {
        return (await this.requests.status(uri).catch(() => null))?.root ?? null;
    }

    /** The models have changed: asks for the picture after a short rest. */
    changed(): void {
        if (this.timer) clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.draw(), pause);
    }

    /** Draws with another choice, or parts of one. */
    async choose(part: Partial<Choice>): Promise<void> {
        this.choice = { ...this.choice, ...part };
        await this.draw();
    }

    /** Marks an element and brings it into sight, as soon as there is a picture. */
    select(id: string): void {
        const say = (): void => this.say({ type: 'select', ids: [id] });
        if (this.ready && !this.afterPicture) say();
        this.afterPicture = say;
    }

    /** The picture as PNG, made by the page. */
    png(): Promise<Uint8Array> {
        return new Promise(resolve => {
            this.image = resolve;
            this.say({ type: 'render', to: 'file' });
        });
    }

    copyImage(): void {
        this.panel.reveal(undefined, false);
        this.say({ type: 'render', to: 'clipboard' });
    }

    async reach(id: string): Promise<void> {
        const { reaches, reachedBy, flows } = await this.requests.reach(this.uri, id);
        const others = (ids: readonly string[]): number => new Set(ids.filter(each => each !== id)).size;
        await this.choose({
            trace: [...new Set([id, ...reaches, ...reachedBy, ...flows])],
            traceTitle:
                `${id} reaches ${others(reaches)} and is reached from ${others(reachedBy)} assets over the declared ` +
                'flows',
        });
    }

    async open(id: string): Promise<void> {
        const place = await this.requests.locate(this.uri, id);
        if (place) await revealPlace(place);
    }

    dispose(): void {
        if (this.timer) clearTimeout(this.timer);
        for (const each of this.listening) each.dispose();
    }

    private say(message: ToPage): void {
        void this.panel.webview.postMessage(message);
    }

    private async take(message: ToHost): Promise<void> {
        switch (message.type) {
            case 'ready':
                this.ready = true;
                return this.draw();
            case 'open':
                return this.open(message.id);
            case 'reach':
                return this.reach(message.id);
            case 'choose':
                return this.choose(message.choice);
            case 'export':
                return void commands.executeCommand('iacs.exportDiagram');
            case 'copied':
                return void window.setStatusBarMessage('The diagram is on the clipboard.', 4000);
            case 'image':
                return this.image?.(fromBase64(message.url.slice(message.url.indexOf(',') + 1)));
            case 'failed':
                return void window.showErrorMessage(message.message);
        }
    }

    private async draw(): Promise<void> {
        if (!this.ready) return;
        const count = ++this.asked;
        const settings = workspace.getConfiguration('iacs.diagram');
        const { view, colour, detail, requirement, asFound, folded, trace } = this.choice;
        const preset =
            view === null
                ? { colour: settings.get('colour', 'target'), detail: settings.get('detail', 'assets') }
                : { colour: null, detail: null };
        try {
            const answer = await this.requests.diagram({
                uri: this.uri,
                theme: 'auto',
                view,
                options: {
                    colour: colour ?? (preset.colour as Choice['colour']),
                    detail: detail ?? (preset.detail as Choice['detail']),
                    requirement,
                    asFound,
                    folded,
                    trace,
                },
            });
            if (count !== this.asked) return;
            if (answer.svg === null)
                return this.say({ type: 'nothing', message: answer.message ?? 'There is nothing to draw yet.' });
            this.say({
                type: 'picture',
                uri: this.uri,
                svg: answer.svg,
                notice: answer.message,
                views: answer.views,
                requirements: answer.requirements,
                hasEvidence: answer.hasEvidence,
                choice: this.choice,
                drawn: { colour: preset.colour ?? 'target', detail: preset.detail ?? 'assets' },
                animate: settings.get('animate', true),
            });
            this.afterPicture?.();
            this.afterPicture = null;
        } catch (error) {
            if (count === this.asked)
                this.say({
                    type: 'notice',
                    message:
                        'The picture could not be drawn: ' +
                        `${error instanceof Error ? error.message : String(error)}`,
                });
        }
    }

    private async follow(editor: TextEditor): Promise<void> {
        if (
            editor.document.languageId !== 'iacs' ||
            !workspace.getConfiguration('iacs.diagram').get('followText', true)
        )
            return;
        const uri = editor.document.uri.toString();
        const { active } = editor.selection;
        await this.about(uri);
        const ids = await this.requests.at(uri, { line: active.line, character: active.character }).catch(() => []);
        this.say({ type: 'select', ids });
    }
}

/** Opens a place in the editor group of the text, not over the diagram. */
export async function revealPlace({ uri, range }: LocateResult): Promise<void> {
    const target = Uri.parse(uri);
    const open = window.visibleTextEditors.find(editor => editor.document.uri.toString() === target.toString());
    const beside = open ?? window.visibleTextEditors.find(editor => editor.document.languageId === 'iacs');
    const document = await workspace.openTextDocument(target);
    const editor = await window.showTextDocument(document, {
        viewColumn: beside?.viewColumn ?? ViewColumn.One,
        preview: true,
    });
    const place = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
    // Nothing is selected: who goes on typing there must not overwrite a name.
    editor.selection = new Selection(place.start, place.start);
    editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}
