import type { Actions } from './actions.ts';
import type { PictureView } from './picture.ts';
import type { Viewport } from './viewport.ts';

const step = 60;
const nudge = 10;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
};

/** What the keys do besides the actions on an element. */
export interface KeyHost {
    open(element: SVGGElement): void;
    search(step?: 1 | -1): void;
    move(element: SVGGElement, dx: number, dy: number): void;
    escape(): void;
    toggle(part: 'help' | 'legend' | 'layers' | 'presentation'): void;
    writeCase(): void;
}

/** A key, as it is shown in the help. */
export interface KeyHelp {
    readonly keys: string;
    readonly does: string;
}

/** Keys that act on the element under the pointer, or on the one that has the focus. */
const onElement: readonly (KeyHelp & { readonly key: string; run(actions: Actions, element: Element): void })[] = [
    { key: 'x', keys: 'X', does: 'cut the conduit, zone or asset, or join it again', run: (all, on) => all.cut(on) },
    {
        key: 'a',
        keys: 'A',
        does: 'assume that the asset or zone is compromised, or take that back',
        run: (all, on) => all.assume(on),
    },
    { key: 'r', keys: 'R', does: 'who reaches whom: both ways, out, in, off', run: (all, on) => all.reach(on) },
    { key: 'p', keys: 'P', does: 'path: first one end, then the other', run: (all, on) => all.path(on) },
    {
        key: 'c',
        keys: 'C',
        does: 'draw a flow: a line hangs from the asset; C, Enter or a click on another one ends it',
        run: (all, on) => all.line(on),
    },
    { key: 'd', keys: 'D', does: 'go into the zone', run: (all, on) => all.inside(on) },
    { key: 'f', keys: 'F', does: 'fold or unfold the zone', run: (all, on) => all.fold(on) },
];

/** Keys that act on the picture. */
const onPicture: readonly (KeyHelp & {
    readonly key: readonly string[];
    run(host: KeyHost, actions: Actions, viewport: Viewport): void;
})[] = [
    { key: ['['], keys: '[', does: 'reach: one hop less', run: (_, actions) => actions.deeper(-1) },
    { key: [']'], keys: ']', does: 'reach: one hop more', run: (_, actions) => actions.deeper(1) },
    { key: ['Backspace', 'u'], keys: 'Backspace', does: 'go out of the zone', run: (_, actions) => actions.outside() },
    { key: ['w'], keys: 'W', does: 'write what is cut and assumed into a view', run: host => host.writeCase() },
    { key: ['v'], keys: 'V', does: 'next view', run: (_, actions) => actions.view(1) },
    { key: ['V'], keys: 'Shift+V', does: 'view before', run: (_, actions) => actions.view(-1) },
    { key: ['m'], keys: 'M', does: 'present the views', run: host => host.toggle('presentation') },
    { key: ['l'], keys: 'L', does: 'legend', run: host => host.toggle('legend') },
    { key: ['y'], keys: 'Y', does: 'layers', run: host => host.toggle('layers') },
    { key: ['/'], keys: '/', does: 'search', run: host => host.search() },
    { key: ['n'], keys: 'N', does: 'next one that was found', run: host => host.search(1) },
    { key: ['N'], keys: 'Shift+N', does: 'one before', run: host => host.search(-1) },
    { key: ['+', '='], keys: '+', does: 'zoom in', run: (_, __, viewport) => viewport.zoom(1.25) },
    { key: ['-'], keys: '−', does: 'zoom out', run: (_, __, viewport) => viewport.zoom(0.8) },
    { key: ['0'], keys: '0', does: 'show all', run: (_, __, viewport) => viewport.fit() },
    { key: ['1'], keys: '1', does: 'readable size', run: (_, __, viewport) => viewport.readable() },
    { key: ['?'], keys: '?', does: 'these keys', run: host => host.toggle('help') },
    { key: ['Escape'], keys: 'Esc', does: 'take back what was cut, assumed or asked', run: host => host.escape() },
];

/** All keys, for the help. */
export const keyHelp: readonly KeyHelp[] = [
    { keys: 'Tab, Enter', does: 'go into the picture' },
    { keys: 'arrows', does: 'to the neighbour; in no element they move the picture' },
    { keys: 'Enter', does: 'open the text' },
    { keys: 'Alt+arrows', does: 'move the box; also Alt and drag. Places are kept beside the model' },
    { keys: 'Ctrl and drag', does: 'draw a flow from one asset to another; ⌘ on a Mac' },
    { keys: 'Shift and click', does: 'path: first one end, then the other' },
    ...onElement,
    ...onPicture,
];

/** The keyboard in the picture. */
export function listen(
    picture: PictureView,
    viewport: Viewport,
    actions: Actions,
    host: KeyHost,
    /** The element under the pointer. */
    pointed: () => SVGGElement | null,
): void {
    document.addEventListener('keydown', event => {
        const { altKey, shiftKey, target: at } = event;
        // With the capitals lock on it is the same key; with Shift two keys go backwards.
        const backwards = shiftKey && (event.key === 'V' || event.key === 'N');
        const key = /^[A-Z]$/u.test(event.key) && !backwards ? event.key.toLowerCase() : event.key;
        // Fields have keys of their own, and buttons have those that press them.
        if (at instanceof Element && at.matches('input, select')) return;
        if (at instanceof Element && at.matches('button') && (key === 'Enter' || key === ' ')) return;
        if (event.ctrlKey || event.metaKey) {
            if (key === 'f') {
                event.preventDefault();
                host.search();
            }
            return;
        }
        const element = picture.elementAround(document.activeElement);
        const target = element ?? pointed();
        const arrow = arrows[key];
        const asked = onElement.find(each => each.key === key);
        const action = onPicture.find(each => each.key.includes(key));
        if (altKey && !arrow) return;
        if (arrow && altKey && element) host.move(element, arrow[0] * nudge, arrow[1] * nudge);
        else if (arrow && element && !shiftKey) focus(neighbour(element, picture.elements, arrow), viewport);
        else if (arrow) viewport.pan(-arrow[0] * step, -arrow[1] * step);
        else if (asked && target) asked.run(actions, target);
        else if (action) action.run(host, actions, viewport);
        else if (element && (key === 'Enter' || key === ' ')) host.open(element);
        else if (!element && key === 'Enter') focus(picture.elements[0] ?? null, viewport);
        else return;
        event.preventDefault();
    });
}

function focus(element: SVGGElement | null, viewport: Viewport): void {
    if (!element) return;
    element.focus({ preventScroll: true });
    viewport.reveal(element);
}

/** The nearest element in a direction, by the distance of the middles. */
function neighbour(
    from: Element,
    all: readonly SVGGElement[],
    [dx, dy]: readonly [number, number],
): SVGGElement | null {
    const middle = (element: Element): { x: number; y: number } => {
        const box = element.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    };
    const here = middle(from);
    let nearest: SVGGElement | null = null;
    let least = Infinity;
    for (const element of all) {
        const there = middle(element);
        const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
        const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
        if (element === from || along < 4 || aside > along * 2.5) continue;
        if (along + aside * 1.6 < least) [nearest, least] = [element, along + aside * 1.6];
    }
    return nearest;
}
