import { mark } from './marks.ts';
import type { PictureView } from './picture.ts';
import type { Viewport } from './viewport.ts';

/** What is done with what was found. */
export interface SearchHost {
    /** Shows what is said of an element. */
    show(element: SVGGElement): void;
    /** Opens its text. */
    open(element: SVGGElement): void;
    /** Nothing in the picture has these words: the model may have something that the picture hides. */
    findHidden(words: string): void;
}

/** Finds elements by id, title, address or whatever their card says. */
export class Search {
    private readonly input: HTMLInputElement;
    private readonly count: HTMLElement;
    private readonly picture: PictureView;
    private readonly viewport: Viewport;
    private readonly host: SearchHost;
    private found: readonly SVGGElement[] = [];
    private at = -1;

    constructor(
        input: HTMLInputElement,
        count: HTMLElement,
        picture: PictureView,
        viewport: Viewport,
        host: SearchHost,
    ) {
        this.input = input;
        this.count = count;
        this.picture = picture;
        this.viewport = viewport;
        this.host = host;
        input.addEventListener('input', () => this.run());
        input.addEventListener('keydown', event => {
            if (event.key === 'Enter') this.enter(event);
            else if (event.key === 'Escape') this.clear();
            else return;
            event.preventDefault();
        });
    }

    /** The next one that was found, or the one before; asks for words where there are none. */
    next(step: 1 | -1): void {
        if (this.found.length > 0) this.go(step);
        else this.input.focus();
    }

    private enter(event: KeyboardEvent): void {
        const here = this.found[this.at];
        if ((event.ctrlKey || event.metaKey) && here) this.host.open(here);
        else if (this.found.length > 0) this.go(event.shiftKey ? -1 : 1);
        else if (this.input.value.trim() !== '') this.host.findHidden(this.input.value);
    }

    /** Looks again, after the picture has changed. */
    refresh(): void {
        if (this.input.value !== '') this.run(false);
    }

    private run(move = true): void {
        const wanted = this.input.value.trim().toLowerCase();
        const words = (element: Element): string =>
            `${element.getAttribute('data-id') ?? ''}\n${element.getAttribute('data-tip') ?? ''}`.toLowerCase();
        this.found = wanted === '' ? [] : this.picture.elements.filter(element => words(element).includes(wanted));
        this.at = -1;
        mark(
            'found',
            this.found.map(element => element.getAttribute('data-id') ?? ''),
        );
        mark('hit', []);
        if (move && this.found.length > 0) this.go(1);
        else this.say();
    }

    private go(step: number): void {
        if (this.found.length === 0) return;
        this.at = (this.at + step + this.found.length) % this.found.length;
        const element = this.found[this.at];
        if (element) {
            mark('hit', [element.getAttribute('data-id') ?? '']);
            this.viewport.reveal(element);
            this.host.show(element);
        }
        this.say();
    }

    private say(): void {
        this.count.textContent =
            this.input.value === ''
                ? ''
                : this.found.length === 0
                  ? 'none here'
                  : `${this.at + 1} of ${this.found.length}`;
    }

    private clear(): void {
        this.input.value = '';
        this.run();
        this.input.blur();
    }
}
