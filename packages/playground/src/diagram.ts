/** The diagram: the page of the extension's preview in a frame, with this page as its host. */
import type { LSPClient } from '@codemirror/lsp-client';
import type { LocateResult, Proposal, Refusal } from 'iacs-language/lsp';
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

/** Draws the model of the file in front, again after each change. */
export class Diagram {
    private readonly host: DiagramHost;
    private readonly frame: HTMLIFrameElement;
    private readonly session: PreviewSession;

    /** @param page the page of the preview, whose script may run by the policy of this one */
    constructor(host: DiagramHost, frame: HTMLIFrameElement, page: string) {
        this.host = host;
        this.frame = frame;
        this.session = new PreviewSession({
            request: (method, params) => this.ask(method, params),
            say: message => this.say(message),
            uri: () => host.uri(),
            preset: () => ({
                colour: 'target',
                detail: 'assets',
                animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
            }),
            go: place => host.go(place),
        });
        window.addEventListener('message', ({ source, data }: MessageEvent<ToHost>) => {
            if (source === frame.contentWindow) void this.take(data);
        });
        frame.srcdoc = page;
    }

    /** Another model: what was chosen for the last one is forgotten. */
    reset(): void {
        this.session.choice = firstChoice;
    }

    say(message: ToPage | { readonly type: 'theme'; readonly theme: string }): void {
        if (this.session.isReady) this.frame.contentWindow?.postMessage(message, '*');
    }

    draw(): Promise<void> {
        return this.session.draw();
    }

    private async take(message: ToHost): Promise<void> {
        const handled = this.session.take(message);
        if (message.type === 'ready') this.onReady();
        if (await handled) return;
        switch (message.type) {
            case 'writeCase':
                return this.writeCase();
            case 'export':
                return this.export();
            case 'image':
                return saveFile('zones.png', toBytes(message.url));
            case 'failed':
                return say(message.message);
        }
    }

    /** What the page of the preview is told first. */
    onReady: () => void = () => {};

    private ask<R>(method: string, params: object): Promise<R> {
        return this.host.client.request<object, R>(method, params);
    }

    /** Shows the view that would hold the case; it is written by hand, where the reader wants it. */
    private async writeCase(): Promise<void> {
        const { cut, assumed } = this.session.choice;
        const answer = await this.ask<Proposal | Refusal>('iacs/writeCase', {
            uri: this.host.uri(),
            name: 'WhatIf',
            cut,
            assumed,
        });
        if ('refused' in answer) return say(answer.refused);
        const facts = [
            ...(cut.length > 0 ? [`  cut ${cut.join(', ')}`] : []),
            ...(assumed.length > 0 ? [`  assume ${assumed.join(', ')}`] : []),
        ];
        return say(['view WhatIf {', ...facts, '}'].join('\n'));
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

/** A data URL as bytes. `fetch` is not allowed here, for anything. */
function toBytes(url: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), each => each.charCodeAt(0));
}
