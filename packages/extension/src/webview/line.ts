import type { PictureView } from './picture.ts';

const svg = 'http://www.w3.org/2000/svg';
/** How long a line rests on an asset, in milliseconds, before it is asked what it would do. */
const rest = 120;
const mostEffects = 8;

export interface LineHost {
    /** Asks what a flow between two assets would do: {@link HangingLine.would} takes the answer. */
    ask(from: string, to: string): void;
    /** The line was let go on an asset. */
    draw(from: string, to: string): void;
    hint(text: string | null): void;
    mark(ids: readonly string[]): void;
}

const idOf = (element: Element | null | undefined): string | null => element?.getAttribute('data-id') ?? null;

/** A line that hangs from an asset on the pointer, or on the focus; over another one it shows what it would do. */
export class HangingLine {
    private readonly frame: HTMLElement;
    private readonly picture: PictureView;
    private readonly host: LineHost;
    private readonly drawn = document.createElementNS(svg, 'svg');
    private readonly line = document.createElementNS(svg, 'line');
    private readonly said = document.createElement('div');
    private from: string | null = null;
    private to: string | null = null;
    private timer = 0;

    constructor(frame: HTMLElement, picture: PictureView, host: LineHost) {
        this.frame = frame;
        this.picture = picture;
        this.host = host;
        this.drawn.setAttribute('class', 'ui-line');
        this.drawn.append(this.line);
        this.said.className = 'ui-would';
        this.said.setAttribute('role', 'status');
    }

    get hangs(): boolean {
        return this.from !== null;
    }

    /** Hangs the line from an element. */
    start(element: Element): void {
        const id = element.matches('g.asset') ? idOf(element) : null;
        if (id === null) return this.host.hint('A flow begins and ends at an asset.');
        this.end();
        this.from = id;
        const { x, y } = middle(element);
        this.to = null;
        this.frame.append(this.drawn);
        this.frame.classList.add('hanging');
        this.reach(x, y);
        this.host.hint(`A flow from ${id}: click or press C on the other asset, Esc lets go.`);
        this.host.mark([id]);
    }

    /** The end of the line is at a point of the window, over an element or none. */
    over(element: Element | null, x: number, y: number): void {
        if (this.from === null) return;
        this.reach(x, y);
        const asset = element?.closest('g.asset');
        const id = idOf(asset);
        const to = id === this.from ? null : id;
        if (to === this.to) return this.place(x, y);
        this.to = to;
        clearTimeout(this.timer);
        this.said.remove();
        this.host.mark(to === null ? [this.from] : [this.from, to]);
        if (to === null) return;
        const { from } = this;
        this.say(`${from} → ${to}`, ['…']);
        this.place(x, y);
        this.timer = window.setTimeout(() => this.host.ask(from, to), rest);
    }

    /** As {@link over}, for those who go through the picture with the keyboard. */
    focused(element: Element): void {
        const { x, y } = middle(element);
        this.over(element, x, y);
    }

    /** What the line would do, where it still hangs there. */
    would(from: string, to: string, title: string, effects: readonly string[]): void {
        if (from !== this.from || to !== this.to) return;
        this.say(title, effects);
        const end = this.picture.byId(to);
        const { x, y } = end ? middle(end) : { x: 0, y: 0 };
        this.place(x, y);
    }

    /** Lets go on an element: on another asset the line becomes a flow. False where nothing hung. */
    drop(element: Element | null): boolean {
        const { from } = this;
        if (from === null) return false;
        const to = idOf(element?.closest('g.asset'));
        this.end();
        if (to !== null && to !== from) this.host.draw(from, to);
        return true;
    }

    /** Takes the line away. False where none hung. */
    end(): boolean {
        const hung = this.hangs;
        clearTimeout(this.timer);
        this.from = this.to = null;
        this.drawn.remove();
        this.said.remove();
        this.frame.classList.remove('hanging');
        if (hung) this.host.hint(null);
        if (hung) this.host.mark([]);
        return hung;
    }

    private reach(x: number, y: number): void {
        const start = this.from === null ? null : this.picture.byId(this.from);
        if (!start) return;
        const frame = this.frame.getBoundingClientRect();
        const from = middle(start);
        for (const [name, value] of Object.entries({
            x1: from.x - frame.left,
            y1: from.y - frame.top,
            x2: x - frame.left,
            y2: y - frame.top,
        }))
            this.line.setAttribute(name, String(Math.round(value)));
    }

    private say(title: string, effects: readonly string[]): void {
        const rows = effects.slice(0, mostEffects).map(text => {
            const row = document.createElement('div');
            row.className = /^(?:worse|better): /u.exec(text)?.[0].slice(0, -2) ?? '';
            // One sign: a line would break after the hyphen of `->`.
            row.textContent = text.replaceAll('->', '→');
            return row;
        });
        const head = document.createElement('b');
        head.textContent = title;
        this.said.replaceChildren(head, ...rows);
        if (effects.length > mostEffects) this.said.append(`and ${effects.length - mostEffects} more`);
        this.frame.append(this.said);
    }

    /** Beside the end of the line, in the frame. */
    private place(x: number, y: number): void {
        const frame = this.frame.getBoundingClientRect();
        const { offsetWidth: width, offsetHeight: height } = this.said;
        const below = y - frame.top + 22;
        this.said.style.left = `${Math.max(4, Math.min(x - frame.left + 18, frame.width - width - 6))}px`;
        this.said.style.top = `${below + height < frame.height ? below : Math.max(4, y - frame.top - height - 14)}px`;
    }
}

function middle(element: Element): { readonly x: number; readonly y: number } {
    const box = element.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
