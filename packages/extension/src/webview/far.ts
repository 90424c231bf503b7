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

/** The print of a name, in pixels, as in the style sheet. */
const print = 11;
const lineHeight = print * 1.2;
const [padding, badgeHeight] = [4, 9];

/** A box for a name: in its corner is a badge, beside which the first line ends. */
interface Room {
    readonly width: number;
    readonly height: number;
    readonly badge: number;
}

/**
 * The height of the lines of a name that a box has room for as a whole, and whether a word is too long for it.
 * @param words how wide each is
 */
function linesIn(words: readonly number[], gap: number, { width, height, badge }: Room) {
    // A first word without room beside the badge comes below it.
    const below = words[0]! > width - badge ? badgeHeight : 0;
    const broken = Math.max(...words) > width;
    let free = below > 0 ? width : width - badge;
    let lines = 1;
    for (const word of words) {
        if (word > free && free < width) {
            lines++;
            free = width;
        }
        free -= word + gap;
    }
    const whole = Math.max(1, Math.floor((height - (broken ? 0 : below)) / lineHeight));
    return { broken, height: broken ? whole * lineHeight : below + lineHeight * Math.min(lines, whole) };
}

/** Names of zones that can be read however small the picture is. */
export class FarLabels {
    private readonly host: HTMLElement;
    private readonly stage: HTMLElement;
    private readonly picture: PictureView;
    private labels: {
        readonly element: HTMLElement;
        readonly zone: SVGGElement;
        readonly holds: boolean;
        readonly words: readonly number[];
    }[] = [];
    private readonly measure = document.createElement('canvas').getContext('2d')!;
    /** How wide a space is. */
    private gap = 0;

    constructor(host: HTMLElement, stage: HTMLElement, picture: PictureView) {
        this.host = host;
        this.stage = stage;
        this.picture = picture;
    }

    /** Makes the labels of a new picture. */
    redraw(): void {
        this.measure.font = `600 ${print}px ${getComputedStyle(this.host).fontFamily}`;
        const widthOf = (text: string): number => this.measure.measureText(text).width;
        this.gap = widthOf(' ');
        this.labels = [...(this.picture.svg?.querySelectorAll<SVGGElement>('g.zone') ?? [])].map(zone => {
            const element = document.createElement('span');
            const name = nameIn(zone.getAttribute('data-tip') ?? '');
            element.textContent = name;
            const words = name.split(' ').map(widthOf);
            return { element, zone, holds: zone.querySelector('g.zone') !== null, words };
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
        for (const { element, zone, holds, words } of this.labels) {
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
            const taken = badge ? Math.max(0, body.right - badge.left - padding) : 0;
            element.style.setProperty('--badge', `${taken}px`);
            // The name is in the head; a zone that holds others has no more room for it.
            const room = holds ? 16 : isTiny ? body.height : 30;
            const { broken, height } = linesIn(words, this.gap, {
                width: body.right - left - 2 * padding,
                height: Math.min(body.height, room) - 1,
                badge: taken,
            });
            element.style.overflowWrap = broken ? 'break-word' : 'normal';
            element.style.height = `${height + 1}px`;
        }
    }
}
