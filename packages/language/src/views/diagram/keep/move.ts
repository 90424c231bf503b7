import { ownId } from '../layout/elk-graph.ts';
import type { Rect } from '../layout/positioned.ts';
import { closedKey, type Memory } from './memory.ts';

const isInside = (inner: Rect, outer: Rect): boolean =>
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y + inner.height <= outer.y + outer.height + 1;

/**
 * The places of a picture after somebody has moved a box. What lies inside it goes with it; lines from outside that
 * lead to it are found anew. What is moved by hand is marked, and no later drawing moves it so that lines cross less.
 * @param key of a zone or conduit
 * @returns `null` where the box has no place
 */
export function movedMemory(memory: Memory, key: string, dx: number, dy: number): Memory | null {
    const name = memory.boxes.has(key) ? key : closedKey(key);
    const whole = memory.boxes.get(name);
    if (!whole) return null;
    const goes = new Set(
        [...memory.boxes].filter(([each, rect]) => each === name || isInside(rect, whole)).map(([each]) => each),
    );
    // Of boxes of one size the inner one is the zone's own: a conduit takes nothing with it.
    const moving = key.startsWith('zone:') ? goes : new Set([name]);
    const shifted = <T extends { readonly x: number; readonly y: number }>(point: T): T => ({
        ...point,
        x: point.x + dx,
        y: point.y + dy,
    });
    const boxes = new Map(
        [...memory.boxes].map(([each, rect]) => [each, moving.has(each) ? shifted(rect) : rect] as const),
    );
    const zones = new Set([...moving].map(each => each.replace(/^(?:closed )?zone:/u, '')));
    const lines = new Map(
        [...memory.lines].flatMap(([line, points]): [string, typeof points][] => {
            const [card = '', zone = ''] = line.split(' > ');
            const [withCard, withZone] = [moving.has(card), zones.has(zone) || moving.has(ownId(`zone:${zone}`))];
            if (!withCard && !withZone) return [[line, points]];
            return withCard && withZone ? [[line, points.map(shifted)]] : [];
        }),
    );
    return { ...memory, boxes, lines, byHand: new Set([...(memory.byHand ?? []), name]) };
}
