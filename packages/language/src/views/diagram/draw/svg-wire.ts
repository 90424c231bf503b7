import type { ConduitNode } from '../content/graph.ts';
import { isClearTo } from '../content/graph.ts';
import type { Point, PositionedConduit } from '../layout/positioned.ts';
import { number, tag } from '../../text/xml.ts';
import { hop, legsDrawn, type DrawnLeg, type Hops } from './hops.ts';
import { entered, type Within } from './session.ts';
import { cutSvg, groupOf } from './svg-marks.ts';

const corner = 7;
const headLength = 9;
const headWidth = 4;

/** The jumps on one stretch, in the order in which it runs. Those that lie close together are one. */
function jumps(from: Point, to: Point, places: readonly Point[]): string {
    const sign = to.x > from.x ? 1 : -1;
    const ordered = places.map(({ x }) => x * sign).sort((a, b) => a - b);
    const runs: [number, number][] = [];
    for (const x of ordered) {
        const last = runs.at(-1);
        if (last && x - last[1] < 2 * hop.radius + 1) last[1] = x;
        else runs.push([x, x]);
    }
    return runs
        .map(([first, last]) => {
            const [start, length] = [sign * (first - hop.radius), sign * (last - first + 2 * hop.radius)];
            const r = hop.radius;
            return (
                `L${number(start)} ${number(from.y)}a${number(Math.abs(length) / 2)} ${r} ` +
                `0 0 ${sign > 0 ? 1 : 0} ${number(length)} 0`
            );
        })
        .join('');
}

/**
 * A line through the points, its corners rounded.
 * @param hops where it jumps over other lines
 */
export function wirePath(points: readonly Point[], hops: Hops = new Map()): string {
    const at = (point: Point): string => `${number(point.x)} ${number(point.y)}`;
    const parts: string[] = [];
    points.forEach((point, index) => {
        const before = points[index - 1];
        const after = points[index + 1];
        const over = hops.get(index - 1);
        if (before && over) parts.push(jumps(before, point, over));
        if (!before) parts.push(`M${at(point)}`);
        else if (!after) parts.push(`L${at(point)}`);
        else {
            const lengthIn = Math.hypot(point.x - before.x, point.y - before.y);
            const lengthOut = Math.hypot(after.x - point.x, after.y - point.y);
            const r = Math.min(corner, lengthIn / 2, lengthOut / 2);
            if (r < 0.5) return void parts.push(`L${at(point)}`);
            const from = {
                x: point.x + ((before.x - point.x) * r) / lengthIn,
                y: point.y + ((before.y - point.y) * r) / lengthIn,
            };
            const to = {
                x: point.x + ((after.x - point.x) * r) / lengthOut,
                y: point.y + ((after.y - point.y) * r) / lengthOut,
            };
            parts.push(`L${at(from)}Q${at(point)} ${at(to)}`);
        }
    });
    return parts.join('');
}

/** An arrow head at the first point, pointing away from the second. */
function arrowHead([tip, next]: readonly Point[], className: string): string {
    if (!tip || !next) return '';
    const length = Math.hypot(next.x - tip.x, next.y - tip.y);
    if (length === 0) return '';
    const [dx, dy] = [(next.x - tip.x) / length, (next.y - tip.y) / length];
    const back = { x: tip.x + dx * headLength, y: tip.y + dy * headLength };
    const side = (sign: number): string =>
        `${number(back.x - sign * dy * headWidth)} ${number(back.y + sign * dx * headWidth)}`;
    return tag('path', { class: className, d: `M${number(tip.x)} ${number(tip.y)}L${side(1)}L${side(-1)}z` });
}

/**
 * The class of a conduit's line. In a picture of the plant as found it says what was seen, and nothing of encryption.
 */
export function wireClass(node: ConduitNode, end: string | null): string {
    if (node.line !== null) return `wire ${node.line}`;
    return node.kind === 'undeclared' ? 'wire stray' : isClearTo(node, end) ? 'wire clear' : 'wire';
}

/** True where what was seen and is not declared has to show under a line that says something else. */
export function hidesAlone(node: ConduitNode): boolean {
    return node.line !== null && node.line !== 'alone' && node.flows.some(flow => flow.found === 'seen-only');
}

/** The class of the arrow heads of a conduit. */
function headClass(node: ConduitNode): string {
    if (node.line !== null) return `head ${node.line}`;
    return node.kind === 'undeclared' ? 'headbad' : 'head';
}

/**
 * A stretch of the line of a conduit, with what lies under it.
 * @param whole the line that it is a part of, which whoever reads the picture can find in it
 * @param end the zone that it leads to; `null` inside of a card
 */
export function stretchSvg(
    node: ConduitNode,
    points: readonly Point[],
    whole: readonly Point[] = points,
    hops: Hops = new Map(),
    end: string | null = null,
): string {
    const d = wirePath(points, hops);
    const looks = wireClass(node, end);
    const later = end !== null && node.laterEnds.includes(end);
    const corners =
        whole === points && hops.size === 0 ? null : whole.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ');
    return (
        (node.untrusted ? tag('path', { class: 'under', d }) : '') +
        (hidesAlone(node) ? tag('path', { class: 'halo', d }) : '') +
        tag('path', { class: later ? `${looks} later` : looks, d, 'data-line': corners })
    );
}

/** A pipe from a card to the zone whose network carries the conduit. */
function dockSvg(points: readonly Point[]): string {
    const d = wirePath(points);
    return tag('path', { class: 'pipe', d }) + tag('path', { class: 'bore', d });
}

/** A cut in the middle of the longest stretch of a line. */
function cutOn(points: readonly Point[]): string {
    let [best, longest] = ['', -1];
    points.slice(1).forEach((to, index) => {
        const from = points[index]!;
        const length = Math.hypot(to.x - from.x, to.y - from.y);
        if (length > longest) [best, longest] = [cutSvg((from.x + to.x) / 2, (from.y + to.y) / 2), length];
    });
    return best;
}

function wireSvg(node: ConduitNode, leg: DrawnLeg, hops: Hops, within: Within): string {
    const { line, points, joins } = leg;
    if (line.role === 'carrier') return dockSvg(line.points);
    const dot = joins ? points.at(-1) : undefined;
    const head = headClass(node);
    return (
        stretchSvg(node, points, joins ? line.points : points, hops, line.end) +
        (entered(node, line.end, within) ? arrowHead(line.points, head) : '') +
        (dot ? tag('circle', { class: head, cx: dot.x, cy: dot.y, r: 2.6 }) : '') +
        (node.severed ? cutOn(points) : '')
    );
}

/**
 * The lines of a conduit to its zones.
 * @param legs these lines, as they are drawn
 * @param hopsOf where each of them jumps over others
 */
export function wiresSvg(
    conduit: PositionedConduit,
    within: Within,
    legs: readonly DrawnLeg[] = legsDrawn(conduit),
    hopsOf: (leg: DrawnLeg) => Hops = () => new Map(),
): string {
    return tag(
        'g',
        { ...groupOf('wires', conduit.node), 'data-key': `wires:${conduit.node.key}` },
        ...legs.map(leg => wireSvg(conduit.node, leg, hopsOf(leg), within)),
    );
}
