import type { ConduitNode, FlowLabel } from '../content/graph.ts';
import { sizes } from '../measure/measures.ts';
import type { Line, Point, PositionedConduit, PositionedZone } from '../layout/positioned.ts';
import { branch } from '../content/branch.ts';
import { assetTooltip, badgeSvg, groupOf, iconMarks, text } from './svg-marks.ts';
import { levelTooltip } from './svg-zone.ts';
import { escape, number, tag } from '../../text/xml.ts';

const corner = 7;
const headLength = 9;
const headWidth = 4;

/** Whether a zone is another one or lies inside it, among the zones of the picture. */
export type Within = (inner: string, outer: string) => boolean;

/** Answers for the zones of one picture. */
export function withinOf(zones: readonly PositionedZone[]): Within {
    const around = new Map<string, string | null>();
    const read = (list: readonly PositionedZone[], parent: string | null): void => {
        for (const zone of list) {
            around.set(zone.node.id, parent);
            read(zone.zones, zone.node.id);
        }
    };
    read(zones, null);
    return (inner, outer) => {
        for (let id: string | null | undefined = inner; id !== null && id !== undefined; id = around.get(id)) if (id === outer) return true;
        return false;
    };
}

/** A line through the points, its corners rounded. */
export function wirePath(points: readonly Point[]): string {
    const at = (point: Point): string => `${number(point.x)} ${number(point.y)}`;
    const parts: string[] = [];
    points.forEach((point, index) => {
        const before = points[index - 1];
        const after = points[index + 1];
        if (!before) parts.push(`M${at(point)}`);
        else if (!after) parts.push(`L${at(point)}`);
        else {
            const lengthIn = Math.hypot(point.x - before.x, point.y - before.y);
            const lengthOut = Math.hypot(after.x - point.x, after.y - point.y);
            const r = Math.min(corner, lengthIn / 2, lengthOut / 2);
            if (r < 0.5) return void parts.push(`L${at(point)}`);
            const from = { x: point.x + (before.x - point.x) * r / lengthIn, y: point.y + (before.y - point.y) * r / lengthIn };
            const to = { x: point.x + (after.x - point.x) * r / lengthOut, y: point.y + (after.y - point.y) * r / lengthOut };
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
    const side = (sign: number): string => `${number(back.x - sign * dy * headWidth)} ${number(back.y + sign * dx * headWidth)}`;
    return tag('path', { class: className, d: `M${number(tip.x)} ${number(tip.y)}L${side(1)}L${side(-1)}z` });
}

/** The end that a zone belongs to: the innermost one around it. */
function endOf(zone: string, node: ConduitNode, within: Within): string | null {
    const around = zone === '' ? [] : node.ends.filter(end => within(zone, end));
    return around.find(end => !around.some(other => other !== end && within(other, end))) ?? null;
}

/** Sessions are opened into this end. */
export function entered(node: ConduitNode, end: string, within: Within): boolean {
    const into = (zone: string): boolean => endOf(zone, node, within) === end;
    if (node.oneWay) return into(node.oneWay.to);
    return node.flows.some(flow => (flow.arrow === '->' && into(flow.to) && !into(flow.from)) || (flow.arrow === '<->' && (into(flow.to) || into(flow.from))));
}

function wireSvg(node: ConduitNode, line: Line, drawn: readonly Line[], within: Within): string {
    const { points, joins } = branch(line.points, drawn.map(other => other.points));
    const d = wirePath(points);
    const dot = joins ? points.at(-1) : undefined;
    const look = node.kind === 'undeclared' ? 'wire stray' : node.clearText ? 'wire clear' : 'wire';
    return (node.untrusted ? tag('path', { class: 'under', d }) : '')
        + tag('path', { class: look, d })
        + (entered(node, line.end, within) ? arrowHead(line.points, node.kind === 'undeclared' ? 'headbad' : 'head') : '')
        + (dot ? tag('circle', { class: node.kind === 'undeclared' ? 'headbad' : 'head', cx: dot.x, cy: dot.y, r: 2.6 }) : '');
}

/** 1 when a flow goes with the run of the picture (downwards, rightwards), -1 against it, 0 for both or unknown. */
function directionOf(flow: { from: string; to: string }, conduit: PositionedConduit, down: boolean, within: Within): number {
    const place = (zone: string): number | null => {
        const end = endOf(zone, conduit.node, within);
        const line = conduit.lines.find(each => each.end === end);
        const point = line?.points[0];
        return point ? (down ? point.y : point.x) : null;
    };
    const [from, to] = [place(flow.from), place(flow.to)];
    return from === null || to === null ? 0 : Math.sign(to - from);
}

function flowArrow(flow: FlowLabel, conduit: PositionedConduit, x: number, baseline: number, down: boolean, within: Within): string {
    const y = baseline - 4;
    const both = flow.arrow === '<->';
    if (flow.arrow === '--') return `<path class="mark" d="M${number(x - 12)} ${number(y)}h7"/>`;
    const direction = directionOf(flow, conduit, down, within);
    const [cx, cy] = [x - sizes.flowArrow + 5, y];
    const heads = down
        ? { with: `M${number(cx - 3.5)} ${number(cy + 0.5)}h7l-3.5 4.5z`, against: `M${number(cx - 3.5)} ${number(cy - 0.5)}h7l-3.5 -4.5z` }
        : { with: `M${number(cx + 0.5)} ${number(cy - 3.5)}v7l4.5 -3.5z`, against: `M${number(cx - 0.5)} ${number(cy - 3.5)}v7l-4.5 -3.5z` };
    const drawn = both ? heads.with + heads.against : direction > 0 ? heads.with : direction < 0 ? heads.against : `M${number(cx - 3)} ${number(cy - 3)}l5 3l-5 3z`;
    return `<path class="head" d="${drawn}"/>`;
}

function conduitTooltip(node: ConduitNode): string {
    return [
        node.kind === 'conduit' ? `Conduit ${node.id}${node.title === null ? '' : ` “${node.title}”`}` : node.name,
        `between ${node.ends.join(', ')}`,
        ...(node.kind === 'conduit' ? levelTooltip(node.levels) : []),
        node.monitoredBy === null ? '' : `monitored by ${node.monitoredBy}`,
        ...node.flows.flatMap(flow => flow.tooltip),
        ...(node.badge?.messages ?? []),
    ].filter(line => line !== '').join('\n');
}

/** A diode points the way that data may take. */
function turnOf(icon: string, conduit: PositionedConduit, down: boolean, within: Within): number {
    if (icon !== 'diode') return 0;
    const way = conduit.node.oneWay ? directionOf(conduit.node.oneWay, conduit, down, within) : 1;
    return down ? (way < 0 ? -90 : 90) : way < 0 ? 180 : 0;
}

/** Where the lines of a conduit meet its card. */
const lines = (conduit: PositionedConduit): Point[] => conduit.lines.map(line => line.points.at(-1)).filter(point => point !== undefined);

function cardSvg(conduit: PositionedConduit, down: boolean, within: Within): string {
    const { node, box, rect } = conduit;
    const at = (along: number, across: number): Point => (down ? { x: rect.x + across, y: rect.y + along } : { x: rect.x + along, y: rect.y + across });
    const look = node.kind === 'undeclared' ? 'wire stray' : node.clearText ? 'wire clear' : 'wire';
    const port = (side: number): boolean => lines(conduit).some(line => Math.abs((down ? line.y : line.x) - side) < 1);
    const [first, last] = down ? [rect.y, rect.y + rect.height] : [rect.x, rect.x + rect.width];
    const needed = box.segments.map(([from, to], index): [number, number] => [
        index === 0 && !port(first) ? to : from,
        index === box.segments.length - 1 && !port(last) ? from : to,
    ]);
    const segments = needed.filter(([from, to]) => to - from > 0.5).map(([from, to]) => {
        const d = wirePath([at(from, box.through), at(to, box.through)]);
        return (node.untrusted ? tag('path', { class: 'under', d }) : '') + tag('path', { class: look, d });
    });
    const devices = box.devices.map(device => {
        const [x, y] = [rect.x + device.x, rect.y + device.y];
        const names = device.nameLines.map((line, row) => text('an', x + sizes.device / 2, y + sizes.device + 12 + row * 12, line));
        return tag('g', groupOf('asset device', device.node),
            tag('title', {}, escape(assetTooltip(device.node))),
            iconMarks(device.node, x, y, sizes.device, turnOf(device.node.icon, conduit, down, within)),
            ...names);
    });
    if (box.width <= sizes.dot) {
        return tag('rect', { class: `ic${node.kind === 'undeclared' ? ' bad' : ''}`, x: rect.x + 1, y: rect.y + 1, width: sizes.dot - 2, height: sizes.dot - 2, rx: node.devices.length > 0 ? 1 : 4 });
    }
    const middle = box.capsule === null ? null : at(box.capsule, box.through);
    const [long, short] = [sizes.capsule, 11];
    const capsule = middle
        ? tag('rect', {
            class: 'ic', rx: short / 2,
            x: middle.x - (down ? short : long) / 2, y: middle.y - (down ? long : short) / 2,
            width: down ? short : long, height: down ? long : short,
        })
        : '';
    const roles = { title: node.kind === 'undeclared' ? 'ct undeclared' : 'ct', meta: 'cm', flow: 'cf', more: 'cm' } as const;
    const words = box.lines.map(line => {
        const [x, y] = [rect.x + line.x, rect.y + line.y];
        const content = text(roles[line.role], x, y, line.text);
        return line.flow
            ? tag('g', { class: 'flow', 'data-id': line.flow.ids[0] ?? '', 'data-flows': line.flow.ids.join('\n') },
                tag('title', {}, escape(line.flow.tooltip.join('\n'))), flowArrow(line.flow, conduit, x, y, down, within), content)
            : content;
    });
    return [
        tag('rect', { class: node.kind === 'undeclared' ? 'card bad' : 'card', x: rect.x, y: rect.y, width: rect.width, height: rect.height, rx: 5 }),
        ...segments, capsule, ...devices, ...words,
        node.badge ? badgeSvg(node.badge, rect.x + box.badge.x, rect.y + box.badge.y) : '',
    ].join('');
}

/** The lines of a conduit to its zones. */
export function wiresSvg(conduit: PositionedConduit, within: Within): string {
    return tag('g', { ...groupOf('wires', conduit.node), 'data-key': `wires:${conduit.node.key}` },
        ...conduit.lines.map((line, index) => wireSvg(conduit.node, line, conduit.lines.slice(0, index), within)));
}

/** The card of a conduit: boundary devices on the line, and its words. */
export function conduitSvg(conduit: PositionedConduit, down: boolean, within: Within): string {
    return tag('g', groupOf('conduit', conduit.node), tag('title', {}, escape(conduitTooltip(conduit.node))), cardSvg(conduit, down, within));
}
