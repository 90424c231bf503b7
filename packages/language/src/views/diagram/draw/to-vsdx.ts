import type { Band, Point, Positioned, PositionedConduit, PositionedZone, Rect } from '../layout/positioned.ts';
import { bandWords } from '../content/words.ts';
import { escape, tag } from '../../text/xml.ts';
import { faces, sizes } from '../measure/measures.ts';
import { wrap } from '../measure/text.ts';
import { belowTitle } from '../measure/zone-box.ts';
import { plainFrame, plainPage } from './plain-frame.ts';
import type { Dash } from './plain-item.ts';
import { lineWords } from './plain-words.ts';
import { plainWire } from './plain-legend.ts';
import { entered, withinOf } from './session.ts';
import { colour, toneColours } from './theme.ts';
import { carrierRadius } from './svg-zone.ts';
import { headShapes } from './vsdx-head.ts';
import { packageOf } from './vsdx-package.ts';
import { lineShape } from './vsdx-line.ts';
import { cell, geometry, inches, look, type Look, type Words } from './vsdx-shape.ts';
import { waveStrokes } from './vsdx-waves.ts';

const later = (is: boolean): Dash => (is ? 'dashed' : 'solid');

/** What runs under the border or line of what is not trusted. */
const untrusted: Look = { fill: null, line: colour('untrusted', 'light'), weight: 7 };
/** A pipe to the zone whose network carries a conduit: its wall, and what is inside. */
const pipe = [
    ['pipe', 'line', 8],
    ['bore', 'bore', 5.5],
] as const;

/**
 * The diagram for Visio and LibreOffice Draw, as the parts of its package by name: shapes with text and the facts of
 * their elements, and connectors that are glued to them, all where the picture has them.
 */
export function toVsdx(positioned: Positioned): ReadonlyMap<string, string> {
    const page = plainPage(positioned, 'vsdx');
    const within = withinOf(positioned.zones);
    const down = positioned.graph.direction === 'down';
    const shapes: string[] = [];
    const connects: string[] = [];
    const ids = new Map<string, number>();
    let count = 0;
    const ink = colour('ink', 'light');
    const muted = colour('muted', 'light');

    /** A point of the drawing on the page, whose origin is its lower left corner. */
    const at = ({ x, y }: Point): { x: number; y: number } => ({ x: x - page.x, y: page.height - (y - page.y) });

    const facts = (values: Readonly<Record<string, string | null>>): string => {
        const rows = Object.entries(values).flatMap(([name, value]) =>
            value === null || value === ''
                ? []
                : [
                      tag(
                          'Row',
                          { N: name.replace(/\W/gu, '_') },
                          cell('Label', name),
                          cell('Value', value),
                          cell('Type', 0),
                      ),
                  ],
        );
        return rows.length === 0 ? '' : tag('Section', { N: 'Property' }, ...rows);
    };

    const character = ({ size, bold = false, colour: name = ink }: Words): string =>
        tag(
            'Section',
            { N: 'Character' },
            tag(
                'Row',
                { IX: 0 },
                cell('Font', 'Arial'),
                cell('Color', name),
                cell('Style', bold ? 1 : 0),
                cell('Size', inches(size * 0.96)),
            ),
        );

    /** A rectangle with words. */
    function shape(
        key: string,
        rect: Rect,
        style: Look,
        words: Words | null,
        values: Readonly<Record<string, string | null>> = {},
    ): void {
        const id = ++count;
        ids.set(key, id);
        const { width, height } = rect;
        const pin = at({ x: rect.x + width / 2, y: rect.y + height / 2 });
        const corners = [
            { x: 0, y: 0 },
            { x: width, y: 0 },
            { x: width, y: height },
            { x: 0, y: height },
            { x: 0, y: 0 },
        ];
        const text = words && words.lines.length > 0 ? words : null;
        shapes.push(
            tag(
                'Shape',
                { ID: id, Name: key, NameU: key, Type: 'Shape', LineStyle: 0, FillStyle: 0, TextStyle: 0 },
                cell('PinX', inches(pin.x)),
                cell('PinY', inches(pin.y)),
                cell('Width', inches(width)),
                cell('Height', inches(height)),
                cell('LocPinX', inches(width / 2), 'Width*0.5'),
                cell('LocPinY', inches(height / 2), 'Height*0.5'),
                look(style),
                text
                    ? [
                          cell('LeftMargin', inches(text.left ?? 0)),
                          cell('RightMargin', 0),
                          cell('TopMargin', inches(text.top ? 3 : 0)),
                          cell('BottomMargin', 0),
                          cell('VerticalAlign', text.top ? 0 : 1),
                      ].join('')
                    : '',
                text ? character(text) : '',
                text
                    ? tag('Section', { N: 'Paragraph' }, tag('Row', { IX: 0 }, cell('HorzAlign', text.middle ? 1 : 0)))
                    : '',
                facts(values),
                geometry([corners], style.fill !== null),
                text ? tag('Text', {}, escape(text.lines.join('\n'))) : '',
            ),
        );
    }

    /** Lines on the page; gives the number of their shape. */
    function stroke(key: string, strokes: readonly (readonly Point[])[], style: Look, arrow = false): number {
        const id = ++count;
        shapes.push(lineShape(id, key, strokes, style, arrow));
        return id;
    }

    /** The sign of what goes through the air. */
    const waves = (key: string, x: number, y: number): number =>
        stroke(
            `wireless ${key}`,
            waveStrokes(x, y).map(points => points.map(at)),
            { fill: null, line: ink, weight: 1.5 },
        );

    function band(each: Band, index: number): void {
        const { name, note } = bandWords(each);
        shape(
            `band ${index}`,
            each.rect,
            { fill: colour('band', 'light'), line: null },
            {
                lines: [name, ...wrap(note, faces.bandNote, 78, 5)],
                size: 10,
                colour: muted,
                left: 8,
                top: true,
            },
        );
    }

    function zoneShapes(zone: PositionedZone): void {
        const { node, rect, assets, zones } = zone;
        const { body, edge } = toneColours(node.tone, 'light');
        const safety = node.kind === 'safety';
        const rounding = node.carrier ? carrierRadius : 5;
        if (node.traits.includes('untrusted')) shape(`untrusted ${node.key}`, rect, { ...untrusted, rounding }, null);
        shape(
            node.key,
            rect,
            {
                fill: body,
                line: edge,
                weight: safety ? 3 : 1.25,
                dash: node.traits.includes('temporary')
                    ? 'dotted'
                    : later(node.kind === 'external' || node.phase !== null),
                rounding,
            },
            null,
            {
                element: node.id,
                kind: node.kind,
                level: node.purdue,
                'SL-T': node.levels.slT.map(level => level ?? '-').join(' '),
                'SL-A': node.levels.slA.map(level => level ?? '-').join(' '),
            },
        );
        for (const each of headShapes(zone)) shape(each.key, each.rect, each.look, each.words);
        if (node.traits.includes('wireless')) waves(node.key, zone.head.right - 16, rect.y + 13 + sizes.chipHeight);
        if (safety)
            shape(
                `stripe ${node.key}`,
                { x: rect.x + 1, y: rect.y + 4, width: sizes.stripe, height: rect.height - 8 },
                { fill: colour('hazard', 'light'), line: null },
                null,
            );
        for (const { node: asset, rect: place, cell } of assets) {
            const many = asset.count > 1 ? [`× ${asset.count}`] : [];
            shape(
                asset.key,
                { x: place.x + 3, y: place.y + 2, width: place.width - 6, height: place.height - 4 },
                {
                    fill: colour('card', 'light'),
                    line: colour('rule', 'light'),
                    dash: later(asset.phase !== null),
                    rounding: 3,
                },
                { lines: [...cell.titleLines, ...belowTitle(cell), ...many], size: 10, middle: true },
                {
                    element: asset.id,
                    title: asset.title,
                    type: asset.type,
                    addresses: asset.addresses.join(', '),
                    essential: asset.essential ? 'yes' : null,
                },
            );
            if (asset.wireless) waves(asset.key, place.x + place.width - 19, place.y + 5);
        }
        zones.forEach(zoneShapes);
    }

    function conduit(each: PositionedConduit): void {
        const { node, box, rect } = each;
        const stray = node.kind === 'undeclared';
        shape(
            node.key,
            rect,
            {
                fill: colour('card', 'light'),
                line: colour(stray ? 'error' : 'rule', 'light'),
                dash: later(stray || node.phase !== null),
                rounding: 4,
            },
            {
                lines: box.lines.map((_, index) => lineWords(each, index, down, within)),
                size: 10,
                left: Math.max(
                    4,
                    (box.lines[0]?.x ?? 8) - (box.lines[0]?.flow || box.lines[0]?.mark ? sizes.flowArrow : 0) - 2,
                ),
                colour: stray ? colour('error', 'light') : ink,
            },
            {
                element: node.id,
                title: node.title,
                'leads to': node.away.map(({ id }) => id).join(', '),
                protocols: [...new Set(node.flows.flatMap(flow => flow.protocols))].join(', '),
                'SL-T': node.levels.slT.map(level => level ?? '-').join(' '),
                'clear text': node.clearText ? 'yes' : null,
                findings: node.badge ? node.badge.messages.join('\n') : null,
            },
        );
        const air = box.lines.find(line => line.mark === 'wireless');
        if (air) waves(node.key, rect.x + air.x - sizes.flowArrow, rect.y + air.y - 9);
        if (box.capsule && box.capsule.width > 0)
            shape(
                `no device ${node.key}`,
                { ...box.capsule, x: rect.x + box.capsule.x, y: rect.y + box.capsule.y },
                { fill: colour('card', 'light'), line: ink, weight: 1.5, rounding: 6 },
                null,
            );
        for (const { node: device, x, y, nameLines } of box.devices)
            shape(
                device.key,
                { x: rect.x + x, y: rect.y + y, width: sizes.device, height: sizes.device },
                { fill: colour('band', 'light'), line: ink, weight: 1.5, rounding: 2 },
                { lines: nameLines.length > 0 ? nameLines : [device.name], size: 8, middle: true },
                { element: device.id, title: device.title, type: device.type },
            );
    }

    const zoneKeys = new Map<string, string>();
    const collect = (each: PositionedZone): void => {
        zoneKeys.set(each.node.id, each.node.key);
        each.zones.forEach(collect);
    };
    positioned.zones.forEach(collect);

    function lines({ node, lines: legs }: PositionedConduit): void {
        for (const [index, { end, points, role }] of legs.entries()) {
            const placed = points.map(at);
            if (placed.length < 2) continue;
            const key = `line ${index} ${node.key}`;
            if (role === 'carrier') {
                for (const [part, name, weight] of pipe)
                    stroke(`${part} ${key}`, [placed], { fill: null, line: colour(name, 'light'), weight });
                continue;
            }
            if (node.untrusted) stroke(`medium ${key}`, [placed], untrusted);
            const { colour: name, dash } = plainWire(node);
            const isLater = node.line === null && (node.phase !== null || node.laterEnds.includes(end));
            const entry = entered(node, end, within);
            const id = stroke(
                key,
                [placed],
                { fill: null, line: colour(name, 'light'), weight: 1.75, dash: isLater ? 'dashed' : dash },
                entry,
            );
            const glue = (from: 'BeginX' | 'EndX', part: number, to: string | undefined): void => {
                const target = ids.get(to ?? '');
                if (target === undefined) return;
                connects.push(
                    tag('Connect', {
                        FromSheet: id,
                        FromCell: from,
                        FromPart: part,
                        ToSheet: target,
                        ToCell: 'PinX',
                        ToPart: 3,
                    }),
                );
            };
            glue('BeginX', 9, zoneKeys.get(end));
            glue('EndX', 12, node.key);
        }
    }

    positioned.bands.forEach(band);
    positioned.zones.forEach(zoneShapes);
    positioned.conduits.forEach(conduit);
    positioned.conduits.forEach(lines);
    plainFrame(positioned, 'vsdx').forEach((item, index) => {
        const { rect, fill, line, dash, weight, rounding, words, size, bold, centred, sign } = item;
        if (sign === 'wireless') return void waves(`frame ${index}`, rect.x, rect.y);
        const text = {
            lines: words,
            size,
            bold,
            ...(centred ? { middle: true, colour: centred } : { left: 4, top: true }),
        };
        shape(`frame ${index}`, rect, { fill, line, dash, weight, rounding }, words.length > 0 ? text : null);
    });
    const title = positioned.graph.view?.title ?? positioned.graph.system?.title ?? 'Zones and conduits';
    return packageOf(title, inches(page.width), inches(page.height), shapes, connects);
}
