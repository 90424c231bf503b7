import { conduitBox, dotBox, type ConduitBox, type Side } from '../measure/conduit-box.ts';
import type { Frame, Joint } from './frame.ts';
import type { ConduitNode, DiagramGraph, ZoneNode } from '../content/graph.ts';
import { mostCards } from '../content/limits.ts';
import { rowsOf } from './rows.ts';
import { zoneBox } from '../measure/zone-box.ts';

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
export function toFrame(graph: DiagramGraph): Frame {
    const joints = jointsOf(graph);
    const plain = graph.conduits.length > mostCards;

    function build(zone: ZoneNode | null, zones: readonly ZoneNode[]): Frame {
        const frames = zones.map(inner => build(inner, inner.zones));
        const here = joints.get(zone?.id ?? null) ?? [];
        const boxOf = (node: ConduitNode, sides: readonly Side[]): ConduitBox => (plain ? dotBox(node, sides) : conduitBox(node, graph.direction, sides));
        // Which rows the zones stand in is decided by the rough size of the cards, and that decides their shape.
        const rough = here.map(({ node, children }) => boxOf(node, children.map((_, index) => (index === 0 ? 'before' : 'after'))));
        const own = zone !== null && frames.length > 0 && (zone.assets.length > 0 || here.some(joint => joint.children.includes(null)));
        const { layers, banded } = rowsOf(frames, here, rough, own, plain, graph.direction);
        const keyOf = new Map(zones.map(inner => [inner.id, inner.key]));
        const layerOf = (child: string | null): number => (child === null ? 0 : layers.get(keyOf.get(child) ?? '') ?? 0);
        const conduits = here.map(joint => {
            const { node, children } = joint;
            const layer = layers.get(node.key) ?? 0;
            const ordered = againstRun(joint, layerOf) ? { ...node, devices: node.devices.toReversed() } : node;
            return boxOf(ordered, children.map(child => (layerOf(child) < layer ? 'before' : 'after')));
        });
        return { zone, box: zone ? zoneBox(zone, graph) : null, own, frames, conduits, joints: here, layers, plain, banded };
    }
    return build(null, graph.zones);
}
