/** What all hosts of the preview have in common: a model, a choice, and the questions to the server. */
import type { DiagramResult, ElementItem, Hanging, LocateResult, Refusal } from 'iacs-language/lsp';
import { firstChoice, type Choice, type Pane, type ToHost, type ToPage } from './messages.ts';

/** What a host gives. */
export interface SessionHost {
    request<R>(method: string, params: object): Promise<R>;
    say(message: ToPage): void;
    /** A file of the model that is shown; `null` before there is one. */
    uri(): string | null;
    /** What is drawn where neither reader nor view says anything. */
    preset(): { readonly colour: string; readonly detail: string; readonly animate: boolean };
    go(place: LocateResult): unknown;
    /** Writes the file of places beside the model; left out where there are no files. */
    writePlaces?(uri: string, text: string): unknown;
}

/** The choice as the server takes it. */
export function questionOf(choice: Choice, preset?: { readonly colour: string; readonly detail: string }): object {
    const { view, folded, colour, detail, traceTitle: _, ...rest } = choice;
    const usual = view === null ? preset : undefined;
    return {
        view,
        options: {
            ...rest,
            colour: colour ?? usual?.colour ?? null,
            detail: detail ?? usual?.detail ?? null,
            ...(folded === null ? {} : { folded }),
        },
    };
}

/** One preview: draws what is chosen, and answers what does not need more than that. */
export class PreviewSession {
    choice: Choice = firstChoice;
    private readonly host: SessionHost;
    private pane: Pane | null = null;
    private asked = 0;
    /** What is done once with the next picture. */
    private afterwards: (() => void) | null = null;

    constructor(host: SessionHost) {
        this.host = host;
    }

    get isReady(): boolean {
        return this.pane !== null;
    }

    /** Draws with another choice, or parts of one. */
    async choose(part: Partial<Choice>): Promise<void> {
        this.choice = { ...this.choice, ...part };
        await this.draw();
    }

    /** Marks an element and brings it into sight: now, or as soon as it is drawn. */
    select(id: string, when: 'now' | 'drawn' = 'drawn'): void {
        const say = (): void => this.host.say({ type: 'select', ids: [id] });
        if (when === 'now') say();
        else this.afterwards = say;
    }

    /** Draws, and gives the page the picture. */
    async draw(fresh = false): Promise<void> {
        const uri = this.host.uri();
        if (!this.pane || uri === null) return;
        const count = ++this.asked;
        const { animate, ...preset } = this.host.preset();
        try {
            const answer = await this.host.request<DiagramResult>('iacs/diagram', {
                uri,
                theme: 'auto',
                pane: this.pane,
                fresh,
                ...questionOf(this.choice, preset),
            });
            if (count !== this.asked) return;
            const { svg, message, stale: _, ...rest } = answer;
            if (svg === null)
                return this.host.say({ type: 'nothing', message: message ?? 'There is nothing to draw yet.' });
            const drawn = this.choice.view === null ? preset : { colour: 'target', detail: 'assets' };
            this.host.say({
                type: 'picture',
                uri,
                svg,
                notice: message,
                ...rest,
                choice: this.choice,
                drawn,
                animate,
            });
            this.afterwards?.();
            this.afterwards = null;
        } catch (error) {
            if (count !== this.asked) return;
            const reason = error instanceof Error ? error.message : String(error);
            this.host.say({ type: 'notice', message: `The picture could not be drawn: ${reason}` });
        }
    }

    /** The picture for a file: with heading, legend and title block. `null` for a format that is not known. */
    async onPaper(format: string): Promise<string | null> {
        const uri = this.host.uri();
        if (uri === null) return null;
        const { animate: _, ...preset } = this.host.preset();
        const question = questionOf(this.choice, preset);
        return this.host.request('iacs/export', { uri, theme: 'light', ...question, format });
    }

    /** Has the page make a PNG of the picture on paper. */
    async render(to: 'file' | 'clipboard'): Promise<void> {
        const svg = await this.onPaper('svg');
        if (svg !== null) this.host.say({ type: 'render', to, svg });
    }

    /**
     * Takes what the page says.
     * @returns false for what is left to the host
     */
    async take(message: ToHost): Promise<boolean> {
        const uri = this.host.uri();
        switch (message.type) {
            case 'ready':
            case 'pane':
                this.pane = message.pane;
                await this.draw();
                return true;
            case 'choose':
                await this.choose(message.choice);
                return true;
            case 'fresh':
                await this.draw(true);
                return true;
            case 'open': {
                const place = await this.host.request<LocateResult | null>('iacs/locate', { uri, id: message.id });
                if (place) await this.host.go(place);
                return true;
            }
            case 'move':
                await this.place({ key: message.key, dx: message.dx, dy: message.dy });
                return true;
            case 'moveBack':
                await this.place({ back: true });
                return true;
            case 'wouldDraw':
                await this.hang(message.from, message.to);
                return true;
            case 'find':
                await this.find(message.words);
                return true;
            case 'today':
                await this.host.request('iacs/day', { day: null });
                return true;
            default:
                return false;
        }
    }

    private async hang(from: string, to: string): Promise<void> {
        const answer = await this.host.request<Hanging | Refusal>('iacs/wouldDraw', { uri: this.host.uri(), from, to });
        const would = (title: string, effects: readonly string[]): void =>
            this.host.say({ type: 'would', from, to, title, effects });
        if ('refused' in answer) return would(answer.refused, []);
        const { flow, verdict, effects } = answer;
        would(`${from} → ${to} : ${flow.protocol}, ${flow.access}`, [verdict, ...effects]);
    }

    private async place(how: object): Promise<void> {
        const { animate: _, ...preset } = this.host.preset();
        const answer = await this.host.request<{ uri: string | null; text: string } | null>('iacs/place', {
            uri: this.host.uri(),
            pane: this.pane,
            ...questionOf(this.choice, preset),
            ...how,
        });
        if (!answer) return;
        if (answer.uri !== null) await this.host.writePlaces?.(answer.uri, answer.text);
        await this.draw();
    }

    /** Opens what hides the first zone or asset with these words, and goes to it. */
    private async find(words: string): Promise<void> {
        const wanted = words.trim().toLowerCase();
        const all = await this.host.request<readonly ElementItem[]>('iacs/elements', { uri: this.host.uri() });
        const found = all.find(({ id, title }) => `${id}\n${title ?? ''}`.toLowerCase().includes(wanted));
        if (!found) return;
        this.select(found.id);
        await this.choose({
            folded: (this.choice.folded ?? []).filter(zone => !found.id.startsWith(`${zone}.`) && zone !== found.id),
            inside: null,
            view: null,
            ...(found.kind === 'asset' ? { detail: 'assets' as const } : {}),
        });
    }
}
