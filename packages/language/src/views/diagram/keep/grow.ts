import type { DiagramGraph } from '../content/graph.ts';
import { ownId } from '../layout/elk-graph.ts';
import { zoneBox, zoneWishes, type ZoneWish } from '../measure/zone-box.ts';
import { bottomOf, rightOf, type Box, type Canvas } from './canvas.ts';
import { insideOf } from './inside.ts';
import type { Scene, ZoneItem } from './scene.ts';

interface Size {
    readonly width: number;
    readonly height: number;
}

/** Sizes in a picture in which levels run down. */
export const turnedSize = ({ width, height }: Size, right: boolean): Size =>
    right ? { width: height, height: width } : { width, height };

/** A place that is so much larger than what it is needed for is given up. */
const wasteful = { width: 0.5, height: 0.5 } as const;

/**
 * Makes a box as high as it must be: over free ground, and then by moving all that is below. Lines at its lower border
 * stay at it.
 */
export function growDown(canvas: Canvas, key: string, by: number): void {
    const box = canvas.boxes.get(key);
    if (!box || by <= 0) return;
    const bottom = bottomOf(box);
    const at = [...canvas.wires.values()].filter(
        wire => wire.target === key && Math.abs((wire.points[0]?.y ?? 0) - bottom) < 1,
    );
    const free = canvas.slack(key, 'down', by);
    canvas.shiftDown(bottom + 1, by - free, canvas.homeOf(key));
    box.height += by;
    for (const wire of at)
        wire.points = wire.points.map((point, index) => (index === 0 ? { ...point, y: bottomOf(box) } : point));
}

/** Makes a box higher over free ground above it; gives how much was found. Lines at its upper border stay at it. */
export function growUp(canvas: Canvas, key: string, by: number): number {
    const box = canvas.boxes.get(key);
    if (!box || by <= 0) return 0;
    const free = canvas.slack(key, 'up', by);
    box.y -= free;
    box.height += free;
    return free;
}

/** Makes a box as wide as it must be: over free ground at both sides, and then by pushing what is to the right. */
export function growWide(canvas: Canvas, key: string, by: number): void {
    const box = canvas.boxes.get(key);
    if (!box || by <= 0) return;
    const right = canvas.slack(key, 'right', by);
    box.width += right;
    const left = canvas.slack(key, 'left', by - right);
    box.x -= left;
    box.width += left;
    canvas.widen(key, by - right - left);
}

/** Of several sizes the one for which the least has to move. */
function cheapest(canvas: Canvas, key: string, box: Box, sizes: readonly Size[]): number {
    const below = [...canvas.boxes.values()].filter(other => other.y >= bottomOf(box)).length;
    let best = 0;
    let least = Infinity;
    sizes.forEach(({ width, height }, index) => {
        const [wider, higher] = [Math.max(0, width - box.width), Math.max(0, height - box.height)];
        const right = canvas.slack(key, 'right', wider);
        const free = right + canvas.slack(key, 'left', wider - right);
        const cost =
            (wider - free) * 4 + (higher - canvas.slack(key, 'down', higher)) * (below + 1) + (wider + higher) * 0.1;
        if (cost < least - 0.01) [least, best] = [cost, index];
    });
    return best;
}

const fits = (size: Size, box: Box): boolean => size.width <= box.width + 0.5 && size.height <= box.height + 0.5;

/** A zone without nested ones: keeps its place, and grows only as far as it must. Gives how it is set then. */
function fitLeaf(canvas: Canvas, item: ZoneItem, graph: DiagramGraph, right: boolean): ZoneWish {
    const { key, frame } = item;
    const box = canvas.boxes.get(key);
    if (!box) return {};
    const natural = turnedSize(frame.box, right);
    if (fits(natural, box)) {
        if (natural.width < box.width * wasteful.width || natural.height < box.height * wasteful.height)
            shrink(canvas, key, box, natural);
        return {};
    }
    const wishes = [{}, ...zoneWishes(frame.zone, right ? box.height : box.width)];
    const sizes = wishes.map(wish => turnedSize(zoneBox(frame.zone, graph, wish), right));
    const best = cheapest(canvas, key, box, sizes);
    const size = sizes[best] ?? natural;
    growWide(canvas, key, size.width - box.width);
    growDown(canvas, key, size.height - box.height);
    return wishes[best] ?? {};
}

/** Lines at the borders that move are found anew. */
function shrink(canvas: Canvas, key: string, box: Box, { width, height }: Size): void {
    if (width < box.width * wasteful.width) box.width = width;
    if (height < box.height * wasteful.height) box.height = height;
    for (const wire of canvas.wires.values()) {
        const [start] = wire.points;
        if (wire.target === key && start && (start.x > rightOf(box) || start.y > bottomOf(box) + 1))
            canvas.wires.delete(wire.key);
    }
}

/** A zone with nested ones: its head, and the frame of its own assets, get the room that they need. */
function fitOuter(canvas: Canvas, scene: Scene, item: ZoneItem, right: boolean): void {
    const { key, frame, padding } = item;
    const box = canvas.boxes.get(key);
    if (!box) return;
    const inside = [...canvas.boxes]
        .filter(([other]) => other !== key && scene.within(other, key))
        .map(([, other]) => other);
    if (inside.length === 0) return fill(canvas, item, box, right);
    const top = Math.min(...inside.map(other => other.y));
    if (top < box.y + padding.top) canvas.shiftDown(top, box.y + padding.top - top, key);
    growWide(canvas, key, turnedSize(frame.box, right).width - box.width);
    const own = canvas.boxes.get(ownId(key));
    if (!own || !frame.own) return;
    const size = turnedSize(frame.own, right);
    growWide(canvas, ownId(key), size.width - own.width);
    growDown(canvas, ownId(key), size.height - own.height);
}

/** A zone that had no nested ones so far gets the room for them, and for its own assets above them. */
function fill(canvas: Canvas, item: ZoneItem, box: Box, right: boolean): void {
    const places = insideOf(item, right);
    const whole = places.get(item.key);
    if (!whole) return;
    growWide(canvas, item.key, whole.width - box.width);
    growDown(canvas, item.key, whole.height - box.height);
    for (const [key, rect] of places) {
        if (key !== item.key)
            canvas.boxes.set(key, {
                ...rect,
                x: rect.x - whole.x + box.x + (box.width - whole.width) / 2,
                y: rect.y - whole.y + box.y,
            });
    }
}

/**
 * Makes the zones that have a place as large as they must be now.
 * @returns how each is set, by key
 */
export function growZones(canvas: Canvas, scene: Scene, graph: DiagramGraph, right: boolean): Map<string, ZoneWish> {
    const wishes = new Map<string, ZoneWish>();
    for (const item of scene.zones) {
        if (item.leaf) wishes.set(item.key, fitLeaf(canvas, item, graph, right));
        else fitOuter(canvas, scene, item, right);
    }
    return wishes;
}
