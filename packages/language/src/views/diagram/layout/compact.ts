import type { Direction } from '../../../model/index.ts';
import { legsOf } from '../content/graph.ts';
import { lineId, ownId } from './elk-graph.ts';
import type { Frame } from './frame.ts';
import type { Places } from './position.ts';
import { usualShape } from './rows.ts';
import type { Rect } from './positioned.ts';

/** A picture that is so many times as long along its rows as across them is twice as long as a sheet is. */
const tooLong = { down: 2 * usualShape, right: 2 / usualShape } as const;
/** Room between two boxes, and beside a line; pixels. */
const betweenBoxes = 26;
const besideLine = 16;

/** A box or a stretch of a line, along the rows and across them. */
interface Item {
    readonly start: number;
    readonly end: number;
    readonly top: number;
    readonly bottom: number;
    readonly isLine: boolean;
}

/** Zones that conduits join, with these: ids of what moves together, and its outermost boxes and lines. */
interface Part {
    readonly ids: readonly string[];
    readonly items: readonly Item[];
}

/** Which zones at the top are joined by conduits, each by the first of its part. */
function joinedZones(root: Frame): (id: string) => string {
    const first = new Map(root.frames.map(({ zone }) => [zone?.id ?? '', zone?.id ?? '']));
    const find = (id: string): string => {
        let at = id;
        for (let next = first.get(at) ?? at; next !== at; next = first.get(at) ?? at) at = next;
        return at;
    };
    for (const { children, docks } of root.joints) {
        const [one, ...others] = [...children, ...docks].filter(child => child !== null);
        for (const other of others) if (one !== undefined) first.set(find(other), find(one));
    }
    return find;
}

/** The ids of the boxes and lines of a frame, at any depth. */
function idsIn(frame: Frame): string[] {
    return [
        ...(frame.zone ? [frame.zone.key, ownId(frame.zone.key)] : []),
        ...frame.joints.flatMap(({ node }) => [node.key, ...legsOf(node).map((_, leg) => lineId(node.key, leg))]),
        ...frame.frames.flatMap(idsIn),
    ];
}

function partsOf(root: Frame, places: Places, down: boolean): Part[] {
    const turned = ({ x, y, width, height }: Rect, isLine: boolean): Item =>
        down
            ? { start: x, end: x + width, top: y, bottom: y + height, isLine }
            : { start: y, end: y + height, top: x, bottom: x + width, isLine };
    const firstOf = joinedZones(root);
    const parts = new Map<string, { ids: string[]; items: Item[] }>();
    const part = (id: string): { ids: string[]; items: Item[] } => {
        const known = parts.get(firstOf(id)) ?? { ids: [], items: [] };
        parts.set(firstOf(id), known);
        return known;
    };
    for (const frame of root.frames) {
        const { ids, items } = part(frame.zone?.id ?? '');
        ids.push(...idsIn(frame));
        items.push(turned(places.rect(frame.zone?.key ?? ''), false));
    }
    for (const { node, children } of root.joints) {
        const { ids, items } = part(children[0] ?? '');
        ids.push(node.key);
        if (root.layers.has(node.key)) items.push(turned(places.rect(node.key), false));
        for (const leg of legsOf(node).keys()) {
            ids.push(lineId(node.key, leg));
            const points = places.line(lineId(node.key, leg));
            points.slice(1).forEach((to, index) => {
                const from = points[index] ?? to;
                const stretch = {
                    x: Math.min(from.x, to.x),
                    y: Math.min(from.y, to.y),
                    width: Math.abs(to.x - from.x),
                    height: Math.abs(to.y - from.y),
                };
                items.push(turned(stretch, true));
            });
        }
    }
    return [...parts.values()];
}

/** The first place of a part behind those that stand already: how far it moves, below 0 towards the start. */
function placeOf(part: Part, standing: readonly Item[], origin: number): number {
    let by = -Infinity;
    for (const item of part.items) {
        by = Math.max(by, origin - item.start);
        for (const each of standing) {
            const gap = item.isLine || each.isLine ? besideLine : betweenBoxes;
            if (each.top < item.bottom + gap && item.top < each.bottom + gap)
                by = Math.max(by, each.end + gap - item.start);
        }
    }
    return Math.round(by);
}

/**
 * Puts zones that no conduit joins to the rest beside each other, in the order of the text, where they made a picture
 * very long: ELK takes any order of them, and their rows become like stairs. Each stays in its rows.
 * @param places the answer of ELK
 * @returns the same places where the picture has a usual shape, is all joined, or its author says where zones are
 */
export function compacted(root: Frame, places: Places, direction: Direction): Places {
    if (root.arranged.length > 0) return places;
    const parts = partsOf(root, places, direction === 'down');
    if (parts.length < 2) return places;
    const all = parts.flatMap(({ items }) => items);
    const least = (of: (item: Item) => number): number => all.reduce((min, item) => Math.min(min, of(item)), Infinity);
    const origin = least(({ start }) => start);
    const along = -least(({ end }) => -end) - origin;
    const across = -least(({ bottom }) => -bottom) - least(({ top }) => top);
    if (along <= tooLong[direction] * across) return places;

    const standing: Item[] = [];
    const shifts = new Map<string, number>();
    for (const part of parts) {
        const by = placeOf(part, standing, origin);
        for (const item of part.items) standing.push({ ...item, start: item.start + by, end: item.end + by });
        for (const id of part.ids) shifts.set(id, by);
    }
    if (standing.some(({ end }) => end - origin > along)) return places;
    const shift = <T extends { readonly x: number; readonly y: number }>(at: T, id: string): T => {
        const by = shifts.get(id) ?? 0;
        return direction === 'down' ? { ...at, x: at.x + by } : { ...at, y: at.y + by };
    };
    return {
        rect: id => shift(places.rect(id), id),
        line: id => places.line(id).map(point => shift(point, id)),
    };
}
