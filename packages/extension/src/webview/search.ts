import { mark } from './marks.ts';
import type { PictureView } from './picture.ts';
import type { Viewport } from './viewport.ts';

/** Finds elements by id, title, address or whatever their card says. */
export class Search {
    private readonly input: HTMLInputElement;
    private readonly count: HTMLElement;
    private readonly picture: PictureView;
    private readonly viewport: Viewport;
    private found: readonly SVGGElement[] = [];
    private at = -1;

    constructor(input: HTMLInputElement, count: HTMLElement, picture: PictureView, viewport: Viewport) {
        this.input = input;
        this.count = count;
        this.picture = picture;
        this.viewport = viewport;
        input.addEventListener('input', () => this.run());
        input.addEventListener('keydown', event => {
            if (event.key === 'Enter') this.go(event.shiftKey ? -1 : 1);
            else if (event.key === 'Escape') this.clear();
            else return;
            event.preventDefault();
        });
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
        if (move && this.found.length > 0) this.go(1);
        else this.say();
    }

    private go(step: number): void {
        if (this.found.length === 0) return;
        this.at = (this.at + step + this.found.length) % this.found.length;
        const element = this.found[this.at];
        if (element) this.viewport.reveal(element);
        this.say();
    }

    private say(): void {
        this.count.textContent =
            this.input.value === '' ? '' : this.found.length === 0 ? 'none' : `${this.at + 1} of ${this.found.length}`;
    }

    private clear(): void {
        this.input.value = '';
        this.run();
        this.input.blur();
    }
}
