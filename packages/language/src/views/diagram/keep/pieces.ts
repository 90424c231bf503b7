import type { Point, Rect } from '../layout/positioned.ts';
import { bottomOf, rightOf } from './canvas.ts';

/** A line as the stretches that it is made of. */
export interface Pieces {
    readonly all: readonly Rect[];
    /** What all of them lie in. */
    readonly around: Rect;
    /** How long they are in all. */
    readonly length: number;
}

/** The stretches of a line, each as the rectangle without breadth that it is. */
function pieces(points: readonly Point[]): Pieces {
    const all: Rect[] = [];
    let [before] = points;
    let [x, y, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    let length = 0;
    for (const [index, to] of points.entries()) {
        [x, y] = [Math.min(x, to.x), Math.min(y, to.y)];
        [right, bottom] = [Math.max(right, to.x), Math.max(bottom, to.y)];
        if (index === 0 || !before) continue;
        const [width, height] = [Math.abs(to.x - before.x), Math.abs(to.y - before.y)];
        all.push({ x: Math.min(before.x, to.x), y: Math.min(before.y, to.y), width, height });
        length += width + height;
        before = to;
    }
    return { all, around: { x, y, width: right - x, height: bottom - y }, length };
}

/** Points of a line never change: a line that moves gets new ones. */
const known = new WeakMap<readonly Point[], Pieces>();

/** The stretches of a line; they are made once. */
export function piecesOf(points: readonly Point[]): Pieces {
    const found = known.get(points);
    if (found) return found;
    const made = pieces(points);
    known.set(points, made);
    return made;
}

/** Two rectangles come nearer to each other than so many pixels. */
export function near(a: Rect, b: Rect, by: number): boolean {
    return a.x < rightOf(b) + by && b.x < rightOf(a) + by && a.y < bottomOf(b) + by && b.y < bottomOf(a) + by;
}

/** A stretch passes the inside of a box, or runs along its border. */
export function passes(piece: Rect, box: Rect): boolean {
    return near(piece, box, -0.5);
}

/** Two stretches cross, at a place that is inside of both. */
function crossing(a: Rect, b: Rect): boolean {
    if (a.height < 0.5 === b.height < 0.5) return false;
    const [level, upright] = a.height < 0.5 ? [a, b] : [b, a];
    return (
        upright.x > level.x + 1 &&
        upright.x < rightOf(level) - 1 &&
        level.y > upright.y + 1 &&
        level.y < bottomOf(upright) - 1
    );
}

/** Two lines cross somewhere. */
export function cross(a: Pieces, b: Pieces): boolean {
    return near(a.around, b.around, 0) && a.all.some(one => b.all.some(other => crossing(one, other)));
}

/** How often two lines cross; a stretch that is not quite straight counts as in the cost of all lines: not at all. */
export function crossingsBetween(a: Pieces, b: Pieces): number {
    if (!near(a.around, b.around, 0)) return 0;
    const straight = (one: Rect, other: Rect): boolean =>
        (one.height < 0.5 && other.width < 0.5) || (other.height < 0.5 && one.width < 0.5);
    let count = 0;
    for (const one of a.all) for (const other of b.all) if (straight(one, other) && crossing(one, other)) count++;
    return count;
}

/** Two stretches run along each other. */
function alongside(a: Rect, b: Rect): boolean {
    const level = a.height < 0.5;
    if (level !== b.height < 0.5) return false;
    const [apart, shared] = level
        ? [Math.abs(a.y - b.y), Math.min(rightOf(a), rightOf(b)) - Math.max(a.x, b.x)]
        : [Math.abs(a.x - b.x), Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.y, b.y)];
    return apart < 4 && shared > 3;
}

/** Two lines run along each other for a stretch. */
export function runAlong(a: Pieces, b: Pieces): boolean {
    return near(a.around, b.around, 4) && a.all.some(piece => b.all.some(there => alongside(piece, there)));
}
