import type { PictureView } from './picture.ts';
import type { Viewport } from './viewport.ts';

const namespace = 'http://www.w3.org/2000/svg';
/** The longest side of the map, in pixels, and how much of the width of a narrow pane it may take. */
const longest = 170;
const ofPane = 0.34;

/** A small map of the zones in the corner, shown while most of the picture is out of sight. */
export class Minimap {
    private readonly host: HTMLElement;
    private readonly picture: PictureView;
    private viewport: Viewport | null = null;
    private readonly seen = document.createElementNS(namespace, 'rect');
    private readonly map = document.createElementNS(namespace, 'svg');

    constructor(host: HTMLElement, picture: PictureView) {
        this.host = host;
        this.picture = picture;
        host.append(this.map);
        const go = (event: PointerEvent): void => {
            const box = this.map.getBoundingClientRect();
            const { width, height } = picture.size;
            this.viewport?.centre(
                ((event.clientX - box.left) / box.width) * width,
                ((event.clientY - box.top) / box.height) * height,
            );
        };
        host.addEventListener('pointerdown', event => {
            event.stopPropagation();
            host.setPointerCapture(event.pointerId);
            go(event);
        });
        host.addEventListener('pointermove', event => {
            if (event.buttons !== 0) go(event);
        });
    }

    attach(viewport: Viewport): void {
        this.viewport = viewport;
    }

    /** Draws the zones of a new picture. */
    redraw(): void {
        const { width, height } = this.picture.size;
        this.map.setAttribute('viewBox', `0 0 ${width} ${height}`);
        this.size();
        const zones = document.createElementNS(namespace, 'g');
        zones.setAttribute('transform', this.picture.svg?.querySelector('g.drawing')?.getAttribute('transform') ?? '');
        for (const body of this.picture.svg?.querySelectorAll('g.zone > rect.body') ?? []) {
            const group = document.createElementNS(namespace, 'g');
            group.setAttribute('class', body.parentElement?.getAttribute('class') ?? '');
            group.append(body.cloneNode());
            zones.append(group);
        }
        this.seen.setAttribute('class', 'seen');
        this.map.replaceChildren(zones, this.seen);
        this.moved();
    }

    /** The map is as large as its pane allows. */
    private size(): void {
        const { width, height } = this.picture.size;
        const pane = this.host.parentElement?.clientWidth || Infinity;
        const factor = Math.min(longest / Math.max(1, height), Math.min(longest, pane * ofPane) / Math.max(1, width));
        this.map.setAttribute('width', String(Math.max(20, width * factor)));
        this.map.setAttribute('height', String(Math.max(20, height * factor)));
    }

    /** The reader looks elsewhere, or the pane has another size. */
    moved(): void {
        if (!this.viewport) return;
        this.size();
        const { width, height } = this.picture.size;
        const seen = this.viewport.window;
        const part = Math.min(1, seen.width / Math.max(1, width)) * Math.min(1, seen.height / Math.max(1, height));
        this.host.hidden = width === 0 || part > 0.6;
        for (const name of ['x', 'y', 'width', 'height'] as const) this.seen.setAttribute(name, String(seen[name]));
    }
}
