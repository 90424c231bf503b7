import type { Point, Rect } from '../layout/positioned.ts';
import type { Scene } from './scene.ts';

/** A box that may move and grow. */
export type Box = { -readonly [Key in keyof Rect]: Rect[Key] };

/** A line from a box to a card; its ends move with these. */
export interface Wire {
    readonly key: string;
    readonly target: string;
    readonly card: string;
    points: Point[];
}

/** The least room between two boxes, and between a box and a line beside it, in pixels. */
export const room = { box: 24, line: 13 } as const;

export const rightOf = (box: Rect): number => box.x + box.width;
export const bottomOf = (box: Rect): number => box.y + box.height;
export const middleOf = (box: Rect): number => box.x + box.width / 2;

const overlap = (fromA: number, toA: number, fromB: number, toB: number): boolean => fromA < toB && fromB < toA;

/**
 * Boxes and lines of a picture in which levels run down, while it is changed. Boxes never come to lie over each other.
 */
export class Canvas {
    readonly boxes = new Map<string, Box>();
    readonly wires = new Map<string, Wire>();
    private readonly scene: Scene;

    constructor(scene: Scene) {
        this.scene = scene;
    }

    /** Keeps what there is, to try something out; gives what brings it back. */
    snapshot(): () => void {
        const boxes = [...this.boxes].map(([key, box]): [string, Box] => [key, { ...box }]);
        const wires = [...this.wires].map(([key, wire]): [string, Wire] => [key, { ...wire }]);
        return () => {
            this.boxes.clear();
            this.wires.clear();
            for (const [key, box] of boxes) this.boxes.set(key, { ...box });
            for (const [key, wire] of wires) this.wires.set(key, { ...wire });
        };
    }

    /** A box must keep away from another one: it is neither around it nor inside it. */
    isApart(key: string, other: string): boolean {
        return other !== key && !this.scene.within(key, other) && !this.scene.within(other, key);
    }

    /** The boxes that a box must keep away from: all but those around it and inside it. */
    othersOf(key: string): [string, Box][] {
        return [...this.boxes].filter(([other]) => this.isApart(key, other));
    }

    /** Nothing lies over a box. */
    isFree(key: string): boolean {
        const box = this.boxes.get(key);
        if (!box) return true;
        for (const [other, there] of this.boxes) {
            const isOver =
                overlap(box.x, rightOf(box), there.x + 1, rightOf(there) - 1) &&
                overlap(box.y, bottomOf(box), there.y + 1, bottomOf(there) - 1);
            if (isOver && this.isApart(key, other)) return false;
        }
        return true;
    }

    /** The inner borders of the zone around a box. */
    boundsOf(parent: string | null): { left: number; right: number; top: number; bottom: number } {
        const box = parent === null ? undefined : this.boxes.get(parent);
        const padding = parent === null ? undefined : this.scene.zone.get(parent)?.padding;
        if (!box || !padding) return { left: 0, right: Infinity, top: 0, bottom: Infinity };
        return {
            left: box.x + padding.left,
            right: rightOf(box) - padding.right,
            top: box.y + padding.top,
            bottom: bottomOf(box) - padding.bottom,
        };
    }

    /** Moves a box with all that is in it, and the ends of lines at it. */
    move(key: string, dx: number, dy: number): void {
        const inside = (other: string): boolean => this.scene.within(other, key);
        for (const [other, box] of this.boxes) {
            if (!inside(other)) continue;
            box.x += dx;
            box.y += dy;
        }
        for (const wire of this.wires.values())
            this.pull(wire, inside(wire.target) ? [dx, dy] : [0, 0], inside(wire.card) ? [dx, dy] : [0, 0]);
    }

    /** Moves the ends of a line. A line that can no longer follow is dropped, and found anew later. */
    pull(wire: Wire, [startX = 0, startY = 0]: readonly number[], [endX = 0, endY = 0]: readonly number[]): void {
        if (startX === 0 && startY === 0 && endX === 0 && endY === 0) return;
        if (startX === endX && startY === endY) {
            wire.points = wire.points.map(({ x, y }) => ({ x: x + startX, y: y + startY }));
            return;
        }
        const count = wire.points.length;
        if (count < 4 && startX !== endX) return void this.wires.delete(wire.key);
        wire.points = wire.points.map(({ x, y }, index) => {
            const [dx, dy] =
                index < 2
                    ? [startX, index === 0 ? startY : 0]
                    : index >= count - 2
                      ? [endX, index === count - 1 ? endY : 0]
                      : [0, 0];
            return { x: x + dx, y: y + dy };
        });
    }

    /**
     * Moves everything that begins at or below a height; what spans it stays, and outer zones grow.
     * @param home the zone in which room is needed: what is in zones beside it stays
     */
    shiftDown(at: number, by: number, home: string | null = null): void {
        if (by <= 0) return;
        const zone = home === null ? null : this.roomFor(home, by);
        const inside = (key: string): boolean => zone === null || this.scene.within(key, zone);
        const moved = new Set<string>();
        for (const [key, box] of this.boxes) {
            if (!inside(key)) continue;
            const outer = this.scene.zone.get(key)?.leaf === false;
            if (box.y >= at - 0.5) {
                box.y += by;
                moved.add(key);
            } else if (outer && bottomOf(box) >= at - 0.5) box.height += by;
        }
        for (const wire of this.wires.values()) {
            const count = wire.points.length;
            const [target, card] = [inside(wire.target), inside(wire.card)];
            if (!target && !card) continue;
            // A line that leads out of the zone follows with its end.
            if (target !== card) {
                const first = wire.points[0]?.y ?? 0;
                const start = target && this.edgeMoves(wire.target, first, at, moved);
                const end = card && moved.has(wire.card);
                this.pull(wire, [0, start ? by : 0], [0, end ? by : 0]);
                continue;
            }
            wire.points = wire.points.map(({ x, y }, index) => {
                const withBox =
                    index === 0
                        ? this.edgeMoves(wire.target, y, at, moved)
                        : index === count - 1
                          ? moved.has(wire.card)
                          : y >= at - 0.5;
                return { x, y: withBox ? y + by : y };
            });
        }
    }

    /** The nearest zone around a place that can grow over free ground, or the outermost one with room made below. */
    private roomFor(home: string, by: number): string {
        let zone = home;
        let free = this.slack(zone, 'down', by);
        for (let next = this.scene.parentOf(zone); free < by && next !== null; next = this.scene.parentOf(zone)) {
            zone = next;
            free = this.slack(zone, 'down', by);
        }
        const box = this.boxes.get(zone);
        if (box) this.shiftDown(bottomOf(box) + 1, by - free);
        return zone;
    }

    /**
     * Whether the border of a box on which a line ends has moved: the lower one of an outer zone that has grown has.
     */
    private edgeMoves(key: string, y: number, at: number, moved: ReadonlySet<string>): boolean {
        if (moved.has(key)) return true;
        return this.scene.zone.get(key)?.leaf === false && y >= at - 0.5;
    }

    /** Makes a box wider to the right by pushing what stands in its way. */
    widen(key: string, by: number): void {
        const box = this.boxes.get(key);
        if (!box || by <= 0) return;
        this.clearRight(key, rightOf(box) + by);
        box.width += by;
    }

    /** Moves a box to the right, and what stands in its way with it. */
    push(key: string, by: number): void {
        const box = this.boxes.get(key);
        if (!box || by <= 0) return;
        this.clearRight(key, rightOf(box) + by);
        this.move(key, by, 0);
    }

    /** Pushes what lies between the right border of a box and a new place of it; the zone around grows when it must. */
    private clearRight(key: string, right: number): void {
        const box = this.boxes.get(key);
        if (!box) return;
        const parent = this.scene.parentOf(key);
        const bounds = this.boundsOf(parent);
        if (parent !== null && right > bounds.right) this.widen(parent, right - bounds.right);
        for (const [other, there] of this.othersOf(key)) {
            if (there.x < rightOf(box) - 0.5 || !overlap(box.y, bottomOf(box), there.y - 8, bottomOf(there) + 8))
                continue;
            const by = right + room.box - there.x;
            if (by > 0.5) this.push(this.outermost(other, key), by);
        }
    }

    /** The outermost zone around a box that is not around another one; the box itself where there is none. */
    private outermost(key: string, apart: string): string {
        return (
            this.scene.zones.find(zone => this.scene.within(key, zone.key) && !this.scene.within(apart, zone.key))
                ?.key ?? key
        );
    }

    /** The zone around a box; `null` at the root. */
    homeOf(key: string): string | null {
        return this.scene.parentOf(key);
    }

    /** How far a box may grow to one side over free ground, at most `most`. */
    slack(key: string, side: 'left' | 'right' | 'down' | 'up', most: number): number {
        const box = this.boxes.get(key);
        if (!box) return 0;
        const bounds = this.boundsOf(this.scene.parentOf(key));
        const limits = {
            left: box.x - bounds.left,
            right: bounds.right - rightOf(box),
            down: bounds.bottom - bottomOf(box),
            up: box.y - bounds.top,
        };
        let free = Math.min(most, limits[side]);
        const look = (there: Rect, gap: number): void => {
            const upright = side === 'down' || side === 'up';
            const beside = upright
                ? overlap(box.x - gap, rightOf(box) + gap, there.x, rightOf(there))
                : overlap(box.y - gap, bottomOf(box) + gap, there.y, bottomOf(there));
            if (!beside) return;
            const distance =
                side === 'right'
                    ? there.x - rightOf(box)
                    : side === 'left'
                      ? box.x - rightOf(there)
                      : side === 'down'
                        ? there.y - bottomOf(box)
                        : box.y - bottomOf(there);
            if (distance > -0.5) free = Math.min(free, distance - gap);
        };
        for (const [, there] of this.othersOf(key)) look(there, room.box);
        for (const wire of this.wires.values()) {
            wire.points.slice(1).forEach((to, index) => {
                const from = wire.points[index] ?? to;
                const own =
                    (wire.target === key && index === 0) || (wire.card === key && index === wire.points.length - 2);
                const there = {
                    x: Math.min(from.x, to.x),
                    y: Math.min(from.y, to.y),
                    width: Math.abs(from.x - to.x),
                    height: Math.abs(from.y - to.y),
                };
                // The lines of the box itself go down from it: what counts is where they turn.
                if (!own)
                    look(
                        { ...there, width: Math.max(there.width, 0.01), height: Math.max(there.height, 0.01) },
                        room.line,
                    );
            });
        }
        return Math.max(0, free);
    }
}
