import type { PictureView } from './picture.ts';
import type { Viewport } from './viewport.ts';

/** A hand that moves less than this while the button is down has clicked, in pixels. */
const slack = 4;

export interface PointerActions {
    open(element: SVGGElement): void;
    toggle(element: SVGGElement): void;
    folded(id: string): boolean;
}

/** Drag moves the picture, the wheel too, with Ctrl it zooms; a click opens the text, a double click folds a zone. */
export function listenToPointer(
    frame: HTMLElement,
    picture: PictureView,
    viewport: Viewport,
    actions: PointerActions,
): void {
    let down: { x: number; y: number; moved: boolean } | null = null;

    frame.addEventListener('pointerdown', event => {
        if (event.button === 2) describe(frame, picture.elementAround(event.target), actions);
        if (event.button > 1) return;
        down = { x: event.clientX, y: event.clientY, moved: false };
    });
    frame.addEventListener('pointermove', event => {
        if (!down || event.buttons === 0) return;
        const [dx, dy] = [event.clientX - down.x, event.clientY - down.y];
        if (!down.moved && Math.hypot(dx, dy) < slack) return;
        if (!down.moved) frame.setPointerCapture(event.pointerId);
        down = { x: event.clientX, y: event.clientY, moved: true };
        frame.classList.add('dragging');
        viewport.pan(dx, dy);
    });
    frame.addEventListener('pointerup', event => {
        frame.classList.remove('dragging');
        const clicked = down && !down.moved && event.button === 0;
        down = null;
        const element = clicked ? picture.elementAround(event.target) : null;
        if (element && event.detail < 2) actions.open(element);
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
