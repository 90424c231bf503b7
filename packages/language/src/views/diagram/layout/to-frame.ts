import { conduitBox, dotBox, type ConduitBox, type Side } from '../measure/conduit-box.ts';
import { sizes } from '../measure/measures.ts';
import type { Frame, Joint, OwnBox } from './frame.ts';
import { legsOf, type ConduitNode, type DiagramGraph, type ZoneNode } from '../content/graph.ts';
import { mostCards } from '../content/limits.ts';
import { rowsOf, usualShape } from './rows.ts';
import { zoneBox, type ZoneBox } from '../measure/zone-box.ts';

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
        const ends = legsOf(node).map(end => paths.get(end) ?? []);
        const all = [...ends, ...node.away.map(({ around }) => around)];
        const [first = []] = ends;
        let depth = 0;
        while (depth < first.length && all.every(path => path[depth] === first[depth])) depth++;
        // A conduit between a zone and one inside it leads to the assets of the outer one; a connector never starts at
        // these.
        if (ends.length === 1) depth = Math.min(depth, first.length - 1);
        const home = depth === 0 ? null : (first[depth - 1] ?? null);
        const children = ends.map(path => path[depth] ?? null);
        const joint = { node, children: children.slice(0, node.ends.length), docks: children.slice(node.ends.length) };
        const known = joints.get(home);
        if (known) known.push(joint);
        else joints.set(home, [joint]);
    }
    return joints;
}

/** Data go one way, and that is up or to the left: the devices are in the order in which data pass them. */
function againstRun({ node, children }: Joint, layerOf: (child: string | null) => number): boolean {
    const [from, to] = [node.ends.indexOf(node.oneWay?.from ?? ''), node.ends.indexOf(node.oneWay?.to ?? '')];
    return from >= 0 && to >= 0 && layerOf(children[from] ?? null) > layerOf(children[to] ?? null);
}

/** Size of a frame that holds no asset, but a network. */
const bareOwn = { width: sizes.zoneWidth, height: 34 } as const;

function ownOf(box: ZoneBox | null, frames: readonly Frame[], joints: readonly Joint[]): OwnBox | null {
    const framed = joints.some(joint => joint.children.includes(null) || joint.docks.includes(null));
    const grid = box?.grid ?? null;
    if (!box || frames.length === 0 || (grid === null && !framed)) return null;
    const pad = framed && grid !== null ? sizes.ownPadding : 0;
    const { width, height } = grid ?? bareOwn;
    return { width: width + 2 * pad, height: height + 2 * pad, framed };
}

/** The room that a fresh picture is made for. */
export interface Fit {
    /** Width to height that the picture aims for; 1.5 by default. */
    readonly shape?: number;
    /** How much flatter than usual the assets of a zone are dealt out; 1 by default. */
    readonly flat?: number;
    /** Heads of zones are narrow: titles in two lines, levels in two rows. */
    readonly slim?: boolean;
    /** Tags with long lists are wider, and so less tall. */
    readonly broad?: boolean;
    /** Boxes are closer to each other, as they are around tags. */
    readonly tight?: boolean;
}

/** Measures everything and puts it in layers. */
export function toFrame(
    graph: DiagramGraph,
    { shape = usualShape, flat = 1, tight = false, slim = false, broad = false }: Fit = {},
): Frame {
    const joints = jointsOf(graph);
    const plain = graph.conduits.length > mostCards;
    const tags = tight || graph.conduitSign !== 'cards';

    function build(zone: ZoneNode | null, zones: readonly ZoneNode[]): Frame {
        const frames = zones.map(inner => build(inner, inner.zones));
        const here = joints.get(zone?.id ?? null) ?? [];
        const boxOf = (node: ConduitNode, sides: readonly Side[]): ConduitBox =>
            plain ? dotBox(node, sides) : conduitBox(node, graph.direction, sides, broad);
        // Which rows the zones stand in is decided by the rough size of the cards, and that decides their shape.
        const rough = here.map(({ node, children }) =>
            boxOf(
                node,
                children.map((_, index) => (index === 0 ? 'before' : 'after')),
            ),
        );
        // A frame is as wide as what is in it, however narrow its head is.
        const box = zone && zoneBox(zone, graph, { flat, slim: slim && zone.zones.length === 0 });
        const own = ownOf(box, frames, here);
        const { layers, banded } = rowsOf(frames, here, rough, {
            own: own !== null,
            direct: plain,
            direction: graph.direction,
            shape,
            arranged: graph.arranged,
        });
        const keyOf = new Map(zones.map(inner => [inner.id, inner.key]));
        const layerOf = (child: string | null): number =>
            child === null ? 0 : (layers.get(keyOf.get(child) ?? '') ?? 0);
        const conduits = here.map(joint => {
            const { node, children, docks } = joint;
            const layer = layers.get(node.key) ?? 0;
            const ordered = againstRun(joint, layerOf) ? { ...node, devices: node.devices.toReversed() } : node;
            return boxOf(
                ordered,
                [...children, ...docks].map(child => (layerOf(child) < layer ? 'before' : 'after')),
            );
        });
        return {
            zone,
            box,
            own,
            frames,
            conduits,
            joints: here,
            layers,
            plain,
            tags,
            banded,
            arranged: graph.arranged,
        };
    }
    return build(null, graph.zones);
}
