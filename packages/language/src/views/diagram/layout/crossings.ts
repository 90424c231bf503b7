import type { Point } from './positioned.ts';

/** A line as it is drawn, and what it belongs to: lines of one owner may meet. */
export interface DrawnLine {
    readonly owner: string;
    readonly points: readonly Point[];
}

/** A place where two lines of different owners cross at a right angle: which stretch of which line lies across. */
export interface Crossing {
    readonly at: Point;
    readonly across: { readonly line: DrawnLine; readonly index: number };
    readonly upright: { readonly line: DrawnLine; readonly index: number };
}

interface Stretch {
    readonly line: DrawnLine;
    readonly index: number;
    readonly from: Point;
    readonly to: Point;
}

const level = ({ from, to }: Stretch): boolean => Math.abs(from.y - to.y) < 0.05;

function stretchesOf(lines: readonly DrawnLine[]): { across: Stretch[]; upright: Stretch[] } {
    const across: Stretch[] = [];
    const upright: Stretch[] = [];
    for (const line of lines) {
        line.points.slice(1).forEach((to, index) => {
            const from = line.points[index] ?? to;
            const stretch = { line, index, from, to };
            if (level(stretch)) across.push(stretch);
            else if (Math.abs(from.x - to.x) < 0.05) upright.push(stretch);
        });
    }
    return { across: across.sort((a, b) => a.from.y - b.from.y), upright };
}

/** The first of those that are not above a height. */
function firstFrom(sorted: readonly Stretch[], y: number): number {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle]?.from.y ?? 0) <= y) low = middle + 1;
        else high = middle;
    }
    return low;
}

/** Where lines cross that belong to different things, in the order of the upright ones. */
export function crossingsOf(lines: readonly DrawnLine[]): Crossing[] {
    const { across, upright } = stretchesOf(lines);
    const found: Crossing[] = [];
    for (const tall of upright) {
        const [top, bottom] = [Math.min(tall.from.y, tall.to.y), Math.max(tall.from.y, tall.to.y)];
        for (let index = firstFrom(across, top + 0.5); index < across.length; index++) {
            const flat = across[index] as Stretch;
            if (flat.from.y >= bottom - 0.5) break;
            if (flat.line.owner === tall.line.owner) continue;
            const x = tall.from.x;
            if (x <= Math.min(flat.from.x, flat.to.x) + 0.5 || x >= Math.max(flat.from.x, flat.to.x) - 0.5) continue;
            found.push({
                at: { x, y: flat.from.y },
                across: { line: flat.line, index: flat.index },
                upright: { line: tall.line, index: tall.index },
            });
        }
    }
    return found;
}
