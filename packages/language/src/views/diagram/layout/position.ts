import { bandMargin, bandsOf } from './bands.ts';
import { lineId, ownId } from './elk-graph.ts';
import { bandsBelow } from './elk-options.ts';
import { outsideText, type ElkEdge, type ElkNode } from './elk-node.ts';
import type { Direction } from '../../../model/index.ts';
import { conduitBox, type ConduitBox } from '../measure/conduit-box.ts';
import type { Frame } from './frame.ts';
import { headBeside, usualHead, type HeadPlace } from './head.ts';
import { legsOf, type DiagramGraph } from '../content/graph.ts';
import { sizes } from '../measure/measures.ts';
import { stripeOf } from '../measure/zone-box.ts';
import type {
    Line,
    Point,
    Positioned,
    PositionedAsset,
    PositionedConduit,
    PositionedZone,
    Rect,
} from './positioned.ts';
import type { GridBox } from '../measure/zone-box.ts';

const round = (value: number): number => Math.round(value * 10) / 10;

/** Where each box stands and how each line runs, by the ids of the ELK graph. Boxes are absolute. */
export interface Places {
    rect(id: string): Rect;
    line(id: string): readonly Point[];
}

/** The place of a box, with the room beside it that its labels keep free. */
function rectOf(node: ElkNode): Rect {
    const { x = 0, y = 0, width = 0, height = 0 } = node;
    const labels = (node.labels ?? []).filter(({ text }) => text !== outsideText);
    const left = Math.min(x, ...labels.map(label => label.x ?? x));
    const top = Math.min(y, ...labels.map(label => label.y ?? y));
    const right = Math.max(x + width, ...labels.map(label => (label.x ?? x) + label.width));
    const bottom = Math.max(y + height, ...labels.map(label => (label.y ?? y) + label.height));
    return { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) };
}

/** Reads the answer of ELK. */
export function placesOf(answer: ElkNode): Places {
    const rects = new Map<string, Rect>();
    const lines = new Map<string, readonly Point[]>();
    const readEdge = (edge: ElkEdge): void => {
        const points = (edge.sections ?? []).flatMap(section => [
            section.startPoint,
            ...(section.bendPoints ?? []),
            section.endPoint,
        ]);
        lines.set(
            edge.id,
            points.map(point => ({ x: round(point.x), y: round(point.y) })),
        );
    };
    const read = (node: ElkNode): void => {
        for (const child of node.children ?? []) {
            rects.set(child.id, rectOf(child));
            read(child);
        }
        for (const edge of node.edges ?? []) readEdge(edge);
    };
    read(answer);
    return {
        rect: id => rects.get(id) ?? { x: 0, y: 0, width: 0, height: 0 },
        line: id => lines.get(id) ?? [],
    };
}

function assetsAt(grid: GridBox | null, x: number, y: number): PositionedAsset[] {
    return (grid?.cells ?? []).map(cell => ({
        node: cell.node,
        cell,
        rect: { x: round(x + cell.x), y: round(y + cell.y), width: cell.width, height: cell.height },
    }));
}

/** A stretch of a line that runs up or down. */
interface Upright {
    readonly x: number;
    readonly top: number;
    readonly bottom: number;
}

function uprightsOf(points: readonly Point[]): Upright[] {
    return points.slice(1).flatMap((to, index) => {
        const from = points[index];
        return from?.x === to.x ? [{ x: to.x, top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y) }] : [];
    });
}

/** Joins the measured boxes with their places. */
export function position(
    graph: DiagramGraph,
    root: Frame,
    places: Places,
    engine: Positioned['engine'],
    reason: string | null,
): Positioned {
    const conduits: PositionedConduit[] = [];
    const down = graph.direction === 'down';

    function collect(frame: Frame): void {
        for (const box of frame.conduits) {
            const { node } = box;
            if (!frame.layers.has(node.key)) {
                conduits.push(direct(box, places));
                continue;
            }
            const lines: Line[] = legsOf(node).map((end, index) => {
                const points = places.line(lineId(node.key, index));
                const rect = places.rect(node.key);
                const last = points.at(-1);
                const endsAtCard = last !== undefined && isOn(last, rect);
                return {
                    end,
                    role: index < node.ends.length ? 'end' : 'carrier',
                    points: endsAtCard ? points : points.toReversed(),
                };
            });
            conduits.push({ node, box: inDataOrder(box, lines, graph.direction), rect: places.rect(node.key), lines });
        }
        for (const inner of frame.frames) collect(inner);
    }

    function zoneAt(
        frame: Frame & { zone: NonNullable<Frame['zone']>; box: NonNullable<Frame['box']> },
    ): PositionedZone {
        const rect = places.rect(frame.zone.key);
        const zones = zonesAt(frame);
        const own = frame.own ? { ...places.rect(ownId(frame.zone.key)), framed: frame.own.framed } : null;
        const { header, grid } = frame.box;
        const left = own
            ? own.x + (own.width - (grid?.width ?? 0)) / 2
            : rect.x + (rect.width - (grid?.width ?? 0)) / 2;
        const top = own ? own.y + (own.height - (grid?.height ?? 0)) / 2 : rect.y + header.height + 10;
        const below = bandsBelow(frame);
        const stripe = stripeOf(frame.zone);
        const inside = {
            x: rect.x + 6 + stripe,
            y: rect.y + below,
            width: rect.width - 12 - stripe,
            height: rect.height - below - 8,
        };
        const head = headOf(frame, rect);
        return {
            node: frame.zone,
            box: frame.box,
            rect,
            head,
            own,
            zones,
            assets: assetsAt(grid, left, top),
            bands: bandsOf(frame.banded, zones, inside, down),
        };
    }

    /** The head of a zone with nested zones is crossed by lines to these. */
    function headOf(frame: Frame & { box: NonNullable<Frame['box']> }, rect: Rect): HeadPlace {
        const usual = usualHead(frame.box, rect);
        if (frame.frames.length === 0) return usual;
        if (engine === 'grid') return { ...usual, crossed: true };
        const lines = crossings(rect, rect.y + frame.box.header.height).sort((a, b) => a - b);
        // Where levels run to the right, few lines leave a zone through its head, as some in kept places do.
        if (!down && lines.length === 0) return usual;
        return headBeside(frame.box, rect, lines, Boolean(frame.zone?.badge));
    }

    /** The upright stretches of all lines, made when the first zone asks for them. */
    let uprights: readonly Upright[] | null = null;

    function crossings({ x, y, width }: Rect, bottom: number): number[] {
        uprights ??= conduits.flatMap(({ lines }) => lines.flatMap(({ points }) => uprightsOf(points)));
        return uprights
            .filter(each => each.x > x && each.x < x + width && each.top < bottom && each.bottom > y)
            .map(each => each.x);
    }

    function zonesAt(frame: Frame): PositionedZone[] {
        return frame.frames.flatMap(inner =>
            inner.zone && inner.box ? [zoneAt({ ...inner, zone: inner.zone, box: inner.box })] : [],
        );
    }

    collect(root);
    const zones = zonesAt(root);
    const extent = [...zones.map(zone => zone.rect), ...conduits.map(conduit => conduit.rect)];
    const points = conduits.flatMap(conduit => conduit.lines.flatMap(line => line.points));
    const width = maximum([...extent.map(rect => rect.x + rect.width), ...points.map(point => point.x)]);
    const height = maximum([...extent.map(rect => rect.y + rect.height), ...points.map(point => point.y)]);
    const gutter = sizes.bandGutter[graph.direction];
    const across = down
        ? { x: -gutter, y: 0, width: width + gutter + bandMargin, height: 0 }
        : { x: 0, y: -gutter, width: 0, height: height + gutter + bandMargin };
    const bands = bandsOf(root.banded, zones, across, down);
    return { graph, zones, conduits, bands, strips: 1, width, height, engine, reason };
}

/**
 * The devices of a one-way conduit in the order in which data pass them. Where both its lines come to one side of its
 * card, only the layout says which of them is first.
 */
function inDataOrder(box: ConduitBox, lines: readonly Line[], direction: Direction): ConduitBox {
    const { node, sides } = box;
    if (!node.oneWay || node.devices.length < 2) return box;
    const reversed = (): ConduitBox =>
        conduitBox({ ...node, devices: node.devices.toReversed() }, direction, sides, box.broad);
    // A connector has one line: data come on it, or go away on it.
    if (node.ends.length === 1) return (sides[0] === 'after') === (node.oneWay.from !== '') ? reversed() : box;
    if (sides[0] !== sides[1]) return box;
    const place = (end: string): number => {
        const port = lines.find(line => line.end === end)?.points.at(-1);
        return (direction === 'down' ? port?.x : port?.y) ?? 0;
    };
    return place(node.oneWay.from) <= place(node.oneWay.to) ? box : reversed();
}

/** Where the sign of a plain line stands: this far from its upper end. */
const signDistance = 14;

/** A conduit without a card: the line is parted at a point near its first end. */
function direct(box: PositionedConduit['box'], places: Places): PositionedConduit {
    const { node } = box;
    const all = places.line(lineId(node.key, 0));
    const [first, second] = all;
    const at = first && second ? along(first, second, signDistance) : { x: 0, y: 0 };
    const upper = first ? [first, at] : [];
    const lower = [at, ...all.slice(1)].toReversed();
    const touches = (end: string): boolean => first !== undefined && isOn(first, places.rect(`zone:${end}`));
    const [a = '', b = ''] = node.ends;
    const lines: Line[] = touches(a)
        ? [
              { end: a, role: 'end', points: upper },
              { end: b, role: 'end', points: lower },
          ]
        : [
              { end: a, role: 'end', points: lower },
              { end: b, role: 'end', points: upper },
          ];
    return {
        node,
        box,
        rect: { x: at.x - box.width / 2, y: at.y - box.height / 2, width: box.width, height: box.height },
        lines,
    };
}

function along(from: Point, to: Point, distance: number): Point {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const part = length === 0 ? 0 : Math.min(distance, length / 2) / length;
    return { x: round(from.x + (to.x - from.x) * part), y: round(from.y + (to.y - from.y) * part) };
}

const maximum = (values: readonly number[]): number => round(values.reduce((most, value) => Math.max(most, value), 0));

function isOn(point: Point, rect: Rect): boolean {
    const slack = 1;
    return (
        point.x >= rect.x - slack &&
        point.x <= rect.x + rect.width + slack &&
        point.y >= rect.y - slack &&
        point.y <= rect.y + rect.height + slack
    );
}
