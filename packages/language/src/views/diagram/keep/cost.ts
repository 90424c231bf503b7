import type { Point, Rect } from '../layout/positioned.ts';
import { bottomOf, rightOf, type Wire } from './canvas.ts';
import { crossingsBetween, piecesOf } from './pieces.ts';
import { firstFrom } from './route-grid.ts';
import { price } from './router.ts';

/** What is left for lines that are found anew, in pixels; below zero it is known that they cost too much. */
export interface Budget {
    left: number;
}

/** What lines cost by themselves: their lengths and bends. */
function alone(wires: Iterable<Wire>): number {
    let sum = 0;
    for (const { points } of wires)
        sum =
            sum +
            price.bend * (points.length - 2) +
            piecesOf(points).all.reduce((length, piece) => length + piece.width + piece.height, 0);
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

/** What lines cost together: their lengths, bends and crossings, as the search counts them. */
export function costOf(lines: Iterable<Wire>): number {
    const all = [...lines];
    const wires = all.map(({ card, points }) => ({ card, pieces: piecesOf(points).all }));
    const level = wires.flatMap(({ card, pieces }) =>
        pieces.filter(piece => piece.height < 0.5).map(piece => ({ card, piece })),
    );
    const upright = wires
        .flatMap(({ card, pieces }) => pieces.filter(piece => piece.width < 0.5).map(piece => ({ card, piece })))
        .sort((a, b) => a.piece.x - b.piece.x);
    const places = Float64Array.from(upright, ({ piece }) => piece.x);
    let crossings = 0;
    for (const { card, piece } of level) {
        for (
            let at = firstFrom(places, piece.x + 1);
            at < places.length && (places[at] ?? 0) < piece.x + piece.width - 1;
            at++
        ) {
            const other = upright[at];
            if (!other || other.card === card || other.piece.x <= piece.x + 1) continue;
            if (piece.y > other.piece.y + 1 && piece.y < bottomOf(other.piece) - 1) crossings++;
        }
    }
    return alone(all) + crossings * price.crossing;
}
