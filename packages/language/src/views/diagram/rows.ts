import type { Direction } from '../../model/index.ts';
import { roughSize, type Frame, type Joint } from './frame.ts';

/** Width to height that a picture aims for: that of a sheet of paper on its side. */
const sheet = 1.5;
const gap = 30;
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
function groupsOf(frames: readonly Frame[], joints: readonly Joint[]): Frame[][] {
    const ranked = frames.some(frame => frame.zone?.rank !== null);
    const steps = ranked ? new Map<string, number>() : distances(frames, joints);
    const rank = (frame: Frame): number => (ranked ? frame.zone?.rank ?? -1 : -(steps.get(frame.zone?.id ?? '') ?? 0));
    const groups = new Map<number, Frame[]>();
    for (const frame of frames) {
        const group = groups.get(rank(frame));
        if (group) group.push(frame);
        else groups.set(rank(frame), [frame]);
    }
    return [...groups.entries()].sort(([a], [b]) => b - a).map(([, group]) => group);
}

/** Splits a level into rows of about the same length, none much longer than the limit. */
function split(group: readonly Frame[], along: (frame: Frame) => number, limit: number): Frame[][] {
    const total = group.reduce((sum, frame) => sum + along(frame) + gap, 0);
    const share = total / Math.max(1, Math.ceil(total / limit));
    const rows: Frame[][] = [[]];
    let used = 0;
    for (const frame of group) {
        const length = along(frame) + gap;
        if (used > 0 && used + length / 2 > share) {
            rows.push([]);
            used = 0;
        }
        rows.at(-1)?.push(frame);
        used += length;
    }
    return rows;
}

/** Puts the conduits in the layers between the rows. With `direct`, those that join two rows get none: they are plain lines. */
function layConduits(rowOf: ReadonlyMap<string | null, number>, joints: readonly Joint[], direct: boolean): Map<string, number> {
    const layers = new Map<string, number>();
    const degree = new Map<string | null, number>();
    for (const joint of joints) for (const child of joint.children) degree.set(child, (degree.get(child) ?? 0) + 1);
    for (const { node, children } of joints) {
        const rows = children.map(child => rowOf.get(child) ?? 0);
        const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
        if (direct && rows.length === 2 && top !== bottom) continue;
        const busiest = (wanted: number): number => Math.max(...children.map((child, index) => (rows[index] === wanted ? degree.get(child) ?? 0 : 0)));
        const hub = rows.length > 2 && rows.filter(each => each === top).length === 1;
        // Beside the end that has fewer conduits, so that they spread out.
        const low = top !== bottom && !hub && busiest(top) > busiest(bottom);
        layers.set(node.key, low ? bottom * 2 - 1 : top * 2 + 1);
    }
    return layers;
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
function cost(layers: ReadonlyMap<number, readonly Size[]>, direction: Direction): number {
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
    return Math.abs(Math.log(width / height / sheet));
}

/**
 * Puts nested zones in rows by Purdue level, in the order of the text, and conduits in the layers between.
 * Of several divisions of the levels into rows, the one that comes nearest to the shape of a sheet is taken.
 * @param direct conduits that join two rows are plain lines without a card
 */
export function rowsOf(frames: readonly Frame[], joints: readonly Joint[], conduits: readonly Size[], own: boolean, direct: boolean, direction: Direction):
{ layers: Map<string, number>; banded: boolean } {
    const sizes = new Map<string, Size>();
    for (const frame of frames) sizes.set(frame.zone?.key ?? '', roughSize(frame));
    joints.forEach(({ node }, index) => sizes.set(node.key, conduits[index] ?? { width: 0, height: 0 }));
    const along = (frame: Frame): number => sizes.get(frame.zone?.key ?? '')?.[direction === 'down' ? 'width' : 'height'] ?? 0;
    const groups = groupsOf(frames, joints);
    const longest = Math.max(0, ...groups.map(group => group.reduce((sum, frame) => sum + along(frame) + gap, 0)));
    const shortest = Math.max(longest / (direct ? 6 : 40), gap, ...frames.map(along));

    let best = new Map<string, number>();
    let least = Infinity;
    for (let limit = longest + 1; limit >= shortest; limit /= 1.3) {
        const rowOf = numbered(groups.flatMap(group => split(group, along, limit)), own);
        const layers = layConduits(rowOf, joints, direct);
        for (const { zone } of frames) layers.set(zone?.key ?? '', (rowOf.get(zone?.id ?? null) ?? 0) * 2);
        const boxes = new Map<number, Size[]>();
        for (const [key, layer] of layers) {
            const row = boxes.get(layer);
            const size = sizes.get(key) ?? { width: 0, height: 0 };
            if (row) row.push(size);
            else boxes.set(layer, [size]);
        }
        const found = cost(boxes, direction);
        if (found < least - 0.05) {
            least = found;
            best = layers;
        }
    }
    const ranks = new Set(frames.map(frame => frame.zone?.rank ?? null));
    return { layers: best, banded: ranks.size > 1 };
}
