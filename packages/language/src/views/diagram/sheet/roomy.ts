import { bandMargin } from '../layout/bands.ts';
import { usualHead } from '../layout/head.ts';
import type { Positioned, PositionedAsset, PositionedZone, Rect } from '../layout/positioned.ts';
import { sizes } from '../measure/measures.ts';

/**
 * Zones of a sheet take room that is free beside them, and their assets stand further apart: a sheet has a fixed size,
 * and what boxes leave of it is empty anyway. A zone grows across the levels only, where no line ends at it, so that
 * lines, tags and other zones stay where they are.
 */

/** A zone grows to so many times its size at most: in a larger one its assets would be lost. */
const mostGrowth = 1.6;
/** Room that stays free between a zone and another one, and between it and a tag or a line. */
const fromZone = 18;
const fromRest = 12;
/** What is so near to a zone along the levels counts as beside it. */
const beside = 4;

interface Span {
    readonly from: number;
    readonly to: number;
}

/** What a rectangle takes along the levels, and across them. */
interface Spans {
    readonly along: Span;
    readonly across: Span;
}

/** A box or a line, with the room that stays free before it. */
interface Obstacle extends Spans {
    readonly clear: number;
    /** The zone that it is, or whose own assets it frames. */
    readonly zone: PositionedZone | null;
}

function spansOf({ x, y, width, height }: Rect, down: boolean): Spans {
    const [wide, tall] = [
        { from: x, to: x + width },
        { from: y, to: y + height },
    ];
    return down ? { along: tall, across: wide } : { along: wide, across: tall };
}

const withAcross = (rect: Rect, { from, to }: Span, down: boolean): Rect =>
    down ? { ...rect, x: from, width: to - from } : { ...rect, y: from, height: to - from };

/** What no zone may grow into: zones without nested ones, frames of own assets, tags with their tips, and lines. */
function obstaclesIn({ zones, conduits, graph }: Positioned): Obstacle[] {
    const down = graph.direction === 'down';
    const found: Obstacle[] = [];
    const boxesIn = (inner: readonly PositionedZone[]): void => {
        for (const zone of inner) {
            const box = zone.zones.length === 0 ? zone.rect : zone.own;
            if (box) found.push({ ...spansOf(box, down), clear: fromZone, zone });
            boxesIn(zone.zones);
        }
    };
    boxesIn(zones);
    for (const { node, rect, lines } of conduits) {
        const { along, across } = spansOf(rect, down);
        const tip = node.ends.length > 1 ? 0 : sizes.tip;
        const withTip = { from: along.from - tip, to: along.to + tip };
        found.push({ along: withTip, across, clear: fromRest, zone: null });
        for (const { points } of lines)
            points.slice(1).forEach((to, index) => {
                const from = points[index] ?? to;
                const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
                const stretch = { x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
                found.push({ ...spansOf(stretch, down), clear: fromRest, zone: null });
            });
    }
    return found;
}

/** How far the band of a zone reaches across the levels; where it begins tells the strips of a picture apart. */
function stripOf({ rect }: PositionedZone, { bands, graph }: Positioned): Span | null {
    const down = graph.direction === 'down';
    const { along, across } = spansOf(rect, down);
    const holds = (outer: Span, inner: Span): boolean => outer.from <= inner.from && outer.to >= inner.to;
    const spans = bands.map(band => spansOf(band.rect, down));
    return spans.find(band => holds(band.along, along) && holds(band.across, across))?.across ?? null;
}

const around = (spans: readonly Span[]): Span => ({
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
});

/** Where the last strip begins across the levels. */
const lastStrip = ({ bands, graph }: Positioned): number =>
    Math.max(...bands.map(({ rect }) => spansOf(rect, graph.direction === 'down').across.from));

/**
 * Across which part of the levels an outer zone may stand: from the first zone of its strip to the end of its band, and
 * beyond that of the last strip.
 * @param more what of the sheet is free beyond it
 */
function limitsOf(zone: PositionedZone, positioned: Positioned, more: number): Span | null {
    const strip = stripOf(zone, positioned);
    if (strip === null && positioned.strips > 1) return null;
    const zones = positioned.zones.filter(each => stripOf(each, positioned)?.from === strip?.from);
    const { from, to } = around(zones.map(({ rect }) => spansOf(rect, positioned.graph.direction === 'down').across));
    const end = strip === null ? to : Math.max(to, strip.to - bandMargin);
    return { from, to: strip === null || strip.from === lastStrip(positioned) ? end + more : end };
}

/** Assets further apart across the levels: the room that is new is before, between and after them alike. */
function apart(assets: readonly PositionedAsset[], before: Rect, after: Rect, down: boolean): PositionedAsset[] {
    const [old, now] = [spansOf(before, down).across, spansOf(after, down).across];
    const placeOf = ({ cell }: PositionedAsset): number => (down ? cell.x : cell.y);
    const rows = [...new Set(assets.map(placeOf))].sort((a, b) => a - b);
    const step = (now.to - now.from - (old.to - old.from)) / (rows.length + 1);
    return assets.map(asset => {
        const by = now.from - old.from + step * (rows.indexOf(placeOf(asset)) + 1);
        const { x, y } = asset.rect;
        return { ...asset, rect: { ...asset.rect, ...(down ? { x: x + by } : { y: y + by }) } };
    });
}

/** The picture with these zones, and with bands that reach as far as they do. */
function withZones(positioned: Positioned, zones: readonly PositionedZone[]): Positioned {
    const down = positioned.graph.direction === 'down';
    const { width, height } = positioned;
    const end = Math.max(0, ...zones.map(({ rect }) => spansOf(rect, down).across.to));
    const more = Math.max(0, end - (down ? width : height));
    const last = lastStrip(positioned);
    const longer = (rect: Rect): Rect => {
        const { across } = spansOf(rect, down);
        return across.from < last ? rect : withAcross(rect, { ...across, to: across.to + more }, down);
    };
    return {
        ...positioned,
        zones,
        bands: positioned.bands.map(band => ({ ...band, rect: longer(band.rect) })),
        ...(down ? { width: width + more } : { height: height + more }),
    };
}

/**
 * A picture whose zones with assets take the room that is free beside them, up to a part of their own size.
 * @param more what of the sheet is free beside the picture, across its levels; in pixels
 * @returns the same picture where its places are remembered ones, or nobody knows what is where
 */
export function roomy(positioned: Positioned, more: number): Positioned {
    if (positioned.engine !== 'elk') return positioned;
    // Zones that were alike stay alike: none of them grows further than the others can.
    const free = grown(positioned, more, new Map());
    return grown(positioned, more, leastOf(positioned.zones, free.zones, positioned.graph.direction === 'down'));
}

/** How long zones of one size in one row become at the most, by the zones. */
function leastOf(
    before: readonly PositionedZone[],
    after: readonly PositionedZone[],
    down: boolean,
): Map<PositionedZone, number> {
    const lengthOf = ({ rect }: PositionedZone): number => (down ? rect.width : rect.height);
    const keyOf = (zone: PositionedZone): string => `${spansOf(zone.rect, down).along.from} ${lengthOf(zone)}`;
    const least = new Map<string, number>();
    before.forEach((zone, index) => {
        const length = lengthOf(after[index] ?? zone);
        if (zone.zones.length === 0) least.set(keyOf(zone), Math.min(least.get(keyOf(zone)) ?? Infinity, length));
    });
    return new Map(
        before.flatMap((zone, index) => [
            [zone, zone.zones.length === 0 ? (least.get(keyOf(zone)) ?? Infinity) : Infinity] as const,
            ...leastOf(zone.zones, after[index]?.zones ?? [], down),
        ]),
    );
}

/** @param most how long zones become at the most; the others up to a part of their own size */
function grown(positioned: Positioned, more: number, most: ReadonlyMap<PositionedZone, number>): Positioned {
    const down = positioned.graph.direction === 'down';
    const obstacles = obstaclesIn(positioned);

    /** A box with what is free beside it, as near to where it was as that allows. */
    function larger(zone: PositionedZone, box: Rect, limits: Span): Rect {
        const { along, across } = spansOf(box, down);
        let { from, to } = limits;
        for (const each of obstacles) {
            const isBeside = each.along.from < along.to + beside && each.along.to > along.from - beside;
            if (each.zone === zone || !isBeside) continue;
            if (each.across.from >= across.to) to = Math.min(to, each.across.from - each.clear);
            else if (each.across.to <= across.from) from = Math.max(from, each.across.to + each.clear);
        }
        [from, to] = [Math.min(from, across.from), Math.max(to, across.to)];
        const length = across.to - across.from;
        const wanted = Math.min(to - from, length * mostGrowth, most.get(zone) ?? Infinity);
        if (wanted < length + bandMargin) return box;
        const start = Math.max(from, Math.min(across.from - (wanted - length) / 2, to - wanted));
        const grown = { from: start, to: start + wanted };
        const place = obstacles.findIndex(each => each.zone === zone);
        obstacles[place] = { along, across: grown, clear: fromZone, zone };
        return withAcross(box, grown, down);
    }

    function roomyZone(zone: PositionedZone, limits: Span | null): PositionedZone {
        if (zone.zones.length > 0) {
            const boxes = [...zone.zones.map(({ rect }) => rect), ...(zone.own ? [zone.own] : [])];
            const within = around(boxes.map(rect => spansOf(rect, down).across));
            const own =
                zone.own && zone.assets.length > 0 ? { ...zone.own, ...larger(zone, zone.own, within) } : zone.own;
            const assets = zone.own && own ? apart(zone.assets, zone.own, own, down) : zone.assets;
            return { ...zone, own, assets, zones: zone.zones.map(inner => roomyZone(inner, within)) };
        }
        if (zone.assets.length === 0 || !limits) return zone;
        const rect = larger(zone, zone.rect, limits);
        const head = down ? usualHead(zone.box, rect) : zone.head;
        return { ...zone, rect, head, assets: apart(zone.assets, zone.rect, rect, down) };
    }
    return withZones(
        positioned,
        positioned.zones.map(zone => roomyZone(zone, limitsOf(zone, positioned, more))),
    );
}
