import type { AssetNode } from './graph.ts';
import { iconSvg } from './icons.ts';
import type { Point, Positioned, PositionedConduit, PositionedZone, Rect } from './positioned.ts';
import { colour, toneColours } from './theme.ts';
import { escape, number, tag, type Attributes } from './xml.ts';
import { levelRange } from './zone-box.ts';

const style = (parts: Readonly<Record<string, string | number>>): string =>
    Object.entries(parts).map(([key, value]) => (value === '' ? key : `${key}=${value}`)).join(';') + ';';

/** Base64 of ASCII text, which all drawings are. */
const base64 = (text: string): string => btoa(text);

function iconStyle(node: AssetNode): string {
    const image = `data:image/svg+xml,${base64(iconSvg(node.icon, colour('ink', 'light'), colour('card', 'light')))}`;
    return style({ shape: 'image', image, verticalLabelPosition: 'bottom', verticalAlign: 'top', labelBackgroundColor: 'none', html: 1, fontSize: 11, aspect: 'fixed' });
}

/** Labels of diagrams.net are HTML, so a text is escaped for that first. */
const html = (text: string): string => escape(text);

/**
 * The diagram for diagrams.net: zones are containers that hold their assets and zones, conduits are shapes with their lines,
 * and every shape carries the facts of its element as properties. The text is uncompressed and made to be read in a diff.
 */
export function toDrawio(positioned: Positioned): string {
    const cells: string[] = [];
    const down = positioned.graph.direction === 'down';

    function geometry(rect: Rect, origin: Point): string {
        return tag('mxGeometry', { x: rect.x - origin.x, y: rect.y - origin.y, width: rect.width, height: rect.height, as: 'geometry' });
    }

    function shape(key: string, parent: string, label: string, look: string, facts: Attributes, rect: Rect, origin: Point): void {
        cells.push(tag('object', { label, ...facts, id: key },
            tag('mxCell', { style: look, vertex: 1, parent }, geometry(rect, origin))));
    }

    function asset(node: AssetNode, rect: Rect, parent: string, origin: Point): void {
        const name = node.title ?? node.name;
        shape(node.key, parent, html(node.count > 1 ? `${name} ×${node.count}` : name), iconStyle(node), {
            element: node.id, type: node.type, addresses: node.addresses.join(', ') || null, criticality: node.criticality,
            essential: node.essential ? 'yes' : null, tooltip: node.id,
        }, rect, origin);
    }

    function zone({ node, rect, box, assets, zones }: PositionedZone, parent: string, origin: Point): void {
        const { body, head, edge } = toneColours(node.tone, 'light');
        const range = levelRange(node.levels.slT);
        const meta = [node.purdue === null ? '' : `level ${node.purdue}`, range === null ? 'no SL-T' : `SL-T ${range}`].filter(part => part !== '').join(' · ');
        shape(node.key, parent, `<b>${html(node.title ?? node.name)}</b><br>${html(meta)}`, style({
            swimlane: '', html: 1, startSize: Math.round(box.header.height), fillColor: head, swimlaneFillColor: body, strokeColor: edge,
            rounded: 1, arcSize: 3, container: 1, collapsible: 0, fontStyle: 0, fontSize: 12, whiteSpace: 'wrap',
            strokeWidth: node.kind === 'safety' ? 4 : 1.25, dashed: node.kind === 'external' ? 1 : 0,
        }), {
            element: node.id, kind: node.kind, purdue: node.purdue, 'sl-t': node.levels.slT.map(level => level ?? '-').join(' '),
            'sl-a': node.levels.slA.map(level => level ?? '-').join(' '), tooltip: node.id,
        }, rect, origin);
        for (const inner of assets) {
            const { x, y, width } = inner.rect;
            asset(inner.node, { x: x + width / 2 - 18, y: y + 2, width: 36, height: 36 }, node.key, rect);
        }
        for (const inner of zones) zone(inner, node.key, rect);
    }

    const keyOf = new Map<string, string>();
    const rectOf = new Map<string, Rect>();
    const collect = (each: PositionedZone): void => {
        keyOf.set(each.node.id, each.node.key);
        rectOf.set(each.node.id, each.own ?? each.rect);
        each.zones.forEach(collect);
    };
    positioned.zones.forEach(collect);

    /** Where a point lies on a box, as parts of its width and height. */
    function port(name: 'exit' | 'entry', point: Point | undefined, rect: Rect | undefined): Record<string, string | number> {
        if (!point || !rect || rect.width === 0 || rect.height === 0) return {};
        const part = (value: number): string => number(Math.min(1, Math.max(0, value)));
        return { [`${name}X`]: part((point.x - rect.x) / rect.width), [`${name}Y`]: part((point.y - rect.y) / rect.height), [`${name}Dx`]: 0, [`${name}Dy`]: 0 };
    }

    function conduit({ node, box, rect, lines }: PositionedConduit): void {
        const protocols = [...new Set(node.flows.flatMap(flow => flow.protocols))].join(', ');
        const beside = box.devices.length > 0 ? (down ? box.lines[0]?.x ?? 0 : 0) : 26;
        shape(node.key, '1', `<b>${html(node.title ?? node.name)}</b><br>${html(protocols)}`, style({
            rounded: 1, arcSize: 8, html: 1, whiteSpace: 'wrap', align: 'left', verticalAlign: down ? 'middle' : 'bottom', container: 1, collapsible: 0,
            fillColor: colour('card', 'light'), strokeColor: node.kind === 'undeclared' ? colour('error', 'light') : colour('hair', 'light'),
            fontSize: 11, spacingLeft: Math.round(beside), dashed: node.kind === 'undeclared' ? 1 : 0,
        }), {
            element: node.id, protocols: protocols || null, 'sl-t': node.levels.slT.map(level => level ?? '-').join(' '),
            monitored: node.monitoredBy, 'clear-text': node.clearText ? 'yes' : null, untrusted: node.untrusted ? 'yes' : null, tooltip: node.id,
        }, rect, { x: 0, y: 0 });
        for (const device of box.devices) {
            asset(device.node, { x: rect.x + device.x, y: rect.y + device.y, width: 34, height: 34 }, node.key, rect);
        }
        lines.forEach((line, index) => {
            const points = line.points.slice(1, -1).map(point => tag('mxPoint', { x: point.x, y: point.y }));
            const { oneWay } = node;
            const look = style({
                edgeStyle: 'orthogonalEdgeStyle', rounded: 1, html: 1, strokeWidth: 1.75,
                strokeColor: colour(node.kind === 'undeclared' ? 'error' : 'line', 'light'),
                dashed: node.clearText || node.kind === 'undeclared' ? 1 : 0,
                startArrow: oneWay?.to === line.end ? 'block' : 'none', endArrow: 'none',
                ...port('exit', line.points[0], rectOf.get(line.end)), ...port('entry', line.points.at(-1), rect),
            });
            cells.push(tag('mxCell', { id: `line ${index} ${node.key}`, style: look, edge: 1, parent: '1', source: keyOf.get(line.end) ?? null, target: node.key },
                tag('mxGeometry', { relative: 1, as: 'geometry' }, points.length === 0 ? '' : tag('Array', { as: 'points' }, ...points))));
        });
    }

    for (const each of positioned.zones) zone(each, '1', { x: 0, y: 0 });
    for (const each of positioned.conduits) conduit(each);
    const title = positioned.graph.view?.title ?? positioned.graph.system?.title ?? 'Zones and conduits';
    return `<mxfile>\n${tag('diagram', { name: title, id: 'zones' },
        tag('mxGraphModel', { grid: 0, page: 0, tooltips: 1, connect: 1, arrows: 1, fold: 1 },
            `\n${tag('root', {}, '\n', tag('mxCell', { id: '0' }), '\n', tag('mxCell', { id: '1', parent: '0' }), '\n', cells.join('\n'), '\n')}\n`))}\n</mxfile>\n`;
}
