/** The diagram: the page of the extension's preview in a frame, with this page as its host. */
import type { LSPClient } from '@codemirror/lsp-client';
import type { DiagramResult, LocateResult, ReachResult } from 'iacs-language/lsp';
import { firstChoice, type Choice, type ToHost, type ToPage } from '../../extension/src/preview/messages.ts';
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
    private choice: Choice = firstChoice;
    private ready = false;
    private asked = 0;

    /** @param page the page of the preview, whose script may run by the policy of this one */
    constructor(host: DiagramHost, frame: HTMLIFrameElement, page: string) {
        this.host = host;
        this.frame = frame;
        window.addEventListener('message', ({ source, data }: MessageEvent<ToHost>) => {
            if (source === frame.contentWindow) void this.take(data);
        });
        frame.srcdoc = page;
    }

    /** Another model: what was chosen for the last one is forgotten. */
    reset(): void {
        this.choice = firstChoice;
    }

    say(message: ToPage | { readonly type: 'theme'; readonly theme: string }): void {
        if (this.ready) this.frame.contentWindow?.postMessage(message, '*');
    }

    async draw(): Promise<void> {
        const uri = this.host.uri();
        if (!this.ready || uri === null) return;
        const count = ++this.asked;
        const { view, colour, detail, requirement, asFound, folded, trace } = this.choice;
        const answer = await this.host.client.request<object, DiagramResult>('iacs/diagram', {
            uri,
            theme: 'auto',
            view,
            options: { colour, detail, requirement, asFound, folded, trace },
        });
        if (count !== this.asked) return;
        if (answer.svg === null)
            return this.say({ type: 'nothing', message: answer.message ?? 'There is nothing to draw yet.' });
        this.say({
            type: 'picture',
            uri,
            svg: answer.svg,
            notice: answer.message,
            views: answer.views,
            requirements: answer.requirements,
            hasEvidence: answer.hasEvidence,
            choice: this.choice,
            drawn: { colour: 'target', detail: 'assets' },
            animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        });
    }

    private async choose(next: Partial<Choice>): Promise<void> {
        this.choice = { ...this.choice, ...next };
        await this.draw();
    }

    private async take(message: ToHost): Promise<void> {
        const uri = this.host.uri();
        if (message.type === 'ready') {
            this.ready = true;
            this.onReady();
            return this.draw();
        }
        if (uri === null) return;
        switch (message.type) {
            case 'open': {
                const place = await this.ask<LocateResult | null>('iacs/locate', { uri, id: message.id });
                return place ? this.host.go(place) : undefined;
            }
            case 'reach':
                return this.reach(uri, message.id);
            case 'choose':
                return this.choose(message.choice);
            case 'export':
                return this.export(uri);
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

    private async reach(uri: string, id: string): Promise<void> {
        const { reaches, reachedBy, flows } = await this.ask<ReachResult>('iacs/reach', { uri, id });
        const others = (ids: readonly string[]): number => new Set(ids.filter(each => each !== id)).size;
        await this.choose({
            trace: [...new Set([id, ...reaches, ...reachedBy, ...flows])],
            traceTitle:
                `${id} reaches ${others(reaches)} and is reached from ${others(reachedBy)} assets over the declared ` +
                'flows',
        });
    }

    private async export(uri: string): Promise<void> {
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
        if (format === 'png') return this.say({ type: 'render', to: 'file' });
        const { view, colour, detail, requirement, asFound, folded, trace } = this.choice;
        const options = { colour, detail, requirement, asFound, folded, trace };
        const text = await this.ask<string | null>('iacs/export', { uri, theme: 'light', view, options, format });
        if (text !== null) saveFile(`zones.${format}`, text);
    }
}

/** A data URL as bytes. `fetch` is not allowed here, for anything. */
function toBytes(url: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), each => each.charCodeAt(0));
}
