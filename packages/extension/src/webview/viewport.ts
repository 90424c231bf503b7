import type { Place } from '../preview/messages.ts';
import type { PictureView } from './picture.ts';

const margin = 12;
/** The smallest print is 10 pixels at scale 1: from here on it can be read. */
const readable = 0.8;
const pleasant = 0.9;
/** A usual zone is 50 pixels wide at this scale: the page writes its name into it (`far.ts`). */
const named = 0.2;
const least = 0.02;
const most = 6;

/** Where the reader looks: moves and scales the picture inside its frame. */
export class Viewport {
    private readonly frame: HTMLElement;
    private readonly picture: PictureView;
    private readonly moved: () => void;
    private scale = 1;
    private x = 0;
    private y = 0;
    private fitted = true;
    /** The reader has moved nothing since the first look. */
    private untouched = false;

    /** @param moved called after every change */
    constructor(frame: HTMLElement, picture: PictureView, moved: () => void) {
        this.frame = frame;
        this.picture = picture;
        this.moved = moved;
        new ResizeObserver(() => (this.fitted ? this.fit() : this.untouched ? this.first() : this.apply())).observe(
            frame,
        );
    }

    get place(): Place {
        return { scale: this.scale, x: this.x, y: this.y, fitted: this.fitted };
    }

    /** The part of the picture that is in sight, in its own pixels. */
    get window(): DOMRect {
        return new DOMRect(
            -this.x / this.scale,
            -this.y / this.scale,
            this.frame.clientWidth / this.scale,
            this.frame.clientHeight / this.scale,
        );
    }

    restore(place: Place | null): void {
        if (!place) return this.first();
        if (place.fitted) return this.fit();
        ({ scale: this.scale, x: this.x, y: this.y, fitted: this.fitted } = place);
        this.apply();
    }

    /** The whole picture, never larger than life. */
    fit(): void {
        const { width, height } = this.picture.size;
        if (width === 0 || this.frame.clientWidth === 0) return;
        const room = { width: this.frame.clientWidth - 2 * margin, height: this.frame.clientHeight - 2 * margin };
        this.scale = Math.max(least, Math.min(1, room.width / width, room.height / height));
        this.x = Math.max(margin, (this.frame.clientWidth - width * this.scale) / 2);
        this.y = Math.max(margin, (this.frame.clientHeight - height * this.scale) / 2);
        this.fitted = true;
        this.apply();
    }

    /**
     * The first look: all of it where its print can be read; else its width, from the top, so that nothing is cut at a
     * side; and where that would be too small for the names of its zones, a part of it in a size that can be read.
     */
    first(): void {
        this.fit();
        if (this.scale < readable) {
            const across = this.across();
            if (across >= named) this.show(Math.min(1, across));
            else this.start();
        }
        this.untouched = true;
    }

    /** True until the reader goes elsewhere: the first look fits itself to its pane. */
    get isFirstLook(): boolean {
        return this.untouched;
    }

    /** A part of a very large picture: its left edge, and the first zone there. */
    private start(): void {
        this.show(pleasant);
        const [box] = this.picture.elements
            .filter(element => element.matches('g.zone'))
            .map(zone => zone.getBoundingClientRect())
            .sort((a, b) => a.left - b.left || a.top - b.top);
        const frame = this.frame.getBoundingClientRect();
        const room = this.frame.clientHeight - this.picture.size.height * this.scale;
        // The corner of a large picture may be empty.
        if (box && room < 0) {
            const to = frame.top + Math.min(60, this.frame.clientHeight / 8) - box.top;
            this.y = margin + Math.max(Math.min(0, room - margin), Math.min(0, to));
        }
        this.apply();
    }

    /** A size in which all print can be read, the width of the picture if that is enough. */
    readable(): void {
        const across = this.across();
        this.show(Math.min(1, across >= readable ? across : pleasant));
    }

    /** The scale at which the picture is as wide as the frame. */
    private across(): number {
        return (this.frame.clientWidth - 2 * margin) / Math.max(1, this.picture.size.width);
    }

    /** Shows the picture in a size, in the middle or from its corner. */
    private show(scale: number): void {
        const { width, height } = this.picture.size;
        if (width === 0) return;
        this.scale = scale;
        this.x = Math.max(margin, (this.frame.clientWidth - width * scale) / 2);
        this.y = Math.max(margin, (this.frame.clientHeight - height * scale) / 2);
        this.fitted = false;
        this.untouched = false;
        this.apply();
    }

    /** The point in the frame stays where it is. */
    zoom(factor: number, at = { x: this.frame.clientWidth / 2, y: this.frame.clientHeight / 2 }): void {
        const next = Math.min(most, Math.max(least, this.scale * factor));
        this.x = at.x - ((at.x - this.x) * next) / this.scale;
        this.y = at.y - ((at.y - this.y) * next) / this.scale;
        this.scale = next;
        this.fitted = false;
        this.untouched = false;
        this.apply();
    }

    pan(dx: number, dy: number): void {
        this.x += dx;
        this.y += dy;
        this.fitted = false;
        this.untouched = false;
        this.apply();
    }

    /** Puts a point of the picture into the middle. */
    centre(x: number, y: number): void {
        this.x = this.frame.clientWidth / 2 - x * this.scale;
        this.y = this.frame.clientHeight / 2 - y * this.scale;
        this.fitted = false;
        this.untouched = false;
        this.apply();
    }

    /** Brings an element into sight; does nothing when it is. */
    reveal(element: Element): void {
        const box = element.getBoundingClientRect();
        const frame = this.frame.getBoundingClientRect();
        const fits = box.width <= frame.width && box.height <= frame.height;
        const seen =
            box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
        const overlaps =
            box.left < frame.right && box.right > frame.left && box.top < frame.bottom && box.bottom > frame.top;
        if (seen || (!fits && overlaps)) return;
        this.pan(
            frame.left + frame.width / 2 - (box.left + Math.min(box.width, frame.width) / 2),
            frame.top + frame.height / 2 - (box.top + Math.min(box.height, frame.height) / 2),
        );
    }

    private apply(): void {
        const { svg } = this.picture;
        if (svg) svg.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.scale})`;
        this.moved();
    }

    /**
     * Changes the picture so that what the reader looks at stays where it is.
     * @param change shows the new picture
     */
    keeping(change: () => void): void {
        const anchor = this.fitted ? null : this.anchor();
        const before = anchor?.getBoundingClientRect();
        change();
        if (this.fitted || !anchor || !before) {
            if (this.fitted) this.fit();
            else this.apply();
            return;
        }
        const after = anchor.isConnected ? anchor.getBoundingClientRect() : before;
        const { untouched } = this;
        this.pan(before.left - after.left, before.top - after.top);
        this.untouched = untouched;
    }

    /** The element nearest to the middle of the frame. */
    private anchor(): Element | null {
        const frame = this.frame.getBoundingClientRect();
        const middle = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
        let nearest: Element | null = null;
        let distance = Infinity;
        for (const element of this.picture.elements) {
            const box = element.getBoundingClientRect();
            const far = Math.hypot(box.left + box.width / 2 - middle.x, box.top + box.height / 2 - middle.y);
            if (far < distance) [nearest, distance] = [element, far];
        }
        return nearest;
    }
}
