import type { Direction } from '../../model/index.ts';
import { roughSize, type Frame, type Joint } from './frame.ts';

/** Width to height that a picture aims for: that of a sheet of paper on its side. */
const sheet = 1.5;
const gap = 30;
/** Room that the conduits between two rows take, roughly. */
const conduitHeight = 120;
const conduitWidth = 220;

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

/** The rows of all levels, as long as gives the picture the shape of a sheet. */
function rowsFor(groups: readonly (readonly Frame[])[], direction: Direction): Frame[][] {
    const rough = new Map(groups.flat().map(frame => [frame, roughSize(frame)] as const));
    const size = (frame: Frame): { width: number; height: number } => rough.get(frame) ?? { width: 0, height: 0 };
    const down = direction === 'down';
    const along = (frame: Frame): number => (down ? size(frame).width : size(frame).height);
    const across = (frame: Frame): number => (down ? size(frame).height : size(frame).width);
    const longest = Math.max(0, ...groups.map(group => group.reduce((sum, frame) => sum + along(frame) + gap, 0)));
    const least = Math.max(0, ...groups.flat().map(along)) + gap;
    let best: Frame[][] = groups.map(group => [...group]);
    let cost = Infinity;
    for (let limit = longest + 1; limit >= least; limit /= 1.25) {
        const rows = groups.flatMap(group => split(group, along, limit));
        const length = Math.max(1, ...rows.map(row => row.reduce((sum, frame) => sum + along(frame) + gap, 0)));
        const depth = rows.reduce((sum, row) => sum + Math.max(0, ...row.map(across)) + (down ? conduitHeight : conduitWidth), 1);
        const shape = Math.abs(Math.log((down ? length / depth : depth / length) / sheet));
        if (shape < cost - 0.05) {
            cost = shape;
            best = rows;
        }
    }
    return best;
}

/**
 * Puts nested zones in rows by Purdue level, in the order of the text, and conduits in the layers between:
 * beside the end that has fewer of them, so that they spread out.
 */
export function rowsOf(frames: readonly Frame[], joints: readonly Joint[], own: boolean, direction: Direction):
{ layers: Map<string, number>; banded: boolean } {
    const layers = new Map<string, number>();
    const rowOf = new Map<string | null, number>([[null, 0]]);
    let row = own ? 1 : 0;
    for (const members of rowsFor(groupsOf(frames, joints), direction)) {
        for (const { zone } of members) {
            rowOf.set(zone?.id ?? null, row);
            layers.set(zone?.key ?? '', row * 2);
        }
        row++;
    }
    const degree = new Map<string | null, number>();
    for (const joint of joints) for (const child of joint.children) degree.set(child, (degree.get(child) ?? 0) + 1);
    for (const { node, children } of joints) {
        const rows = children.map(child => rowOf.get(child) ?? 0);
        const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
        const busiest = (wanted: number): number => Math.max(...children.map((child, index) => (rows[index] === wanted ? degree.get(child) ?? 0 : 0)));
        const hub = rows.length > 2 && rows.filter(each => each === top).length === 1;
        const low = top !== bottom && !hub && busiest(top) > busiest(bottom);
        layers.set(node.key, low ? bottom * 2 - 1 : top * 2 + 1);
    }
    const ranks = new Set(frames.map(frame => frame.zone?.rank ?? null));
    return { layers, banded: ranks.size > 1 };
}
