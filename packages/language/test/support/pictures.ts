import { faces, sizes } from '../../src/views/diagram/measure/measures.ts';
import type {
    Point,
    Positioned,
    PositionedConduit,
    PositionedZone,
    Rect,
} from '../../src/views/diagram/layout/positioned.ts';
import { cardLineWidth } from '../../src/views/diagram/measure/card-words.ts';
import { badgeWidth } from '../../src/views/diagram/draw/svg-marks.ts';
import { widest } from '../../src/views/diagram/measure/text.ts';

/** A text in a picture, with the place that it takes. */
export interface Label extends Rect {
    readonly words: string;
    /** The zone or conduit that it belongs to. */
    readonly owner: string;
    /** It is drawn over lines: its zone's head is crossed by one. */
    readonly over?: boolean;
}

export function allZones(zones: readonly PositionedZone[]): PositionedZone[] {
    return zones.flatMap(zone => [zone, ...allZones(zone.zones)]);
}

function zoneLabels({ node, box: { header }, rect, head, assets }: PositionedZone): Label[] {
    const titleHeight = header.titleLines.length * sizes.titleLine;
    const metaHeight = header.metaLines.length * sizes.metaLine;
    const labels: Label[] = [
        {
            owner: node.id,
            words: `title of ${node.id}`,
            x: head.left,
            y: rect.y + 10,
            width: widest(header.titleLines, faces.zoneTitle),
            height: titleHeight,
        },
        {
            owner: node.id,
            words: `facts of ${node.id}`,
            x: head.left,
            y: rect.y + 12 + titleHeight,
            width: widest(header.metaLines, faces.zoneMeta),
            height: metaHeight - 2,
        },
        {
            owner: node.id,
            words: `chip of ${node.id}`,
            x: head.right - header.chip.width,
            y: rect.y + 9,
            width: header.chip.width,
            height: sizes.chipHeight,
        },
    ];
    if (node.badge)
        labels.push({
            owner: node.id,
            words: `badge of ${node.id}`,
            x: head.badge,
            y: rect.y + 10,
            width: badgeWidth,
            height: 18,
        });
    if (header.strip.length > 0)
        for (const [column, x] of head.columns.entries())
            labels.push({
                owner: node.id,
                words: `column ${column} of ${node.id}`,
                x,
                y: rect.y + 14 + titleHeight + metaHeight,
                width: sizes.stripCell,
                height: Math.ceil(header.strip.length / header.stripColumns) * sizes.stripHeight,
            });
    if (head.crossed) labels.forEach((label, index) => (labels[index] = { ...label, over: true }));
    for (const { cell, rect: place } of assets) {
        const lines = cell.titleLines.length + cell.nameLines.length;
        const width = Math.max(widest(cell.titleLines, faces.assetTitle), widest(cell.nameLines, faces.assetName));
        labels.push({
            owner: node.id,
            words: `asset ${cell.node.id}`,
            x: place.x + (place.width - width) / 2,
            y: place.y + sizes.icon + 6,
            width,
            height: lines * sizes.assetLine,
        });
        labels.push({
            owner: node.id,
            words: `icon of ${cell.node.id}`,
            x: place.x + (place.width - sizes.icon) / 2,
            y: place.y + 2,
            width: sizes.icon,
            height: sizes.icon,
        });
    }
    return labels;
}

/** Every text and icon of a picture, apart from legend and title block. */
export function labelsOf(positioned: Positioned): Label[] {
    const labels = allZones(positioned.zones).flatMap(zoneLabels);
    for (const { node, box, rect } of positioned.conduits) {
        // A conduit that is a mere point has no badge.
        if (node.badge && box.width > sizes.dot)
            labels.push({
                owner: node.id,
                words: `badge of ${node.id}`,
                x: rect.x + box.badge.x,
                y: rect.y + box.badge.y,
                width: badgeWidth,
                height: 18,
            });
        for (const line of box.lines) {
            labels.push({
                owner: node.id,
                words: `${node.id}: ${line.text}`,
                x: rect.x + line.x,
                y: rect.y + line.y - 9,
                width: cardLineWidth(line),
                height: 11,
            });
        }
        for (const device of box.devices) {
            const width = widest(device.nameLines, faces.assetName);
            const middle = rect.x + device.x + sizes.device / 2;
            labels.push({
                owner: node.id,
                words: `device ${device.node.id}`,
                x: middle - width / 2,
                y: rect.y + device.y,
                width,
                height: sizes.device + 3 + device.nameLines.length * 12,
            });
        }
    }
    return labels;
}

/** True when two rectangles share more than a hair. */
export function overlaps(a: Rect, b: Rect, slack = 0.5): boolean {
    return (
        a.x + a.width > b.x + slack &&
        b.x + b.width > a.x + slack &&
        a.y + a.height > b.y + slack &&
        b.y + b.height > a.y + slack
    );
}

/** True when the first rectangle lies within the second one. */
export function inside(inner: Rect, outer: Rect, slack = 0.5): boolean {
    return (
        inner.x >= outer.x - slack &&
        inner.y >= outer.y - slack &&
        inner.x + inner.width <= outer.x + outer.width + slack &&
        inner.y + inner.height <= outer.y + outer.height + slack
    );
}

/** The stretches of a line as thin rectangles. */
export function stretches(points: readonly { readonly x: number; readonly y: number }[]): Rect[] {
    return points.slice(1).map((to, index) => {
        const from = points[index] ?? to;
        return {
            x: Math.min(from.x, to.x),
            y: Math.min(from.y, to.y),
            width: Math.max(Math.abs(to.x - from.x), 0.01),
            height: Math.max(Math.abs(to.y - from.y), 0.01),
        };
    });
}

/** True when a stretch of a line passes through the inside of a rectangle. It is asked millions of times. */
export function crosses(stretch: Rect, rect: Rect): boolean {
    const x = stretch.x - 0.01;
    const y = stretch.y - 0.01;
    return (
        x + stretch.width > rect.x + 1 &&
        rect.x + rect.width - 1 > x &&
        y + stretch.height > rect.y + 1 &&
        rect.y + rect.height - 1 > y
    );
}

/** The rectangle around all of them, with a hair of room. */
function around(stretchesOfLine: readonly Rect[]): Rect {
    const [x, y] = [Math.min(...stretchesOfLine.map(each => each.x)), Math.min(...stretchesOfLine.map(each => each.y))];
    return {
        x: x - 1,
        y: y - 1,
        width: Math.max(...stretchesOfLine.map(each => each.x + each.width)) - x + 2,
        height: Math.max(...stretchesOfLine.map(each => each.y + each.height)) - y + 2,
    };
}

const across = (rect: Rect): boolean => rect.width > rect.height;

/** True when two stretches run along each other, rather than cross. */
function runsAlong(a: Rect, b: Rect): boolean {
    if (across(a) !== across(b)) return false;
    if (across(a)) return Math.abs(a.y - b.y) < 2 && Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 4;
    return Math.abs(a.x - b.x) < 2 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 4;
}

const near = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1;

function touches(point: Point, rect: Rect): boolean {
    return (
        point.x >= rect.x - 1 &&
        point.x <= rect.x + rect.width + 1 &&
        point.y >= rect.y - 1 &&
        point.y <= rect.y + rect.height + 1
    );
}

/**
 * The ends of a conduit that are joined without any of its devices in between: the line from one leads to the other,
 * and no icon and no bar on which one hangs lies on it. Lines that share a port are joined there.
 */
export function bypasses({ node, box, rect, lines }: PositionedConduit): string[] {
    if (box.devices.length === 0 || box.width <= sizes.dot) return [];
    const wires = box.wires.map(points => points.map(({ x, y }) => ({ x: rect.x + x, y: rect.y + y })));
    const joined: Rect[] = [
        ...box.devices.map(({ x, y, nameLines }) => ({
            x: rect.x + x,
            y: rect.y + y,
            width: sizes.device,
            height: sizes.device + 3 + nameLines.length * 12,
        })),
        ...box.bars.map(([from, to]) => ({
            x: rect.x + from.x,
            y: rect.y + from.y,
            width: to.x - from.x,
            height: to.y - from.y,
        })),
    ];
    const reached = (start: Point): Point[] => {
        const found = [start];
        for (let index = 0; index < found.length; index++) {
            const at = found[index] as Point;
            if (joined.some(each => touches(at, each))) continue;
            for (const wire of wires) {
                const [first, last] = [wire[0], wire.at(-1)];
                for (const [from, to] of [
                    [first, last],
                    [last, first],
                ])
                    if (from && to && near(from, at) && !found.some(each => near(each, to))) found.push(to);
            }
        }
        return found;
    };
    const ends = lines.filter(line => line.role === 'end');
    const ports = ends.map(line => line.points.at(-1)).filter(point => point !== undefined);
    const faults: string[] = [];
    ports.forEach((port, index) => {
        const all = reached(port);
        if (!all.some(point => joined.some(each => touches(point, each))))
            faults.push(`the line of ${node.id} to ${ends[index]?.end ?? ''} leads to none of its devices`);
        // Very many lines on one side meet before the card, as at the cable of a bus.
        if (ends.length > 4) return;
        for (const other of ports.slice(index + 1))
            if (all.some(point => near(point, other))) faults.push(`lines of ${node.id} meet before its devices`);
    });
    return faults;
}

/**
 * The lines that end at nothing that is drawn: neither at the border of their zone nor at the frame around its own
 * assets.
 */
export function looseEnds(positioned: Positioned): string[] {
    const zones = new Map(allZones(positioned.zones).map(zone => [zone.node.id, zone]));
    const onBorder = ({ x, y }: Point, rect: Rect): boolean =>
        touches({ x, y }, rect) &&
        [x - rect.x, rect.x + rect.width - x, y - rect.y, rect.y + rect.height - y].some(
            distance => Math.abs(distance) <= 1,
        );
    return positioned.conduits.flatMap(({ node, lines }) =>
        lines
            .filter(line => {
                const [zone, start] = [zones.get(line.end), line.points[0]];
                if (!zone || !start) return true;
                return !onBorder(start, zone.rect) && !(zone.own?.framed && onBorder(start, zone.own));
            })
            .map(line => `the line of ${node.id} to ${line.end} ends at nothing that is drawn`),
    );
}

/** All that is wrong with the places of a picture, one sentence each. */
export function faultsOf(positioned: Positioned): string[] {
    const faults: string[] = [];
    const zones = allZones(positioned.zones);
    const byId = new Map(zones.map(zone => [zone.node.id, zone]));
    const holds = (zone: PositionedZone, id: string): boolean =>
        zone.node.id === id || zone.zones.some(inner => holds(inner, id));

    for (const zone of zones) {
        for (const inner of zone.zones)
            if (!inside(inner.rect, zone.rect)) faults.push(`${inner.node.id} stands outside of ${zone.node.id}`);
        for (const asset of zone.assets)
            if (!inside(asset.rect, zone.rect)) faults.push(`${asset.node.id} stands outside of ${zone.node.id}`);
    }
    const siblings = (list: readonly PositionedZone[]): void => {
        list.forEach((zone, index) => {
            for (const other of list.slice(index + 1))
                if (overlaps(zone.rect, other.rect)) faults.push(`${zone.node.id} lies over ${other.node.id}`);
            siblings(zone.zones);
        });
    };
    siblings(positioned.zones);

    const labels = labelsOf(positioned);
    labels.sort((a, b) => a.x - b.x);
    labels.forEach((label, index) => {
        for (let next = index + 1; next < labels.length; next++) {
            const other = labels[next] as Label;
            if (other.x > label.x + label.width) break;
            if (overlaps(label, other)) faults.push(`“${label.words}” lies over “${other.words}”`);
        }
    });

    faults.push(...positioned.conduits.flatMap(bypasses), ...looseEnds(positioned));
    for (const { node, rect, lines } of positioned.conduits) {
        for (const zone of zones) {
            const own = node.ends.some(end => holds(zone, end));
            if (!own && overlaps(rect, zone.rect) && !inside(rect, zone.rect))
                faults.push(`the card of ${node.id} lies over ${zone.node.id}`);
        }
        for (const line of lines) {
            const end = byId.get(line.end);
            if (!end || line.points.length < 2) {
                faults.push(`${node.id} has no line to ${line.end}`);
                continue;
            }
            const pieces = stretches(line.points);
            const whole = around(pieces);
            const meets = (other: Rect): boolean =>
                overlaps(whole, other, 0) && pieces.some(piece => crosses(piece, other));
            for (const zone of zones) {
                const holdsEnd = holds(zone, line.end) || inside(rect, zone.rect);
                const allowed = zone.own && line.end === zone.node.id ? true : holdsEnd && zone !== end;
                if (!allowed && meets(zone.rect))
                    faults.push(`the line of ${node.id} to ${line.end} runs through ${zone.node.id}`);
            }
            for (const other of positioned.conduits) {
                if (other.node !== node && meets(other.rect))
                    faults.push(`the line of ${node.id} to ${line.end} runs through the card of ${other.node.id}`);
            }
            for (const label of labels) {
                if (!label.over && label.owner !== node.id && meets(label))
                    faults.push(`the line of ${node.id} to ${line.end} runs through “${label.words}”`);
            }
        }
    }
    const pieces = positioned.conduits.flatMap(({ node, lines }) =>
        lines.flatMap(line => stretches(line.points).map(piece => ({ id: node.id, piece }))),
    );
    pieces.forEach((a, index) => {
        for (let next = index + 1; next < pieces.length; next++) {
            const b = pieces[next]!;
            if (a.id !== b.id && runsAlong(a.piece, b.piece))
                faults.push(`lines of ${a.id} and ${b.id} run along each other`);
        }
    });
    return faults;
}
