import { nothingAsked, type Choice, type Named, type Picture } from '../preview/messages.ts';

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

function fill(select: HTMLSelectElement, options: readonly Named[], value: string): void {
    const same =
        select.options.length === options.length &&
        options.every(
            (option, index) =>
                select.options[index]?.value === option.id && select.options[index]?.text === option.title,
        );
    if (!same) select.replaceChildren(...options.map(({ id, title }) => new Option(title, id)));
    select.value = value;
}

/** What can be chosen above the picture: view, colour, detail, conduits, requirement, the plant as found. */
export class Toolbar {
    private readonly view = byId<HTMLSelectElement>('view');
    private readonly colour = byId<HTMLSelectElement>('colour');
    private readonly detail = byId<HTMLSelectElement>('detail');
    private readonly direction = byId<HTMLSelectElement>('direction');
    private readonly conduits = byId<HTMLSelectElement>('conduits');
    private readonly found = byId<HTMLInputElement>('found');
    private choice: Choice;
    private readonly chosen: (choice: Choice) => void;

    constructor(choice: Choice, chosen: (choice: Choice) => void) {
        this.choice = choice;
        this.chosen = chosen;
        const change = (part: Partial<Choice>): void => this.change(part);
        this.view.addEventListener('change', () =>
            change({
                view: this.view.value || null,
                colour: null,
                detail: null,
                folded: null,
                inside: null,
                ...nothingAsked,
            }),
        );
        this.detail.addEventListener('change', () => change({ detail: this.detail.value as Choice['detail'] }));
        this.direction.addEventListener('change', () =>
            change({ direction: (this.direction.value || null) as Choice['direction'] }),
        );
        this.conduits.addEventListener('change', () => change({ conduits: this.conduits.value as Choice['conduits'] }));
        this.found.addEventListener('change', () => change({ asFound: this.found.checked }));
        this.colour.addEventListener('change', () => {
            const { value } = this.colour;
            if (value.startsWith('SR ')) change({ requirement: value });
            else change({ requirement: null, colour: value as Choice['colour'] });
        });
    }

    change(part: Partial<Choice>): void {
        this.choice = { ...this.choice, ...part };
        this.chosen(this.choice);
    }

    show({ views, requirements, hasEvidence, choice, drawn }: Picture): void {
        this.choice = choice;
        fill(this.view, [{ id: '', title: 'All zones' }, ...views], choice.view ?? '');
        byId('view-label').hidden = views.length === 0;
        this.colour.replaceChildren(
            new Option('Target (SL-T)', 'target'),
            new Option('Gap (SL-T − SL-A)', 'gap'),
            new Option('Kind', 'kind'),
            group(requirements),
        );
        this.colour.value = choice.requirement ?? choice.colour ?? drawn.colour;
        this.detail.value = choice.detail ?? drawn.detail;
        this.direction.value = choice.direction ?? '';
        this.conduits.value = choice.conduits;
        byId('found-label').hidden = !hasEvidence;
        this.found.checked = choice.asFound;
    }
}

function group(requirements: readonly Named[]): HTMLOptGroupElement {
    const element = document.createElement('optgroup');
    element.label = 'State of one requirement';
    element.append(...requirements.map(({ id, title }) => new Option(`${id} ${title}`, id)));
    return element;
}
