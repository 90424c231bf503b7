import { ownId } from '../layout/elk-graph.ts';
import type { Rect } from '../layout/positioned.ts';
import { bottomOf, middleOf, rightOf, room, type Canvas } from './canvas.ts';
import { freeOf, placesIn, rowsOf, takenBetween } from './gaps.ts';
import { turnedSize } from './grow.ts';
import { insideOf } from './inside.ts';
import type { Scene, ZoneItem } from './scene.ts';

/** Room between two rows, for cards and lines. */
const channel = 60;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Where a new zone would like to stand from left to right: among those that conduits join it to, else beside the one
 * before it in the text.
 */
function wishedFor(canvas: Canvas, scene: Scene, item: ZoneItem, siblings: readonly ZoneItem[]): number {
    const joined = scene.cards
        .filter(card => card.targets.includes(item.key))
        .flatMap(card => card.targets)
        .filter(target => target !== item.key)
        .map(target => canvas.boxes.get(target))
        .filter(box => box !== undefined);
    if (joined.length > 0) return mean(joined.map(middleOf));
    const at = scene.zones.indexOf(item);
    const before = siblings.filter(each => scene.zones.indexOf(each) < at).at(-1);
    const box = before && canvas.boxes.get(before.key);
    return box ? rightOf(box) + room.box : 0;
}

/** The rows where a zone may stand: those of its level; none when no zone of its level has a place. */
function rowsFor(
    canvas: Canvas,
    item: ZoneItem,
    siblings: readonly ZoneItem[],
): { readonly top: number; readonly bottom: number }[] {
    const same = siblings.filter(each => each.frame.zone.rank === item.frame.zone.rank);
    return rowsOf(same.map(each => canvas.boxes.get(each.key)).filter(box => box !== undefined));
}

const rankOf = ({ frame }: ZoneItem): number => frame.zone.rank ?? -1;

/** Where a row of its own for a new level begins: below all higher levels. */
function newRow(canvas: Canvas, item: ZoneItem, siblings: readonly ZoneItem[], height: number): number {
    const box = (each: ZoneItem): Rect => canvas.boxes.get(each.key) ?? { x: 0, y: 0, width: 0, height: 0 };
    const above = siblings.filter(each => rankOf(each) > rankOf(item)).map(each => bottomOf(box(each)));
    const below = siblings.filter(each => rankOf(each) < rankOf(item)).map(each => box(each).y);
    const bounds = canvas.boundsOf(item.parent);
    const own = item.parent === null ? undefined : canvas.boxes.get(ownId(item.parent));
    const from = Math.max(bounds.top, own ? bottomOf(own) + channel : 0, ...above.map(bottom => bottom + channel));
    const next = Math.min(...below);
    if (Number.isFinite(next)) canvas.shiftDown(Math.min(next, from), Math.max(0, from + height + channel - next));
    return from;
}

/** Gives a zone without a place one: in free ground of its row, at its end, or in a new row. */
function insertZone(
    canvas: Canvas,
    scene: Scene,
    item: ZoneItem,
    size: { width: number; height: number },
    before: Rect | undefined,
    costOfLines: (item: ZoneItem) => number | null,
): void {
    const { width, height } = size;
    const bounds = canvas.boundsOf(item.parent);
    if (before && isFree(canvas, item, { x: before.x, y: before.y, width, height }))
        return void canvas.boxes.set(item.key, { x: before.x, y: before.y, width, height });
    const siblings = scene.zones.filter(
        each => each.parent === item.parent && each.key !== item.key && canvas.boxes.has(each.key),
    );
    const wished = wishedFor(canvas, scene, item, siblings) - width / 2;
    const rows = rowsFor(canvas, item, siblings);
    if (rows.length === 0) rows.push({ top: newRow(canvas, item, siblings, height), bottom: 0 });
    const end = Number.isFinite(bounds.right) ? bounds.right : endOf(canvas);
    const choices = rows
        .flatMap(({ top }) => {
            const taken = takenBetween(canvas, item.key, top, top + height);
            const last = Math.max(bounds.left, ...taken.filter(span => span.from <= bounds.right).map(span => span.to));
            const over = freeOf(takenBetween(canvas, item.key, top, top + height, false), bounds.left, bounds.right);
            const inside = [
                ...placesIn(freeOf(taken, bounds.left, bounds.right), width, wished),
                ...placesIn(over, width, wished).slice(0, 2),
            ];
            // At the end of a row the picture, or the zone around, may have to grow.
            return [...inside, last].map(x => ({
                x,
                y: top,
                width,
                height,
                cost: Math.abs(x - wished) + Math.max(0, x + width - end) * 1.5,
            }));
        })
        .sort((one, other) => one.cost - other.cost);
    put(canvas, item, cheapest(canvas, item, choices, costOfLines));
}

/** How many places for a zone with conduits are tried out with these. */
const tried = 4;

/** Of several places the one where what a zone is joined to is reached best. */
function cheapest<T extends Rect & { readonly cost: number }>(
    canvas: Canvas,
    item: ZoneItem,
    choices: readonly T[],
    costOfLines: (item: ZoneItem) => number | null,
): T {
    const [first] = choices as readonly [T, ...T[]];
    let best = first;
    let least = Infinity;
    for (const choice of choices.slice(0, tried)) {
        const back = canvas.snapshot();
        put(canvas, item, choice);
        const lines = costOfLines(item);
        back();
        if (lines === null) return first;
        if (choice.cost * 0.3 + lines < least) [least, best] = [choice.cost * 0.3 + lines, choice];
    }
    return best;
}

/** Puts a zone at a place; the zone around it grows for it, and what would lie under it moves down. */
function put(canvas: Canvas, item: ZoneItem, { x, y, width, height }: Rect): void {
    const parent = item.parent === null ? undefined : canvas.boxes.get(item.parent);
    if (item.parent !== null && parent) {
        canvas.widen(item.parent, x + width - canvas.boundsOf(item.parent).right);
        const low = y + height - canvas.boundsOf(item.parent).bottom;
        if (low > 0) {
            canvas.shiftDown(bottomOf(parent) + 1, low);
            parent.height += low;
        }
    }
    makeRoomBelow(canvas, item.key, { x, y, width, height });
    canvas.boxes.set(item.key, { x, y, width, height });
}

const endOf = (canvas: Canvas): number => Math.max(0, ...[...canvas.boxes.values()].map(rightOf));

function isFree(canvas: Canvas, item: ZoneItem, place: Rect): boolean {
    const bounds = canvas.boundsOf(item.parent);
    if (
        place.x < bounds.left - 0.5 ||
        place.y < bounds.top - 0.5 ||
        rightOf(place) > bounds.right + 0.5 ||
        bottomOf(place) > bounds.bottom + 0.5
    )
        return false;
    return takenBetween(canvas, item.key, place.y, bottomOf(place)).every(
        span => span.from + room.line >= rightOf(place) || span.to - room.line <= place.x,
    );
}

/** What would lie under a new box moves down. */
export function makeRoomBelow(canvas: Canvas, key: string, place: Rect): void {
    let at = Infinity;
    for (const [, box] of canvas.othersOf(key)) {
        if (
            box.x < rightOf(place) + room.box / 2 &&
            rightOf(box) > place.x - room.box / 2 &&
            box.y > place.y &&
            box.y < bottomOf(place) + room.box
        )
            at = Math.min(at, box.y);
    }
    if (at < Infinity) canvas.shiftDown(at, bottomOf(place) + room.box - at);
}

/**
 * Gives every zone without a place one. A zone that comes back to a picture takes its old place where that is free.
 * @param before places of an earlier picture
 * @param costOfLines what the lines of a zone cost at the place that it has; `null` where it has none
 */
export function insertZones(
    canvas: Canvas,
    scene: Scene,
    right: boolean,
    before: ReadonlyMap<string, Rect>,
    costOfLines: (item: ZoneItem) => number | null,
): void {
    for (const item of scene.zones) {
        if (canvas.boxes.has(item.key)) continue;
        if (item.leaf) {
            insertZone(canvas, scene, item, turnedSize(item.frame.box, right), before.get(item.key), costOfLines);
            continue;
        }
        const inside = insideOf(item, right);
        const own = inside.get(item.key) ?? { x: 0, y: 0, width: 0, height: 0 };
        insertZone(canvas, scene, item, own, undefined, () => null);
        const at = canvas.boxes.get(item.key);
        if (!at) continue;
        for (const [key, rect] of inside)
            if (key !== item.key)
                canvas.boxes.set(key, { ...rect, x: rect.x - own.x + at.x, y: rect.y - own.y + at.y });
    }
}

/** The frames of own assets that have no place yet: above all nested zones, which move down. */
export function insertOwns(canvas: Canvas, scene: Scene, right: boolean): void {
    for (const { key, frame, padding } of scene.zones) {
        const [own, box] = [ownId(key), canvas.boxes.get(key)];
        if (!frame.own || !box || canvas.boxes.has(own)) continue;
        const size = turnedSize(frame.own, right);
        const top = box.y + padding.top;
        const first = Math.min(
            ...[...canvas.boxes]
                .filter(([other]) => other !== key && scene.within(other, key))
                .map(([, other]) => other.y),
        );
        canvas.shiftDown(first, Math.max(0, top + size.height + channel - first), key);
        canvas.widen(key, box.x + padding.left + size.width + padding.right - rightOf(box));
        canvas.boxes.set(own, { x: box.x + padding.left, y: top, ...size });
    }
}
