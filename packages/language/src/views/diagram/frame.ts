import { conduitBox, dotBox, type ConduitBox } from './conduit-box.ts';
import type { ConduitNode, DiagramGraph, ZoneNode } from './graph.ts';
import { mostCards } from './limits.ts';
import { rowsOf } from './rows.ts';
import { zoneBox, type ZoneBox } from './zone-box.ts';

/**
 * A zone (or the whole picture) with what stands in it, measured and put in layers.
 * Layers with even numbers hold zones, those with odd numbers the conduits between them.
 */
export interface Frame {
    /** `null` for the whole picture. */
    readonly zone: ZoneNode | null;
    readonly box: ZoneBox | null;
    /** The zone's own assets have a place beside the nested zones. */
    readonly own: boolean;
    readonly frames: readonly Frame[];
    readonly conduits: readonly ConduitBox[];
    /** For each of the conduits, in the same order, the nested zones that its ends lie in. */
    readonly joints: readonly Joint[];
    /** Layer of each nested zone and conduit, by key; the own assets have layer 0. A conduit without a layer is a plain line. */
    readonly layers: ReadonlyMap<string, number>;
    /** Conduits are plain lines, since the picture has very many. */
    readonly plain: boolean;
    /** Nested zones stand on different Purdue levels, so that bands make sense. */
    readonly banded: boolean;
}

/** A conduit, and the ids of the frame's nested zones that its ends lie in; `null` is the frame's own assets. */
export interface Joint {
    readonly node: ConduitNode;
    readonly children: readonly (string | null)[];
}

function pathsOf(zones: readonly ZoneNode[], around: readonly string[], paths: Map<string, readonly string[]>): void {
    for (const zone of zones) {
        const path = [...around, zone.id];
        paths.set(zone.id, path);
        pathsOf(zone.zones, path, paths);
    }
}

/** The conduits by the zone in whose frame they stand: the innermost one that holds all their ends. */
function jointsOf(graph: DiagramGraph): Map<string | null, Joint[]> {
    const paths = new Map<string, readonly string[]>();
    pathsOf(graph.zones, [], paths);
    const joints = new Map<string | null, Joint[]>();
    for (const node of graph.conduits) {
        const ends = node.ends.map(end => paths.get(end) ?? []);
        const [first = []] = ends;
        let depth = 0;
        while (depth < first.length && ends.every(path => path[depth] === first[depth])) depth++;
        const home = depth === 0 ? null : first[depth - 1] ?? null;
        const joint = { node, children: ends.map(path => path[depth] ?? null) };
        const known = joints.get(home);
        if (known) known.push(joint);
        else joints.set(home, [joint]);
    }
    return joints;
}

/** Data go one way, and that is up or to the left: the devices stand in the order in which data pass them. */
function againstRun({ node, children }: Joint, layerOf: (child: string | null) => number): boolean {
    const [from, to] = [node.ends.indexOf(node.oneWay?.from ?? ''), node.ends.indexOf(node.oneWay?.to ?? '')];
    return from >= 0 && to >= 0 && layerOf(children[from] ?? null) > layerOf(children[to] ?? null);
}

/** Measures everything and puts it in layers. */
export function frameOf(graph: DiagramGraph): Frame {
    const joints = jointsOf(graph);
    const plain = graph.conduits.length > mostCards;

    function build(zone: ZoneNode | null, zones: readonly ZoneNode[]): Frame {
        const frames = zones.map(inner => build(inner, inner.zones));
        const here = joints.get(zone?.id ?? null) ?? [];
        const conduits = here.map(joint => (plain ? dotBox(joint.node) : conduitBox(joint.node, graph.direction)));
        const own = zone !== null && frames.length > 0 && (zone.assets.length > 0 || here.some(joint => joint.children.includes(null)));
        const { layers, banded } = rowsOf(frames, here, conduits, own, plain, graph.direction);
        const keyOf = new Map(zones.map(inner => [inner.id, inner.key]));
        const layerOf = (child: string | null): number => (child === null ? 0 : layers.get(keyOf.get(child) ?? '') ?? 0);
        const turned = conduits.map((box, index) => {
            const joint = here[index];
            return joint && box.devices.length > 1 && againstRun(joint, layerOf) ? conduitBox({ ...box.node, devices: box.node.devices.toReversed() }, graph.direction) : box;
        });
        return { zone, box: zone ? zoneBox(zone, graph) : null, own, frames, conduits: turned, joints: here, layers, plain, banded };
    }
    return build(null, graph.zones);
}

/** The place that a frame takes before the layout is known, roughly for one with nested zones. */
export function roughSize(frame: Frame): { width: number; height: number } {
    const box = frame.box ?? { width: 0, height: 0, grid: null };
    if (frame.frames.length === 0) return { width: box.width, height: box.height };
    const inner = frame.frames.map(roughSize);
    const area = [...inner, ...frame.conduits].reduce((sum, size) => sum + (size.width + 40) * (size.height + 60), 0)
        + (box.grid ? box.grid.width * box.grid.height : 0);
    const width = Math.max(box.width, Math.sqrt(area * 1.4), ...inner.map(size => size.width + 40));
    return { width, height: area / width + box.height };
}
