import type { PositionedZone, Rect } from '../layout/positioned.ts';
import { frs } from '../content/words.ts';
import { faces, sizes } from '../measure/measures.ts';
import { widthOf } from '../measure/text.ts';
import { wider } from './plain-frame.ts';
import { colour, toneColours } from './theme.ts';
import type { Look, Words } from './vsdx-shape.ts';

/** A shape of a head, with its name. */
export interface HeadShape {
    readonly key: string;
    readonly rect: Rect;
    readonly look: Look;
    readonly words: Words | null;
}

/** The size at which each of the facts keeps to one line, whatever font there is, in pixels. */
function sizeFor(lines: readonly string[], room: number): number {
    const width = Math.max(1, ...lines.map(line => widthOf(line, faces.zoneMeta)));
    return faces.zoneMeta.size * Math.min(1, room / (width * wider));
}

/** The head of a zone as it is in the picture: title, facts, its level in a chip, and its levels one by one. */
export function headShapes({
    node,
    rect,
    head: { left, right, columns },
    box: { header },
}: PositionedZone): HeadShape[] {
    const { head, edge } = toneColours(node.tone, 'light');
    const card = colour('card', 'light');
    const titled = 8 + header.titleLines.length * sizes.titleLine;
    const below = titled + header.metaLines.length * sizes.metaLine + 6;
    return [
        {
            key: `head ${node.key}`,
            rect: { x: rect.x + 1, y: rect.y + 1, width: rect.width - 2, height: header.height - 1 },
            look: { fill: head, line: null },
            words: null,
        },
        {
            key: `title ${node.key}`,
            rect: { x: left, y: rect.y + 8, width: right - header.chip.width - left, height: titled - 8 },
            look: { fill: null, line: null },
            words: { lines: header.titleLines, size: faces.zoneTitle.size, bold: true },
        },
        {
            key: `facts ${node.key}`,
            rect: { x: left, y: rect.y + titled, width: right - left, height: below - titled - 6 },
            look: { fill: null, line: null },
            words: { lines: header.metaLines, size: sizeFor(header.metaLines, right - left), top: true },
        },
        {
            key: `level ${node.key}`,
            rect: {
                x: right - header.chip.width,
                y: rect.y + 9,
                width: header.chip.width,
                height: sizes.chipHeight,
            },
            look: { fill: card, line: edge, rounding: sizes.chipHeight / 2 },
            words: { lines: [header.chip.text], size: faces.chip.size, bold: true, middle: true },
        },
        ...header.strip.map(({ fr, value }, index): HeadShape => ({
            key: `level ${index + 1} ${node.key}`,
            rect: {
                x: columns[index % header.stripColumns] ?? right,
                y: rect.y + below + Math.floor(index / header.stripColumns) * sizes.stripHeight,
                width: sizes.stripCell,
                height: sizes.stripHeight,
            },
            look: { fill: card, line: edge },
            words: { lines: [frs[fr] ?? '', value], size: faces.strip.size, middle: true },
        })),
    ];
}
