import type { Place } from '../preview/messages.ts';
import type { PictureView } from './picture.ts';

const margin = 12;
/** The smallest print is 10 pixels at scale 1: from here on it can be read. */
const readable = 0.8;
const pleasant = 0.9;
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

    /** @param moved called after every change */
    constructor(frame: HTMLElement, picture: PictureView, moved: () => void) {
        this.frame = frame;
        this.picture = picture;
        this.moved = moved;
        new ResizeObserver(() => (this.fitted ? this.fit() : this.apply())).observe(frame);
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
     * The first look: all of it where its print can be read; else its width, and else a part of it in a size that can
     * be read, from the start.
     */
    first(): void {
        this.fit();
        if (this.scale >= readable) return;
        this.readable();
        // The corner of a large picture may be empty: the zone next to it is what is read first.
        const corner = (zone: Element): number => {
            const { left, top } = zone.getBoundingClientRect();
            return left + top;
        };
        const [first] = this.picture.elements
            .filter(element => element.matches('g.zone'))
            .sort((a, b) => corner(a) - corner(b));
        const [box, frame] = [first, this.frame].map(each => each?.getBoundingClientRect());
        if (!box || !frame) return;
        const { width, height } = this.picture.size;
        const room = {
            x: this.frame.clientWidth - width * this.scale,
            y: this.frame.clientHeight - height * this.scale,
        };
        const into = (room: number, from: number, to: number): number =>
            Math.max(Math.min(0, room - margin), Math.min(0, from - to));
        if (room.x < 0) this.x = margin + into(room.x, frame.left + Math.min(60, this.frame.clientWidth / 8), box.left);
        if (room.y < 0) this.y = margin + into(room.y, frame.top + Math.min(60, this.frame.clientHeight / 8), box.top);
        this.apply();
    }

    /** A size in which all print can be read, the width of the picture if that is enough. */
    readable(): void {
        const { width, height } = this.picture.size;
        if (width === 0) return;
        const across = (this.frame.clientWidth - 2 * margin) / width;
        this.scale = Math.min(1, across >= readable ? across : pleasant);
        this.x = Math.max(margin, (this.frame.clientWidth - width * this.scale) / 2);
        this.y = Math.max(margin, (this.frame.clientHeight - height * this.scale) / 2);
        this.fitted = false;
        this.apply();
    }

    /** The point in the frame stays where it is. */
    zoom(factor: number, at = { x: this.frame.clientWidth / 2, y: this.frame.clientHeight / 2 }): void {
        const next = Math.min(most, Math.max(least, this.scale * factor));
        this.x = at.x - ((at.x - this.x) * next) / this.scale;
        this.y = at.y - ((at.y - this.y) * next) / this.scale;
        this.scale = next;
        this.fitted = false;
        this.apply();
    }

    pan(dx: number, dy: number): void {
        this.x += dx;
        this.y += dy;
        this.fitted = false;
        this.apply();
    }

    /** Puts a point of the picture into the middle. */
    centre(x: number, y: number): void {
        this.x = this.frame.clientWidth / 2 - x * this.scale;
        this.y = this.frame.clientHeight / 2 - y * this.scale;
        this.fitted = false;
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
        this.pan(before.left - after.left, before.top - after.top);
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
