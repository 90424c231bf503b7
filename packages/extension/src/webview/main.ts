/** The page of the preview: shows the picture that it is given and reports what the reader does. */
import type { Choice, PageState, Picture, ToHost, ToPage } from '../preview/messages.ts';
import { firstChoice } from '../preview/messages.ts';
import { Card } from './card.ts';
import { dataUrl, toPng } from './image.ts';
import { listen } from './keys.ts';
import { mark } from './marks.ts';
import { Minimap } from './minimap.ts';
import { gently } from './motion.ts';
import { PictureView } from './picture.ts';
import { listenToPointer } from './pointer.ts';
import { Search } from './search.ts';
import { followTheme } from './theme.ts';
import { Toolbar } from './toolbar.ts';
import { Viewport } from './viewport.ts';

declare function acquireVsCodeApi(): {
    postMessage(message: ToHost): void;
    getState(): PageState | undefined;
    setState(state: PageState): void;
};

const host = acquireVsCodeApi();
const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const frame = byId('frame');
const saved = host.getState();
let choice: Choice = saved?.choice ?? firstChoice;
let uri: string | null = saved?.uri ?? null;
let restored = false;
let saving = 0;

followTheme();
const picture = new PictureView(byId('stage'));
const minimap = new Minimap(byId('map'), picture);
const viewport = new Viewport(frame, picture, () => {
    minimap.moved();
    clearTimeout(saving);
    saving = window.setTimeout(save, 150);
});
minimap.attach(viewport);
const card = new Card(frame, byId('card'), picture);
const search = new Search(byId<HTMLInputElement>('search'), byId('count'), picture, viewport);
const toolbar = new Toolbar(choice, choose);

function save(): void {
    if (restored) host.setState({ uri, choice, place: viewport.place });
}

function choose(next: Choice): void {
    choice = next;
    save();
    host.postMessage({ type: 'choose', choice });
}

const idOf = (element: Element): string => element.getAttribute('data-id') ?? '';
const open = (element: Element): void => host.postMessage({ type: 'open', id: idOf(element) });

function toggle(element: Element): void {
    const zone = element.closest('g.zone');
    if (!zone) return;
    const id = idOf(zone);
    toolbar.change({
        folded: choice.folded.includes(id) ? choice.folded.filter(each => each !== id) : [...choice.folded, id],
    });
}

function tell(message: string | null): void {
    const text = [choice.traceTitle, message].filter(part => part !== null).join(' · ');
    byId('note').hidden = text === '';
    byId('note').classList.toggle('warn', message !== null);
    byId('note-text').textContent = text;
    byId('note-clear').hidden = choice.trace.length === 0;
}

function show(next: Picture): void {
    card.hide();
    uri = next.uri;
    ({ choice } = next);
    byId('empty').hidden = true;
    let changed = false;
    gently(
        () => picture.elements,
        () =>
            viewport.keeping(() => {
                changed = picture.show(next.svg);
            }),
        next.animate && restored,
    );
    toolbar.show(next);
    tell(next.notice);
    if (!restored) {
        restored = true;
        viewport.restore(saved?.place ?? null);
    }
    if (changed) {
        minimap.redraw();
        search.refresh();
    }
    save();
}

function select(ids: readonly string[]): void {
    mark('selected', ids.slice(0, 1));
    const [first] = ids;
    if (first === undefined) return;
    const name = CSS.escape(first);
    const element = picture.svg?.querySelector(
        `:is(g.zone,g.conduit,g.asset)[data-id="${name}"],g.flow[data-flows~="${name}"],g.flow[data-id="${name}"]`,
    );
    if (element) viewport.reveal(element);
}

async function render(to: 'file' | 'clipboard'): Promise<void> {
    try {
        const png = await toPng(picture.source, picture.size);
        if (to === 'file') return host.postMessage({ type: 'image', url: await dataUrl(png) });
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
        host.postMessage({ type: 'copied' });
    } catch (error) {
        host.postMessage({
            type: 'failed',
            message:
                'The picture could not be made an image: ' +
                `${error instanceof Error ? error.message : String(error)}`,
        });
    }
}

function nothing(message: string): void {
    picture.clear();
    byId('empty').hidden = false;
    byId('empty').textContent = message;
    tell(null);
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    switch (data.type) {
        case 'picture':
            return show(data);
        case 'nothing':
            return nothing(data.message);
        case 'notice':
            return tell(data.message);
        case 'select':
            return select(data.ids);
        case 'render':
            return void render(data.to);
    }
});

byId('fit').addEventListener('click', () => viewport.fit());
byId('in').addEventListener('click', () => viewport.zoom(1.25));
byId('out').addEventListener('click', () => viewport.zoom(0.8));
byId('export').addEventListener('click', () => host.postMessage({ type: 'export' }));
byId('note-clear').addEventListener('click', () => toolbar.change({ trace: [], traceTitle: null }));

listenToPointer(frame, picture, viewport, { open, toggle, folded: id => choice.folded.includes(id) });
listen(frame, picture, viewport, {
    open,
    toggle,
    search: () => byId('search').focus(),
    reach: element => host.postMessage({ type: 'reach', id: idOf(element) }),
    escape: () => {
        card.hide();
        if (choice.trace.length > 0) toolbar.change({ trace: [], traceTitle: null });
        else frame.focus();
    },
});
host.postMessage({ type: 'ready' });
