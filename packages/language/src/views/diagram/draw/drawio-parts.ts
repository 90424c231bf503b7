import type { AssetNode, Emphasis } from '../content/graph.ts';
import type { Phase } from '../content/phase.ts';
import { bandWords } from '../content/words.ts';
import type { Band, Point, Rect } from '../layout/positioned.ts';
import { faces } from '../measure/measures.ts';
import { wrap } from '../measure/text.ts';
import { escape, tag } from '../../text/xml.ts';
import { style } from './drawio-cells.ts';
import { iconSvg } from './icons.ts';
import type { Dash, FrameItem } from './plain-item.ts';
import { laterDashes } from './svg-style.ts';
import { colour } from './theme.ts';

/** Base64 of ASCII text, which all drawings are. */
export const base64 = (text: string): string => btoa(text);

/** The dashes of what is not there on the day, in pixels: diagrams.net multiplies them with the width of the line. */
export const phaseStyle = (phase: Phase | null): Record<string, string | number> =>
    phase
        ? { dashed: 1, dashPattern: laterDashes, fixDash: 1, ...(phase.state === 'retired' ? { opacity: 50 } : {}) }
        : {};

/** What is off the path that is shown steps back; what is on it has a thick line. */
export const emphasisStyle = (emphasis: Emphasis): Record<string, string | number> =>
    emphasis === 'pale'
        ? { opacity: 35, fontColor: colour('muted', 'light') }
        : emphasis === 'strong'
          ? { strokeWidth: 3 }
          : {};

/** A picture as the look of a shape. */
export const imageStyle = (svg: string): Record<string, string | number> => ({
    shape: 'image',
    image: `data:image/svg+xml,${base64(svg)}`,
    imageAspect: 0,
});

/**
 * An icon with its words below it.
 * @param turn of the icon, in degrees; the words stay level
 */
export function iconStyle(node: AssetNode, fontSize: number = faces.assetTitle.size, turn = 0): string {
    return style(
        imageStyle(iconSvg(node.icon, colour('ink', 'light'), colour('card', 'light'), turn)),
        {
            verticalLabelPosition: 'bottom',
            verticalAlign: 'top',
            spacingTop: -3,
            labelBackgroundColor: 'none',
            html: 1,
            fontSize,
            fontColor: colour(fontSize === faces.assetTitle.size ? 'ink' : 'muted', 'light'),
            aspect: 'fixed',
        },
        node.phase ? { imageBorder: colour('ink', 'light'), ...phaseStyle(node.phase) } : {},
        emphasisStyle(node.emphasis),
    );
}

/** Labels of diagrams.net are HTML, so a text is escaped for that first. */
export const html = (text: string): string => escape(text);

/** Lines as they were measured, so that a label takes the room that is kept for it. */
export const lined = (lines: readonly string[]): string => lines.map(html).join('<br>');
export const bold = (lines: readonly string[]): string => `<b>${lined(lines)}</b>`;
export const small = (text: string): string =>
    `<font style="font-size: 10px;" color="${colour('muted', 'light')}">${html(text)}</font>`;

/** The layers of a page, from the lowest to the highest; diagrams.net shows and hides each. */
export const layers = {
    bands: 'layer bands',
    zones: '1',
    lines: 'layer lines',
    conduits: 'layer conduits',
    findings: 'layer findings',
    frame: 'layer frame',
} as const;

const layerNames: Readonly<Record<keyof typeof layers, string>> = {
    bands: 'Levels',
    zones: 'Zones',
    lines: 'Lines',
    conduits: 'Conduits',
    findings: 'Findings',
    frame: 'Legend and title block',
};

export const layerCells = (): string[] =>
    (Object.keys(layers) as (keyof typeof layers)[]).map(name =>
        tag('mxCell', { id: layers[name], value: layerNames[name], parent: '0' }),
    );

/** A place from the corner of the page: what lies left of it or above would print on another one. */
export const onPage = <T extends Point>(place: T, page: Rect): T => ({
    ...place,
    x: Math.round((place.x - page.x) * 10) / 10,
    y: Math.round((place.y - page.y) * 10) / 10,
});

/** Dashes in pixels: diagrams.net multiplies them with the width of the line unless `fixDash` is set. */
export const dashes = (dash: Dash): Record<string, string | number> =>
    dash === 'solid' ? { dashed: 0 } : { dashed: 1, dashPattern: dash === 'dashed' ? '8 4' : '2 4', fixDash: 1 };

/** The sign of what goes through the air, in a field of 12 by 10. */
export const wavesStyle = (): string =>
    style(
        imageStyle(
            '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="10" viewBox="0 0 12 10"><path fill="none" ' +
                `stroke="${colour('ink', 'light')}" stroke-width="1.4" stroke-linecap="round" ` +
                'd="M1 4a7 7 0 0 1 10 0M4 7a3 3 0 0 1 4 0M6 9.5v.01"/></svg>',
        ),
    );

/** A part of the frame around the drawing: it takes no lines. */
export function frameCell(each: FrameItem, index: number, page: Rect): string {
    const { rect, fill, line, dash, weight, rounding, words, size, bold: isBold, centred, sign } = each;
    const look =
        sign === 'wireless'
            ? wavesStyle()
            : style(
                  {
                      html: 1,
                      fillColor: fill ?? 'none',
                      strokeColor: line ?? 'none',
                      strokeWidth: weight,
                      ...(dash === 'solid'
                          ? {}
                          : { dashed: 1, dashPattern: dash === 'dashed' ? '4 2' : '2 3', fixDash: 1 }),
                      ...(rounding > 0 ? { rounded: 1, absoluteArcSize: 1, arcSize: 2 * rounding } : {}),
                      fontSize: size,
                      fontStyle: isBold ? 1 : 0,
                      fontColor: centred ?? colour('ink', 'light'),
                  },
                  centred === null
                      ? { align: 'left', verticalAlign: words.length > 1 ? 'middle' : 'top', spacingLeft: 4 }
                      : { spacing: 0 },
                  words.length === 0 ? { pointerEvents: 0 } : {},
              );
    return tag(
        'mxCell',
        {
            id: `frame ${index}`,
            value: words.map(html).join('<br>'),
            vertex: 1,
            parent: layers.frame,
            connectable: 0,
            style: look,
        },
        tag('mxGeometry', { ...onPage(rect, page), as: 'geometry' }),
    );
}

/** A band of a Purdue level: it lies under everything and takes no lines. */
export function bandCell(band: Band, index: number, page: Rect): string {
    const { rect } = band;
    const { name, note } = bandWords(band);
    return tag(
        'mxCell',
        {
            id: `band ${index}`,
            value: `<b>${html(name)}</b><br>${lined(wrap(note, faces.bandNote, 78, 5))}`,
            vertex: 1,
            parent: layers.bands,
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
        tag('mxGeometry', { ...onPage(rect, page), as: 'geometry' }),
    );
}
