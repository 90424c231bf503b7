import type { Picture } from '../preview/messages.ts';

/** Shows the views of the model one after the other, each with its title and what is said of it. */
export class Presentation {
    private readonly caption: HTMLElement;
    private readonly step: (by: 1 | -1) => void;
    private readonly fit: () => void;

    constructor(caption: HTMLElement, step: (by: 1 | -1) => void, fit: () => void) {
        this.caption = caption;
        this.step = step;
        this.fit = fit;
        window.addEventListener(
            'keydown',
            event => {
                if (!this.isOn) return;
                const forward = ['PageDown', ' ', 'ArrowRight', 'ArrowDown'].includes(event.key);
                const back = ['PageUp', 'ArrowLeft', 'ArrowUp'].includes(event.key);
                if (!forward && !back) return;
                event.preventDefault();
                event.stopPropagation();
                this.step(forward ? 1 : -1);
            },
            { capture: true },
        );
    }

    get isOn(): boolean {
        return document.body.classList.contains('presenting');
    }

    toggle(on = !this.isOn): void {
        document.body.classList.toggle('presenting', on);
        this.caption.hidden = !on;
        requestAnimationFrame(this.fit);
    }

    show({ views, choice, title }: Picture): void {
        const at = views.findIndex(view => view.id === choice.view);
        const view = views[at];
        const heading = document.createElement('b');
        heading.textContent = view?.title ?? title;
        const count = document.createElement('span');
        count.textContent = `${at + 2} of ${views.length + 1}`;
        const words = document.createElement('p');
        words.textContent = view?.description ?? '';
        this.caption.replaceChildren(heading, count, words);
        if (this.isOn) this.fit();
    }
}
