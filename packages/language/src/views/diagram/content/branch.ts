import type { Point } from '../layout/positioned.ts';

const same = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 0.2 && Math.abs(a.y - b.y) < 0.2;

/** How far two lines run together before their common last point: the length, in pixels. */
function shared(a: readonly Point[], b: readonly Point[]): number {
    const [lastA, lastB] = [a.at(-1), b.at(-1)];
    if (!lastA || !lastB || !same(lastA, lastB)) return 0;
    let [i, j] = [a.length - 1, b.length - 1];
    let at = lastA;
    let length = 0;
    while (i > 0 && j > 0) {
        const nextA = a[i - 1] as Point;
        const nextB = b[j - 1] as Point;
        const [leftA, leftB] = [Math.hypot(nextA.x - at.x, nextA.y - at.y), Math.hypot(nextB.x - at.x, nextB.y - at.y)];
        const step = Math.min(leftA, leftB);
        if (step > 0.2) {
            const towardsA = {
                x: at.x + ((nextA.x - at.x) * step) / leftA,
                y: at.y + ((nextA.y - at.y) * step) / leftA,
            };
            const towardsB = {
                x: at.x + ((nextB.x - at.x) * step) / leftB,
                y: at.y + ((nextB.y - at.y) * step) / leftB,
            };
            if (!same(towardsA, towardsB)) break;
            at = towardsA;
            length += step;
        }
        if (leftA - step < 0.2) i--;
        if (leftB - step < 0.2) j--;
    }
    return length;
}

function cut(points: readonly Point[], length: number): Point[] {
    const kept = [...points];
    let left = length;
    while (kept.length > 1) {
        const last = kept[kept.length - 1] as Point;
        const before = kept[kept.length - 2] as Point;
        const step = Math.hypot(last.x - before.x, last.y - before.y);
        if (step > left + 0.2) {
            kept[kept.length - 1] = {
                x: last.x + ((before.x - last.x) * left) / step,
                y: last.y + ((before.y - last.y) * left) / step,
            };
            break;
        }
        left -= step;
        kept.pop();
    }
    return kept;
}

/**
 * The part of a line that none of the lines drawn before shares with it: lines that meet at one port run together
 * there, and drawn twice a dashed line would look solid.
 * @returns the points up to where it joins another line; `joins` is false when it joins none
 */
export function branch(
    points: readonly Point[],
    drawn: readonly (readonly Point[])[],
): { points: readonly Point[]; joins: boolean } {
    const length = drawn.reduce((most, other) => Math.max(most, shared(points, other)), 0);
    return length < 1 ? { points, joins: false } : { points: cut(points, length), joins: true };
}
