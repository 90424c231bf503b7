import { morph } from './morph.ts';

const interactive = 'g.zone,g.conduit,g.asset,g.flow';

/** The picture in the page: an SVG that is changed in place when a new one comes. */
export class PictureView {
    private readonly host: HTMLElement;
    private readonly sheet = new CSSStyleSheet();
    private text = '';

    constructor(host: HTMLElement) {
        this.host = host;
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
    }

    get svg(): SVGSVGElement | null {
        return this.host.querySelector('svg');
    }

    /** Width and height of the drawing in its own pixels. */
    get size(): { width: number; height: number } {
        const box = this.svg?.viewBox.baseVal;
        return { width: box?.width ?? 0, height: box?.height ?? 0 };
    }

    /** All elements that stand for something in the model, in the order of the picture. */
    get elements(): SVGGElement[] {
        return [...(this.svg?.querySelectorAll<SVGGElement>(interactive) ?? [])];
    }

    /** What is drawn of an element of the model, a flow among others; `null` where it is not in the picture. */
    byId(id: string): SVGGElement | null {
        const name = CSS.escape(id);
        return (
            this.svg?.querySelector<SVGGElement>(
                `:is(g.zone,g.conduit,g.asset)[data-id="${name}` +
                    `"],g.flow[data-flows~="${name}"],g.flow[data-id="${name}"]`,
            ) ?? null
        );
    }

    /** What an asset is drawn in with others of its type, whose ids are a line of its tip; `null` where it is not. */
    stackOf(id: string): SVGGElement | null {
        const isOf = (line: string): boolean => line.split(', ').includes(id);
        const stacks = this.svg?.querySelectorAll<SVGGElement>('g.asset') ?? [];
        return [...stacks].find(each => each.getAttribute('data-tip')?.split('\n').some(isOf)) ?? null;
    }

    /** The innermost element of the model around a node of the page. */
    elementAround(node: EventTarget | null): SVGGElement | null {
        const found = node instanceof Element ? node.closest<SVGGElement>(`${interactive},g.wires`) : null;
        return found && this.host.contains(found) ? found : null;
    }

    /**
     * Shows a picture, changing only what differs from the one before.
     * @returns false when it is the same
     */
    show(svg: string): boolean {
        if (svg === this.text) return false;
        // Taken out as text: even a document that is only parsed may not have inline style under the policy.
        const [inline = '', style = ''] = /<style>(.*?)<\/style>/su.exec(svg) ?? [];
        const parsed = new DOMParser().parseFromString(svg.replace(inline, ''), 'image/svg+xml').documentElement;
        if (parsed.nodeName !== 'svg') throw new Error('The picture is not valid SVG.');
        this.text = svg;
        this.sheet.replaceSync(style);
        prepare(parsed);
        const shown = this.svg;
        if (shown) morph(shown, parsed);
        else this.host.replaceChildren(document.importNode(parsed, true));
        return true;
    }

    clear(): void {
        this.text = '';
        this.host.replaceChildren();
    }
}

/**
 * The words that are seen, with which a button's name begins: who speaks to the computer says what is there to read.
 * A word that is parted by a hyphen is whole.
 */
function wordsIn(element: Element): string[] {
    const lines = [...element.querySelectorAll('text')].map(text => text.textContent);
    const words = lines.join(' ').replaceAll('\u2010 ', '');
    return words === '' ? [] : [words];
}

/** Tooltips become cards of the page, and the elements can be reached by keyboard and screen reader. */
function prepare(svg: Element): void {
    svg.setAttribute('role', 'group');
    // Lines of text stand below each other, which is no space for a program that reads them.
    for (const text of svg.querySelectorAll('text')) text.after('\n');
    for (const title of svg.querySelectorAll('g > title')) {
        const group = title.parentElement;
        group?.setAttribute('data-tip', title.textContent ?? '');
        title.remove();
    }
    for (const element of svg.querySelectorAll(interactive)) {
        element.setAttribute('tabindex', '-1');
        // Zones and conduits hold others that can be pressed, which no button may.
        const holds = element.querySelector(interactive) !== null;
        element.setAttribute('role', holds ? 'group' : 'button');
        element.setAttribute(
            'aria-label',
            [
                ...(holds ? [] : wordsIn(element)),
                ...(element.getAttribute('data-tip') ?? element.getAttribute('data-id') ?? '').split('\n'),
            ].join(', '),
        );
    }
}
