import type { Rect } from '../layout/positioned.ts';
import { room, type Canvas } from './canvas.ts';
import { piecesOf } from './pieces.ts';

/** A stretch from left to right. */
export interface Span {
    readonly from: number;
    readonly to: number;
}

/**
 * What stands or runs between two heights, as stretches that are taken, with the room that is kept beside it.
 * @param lines false for boxes alone: lines in the way are found anew
 */
export function takenBetween(canvas: Canvas, key: string, top: number, bottom: number, lines = true): Span[] {
    const taken: Span[] = [];
    for (const [other, box] of canvas.boxes) {
        const isBeside = box.y < bottom + room.box / 2 && box.y + box.height > top - room.box / 2;
        if (isBeside && canvas.isApart(key, other))
            taken.push({ from: box.x - room.box, to: box.x + box.width + room.box });
    }
    for (const wire of lines ? canvas.wires.values() : []) {
        for (const piece of piecesOf(wire.points).all) {
            if (piece.y < bottom + room.line && piece.y + piece.height > top - room.line)
                taken.push({ from: piece.x - room.line, to: piece.x + piece.width + room.line });
        }
    }
    return taken;
}

/** What is free between two bounds. */
export function freeOf(taken: readonly Span[], left: number, right: number): Span[] {
    const free: Span[] = [];
    let at = left;
    for (const { from, to } of [...taken].sort((a, b) => a.from - b.from)) {
        if (from > at) free.push({ from: at, to: Math.min(from, right) });
        at = Math.max(at, to);
    }
    if (at < right) free.push({ from: at, to: right });
    return free.filter(span => span.to - span.from > 0);
}

/** For each free stretch that is long enough, the place in it that is nearest to the one wished for. */
export function placesIn(free: readonly Span[], width: number, wished: number): number[] {
    return free
        .filter(span => span.to - span.from >= width)
        .map(span => Math.min(Math.max(wished, span.from), span.to - width))
        .sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished));
}

/** The rows that boxes stand in: heights that boxes share, from top to bottom. */
export function rowsOf(boxes: readonly Rect[]): { readonly top: number; readonly bottom: number }[] {
    const rows: { top: number; bottom: number }[] = [];
    for (const box of [...boxes].sort((a, b) => a.y - b.y)) {
        const last = rows.at(-1);
        if (last && box.y < last.bottom - 4) last.bottom = Math.max(last.bottom, box.y + box.height);
        else rows.push({ top: box.y, bottom: box.y + box.height });
    }
    return rows;
}
