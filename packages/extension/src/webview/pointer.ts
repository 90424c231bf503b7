import type { HangingLine } from './line.ts';
import type { PictureView } from './picture.ts';
import type { Viewport } from './viewport.ts';

/** A hand that moves less than this while the button is down has clicked, in pixels. */
const slack = 4;

export interface PointerActions {
    open(element: SVGGElement): void;
    toggle(element: SVGGElement): void;
    /** One end of a path, then the other. */
    path(element: SVGGElement): void;
    /** Moves a box by pixels of the picture. */
    move(element: SVGGElement, dx: number, dy: number): void;
    folded(id: string): boolean;
    readonly line: HangingLine;
}

interface Down {
    readonly x: number;
    readonly y: number;
    readonly moved: boolean;
    /** The box that is dragged, and where the button went down on it. */
    readonly box: SVGGElement | null;
    /** The asset that a line is pulled out of. */
    readonly pulled: SVGGElement | null;
}

/** The box that a node of the picture is dragged with: a zone, or the card of a conduit. */
export const boxAround = (element: Element | null): SVGGElement | null =>
    element?.closest<SVGGElement>('g.conduit, g.zone') ?? null;

/**
 * Drag moves the picture, with Alt a box in it, with Ctrl a line out of an asset; the wheel moves it too, with Ctrl it
 * zooms. A click opens the text, with Shift it is an end of a path; a double click folds a zone.
 * @returns gives the element under the pointer
 */
export function listenToPointer(
    frame: HTMLElement,
    picture: PictureView,
    viewport: Viewport,
    actions: PointerActions,
): () => SVGGElement | null {
    const { line } = actions;
    /** The element under the pointer while the frame has captured it. */
    const under = ({ clientX, clientY }: PointerEvent): SVGGElement | null =>
        picture.elementAround(document.elementFromPoint(clientX, clientY));
    let down: Down | null = null;
    let pointed: SVGGElement | null = null;
    const ghost = document.createElement('div');
    ghost.className = 'ui-ghost';

    frame.addEventListener('pointerdown', event => {
        if (event.button === 2) describe(frame, picture.elementAround(event.target), actions);
        if (event.button > 1) return;
        const box = event.altKey && event.button === 0 ? boxAround(picture.elementAround(event.target)) : null;
        const at = (event.ctrlKey || event.metaKey) && event.button === 0 ? picture.elementAround(event.target) : null;
        const pulled = at?.matches('g.asset') ? at : null;
        down = { x: event.clientX, y: event.clientY, moved: false, box, pulled };
    });
    frame.addEventListener('pointerleave', () => (pointed = null));
    frame.addEventListener('pointermove', event => {
        if (event.buttons === 0) pointed = picture.elementAround(event.target);
        if (event.buttons === 0) line.over(pointed, event.clientX, event.clientY);
        if (!down || event.buttons === 0) return;
        const [dx, dy] = [event.clientX - down.x, event.clientY - down.y];
        if (!down.moved && Math.hypot(dx, dy) < slack) return;
        if (!down.moved) frame.setPointerCapture(event.pointerId);
        const { box, pulled } = down;
        if (pulled) {
            if (!down.moved) line.start(pulled);
            down = { ...down, moved: true };
            return line.over(under(event), event.clientX, event.clientY);
        }
        frame.classList.add('dragging');
        if (box) {
            place(ghost, frame, box, dx, dy);
            down = { ...down, moved: true };
            return;
        }
        down = { ...down, x: event.clientX, y: event.clientY, moved: true };
        viewport.pan(dx, dy);
    });
    frame.addEventListener('pointerup', event => {
        frame.classList.remove('dragging');
        ghost.remove();
        const { moved = true, box = null, pulled = null, x = 0, y = 0 } = down ?? {};
        down = null;
        if (line.hangs && (pulled !== null || !moved) && event.button === 0) return void line.drop(under(event));
        if (box && moved) {
            const { scale } = viewport.place;
            return actions.move(box, (event.clientX - x) / scale, (event.clientY - y) / scale);
        }
        const element = !moved && event.button === 0 ? picture.elementAround(event.target) : null;
        if (!element || event.detail > 1) return;
        if (event.shiftKey) actions.path(element);
        else actions.open(element);
    });
    frame.addEventListener('pointercancel', () => {
        if (down?.pulled) line.end();
        down = null;
        ghost.remove();
        frame.classList.remove('dragging');
    });
    frame.addEventListener('dblclick', event => {
        const element = picture.elementAround(event.target);
        if (element?.matches('g.zone')) actions.toggle(element);
    });
    frame.addEventListener('keydown', event => {
        if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))
            describe(frame, picture.elementAround(document.activeElement), actions);
    });
    frame.addEventListener(
        'wheel',
        event => {
            event.preventDefault();
            const box = frame.getBoundingClientRect();
            const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
            if (event.ctrlKey || event.metaKey) {
                viewport.zoom(Math.exp(-event.deltaY * lines * 0.004), {
                    x: event.clientX - box.left,
                    y: event.clientY - box.top,
                });
            } else
                viewport.pan(
                    event.shiftKey ? -event.deltaY * lines : -event.deltaX * lines,
                    event.shiftKey ? 0 : -event.deltaY * lines,
                );
        },
        { passive: false },
    );
    return () => (pointed?.isConnected ? pointed : null);
}

/** Shows where a dragged box would come to stand. */
function place(ghost: HTMLElement, frame: HTMLElement, box: Element, dx: number, dy: number): void {
    const [outer, inner] = [frame, box.querySelector('.body, .card') ?? box].map(each => each.getBoundingClientRect());
    if (!outer || !inner) return;
    if (!ghost.isConnected) frame.append(ghost);
    ghost.style.left = `${inner.left - outer.left + dx}px`;
    ghost.style.top = `${inner.top - outer.top + dy}px`;
    ghost.style.width = `${inner.width}px`;
    ghost.style.height = `${inner.height}px`;
}

/** Tells the editor's own context menu what it is opened on. */
function describe(frame: HTMLElement, element: SVGGElement | null, { folded }: PointerActions): void {
    const id = element?.getAttribute('data-id') ?? null;
    const zone = element?.matches('g.zone') ?? false;
    frame.dataset['vscodeContext'] = JSON.stringify({
        preventDefaultContextMenuItems: true,
        ...(id === null ? {} : { iacsId: id, iacsZone: zone, iacsFolded: zone && folded(id) }),
    });
}
