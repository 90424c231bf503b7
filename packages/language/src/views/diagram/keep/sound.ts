import type { Rect } from '../layout/positioned.ts';
import { bottomOf, rightOf, type Box, type Canvas, type Wire } from './canvas.ts';
import { passes, piecesOf, runAlong } from './pieces.ts';
import type { Point } from '../layout/positioned.ts';
import type { Scene } from './scene.ts';

const same = (a: Rect, b: Rect | undefined): boolean =>
    b !== undefined && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

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
        const changed = new Set<string>();
        for (const [key, box] of boxes) if (!same(box, this.boxes.get(key))) changed.add(key);
        for (const key of this.boxes.keys()) if (!boxes.has(key)) changed.add(key);
        const [known, others]: [Wire[], Wire[]] = [[], []];
        const lines = new Map<string, readonly Point[]>();
        for (const wire of wires.values()) {
            const isKnown = this.lines.get(wire.key) === wire.points;
            // Two lines of the last time do not run along each other.
            const isFaulty =
                this.runsAlong(wire, others) ||
                (!isKnown && this.runsAlong(wire, known)) ||
                !this.holds(wire, isKnown ? changed : null);
            if (isFaulty) wires.delete(wire.key);
            else {
                (isKnown ? known : others).push(wire);
                lines.set(wire.key, wire.points);
            }
        }
        this.lines = lines;
        if (changed.size > 0) this.boxes = new Map([...boxes].map(([key, box]) => [key, { ...box }]));
    }

    private runsAlong(wire: Wire, others: readonly Wire[]): boolean {
        if (others.length === 0) return false;
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
        const obstacles = this.scene.obstacles(wire.card, wire.target);
        const isIn = (key: string): boolean => {
            const box = boxes.get(key);
            return box !== undefined && passes(around, box) && all.some(piece => passes(piece, box));
        };
        // Few boxes have changed, and hardly any of them is in the way.
        if (changed === null) return !obstacles.some(isIn);
        for (const key of changed) if (isIn(key) && obstacles.includes(key)) return false;
        return true;
    }
}
