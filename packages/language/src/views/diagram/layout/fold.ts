import type { Direction } from '../../../model/index.ts';
import { sizes } from '../measure/measures.ts';
import { bandMargin, bandsOf } from './bands.ts';
import type { Line, Point, Positioned, PositionedConduit, PositionedZone, Rect } from './positioned.ts';

/**
 * A long chain of levels on a sheet: it is cut between two rows, and the rest goes on in a strip beside the first one
 * (below it, where levels run to the right). Lines that were cut run around the end of the first strip to the
 * beginning of the next, nested in each other, so that a fold adds no crossing.
 */

/** Distance between two lines that run from strip to strip. */
const lane = 12;
/** Distance of the first of these from what is in a strip. */
const clear = 22;
/** A cut is this far before the row that follows. */
const before = 4;
/** More lines than this are not led from strip to strip: nobody could follow them. */
const mostLines = 4;

const alongOf = (direction: Direction) => (rect: Rect) =>
    direction === 'down' ? { from: rect.y, to: rect.y + rect.height } : { from: rect.x, to: rect.x + rect.width };

/** A point by its place along the levels and across them. */
interface Turned {
    readonly along: number;
    readonly across: number;
}

const turned = ({ x, y }: Point, down: boolean): Turned => (down ? { along: y, across: x } : { along: x, across: y });
const pointAt = ({ along, across }: Turned, down: boolean): Point =>
    down ? { x: across, y: along } : { x: along, y: across };

/** A line where it is cut; several of one conduit that run together are one. */
interface CutLine {
    readonly owner: string;
    readonly across: number;
}

/** Places where a picture may be cut: pixels along its levels, with the lines that are cut there. */
export interface Cut {
    readonly at: number;
    readonly lines: readonly CutLine[];
}

/** The lines at a cut, `null` where one of them runs along it. */
function linesAt({ conduits }: Positioned, at: number, down: boolean): CutLine[] | null {
    const [along, across] = down ? (['y', 'x'] as const) : (['x', 'y'] as const);
    const found = new Map<string, CutLine>();
    for (const { node, lines } of conduits)
        for (const { points } of lines)
            for (let index = 1; index < points.length; index++) {
                const [a, b] = [points[index - 1] as Point, points[index] as Point];
                const [low, high] = a[along] < b[along] ? [a[along], b[along]] : [b[along], a[along]];
                if (low > at + 1 || high < at - 1) continue;
                if (a[across] !== b[across]) return null;
                if (low >= at || high <= at) continue;
                found.set(`${node.key} ${a[across]}`, { owner: node.key, across: a[across] });
            }
    return [...found.values()].sort((a, b) => b.across - a.across || (a.owner < b.owner ? -1 : 1));
}

/** Where a picture may be cut: between two rows of boxes, with few lines. */
export function cutsOf(positioned: Positioned): Cut[] {
    const { zones, conduits, graph } = positioned;
    const down = graph.direction === 'down';
    const spans = [...zones.map(zone => zone.rect), ...conduits.map(conduit => conduit.rect)]
        .map(alongOf(graph.direction))
        .sort((a, b) => a.from - b.from);
    const cuts: Cut[] = [];
    let end = spans[0]?.to ?? 0;
    for (const { from, to } of spans) {
        if (from > end + 2 * before) {
            const lines = linesAt(positioned, from - before, down);
            if (lines && lines.length <= mostLines) cuts.push({ at: from - before, lines });
        }
        end = Math.max(end, to);
    }
    return cuts;
}

/** True where each strip has a zone: connectors alone are not a reason to fold. */
export function zonesInAll({ zones, graph }: Positioned, cuts: readonly Cut[]): boolean {
    const starts = zones.map(({ rect }) => (graph.direction === 'down' ? rect.y : rect.x));
    return [...cuts, { at: Infinity }].every(({ at }, index) =>
        starts.some(start => start < at && start >= (cuts[index - 1]?.at ?? -Infinity)),
    );
}

type Move = (point: Point) => Point;

const movedRect = <T extends Rect>(rect: T, move: Move): T => ({ ...rect, ...move(rect) });

function movedZone(zone: PositionedZone, move: Move): PositionedZone {
    const rect = movedRect(zone.rect, move);
    const dx = rect.x - zone.rect.x;
    return {
        ...zone,
        rect,
        head: {
            ...zone.head,
            left: zone.head.left + dx,
            right: zone.head.right + dx,
            badge: zone.head.badge + dx,
            columns: zone.head.columns.map(left => left + dx),
        },
        own: zone.own && movedRect(zone.own, move),
        assets: zone.assets.map(asset => ({ ...asset, rect: movedRect(asset.rect, move) })),
        zones: zone.zones.map(inner => movedZone(inner, move)),
        bands: zone.bands.map(band => ({ ...band, rect: movedRect(band.rect, move) })),
    };
}

/** A part of the picture, and where it goes. */
interface Strip {
    /** Where its part of the old picture ends, along the levels. */
    readonly to: number;
    /** What it takes across the levels in the old picture. */
    readonly left: number;
    readonly right: number;
    /** How far it reaches along them. */
    readonly deepest: number;
    /** How far it moves. */
    readonly along: number;
    readonly across: number;
    /** Lines that go on in the next strip, those nearest to it first. */
    readonly lines: readonly CutLine[];
}

/** Cuts a picture, and measures its parts: pixels of the old picture to pixels of the new one. */
function stripsOf({ zones, conduits, graph, bands }: Positioned, cuts: readonly Cut[]): Strip[] {
    const down = graph.direction === 'down';
    const ranges = [...cuts, null].map(() => ({ left: Infinity, right: -Infinity, deepest: -Infinity }));
    const take = (x: number, y: number): void => {
        const [along, across] = down ? [y, x] : [x, y];
        let index = 0;
        while (index < cuts.length && (cuts[index] as Cut).at <= along) index++;
        const range = ranges[index] as (typeof ranges)[number];
        if (across < range.left) range.left = across;
        if (across > range.right) range.right = across;
        if (along > range.deepest) range.deepest = along;
    };
    for (const boxes of [zones, conduits])
        for (const { rect } of boxes) {
            take(rect.x, rect.y);
            take(rect.x + rect.width, rect.y + rect.height);
        }
    for (const { lines } of conduits) for (const { points } of lines) for (const { x, y } of points) take(x, y);
    const top = clear + (Math.max(...cuts.map(({ lines }) => lines.length)) - 1) * lane;
    const gutter = bands.length > 0 ? sizes.sheetGutter[graph.direction] + bandMargin : 0;
    let start = 0;
    return ranges.map((range, index): Strip => {
        const [last, next] = [cuts[index - 1], cuts[index]];
        // A line that only passes through a strip has no corner in it.
        const through = [...(last?.lines ?? []), ...(next?.lines ?? [])].map(line => line.across);
        const [left, right] = [Math.min(range.left, ...through), Math.max(range.right, ...through)];
        const across = start - left;
        start += right - left + gutter + 2 * bandMargin + clear + ((next?.lines.length ?? 1) - 1) * lane;
        const along = top - (last ? last.at + before : 0);
        const to = next?.at ?? Infinity;
        return { to, left, right, deepest: range.deepest, along, across, lines: next?.lines ?? [] };
    });
}

/** What a picture takes at least where it is folded, in pixels: it is known before the picture is. */
export function leastFolded(positioned: Positioned, cuts: readonly Cut[]): { width: number; height: number } {
    const strips = stripsOf(positioned, cuts);
    const along = Math.max(...strips.map(strip => strip.deepest + strip.along));
    const across = Math.max(...strips.map(strip => strip.right + strip.across));
    return positioned.graph.direction === 'down' ? { width: across, height: along } : { width: along, height: across };
}

/** The points of a line from strip to strip, where it is cut, after those of the strip before. */
function around(strip: Strip, next: Strip, cut: CutLine): Turned[] {
    const order = strip.lines.findIndex(({ owner, across }) => owner === cut.owner && across === cut.across);
    const deep = strip.to + strip.along + clear - before + order * lane;
    const beside = strip.right + strip.across + bandMargin + 10 + order * lane;
    const high = order * lane;
    return [
        { along: deep, across: cut.across + strip.across },
        { along: deep, across: beside },
        { along: high, across: beside },
        { along: high, across: cut.across + next.across },
    ];
}

function foldedLine(owner: string, line: Line, strips: readonly Strip[], down: boolean): Line {
    const points = line.points.map(point => turned(point, down));
    const stripAt = (along: number): number =>
        Math.max(
            0,
            strips.findIndex(({ to }) => along < to),
        );
    const moved = (point: Turned, strip: Strip): Turned => ({
        along: point.along + strip.along,
        across: point.across + strip.across,
    });
    const found: Turned[] = [];
    points.forEach((point, index) => {
        const here = stripAt(point.along);
        const last = points[index - 1];
        const came = last ? stripAt(last.along) : here;
        const step = here > came ? 1 : -1;
        for (let at = came; at !== here; at += step) {
            const [from, to] = step > 0 ? [strips[at], strips[at + 1]] : [strips[at - 1], strips[at]];
            if (!from || !to) continue;
            const path = around(from, to, { owner, across: point.across });
            found.push(...(step > 0 ? path : path.toReversed()));
        }
        const strip = strips[here];
        if (strip) found.push(moved(point, strip));
    });
    return { ...line, points: found.map(point => pointAt(point, down)) };
}

/**
 * The picture with its levels in several strips.
 * @param cuts of {@link cutsOf}, in order
 */
export function folded(positioned: Positioned, cuts: readonly Cut[]): Positioned {
    const { graph } = positioned;
    const down = graph.direction === 'down';
    const strips = stripsOf(positioned, cuts);
    const stripOf = (rect: Rect): Strip | undefined => {
        const { along } = turned(rect, down);
        return strips.find(({ to }) => along < to);
    };
    const moveOf =
        (strip: Strip | undefined): Move =>
        point => {
            const { along, across } = turned(point, down);
            return pointAt({ along: along + (strip?.along ?? 0), across: across + (strip?.across ?? 0) }, down);
        };
    const zones = positioned.zones.map(zone => movedZone(zone, moveOf(stripOf(zone.rect))));
    const conduits = positioned.conduits.map((conduit): PositionedConduit => ({
        ...conduit,
        rect: movedRect(conduit.rect, moveOf(stripOf(conduit.rect))),
        lines: conduit.lines.map(line => foldedLine(conduit.node.key, line, strips, down)),
    }));
    const gutter = sizes.sheetGutter[graph.direction];
    const bands = strips.flatMap(strip => {
        const own = zones.filter((_, index) => stripOf(positioned.zones[index]?.rect as Rect) === strip);
        const [from, length] = [strip.left + strip.across - gutter, strip.right - strip.left + gutter + bandMargin];
        const across = down ? { x: from, y: 0, width: length, height: 0 } : { x: 0, y: from, width: 0, height: length };
        return bandsOf(positioned.bands.length > 0, own, across, down);
    });
    const ends = [...zones.map(({ rect }) => rect), ...conduits.map(({ rect }) => rect)].map(
        ({ x, y, width, height }) => ({
            x: x + width,
            y: y + height,
        }),
    );
    const points = [...ends, ...conduits.flatMap(({ lines }) => lines.flatMap(line => line.points))];
    return {
        ...positioned,
        zones,
        conduits,
        bands,
        strips: strips.length,
        width: Math.max(...points.map(({ x }) => x)),
        height: Math.max(...points.map(({ y }) => y)),
    };
}
