import type { FactGroup, FactRow } from 'iacs-language/lsp';
import type { Picture } from '../preview/messages.ts';
import { keyHelp } from './keys.ts';
import { layerNames, type Layers } from './layers.ts';

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

/** Signs of the verdicts: each has a form of its own, besides its colour. */
const signs: Readonly<Record<FactRow['look'], string>> = {
    lost: '×',
    'not-said': '?',
    degraded: '~',
    kept: '✓',
    plain: '',
};

function make<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    className: string,
    ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    return element;
}

/** What stands beside the picture: what is said of it, its legend and notes, the layers, the keys. */
export class Side {
    private readonly facts = byId('facts');
    private readonly legend = byId('legend');
    private readonly layers = byId('layers');
    private readonly help = byId('help');
    private readonly goto: (ids: readonly string[], open: boolean) => void;

    /** @param goto shows elements in the picture, or opens the text of the first */
    constructor(layers: Layers, goto: (ids: readonly string[], open: boolean) => void) {
        this.goto = goto;
        this.layers.append(
            ...layerNames.map(({ id, title }) => {
                const box = make('input', '');
                box.type = 'checkbox';
                box.checked = !layers.isHidden(id);
                box.addEventListener('change', () => layers.set(id, !box.checked));
                return make('label', '', box, make('span', '', title));
            }),
        );
        const rows = keyHelp.map(({ keys, does }) =>
            make('tr', '', make('th', '', make('kbd', '', keys)), make('td', '', does)),
        );
        this.help.append(make('table', '', make('tbody', '', ...rows)));
        for (const [name, panel] of Object.entries(this.panels)) {
            byId(`show-${name}`).addEventListener('click', () => this.toggle(name as 'legend'));
            panel.parentElement?.querySelector('.ui-close')?.addEventListener('click', () => this.close());
        }
    }

    private get panels(): Readonly<Record<'legend' | 'layers' | 'help', HTMLElement>> {
        return { legend: this.legend, layers: this.layers, help: this.help };
    }

    toggle(name: 'legend' | 'layers' | 'help'): void {
        for (const [each, panel] of Object.entries(this.panels)) {
            const box = panel.parentElement as HTMLElement;
            box.hidden = each !== name || !box.hidden;
            byId(`show-${each}`).setAttribute('aria-expanded', String(!box.hidden));
        }
    }

    /** @returns false where nothing was open */
    close(): boolean {
        const open = Object.entries(this.panels).find(([, panel]) => !panel.parentElement?.hidden);
        if (open) this.toggle(open[0] as 'legend');
        return open !== undefined;
    }

    show({ facts, legend, notes }: Picture): void {
        this.facts.replaceChildren(...facts.map(group => this.group(group)));
        byId('side').hidden = facts.length === 0;
        const said = notes.map(note => make('p', '', note));
        this.legend.replaceChildren(make('div', 'ui-signs', ...legend.map(drawn)), ...said);
    }

    private group({ title, rows }: FactGroup): HTMLElement {
        return make('section', '', make('h2', '', title), make('ul', '', ...rows.map(row => this.row(row))));
    }

    private row({ text, ids, look, mark }: FactRow): HTMLElement {
        const words = [
            ...(signs[look] === '' ? [] : [make('i', `sign ${look}`, signs[look])]),
            ...(mark === null ? [] : [make('b', '', mark)]),
            make('span', '', text),
        ];
        if (ids.length === 0) return make('li', '', ...words);
        const button = make('button', '', ...words);
        button.title = 'Show in the picture; double click opens the text';
        button.addEventListener('click', () => this.goto(ids, false));
        button.addEventListener('dblclick', () => this.goto(ids, true));
        return make('li', '', button);
    }
}

const drawn = (svg: string): Element =>
    document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
