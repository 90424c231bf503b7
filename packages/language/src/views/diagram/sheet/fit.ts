import type { Direction } from '../../../model/index.ts';
import type { ConduitSign, DiagramGraph } from '../content/graph.ts';
import { crossingCount } from '../draw/hops.ts';
import { legendOf, tonesOf } from '../draw/svg-legend.ts';
import { allTones } from '../draw/theme.ts';
import type { Memory } from '../keep/memory.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import { layout } from '../layout/layout.ts';
import type { Positioned } from '../layout/positioned.ts';
import { faces, sizes } from '../measure/measures.ts';
import { wrap } from '../measure/text.ts';
import { pageOf, titleBlockHeight, type Page, type PaperName, type Strip } from './paper.ts';

/** A way to draw something on a sheet. */
export interface Manner {
    readonly conduits: ConduitSign;
    readonly direction: Direction;
    readonly portrait: boolean;
    readonly strip: Strip;
    /** How much flatter than usual assets are dealt out. */
    readonly flat: number;
}

/** A drawing on its sheet. */
export interface Fitted {
    readonly manner: Manner;
    readonly page: Page;
    readonly positioned: Positioned;
    /** Points for a pixel of the drawing. */
    readonly scale: number;
    /** Size in print of the smallest text of the drawing, in points. */
    readonly print: number;
    readonly crossings: number;
}

/** The smallest text of a drawing, in pixels. */
export const smallestText = Math.min(...Object.values(faces).map(face => face.size));
/** A drawing is not made larger than this: its smallest text is then as large as that of a book. */
const largestScale = 0.95;

const manner = (conduits: ConduitSign, direction: Direction, portrait: boolean, strip: Strip, flat = 1): Manner => ({
    conduits,
    direction,
    portrait,
    strip,
    flat,
});

/** Ways to draw on one sheet, the best kinds first; within a kind the one that prints largest is taken. */
export const manners: Readonly<Record<'cards' | 'tags', readonly (readonly Manner[])[]>> = {
    cards: [
        [manner('cards', 'down', false, 'foot'), manner('cards', 'right', false, 'foot')],
        [manner('cards', 'down', true, 'foot')],
    ],
    tags: [
        [
            manner('tags', 'down', false, 'right'),
            manner('tags', 'down', false, 'right', 2),
            manner('tags', 'right', false, 'bottom'),
            manner('tags', 'right', false, 'bottom', 0.5),
            manner('tags', 'right', false, 'right'),
        ],
        [manner('tags', 'down', true, 'bottom')],
    ],
};

/** Ways to draw an overview: its register is on other sheets. */
export const overviewManners: readonly (readonly Manner[])[] = [
    [
        manner('brief', 'down', false, 'foot'),
        manner('brief', 'right', false, 'foot'),
        manner('brief', 'down', false, 'right'),
    ],
];

/** Lines of the notes of a picture, for a width in pixels. */
export function noteLines(positioned: Positioned, width: number): string[] {
    const { graph, reason } = positioned;
    return [...(reason === null ? [] : [reason]), ...graph.notes].flatMap(note =>
        wrap(note, faces.conduitMeta, width, 4),
    );
}

function footOf(graph: DiagramGraph, paper: PaperName, portrait: boolean): number {
    const page = pageOf(paper, portrait, 'foot');
    const width = (page.columns[0]?.width ?? 0) / page.frame;
    const notes = graph.notes.flatMap(note => wrap(note, faces.conduitMeta, width, 4)).length;
    const legend = legendOf(graph, tonesOf(graph, allTones), width).height;
    return Math.max(titleBlockHeight, 26 + legend + notes * 15);
}

/**
 * Draws a graph in one manner on a sheet.
 * @param like places that it had before
 */
export async function fitOn(
    paper: PaperName,
    how: Manner,
    graph: DiagramGraph,
    engine: LayoutEngine,
    like: Memory | null = null,
): Promise<Fitted> {
    const page = pageOf(paper, how.portrait, how.strip, how.strip === 'foot' ? footOf(graph, paper, how.portrait) : 0);
    const { width, height } = page.drawing;
    const positioned = await layout(graph, engine, { like, fit: { shape: width / height, flat: how.flat } });
    const gutter = positioned.bands.length > 0 ? sizes.bandGutter : 0;
    const [wide, tall] =
        how.direction === 'down'
            ? [positioned.width + gutter + 14, positioned.height + 26]
            : [positioned.width + 26, positioned.height + gutter + 14];
    const scale = Math.min(largestScale, width / wide, height / tall);
    return {
        manner: how,
        page,
        positioned,
        scale,
        print: scale * smallestText,
        crossings: crossingCount(positioned),
    };
}

/** What a crossing costs, in points of print, and how large print has to be for more of it to count for nothing. */
const crossingCost = 0.12;
const largeEnough = 9;

const worth = ({ print, crossings }: Fitted): number => Math.min(print, largeEnough) - crossings * crossingCost;

/** Another kind of sheet, which is upright, is taken where its print is so many times as large. */
const clearlyLarger = 1.25;

/**
 * The best drawing on one sheet of those whose smallest print is large enough; if there is none, the largest.
 * @param kinds ways to draw, the best kinds first; one with the same signs is taken before its turn where its print is
 * clearly larger
 * @param least size of the smallest print, in points
 * @param quick takes the first that is large enough and has no crossing
 */
export async function bestOn(
    paper: PaperName,
    kinds: readonly (readonly Manner[])[],
    graphFor: (how: Manner) => DiagramGraph,
    engine: LayoutEngine,
    least: number,
    quick = false,
): Promise<Fitted> {
    const all: Fitted[] = [];
    let found: Fitted | null = null;
    for (const kind of kinds) {
        if (found && (found.print >= largeEnough || kind[0]?.conduits !== found.manner.conduits)) break;
        const tried: Fitted[] = [];
        for (const how of kind) {
            const fitted = await fitOn(paper, how, graphFor(how), engine);
            tried.push(fitted);
            if (quick && fitted.print >= least && fitted.crossings === 0) return fitted;
        }
        const [best] = tried.filter(({ print }) => print >= least).sort((a, b) => worth(b) - worth(a));
        if (best && (!found || (best.print > found.print * clearlyLarger && worth(best) > worth(found)))) found = best;
        all.push(...tried);
    }
    return found ?? (all.sort((a, b) => b.print - a.print)[0] as Fitted);
}
