import type { Point, Rect } from '../layout/positioned.ts';
import { piecesOf } from './pieces.ts';

/** What a line has to go around, and what it may cross at a price. */
export interface Surroundings {
    /** Boxes that no line passes, and how near it may come to each. */
    readonly boxes: readonly (Rect & { readonly clear?: number })[];
    /** Places that a line passes only where it has to: words of outer zones. */
    readonly words: readonly Rect[];
    /** The lines that are there already. */
    readonly lines: readonly (readonly Point[])[];
    /** Further places where a line may turn. */
    readonly turns: readonly Point[];
    /** Lines squeeze through where else there is no room. */
    readonly tight: boolean;
}

/** Distance that a line keeps from boxes, and from lines that run beside it; and where there is no room for that. */
const clearances = { usual: { box: 13, line: 9 }, tight: { box: 7, line: 5 } } as const;

const wordsPrice = 3;

/** Room for the columns of a grid, or for its rows. */
class Values {
    private all = new Float64Array(256);
    private count = 0;

    clear(): void {
        this.count = 0;
    }

    add(value: number): void {
        if (this.count === this.all.length) {
            const wider = new Float64Array(2 * this.count);
            wider.set(this.all);
            this.all = wider;
        }
        this.all[this.count++] = value;
    }

    /** What was added, sorted and each once; numbers that are nearer than half a pixel are one. */
    sorted(): Float64Array {
        const all = this.all.subarray(0, this.count).sort();
        let count = 0;
        for (const value of all) if (count === 0 || value - (all[count - 1] ?? 0) > 0.5) all[count++] = value;
        return all.subarray(0, count);
    }
}

const [columns, rows] = [new Values(), new Values()];

/** The first place in a sorted list that is not before a value. */
export function firstFrom(list: Float64Array, value: number): number {
    let [low, high] = [0, list.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((list[middle] ?? 0) < value) low = middle + 1;
        else high = middle;
    }
    return low;
}

/**
 * A grid of places where a line may run and turn: beside every box and every line. Steps between neighbouring places
 * are free, barred, or have a price beside their length.
 */
export interface RouteGrid {
    readonly xs: Float64Array;
    readonly ys: Float64Array;
    /**
     * For the step from a place to its right neighbour, and to the one below: how many lines it crosses; 255 where none
     * may run.
     */
    readonly right: Uint8Array;
    readonly below: Uint8Array;
    /** The same for words: 1 where the step passes some. */
    readonly dear: Uint8Array;
}

export const barred = 255;
export const crossingOf = (steps: Uint8Array, at: number): number => steps[at] ?? barred;

/** What the steps of a grid are written on. A search makes thousands of grids, each of which is done with at once. */
let kept = { right: new Uint8Array(0), below: new Uint8Array(0), dear: new Uint8Array(0) };
/** The most that is kept from one grid to the next, in places. */
const mostKept = 1 << 17;

function cleanSteps(count: number): typeof kept {
    if (count > mostKept)
        return { right: new Uint8Array(count), below: new Uint8Array(count), dear: new Uint8Array(count) };
    if (kept.right.length < count) {
        const size = Math.min(2 * count, mostKept);
        kept = { right: new Uint8Array(size), below: new Uint8Array(size), dear: new Uint8Array(size) };
        return kept;
    }
    kept.right.fill(0, 0, count);
    kept.below.fill(0, 0, count);
    kept.dear.fill(0, 0, count);
    return kept;
}

const overlap = (one: Rect, other: Rect): boolean =>
    one.x <= other.x + other.width &&
    one.x + one.width >= other.x &&
    one.y <= other.y + other.height &&
    one.y + one.height >= other.y;

function piecesIn(lines: Surroundings['lines'], window: Rect): Rect[] {
    const found: Rect[] = [];
    for (const line of lines) {
        const { all, around } = piecesOf(line);
        if (overlap(around, window)) for (const piece of all) if (overlap(piece, window)) found.push(piece);
    }
    return found;
}

/** The grid within a window: until the next one is made, which is written over it. */
export function routeGrid({ boxes, words, lines, turns, tight }: Surroundings, window: Rect): RouteGrid {
    const clearance = tight ? clearances.tight : clearances.usual;
    const [near, pieces] = [boxes.filter(box => overlap(box, window)), piecesIn(lines, window)];
    const apart = clearance.line + 3;
    columns.clear();
    rows.clear();
    const [end, bottom] = [window.x + window.width, window.y + window.height];
    const column = (x: number): void => {
        if (x >= window.x && x <= end) columns.add(x);
    };
    const row = (y: number): void => {
        if (y >= window.y && y <= bottom) rows.add(y);
    };
    for (const { x, y, width, height, clear = clearance.box } of near) {
        column(x - clear);
        column(x + width + clear);
        column(x + width / 2);
        row(y - clear);
        row(y + height + clear);
    }
    for (const { x, y, width, height } of pieces) {
        if (width === 0) {
            column(x - apart);
            column(x + apart);
        }
        if (height === 0) {
            row(y - apart);
            row(y + apart);
        }
    }
    for (const { x, y } of turns) {
        column(x);
        row(y);
    }
    const [xs, ys] = [columns.sorted(), rows.sorted()];
    const grid = { xs, ys, ...cleanSteps(xs.length * ys.length) };
    for (const piece of pieces) markPiece(grid, piece, clearance.line);
    for (const rect of near) markBox(grid, rect, rect.clear ?? clearance.box);
    for (const rect of words) if (overlap(rect, window)) markWords(grid, rect);
    return grid;
}

/** Bars all steps that come nearer to a box than lines may. */
function markBox(
    { xs, ys, right, below }: RouteGrid,
    { x, y, width, height }: Surroundings['boxes'][number],
    wanted: number,
): void {
    const clear = wanted - 1;
    const [left, end, top, bottom] = [x - clear, x + width + clear, y - clear, y + height + clear];
    const [fromX, toX, fromY, toY] = [
        firstFrom(xs, left),
        firstFrom(xs, end),
        firstFrom(ys, top),
        firstFrom(ys, bottom),
    ];
    for (let row = Math.max(0, fromY - 1); row < toY; row++) {
        for (let column = Math.max(0, fromX - 1); column < toX; column++) {
            const at = row * xs.length + column;
            if (row >= fromY) right[at] = barred;
            if (column >= fromX) below[at] = barred;
        }
    }
}

/** Bars steps along a line, and counts steps across it. */
function markPiece({ xs, ys, right, below }: RouteGrid, { x, y, width, height }: Rect, near: number): void {
    const columns = xs.length;
    if (height === 0) {
        const [fromX, toX] = [firstFrom(xs, x - near), firstFrom(xs, x + width + near)];
        for (let row = firstFrom(ys, y - near); row < ys.length && (ys[row] ?? 0) < y + near; row++) {
            for (let column = Math.max(0, fromX - 1); column < toX; column++) right[row * columns + column] = barred;
        }
        const row = firstFrom(ys, y) - 1;
        if (row >= 0)
            for (
                let column = firstFrom(xs, x - near / 2);
                column < columns && (xs[column] ?? 0) <= x + width + near / 2;
                column++
            )
                cross(below, row * columns + column);
        return;
    }
    const [fromY, toY] = [firstFrom(ys, y - near), firstFrom(ys, y + height + near)];
    for (let column = firstFrom(xs, x - near); column < columns && (xs[column] ?? 0) < x + near; column++) {
        for (let row = Math.max(0, fromY - 1); row < toY; row++) below[row * columns + column] = barred;
    }
    const column = firstFrom(xs, x) - 1;
    if (column >= 0)
        for (let row = firstFrom(ys, y - near / 2); row < ys.length && (ys[row] ?? 0) <= y + height + near / 2; row++)
            cross(right, row * columns + column);
}

function cross(steps: Uint8Array, at: number): void {
    const known = steps[at] ?? barred;
    if (known < barred - 1) steps[at] = known + 1;
}

function markWords({ xs, ys, dear }: RouteGrid, { x, y, width, height }: Rect): void {
    const toX = firstFrom(xs, x + width);
    const toY = firstFrom(ys, y + height);
    for (let row = Math.max(0, firstFrom(ys, y) - 1); row < toY; row++) {
        for (let column = Math.max(0, firstFrom(xs, x) - 1); column < toX; column++)
            dear[row * xs.length + column] = wordsPrice;
    }
}
