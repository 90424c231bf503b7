import type { AssetNode, ConduitNode } from '../content/graph.ts';
import type { Phase } from '../content/phase.ts';
import { bandWords } from '../content/words.ts';
import type { Band, Point, Rect } from '../layout/positioned.ts';
import { faces } from '../measure/measures.ts';
import { wrap } from '../measure/text.ts';
import { escape, tag } from '../../text/xml.ts';
import { iconSvg } from './icons.ts';
import type { FrameItem } from './plain-frame.ts';
import { laterDashes } from './svg-style.ts';
import { hidesAlone } from './svg-wire.ts';
import { colour } from './theme.ts';

export const style = (parts: Readonly<Record<string, string | number>>): string =>
    Object.entries(parts)
        .map(([key, value]) => (value === '' ? key : `${key}=${value}`))
        .join(';') + ';';

/** Base64 of ASCII text, which all drawings are. */
export const base64 = (text: string): string => btoa(text);

/** The dashes of what is not there on the day. */
export const phaseStyle = (phase: Phase | null): Record<string, string | number> =>
    phase ? { dashed: 1, dashPattern: laterDashes, ...(phase.state === 'retired' ? { opacity: 50 } : {}) } : {};

export function iconStyle(node: AssetNode): string {
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
        ...(node.phase ? { imageBorder: colour('ink', 'light'), ...phaseStyle(node.phase) } : {}),
    });
}

/** The look of the line of a conduit to one of its ends: its encryption, what was found, a cut, or another day. */
export function lineStyle(node: ConduitNode, end: string): Record<string, string | number> {
    const { line, kind, clearText, phase, severed, laterEnds } = node;
    const later: Phase | null = laterEnds.includes(end) ? { state: 'planned', words: '' } : null;
    if (line === null)
        return {
            strokeColor: colour(kind === 'undeclared' ? 'error' : 'line', 'light'),
            dashed: clearText || kind === 'undeclared' ? 1 : 0,
            ...phaseStyle(later ?? phase),
            ...(severed ? { strokeColor: colour('error', 'light'), strokeWidth: 2.5, opacity: 40 } : {}),
        };
    const name = line === 'alone' || hidesAlone(node) ? 'error' : line === 'seen' ? 'line' : 'rule';
    return {
        strokeColor: colour(name, 'light'),
        dashed: line === 'permitted' ? 1 : 0,
        ...(line === 'permitted' ? { dashPattern: '1 4' } : {}),
    };
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

/** A part of the frame around the drawing: it takes no lines. */
export function frameCell(
    { rect, fill, line, dashed, words, size, bold: isBold }: FrameItem,
    index: number,
    page: Rect,
): string {
    return tag(
        'mxCell',
        {
            id: `frame ${index}`,
            value: words.map(html).join('<br>'),
            vertex: 1,
            parent: layers.frame,
            connectable: 0,
            style: style({
                html: 1,
                fillColor: fill ?? 'none',
                strokeColor: line ?? 'none',
                dashed: dashed ? 1 : 0,
                align: 'left',
                verticalAlign: words.length > 1 ? 'middle' : 'top',
                spacingLeft: 4,
                fontSize: size,
                fontStyle: isBold ? 1 : 0,
                fontColor: colour('ink', 'light'),
                ...(words.length === 0 ? { pointerEvents: 0 } : {}),
            }),
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
