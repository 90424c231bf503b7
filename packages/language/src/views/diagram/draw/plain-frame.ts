import type { DiagramGraph } from '../content/graph.ts';
import { headingOf } from '../content/notes.ts';
import type { Positioned, Rect } from '../layout/positioned.ts';
import { faces, sizes } from '../measure/measures.ts';
import { widthOf, wrap } from '../measure/text.ts';
import { item, type FrameItem } from './plain-item.ts';
import { plainLegend, type PlainEntry, type PlainFormat } from './plain-legend.ts';
import { colourNote } from './svg-title.ts';
import { colour } from './theme.ts';

const margin = 28;
const heading = 60;
/** The title block: a row is as tall as what it says takes. */
const block = { width: 420, row: 33, line: 13, most: 6, size: 10 } as const;
const foot = 40;
const row = 20;

/**
 * How far the page reaches around a drawing whose left upper corner is at 0, 0.
 * @param format the program that it is for: the legend has what is drawn there
 */
export function plainPage({ width, height, bands, graph }: Positioned, format: PlainFormat): Rect {
    const down = graph.direction === 'down';
    const gutter = bands.length === 0 ? 0 : sizes.bandGutter[graph.direction];
    const [x, y] = [-margin - (down ? gutter : 0), -margin - heading - (down ? 12 : gutter)];
    const wide = Math.ceil(Math.max(block.width * 2, width + 2 * margin + (down ? gutter : 0) + 24));
    return { x, y, width: wide, height: Math.ceil(height - y + foot + footHeight(graph, wide, format) + margin) };
}

/** A font that a machine has in place of Arial may be so many times as wide. */
export const wider = 1.17;

const lengthOf = ({ words }: PlainEntry): number => 48 + Math.ceil(widthOf(words, faces.frame) * wider);

/** The entries of the legend in rows, beside the title block. */
function inRows(
    graph: DiagramGraph,
    width: number,
    format: PlainFormat,
): { entry: PlainEntry; x: number; y: number }[] {
    const room = width - block.width - 3 * margin;
    let [x, y] = [0, 0];
    return plainLegend(graph, format).map(entry => {
        const length = lengthOf(entry);
        if (x > 0 && x + length > room) [x, y] = [0, y + row];
        const place = { entry, x, y };
        x += length;
        return place;
    });
}

/** A field of the title block, its place from the left upper corner of the block. */
interface Field {
    readonly rect: Rect;
    readonly words: readonly string[];
}

/** The fields of the title block, with long names in as many lines as they take, and its height. */
function titleBlock(graph: DiagramGraph): { readonly fields: readonly Field[]; readonly height: number } {
    const rows = [
        [['System', graph.system?.title]],
        [
            ['Owner', graph.system?.owner],
            ['View', graph.view?.title ?? 'Zones and conduits'],
        ],
        [
            ['Date', graph.date],
            ['Revision', graph.revision],
        ],
    ] as const;
    const fields: Field[] = [];
    let y = 0;
    for (const cells of rows) {
        const width = block.width / cells.length;
        const face = { size: block.size, bold: false };
        const set = cells.map(([label, value]) => [
            label,
            ...wrap(value ?? '–', face, (width - 12) / wider, block.most, 'with hyphens'),
        ]);
        const height = block.row + (Math.max(2, ...set.map(lines => lines.length)) - 2) * block.line;
        set.forEach((words, column) => fields.push({ rect: { x: column * width, y, width, height }, words }));
        y += height;
    }
    return { fields, height: y };
}

function footHeight(graph: DiagramGraph, width: number, format: PlainFormat): number {
    const rows = Math.max(0, ...inRows(graph, width, format).map(({ y }) => y + row));
    return Math.max(titleBlock(graph).height, rows + 28 + graph.notes.length * 32);
}

/** The rim, the heading, the legend, the notes and the title block. */
export function plainFrame(positioned: Positioned, format: PlainFormat): FrameItem[] {
    const { graph } = positioned;
    const page = plainPage(positioned, format);
    const rule = colour('rule', 'light');
    const text = (words: readonly string[], rect: Rect, size: number, bold = false): FrameItem =>
        item(rect, { words, size, bold });
    const [left, top] = [page.x + margin, positioned.height + foot];
    const room = page.width - block.width - 3 * margin;
    const rows = Math.max(0, ...inRows(graph, page.width, format).map(({ y }) => y + row));
    const { fields, height: tall } = titleBlock(graph);
    const corner = {
        x: page.x + page.width - margin - block.width,
        y: page.y + page.height - margin - tall,
    };
    const wide = { x: left, width: page.width - 2 * margin };
    return [
        item({ x: page.x + 10, y: page.y + 10, width: page.width - 20, height: page.height - 20 }, { line: rule }),
        text([headingOf(graph)], { ...wide, y: page.y + margin - 8, height: 28 }, 18, true),
        text(
            [`${graph.view?.title ?? 'Zones and conduits'} · coloured ${colourNote(graph)}`],
            { ...wide, y: page.y + margin + 20, height: 18 },
            11,
        ),
        text(['Legend'], { x: left, y: top, width: 120, height: 18 }, 11, true),
        ...inRows(graph, page.width, format).flatMap(({ entry, x, y }) => {
            const at = ({ rect, ...sign }: FrameItem): FrameItem => ({
                ...sign,
                rect: { ...rect, x: left + x + rect.x, y: top + 20 + y + rect.y },
            });
            return [
                ...entry.signs.map(at),
                text([entry.words], { x: left + x + 26, y: top + 20 + y, width: lengthOf(entry) - 30, height: 18 }, 11),
            ];
        }),
        ...graph.notes.map((note, index) =>
            text(
                wrap(note, faces.conduitMeta, room, 2),
                { x: left, y: top + 26 + rows + index * 32, width: room, height: 30 },
                10.5,
            ),
        ),
        ...fields.map(({ rect, words }) => ({
            ...text(words, { ...rect, x: corner.x + rect.x, y: corner.y + rect.y }, block.size),
            line: rule,
        })),
    ];
}
