/** The page of the preview: shows the picture that it is given and reports what the reader does. */
import type { Choice, PageState, Pane, Picture, ToHost, ToPage } from '../preview/messages.ts';
import { firstChoice, isAsking } from '../preview/messages.ts';
import { Actions } from './actions.ts';
import { Card } from './card.ts';
import { showCrumbs } from './crumbs.ts';
import { FarLabels } from './far.ts';
import { dataUrl, toPng } from './image.ts';
import { listen } from './keys.ts';
import { Layers } from './layers.ts';
import { HangingLine } from './line.ts';
import { mark } from './marks.ts';
import { Minimap } from './minimap.ts';
import { gently } from './motion.ts';
import { Notes } from './notes.ts';
import { PictureView } from './picture.ts';
import { boxAround, listenToPointer } from './pointer.ts';
import { Presentation } from './presentation.ts';
import { Search } from './search.ts';
import { Side } from './side.ts';
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
const [frame, stage] = [byId('frame'), byId('stage')];
const saved = host.getState();
let choice: Choice = { ...firstChoice, ...saved?.choice };
let uri: string | null = saved?.uri ?? null;
let shown: Picture | null = null;
let saving = 0;

followTheme();
const picture = new PictureView(stage);
const minimap = new Minimap(byId('map'), picture);
const far = new FarLabels(byId('labels'), stage, picture);
const viewport = new Viewport(frame, picture, () => {
    minimap.moved();
    far.moved(viewport);
    clearTimeout(saving);
    saving = window.setTimeout(save, 150);
});
minimap.attach(viewport);
const card = new Card(frame, byId('card'), picture);
const layers = new Layers(stage, saved?.hidden ?? [], save);
const idOf = (element: Element): string => element.getAttribute('data-id') ?? '';
const open = (element: Element): void => host.postMessage({ type: 'open', id: idOf(element) });
const search = new Search(byId<HTMLInputElement>('search'), byId('count'), picture, viewport, {
    open,
    show: element => card.showFor(element),
    findHidden: words => host.postMessage({ type: 'find', words }),
});
const toolbar = new Toolbar(choice, choose);
const notes = new Notes({
    today: () => host.postMessage({ type: 'today' }),
    write: () => host.postMessage({ type: 'writeCase' }),
    moveBack: () => host.postMessage({ type: 'moveBack' }),
    clear: () => actions.back(),
});
const line = new HangingLine(frame, picture, {
    ask: (from, to) => host.postMessage({ type: 'wouldDraw', from, to }),
    draw: (from, to) => host.postMessage({ type: 'draw', from, to }),
    hint: text => notes.hint(text),
    mark: ids => mark('line', ids),
});
const actions = new Actions({
    choice: () => choice,
    picture: () => shown,
    change: part => toolbar.change(part),
    hint: text => notes.hint(text),
    line: element => (line.hangs ? line.drop(element) : line.start(element)),
    markStart: id => mark('start', id === null ? [] : [id]),
});
const side = new Side(layers, (ids, opens) => {
    if (opens) host.postMessage({ type: 'open', id: ids[0] ?? '' });
    else select(ids, ids.length);
});
const presentation = new Presentation(
    byId('caption'),
    step => actions.view(step),
    () => viewport.fit(),
);

function save(): void {
    if (shown) host.setState({ uri, choice, place: viewport.place, hidden: layers.hidden });
}

function choose(next: Choice): void {
    choice = next;
    notes.hint(null);
    save();
    host.postMessage({ type: 'choose', choice });
}

function move(element: Element, dx: number, dy: number): void {
    const box = boxAround(element);
    const key = box?.getAttribute('data-key');
    if (!box || !key) return;
    host.postMessage({ type: 'move', key, dx: Math.round(dx / 5) * 5, dy: Math.round(dy / 5) * 5 });
    notes.moved(idOf(box));
}

/** The pane has another shape, and the picture for it is on its way. */
let awaited = false;

function show(next: Picture): void {
    card.hide();
    const isFirst = shown === null;
    // Another zone or view is another picture: it is looked at from its start.
    const isForPane = awaited && viewport.isFirstLook;
    awaited = false;
    const isOther =
        !isFirst && (shown?.choice.inside !== next.choice.inside || shown?.choice.view !== next.choice.view);
    uri = next.uri;
    shown = next;
    ({ choice } = next);
    byId('empty').hidden = true;
    let changed = false;
    gently(
        () => picture.elements,
        () =>
            viewport.keeping(() => {
                changed = picture.show(next.svg);
            }),
        next.animate && !isFirst,
    );
    toolbar.show(next);
    notes.show(next, isAsking(choice));
    side.show(next);
    showCrumbs(byId('crumbs'), next, id => actions.enter(id));
    if (changed) far.redraw();
    if (isFirst) viewport.restore(saved?.place ?? null);
    else if (isOther || isForPane) viewport.first();
    if (changed) {
        minimap.redraw();
        far.moved(viewport);
        search.refresh();
    }
    presentation.show(next);
    save();
}

/** @param most how many of these are marked */
function select(ids: readonly string[], most = 1): void {
    const shown = ids.map(id => ({ id, element: picture.byId(id) ?? picture.stackOf(id) }));
    mark(
        'selected',
        shown
            .slice(0, most)
            .map(({ id, element }) => (element?.matches('g.asset') ? (element.getAttribute('data-id') ?? id) : id)),
    );
    const first = shown.find(({ element }) => element)?.element;
    if (first) viewport.reveal(first);
}

async function render(to: 'file' | 'clipboard', svg: string): Promise<void> {
    try {
        const png = await toPng(svg);
        if (to === 'file') return host.postMessage({ type: 'image', url: await dataUrl(png) });
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
        host.postMessage({ type: 'copied' });
    } catch (error) {
        host.postMessage({
            type: 'failed',
            to,
            message:
                'The picture could not be made an image: ' +
                `${error instanceof Error ? error.message : String(error)}`,
        });
    }
}

function nothing(message: string): void {
    picture.clear();
    far.redraw();
    byId('empty').hidden = false;
    byId('empty').textContent = message;
    byId('side').hidden = true;
    notes.clear();
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    switch (data.type) {
        case 'picture':
            return show(data);
        case 'nothing':
            return nothing(data.message);
        case 'notice':
            return notes.notice(data.message);
        case 'select':
            return select(data.ids);
        case 'gesture': {
            const element = picture.byId(data.id);
            return element ? actions.gesture(data.gesture, element) : undefined;
        }
        case 'hang': {
            const element = picture.byId(data.from);
            return element ? line.start(element) : undefined;
        }
        case 'would':
            return line.would(data.from, data.to, data.title, data.effects);
        case 'render':
            return void render(data.to, data.svg);
    }
});

for (const [id, run] of Object.entries({
    fit: () => viewport.fit(),
    in: () => viewport.zoom(1.25),
    out: () => viewport.zoom(0.8),
    export: () => host.postMessage({ type: 'export' }),
    fresh: () => host.postMessage({ type: 'fresh' }),
    present: () => presentation.toggle(true),
    more: () => byId('more').setAttribute('aria-expanded', String(byId('choices').classList.toggle('open'))),
}))
    byId(id).addEventListener('click', run);

function escape(): void {
    card.hide();
    if (line.end()) return;
    if (presentation.isOn) presentation.toggle(false);
    else if (!side.close() && !actions.back()) frame.focus();
}

const pointed = listenToPointer(frame, picture, viewport, {
    open,
    toggle: element => actions.fold(element),
    path: element => actions.path(element),
    move,
    folded: id => actions.folded.includes(id),
    line,
});
frame.addEventListener('focusin', ({ target }) => {
    const element = picture.elementAround(target);
    if (element?.matches(':focus-visible')) line.focused(element);
});
listen(
    picture,
    viewport,
    actions,
    {
        open: element => {
            if (!line.drop(element)) open(element);
        },
        move,
        escape,
        search: step => (step === undefined ? byId('search').focus() : search.next(step)),
        toggle: part => (part === 'presentation' ? presentation.toggle() : side.toggle(part)),
        writeCase: () => host.postMessage({ type: 'writeCase' }),
    },
    pointed,
);
document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented) escape();
});

/** The room for the picture, whatever stands beside it: its shape decides how the levels run. */
const paneNow = (): Pane => ({ width: byId('main').clientWidth, height: byId('main').clientHeight });
const isWide = ({ width, height }: Pane): boolean => width > height * 1.15;
let pane = paneNow();
let resizing = 0;
new ResizeObserver(() => {
    clearTimeout(resizing);
    resizing = window.setTimeout(() => {
        const next = paneNow();
        if (next.width === 0 || isWide(next) === isWide(pane)) return;
        pane = next;
        awaited = true;
        host.postMessage({ type: 'pane', pane });
    }, 250);
}).observe(byId('main'));
host.postMessage({ type: 'ready', pane });
