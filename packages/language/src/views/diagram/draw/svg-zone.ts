import { gapTone } from '../content/tone.ts';
import { frs } from '../content/words.ts';
import type { Levels, ZoneNode } from '../content/graph.ts';
import { faces, sizes } from '../measure/measures.ts';
import { shorten, widest, type Face } from '../measure/text.ts';
import { belowTitle } from '../measure/zone-box.ts';
import type { PositionedAsset, PositionedZone, Rect } from '../layout/positioned.ts';
import { bandSvg } from './svg-bands.ts';
import { assetTooltip, badgeSvg, groupOf, iconMarks, iconSize, text, waves } from './svg-marks.ts';
import { escape, number, tag } from '../../text/xml.ts';

const radius = 6;
/** Of a zone whose network carries conduits: as round as a pipe. */
export const carrierRadius = 20;
/** Dashes of borders. */
export const borders = { external: '7 4', temporary: '1.5 3.5' } as const;
const stripeWidth = 9;

/** A rectangle with its two upper corners rounded. */
function headPath({ x, y, width }: Rect, height: number, r: number): string {
    return (
        `M${number(x)} ${number(y + height)}v${number(r - height)}a${r} ${r} 0 0 1 ${r} ` +
        `-${r}h${number(width - 2 * r)}a${r} ${r} 0 0 1 ${r} ${r}v${number(height - r)}z`
    );
}

const vector = (levels: readonly (number | null)[]): string => levels.map(level => level ?? '–').join(' ');

/** The levels of a zone or conduit in words, in the order IAC UC SI DC RDF TRE RA. */
export function levelTooltip(levels: Levels): string[] {
    const source = levels.derived.replace('derived', 'derived from the zones');
    return [
        `SL-T ${vector(levels.slT)}${source && ` (${source})`}`,
        `SL-C ${vector(levels.slC)}`,
        `SL-A ${vector(levels.shownSlA)}`,
    ];
}

function zoneTooltip(node: ZoneNode): string {
    return [
        `Zone ${node.id}${node.title === null ? '' : ` “${node.title}”`}`,
        [node.kind ?? '', node.purdue === null ? '' : `Purdue level ${node.purdue}`, ...node.traits]
            .filter(part => part !== '')
            .join(', '),
        node.phase?.words ?? '',
        ...levelTooltip(node.levels),
        ...(node.badge?.messages ?? []),
    ]
        .filter(line => line !== '')
        .join('\n');
}

function assetSvg({ node, cell, rect }: PositionedAsset): string {
    const middle = rect.x + rect.width / 2;
    let y = rect.y + iconSize + 6;
    const lines = cell.titleLines.map(line => text('at', middle, (y += sizes.assetLine) - 3, line));
    for (const line of belowTitle(cell)) lines.push(text('an', middle, (y += sizes.assetLine) - 3, line));
    return tag(
        'g',
        groupOf('asset', node),
        tag('title', {}, escape(assetTooltip(node))),
        iconMarks(node, middle - iconSize / 2, rect.y + 2, iconSize),
        ...lines,
    );
}

function headSvg({ node, box: { header }, rect, head: { left, right, badge, columns } }: PositionedZone): string {
    const chipLeft = right - header.chip.width;
    let y = rect.y + 10;
    const lines = header.titleLines.map(line => text('zt', left, (y += sizes.titleLine) - 4, line));
    for (const line of header.metaLines) lines.push(text('zm', left, (y += sizes.metaLine) - 3, line));
    const cells = header.strip.map((cell, index) => {
        const x = columns[index % header.stripColumns] ?? right;
        const top = y + Math.floor(index / header.stripColumns) * sizes.stripHeight;
        const tone = cell.gap === null ? '' : ` class="${gapTone(cell.gap)}"`;
        const fill =
            cell.gap === null
                ? tag('rect', { class: 'chipbox', x, y: top + 4, width: sizes.stripCell, height: sizes.stripHeight })
                : `<g${tone}>` +
                  tag('rect', { class: 'cell', x, y: top + 4, width: sizes.stripCell, height: sizes.stripHeight }) +
                  '</g>';
        return (
            fill +
            text(cell.gap === null ? 'sn' : 'si', x + sizes.stripCell / 2, top + 15, frs[cell.fr] ?? '') +
            text('sv', x + sizes.stripCell / 2, top + 29, cell.value)
        );
    });
    return [
        ...lines,
        tag('rect', {
            class: 'chipbox',
            x: chipLeft,
            y: rect.y + 9,
            width: header.chip.width,
            height: sizes.chipHeight,
            rx: sizes.chipHeight / 2,
        }),
        text('chip', chipLeft + header.chip.width / 2, rect.y + 23, header.chip.text),
        ...cells,
        node.traits.includes('wireless') ? waves(right - 16, rect.y + 9 + sizes.chipHeight + 4) : '',
        node.badge ? badgeSvg(node.badge, badge, rect.y + 10) : '',
    ].join('');
}

/** How far the second line of a safety zone is inside the first. */
const inset = 3.5;

/**
 * A safety zone has a second line inside its border, where lines from outside end on the first, and a hazard stripe
 * along its left edge.
 */
function safetySvg({ x, y, width, height }: Rect): string {
    return (
        tag('rect', {
            x: x + inset,
            y: y + inset,
            width: stripeWidth,
            height: height - 2 * inset,
            fill: 'url(#iacs-hazard)',
        }) +
        tag('rect', {
            class: 'safe',
            x: x + inset,
            y: y + inset,
            width: width - 2 * inset,
            height: height - 2 * inset,
            rx: radius - inset,
        })
    );
}

/** The head of a zone whose words lie over lines: drawn after these, on a ground of their own. */
export function headOver(zone: PositionedZone): string {
    const {
        node,
        head,
        rect,
        box: { header },
    } = zone;
    const titled = header.titleLines.length * sizes.titleLine;
    const ground = (lines: readonly string[], face: Face, y: number, height: number): string =>
        tag('rect', { class: 'top', x: head.left - 4, y, width: widest(lines, face) + 8, height, rx: 3 });
    return tag(
        'g',
        { ...groupOf('zone-head', node), class: `zone-head ${node.tone}`, 'data-key': `head:${node.key}` },
        ground(header.titleLines, faces.zoneTitle, rect.y + 9, titled + 2),
        ground(header.metaLines, faces.zoneMeta, rect.y + 9 + titled, header.metaLines.length * sizes.metaLine + 2),
        headSvg(zone),
    );
}

/** The border of a zone: what lies outside the system is dashed, what is there for a time is dotted. */
function borderOf(node: ZoneNode): string | null {
    return node.traits.includes('temporary') ? borders.temporary : node.kind === 'external' ? borders.external : null;
}

/**
 * The frame around the own assets of a zone with nested zones, where the lines to them end; without assets its network.
 */
function ownSvg(
    { node, assets }: PositionedZone,
    { x, y, width, height, framed }: NonNullable<PositionedZone['own']>,
): string {
    // Without lines to it the frame is not seen, but its place can be read from the picture.
    if (!framed) return tag('rect', { class: 'own unseen', x, y, width, height });
    return tag(
        'g',
        {},
        tag('title', {}, escape(`directly in ${node.id}`)),
        tag('rect', { class: 'own', x, y, width, height, rx: 4 }),
        assets.length === 0
            ? text(
                  'an',
                  x + width / 2,
                  y + height / 2 + 4,
                  shorten(`network of ${node.name}`, faces.assetName, width - 8),
              )
            : '',
    );
}

/**
 * A zone with all that is in it, apart from conduits.
 * @param only `outer` leaves out zones without nested ones, for lines that run below these; `leaves` gives these alone
 */
export function zoneSvg(zone: PositionedZone, only: 'all' | 'outer' | 'leaves' = 'all'): string {
    const leaf = zone.zones.length === 0;
    if (only === 'outer' && leaf) return '';
    if (only === 'leaves' && !leaf) return zone.zones.map(inner => zoneSvg(inner, only)).join('');
    const { node, rect, box } = zone;
    const round = node.carrier ? carrierRadius : radius;
    const outline = { x: rect.x, y: rect.y, width: rect.width, height: rect.height, rx: round };
    const group = groupOf('zone', node);
    return tag(
        'g',
        { ...group, class: `${group['class']} ${node.tone}` },
        tag('title', {}, escape(zoneTooltip(node))),
        node.traits.includes('untrusted') ? tag('rect', { class: 'under', ...outline }) : '',
        tag('rect', { class: 'body', ...outline, 'stroke-dasharray': borderOf(node) }),
        tag('path', {
            class: 'top',
            d: headPath(
                { x: rect.x + 0.6, y: rect.y + 0.6, width: rect.width - 1.2, height: 0 },
                box.header.height,
                round,
            ),
        }),
        node.kind === 'safety' ? safetySvg(rect) : '',
        zone.head.crossed ? '' : headSvg(zone),
        ...zone.bands.map(band => bandSvg(band, 'inside')),
        zone.own ? ownSvg(zone, zone.own) : '',
        ...zone.assets.map(assetSvg),
        ...zone.zones.map(inner => zoneSvg(inner, only)),
    );
}
