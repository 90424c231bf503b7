import type { Direction } from '../../../model/index.ts';
import { conduitBox, type ConduitBox, type Side } from '../measure/conduit-box.ts';
import { bottomOf, middleOf, rightOf, room, type Box, type Canvas } from './canvas.ts';
import { cardAt } from './cards.ts';
import { freeOf, placesIn, rowsOf, takenBetween } from './gaps.ts';
import { turnedSize } from './grow.ts';
import type { CardItem, Scene } from './scene.ts';
import type { Wiring } from './wiring.ts';

/** Room between a row and a card beside it: enough for a line. */
const beside = 24;
/** How many places for a card are tried out with lines. */
const tried = 10;

/** What it counts for a place, before lines are found, that others have to make room. */
const pushing = 60;

/** Sums of the same numbers in another order differ by less. */
const rounding = 0.01;

interface Spot {
    readonly x: number;
    readonly y: number;
    /** Other cards make room. */
    readonly squeeze: boolean;
    readonly estimate: number;
}

/**
 * Between which heights a card may stand: below the upper ends and above the lower ones; beside the row where all ends
 * are in one.
 * @param anywhere above or below all ends as well, where there is no room between them
 */
function heightsFor(
    item: CardItem,
    boxes: readonly Box[],
    bounds: { top: number; bottom: number },
    anywhere: boolean,
): { top: number; bottom: number }[] {
    const first = Math.min(...boxes.map(bottomOf));
    const last = Math.max(...boxes.map(box => box.y));
    if (first < last && !anywhere) return [{ top: first, bottom: last }];
    const below = { top: Math.max(...boxes.map(bottomOf)), bottom: bounds.bottom };
    const above = { top: bounds.top, bottom: Math.min(...boxes.map(box => box.y)) };
    if (item.box.node.ends.length > 1) return [below, above];
    return item.box.sides[0] === 'after' ? [above] : [below];
}

/** Heights at which a card of some height finds room: in the row of other cards, or between two rows of zones. */
function topsIn(
    canvas: Canvas,
    scene: Scene,
    item: CardItem,
    { top, bottom }: { top: number; bottom: number },
    height: number,
): number[] {
    const siblings = [...canvas.boxes].filter(([key]) => scene.parentOf(key) === item.home);
    const cards = siblings
        .filter(([key, box]) => scene.cards.some(card => card.key === key) && box.y >= top && bottomOf(box) <= bottom)
        .map(([, box]) => box.y);
    const rows = rowsOf(siblings.filter(([key]) => !scene.cards.some(card => card.key === key)).map(([, box]) => box));
    const edges = [
        top,
        ...rows.flatMap(row => [row.top, row.bottom]).filter(edge => edge > top && edge < bottom),
        bottom,
    ];
    const free: number[] = [];
    for (let index = 0; index + 1 < edges.length; index++) {
        const [from = 0, to = 0] = [edges[index], edges[index + 1]];
        if (rows.some(row => row.top < to - 1 && row.bottom > from + 1)) continue;
        if (!Number.isFinite(to)) free.push(from + beside);
        else if (to - from >= height + 2 * beside - 6) free.push(from + (to - from - height) / 2, from + beside);
    }
    return [...new Set([...cards, ...free].map(Math.round))];
}

/** How a card is set where it stands between two heights. */
function shapeFor(
    item: CardItem,
    boxes: readonly Box[],
    canvas: Canvas,
    { top, bottom }: { top: number; bottom: number },
    direction: Direction,
): ConduitBox {
    const sides = item.targets.map((target): Side => {
        const box = canvas.boxes.get(target);
        if (!box) return 'before';
        return Number.isFinite(bottom) && box.y >= bottom - 1 && !(bottomOf(box) <= top + 1) ? 'after' : 'before';
    });
    return boxes.length === 0 || sides.every((side, index) => side === item.box.sides[index])
        ? item.box
        : conduitBox(item.box.node, direction, sides);
}

/** Places for a card, the most promising first: in free ground, and where other cards make room for it. */
function spotsFor(item: CardItem, { canvas, scene, direction }: Placing, anywhere: boolean): Spot[] {
    const boxes = item.targets.map(target => canvas.boxes.get(target)).filter(box => box !== undefined);
    if (boxes.length === 0) return [];
    const bounds = canvas.boundsOf(item.home);
    const spots: Spot[] = [];
    for (const heights of heightsFor(item, boxes, bounds, anywhere)) {
        const box = shapeFor(item, boxes, canvas, heights, direction);
        const size = turnedSize(box, direction === 'right');
        const ports = [...box.ports.before, ...box.ports.after];
        const port = ports.length === 0 ? size.width / 2 : (Math.min(...ports) + Math.max(...ports)) / 2;
        const wishes = [boxes.map(middleOf).reduce((sum, x) => sum + x, 0) / boxes.length, ...boxes.map(middleOf)].map(
            x => x - port,
        );
        for (const y of topsIn(canvas, scene, item, heights, size.height)) {
            const end = Number.isFinite(bounds.right)
                ? bounds.right
                : Math.max(0, ...[...canvas.boxes.values()].map(rightOf)) + size.width + 40;
            const add = (x: number, squeeze: boolean): void => {
                const away = boxes.reduce(
                    (sum, each) =>
                        sum +
                        Math.max(0, each.x - x - port, x + port - rightOf(each)) +
                        Math.max(0, y - bottomOf(each), each.y - y),
                    0,
                );
                spots.push({ x, y, squeeze, estimate: away + (squeeze ? pushing : 0) });
            };
            for (const lines of [true, false]) {
                const free = freeOf(takenBetween(canvas, item.key, y, y + size.height, lines), bounds.left, end);
                for (const wish of wishes) for (const x of placesIn(free, size.width, wish).slice(0, 2)) add(x, false);
            }
            for (const wish of wishes) if (wish >= bounds.left && wish + size.width <= end) add(wish, true);
        }
    }
    const apart = spots.filter(
        (spot, index) => !spots.slice(0, index).some(other => Math.abs(other.x - spot.x) < 4 && other.y === spot.y),
    );
    return apart.sort((a, b) => a.estimate - b.estimate);
}

/**
 * Cards beside a new one make room for it, to the left and to the right; false where they cannot, or where a zone is in
 * the way.
 */
function squeezed(item: CardItem, canvas: Canvas, scene: Scene): boolean {
    const card = canvas.boxes.get(item.key);
    if (!card) return false;
    const bounds = canvas.boundsOf(item.home);
    const beside = canvas
        .othersOf(item.key)
        .filter(([, box]) => box.y < bottomOf(card) + 4 && bottomOf(box) > card.y - 4);
    const isCard = (key: string): boolean => scene.cards.some(each => each.key === key);
    const gap = room.box - 6;
    const [left, right] = [
        beside.filter(([, box]) => middleOf(box) < middleOf(card)),
        beside.filter(([, box]) => middleOf(box) >= middleOf(card)),
    ];
    let at = rightOf(card) + gap;
    for (const [key, box] of right.sort(([, a], [, b]) => a.x - b.x)) {
        if (box.x >= at) break;
        if (!isCard(key) || at + box.width > bounds.right) return false;
        const [{ width }, by] = [box, at - box.x];
        canvas.move(key, by, 0);
        at += width + gap;
    }
    at = card.x - gap;
    for (const [key, box] of left.sort(([, a], [, b]) => rightOf(b) - rightOf(a))) {
        if (rightOf(box) <= at) break;
        if (!isCard(key) || at - box.width < bounds.left) return false;
        const [{ width }, by] = [box, at - rightOf(box)];
        canvas.move(key, by, 0);
        at -= width + gap;
    }
    // A card that is higher than the new one may have come beside something else.
    return [item.key, ...beside.map(([key]) => key)].every(key => canvas.isFree(key));
}

/** What is at work when cards are placed. */
export interface Placing {
    readonly canvas: Canvas;
    readonly scene: Scene;
    readonly wiring: Wiring;
    readonly direction: Direction;
    /** How the cards are set that have places. */
    readonly cards: Map<string, ConduitBox>;
}

/**
 * Puts a card at a spot, with all its lines.
 * @param limit what all lines of the picture may cost
 * @returns false when a line finds no room, or they cost more
 */
function put(
    item: CardItem,
    { x, y, squeeze }: { x: number; y: number; squeeze: boolean },
    { canvas, scene, wiring, direction, cards }: Placing,
    limit = Infinity,
): boolean {
    const right = direction === 'right';
    canvas.boxes.set(item.key, { x, y, ...turnedSize(item.box, right) });
    const card = canvas.boxes.get(item.key);
    if (!card) return false;
    const box = cardAt(item, card, canvas, direction);
    Object.assign(card, turnedSize(box, right));
    cards.set(item.key, box);
    return (!squeeze || squeezed(item, canvas, scene)) && wiring.connectAll(cards, limit);
}

/** Makes room for a row with this card alone: below its upper end, or below all. */
function newRow(item: CardItem, { canvas, scene, direction }: Placing): { x: number; y: number } {
    const boxes = item.targets.map(target => canvas.boxes.get(target)).filter(box => box !== undefined);
    const top = Math.min(...boxes.map(bottomOf));
    const below = [...canvas.boxes]
        .filter(([key, box]) => box.y >= top && (item.home === null || scene.within(key, item.home)))
        .map(([, box]) => box.y);
    const { width, height } = turnedSize(item.box, direction === 'right');
    const next = Math.min(...below);
    const y = top + beside + 8;
    if (Number.isFinite(next)) canvas.shiftDown(next, Math.max(0, y + height + beside + 8 - next), item.home);
    const bounds = canvas.boundsOf(item.home);
    const wished = boxes.map(middleOf).reduce((sum, x) => sum + x, 0) / boxes.length - width / 2;
    const free = freeOf(
        takenBetween(canvas, item.key, y, y + height, false),
        bounds.left,
        Number.isFinite(bounds.right) ? bounds.right : Number.MAX_SAFE_INTEGER,
    );
    const [x = bounds.left] = placesIn(free, width, wished);
    return { x, y };
}

/**
 * Gives a card without a place one: of several, the one with which the lines of the whole picture are shortest and
 * cross least.
 * @param most how many places are tried
 * @param limit what all lines may cost
 * @returns what all lines cost then; `null` when lines find no room anywhere, or cost more
 */
export function insertCard(
    item: CardItem,
    placing: Placing,
    most: number = tried,
    limit: number = Infinity,
): number | null {
    for (const anywhere of [false, true]) {
        const cost = atBest(item, spotsFor(item, placing, anywhere).slice(0, most), placing, limit);
        if (cost !== null) return cost;
    }
    if (limit < Infinity) return null;
    if (put(item, { ...newRow(item, placing), squeeze: false }, placing)) return placing.wiring.cost();
    placing.cards.delete(item.key);
    return null;
}

/** Puts a card at the spot with the best lines; gives what all lines cost, `null` where these find no room at any. */
function atBest(item: CardItem, spots: readonly Spot[], placing: Placing, limit: number): number | null {
    const { canvas, cards, wiring } = placing;
    let best: (() => void) | null = null;
    let least = limit;
    for (const spot of spots) {
        const back = canvas.snapshot();
        const cost = put(item, spot, placing, least + rounding) ? wiring.cost() : Infinity;
        const box = cards.get(item.key);
        if (cost < least && box) {
            const again = canvas.snapshot();
            least = cost;
            best = () => {
                again();
                cards.set(item.key, box);
            };
        }
        back();
        cards.delete(item.key);
    }
    best?.();
    return best && least;
}
