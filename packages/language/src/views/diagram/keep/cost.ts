import type { Point, Rect } from '../layout/positioned.ts';
import { bottomOf, rightOf, type Wire } from './canvas.ts';
import { crossingsBetween, piecesOf } from './pieces.ts';
import { price } from './router.ts';

/** What is left for lines that are found anew, in pixels; below zero it is known that they cost too much. */
export interface Budget {
    left: number;
}

/** What lines cost by themselves: their lengths and bends. */
function alone(wires: Iterable<Wire>): number {
    let sum = 0;
    for (const { points } of wires) sum += price.bend * (points.length - 2) + piecesOf(points).length;
    return sum;
}

/** What a line adds to what others cost. */
export function added(wire: Wire, others: Iterable<Wire>): number {
    const pieces = piecesOf(wire.points);
    let cost = alone([wire]);
    for (const other of others)
        if (other.card !== wire.card) cost += price.crossing * crossingsBetween(pieces, piecesOf(other.points));
    return cost;
}

/** What a line from a port to the upper or lower border of a box costs at the least, whatever is in its way. */
export function leastBetween({ x, y }: Point, to: Rect): number {
    const aside = Math.max(0, to.x - x, x - rightOf(to));
    return aside + (aside > 1 ? 2 * price.bend : 0) + Math.min(Math.abs(to.y - y), Math.abs(bottomOf(to) - y));
}

/**
 * What all lines cost together: their lengths, bends and crossings, as the search counts them. Only what has changed
 * since it was asked the last time is counted anew.
 */
export class Tally {
    private readonly counted = new Map<string, Wire>();
    private count = 0;

    /** How often lines of different conduits cross. */
    crossings(wires: ReadonlyMap<string, Wire>): number {
        for (const [key, was] of this.counted) {
            if (wires.get(key)?.points === was.points) continue;
            this.counted.delete(key);
            this.count -= this.crossingsOf(was);
        }
        for (const [key, wire] of wires) {
            if (this.counted.has(key)) continue;
            this.count += this.crossingsOf(wire);
            this.counted.set(key, { ...wire });
        }
        return this.count;
    }

    /** What all lines cost, in pixels. */
    cost(wires: ReadonlyMap<string, Wire>): number {
        return alone(wires.values()) + this.crossings(wires) * price.crossing;
    }

    private crossingsOf(wire: Wire): number {
        const pieces = piecesOf(wire.points);
        let count = 0;
        for (const other of this.counted.values())
            if (other.card !== wire.card) count += crossingsBetween(pieces, piecesOf(other.points));
        return count;
    }
}
