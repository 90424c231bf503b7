import { createHash } from 'node:crypto';
import { toBase64 } from './bytes.ts';

/**
 * So many pictures are kept, those that were shown last. A page with more of them would be drawn again and again, so it
 * is far more than a page has.
 */
const most = 300;

/** The Markdown preview, as far as pictures need it. */
export interface PictureHost {
    theme(): string;
    /** Has the preview written again. */
    refresh(): void;
}

/** What stands in the page where a picture is asked for. */
export class Pictures {
    private readonly host: PictureHost;
    /** By key: the SVG; `null` where there is nothing to draw; `failed` where it could not be asked for. */
    private readonly known = new Map<string, string | { readonly failed: true } | null>();
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
    shown(what: string, draw: () => Promise<string | null>, nothing = ''): string {
        const key = createHash('sha256').update(`${this.host.theme()} ${what}`).digest('hex');
        if (!this.asked.has(key)) {
            this.asked.add(key);
            void draw()
                .catch(() => ({ failed: true }) as const)
                .then(answer => this.take(key, answer));
        }
        const answer = this.known.get(key);
        if (answer === undefined) return said('The diagram is being drawn …');
        this.known.delete(key);
        this.known.set(key, answer);
        if (answer === null) return said(nothing);
        if (typeof answer !== 'string')
            return said('The diagram could not be drawn: the language server is not there.');
        const data = toBase64(answer);
        return `<p><img class="iacs-diagram" alt="Zone diagram" src="data:image/svg+xml;base64,${data}"></p>`;
    }

    private take(key: string, answer: string | { readonly failed: true } | null): void {
        const before = this.known.get(key);
        // An older picture is better than none while the server is away.
        const isOther = typeof answer === 'object' && answer !== null ? before === undefined : answer !== before;
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
