import { ownId } from '../layout/elk-graph.ts';
import type { Point, Rect } from '../layout/positioned.ts';
import { sizes } from '../measure/measures.ts';
import { lineKey, type Memory } from './memory.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const texts = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];

function rectOf({ x, y, width, height }: Json): Rect | null {
    return typeof x === 'number' && typeof y === 'number' && typeof width === 'number' && typeof height === 'number'
        ? { x, y, width, height }
        : null;
}

/** The frame around the own assets of a zone with nested ones; files of earlier versions do not say it. */
function ownOf(zone: Json): Rect | null {
    if (isObject(zone['own'])) return rectOf(zone['own']);
    if (zone['own'] === null || objects(zone['zones']).length === 0) return null;
    const assets = objects(zone['assets'])
        .map(rectOf)
        .filter(rect => rect !== null);
    if (assets.length === 0) return null;
    const [x, y] = [Math.min(...assets.map(rect => rect.x)), Math.min(...assets.map(rect => rect.y))];
    const [right, bottom] = [
        Math.max(...assets.map(rect => rect.x + rect.width)),
        Math.max(...assets.map(rect => rect.y + rect.height)),
    ];
    const pad = sizes.ownPadding;
    return { x: x - pad, y: y - pad, width: right - x + 2 * pad, height: bottom - y + 2 * pad };
}

function keyOf(conduit: Json): string {
    const id = String(conduit['id']);
    if (conduit['kind'] !== 'undeclared') return `conduit:${id}`;
    const away = objects(conduit['away']).map(zone => String(zone['id']));
    return objects(conduit['flows']).length === 0
        ? `link:${id}`
        : `flows:${[...texts(conduit['ends']), ...away].join(' ')}`;
}

/**
 * The places of a diagram in JSON, as `toJson` writes it.
 * @returns `null` for text that is not such a diagram
 */
export function placesOfJson(text: string): Memory | null {
    let json: unknown;
    try {
        json = JSON.parse(text);
    } catch {
        return null;
    }
    if (
        !isObject(json) ||
        json['schemaVersion'] !== 1 ||
        !Array.isArray(json['zones']) ||
        !Array.isArray(json['conduits'])
    )
        return null;
    const boxes = new Map<string, Rect>();
    const lines = new Map<string, readonly Point[]>();
    const read = (zone: Json): void => {
        const [rect, own, key] = [rectOf(zone), ownOf(zone), `zone:${String(zone['id'])}`];
        if (rect) boxes.set(key, rect);
        if (own) boxes.set(ownId(key), own);
        objects(zone['zones']).forEach(read);
    };
    objects(json['zones']).forEach(read);
    for (const conduit of objects(json['conduits'])) {
        const [rect, key] = [rectOf(conduit), keyOf(conduit)];
        if (rect) boxes.set(key, rect);
        for (const line of objects(conduit['lines'])) {
            const points = objects(line['points']).flatMap(({ x, y }) =>
                typeof x === 'number' && typeof y === 'number' ? [{ x, y }] : [],
            );
            lines.set(lineKey(key, String(line['to'])), points);
        }
    }
    return { direction: json['direction'] === 'right' ? 'right' : 'down', boxes, lines };
}
