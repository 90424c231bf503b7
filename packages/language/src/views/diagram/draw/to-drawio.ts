import type { AssetNode, Badge } from '../content/graph.ts';
import type { Point, Positioned, PositionedConduit, PositionedZone, Rect } from '../layout/positioned.ts';
import {
    bandCell,
    bold,
    frameCell,
    iconStyle,
    layerCells,
    layers,
    lineStyle,
    lined,
    onPage,
    phaseStyle,
    small,
    style,
} from './drawio-parts.ts';
import { plainFrame, plainPage } from './plain-frame.ts';
import { entered, withinOf } from './session.ts';
import { signs } from './svg-marks.ts';
import { colour, toneColours } from './theme.ts';
import { frs } from '../content/words.ts';
import { tag, type Attributes } from '../../text/xml.ts';
import type { Side } from '../measure/conduit-box.ts';
import { belowTitle, type StripCell } from '../measure/zone-box.ts';

/**
 * What a line passes between its ends. diagrams.net finds a way of its own for a line that passes nothing, so a
 * straight one passes its middle.
 */
function waypoints(points: readonly Point[]): readonly Point[] {
    const [from, to] = points;
    return points.length === 2 && from && to
        ? [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }]
        : points.slice(1, -1);
}

/** Which way the shape of a connector is turned, in the words of diagrams.net: as it is, it points down. */
function connectorTurn(side: Side, down: boolean): string {
    return down ? (side === 'before' ? 'east' : 'west') : side === 'before' ? 'north' : 'south';
}

/** The levels of the seven foundational requirements, where one number cannot say them. */
const stripWords = (strip: readonly StripCell[]): string =>
    strip.map(({ fr, value }) => `${frs[fr] ?? ''} ${value}`).join(' · ');

/** One page. */
function pageText(positioned: Positioned): string {
    const cells: string[] = [];
    const page = plainPage(positioned);
    const down = positioned.graph.direction === 'down';

    function geometry(rect: Rect, origin: Point): string {
        return tag('mxGeometry', {
            x: rect.x - origin.x,
            y: rect.y - origin.y,
            width: rect.width,
            height: rect.height,
            as: 'geometry',
        });
    }

    function shape(
        key: string,
        parent: string,
        label: string,
        look: string,
        facts: Attributes,
        rect: Rect,
        origin: Point,
    ): void {
        cells.push(
            tag(
                'object',
                { label, ...facts, id: key },
                tag('mxCell', { style: look, vertex: 1, parent }, geometry(rect, origin)),
            ),
        );
    }

    /** Findings have a layer of their own, over everything. */
    function badge(key: string, found: Badge | null, x: number, y: number): void {
        if (!found) return;
        const { severity, count, messages } = found;
        const look = style({
            html: 1,
            rounded: 1,
            arcSize: severity === 'error' ? 12 : 50,
            fillColor: colour(severity, 'light'),
            strokeColor: 'none',
            fontColor: colour('onBadge', 'light'),
            fontSize: 10,
            fontStyle: 1,
        });
        const facts = { findings: messages.join('\n'), severity, tooltip: messages.join('\n') };
        const label = `${signs[severity]} ${count}`;
        shape(`findings ${key}`, layers.findings, label, look, facts, { x, y, width: 28, height: 18 }, page);
    }

    function asset(node: AssetNode, label: string, rect: Rect, parent: string, origin: Point): void {
        shape(
            node.key,
            parent,
            label,
            iconStyle(node),
            {
                element: node.id,
                title: node.title,
                type: node.type,
                addresses: node.addresses.join(', ') || null,
                criticality: node.criticality,
                essential: node.essential ? 'yes' : null,
                day: node.phase?.words ?? null,
                hops: node.hops,
                tooltip: node.id,
            },
            rect,
            origin,
        );
        const [x, y] = [rect.x + rect.width - 10, rect.y - 8];
        badge(node.key, node.badge, x, y);
    }

    function zone({ node, rect, head, box, assets, zones }: PositionedZone, parent: string, origin: Point): void {
        const { body, head: ground, edge } = toneColours(node.tone, 'light');
        const { header } = box;
        const words = [...header.metaLines, header.strip.length > 0 ? stripWords(header.strip) : header.chip.text];
        shape(
            node.key,
            parent,
            `${bold(header.titleLines)}<br>${lined(words)}`,
            style({
                swimlane: '',
                html: 1,
                startSize: Math.round(header.height),
                fillColor: ground,
                swimlaneFillColor: body,
                strokeColor: edge,
                rounded: 1,
                arcSize: 3,
                container: 1,
                collapsible: 0,
                fontStyle: 0,
                fontSize: 11,
                align: 'left',
                spacingLeft: 8,
                fontColor: colour('ink', 'light'),
                strokeWidth: node.kind === 'safety' ? 4 : 1.25,
                dashed: node.kind === 'external' ? 1 : 0,
                ...phaseStyle(node.phase),
            }),
            {
                element: node.id,
                kind: node.kind,
                purdue: node.purdue,
                'sl-t': node.levels.slT.map(level => level ?? '-').join(' '),
                'sl-a': node.levels.slA.map(level => level ?? '-').join(' '),
                day: node.phase?.words ?? null,
                tooltip: node.id,
            },
            rect,
            origin,
        );
        for (const inner of assets) {
            const { x, y, width } = inner.rect;
            const { titleLines } = inner.cell;
            const below = belowTitle(inner.cell).map(small);
            const title =
                inner.node.count > 1
                    ? [...titleLines.slice(0, -1), `${titleLines.at(-1) ?? ''} ×${inner.node.count}`]
                    : titleLines;
            asset(
                inner.node,
                [lined(title), ...below].join('<br>'),
                { x: x + width / 2 - 18, y: y + 2, width: 36, height: 36 },
                node.key,
                rect,
            );
        }
        badge(node.key, node.badge, head.badge, rect.y + 10);
        for (const inner of zones) zone(inner, node.key, rect);
    }

    const keyOf = new Map<string, string>();
    const rectOf = new Map<string, Rect>();
    const collect = (each: PositionedZone): void => {
        keyOf.set(each.node.id, each.node.key);
        rectOf.set(each.node.id, each.rect);
        each.zones.forEach(collect);
    };
    positioned.zones.forEach(collect);

    /** Where a point lies on a box, or in one whose own assets it leads to, as parts of its width and height. */
    function port(
        name: 'exit' | 'entry',
        point: Point | undefined,
        rect: Rect | undefined,
    ): Record<string, string | number> {
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

    function conduit({ node, box, rect, lines }: PositionedConduit): void {
        const protocols = [...new Set(node.flows.flatMap(flow => flow.protocols))].join(', ');
        const said = (role: 'title' | 'other'): string[] =>
            box.lines.filter(line => (line.role === 'title') === (role === 'title')).map(line => line.text);
        const label = box.lines.length === 0 ? '' : `${bold(said('title'))}<br>${lined(said('other'))}`;
        shape(
            node.key,
            layers.conduits,
            label,
            style({
                ...(node.ends.length > 1
                    ? { rounded: 1, arcSize: 8 }
                    : {
                          shape: 'offPageConnector',
                          size: 0.1,
                          direction: connectorTurn(box.sides[0] ?? 'before', down),
                      }),
                html: 1,
                align: 'left',
                verticalAlign: down ? 'middle' : 'bottom',
                container: 1,
                collapsible: 0,
                fillColor: colour('card', 'light'),
                strokeColor: node.kind === 'undeclared' ? colour('error', 'light') : colour('rule', 'light'),
                fontSize: 10.5,
                fontColor: colour('ink', 'light'),
                spacingLeft: Math.max(0, Math.round((box.lines[0]?.x ?? 0) - 4)),
                dashed: node.kind === 'undeclared' ? 1 : 0,
                ...phaseStyle(node.phase),
            }),
            {
                element: node.id,
                'leads-to': node.away.map(({ id }) => id).join(', ') || null,
                protocols: protocols || null,
                'sl-t': node.levels.slT.map(level => level ?? '-').join(' '),
                monitored: node.monitoredBy,
                'clear-text': node.clearText ? 'yes' : null,
                untrusted: node.untrusted ? 'yes' : null,
                day: node.phase?.words ?? null,
                cut: node.severed ? 'yes' : null,
                tooltip: node.id,
            },
            rect,
            page,
        );
        for (const device of box.devices) {
            asset(
                device.node,
                lined(device.nameLines),
                { x: rect.x + device.x, y: rect.y + device.y, width: 34, height: 34 },
                node.key,
                rect,
            );
        }
        badge(node.key, node.badge, rect.x + box.badge.x, rect.y + box.badge.y);
        lines.forEach((line, index) => {
            const points = waypoints(line.points).map(point => {
                const { x, y } = onPage(point, page);
                return tag('mxPoint', { x, y });
            });
            const look = style({
                edgeStyle: 'orthogonalEdgeStyle',
                rounded: 1,
                html: 1,
                jumpStyle: 'arc',
                jumpSize: 9,
                strokeWidth: 1.75,
                ...lineStyle(node, line.end),
                startArrow: entered(node, line.end, within) ? 'block' : 'none',
                endArrow: 'none',
                startSize: 5,
                ...port('exit', line.points[0], rectOf.get(line.end)),
                ...port('entry', line.points.at(-1), rect),
            });
            cells.push(
                tag(
                    'mxCell',
                    {
                        id: `line ${index} ${node.key}`,
                        style: look,
                        edge: 1,
                        parent: layers.lines,
                        source: keyOf.get(line.end) ?? null,
                        target: node.key,
                    },
                    tag(
                        'mxGeometry',
                        { relative: 1, as: 'geometry' },
                        points.length === 0 ? '' : tag('Array', { as: 'points' }, ...points),
                    ),
                ),
            );
        });
    }

    const within = withinOf(positioned.zones);
    cells.push(...positioned.bands.map((band, index) => bandCell(band, index, page)));
    for (const each of positioned.zones) zone(each, layers.zones, page);
    for (const each of positioned.conduits) conduit(each);
    cells.push(...plainFrame(positioned).map((item, index) => frameCell(item, index, page)));
    const { view, system } = positioned.graph;
    const root = [
        // Whoever reads places back takes this away from them.
        tag('object', { label: '', 'origin-x': -page.x, 'origin-y': -page.y, id: '0' }, tag('mxCell', {})),
        ...layerCells(),
        ...cells,
    ];
    return tag(
        'diagram',
        { name: view?.title ?? system?.title ?? 'Zones and conduits', id: view === null ? 'zones' : `view ${view.id}` },
        tag(
            'mxGraphModel',
            {
                grid: 0,
                page: 1,
                pageScale: 1,
                pageWidth: page.width,
                pageHeight: page.height,
                tooltips: 1,
                connect: 1,
                arrows: 1,
                fold: 1,
            },
            `\n${tag('root', {}, '\n', root.join('\n'), '\n')}\n`,
        ),
    );
}

/**
 * The diagrams for diagrams.net, a page each: zones are containers that hold their assets and zones, conduits are
 * shapes with their lines, and every shape carries the facts of its element as properties. Levels, zones, lines,
 * conduits, findings and the frame are layers. The text is uncompressed and made to be read in a diff.
 */
export function toDrawio(...pages: readonly Positioned[]): string {
    return `<mxfile>\n${pages.map(pageText).join('\n')}\n</mxfile>\n`;
}
