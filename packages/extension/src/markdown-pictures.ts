import { createHash } from 'node:crypto';
import { toBase64 } from './bytes.ts';

/**
 * So many pictures are kept, those that were shown last. A page with more of them would be drawn again and again, so it
 * is far more than a page has.
 */
const most = 300;

/**
 * The picture of a view of a model, as it is asked for by `main.iacs#View`.
 * @param name as it is written; `null` for the whole model
 * @param file the name of the file, in HTML
 * @returns a view that the model does not have is said, as the whole model would be taken for it
 */
export function viewOrNone(
    name: string | null,
    file: string,
    { svg, views }: { readonly svg: string | null; readonly views: readonly { readonly id: string }[] },
    escape: (text: string) => string,
): Drawn {
    if (name === null || svg === null || views.some(({ id }) => id === name)) return svg;
    const there = views.map(({ id }) => escape(id)).join(', ');
    const known = there === '' ? 'It has no views.' : `There are ${there}.`;
    return { why: `There is no view ${escape(name)} in ${file}. ${known}` };
}

/** The Markdown preview, as far as pictures need it. */
export interface PictureHost {
    theme(): string;
    /** Has the preview written again. */
    refresh(): void;
}

/** Why there is no picture, as a sentence in HTML. */
interface None {
    readonly why: string;
}

/** The SVG, or why there is none; `null` where there is nothing to draw. */
export type Drawn = string | None | null;

const failed: None = { why: 'The diagram could not be drawn: the language server is not there.' };

/** What the page has where a picture is asked for. */
export class Pictures {
    private readonly host: PictureHost;
    /** By key: {@link failed} where it could not be asked for. */
    private readonly known = new Map<string, Drawn>();
    private readonly asked = new Set<string>();

    constructor(host: PictureHost) {
        this.host = host;
    }

    /** What is drawn may be another one: it is asked for again. */
    changed(): void {
        if (this.asked.size === 0) return;
        this.asked.clear();
        this.host.refresh();
    }

    /**
     * The picture as it is known; asks for a newer one, and has the preview written again when it is another one.
     * @param what tells it from all others
     * @param nothing what is said where there is nothing to draw
     */
    shown(what: string, draw: () => Promise<Drawn>, nothing = ''): string {
        const key = createHash('sha256').update(`${this.host.theme()} ${what}`).digest('hex');
        if (!this.asked.has(key)) {
            this.asked.add(key);
            void draw()
                .catch(() => failed)
                .then(answer => this.take(key, answer));
        }
        const answer = this.known.get(key);
        if (answer === undefined) return said('The diagram is being drawn …');
        this.known.delete(key);
        this.known.set(key, answer);
        if (answer === null) return said(nothing);
        if (typeof answer !== 'string') return said(answer.why);
        const data = toBase64(answer);
        return `<p><img class="iacs-diagram" alt="Zone diagram" src="data:image/svg+xml;base64,${data}"></p>`;
    }

    private take(key: string, answer: Drawn): void {
        const before = this.known.get(key);
        // An older picture is better than none while the server is away.
        const isOther = answer === failed ? before === undefined : JSON.stringify(answer) !== JSON.stringify(before);
        if (!isOther) return;
        this.known.set(key, answer);
        const [oldest = key] = this.known.keys();
        if (this.known.size > most) {
            this.known.delete(oldest);
            this.asked.delete(oldest);
        }
        this.host.refresh();
    }
}

const said = (words: string): string => (words === '' ? '' : `<p><em>${words}</em></p>`);
