import type { Direction } from '../../../model/index.ts';
import type { ConduitSign, DiagramGraph } from '../content/graph.ts';
import { cutsOf, folded, leastFolded, zonesInAll, type Cut } from '../layout/fold.ts';
import { bandMargin } from '../layout/bands.ts';
import { crossingCount } from '../draw/hops.ts';
import type { Memory } from '../keep/memory.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import { layout } from '../layout/layout.ts';
import type { Positioned } from '../layout/positioned.ts';
import { faces, sizes } from '../measure/measures.ts';
import { heightBeside, isRoomBeside } from './beside.ts';
import { inkOf } from './ink.ts';
import { roomy } from './roomy.ts';
import { pageOf, type titleBlocks, type Page, type PaperName, type Strip } from './paper.ts';

/** A way to draw something on a sheet. */
export interface Manner {
    readonly conduits: ConduitSign;
    readonly direction: Direction;
    readonly portrait: boolean;
    readonly strip: Strip;
    /** How much flatter than usual assets are dealt out. */
    readonly flat: number;
    /** How much wider the picture aims to be than its room: what comes of it is narrower where this is above 1. */
    readonly wide?: number;
    /** The strip at the bottom is so many times as tall as usual, the one at the right has so many columns. */
    readonly deep?: number;
    /** Heads of zones without nested ones are narrow. */
    readonly slim?: boolean;
    /** Tags with long lists are wider, and so less tall. */
    readonly broad?: boolean;
    /** It is tried only where the usual ones leave much of the sheet empty. */
    readonly spare?: boolean;
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
    /** Share of the room for the drawing that is covered by boxes: {@link inkOf}. */
    readonly ink: number;
    /** True where the register of its conduits finds no room beside it; it is not asked of every drawing. */
    readonly overflows?: boolean;
}

/** The smallest text of a drawing, in pixels. */
export const smallestText = Math.min(...Object.values(faces).map(face => face.size));
/** A drawing is not made larger than this: its smallest text is then as large as that of a letter. */
const largestScale = 1.2;
/** A chain is folded where its print is then so many times as large: one that runs straight on is easier to read. */
const foldGain = 1.15;
/** How much two sums of the same lengths may differ, as a share of them. */
const rounding = 1e-9;
/** With more places to fold than this, only those with the fewest lines are tried. */
const mostCuts = 8;

/** What says how large a drawing is. */
type Extent = Pick<Positioned, 'graph' | 'bands' | 'width' | 'height'>;

/** Ways to fold a picture: once or twice. */
function foldsOf(positioned: Positioned): (readonly Cut[])[] {
    const cuts = [...cutsOf(positioned)]
        .sort((a, b) => a.lines.length - b.lines.length || a.at - b.at)
        .slice(0, mostCuts);
    cuts.sort((a, b) => a.at - b.at);
    const once = cuts.map(cut => [cut]);
    const twice = cuts.flatMap((cut, index) => cuts.slice(index + 1).map(next => [cut, next]));
    return [...once, ...twice].filter(fold => zonesInAll(positioned, fold));
}

const manner = (conduits: ConduitSign, direction: Direction, portrait: boolean, strip: Strip, flat = 1): Manner => ({
    conduits,
    direction,
    portrait,
    strip,
    flat,
});

/** Ways to draw with tags on a sheet that lies. */
const usualTags: readonly Manner[] = [
    manner('tags', 'down', false, 'right'),
    manner('tags', 'down', false, 'right', 2),
    manner('tags', 'right', false, 'bottom'),
    manner('tags', 'right', false, 'bottom', 0.5),
    { ...manner('tags', 'right', false, 'bottom', 0.5), slim: true },
    manner('tags', 'right', false, 'right'),
    manner('tags', 'right', false, 'right', 0.5),
];
/** Further ones, for sheets that the usual ones leave empty. */
const moreTags: readonly Manner[] = [
    manner('tags', 'down', false, 'right', 0.5),
    manner('tags', 'down', false, 'bottom'),
    manner('tags', 'down', false, 'bottom', 0.5),
    manner('tags', 'right', false, 'right', 2),
    { ...manner('tags', 'right', false, 'right', 0.5), slim: true },
    { ...manner('tags', 'down', false, 'right', 0.5), slim: true },
    ...usualTags.map(how => ({ ...how, broad: true })),
];

/** Ways to draw on one sheet, the best kinds first; within a kind the one that prints largest is taken. */
export const manners: Readonly<Record<'cards' | 'tags', readonly (readonly Manner[])[]>> = {
    cards: [
        [manner('cards', 'down', false, 'foot'), manner('cards', 'right', false, 'foot')],
        [manner('cards', 'down', true, 'foot')],
    ],
    tags: [[...usualTags, ...moreTags.map(how => ({ ...how, spare: true }))], [manner('tags', 'down', true, 'bottom')]],
};

/** Ways to draw an overview: its register is on other sheets. */
export const overviewManners: readonly (readonly Manner[])[] = [
    [
        manner('brief', 'down', false, 'foot'),
        manner('brief', 'right', false, 'foot'),
        manner('brief', 'down', false, 'right'),
    ],
];

/** A sheet with a foot, which is as low as its legend and its title block can be. */
function withFoot(graph: DiagramGraph, paper: PaperName, portrait: boolean): Page {
    const pageWith = (shape: keyof typeof titleBlocks): Page => {
        const page = pageOf(paper, portrait, 'foot', 0, shape);
        const width = (page.columns[0]?.width ?? 0) / page.frame;
        return pageOf(paper, portrait, 'foot', heightBeside(graph, width), shape);
    };
    const [corner, flat] = [pageWith('corner'), pageWith('flat')];
    return !portrait && flat.drawing.height > corner.drawing.height ? flat : corner;
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
    const page =
        how.strip === 'foot'
            ? withFoot(graph, paper, how.portrait)
            : pageOf(paper, how.portrait, how.strip, 0, 'corner', how.deep);
    const { width, height } = page.drawing;
    const shape = (width / height) * (how.wide ?? 1);
    const positioned = await layout(graph, engine, {
        like,
        fit: { shape, flat: how.flat, tight: true, slim: how.slim ?? false, broad: how.broad ?? false },
    });
    const flat = fittedOn(page, how, positioned);
    let best: { readonly picture: Positioned | null; readonly print: number } = { picture: null, print: flat.print };
    for (const cuts of positioned.engine === 'elk' ? foldsOf(positioned) : []) {
        const enough = best.print * foldGain;
        // Most folds make nothing larger, which is known before the picture is made.
        const most = scaleOn(page, { graph, bands: [], ...leastFolded(positioned, cuts) }) * smallestText;
        if (most * (1 + rounding) <= enough) continue;
        const picture = folded(positioned, cuts);
        const print = scaleOn(page, picture) * smallestText;
        if (print > enough) best = { picture, print };
    }
    return best.picture ? fittedOn(page, how, best.picture) : flat;
}

/** Size of a drawing with the room that the names of its bands take; pixels. */
export function extentOf({ graph, bands, width, height }: Extent): {
    readonly wide: number;
    readonly tall: number;
} {
    const gutter = bands.length > 0 ? sizes.sheetGutter[graph.direction] : 0;
    return graph.direction === 'down'
        ? { wide: width + gutter + 14, tall: height + 26 }
        : { wide: width + 26, tall: height + gutter + 14 };
}

/** The names of bands above a picture take less room on a sheet. */
function onSheet(positioned: Positioned): Positioned {
    const { graph, bands, strips, height } = positioned;
    if (graph.direction === 'down' || strips > 1) return positioned;
    const y = -sizes.sheetGutter.right;
    return {
        ...positioned,
        bands: bands.map(band => ({ ...band, rect: { ...band.rect, y, height: height - y + bandMargin } })),
    };
}

/** A drawing whose zones take the room that is free beside them. */
export function filled(fitted: Fitted): Fitted {
    const { width, height } = fitted.page.drawing;
    const { wide, tall } = extentOf(fitted.positioned);
    const more =
        fitted.positioned.graph.direction === 'down' ? width / fitted.scale - wide : height / fitted.scale - tall;
    const positioned = roomy(fitted.positioned, Math.max(0, more));
    return { ...fitted, positioned, ink: inkOf(positioned, fitted.page.drawing, fitted.scale) };
}

/** Points for a pixel of a drawing. */
function scaleOn({ drawing: { width, height } }: Page, drawn: Extent): number {
    const { wide, tall } = extentOf(drawn);
    return Math.min(largestScale, width / wide, height / tall);
}

function fittedOn(page: Page, manner: Manner, drawn: Positioned): Fitted {
    const positioned = onSheet(drawn);
    const scale = scaleOn(page, positioned);
    return {
        manner,
        page,
        positioned,
        scale,
        print: scale * smallestText,
        crossings: crossingCount(positioned),
        ink: inkOf(positioned, page.drawing, scale),
    };
}

/** What a crossing costs, in points of print, and how large print has to be for more of it to count for nothing. */
const crossingCost = 0.3;
const largeEnough = 9;

/** What a sheet is worth that is covered by boxes, in points of print, and how much of it counts. */
const inkWorth = 20;
const inkEnough = 0.4;
/** Other signs are tried for a sheet of which less is covered. */
const emptier = 0.35;

/** What it costs that a register goes on to a sheet of its own, in points of print. */
const overflowCost = 1.5;
/** A strip in which a register finds no room is tried so many times as large. */
const deeper = { bottom: 1.6, right: 2, foot: null } as const;

const worth = ({ print, crossings, ink, overflows }: Fitted): number =>
    Math.min(print, largeEnough) -
    crossings * crossingCost +
    Math.min(ink, inkEnough) * inkWorth -
    (overflows ? overflowCost : 0);

/** Another kind of sheet, which is upright, is taken where its print is so many times as large. */
const clearlyLarger = 1.25;

/** Other shapes to aim for: one that corrects the first picture, and one that is right once it is folded in two. */
function shapesFor({ manner, page, positioned }: Fitted): readonly number[] {
    const { wide, tall } = extentOf(positioned);
    const found = (wide / tall / page.drawing.width) * page.drawing.height;
    const corrected = Math.min(4, Math.max(0.25, 1 / found));
    return [...(Math.abs(Math.log(found)) > 0.15 ? [corrected] : []), manner.direction === 'down' ? 0.25 : 4];
}

/**
 * The best drawing on one sheet of those whose smallest print is large enough; if there is none, the best of those
 * that can be read, and else the largest.
 * @param kinds ways to draw, the best kinds first; one with the same signs is taken before its turn where its print is
 * clearly larger
 * @param least size of the smallest print, in points
 * @param quick takes the first that is large enough and has no crossing
 * @param floor size of the smallest print that can be read, which is enough where the register otherwise goes on to
 *   another sheet; in points
 */
export async function bestOn(
    paper: PaperName,
    kinds: readonly (readonly Manner[])[],
    graphFor: (how: Manner) => DiagramGraph,
    engine: LayoutEngine,
    least: number,
    quick = false,
    floor = least,
): Promise<Fitted> {
    const all: Fitted[] = [];
    let found: Fitted | null = null;
    for (const kind of kinds) {
        const otherSigns = found !== null && kind[0]?.conduits !== found.manner.conduits;
        if (found && (otherSigns ? found.ink >= emptier : found.print >= largeEnough)) continue;
        const tried: Fitted[] = [];
        for (const how of kind) {
            const isFilled = tried.some(({ print, ink }) => print >= least && ink >= emptier);
            if (how.spare && (quick || isFilled)) continue;
            const graph = graphFor(how);
            const facts = how.conduits === 'tags' ? graphFor({ ...how, conduits: 'cards' }) : null;
            const withRegister = (drawn: Fitted): Fitted =>
                facts ? { ...drawn, overflows: !isRoomBeside(drawn.positioned, drawn.page, facts) } : drawn;
            const fitted = withRegister(await fitOn(paper, how, graph, engine));
            tried.push(fitted);
            if (quick && fitted.print >= least && fitted.crossings === 0) return fitted;
            if (quick) continue;
            const others: Manner[] = shapesFor(fitted).map(wide => ({ ...how, wide }));
            const deep = deeper[how.strip];
            if (fitted.overflows === true && deep !== null && fitted.print > floor) others.push({ ...how, deep });
            for (const other of others) tried.push(withRegister(await fitOn(paper, other, graph, engine)));
        }
        const [best] = tried.filter(({ print }) => print >= least).sort((a, b) => worth(b) - worth(a));
        const better = (than: Fitted, found: Fitted): boolean =>
            worth(than) > worth(found) && (otherSigns ? than.ink >= emptier : than.print > found.print * clearlyLarger);
        if (best && (!found || better(best, found))) found = best;
        all.push(...tried);
    }
    if (found?.overflows) {
        const complete = all.filter(({ print, overflows }) => print >= floor && !overflows);
        return complete.sort((a, b) => worth(b) - worth(a))[0] ?? found;
    }
    if (found) return found;
    // Of those that can still be read, the one that fills its sheet best.
    const read = all.filter(({ print }) => print >= floor).sort((a, b) => worth(b) - worth(a));
    return read[0] ?? (all.sort((a, b) => b.print - a.print)[0] as Fitted);
}
