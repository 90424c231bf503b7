import type { PictureView } from './picture.ts';

const delay = 350;
const columns = ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA'];
const levels = /^(SL-[TCA]) ([-–\d](?: [-–\d]){6})( .*)?$/u;

/** The card that shows what is under the pointer or has the focus: its levels and what was found there. */
export class Card {
    private readonly card: HTMLElement;
    private readonly frame: HTMLElement;
    private timer = 0;
    private shown: Element | null = null;

    constructor(frame: HTMLElement, card: HTMLElement, picture: PictureView) {
        this.frame = frame;
        this.card = card;
        frame.addEventListener('pointermove', event => {
            const element = event.buttons === 0 ? picture.elementAround(event.target) : null;
            if (element === this.shown) return;
            this.hide();
            this.shown = element;
            if (element) this.timer = window.setTimeout(() => this.show(element, event.clientX, event.clientY), delay);
        });
        frame.addEventListener('pointerleave', () => this.hide());
        frame.addEventListener('pointerdown', () => this.hide());
        frame.addEventListener('focusin', event => {
            const element = picture.elementAround(event.target);
            if (!element?.matches(':focus-visible')) return;
            this.hide();
            const box = element.getBoundingClientRect();
            this.shown = element;
            this.timer = window.setTimeout(
                () => this.show(element, box.left + Math.min(60, box.width), box.top + 20),
                delay,
            );
        });
    }

    /** Shows at once what is said of an element. */
    showFor(element: Element): void {
        const box = element.getBoundingClientRect();
        this.hide();
        this.shown = element;
        this.show(element, box.left + Math.min(60, box.width), box.top + 20);
    }

    hide(): void {
        clearTimeout(this.timer);
        this.card.hidden = true;
        this.shown = null;
    }

    private show(element: Element, x: number, y: number): void {
        const tip = element.getAttribute('data-tip');
        if (!tip || this.frame.classList.contains('hanging')) return;
        this.card.replaceChildren(...content(element, tip));
        this.card.hidden = false;
        const frame = this.frame.getBoundingClientRect();
        const { offsetWidth: width, offsetHeight: height } = this.card;
        this.card.style.left = `${Math.max(4, Math.min(x - frame.left + 14, frame.width - width - 6))}px`;
        const below = y - frame.top + 18;
        this.card.style.top = `${below + height < frame.height ? below : Math.max(4, y - frame.top - height - 12)}px`;
    }
}

function make(tag: string, text: string, className = ''): HTMLElement {
    const element = document.createElement(tag);
    element.textContent = text;
    if (className !== '') element.className = className;
    return element;
}

/** Lines of levels become a table, lines of the badge become findings. */
function content(element: Element, tip: string): HTMLElement[] {
    const badge = element.querySelector(':scope > .badge');
    const severity = badge?.getAttribute('data-severity') ?? 'warning';
    const findings = new Set((badge?.getAttribute('data-tip') ?? '').split('\n').filter(line => line !== ''));
    const [first = '', ...rest] = tip.split('\n');
    const parts = [make('b', first)];
    const rows = rest.filter(line => levels.test(line));
    let table: HTMLElement | null = null;
    for (const line of rest) {
        if (levels.test(line)) {
            if (!table) parts.push((table = tableOf(rows)));
        } else parts.push(make('div', line, findings.has(line) ? `finding ${severity}` : ''));
    }
    return parts;
}

function tableOf(lines: readonly string[]): HTMLElement {
    const table = document.createElement('table');
    const head = document.createElement('thead').appendChild(document.createElement('tr'));
    head.append(make('td', ''), ...columns.map(name => make('th', name)));
    table.append(head.parentElement as HTMLElement);
    const body = table.appendChild(document.createElement('tbody'));
    for (const line of lines) {
        const [, name = '', values = '', note = ''] = levels.exec(line) ?? [];
        const row = body.appendChild(document.createElement('tr'));
        row.append(
            make('th', `${name}${note === '' ? '' : ' *'}`),
            ...values.split(' ').map(value => make('td', value)),
        );
        if (note !== '') row.title = note.trim();
    }
    return table;
}
