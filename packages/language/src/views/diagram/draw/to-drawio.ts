import type { AssetNode, ConduitNode, ZoneNode } from '../content/graph.ts';
import { protocolsOf } from '../content/words.ts';
import type { Positioned, PositionedConduit, PositionedZone, Rect } from '../layout/positioned.ts';
import { belowTitle } from '../measure/zone-box.ts';
import { faces, sizes } from '../measure/measures.ts';
import { tag } from '../../text/xml.ts';
import { cardLabel, cardMarks, cardStyle } from './drawio-card.ts';
import { partCell, shapeCell, style, type Inside } from './drawio-cells.ts';
import { conduitLines, type LineEnd } from './drawio-line.ts';
import { bandCell, frameCell, iconStyle, layerCells, layers, lined, small } from './drawio-parts.ts';
import { wavesCell, zoneLabel, zoneMarks, zoneStyle } from './drawio-zone.ts';
import { plainFrame, plainPage } from './plain-frame.ts';
import { withinOf } from './session.ts';
import { turnOf } from './svg-conduit.ts';
import { signs } from './svg-marks.ts';
import { colour } from './theme.ts';

/** What every badge and sign in a disc has. */
const mark = { html: 1, rounded: 1, strokeColor: 'none', fontSize: 10, fontStyle: 1, spacing: 0 } as const;

type Marked = Pick<AssetNode | ConduitNode | ZoneNode, 'key' | 'badge' | 'emphasis'>;

/** One page. */
function pageText(positioned: Positioned): string {
    const cells: string[] = [];
    const page = plainPage(positioned, 'drawio');
    const down = positioned.graph.direction === 'down';
    const within = withinOf(positioned.zones);
    const onLayer = (name: keyof typeof layers): Inside => ({ parent: layers[name], origin: page });

    /** Findings have a layer of their own, over everything; on an icon they have no number. */
    function badge({ key, badge: found, emphasis }: Marked, x: number, y: number, onIcon = false): void {
        if (!found) return;
        const { severity, count, messages } = found;
        const look = style(mark, {
            arcSize: severity === 'error' ? 12 : 50,
            fillColor: colour(severity, 'light'),
            fontColor: colour('onBadge', 'light'),
            ...(emphasis === 'pale' ? { opacity: 35 } : {}),
        });
        const facts = { findings: messages.join('\n'), severity, tooltip: messages.join('\n') };
        const label = onIcon ? signs[severity] : `${signs[severity]} ${count}`;
        const rect = onIcon ? { x: x - 7, y: y - 7, width: 14, height: 14 } : { x, y, width: 28, height: 18 };
        cells.push(shapeCell({ key: `findings ${key}`, label, style: look }, onLayer('findings'), rect, facts));
    }

    /** A disc with a sign. */
    function disc(key: string, label: string, middle: { x: number; y: number }, inside: Inside): void {
        const look = style(mark, {
            arcSize: 50,
            fillColor: colour('ink', 'light'),
            fontColor: colour('canvas', 'light'),
        });
        const rect = { x: middle.x - 7, y: middle.y - 7, width: 14, height: 14 };
        cells.push(partCell({ key, label, style: look }, inside, rect));
    }

    function asset(node: AssetNode, label: string, look: string, rect: Rect, around: Inside): void {
        cells.push(
            shapeCell({ key: node.key, label, style: look }, around, rect, {
                element: node.id,
                title: node.title,
                type: node.type,
                addresses: node.addresses.join(', ') || null,
                criticality: node.criticality,
                essential: node.essential ? 'yes' : null,
                day: node.phase?.words ?? null,
                hops: node.hops,
                tooltip: node.id,
            }),
        );
        const inside = { parent: node.key, origin: rect };
        if (node.essential) disc(`essential ${node.key}`, 'E', { x: rect.x - 1, y: rect.y + 3 }, inside);
        if (node.wireless) cells.push(wavesCell(node.key, rect.x - 7, rect.y + rect.height - 9, inside));
        badge(node, rect.x + rect.width, rect.y + 2, true);
    }

    function zone(each: PositionedZone, around: Inside): void {
        const { node, rect, head, box, assets, zones } = each;
        cells.push(
            shapeCell({ key: node.key, label: zoneLabel(box.header), style: zoneStyle(each) }, around, rect, {
                element: node.id,
                kind: node.kind,
                purdue: node.purdue,
                'sl-t': node.levels.slT.map(level => level ?? '-').join(' '),
                'sl-a': node.levels.shownSlA.map(level => level ?? '-').join(' '),
                day: node.phase?.words ?? null,
                tooltip: node.id,
            }),
        );
        const inside = { parent: node.key, origin: rect };
        cells.push(...zoneMarks(each, inside));
        for (const { node: inner, cell, rect: place } of assets) {
            const { titleLines } = cell;
            const title =
                inner.count > 1
                    ? [...titleLines.slice(0, -1), `${titleLines.at(-1) ?? ''} ×${inner.count}`]
                    : titleLines;
            const icon = { x: place.x + place.width / 2 - 18, y: place.y + 2, width: sizes.icon, height: sizes.icon };
            const label = [lined(title), ...belowTitle(cell).map(small)].join('<br>');
            asset(inner, label, iconStyle(inner), icon, inside);
        }
        badge(node, head.badge, rect.y + 10);
        for (const inner of zones) zone(inner, inside);
    }

    const ends = new Map<string, LineEnd>();
    const collect = ({ node, rect, zones }: PositionedZone): void => {
        ends.set(node.id, { key: node.key, rect });
        zones.forEach(collect);
    };
    positioned.zones.forEach(collect);

    function conduit(each: PositionedConduit): void {
        const { node, box, rect } = each;
        const look = { key: node.key, label: cardLabel(each, down, within), style: cardStyle(each) };
        cells.push(
            shapeCell(look, onLayer('conduits'), rect, {
                element: node.id,
                'leads-to': node.away.map(({ id }) => id).join(', ') || null,
                over: node.over.join(', ') || null,
                protocols: protocolsOf(node) || null,
                'sl-t': node.levels.slT.map(level => level ?? '-').join(' '),
                monitored: node.monitoredBy,
                'clear-text': node.clearText ? 'yes' : null,
                untrusted: node.untrusted ? 'yes' : null,
                wireless: node.wireless ? 'yes' : null,
                day: node.phase?.words ?? null,
                cut: node.severed ? 'yes' : null,
                tooltip: node.id,
            }),
        );
        const inside = { parent: node.key, origin: rect };
        cells.push(...cardMarks(each, down, inside));
        for (const { node: device, x, y, nameLines } of box.devices) {
            const icon = { x: rect.x + x, y: rect.y + y, width: sizes.device, height: sizes.device };
            const turn = turnOf(device.icon, each, down, within);
            asset(device, lined(nameLines), iconStyle(device, faces.assetName.size, turn), icon, inside);
        }
        badge(node, rect.x + box.badge.x, rect.y + box.badge.y);
        node.steps.forEach((step, index) =>
            disc(`step ${index} ${node.key}`, String(step), { x: rect.x + 3 + index * 19, y: rect.y + 2 }, inside),
        );
        cells.push(...conduitLines(each, onLayer('lines'), id => ends.get(id), within));
    }

    cells.push(...positioned.bands.map((band, index) => bandCell(band, index, page)));
    for (const each of positioned.zones) zone(each, onLayer('zones'));
    for (const each of positioned.conduits) conduit(each);
    cells.push(...plainFrame(positioned, 'drawio').map((item, index) => frameCell(item, index, page)));
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
