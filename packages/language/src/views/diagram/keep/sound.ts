import type { Rect } from '../layout/positioned.ts';
import { bottomOf, rightOf, type Box, type Canvas, type Wire } from './canvas.ts';
import { passes, piecesOf, runAlong } from './pieces.ts';
import type { Point } from '../layout/positioned.ts';
import type { Scene } from './scene.ts';

const same = (a: Rect | undefined, b: Rect | undefined): boolean =>
    a !== undefined && b !== undefined && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const onBorder = (point: Point, box: Box): boolean =>
    point.x > box.x - 0.5 &&
    point.x < rightOf(box) + 0.5 &&
    (Math.abs(point.y - box.y) < 1 || Math.abs(point.y - bottomOf(box)) < 1);

/**
 * Looks for lines that have come to lie over boxes or along others, or whose ends are loose. What was found to be sound
 * is not looked at again while neither the line nor a box has changed.
 */
export class Sound {
    private readonly canvas: Canvas;
    private readonly scene: Scene;
    /** The lines and boxes of the last time, all of them sound. */
    private lines: ReadonlyMap<string, readonly Point[]> = new Map();
    private boxes: ReadonlyMap<string, Rect> = new Map();

    constructor(canvas: Canvas, scene: Scene) {
        this.canvas = canvas;
        this.scene = scene;
    }

    /** Drops the lines that are not sound. */
    dropFaulty(): void {
        const { boxes, wires } = this.canvas;
        const changed = new Set([...boxes.keys()].filter(key => !same(boxes.get(key), this.boxes.get(key))));
        for (const key of this.boxes.keys()) if (!boxes.has(key)) changed.add(key);
        const [known, others]: [Wire[], Wire[]] = [[], []];
        for (const wire of [...wires.values()]) {
            const isKnown = this.lines.get(wire.key) === wire.points;
            // Two lines of the last time do not run along each other.
            const beside = isKnown ? others : [...known, ...others];
            if (this.runsAlong(wire, beside) || !this.holds(wire, isKnown ? changed : null)) wires.delete(wire.key);
            else (isKnown ? known : others).push(wire);
        }
        this.lines = new Map([...known, ...others].map(({ key, points }) => [key, points]));
        if (changed.size > 0) this.boxes = new Map([...boxes].map(([key, box]) => [key, { ...box }]));
    }

    private runsAlong(wire: Wire, others: readonly Wire[]): boolean {
        const pieces = piecesOf(wire.points);
        return others.some(other => other.card !== wire.card && runAlong(pieces, piecesOf(other.points)));
    }

    /** @param changed the boxes that are to be looked at, where the line itself was sound; `null` for all */
    private holds(wire: Wire, changed: ReadonlySet<string> | null): boolean {
        if (changed?.size === 0) return true;
        const { boxes } = this.canvas;
        const { all, around } = piecesOf(wire.points);
        if (changed === null || changed.has(wire.target) || changed.has(wire.card)) {
            const [target, card] = [boxes.get(wire.target), boxes.get(wire.card)];
            const [start, end] = [wire.points[0], wire.points.at(-1)];
            if (!target || !card || !start || !end || all.some(piece => piece.width > 0.5 && piece.height > 0.5))
                return false;
            if (!onBorder(start, target) || !onBorder(end, card)) return false;
        }
        return !this.scene.obstacles(wire.card, wire.target).some(key => {
            const box = changed === null || changed.has(key) ? boxes.get(key) : undefined;
            return box && passes(around, box) && all.some(piece => passes(piece, box));
        });
    }
}
