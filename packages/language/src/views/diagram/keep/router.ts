import type { Point, Rect } from '../layout/positioned.ts';
import { Queue } from './queue.ts';
import { barred, firstFrom, routeGrid, type RouteGrid, type Surroundings } from './route-grid.ts';

/** What a line from a card to a box looks for. */
export interface Wish {
    /** Where it starts: at the edge of a card. */
    readonly from: Point;
    /** It leaves the card upwards (-1) or downwards (1). */
    readonly heading: 1 | -1;
    /** The box at whose upper or lower border it ends. */
    readonly to: Rect;
    /** Places along that border that are taken: ends of other lines. */
    readonly taken: readonly Point[];
}

/** What a line costs besides its length, in pixels. */
export const price = { bend: 40, crossing: 250 } as const;
/** Room between the ends of two lines, and between an end and a corner. */
const endRoom = 11;
/** How far a line runs straight from a card, and to a box, where there is room for it. */
const longest = 14;

/** How far it runs straight where card and box may be near each other. */
function stubOf({ from, heading, to }: Wish): number {
    const gap = heading < 0 ? from.y - to.y - to.height : to.y - from.y;
    return gap > 0 ? Math.min(longest, gap / 2) : longest;
}
/** How far beside the straight way a line may go, before the whole picture is searched. */
const detour = 260;

/**
 * A line comes to a place level or upright: from which side does not matter, for the cheapest line never goes back the
 * way it came.
 */
const [level, upright] = [0, 1] as const;

/** The work of searches, in places that were looked at: the same on every machine, however busy it is. */
export interface Effort {
    spent: number;
}

/** What a search costs before it looks at its first place, in places. */
const perSearch = 1000;

export interface Route {
    /** From the box to the card. */
    readonly points: readonly Point[];
    readonly cost: number;
}

/** Where a line may end at its box: in the columns of the grid, and in the rows from which it goes straight to it. */
interface Goals {
    /** The end of a line that comes from a place of the grid; `null` where none may. */
    readonly at: (column: number, row: number) => Point | null;
    /** There is no such place. */
    readonly none: boolean;
}

function goalsOf({ xs, ys }: RouteGrid, { to, taken }: Wish, stub: number): Goals {
    const rows = new Map<number, number>();
    for (const [border, side] of [
        [to.y, -1],
        [to.y + to.height, 1],
    ] as const) {
        const row = firstFrom(ys, border + side * stub - 0.6);
        if (Math.abs((ys[row] ?? Infinity) - border - side * stub) <= 0.6) rows.set(row, border);
    }
    const at = (column: number, row: number): Point | null => {
        const [x, y] = [xs[column] ?? 0, rows.get(row)];
        if (y === undefined || x < to.x + endRoom || x > to.x + to.width - endRoom) return null;
        const isTaken = taken.some(point => Math.abs(point.y - y) < 1 && Math.abs(point.x - x) < endRoom);
        return isTaken ? null : { x, y };
    };
    let none = true;
    for (const row of rows.keys())
        for (let column = firstFrom(xs, to.x + endRoom); none && (xs[column] ?? Infinity) <= to.x + to.width; column++)
            none = at(column, row) === null;
    return { at, none };
}

/**
 * What a search writes on. Where a place has no cost yet, the rest is what an earlier search has left.
 */
class Paper {
    readonly costs: Float64Array;
    readonly came: Int32Array;
    /** 1 for a place that has been gone on from at what it costs now. */
    readonly done: Uint8Array;
    readonly queue = new Queue();

    constructor(size: number) {
        this.costs = new Float64Array(size);
        this.came = new Int32Array(size);
        this.done = new Uint8Array(size);
    }
}

/** The most that is kept from one search to the next: enough for nearly all of them, at 13 bytes a place. */
const keptPaper = 1 << 19;
let paper = new Paper(0);

function cleanPaper(size: number): Paper {
    const wide = paper.costs.length < size ? new Paper(size > keptPaper ? size : Math.min(2 * size, keptPaper)) : paper;
    if (size <= keptPaper) paper = wide;
    wide.costs.fill(Infinity, 0, size);
    wide.queue.clear();
    return wide;
}

/** How far it is at least from each column, and from each row, to where a line may end. */
function restsOf({ xs, ys }: RouteGrid, { to }: Wish, stub: number): [Float64Array, Float64Array] {
    const [restX, restY] = [new Float64Array(xs.length), new Float64Array(ys.length)];
    for (let column = 0; column < xs.length; column++) {
        const x = xs[column] ?? 0;
        restX[column] = Math.max(0, to.x - x, x - to.x - to.width);
    }
    for (let row = 0; row < ys.length; row++) {
        const y = ys[row] ?? 0;
        restY[row] = Math.max(0, Math.min(Math.abs(to.y - y), Math.abs(to.y + to.height - y)) - stub);
    }
    return [restX, restY];
}

/** The cheapest line over a grid; `null` where none has room, and `dear` when it would cost too much. */
function search(grid: RouteGrid, wish: Wish, stub: number, most: number, effort: Effort): Route | 'dear' | null {
    const { xs, ys } = grid;
    const columns = xs.length;
    const rows = ys.length;
    const start = { x: wish.from.x, y: wish.from.y + wish.heading * stub };
    const [startColumn, startRow] = [firstFrom(xs, start.x - 0.6), firstFrom(ys, start.y - 0.6)];
    if (Math.abs((xs[startColumn] ?? Infinity) - start.x) > 0.6 || Math.abs((ys[startRow] ?? Infinity) - start.y) > 0.6)
        return null;
    const goals = goalsOf(grid, wish, stub);
    if (goals.none) return null;
    const [restX, restY] = restsOf(grid, wish, stub);
    // A line that is beside its box turns towards it and then to its border, at which it arrives upright.
    const restOf = (axis: number, column: number, row: number): number => {
        const aside = restX[column]!;
        return aside + restY[row]! + (axis === level ? price.bend : aside > 0 ? 2 * price.bend : 0);
    };
    const { right, below, dear } = grid;
    const { costs, came, done, queue } = cleanPaper(columns * rows * 2);
    const first = (startRow * columns + startColumn) * 2 + upright;
    const back = wish.heading > 0 ? -1 : 1;
    costs[first] = 0;
    came[first] = -1;
    done[first] = 0;
    queue.push(first, 0);
    while (queue.size > 0) {
        const state = queue.pop();
        if (done[state] === 1) continue;
        done[state] = 1;
        effort.spent++;
        const at = state >> 1;
        const axis = state & 1;
        const cost = costs[state]!;
        const column = at % columns;
        const row = (at - column) / columns;
        // What is left in the queue costs as much at least. It is looked at only here, for of lines that cost the same
        // the one is found that was found without a limit.
        if (cost + restOf(axis, column, row) > most) return 'dear';
        const goal = restX[column] === 0 && (restY[row] ?? 0) < 1 ? goals.at(column, row) : null;
        if (goal && axis === upright) return { cost, points: trace(state, came, grid, wish, goal) };
        const x = xs[column]!;
        const y = ys[row]!;
        for (let turn = 0; turn < 4; turn++) {
            const next = turn & 1;
            const sign = turn < 2 ? 1 : -1;
            // Nothing goes back into the card. Elsewhere to go back costs more than what was there before.
            if (state === first && next === upright && sign === back) continue;
            const nextColumn = next === level ? column + sign : column;
            const nextRow = next === level ? row : row + sign;
            if (nextColumn < 0 || nextColumn >= columns || nextRow < 0 || nextRow >= rows) continue;
            const there = nextRow * columns + nextColumn;
            const step = sign > 0 ? at : there;
            const crossings = next === level ? right[step]! : below[step]!;
            if (crossings === barred) continue;
            const length = Math.abs(next === level ? xs[nextColumn]! - x : ys[nextRow]! - y);
            const total =
                cost + length * (1 + dear[step]!) + crossings * price.crossing + (next === axis ? 0 : price.bend);
            const key = there * 2 + next;
            if (total >= costs[key]!) continue;
            costs[key] = total;
            came[key] = state;
            done[key] = 0;
            queue.push(key, total + restOf(next, nextColumn, nextRow));
        }
        // A line that has come beside its box turns towards it.
        if (goal && axis === level) {
            const key = at * 2 + upright;
            const total = cost + price.bend;
            if (total < (costs[key] ?? Infinity)) {
                costs[key] = total;
                came[key] = state;
                done[key] = 0;
                queue.push(key, total);
            }
        }
    }
    return null;
}

/** The way back from where the search has ended, without the places where it goes straight on. */
function trace(last: number, came: Int32Array, { xs, ys }: RouteGrid, wish: Wish, end: Point): Point[] {
    const points: Point[] = [end];
    for (let state = last; state >= 0; state = came[state] ?? -1) {
        const at = state >> 1;
        points.push({ x: xs[at % xs.length] ?? 0, y: ys[Math.floor(at / xs.length)] ?? 0 });
    }
    points.push(wish.from);
    return straightened(points);
}

/** The same line without points that lie on a straight stretch. */
export function straightened(points: readonly Point[]): Point[] {
    const kept: Point[] = [];
    for (const point of points) {
        const [before, last] = [kept.at(-2), kept.at(-1)];
        if (last && Math.abs(last.x - point.x) < 0.6 && Math.abs(last.y - point.y) < 0.6) continue;
        const along =
            before &&
            last &&
            ((Math.abs(before.x - last.x) < 0.6 && Math.abs(last.x - point.x) < 0.6) ||
                (Math.abs(before.y - last.y) < 0.6 && Math.abs(last.y - point.y) < 0.6));
        if (along) kept.pop();
        kept.push(point);
    }
    return kept;
}

/**
 * Finds a line from a card to a box that goes around all other boxes, runs along no other line, and crosses few.
 * @param most what it may cost: a dearer one is not looked for
 * @param effort counts the work
 * @returns `null` where none has room
 */
export function route(around: Surroundings, wish: Wish, most: number, effort: Effort): Route | null {
    const { from, to, heading } = wish;
    const stub = stubOf(wish);
    const turns = [
        ...around.turns,
        { x: from.x, y: from.y + heading * stub },
        { x: to.x + to.width / 2, y: to.y - stub },
        { x: to.x + endRoom + 2, y: to.y + to.height + stub },
        { x: to.x + to.width - endRoom - 2, y: to.y - stub },
        ...wish.taken.flatMap(point => [
            { x: point.x - endRoom - 2, y: to.y - stub },
            { x: point.x + endRoom + 2, y: to.y - stub },
        ]),
    ];
    const boxes = around.boxes.map(box => (isNear(box, wish) ? { ...box, clear: stub } : box));
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    const straight = {
        x,
        y,
        width: Math.max(from.x, to.x + to.width) - x,
        height: Math.max(from.y, to.y + to.height) - y,
    };
    for (const reach of [detour, Infinity]) {
        const window = reach === Infinity ? wholeOf(around, straight) : grown(straight, reach);
        effort.spent += perSearch;
        const found = search(routeGrid({ ...around, boxes, turns }, window), wish, stub, most - 2 * stub + 2, effort);
        if (found) return found === 'dear' ? null : found;
    }
    return null;
}

/** The card that the line starts at, and the box that it leads to: it comes nearer to these than to others. */
function isNear(box: Rect, { from, to }: Wish): boolean {
    const holds =
        from.x >= box.x && from.x <= box.x + box.width && from.y >= box.y - 0.5 && from.y <= box.y + box.height + 0.5;
    return holds || (box.x === to.x && box.y === to.y && box.width === to.width && box.height === to.height);
}

const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
    x: x - by,
    y: y - by,
    width: width + 2 * by,
    height: height + 2 * by,
});

function wholeOf({ boxes }: Surroundings, with_: Rect): Rect {
    const all = [...boxes, with_];
    const [x, y] = [Math.min(...all.map(box => box.x)), Math.min(...all.map(box => box.y))];
    const [end, bottom] = [
        Math.max(...all.map(box => box.x + box.width)),
        Math.max(...all.map(box => box.y + box.height)),
    ];
    return grown({ x, y, width: end - x, height: bottom - y }, 60);
}
