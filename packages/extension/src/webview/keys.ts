import type { PictureView } from './picture.ts';
import type { Viewport } from './viewport.ts';

const step = 60;
const ways: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
};

export interface KeyActions {
    open(element: SVGGElement): void;
    search(): void;
    toggle(element: SVGGElement): void;
    reach(element: SVGGElement): void;
    escape(): void;
}

/**
 * The keyboard in the picture. Without a focused element arrows move the picture; with one they go to its neighbour.
 * Tab enters,
 * Enter opens the text, F folds, R shows the reach, + - 0 zoom, / searches.
 */
export function listen(frame: HTMLElement, picture: PictureView, viewport: Viewport, actions: KeyActions): void {
    frame.addEventListener('keydown', event => {
        if (event.ctrlKey || event.metaKey || event.altKey) {
            if (event.key === 'f' && !event.altKey) {
                event.preventDefault();
                actions.search();
            }
            return;
        }
        const element = picture.elementAround(document.activeElement);
        const way = ways[event.key];
        if (way && element && !event.shiftKey) focus(neighbour(element, picture.elements, way), viewport);
        else if (way) viewport.pan(-way[0] * step, -way[1] * step);
        else if (event.key === '+' || event.key === '=') viewport.zoom(1.25);
        else if (event.key === '-') viewport.zoom(0.8);
        else if (event.key === '0') viewport.fit();
        else if (event.key === '/') actions.search();
        else if (event.key === 'Escape') actions.escape();
        else if (!element) {
            if (event.key !== 'Enter') return;
            focus(picture.elements[0] ?? null, viewport);
        } else if (event.key === 'Enter' || event.key === ' ') actions.open(element);
        else if (event.key === 'f') actions.toggle(element);
        else if (event.key === 'r') actions.reach(element);
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
