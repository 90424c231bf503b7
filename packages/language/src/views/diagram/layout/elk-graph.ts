import type { Direction } from '../../../model/index.ts';
import type { ConduitBox } from '../measure/conduit-box.ts';
import { sizes } from '../measure/measures.ts';
import type { Frame } from './frame.ts';
import { ordered, placedBy } from './order.ts';
import { legsOf } from '../content/graph.ts';
import { outsideText, type ElkEdge, type ElkLabel, type ElkNode } from './elk-node.ts';
import { countOf, densityOf, inLayer, layered, paddingOf, placeInOrder, rootOptions } from './elk-options.ts';

/** The edge of a conduit to one of its ends: `line 0 conduit:…`. */
export const lineId = (conduitKey: string, end: number): string => `line ${end} ${conduitKey}`;
/** The node for the own assets of a zone with nested zones. */
export const ownId = (zoneKey: string): string => `own ${zoneKey}`;

/** The port of a card that one of its legs comes to: a port of its own, or the only one of its side. */
function portOf(box: ConduitBox, leg: number): string {
    const { key, ends } = box.node;
    const side = box.sides[leg] ?? 'before';
    if (leg >= ends.length) return `dock ${leg - ends.length} ${key}`;
    if (box.ports[side].length < 2) return `${side} ${key}`;
    return `${side} ${box.sides.slice(0, leg).filter(each => each === side).length} ${key}`;
}

/** Room beside the ports of a card, which ELK keeps free as it does for a label outside of a box. */
function besides(box: ConduitBox, first: number, last: number, down: boolean): ElkLabel[] {
    const room = (width: number, placement: string): ElkLabel => ({
        text: ' ',
        width: down ? width : 1,
        height: down ? 1 : width,
        layoutOptions: { 'elk.nodeLabels.placement': `[OUTSIDE, ${placement}]` },
    });
    const [start, end] = down ? ['H_LEFT, V_CENTER', 'H_RIGHT, V_CENTER'] : ['H_CENTER, V_TOP', 'H_CENTER, V_BOTTOM'];
    return [room(first, start), room((down ? box.width : box.height) - last, end)];
}

/** Room for the tip of a connector, which is outside of its box. */
function tipRoom({ node, sides }: ConduitBox, down: boolean): ElkLabel[] {
    if (node.ends.length > 1 || node.away.length === 0) return [];
    const late = sides[0] === 'before';
    const [width, height] = down ? [1, sizes.tip] : [sizes.tip, 1];
    const placement = down ? `H_CENTER, ${late ? 'V_BOTTOM' : 'V_TOP'}` : `V_CENTER, ${late ? 'H_RIGHT' : 'H_LEFT'}`;
    return [
        { text: outsideText, width, height, layoutOptions: { 'elk.nodeLabels.placement': `[OUTSIDE, ${placement}]` } },
    ];
}

const portSides = { down: { before: 'NORTH', after: 'SOUTH' }, right: { before: 'WEST', after: 'EAST' } } as const;

function conduitElk(box: ConduitBox, layer: number, direction: Direction): ElkNode {
    const down = direction === 'down';
    const { key, ends } = box.node;
    const places = [...box.ports.before, ...box.ports.after];
    const [first, last] = [Math.min(...places), Math.max(...places)];
    const fixed = first === last || box.docks.length > 0;
    const ports = new Map<string, ElkNode>();
    box.sides.forEach((side, leg) => {
        const id = portOf(box, leg);
        const port: ElkNode = {
            id,
            width: 0,
            height: 0,
            layoutOptions: { 'elk.port.side': portSides[direction][side] },
        };
        const at =
            leg < ends.length
                ? box.ports[side][
                      Math.min(box.ports[side].length - 1, box.sides.slice(0, leg).filter(each => each === side).length)
                  ]
                : box.docks[leg - ends.length];
        const edge = side === 'before' ? 0 : down ? box.height : box.width;
        ports.set(id, fixed ? { ...port, x: down ? (at ?? 0) : edge, y: down ? edge : (at ?? 0) } : port);
    });
    const node = { id: key, ...inLayer(layer, direction), ports: [...ports.values()] };
    if (fixed) {
        const labels = tipRoom(box, down);
        return {
            ...node,
            width: box.width,
            height: box.height,
            ...(labels.length > 0 ? { labels } : {}),
            layoutOptions: {
                'elk.portConstraints': 'FIXED_POS',
                ...(labels.length > 0 ? { 'elk.spacing.individual': 'elk.spacing.labelNode:0' } : {}),
            },
        };
    }
    // ELK finds which line comes to which port: it spreads them over the side of a box that is as wide as they reach.
    return {
        ...node,
        width: down ? last - first : box.width,
        height: down ? box.height : last - first,
        labels: besides(box, first, last, down),
        layoutOptions: {
            'elk.portConstraints': 'FIXED_SIDE',
            'elk.portAlignment.default': 'JUSTIFIED',
            'elk.spacing.individual': 'elk.spacing.labelNode:0',
        },
    };
}

/** Leaf zones of one layer get one height, unless that would leave one of them half empty. */
function evenHeights(frame: Frame): Map<string, number> {
    const tallest = new Map<number, number>();
    for (const inner of frame.frames) {
        if (inner.frames.length > 0) continue;
        const layer = frame.layers.get(inner.zone?.key ?? '') ?? 0;
        tallest.set(layer, Math.max(tallest.get(layer) ?? 0, inner.box?.height ?? 0));
    }
    const heights = new Map<string, number>();
    for (const { zone, box } of frame.frames) {
        const height = box?.height ?? 0;
        const even = tallest.get(frame.layers.get(zone?.key ?? '') ?? 0) ?? height;
        heights.set(zone?.key ?? '', even <= height * 1.8 ? even : height);
    }
    return heights;
}

/**
 * Edges that are not drawn: they keep the own assets of a zone above its nested zones, which lines from outside would
 * undo.
 */
function holdsOf(frame: Frame, key: string): ElkEdge[] {
    const keys = frame.frames.map(inner => inner.zone?.key ?? '');
    const first = Math.min(...keys.map(inner => frame.layers.get(inner) ?? 0));
    return keys
        .filter(inner => frame.layers.get(inner) === first)
        .map((inner, index) => ({ id: `hold ${index} ${key}`, sources: [ownId(key)], targets: [inner] }));
}

/**
 * The graph that ELK lays out: leaf zones and the cards of conduits as boxes of known size, one edge for each end of a
 * conduit.
 */
export function elkGraph(root: Frame, direction: Direction): ElkNode {
    const count = countOf(root);
    const density = densityOf(root);
    const edges: ElkEdge[] = [];

    function edgesOf(frame: Frame, keys: ReadonlyMap<string, string>): void {
        const layerOf = (child: string | null): number =>
            child === null ? 0 : (frame.layers.get(keys.get(child) ?? '') ?? 0);
        for (const [position, { node, children, docks }] of frame.joints.entries()) {
            const box = frame.conduits[position];
            if (!box) continue;
            const layer = frame.layers.get(node.key);
            if (layer === undefined) {
                const [upper, lower] = node.ends
                    .map((end, index) => ({
                        end,
                        layer: layerOf(children[index] ?? null),
                        own: children[index] === null,
                    }))
                    .sort((a, b) => a.layer - b.layer)
                    .map(({ end, own }) => (own ? ownId(frame.zone?.key ?? '') : (keys.get(end) ?? '')));
                edges.push({ id: lineId(node.key, 0), sources: [upper ?? ''], targets: [lower ?? ''] });
                continue;
            }
            legsOf(node).forEach((end, index) => {
                const child = [...children, ...docks][index] ?? null;
                const target = child === null ? ownId(frame.zone?.key ?? '') : (keys.get(end) ?? '');
                const port = portOf(box, index);
                edges.push(
                    box.sides[index] === 'before'
                        ? { id: lineId(node.key, index), sources: [target], targets: [port] }
                        : { id: lineId(node.key, index), sources: [port], targets: [target] },
                );
            });
        }
        if (frame.own && frame.zone) edges.push(...holdsOf(frame, frame.zone.key));
        for (const inner of frame.frames) edgesOf(inner, keys);
    }

    function childrenOf(frame: Frame): ElkNode[] {
        const heights = evenHeights(frame);
        const own: ElkNode[] =
            frame.own && frame.zone
                ? [
                      {
                          id: ownId(frame.zone.key),
                          width: frame.own.width,
                          height: frame.own.height,
                          ...inLayer(0, direction),
                      },
                  ]
                : [];
        const said = saidLayers(frame);
        // ELK begins with the order in which it is given the boxes.
        const zones = ordered(frame.frames, frame.arranged).map((inner, index) => {
            const layer = frame.layers.get(inner.zone?.key ?? '') ?? 0;
            const node = zoneElk(inner, layer, heights);
            return frame.zone === null && !said.has(layer)
                ? node
                : {
                      ...node,
                      layoutOptions: { ...node.layoutOptions, 'elk.position': placeInOrder(layer, index, direction) },
                  };
        });
        const cards = frame.conduits.flatMap(box => {
            const layer = frame.layers.get(box.node.key);
            return layer === undefined ? [] : [conduitElk(box, layer, direction)];
        });
        return [...own, ...zones, ...cards];
    }

    /** The rows in which the author says where zones are: the whole row has a given order then. */
    function saidLayers(frame: Frame): ReadonlySet<number> {
        const placed = placedBy(frame.frames, frame.arranged);
        return new Set(
            frame.frames
                .filter(({ zone }) => placed.has(zone?.id ?? ''))
                .map(({ zone }) => frame.layers.get(zone?.key ?? '') ?? 0),
        );
    }

    function zoneElk(frame: Frame, layer: number, heights: ReadonlyMap<string, number>): ElkNode {
        const id = frame.zone?.key ?? '';
        const place = inLayer(layer, direction);
        const width = frame.box?.width ?? 0;
        if (frame.frames.length === 0)
            return { id, ...place, width, height: heights.get(id) ?? frame.box?.height ?? 0 };
        const { top, left, right, bottom } = paddingOf(frame, direction);
        return {
            id,
            ...place,
            layoutOptions: {
                ...layered(direction, count, density),
                'elk.layered.crossingMinimization.semiInteractive': 'true',
                'elk.padding': `[top=${top},left=${left},bottom=${bottom},right=${right}]`,
                'elk.nodeSize.constraints': 'MINIMUM_SIZE',
                // ELK takes the two for each other in a nested graph whose layers run down.
                'elk.nodeSize.minimum':
                    direction === 'down'
                        ? `(${frame.box?.height ?? 0},${width})`
                        : `(${width},${frame.box?.height ?? 0})`,
            },
            children: childrenOf(frame),
        };
    }

    const keys = new Map<string, string>();
    collectKeys(root, keys);
    edgesOf(root, keys);
    return {
        id: 'diagram',
        layoutOptions: {
            ...rootOptions(direction, count, density),
            ...(saidLayers(root).size > 0 ? { 'elk.layered.crossingMinimization.semiInteractive': 'true' } : {}),
        },
        children: childrenOf(root),
        edges,
    };
}

function collectKeys(frame: Frame, keys: Map<string, string>): void {
    if (frame.zone) keys.set(frame.zone.id, frame.zone.key);
    for (const inner of frame.frames) collectKeys(inner, keys);
}
