import type { Band, Positioned, PositionedConduit, PositionedZone } from '../layout/positioned.ts';
import { bandWords, protocolsOf } from '../content/words.ts';
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
import { VsdxDrawing } from './vsdx-drawing.ts';
import { headShapes } from './vsdx-head.ts';
import { packageOf } from './vsdx-package.ts';
import { inches, type Look } from './vsdx-shape.ts';

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
    const drawing = new VsdxDrawing(page);
    const ink = colour('ink', 'light');
    const muted = colour('muted', 'light');

    function band(each: Band, index: number): void {
        const { name, note } = bandWords(each);
        drawing.shape(
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
        if (node.traits.includes('untrusted'))
            drawing.shape(`untrusted ${node.key}`, rect, { ...untrusted, rounding }, null);
        drawing.shape(
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
                'SL-A': node.levels.shownSlA.map(level => level ?? '-').join(' '),
                day: node.phase?.words ?? null,
            },
        );
        for (const each of headShapes(zone)) drawing.shape(each.key, each.rect, each.look, each.words);
        if (node.traits.includes('wireless'))
            drawing.waves(node.key, zone.head.right - 16, rect.y + 13 + sizes.chipHeight);
        if (safety)
            drawing.shape(
                `stripe ${node.key}`,
                { x: rect.x + 1, y: rect.y + 4, width: sizes.stripe, height: rect.height - 8 },
                { fill: colour('hazard', 'light'), line: null },
                null,
            );
        for (const { node: asset, rect: place, cell } of assets) {
            const many = asset.count > 1 ? [`× ${asset.count}`] : [];
            drawing.shape(
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
                    day: asset.phase?.words ?? null,
                },
            );
            if (asset.wireless) drawing.waves(asset.key, place.x + place.width - 19, place.y + 5);
        }
        zones.forEach(zoneShapes);
    }

    function conduit(each: PositionedConduit): void {
        const { node, box, rect } = each;
        const stray = node.kind === 'undeclared';
        drawing.shape(
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
                protocols: protocolsOf(node),
                day: node.phase?.words ?? null,
                'SL-T': node.levels.slT.map(level => level ?? '-').join(' '),
                'clear text': node.clearText ? 'yes' : null,
                findings: node.badge ? node.badge.messages.join('\n') : null,
            },
        );
        const air = box.lines.find(line => line.mark === 'wireless');
        if (air) drawing.waves(node.key, rect.x + air.x - sizes.flowArrow, rect.y + air.y - 9);
        if (box.capsule && box.capsule.width > 0)
            drawing.shape(
                `no device ${node.key}`,
                { ...box.capsule, x: rect.x + box.capsule.x, y: rect.y + box.capsule.y },
                { fill: colour('card', 'light'), line: ink, weight: 1.5, rounding: 6 },
                null,
            );
        for (const { node: device, x, y, nameLines } of box.devices)
            drawing.shape(
                device.key,
                { x: rect.x + x, y: rect.y + y, width: sizes.device, height: sizes.device },
                { fill: colour('band', 'light'), line: ink, weight: 1.5, rounding: 2 },
                { lines: nameLines.length > 0 ? nameLines : [device.name], size: 8, middle: true },
                { element: device.id, title: device.title, type: device.type, day: device.phase?.words ?? null },
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
            const placed = points.map(drawing.at);
            if (placed.length < 2) continue;
            const key = `line ${index} ${node.key}`;
            if (role === 'carrier') {
                for (const [part, name, weight] of pipe)
                    drawing.stroke(`${part} ${key}`, [placed], { fill: null, line: colour(name, 'light'), weight });
                continue;
            }
            if (node.untrusted) drawing.stroke(`medium ${key}`, [placed], untrusted);
            const { colour: name, dash } = plainWire(node, end);
            const isLater = node.line === null && (node.phase !== null || node.laterEnds.includes(end));
            const entry = entered(node, end, within);
            const id = drawing.stroke(
                key,
                [placed],
                { fill: null, line: colour(name, 'light'), weight: 1.75, dash: isLater ? 'dashed' : dash },
                entry,
            );
            drawing.glue(id, 'BeginX', zoneKeys.get(end));
            drawing.glue(id, 'EndX', node.key);
        }
    }

    positioned.bands.forEach(band);
    positioned.zones.forEach(zoneShapes);
    positioned.conduits.forEach(conduit);
    positioned.conduits.forEach(lines);
    plainFrame(positioned, 'vsdx').forEach((item, index) => {
        const { rect, fill, line, dash, weight, rounding, words, size, bold, centred, sign } = item;
        if (sign === 'wireless') return void drawing.waves(`frame ${index}`, rect.x, rect.y);
        const text = {
            lines: words,
            size,
            bold,
            ...(centred ? { middle: true, colour: centred } : { left: 4, top: true }),
        };
        drawing.shape(`frame ${index}`, rect, { fill, line, dash, weight, rounding }, words.length > 0 ? text : null);
    });
    const title = positioned.graph.view?.title ?? positioned.graph.system?.title ?? 'Zones and conduits';
    return packageOf(title, inches(page.width), inches(page.height), drawing.shapes, drawing.connects);
}
