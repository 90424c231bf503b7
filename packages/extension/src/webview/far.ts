import type { PictureView } from './picture.ts';
import type { Viewport } from './viewport.ts';

/** Below this scale the print of the picture is too small: zones are named in the print of the page. */
const far = 0.6;
/** Below this one, assets are dots: they are pale, and the room in their zone is for its name. */
const tiny = 0.4;
/** Narrower boxes on the screen get no name, in pixels. */
const leastWidth = 34;
const leastHeight = 16;

/** What a zone is called, from the first line of what it says when it is pointed at: `Zone A.B “Its title”`. */
function nameIn(tooltip: string): string {
    const [first = ''] = tooltip.split('\n');
    return /“(.*)”$/u.exec(first)?.[1] ?? first.slice(Math.max(first.lastIndexOf(' '), first.lastIndexOf('.')) + 1);
}

/** Names of zones that can be read however small the picture is. */
export class FarLabels {
    private readonly host: HTMLElement;
    private readonly stage: HTMLElement;
    private readonly picture: PictureView;
    private labels: { readonly element: HTMLElement; readonly zone: SVGGElement; readonly holds: boolean }[] = [];

    constructor(host: HTMLElement, stage: HTMLElement, picture: PictureView) {
        this.host = host;
        this.stage = stage;
        this.picture = picture;
    }

    /** Makes the labels of a new picture. */
    redraw(): void {
        this.labels = [...(this.picture.svg?.querySelectorAll<SVGGElement>('g.zone') ?? [])].map(zone => {
            const element = document.createElement('span');
            element.textContent = nameIn(zone.getAttribute('data-tip') ?? '');
            return { element, zone, holds: zone.querySelector('g.zone') !== null };
        });
        this.host.replaceChildren(...this.labels.map(({ element }) => element));
    }

    /** The reader looks elsewhere, or from elsewhere. */
    moved(viewport: Viewport): void {
        const isFar = viewport.place.scale < far;
        const isTiny = viewport.place.scale < tiny;
        this.stage.classList.toggle('tiny', isTiny);
        this.stage.classList.toggle('far', isFar);
        this.host.hidden = !isFar;
        if (!isFar) return;
        const frame = this.host.getBoundingClientRect();
        for (const { element, zone, holds } of this.labels) {
            const body = zone.querySelector(':scope > .body')?.getBoundingClientRect();
            const fits = body !== undefined && body.width >= leastWidth && body.height >= leastHeight;
            element.hidden = !fits;
            if (!fits) continue;
            const stripe = zone.querySelector(':scope > [fill="url(#iacs-hazard)"]')?.getBoundingClientRect();
            const left = stripe?.right ?? body.left;
            element.style.left = `${left - frame.left}px`;
            element.style.top = `${body.top - frame.top}px`;
            element.style.width = `${body.right - left}px`;
            // The badge says how many findings there are: the first line ends before it.
            const badge = zone.querySelector(':scope > .badge')?.getBoundingClientRect();
            element.style.setProperty('--badge', badge ? `${Math.max(0, body.right - badge.left - 4)}px` : '0');
            // The name is in the head; a zone that holds others has no more room for it.
            const room = holds ? 16 : isTiny ? body.height : 30;
            element.style.height = `${Math.min(body.height, room)}px`;
        }
    }
}
