import type { Picture } from '../preview/messages.ts';

/** The way from the whole picture to the zone that is shown alone. */
export function showCrumbs(host: HTMLElement, { crumbs, title }: Picture, enter: (id: string | null) => void): void {
    host.hidden = crumbs.length === 0;
    const link = (text: string, id: string | null): HTMLElement => {
        const button = document.createElement('button');
        button.textContent = text;
        button.addEventListener('click', () => enter(id));
        return button;
    };
    const parts = [link(title, null), ...crumbs.slice(0, -1).map(crumb => link(crumb.title, crumb.id))];
    const here = document.createElement('b');
    here.textContent = crumbs.at(-1)?.title ?? '';
    here.setAttribute('aria-current', 'page');
    host.replaceChildren(...[...parts, here].flatMap((part, index) => (index === 0 ? [part] : [' › ', part])));
}
