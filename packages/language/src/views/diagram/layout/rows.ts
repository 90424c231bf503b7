import type { Direction } from '../../../model/index.ts';
import type { Arranged } from '../content/arranged.ts';
import { unitsOf } from './order.ts';
import { roughSize, type Frame, type Joint } from './frame.ts';

/** Width to height that a picture aims for where nothing else is asked for: that of a sheet of paper on its side. */
export const usualShape = 1.5;
const gap = 30;
/** At most so many layers of conduits stand between two rows of zones: more make long lines. */
const mostStacked = 3;
/** With fewer conduits than this they stand side by side. */
const leastStacked = 5;
/** Room between two layers, for lines. */
const between = 50;

/** Steps from the first zone, for zones none of which states a level. */
function distances(frames: readonly Frame[], joints: readonly Joint[]): Map<string, number> {
    const neighbours = new Map<string, string[]>();
    for (const joint of joints) {
        const ends = joint.children.filter(child => child !== null);
        for (const end of ends) neighbours.set(end, [...(neighbours.get(end) ?? []), ...ends]);
    }
    const found = new Map<string, number>();
    for (const start of frames) {
        const queue: [string, number][] = [[start.zone?.id ?? '', 0]];
        for (let next = queue.shift(); next; next = queue.shift()) {
            const [id, steps] = next;
            if (found.has(id)) continue;
            found.set(id, steps);
            for (const neighbour of neighbours.get(id) ?? []) queue.push([neighbour, steps + 1]);
        }
    }
    return found;
}

/** The nested zones by level, highest first; those without a level last. */
function groupsOf(frames: readonly Frame[], joints: readonly Joint[], arranged: readonly Arranged[]): Frame[][] {
    const ranked = frames.some(frame => frame.zone?.rank !== null);
    const steps = ranked ? new Map<string, number>() : distances(frames, joints);
    // Without levels the author alone says what is beside what.
    for (const { word, zones } of arranged)
        if (word !== 'left-to-right') for (const id of zones) steps.set(id, steps.get(zones[0] ?? '') ?? 0);
    const rank = (frame: Frame): number =>
        ranked ? (frame.zone?.rank ?? -1) : -(steps.get(frame.zone?.id ?? '') ?? 0);
    const groups = new Map<number, Frame[]>();
    for (const frame of frames) {
        const group = groups.get(rank(frame));
        if (group) group.push(frame);
        else groups.set(rank(frame), [frame]);
    }
    return [...groups.entries()].sort(([a], [b]) => b - a).map(([, group]) => group);
}

/**
 * The zones of a level are all joined to the same others, and to none of each other but by a conduit that joins them
 * all.
 */
function alike(group: readonly Frame[], joints: readonly Joint[]): boolean {
    const members = new Set(group.map(frame => frame.zone?.id ?? null));
    const others = new Map<string | null, Set<string | null>>([...members].map(id => [id, new Set()]));
    for (const { children } of joints) {
        const inside = children.filter(child => members.has(child));
        if (inside.length > 1 && inside.length < members.size) return false;
        for (const child of inside)
            for (const other of children) if (!members.has(other)) others.get(child)?.add(other);
    }
    const [first = new Set(), ...rest] = others.values();
    return rest.every(set => set.size === first.size && [...set].every(id => first.has(id)));
}

/** Zones that stay in one row. */
type Unit = readonly Frame[];

/** Deals a level out to rows, one zone to each row in turn, so that those that belong together stand in one column. */
function deal(group: readonly Unit[], along: (frame: Frame) => number, limit: number): Frame[][] {
    const total = group.flat().reduce((sum, frame) => sum + along(frame) + gap, 0);
    const count = Math.max(1, Math.ceil(total / limit));
    const rows: Frame[][] = Array.from({ length: Math.min(count, group.length) }, () => []);
    group.forEach((unit, index) => rows[index % rows.length]?.push(...unit));
    return rows;
}

/** Splits a level into rows of about the same length, none much longer than the limit. */
function split(group: readonly Unit[], along: (frame: Frame) => number, limit: number): Frame[][] {
    const total = group.flat().reduce((sum, frame) => sum + along(frame) + gap, 0);
    const share = total / Math.max(1, Math.ceil(total / limit));
    const rows: Frame[][] = [[]];
    let used = 0;
    for (const unit of group) {
        const length = unit.reduce((sum, frame) => sum + along(frame) + gap, 0);
        if (used > 0 && used + length / 2 > share) {
            rows.push([]);
            used = 0;
        }
        rows.at(-1)?.push(...unit);
        used += length;
    }
    return rows;
}

/**
 * Puts the conduits in the layers between the rows; a connector to a zone that is not shown is on the side of its
 * level. With `direct`, those that join two rows get none: they are plain lines.
 */
function layConduits(
    rowOf: ReadonlyMap<string | null, number>,
    rankOf: (child: string | null) => number | null,
    joints: readonly Joint[],
    direct: boolean,
): Map<string, number> {
    const layers = new Map<string, number>();
    const degree = new Map<string | null, number>();
    for (const joint of joints) for (const child of joint.children) degree.set(child, (degree.get(child) ?? 0) + 1);
    for (const { node, children } of joints) {
        const rows = children.map(child => rowOf.get(child) ?? 0);
        const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
        if (direct && rows.length === 2 && top !== bottom) continue;
        const busiest = (wanted: number): number =>
            Math.max(...children.map((child, index) => (rows[index] === wanted ? (degree.get(child) ?? 0) : 0)));
        if (children.length === 1) {
            const [rank, other] = [rankOf(children[0] ?? null), node.away[0]?.rank ?? null];
            layers.set(node.key, top * 2 + (rank !== null && other !== null && other > rank ? -1 : 1));
            continue;
        }
        const hub = rows.length > 2 && rows.filter(each => each === top).length === 1;
        // Beside the end that has fewer conduits, so that they spread out.
        const low = top !== bottom && !hub && busiest(top) > busiest(bottom);
        layers.set(node.key, low ? bottom * 2 - 1 : top * 2 + 1);
    }
    return layers;
}

/**
 * Deals the conduits of each layer out to several ones below each other, so that none is much longer than the limit.
 * A conduit's layer stays between the same two rows.
 */
function stack(
    layers: ReadonlyMap<string, number>,
    lengths: ReadonlyMap<string, number>,
    limit: number,
): Map<string, number> {
    const between = new Map<number, string[]>();
    for (const [key, layer] of layers) {
        const keys = between.get(layer);
        if (keys) keys.push(key);
        else between.set(layer, [key]);
    }
    const stacked = new Map(layers);
    for (const [layer, keys] of between) {
        const total = keys.reduce((sum, key) => sum + (lengths.get(key) ?? 0) + gap, 0);
        const count = Math.min(mostStacked, Math.ceil(keys.length / 2), Math.ceil(total / limit));
        if (count > 1) keys.forEach((key, index) => stacked.set(key, layer + (index % count) / (2 * count)));
    }
    return stacked;
}

/** Numbers the rows; the own assets of the zone around stand above the first. */
function numbered(rows: readonly (readonly Frame[])[], own: boolean): Map<string | null, number> {
    const rowOf = new Map<string | null, number>([[null, 0]]);
    rows.forEach((row, index) => {
        for (const { zone } of row) rowOf.set(zone?.id ?? null, index + (own ? 1 : 0));
    });
    return rowOf;
}

interface Size {
    readonly width: number;
    readonly height: number;
}

/** How far a division into rows is from the shape of a sheet. */
function cost(layers: ReadonlyMap<number, readonly Size[]>, direction: Direction, shape: number): number {
    let width = 1;
    let height = 1;
    for (const boxes of layers.values()) {
        const broad = boxes.reduce((sum, box) => sum + box.width + gap, 0);
        const tall = boxes.reduce((sum, box) => sum + box.height + gap, 0);
        if (direction === 'down') {
            width = Math.max(width, broad);
            height += Math.max(...boxes.map(box => box.height)) + between;
        } else {
            height = Math.max(height, tall);
            width += Math.max(...boxes.map(box => box.width)) + between;
        }
    }
    return Math.abs(Math.log(width / height / shape));
}

/** How rows are made. */
export interface RowWish {
    /** The zone around has assets of its own. */
    readonly own: boolean;
    /** Conduits that join two rows are plain lines without a card. */
    readonly direct: boolean;
    readonly direction: Direction;
    /** Width to height that the picture aims for. */
    readonly shape: number;
    readonly arranged: readonly Arranged[];
}

/**
 * Puts nested zones in rows by Purdue level, in the order of the text, and conduits in the layers between. Of several
 * divisions of the levels into rows, the one that comes nearest to the shape of a sheet is taken. Zones that the author
 * wants in one row stay in one.
 */
export function rowsOf(
    frames: readonly Frame[],
    joints: readonly Joint[],
    conduits: readonly Size[],
    { own, direct, direction, shape, arranged }: RowWish,
): { layers: Map<string, number>; banded: boolean } {
    const sizes = new Map<string, Size>();
    for (const frame of frames) sizes.set(frame.zone?.key ?? '', roughSize(frame));
    joints.forEach(({ node }, index) => sizes.set(node.key, conduits[index] ?? { width: 0, height: 0 }));
    const side = direction === 'down' ? 'width' : 'height';
    const lengths = new Map([...sizes].map(([key, size]) => [key, size[side]]));
    const along = (frame: Frame): number => lengths.get(frame.zone?.key ?? '') ?? 0;
    const groups = groupsOf(frames, joints, arranged);
    const units = groups.map(group => unitsOf(group, arranged));
    const ranksOf = new Map(frames.map(({ zone }) => [zone?.id ?? '', zone?.rank ?? null]));
    const longest = Math.max(0, ...groups.map(group => group.reduce((sum, frame) => sum + along(frame) + gap, 0)));
    const shortest = Math.max(longest / (direct ? 24 : 40), gap, ...frames.map(along));

    const even = groups.map(group => alike(group, joints));
    const stretches = direct || joints.length < leastStacked ? [Infinity] : [Infinity, 4, 2, 1];
    let best = new Map<string, number>();
    let least = Infinity;
    const attempt = (limit: number, stretch: number): void => {
        const rows = units.flatMap((group, index) => (even[index] ? split : deal)(group, along, limit));
        const rowOf = numbered(rows, own);
        const longestRow = Math.max(...rows.map(row => row.reduce((sum, frame) => sum + along(frame) + gap, 0)));
        const layers = stack(
            layConduits(rowOf, child => ranksOf.get(child ?? '') ?? null, joints, direct),
            lengths,
            longestRow * stretch,
        );
        for (const { zone } of frames) layers.set(zone?.key ?? '', (rowOf.get(zone?.id ?? null) ?? 0) * 2);
        const boxes = new Map<number, Size[]>();
        for (const [key, layer] of layers) {
            const row = boxes.get(layer);
            const size = sizes.get(key) ?? { width: 0, height: 0 };
            if (row) row.push(size);
            else boxes.set(layer, [size]);
        }
        const found = cost(boxes, direction, shape);
        if (found < least - 0.05) {
            least = found;
            best = layers;
        }
    };
    for (let limit = longest + 1; limit >= shortest; limit /= 1.3)
        for (const stretch of stretches) attempt(limit, stretch);
    const ranks = new Set(frames.map(frame => frame.zone?.rank ?? null));
    return { layers: best, banded: ranks.size > 1 };
}
