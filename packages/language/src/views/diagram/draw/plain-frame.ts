import type { DiagramGraph, ZoneNode } from '../content/graph.ts';
import type { Positioned, Rect } from '../layout/positioned.ts';
import { faces, sizes } from '../measure/measures.ts';
import { widthOf, wrap } from '../measure/text.ts';
import { showsOf } from './legend-cases.ts';
import { styledTones, toneWordsOf } from './svg-legend.ts';
import { colourNote } from './svg-title.ts';
import { colour, toneColours } from './theme.ts';

/** A box or text of the frame around a drawing, for programs in which people draw on. */
export interface FrameItem {
    readonly rect: Rect;
    readonly fill: string | null;
    readonly line: string | null;
    readonly dashed: boolean;
    readonly words: readonly string[];
    readonly size: number;
    readonly bold: boolean;
}

const margin = 28;
const heading = 60;
const block = { width: 420, height: 99 } as const;
const foot = 40;
const row = 20;

/**
 * How far the page reaches around a drawing whose left upper corner is at 0, 0.
 * @param media the legend has what carries conduits, as far as the format draws it
 */
export function plainPage({ width, height, bands, graph }: Positioned, media = false): Rect {
    const down = graph.direction === 'down';
    const gutter = bands.length === 0 ? 0 : sizes.bandGutter[graph.direction];
    const [x, y] = [-margin - (down ? gutter : 0), -margin - heading - (down ? 12 : gutter)];
    const wide = Math.ceil(Math.max(block.width * 2, width + 2 * margin + (down ? gutter : 0) + 24));
    return { x, y, width: wide, height: Math.ceil(height - y + foot + footHeight(graph, wide, media) + margin) };
}

interface Entry {
    readonly words: string;
    readonly fill: string | null;
    readonly line: string;
    readonly dashed: boolean;
    readonly isLine: boolean;
}

/** What an untrusted zone or medium has under its line, and the pipe to a carrier, as fields of the legend. */
function mediaOf({ zones, conduits }: DiagramGraph): Entry[] {
    const isUntrusted = (zone: ZoneNode): boolean => zone.traits.includes('untrusted') || zone.zones.some(isUntrusted);
    const field = (words: string, fill: 'untrusted' | 'bore', line: 'untrusted' | 'line'): Entry => ({
        words,
        fill: colour(fill, 'light'),
        line: colour(line, 'light'),
        dashed: false,
        isLine: false,
    });
    return [
        ...(zones.some(isUntrusted) ? [field('untrusted zone', 'untrusted', 'untrusted')] : []),
        ...(conduits.some(({ untrusted }) => untrusted) ? [field('untrusted medium', 'untrusted', 'untrusted')] : []),
        ...(conduits.some(({ carriers }) => carriers.length > 0)
            ? [field('carried by its network', 'bore', 'line')]
            : []),
    ];
}

function entriesOf(graph: DiagramGraph, media: boolean): Entry[] {
    const tones = styledTones(graph).map((tone): Entry => {
        const { head, edge } = toneColours(tone, 'light');
        return { words: toneWordsOf(tone), fill: head, line: edge, dashed: false, isLine: false };
    });
    const wire = (words: string, name: 'line' | 'error', dashed: boolean): Entry => ({
        words,
        fill: null,
        line: colour(name, 'light'),
        dashed,
        isLine: true,
    });
    const { otherDays } = showsOf(graph);
    const declared = graph.conduits.filter(conduit => conduit.kind === 'conduit');
    return [
        ...tones,
        ...(declared.some(conduit => !conduit.clearText) ? [wire('conduit', 'line', false)] : []),
        ...(declared.some(conduit => conduit.clearText) ? [wire('conduit, encryption not proved', 'line', true)] : []),
        ...(declared.length < graph.conduits.length ? [wire('crosses in no conduit', 'error', true)] : []),
        ...(media ? mediaOf(graph) : []),
        ...(otherDays
            ? [
                  {
                      words: 'planned or retired: not there on this day, not assessed',
                      fill: null,
                      line: colour('rule', 'light'),
                      dashed: true,
                      isLine: false,
                  },
              ]
            : []),
        ...(graph.conduits.some(conduit => conduit.severed) ? [wire('cut in this case', 'error', false)] : []),
    ];
}

/** A font that a machine has in place of Arial may be so many times as wide. */
export const wider = 1.17;

const lengthOf = ({ words }: Entry): number => 48 + Math.ceil(widthOf(words, faces.frame) * wider);

/** The entries of the legend in rows, beside the title block. */
function inRows(graph: DiagramGraph, width: number, media: boolean): { entry: Entry; x: number; y: number }[] {
    const room = width - block.width - 3 * margin;
    let [x, y] = [0, 0];
    return entriesOf(graph, media).map(entry => {
        const length = lengthOf(entry);
        if (x > 0 && x + length > room) [x, y] = [0, y + row];
        const place = { entry, x, y };
        x += length;
        return place;
    });
}

function footHeight(graph: DiagramGraph, width: number, media: boolean): number {
    const rows = Math.max(0, ...inRows(graph, width, media).map(({ y }) => y + row));
    return Math.max(block.height, rows + 28 + graph.notes.length * 32);
}

/** The rim, the heading, the legend, the notes and the title block. */
export function plainFrame(positioned: Positioned, media = false): FrameItem[] {
    const { graph } = positioned;
    const page = plainPage(positioned, media);
    const rule = colour('rule', 'light');
    const box = (rect: Rect, fill: string | null, line: string | null, dashed = false): FrameItem => ({
        rect,
        fill,
        line,
        dashed,
        words: [],
        size: 10,
        bold: false,
    });
    const text = (words: readonly string[], rect: Rect, size: number, bold = false): FrameItem => ({
        ...box(rect, null, null),
        words,
        size,
        bold,
    });
    const [left, top] = [page.x + margin, positioned.height + foot];
    const room = page.width - block.width - 3 * margin;
    const rows = Math.max(0, ...inRows(graph, page.width, media).map(({ y }) => y + row));
    const corner = {
        x: page.x + page.width - margin - block.width,
        y: page.y + page.height - margin - block.height,
    };
    const third = block.height / 3;
    const field = (label: string, value: string | null, column: number, line: number, span: number): FrameItem => ({
        ...text(
            [label, value ?? '–'],
            {
                x: corner.x + (column * block.width) / 2,
                y: corner.y + line * third,
                width: (span * block.width) / 2,
                height: third,
            },
            10,
        ),
        line: rule,
    });
    const wide = { x: left, width: page.width - 2 * margin };
    return [
        box({ x: page.x + 10, y: page.y + 10, width: page.width - 20, height: page.height - 20 }, null, rule),
        text([graph.system?.title ?? 'Zones and conduits'], { ...wide, y: page.y + margin - 8, height: 28 }, 18, true),
        text(
            [`${graph.view?.title ?? 'Zones and conduits'} · coloured ${colourNote(graph)}`],
            { ...wide, y: page.y + margin + 20, height: 18 },
            11,
        ),
        text(['Legend'], { x: left, y: top, width: 120, height: 18 }, 11, true),
        ...inRows(graph, page.width, media).flatMap(({ entry, x, y }) => {
            const swatch = { x: left + x, width: 22, y: top + 23 + y + (entry.isLine ? 6 : 0) };
            return [
                box({ ...swatch, height: entry.isLine ? 1 : 13 }, entry.fill, entry.line, entry.dashed),
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
        field('System', graph.system?.title ?? null, 0, 0, 2),
        field('Owner', graph.system?.owner ?? null, 0, 1, 1),
        field('View', graph.view?.title ?? 'Zones and conduits', 1, 1, 1),
        field('Date', graph.date, 0, 2, 1),
        field('Revision', graph.revision, 1, 2, 1),
    ];
}
