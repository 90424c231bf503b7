import type { Point, Rect } from '../layout/positioned.ts';
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

/** A queue of places by what they cost. */
class Queue {
    private readonly keys: number[] = [];
    private readonly costs: number[] = [];

    get size(): number {
        return this.keys.length;
    }

    push(key: number, cost: number): void {
        let at = this.keys.length;
        while (at > 0) {
            const parent = (at - 1) >> 1;
            if ((this.costs[parent] ?? 0) <= cost) break;
            this.set(at, this.keys[parent] ?? 0, this.costs[parent] ?? 0);
            at = parent;
        }
        this.set(at, key, cost);
    }

    pop(): number {
        const [first = 0] = this.keys;
        const [key = 0, cost = 0] = [this.keys.pop(), this.costs.pop()];
        const size = this.keys.length;
        if (size === 0) return first;
        let at = 0;
        for (;;) {
            let child = 2 * at + 1;
            if (child >= size) break;
            if (child + 1 < size && (this.costs[child + 1] ?? 0) < (this.costs[child] ?? 0)) child++;
            if ((this.costs[child] ?? 0) >= cost) break;
            this.set(at, this.keys[child] ?? 0, this.costs[child] ?? 0);
            at = child;
        }
        this.set(at, key, cost);
        return first;
    }

    private set(at: number, key: number, cost: number): void {
        this.keys[at] = key;
        this.costs[at] = cost;
    }
}

/** Directions: right, down, left, up. */
const [right, down, left, up] = [0, 1, 2, 3] as const;

export interface Route {
    /** From the box to the card. */
    readonly points: readonly Point[];
    readonly cost: number;
}

/** Where a line may end at its box: columns of the grid, and the rows from which it goes straight to the border. */
function goalsOf(
    grid: RouteGrid,
    { to, taken }: Wish,
    stub: number,
): ReadonlyMap<number, { readonly arrive: number; readonly end: Point }> {
    const goals = new Map<number, { arrive: number; end: Point }>();
    for (const [border, side, arrive] of [
        [to.y, -1, down],
        [to.y + to.height, 1, up],
    ] as const) {
        const row = firstFrom(grid.ys, border + side * stub - 0.6);
        if (Math.abs((grid.ys[row] ?? Infinity) - border - side * stub) > 0.6) continue;
        for (let column = firstFrom(grid.xs, to.x + endRoom); column < grid.xs.length; column++) {
            const x = grid.xs[column] ?? 0;
            if (x > to.x + to.width - endRoom) break;
            if (taken.some(point => Math.abs(point.y - border) < 1 && Math.abs(point.x - x) < endRoom)) continue;
            goals.set(row * grid.xs.length + column, { arrive, end: { x, y: border } });
        }
    }
    return goals;
}

function search(grid: RouteGrid, wish: Wish, stub: number): Route | null {
    const { xs, ys } = grid;
    const columns = xs.length;
    const start = { x: wish.from.x, y: wish.from.y + wish.heading * stub };
    const [startColumn, startRow] = [firstFrom(xs, start.x - 0.6), firstFrom(ys, start.y - 0.6)];
    if (Math.abs((xs[startColumn] ?? Infinity) - start.x) > 0.6 || Math.abs((ys[startRow] ?? Infinity) - start.y) > 0.6)
        return null;
    const goals = goalsOf(grid, wish, stub);
    if (goals.size === 0) return null;
    const { to } = wish;
    const rest = (at: number): number => {
        const [x, y] = [xs[at % columns] ?? 0, ys[Math.floor(at / columns)] ?? 0];
        return (
            Math.max(0, to.x - x, x - to.x - to.width) +
            Math.max(0, Math.min(Math.abs(to.y - y), Math.abs(to.y + to.height - y)) - stub)
        );
    };
    const costs = new Float64Array(columns * ys.length * 4).fill(Infinity);
    const came = new Int32Array(columns * ys.length * 4).fill(-1);
    const queue = new Queue();
    const first = (startRow * columns + startColumn) * 4 + (wish.heading > 0 ? down : up);
    costs[first] = 0;
    queue.push(first, 0);
    const steps = [
        [1, grid.right, 0],
        [columns, grid.below, 0],
        [-1, grid.right, -1],
        [-columns, grid.below, -columns],
    ] as const;
    while (queue.size > 0) {
        const state = queue.pop();
        const [at, heading] = [state >> 2, state & 3];
        const cost = costs[state] ?? Infinity;
        const goal = goals.get(at);
        if (goal && goal.arrive === heading) return { cost, points: trace(state, came, grid, wish, goal.end) };
        const [column, row] = [at % columns, Math.floor(at / columns)];
        for (let turn = 0; turn < 4; turn++) {
            if (turn === (heading + 2) % 4) continue;
            if (
                (turn === right && column + 1 >= columns) ||
                (turn === left && column === 0) ||
                (turn === down && row + 1 >= ys.length) ||
                (turn === up && row === 0)
            )
                continue;
            const [move, field, offset] = steps[turn] ?? steps[0];
            const crossings = field[at + offset] ?? barred;
            if (crossings === barred) continue;
            const next = at + move;
            const length =
                turn === right || turn === left
                    ? Math.abs((xs[next % columns] ?? 0) - (xs[column] ?? 0))
                    : Math.abs((ys[Math.floor(next / columns)] ?? 0) - (ys[row] ?? 0));
            const total =
                cost +
                length * (1 + (grid.dear[at + offset] ?? 0)) +
                crossings * price.crossing +
                (turn === heading ? 0 : price.bend);
            const key = next * 4 + turn;
            if (total >= (costs[key] ?? Infinity)) continue;
            costs[key] = total;
            came[key] = state;
            queue.push(key, total + rest(next));
        }
        // A line that has come beside its box turns towards it.
        if (goal && goal.arrive !== heading && goal.arrive !== (heading + 2) % 4) {
            const key = at * 4 + goal.arrive;
            const total = cost + price.bend;
            if (total < (costs[key] ?? Infinity)) {
                costs[key] = total;
                came[key] = state;
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
        const at = state >> 2;
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
 * @returns `null` when there is no room for one
 */
export function route(around: Surroundings, wish: Wish): Route | null {
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
        const found = search(routeGrid({ ...around, boxes, turns }, window), wish, stub);
        if (found) return found;
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
