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
import { fromBase64, toBytes } from '../bytes.ts';
import type { LocateResult, Requests } from '../requests.ts';
import { tabTitle } from '../tab-title.ts';
import { firstChoice, type Choice, type Gesture, type PageState, type ToHost, type ToPage } from './messages.ts';
import { diagramPage } from './page.ts';
import { PreviewSession } from './session.ts';

export const diagramView = 'iacs.diagram';
export const diagramTitle = 'Zones and conduits';
const pause = 120;
/** So long an image may take, in milliseconds. */
const longest = 60_000;

/** The live diagram beside the text. It follows the `.iacs` file that the user works in. */
export class DiagramPanel implements Disposable {
    readonly panel: WebviewPanel;
    /** True for a diagram that keeps its model when a file of another one comes into the editor. */
    stays = false;
    private readonly requests: Requests;
    private readonly session: PreviewSession;
    private uri: string;
    private timer: NodeJS.Timeout | null = null;
    /** What waits for the page to run again after it was behind another one. */
    private running: PromiseWithResolvers<void> | null = null;
    private image: PromiseWithResolvers<Uint8Array> | null = null;
    private readonly listening: Disposable[];

    constructor(panel: WebviewPanel, extension: Uri, requests: Requests, uri: string, state?: PageState) {
        this.panel = panel;
        this.requests = requests;
        this.uri = uri;
        const settings = (): ReturnType<typeof workspace.getConfiguration> =>
            workspace.getConfiguration('iacs.diagram');
        this.session = new PreviewSession({
            request: (method, params) => requests.ask(method, params),
            say: message => this.say(message),
            uri: () => this.uri,
            preset: () => ({
                colour: settings().get('colour', 'target'),
                detail: settings().get('detail', 'assets'),
                animate: settings().get('animate', true),
            }),
            go: revealPlace,
            writePlaces: (file, text) => writePlaces(Uri.parse(file), text),
        });
        this.session.choice = { ...firstChoice, ...state?.choice };
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
        return { uri: this.uri, choice: this.session.choice };
    }

    /** Another file has come into the editor: of the same model it is the same picture, with its view and folds. */
    async about(uri: string): Promise<void> {
        if (uri === this.uri) return;
        const before = this.uri;
        this.uri = uri;
        const [older, newer] = await Promise.all([before, uri].map(each => this.rootOf(each)));
        if (this.uri !== uri) return;
        if (older === null || older !== newer) {
            const { colour, detail, conduits, requirement, asFound } = this.session.choice;
            this.session.choice = { ...firstChoice, colour, detail, conduits, requirement, asFound };
        }
        this.changed();
    }

    private async rootOf(uri: string): Promise<string | null> {
        return (await this.requests.status(uri).catch(() => null))?.root ?? null;
    }

    /** The models have changed: asks for the picture after a short rest. */
    changed(): void {
        if (this.timer) clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.session.draw(), pause);
    }

    /** Draws with another choice, or parts of one. */
    choose(part: Partial<Choice>): Promise<void> {
        return this.session.choose(part);
    }

    /** Marks an element and brings it into sight, as soon as there is a picture. */
    select(id: string): void {
        if (this.session.isReady) this.session.select(id, 'now');
        this.session.select(id);
    }

    /** What a menu of the editor asks of the element that it was opened on. */
    gesture(gesture: Gesture, id: string): void {
        this.say({ type: 'gesture', gesture, id });
    }

    /** Hangs a line on the pointer, from an element of the picture. */
    hang(from: string): void {
        this.say({ type: 'hang', from });
    }

    /** The picture as PNG, made by the page. A page that is behind another one does not run: it comes to the front. */
    async png(): Promise<Uint8Array> {
        const image = (this.image = Promise.withResolvers<Uint8Array>());
        const late = setTimeout(() => image.reject(new Error('The page of the diagram gave no answer.')), longest);
        try {
            await Promise.race([this.toFront(true), image.promise]);
            await this.session.render('file');
            return await image.promise;
        } finally {
            clearTimeout(late);
        }
    }

    /** The picture as text, as it is printed; `null` for a format that is not known. */
    onPaper(format: string): Promise<string | null> {
        return this.session.onPaper(format);
    }

    async copyImage(): Promise<void> {
        await this.toFront(false);
        await this.session.render('clipboard');
    }

    /** Brings the page to the front, and waits until it runs. */
    private async toFront(preserveFocus: boolean): Promise<void> {
        const runs = this.panel.visible ? null : (this.running = Promise.withResolvers<void>()).promise;
        if (runs || !preserveFocus) this.panel.reveal(undefined, preserveFocus);
        await runs;
    }

    async open(id: string): Promise<void> {
        await this.session.take({ type: 'open', id });
    }

    dispose(): void {
        if (this.timer) clearTimeout(this.timer);
        for (const each of this.listening) each.dispose();
        this.image?.reject(new Error('The diagram was closed.'));
    }

    private say(message: ToPage): void {
        if (message.type === 'picture') {
            const view = message.views.find(({ id }) => id === message.choice.view)?.title;
            this.panel.title = tabTitle(view ?? diagramTitle, message.system);
        } else if (message.type === 'nothing') this.panel.title = diagramTitle;
        void this.panel.webview.postMessage(message);
    }

    private async take(message: ToHost): Promise<void> {
        if (message.type === 'ready') this.running?.resolve();
        if (await this.session.take(message)) return;
        switch (message.type) {
            case 'draw':
                return void commands.executeCommand('iacs.drawFlow', { ...message, uri: this.uri });
            case 'writeCase':
                return void commands.executeCommand('iacs.writeCase');
            case 'export':
                return void commands.executeCommand('iacs.exportDiagram');
            case 'copied':
                return void window.setStatusBarMessage('The diagram is on the clipboard.', 4000);
            case 'image':
                return this.image?.resolve(fromBase64(message.url.slice(message.url.indexOf(',') + 1)));
            case 'failed':
                if (message.to === 'file') return this.image?.reject(new Error(message.message));
                return void window.showErrorMessage(message.message);
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

/** Writes the places beside the model: a model that is not saved has no such file, and keeps them while it is open. */
async function writePlaces(file: Uri, text: string): Promise<void> {
    if (file.scheme !== 'file') return;
    try {
        await workspace.fs.writeFile(file, toBytes(text));
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(`The places could not be written: ${reason}`);
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
