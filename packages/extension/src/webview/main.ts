import type { Choice, PageState, Picture, ToHost, ToPage } from '../preview/messages.ts';
import { firstChoice } from '../preview/messages.ts';
import { Minimap } from './minimap.ts';
import { PictureView } from './picture.ts';
import { rasterise } from './raster.ts';
import { Viewport } from './viewport.ts';

declare function acquireVsCodeApi(): { postMessage(message: ToHost): void; getState(): PageState | undefined; setState(state: PageState): void };

const editor = acquireVsCodeApi();
const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const frame = byId('frame');
const card = byId('card');
const notice = byId('notice');
const picture = new PictureView(byId('picture'));
const minimap = new Minimap(byId<HTMLCanvasElement>('map'), picture, (x, y) => viewport.centre(x, y));
const viewport = new Viewport(frame, picture, () => {
    minimap.draw(viewport.window);
    remember();
});
let state: PageState = editor.getState() ?? { uri: null, choice: firstChoice, place: null };
let restored = false;

function remember(): void {
    if (!restored) return;
    state = { ...state, place: viewport.place };
    editor.setState(state);
}

function choose(change: Partial<Choice>): void {
    editor.postMessage({ type: 'choose', choice: { ...state.choice, ...change } });
}

function fill(select: HTMLSelectElement, first: string, entries: readonly { id: string; title: string }[], chosen: string | null): void {
    const options = [{ id: '', title: first }, ...entries].map(({ id, title }) => new Option(id === '' || title === id ? title : `${id} ${title}`, id));
    select.replaceChildren(...options);
    select.value = chosen ?? '';
}

function show(message: Picture): void {
    state = { ...state, uri: message.uri, choice: message.choice };
    fill(byId('view'), 'Whole model', message.views, message.choice.view);
    fill(byId('requirement'), 'No single requirement', message.requirements, message.choice.requirement);
    byId<HTMLSelectElement>('colour').value = message.drawn.colour;
    byId<HTMLSelectElement>('detail').value = message.drawn.detail;
    document.body.classList.toggle('animated', message.animate);
    tell(message.notice);
    if (restored) viewport.keeping(() => picture.show(message.svg));
    else {
        picture.show(message.svg);
        viewport.restore(state.place);
        restored = true;
    }
    minimap.refresh(viewport.window);
    remember();
}

function tell(message: string | null): void {
    notice.hidden = message === null;
    notice.textContent = message ?? '';
}

function mark(ids: readonly string[]): void {
    const wanted = picture.elements.filter(element => ids.includes(element.dataset['id'] ?? ''));
    for (const element of picture.elements) element.classList.toggle('selected', element === wanted[0]);
    const [first] = [...wanted].sort((a, b) => ids.indexOf(a.dataset['id'] ?? '') - ids.indexOf(b.dataset['id'] ?? ''));
    for (const element of picture.elements) element.classList.toggle('selected', element === first);
    if (first) viewport.reveal(first);
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    switch (data.type) {
        case 'picture': show(data); break;
        case 'nothing': picture.clear(); tell(data.message); break;
        case 'notice': tell(data.message); break;
        case 'select': mark(data.ids); break;
        case 'render': rasterise(picture).then(
            url => editor.postMessage({ type: 'image', url }), error => editor.postMessage({ type: 'failed', message: String(error) }));
    }
});

let press: { x: number; y: number; moved: boolean } | null = null;
frame.addEventListener('pointerdown', event => {
    if (event.button === 0) press = { x: event.clientX, y: event.clientY, moved: false };
});
frame.addEventListener('pointermove', event => {
    if (press && (press.moved || Math.hypot(event.clientX - press.x, event.clientY - press.y) > 4)) {
        if (!press.moved) frame.setPointerCapture(event.pointerId);
        viewport.pan(event.clientX - press.x, event.clientY - press.y);
        press = { x: event.clientX, y: event.clientY, moved: true };
        card.hidden = true;
        return;
    }
    hover(event);
});
frame.addEventListener('pointerup', event => {
    const wasClick = press !== null && !press.moved;
    press = null;
    const id = wasClick ? picture.elementAround(event.target)?.dataset['id'] : undefined;
    if (id === undefined) return;
    if (event.altKey) editor.postMessage({ type: 'reach', id });
    else editor.postMessage({ type: 'open', id });
});
frame.addEventListener('pointerleave', () => (card.hidden = true));
frame.addEventListener('dblclick', event => {
    const zone = picture.elementAround(event.target)?.closest<SVGGElement>('g.zone')?.dataset['id'];
    if (zone === undefined) return;
    const { folded } = state.choice;
    choose({ folded: folded.includes(zone) ? folded.filter(id => id !== zone) : [...folded, zone] });
});
frame.addEventListener('wheel', event => {
    event.preventDefault();
    const box = frame.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) viewport.zoom(Math.exp(-event.deltaY / 200), { x: event.clientX - box.left, y: event.clientY - box.top });
    else viewport.pan(-event.deltaX, -event.deltaY);
}, { passive: false });

function hover(event: PointerEvent): void {
    const element = picture.elementAround(event.target);
    const text = element?.dataset['tip'];
    card.hidden = !text;
    if (!text) return;
    card.textContent = text;
    card.style.left = `${Math.min(event.clientX + 14, window.innerWidth - card.offsetWidth - 8)}px`;
    card.style.top = `${Math.min(event.clientY + 14, window.innerHeight - card.offsetHeight - 8)}px`;
}

const keys: Readonly<Record<string, () => void>> = {
    '+': () => viewport.zoom(1.25), '=': () => viewport.zoom(1.25), '-': () => viewport.zoom(0.8), '0': () => viewport.fit(),
    ArrowLeft: () => viewport.pan(60, 0), ArrowRight: () => viewport.pan(-60, 0), ArrowUp: () => viewport.pan(0, 60), ArrowDown: () => viewport.pan(0, -60),
    Escape: () => choose({ trace: [], traceTitle: null, requirement: null }),
};
frame.addEventListener('keydown', event => {
    const focused = document.activeElement instanceof SVGElement ? document.activeElement : null;
    if (event.key === 'Tab' && !event.altKey) {
        const { elements } = picture;
        const next = elements[elements.indexOf(focused as SVGGElement) + (event.shiftKey ? -1 : 1)];
        if (!next) return;
        event.preventDefault();
        next.focus();
        viewport.reveal(next);
        return;
    }
    const id = focused?.dataset['id'];
    if ((event.key === 'Enter' || event.key === ' ') && id !== undefined) {
        event.preventDefault();
        editor.postMessage(event.altKey ? { type: 'reach', id } : { type: 'open', id });
        return;
    }
    const run = keys[event.key];
    if (!run || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    run();
});

byId('in').addEventListener('click', () => viewport.zoom(1.25));
byId('out').addEventListener('click', () => viewport.zoom(0.8));
byId('fit').addEventListener('click', () => viewport.fit());
byId('export').addEventListener('click', () => editor.postMessage({ type: 'export' }));
byId('copy').addEventListener('click', () => void rasterise(picture).then(async url => {
    const blob = await (await fetch(url)).blob();
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    editor.postMessage({ type: 'copied' });
}).catch((error: unknown) => editor.postMessage({ type: 'failed', message: `The diagram was not copied: ${String(error)}` })));

for (const [id, key] of [['view', 'view'], ['colour', 'colour'], ['detail', 'detail'], ['requirement', 'requirement']] as const) {
    byId<HTMLSelectElement>(id).addEventListener('change', event => choose({ [key]: (event.target as HTMLSelectElement).value || null }));
}
byId('search').addEventListener('input', event => {
    const wanted = (event.target as HTMLInputElement).value.trim().toLowerCase();
    const hit = (element: SVGGElement): boolean => wanted !== '' && `${element.dataset['id'] ?? ''} ${element.dataset['tip'] ?? ''}`.toLowerCase().includes(wanted);
    for (const element of picture.elements) element.classList.toggle('found', hit(element));
    const first = picture.elements.find(hit);
    if (first) viewport.reveal(first);
});

editor.postMessage({ type: 'ready' });
