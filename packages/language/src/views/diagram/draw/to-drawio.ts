import type { AssetNode, ConduitNode } from '../content/graph.ts';
import { iconSvg } from './icons.ts';
import { faces } from '../measure/measures.ts';
import type { Band, Point, Positioned, PositionedConduit, PositionedZone, Rect } from '../layout/positioned.ts';
import { entered, withinOf } from './session.ts';
import { hidesAlone } from './svg-wire.ts';
import { wrap } from '../measure/text.ts';
import { colour, toneColours } from './theme.ts';
import { bandWords, frs } from '../content/words.ts';
import { escape, tag, type Attributes } from '../../text/xml.ts';
import type { Side } from '../measure/conduit-box.ts';
import type { StripCell } from '../measure/zone-box.ts';

const style = (parts: Readonly<Record<string, string | number>>): string =>
    Object.entries(parts)
        .map(([key, value]) => (value === '' ? key : `${key}=${value}`))
        .join(';') + ';';

/** Base64 of ASCII text, which all drawings are. */
const base64 = (text: string): string => btoa(text);

function iconStyle(node: AssetNode): string {
    const image = `data:image/svg+xml,${base64(iconSvg(node.icon, colour('ink', 'light'), colour('card', 'light')))}`;
    return style({
        shape: 'image',
        image,
        verticalLabelPosition: 'bottom',
        verticalAlign: 'top',
        labelBackgroundColor: 'none',
        html: 1,
        fontSize: 11,
        aspect: 'fixed',
    });
}

/** The look of the line of a conduit: its encryption, or what was found. */
function lineStyle(node: ConduitNode): Record<string, string | number> {
    const { line, kind, clearText } = node;
    if (line === null)
        return {
            strokeColor: colour(kind === 'undeclared' ? 'error' : 'line', 'light'),
            dashed: clearText || kind === 'undeclared' ? 1 : 0,
        };
    const name = line === 'alone' || hidesAlone(node) ? 'error' : line === 'seen' ? 'line' : 'rule';
    return {
        strokeColor: colour(name, 'light'),
        dashed: line === 'permitted' ? 1 : 0,
        ...(line === 'permitted' ? { dashPattern: '1 4' } : {}),
    };
}

/** Labels of diagrams.net are HTML, so a text is escaped for that first. */
const html = (text: string): string => escape(text);

/** Lines as they were measured, so that a label takes the room that is kept for it. */
const lined = (lines: readonly string[]): string => lines.map(html).join('<br>');
const bold = (lines: readonly string[]): string => `<b>${lined(lines)}</b>`;
const small = (text: string): string =>
    `<font style="font-size: 10px;" color="${colour('muted', 'light')}">${html(text)}</font>`;

/** A band of a Purdue level: it lies under everything and takes no lines. */
function bandCell(band: Band, index: number): string {
    const { rect } = band;
    const { name, note } = bandWords(band);
    return tag(
        'mxCell',
        {
            id: `band ${index}`,
            value: `<b>${html(name)}</b><br>${lined(wrap(note, faces.bandNote, 78, 5))}`,
            vertex: 1,
            parent: '1',
            connectable: 0,
            style: style({
                html: 1,
                rounded: 1,
                arcSize: 2,
                align: 'left',
                verticalAlign: 'top',
                spacingLeft: 8,
                spacingTop: 6,
                fontSize: 10,
                locked: 1,
                fillColor: colour('band', 'light'),
                strokeColor: 'none',
                fontColor: colour('muted', 'light'),
            }),
        },
        tag('mxGeometry', { ...rect, as: 'geometry' }),
    );
}

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

/**
 * The diagram for diagrams.net: zones are containers that hold their assets and zones, conduits are shapes with their
 * lines,
 * and every shape carries the facts of its element as properties. The text is uncompressed and made to be read in a
 * diff.
 */
export function toDrawio(positioned: Positioned): string {
    const cells: string[] = [];
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
                tooltip: node.id,
            },
            rect,
            origin,
        );
    }

    function zone({ node, rect, box, assets, zones }: PositionedZone, parent: string, origin: Point): void {
        const { body, head, edge } = toneColours(node.tone, 'light');
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
                fillColor: head,
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
            }),
            {
                element: node.id,
                kind: node.kind,
                purdue: node.purdue,
                'sl-t': node.levels.slT.map(level => level ?? '-').join(' '),
                'sl-a': node.levels.slA.map(level => level ?? '-').join(' '),
                tooltip: node.id,
            },
            rect,
            origin,
        );
        for (const inner of assets) {
            const { x, y, width } = inner.rect;
            const { titleLines, name } = inner.cell;
            const title =
                inner.node.count > 1
                    ? [...titleLines.slice(0, -1), `${titleLines.at(-1) ?? ''} ×${inner.node.count}`]
                    : titleLines;
            asset(
                inner.node,
                `${lined(title)}${name === null ? '' : `<br>${small(name)}`}`,
                { x: x + width / 2 - 18, y: y + 2, width: 36, height: 36 },
                node.key,
                rect,
            );
        }
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
            '1',
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
            }),
            {
                element: node.id,
                'leads-to': node.away.map(({ id }) => id).join(', ') || null,
                protocols: protocols || null,
                'sl-t': node.levels.slT.map(level => level ?? '-').join(' '),
                monitored: node.monitoredBy,
                'clear-text': node.clearText ? 'yes' : null,
                untrusted: node.untrusted ? 'yes' : null,
                tooltip: node.id,
            },
            rect,
            { x: 0, y: 0 },
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
        lines.forEach((line, index) => {
            const points = waypoints(line.points).map(point => tag('mxPoint', { x: point.x, y: point.y }));
            const look = style({
                edgeStyle: 'orthogonalEdgeStyle',
                rounded: 1,
                html: 1,
                strokeWidth: 1.75,
                ...lineStyle(node),
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
                        parent: '1',
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
    cells.push(...positioned.bands.map(bandCell));
    for (const each of positioned.zones) zone(each, '1', { x: 0, y: 0 });
    for (const each of positioned.conduits) conduit(each);
    const title = positioned.graph.view?.title ?? positioned.graph.system?.title ?? 'Zones and conduits';
    return `<mxfile>\n${tag(
        'diagram',
        { name: title, id: 'zones' },
        tag(
            'mxGraphModel',
            { grid: 0, page: 0, tooltips: 1, connect: 1, arrows: 1, fold: 1 },
            `\n${tag('root', {}, '\n', tag('mxCell', { id: '0' }), '\n', tag('mxCell', { id: '1', parent: '0' }), '\n', cells.join('\n'), '\n')}\n`,
        ),
    )}\n</mxfile>\n`;
}
