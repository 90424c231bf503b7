import type { Direction } from '../../model/index.ts';
import type { ConduitBox } from './conduit-box.ts';
import { roughSize, type Frame, type Joint } from './frame.ts';

/** Width to height that a picture aims for: that of a sheet of paper on its side. */
const sheet = 1.5;
const gap = 40;

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
    const share = total / Math.max(1, Math.ceil(total / (limit * 1.15)));
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

/**
 * Puts nested zones in rows by Purdue level, in the order of the text, and conduits in the layers between:
 * beside the end that has fewer of them, so that they spread out.
 */
export function rowsOf(frames: readonly Frame[], joints: readonly Joint[], conduits: readonly ConduitBox[], own: boolean, direction: Direction):
{ layers: Map<string, number>; banded: boolean } {
    const along = (frame: Frame): number => (direction === 'down' ? roughSize(frame).width : roughSize(frame).height);
    const boxes = [...frames.map(roughSize), ...conduits];
    const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0);
    const limit = Math.max(direction === 'down' ? 900 : 600, Math.sqrt(direction === 'down' ? area * sheet : area / sheet), ...frames.map(along));
    const groups = groupsOf(frames, joints);
    const layers = new Map<string, number>();
    const rowOf = new Map<string | null, number>([[null, 0]]);
    let row = own ? 1 : 0;
    for (const group of groups) {
        for (const members of split(group, along, limit)) {
            for (const { zone } of members) {
                rowOf.set(zone?.id ?? null, row);
                layers.set(zone?.key ?? '', row * 2);
            }
            row++;
        }
    }
    const degree = new Map<string | null, number>();
    for (const joint of joints) for (const child of joint.children) degree.set(child, (degree.get(child) ?? 0) + 1);
    for (const { node, children } of joints) {
        const rows = children.map(child => rowOf.get(child) ?? 0);
        const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
        const busiest = (wanted: number): number => Math.max(...children.map((child, index) => (rows[index] === wanted ? degree.get(child) ?? 0 : 0)));
        const low = top !== bottom && busiest(top) > busiest(bottom);
        layers.set(node.key, low ? bottom * 2 - 1 : top * 2 + 1);
    }
    const ranks = new Set(frames.map(frame => frame.zone?.rank ?? null));
    return { layers, banded: ranks.size > 1 };
}
