import type { ConduitNode } from '../content/graph.ts';
import type { Phase } from '../content/phase.ts';
import type { Line, Point, PositionedConduit, Rect } from '../layout/positioned.ts';
import { lineCell, style, type Inside } from './drawio-cells.ts';
import { dashes, emphasisStyle, phaseStyle } from './drawio-parts.ts';
import { plainWire } from './plain-legend.ts';
import { entered, type Within } from './session.ts';
import { colour } from './theme.ts';

type Look = Readonly<Record<string, string | number>>;

/**
 * The look of the line of a conduit: its encryption, what was found, a cut, or another day.
 * @param end the zone that it leads to; `null` for the line inside its card
 */
export function wireStyle(node: ConduitNode, end: string | null): Look {
    const { colour: name, dash } = plainWire(node, end);
    const later: Phase | null = end !== null && node.laterEnds.includes(end) ? { state: 'planned', words: '' } : null;
    return {
        strokeColor: colour(name, 'light'),
        strokeWidth: 1.75,
        ...dashes(dash),
        ...(node.line === null ? phaseStyle(later ?? node.phase) : {}),
        ...emphasisStyle(node.emphasis),
        ...(node.severed ? { strokeColor: colour('error', 'light'), strokeWidth: 2.5, opacity: 40 } : {}),
    };
}

/** A pipe to the zone whose network carries a conduit. */
const pipe: Look = {
    shape: 'filledEdge',
    strokeColor: colour('line', 'light'),
    fillColor: colour('bore', 'light'),
    strokeWidth: 8,
    endArrow: 'none',
    jumpStyle: 'none',
};

/** What is under the line of a medium that is not trusted. */
const medium: Look = {
    strokeColor: colour('untrusted', 'light'),
    strokeWidth: 7,
    dashed: 1,
    dashPattern: '3 3',
    fixDash: 1,
    jumpStyle: 'none',
    pointerEvents: 0,
    endArrow: 'none',
};

/**
 * What a line passes between its ends. diagrams.net finds a path of its own for a line that passes nothing, so a
 * straight one passes its middle.
 */
function waypoints(points: readonly Point[]): readonly Point[] {
    const [from, to] = points;
    return points.length === 2 && from && to
        ? [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }]
        : points.slice(1, -1);
}

/** Where a point lies on a box, or in one whose own assets it leads to, as parts of its width and height. */
function port(name: 'exit' | 'entry', point: Point | undefined, rect: Rect | undefined): Look {
    if (!point || !rect || rect.width === 0 || rect.height === 0) return {};
    // Finer than a pixel on the longest side, or a straight line gets a step.
    const part = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e6) / 1e6;
    return {
        [`${name}X`]: part((point.x - rect.x) / rect.width),
        [`${name}Y`]: part((point.y - rect.y) / rect.height),
        [`${name}Dx`]: 0,
        [`${name}Dy`]: 0,
        [`${name}Perimeter`]: 0,
    };
}

/** A zone that lines lead to. */
export interface LineEnd {
    readonly key: string;
    readonly rect: Rect;
}

/**
 * The lines of a conduit to its zones, those to what carries it first: they are pipes, and lines run over them. Each
 * begins at the conduit: dashes count from the beginning of a line, so those of lines that share a way there lie upon
 * each other and do not fill each other's gaps.
 * @param zoneOf a zone of the picture by its id
 */
export function conduitLines(
    { node, rect, lines }: PositionedConduit,
    inside: Inside,
    zoneOf: (id: string) => LineEnd | undefined,
    within: Within,
): string[] {
    const drawn = (line: Line, index: number): string[] => {
        const zone = zoneOf(line.end);
        const course: Look = {
            edgeStyle: 'orthogonalEdgeStyle',
            rounded: 1,
            html: 1,
            jumpStyle: 'arc',
            jumpSize: 9,
            startArrow: 'none',
            ...port('exit', line.points.at(-1), rect),
            ...port('entry', line.points[0], zone?.rect),
        };
        const cell = (key: string, look: Look): string =>
            lineCell(
                key,
                style(course, look),
                inside,
                { source: node.key, target: zone?.key ?? null },
                waypoints(line.points).toReversed(),
            );
        const key = `line ${index} ${node.key}`;
        if (line.role === 'carrier') return [cell(key, { ...pipe, ...emphasisStyle(node.emphasis) })];
        const arrow = entered(node, line.end, within) ? 'block' : 'none';
        return [
            ...(node.untrusted ? [cell(`medium ${index} ${node.key}`, medium)] : []),
            cell(key, { ...wireStyle(node, line.end), endArrow: arrow, endSize: 5 }),
        ];
    };
    const carrier = ({ role }: Line): number => (role === 'carrier' ? 0 : 1);
    return [...lines.entries()]
        .sort(([, a], [, b]) => carrier(a) - carrier(b))
        .flatMap(([index, line]) => drawn(line, index));
}
