import type { Phase } from '../content/phase.ts';
import type { AssetNode } from '../content/graph.ts';
import type { Point, Rect } from '../layout/positioned.ts';
import { faces, sizes } from './measures.ts';
import { widest, wrap } from './text.ts';

/** A boundary device on the line of its conduit. */
export interface DeviceBox {
    readonly node: AssetNode;
    readonly nameLines: readonly string[];
    /** Left upper corner of the icon. */
    readonly x: number;
    readonly y: number;
}

/**
 * The devices of a conduit in a row on its line, or the sign of a conduit without one; all places from its left upper
 * corner.
 */
export interface Chain {
    readonly width: number;
    readonly height: number;
    readonly devices: readonly DeviceBox[];
    /** The sign of a conduit without devices. */
    readonly capsule: Rect | null;
    /** The line between the devices. */
    readonly wires: readonly (readonly Point[])[];
    /** Where the line meets the first device, and the last one. */
    readonly start: Point;
    readonly end: Point;
}

const capsuleBreadth = 11;
const nameLine = 12;

const nameLinesOf = (node: AssetNode, around: Phase | null): string[] => [
    ...wrap(
        node.count > 1 ? `${node.count} × ${node.title ?? node.name}` : node.name,
        faces.assetName,
        sizes.deviceColumn + 8,
        3,
    ),
    ...(node.phase && node.phase.words !== around?.words
        ? wrap(node.phase.words, faces.assetName, sizes.deviceColumn + 8, 2)
        : []),
];

function bare(down: boolean): Chain {
    const length = sizes.capsule + 8;
    const breadth = 18;
    const middle = breadth / 2;
    const at = (along: number): Point => (down ? { x: middle, y: along } : { x: along, y: middle });
    const [start, end] = [at(0), at(length)];
    const capsule = down
        ? { x: middle - capsuleBreadth / 2, y: 4, width: capsuleBreadth, height: sizes.capsule }
        : { x: 4, y: middle - capsuleBreadth / 2, width: sizes.capsule, height: capsuleBreadth };
    return {
        width: down ? breadth : length,
        height: down ? length : breadth,
        devices: [],
        capsule,
        wires: [[start, end]],
        start,
        end,
    };
}

function downward(nodes: readonly AssetNode[], names: readonly string[][]): Chain {
    const width = Math.max(sizes.device, ...names.map(lines => Math.ceil(widest(lines, faces.assetName))));
    const through = width / 2;
    const devices: DeviceBox[] = [];
    const wires: Point[][] = [];
    let y = 0;
    nodes.forEach((node, index) => {
        const nameLines = names[index] ?? [];
        if (index > 0)
            wires.push([
                { x: through, y: y - sizes.deviceGap },
                { x: through, y },
            ]);
        devices.push({ node, nameLines, x: through - sizes.device / 2, y });
        y += sizes.device + 3 + nameLines.length * nameLine + sizes.deviceGap;
    });
    const height = y - sizes.deviceGap;
    return {
        width,
        height,
        devices,
        capsule: null,
        wires,
        start: { x: through, y: 0 },
        end: { x: through, y: height },
    };
}

function rightward(nodes: readonly AssetNode[], names: readonly string[][]): Chain {
    const through = sizes.device / 2;
    const devices: DeviceBox[] = [];
    const wires: Point[][] = [];
    let x = 0;
    let last = 0;
    nodes.forEach((node, index) => {
        const nameLines = names[index] ?? [];
        const block = Math.max(sizes.device, Math.ceil(widest(nameLines, faces.assetName)));
        const icon = x + (block - sizes.device) / 2;
        if (index > 0)
            wires.push([
                { x: last, y: through },
                { x: icon, y: through },
            ]);
        devices.push({ node, nameLines, x: icon, y: 0 });
        last = icon + sizes.device;
        x += block + sizes.deviceGap;
    });
    const width = x - sizes.deviceGap;
    const height = sizes.device + 3 + Math.max(...names.map(lines => lines.length)) * nameLine;
    return {
        width,
        height,
        devices,
        capsule: null,
        wires,
        start: { x: devices[0]?.x ?? 0, y: through },
        end: { x: last, y: through },
    };
}

/**
 * Sets the devices of a conduit on a line.
 * @param down the line runs from top to bottom; otherwise from left to right
 * @param named each with its name below it; otherwise the names are said elsewhere
 * @param around the phase of the conduit, which its devices do not repeat
 */
export function chainOf(nodes: readonly AssetNode[], down: boolean, named = true, around: Phase | null = null): Chain {
    if (nodes.length === 0) return bare(down);
    const names = nodes.map(node => (named ? nameLinesOf(node, around) : []));
    return down ? downward(nodes, names) : rightward(nodes, names);
}

/** The chain with its left upper corner here. */
export function moved(chain: Chain, by: Point): Chain {
    const move = <T extends Point>(point: T): T => ({ ...point, x: point.x + by.x, y: point.y + by.y });
    return {
        ...chain,
        devices: chain.devices.map(move),
        capsule: chain.capsule && move(chain.capsule),
        wires: chain.wires.map(wire => wire.map(move)),
        start: move(chain.start),
        end: move(chain.end),
    };
}

/** The line of several conduits that are drawn together: each has devices of its own, and they are said in words. */
export function chainOfMany(down: boolean): Chain {
    return { ...bare(down), capsule: null };
}
