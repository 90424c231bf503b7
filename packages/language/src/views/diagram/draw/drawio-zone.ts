import { gapTone } from '../content/tone.ts';
import type { ZoneNode } from '../content/graph.ts';
import type { PositionedZone, Rect } from '../layout/positioned.ts';
import { frs } from '../content/words.ts';
import { faces, sizes } from '../measure/measures.ts';
import { shorten } from '../measure/text.ts';
import type { HeaderBox } from '../measure/zone-box.ts';
import { partCell, style, type Inside } from './drawio-cells.ts';
import { emphasisStyle, html, imageStyle, lined, phaseStyle, wavesStyle } from './drawio-parts.ts';
import { borders, carrierRadius } from './svg-zone.ts';
import { colour, toneColours } from './theme.ts';

const radius = 6;
/** How far the border of what is not trusted is wider than its ground, on each side. */
const rim = 2;

/** The words of a head: its title and its facts, as high as they were measured. */
export function zoneLabel({ titleLines, metaLines }: HeaderBox): string {
    const { titleLine, metaLine } = sizes;
    return (
        `<div style="line-height: ${titleLine}px; font-size: ` +
        `${faces.zoneTitle.size}px"><b>${lined(titleLines)}</b></div>` +
        (metaLines.length === 0 ? '' : `<div style="line-height: ${metaLine}px">${lined(metaLines)}</div>`)
    );
}

/** The look of a zone: a container with a head. */
export function zoneStyle({ node, rect, head, box: { header } }: PositionedZone): string {
    const { body, head: ground, edge } = toneColours(node.tone, 'light');
    const temporary = node.traits.includes('temporary');
    const startSize = Math.round(header.height);
    return style(
        {
            swimlane: '',
            html: 1,
            startSize,
            fillColor: ground,
            swimlaneFillColor: body,
            swimlaneLine: 0,
            strokeColor: edge,
            rounded: 1,
            // diagrams.net rounds by a share of three times the head.
            arcSize: Math.round((1000 * (node.carrier ? carrierRadius : radius)) / (3 * startSize)) / 10,
            container: 1,
            collapsible: 0,
            fontStyle: 0,
            fontSize: faces.zoneMeta.size,
            align: 'left',
            verticalAlign: 'top',
            // With the two pixels that every label keeps, the words begin where those of the picture do.
            spacingTop: 8,
            spacingLeft: Math.max(0, Math.round(head.left - rect.x - 2)),
            fontColor: colour('ink', 'light'),
            strokeWidth: node.kind === 'safety' ? 4 : 1.25,
            dashed: node.kind === 'external' || temporary ? 1 : 0,
        },
        node.kind === 'external' || temporary
            ? { dashPattern: temporary ? borders.temporary : borders.external, fixDash: 1 }
            : {},
        phaseStyle(node.phase),
        emphasisStyle(node.emphasis),
    );
}

/** The sign of what goes through the air as a mark on a shape. */
export const wavesCell = (key: string, x: number, y: number, inside: Inside): string =>
    partCell({ key: `wireless ${key}`, label: '', style: wavesStyle() }, inside, {
        x,
        y,
        width: 12,
        height: 10,
    });

/** Of what is off the path that is shown: the same as its zone, but words can be read. */
const faded = ({ emphasis }: ZoneNode): { readonly opacity?: number } => (emphasis === 'pale' ? { opacity: 35 } : {});

/** The hazard stripe of a safety zone. */
function stripeCell({ node, rect }: PositionedZone, inside: Inside): string {
    const [width, height] = [sizes.stripe, Math.round(rect.height - 8)];
    const svg =
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ` +
        `${height}"><defs><pattern id="h" width="8" height="8" patternUnits="userSpaceOnUse" ` +
        `patternTransform="rotate(45)"><rect width="8" height="8" fill="${colour('hazard', 'light')}"/><path ` +
        `d="M2 0v8" stroke="${colour('onHazard', 'light')}" stroke-width="4"/></pattern></defs><rect ` +
        `width="${width}" height="${height}" fill="url(#h)"/></svg>`;
    return partCell({ key: `stripe ${node.key}`, label: '', style: style(imageStyle(svg)) }, inside, {
        x: rect.x + 3,
        y: rect.y + 4,
        width,
        height,
    });
}

/** The level of a zone in a chip, and its levels one by one. */
function levelCells(
    { node, rect, head: { right, columns }, box: { header } }: PositionedZone,
    inside: Inside,
): string[] {
    const { edge } = toneColours(node.tone, 'light');
    const top = rect.y + 16 + header.titleLines.length * sizes.titleLine + header.metaLines.length * sizes.metaLine;
    const look = { html: 1, strokeColor: edge, fontColor: colour('ink', 'light'), spacing: 0, ...faded(node) };
    const chip: Rect = {
        x: right - header.chip.width,
        y: rect.y + 9,
        width: header.chip.width,
        height: sizes.chipHeight,
    };
    const card = colour('card', 'light');
    return [
        partCell(
            {
                key: `level ${node.key}`,
                label: html(header.chip.text),
                style: style(look, {
                    rounded: 1,
                    arcSize: 50,
                    fillColor: card,
                    fontSize: faces.chip.size,
                    fontStyle: 1,
                }),
            },
            inside,
            chip,
        ),
        ...header.strip.map(({ fr, value, gap }, index) => {
            const tone = gap === null ? null : toneColours(gapTone(gap), 'light');
            return partCell(
                {
                    key: `level ${index + 1} ${node.key}`,
                    label:
                        `${html(frs[fr] ?? '')}<br><b style="font-size: ` +
                        `${faces.stripValue.size}px">${html(value)}</b>`,
                    style: style(
                        look,
                        { fillColor: tone?.head ?? card, fontSize: faces.strip.size },
                        tone ? { strokeColor: tone.edge } : {},
                    ),
                },
                inside,
                {
                    x: columns[index % header.stripColumns] ?? right,
                    y: top + Math.floor(index / header.stripColumns) * sizes.stripHeight,
                    width: sizes.stripCell,
                    height: sizes.stripHeight,
                },
            );
        }),
    ];
}

/** The frame around the own assets of a zone with nested ones, where the lines to them end. */
function ownCell({ node, own, assets }: PositionedZone, inside: Inside): string {
    if (!own?.framed) return '';
    const words = assets.length === 0 ? shorten(`network of ${node.name}`, faces.assetName, own.width - 8) : '';
    const look = style({
        html: 1,
        fillColor: 'none',
        strokeColor: colour('rule', 'light'),
        dashed: 1,
        fontSize: faces.assetName.size,
        fontColor: colour('muted', 'light'),
        pointerEvents: 0,
    });
    return partCell({ key: `own ${node.key}`, label: html(words), style: look }, inside, own);
}

/** All that a zone has on it, apart from what is in it: they move with it. */
export function zoneMarks(zone: PositionedZone, inside: Inside): string[] {
    const { node, rect, head } = zone;
    const ground = style({
        rounded: 1,
        absoluteArcSize: 1,
        arcSize: 2 * (rim + (node.carrier ? carrierRadius : radius)),
        fillColor: 'none',
        strokeColor: colour('untrusted', 'light'),
        strokeWidth: 4,
        dashed: 1,
        dashPattern: '3 3',
        fixDash: 1,
        pointerEvents: 0,
        ...faded(node),
    });
    return [
        node.traits.includes('untrusted')
            ? partCell({ key: `untrusted ${node.key}`, label: '', style: ground }, inside, {
                  x: rect.x - rim,
                  y: rect.y - rim,
                  width: rect.width + 2 * rim,
                  height: rect.height + 2 * rim,
              })
            : '',
        node.kind === 'safety' ? stripeCell(zone, inside) : '',
        ...levelCells(zone, inside),
        node.traits.includes('wireless')
            ? wavesCell(node.key, head.right - 16, rect.y + 13 + sizes.chipHeight, inside)
            : '',
        ownCell(zone, inside),
    ].filter(cell => cell !== '');
}
