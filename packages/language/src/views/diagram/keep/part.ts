import { ownId } from '../layout/elk-graph.ts';
import type { DiagramGraph, ZoneNode } from '../content/graph.ts';
import type { Rect } from '../layout/positioned.ts';
import { closedKey, type Memory } from './memory.ts';

/** Room that stays where nothing of the part was, in pixels. */
const mostEmpty = 44;
/** Room that a line keeps on either side. */
const besideLine = 10;

type Span = readonly [from: number, to: number];

/** Moves places together over what is empty; what was before something else still is. */
function closed(spans: readonly Span[]): (at: number) => number {
    const steps: { readonly from: number; readonly by: number }[] = [];
    let [end, by] = [0, 0];
    for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
        const empty = steps.length === 0 ? from : from - end;
        const most = steps.length === 0 ? 0 : mostEmpty;
        if (steps.length === 0 || empty > most) {
            by += Math.max(0, empty - most);
            steps.push({ from, by });
        }
        end = Math.max(end, to);
    }
    return at => at - (steps.findLast(({ from }) => at >= from - 0.5)?.by ?? steps[0]?.by ?? 0);
}

/** What is at the edges of a zone with nested zones, its head included, in pixels: between them it may shrink. */
const edges = { start: 90, end: 20 } as const;

/** What of a box keeps its length: all, or the edges of one that is around others. */
function spansOf(from: number, length: number, around: boolean): Span[] {
    const to = from + length;
    if (!around || length < edges.start + edges.end) return [[from, to]];
    return [
        [from, from + edges.start],
        [to - edges.end, to],
    ];
}

const frameKeys = (zones: readonly ZoneNode[]): string[] =>
    zones.flatMap(({ key, zones: inner }) => (inner.length === 0 ? [] : [key, ...frameKeys(inner)]));

const keysOf = (zones: readonly ZoneNode[]): string[] =>
    zones.flatMap(({ key, zones: inner }) => [key, closedKey(key), ownId(key), ...keysOf(inner)]);

/**
 * The remembered places of a part of a picture: each box is above, below and beside the others as it was, and the room
 * of what is not in the part is closed. Connectors to other parts have no place of their own: they find one.
 */
export function partOf({ boxes: all, lines: allLines, ...memory }: Memory, graph: DiagramGraph): Memory {
    const keys = new Set([
        ...keysOf(graph.zones),
        ...graph.conduits.filter(({ away }) => away.length === 0).map(({ key }) => key),
    ]);
    const kept = [...all].filter(([key]) => keys.has(key));
    const cards = new Set(kept.map(([key]) => key));
    const lines = [...allLines].filter(([key]) => cards.has(key.split(' > ')[0] ?? ''));
    const corners = lines.flatMap(([, points]) => points);
    const frames = new Set(frameKeys(graph.zones));
    const x = closed([
        ...kept.flatMap(([key, rect]) => spansOf(rect.x, rect.width, frames.has(key))),
        ...corners.map((point): Span => [point.x - besideLine, point.x + besideLine]),
    ]);
    const y = closed([
        ...kept.flatMap(([key, rect]) => spansOf(rect.y, rect.height, frames.has(key))),
        ...corners.map((point): Span => [point.y - besideLine, point.y + besideLine]),
    ]);
    const moved = (rect: Rect): Rect => {
        const [left, top] = [x(rect.x), y(rect.y)];
        return { x: left, y: top, width: x(rect.x + rect.width) - left, height: y(rect.y + rect.height) - top };
    };
    return {
        ...memory,
        boxes: new Map(kept.map(([key, rect]) => [key, moved(rect)])),
        lines: new Map(lines.map(([key, points]) => [key, points.map(point => ({ x: x(point.x), y: y(point.y) }))])),
    };
}
