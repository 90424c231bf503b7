/** The diagram: the page of the extension's preview in a frame, with this page as its host. */
import type { LSPClient } from '@codemirror/lsp-client';
import type { LocateResult } from 'iacs-language/lsp';
import { firstChoice, type ToHost, type ToPage } from '../../extension/src/preview/messages.ts';
import { PreviewSession } from '../../extension/src/preview/session.ts';
import { ask, say } from './dialogs.ts';
import { saveFile } from './disk.ts';

export interface DiagramHost {
    readonly client: LSPClient;
    /** The file in front; `null` before there is one. */
    uri(): string | null;
    go(place: LocateResult): void;
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Draws the model of the file in front, again after each change. */
export class Diagram {
    private readonly frame: HTMLIFrameElement;
    private readonly session: PreviewSession;

    /** @param page the page of the preview, whose script may run by the policy of this one */
    constructor(host: DiagramHost, frame: HTMLIFrameElement, page: string) {
        this.frame = frame;
        this.session = new PreviewSession({
            request: <R>(method: string, params: object) => host.client.request<object, R>(method, params),
            say: message => this.say(message),
            uri: () => host.uri(),
            preset: () => ({ colour: 'target', detail: 'assets', animate: !calm.matches }),
            go: place => host.go(place),
        });
        window.addEventListener('message', ({ source, data }: MessageEvent<ToHost>) => {
            if (source === frame.contentWindow) void this.take(data);
        });
        frame.srcdoc = page;
    }

    /** What the page of the preview is told first. */
    onReady: () => void = () => {};

    /** Another model: what was chosen for the last one is forgotten. */
    reset(): void {
        this.session.choice = firstChoice;
    }

    draw(): Promise<void> {
        return this.session.draw();
    }

    say(message: ToPage | { readonly type: 'theme'; readonly theme: string }): void {
        this.frame.contentWindow?.postMessage(message, '*');
    }

    private async take(message: ToHost): Promise<void> {
        if (message.type === 'ready') this.onReady();
        if (await this.session.take(message)) return;
        switch (message.type) {
            case 'export':
                return this.export();
            case 'image':
                return saveFile('zones.png', toBytes(message.url));
            case 'copied':
                return say('The diagram is on the clipboard.');
            case 'writeCase':
                return say('Cases are written into a view by the extension of VS Code.');
            case 'draw':
                return say('A line becomes a flow in the extension of VS Code. Here, write it in the text.');
            case 'failed':
                return say(message.message);
        }
    }

    private async export(): Promise<void> {
        const format = await ask<string>(
            'Save the diagram',
            [],
            [
                { label: 'SVG', value: 'svg', main: true },
                { label: 'PNG', value: 'png' },
                { label: 'draw.io', value: 'drawio' },
                { label: 'Mermaid', value: 'mmd' },
            ],
        );
        if (format === null) return;
        if (format === 'png') return this.session.render('file');
        const text = await this.session.onPaper(format);
        if (text !== null) saveFile(`zones.${format}`, text);
    }
}

/** The bytes of a data URL. `fetch` is not allowed here, for anything. */
function toBytes(url: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), each => each.charCodeAt(0));
}
