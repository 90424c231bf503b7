import type { Direction } from '../../../model/index.ts';
import type { ConduitSign, DiagramGraph } from '../content/graph.ts';
import { partOf } from '../keep/part.ts';
import type { PlacesFile } from '../keep/places-text.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import { fitOn, type Fitted, type Manner } from './fit.ts';
import type { Maker } from './maker.ts';
import type { PaperName, Strip } from './paper.ts';

/** The remembered picture on one sheet, or why it is not taken. */
export type KeptSheet = { readonly fitted: Fitted } | { readonly remark: string };

/** Ways to put a picture whose places are given on a sheet: its shape is what it is. */
const mannersFor = (direction: Direction, upright: boolean, conduits: ConduitSign): readonly Manner[] =>
    (upright ? [false, true] : [false]).map(portrait => ({
        conduits,
        direction,
        portrait,
        strip: 'foot',
        flat: 1,
    }));

/**
 * Puts the picture with its remembered places on one sheet, where its print can be read there.
 * @param places those that are kept beside the model, or that somebody named
 * @param wished the direction that is asked for; `null` for any
 * @param least size of the smallest print, in points
 * @param overview true where it is one of several sheets: not upright, and facts of conduits are in their register
 */
export async function keptOn(
    paper: PaperName,
    places: PlacesFile,
    wished: Direction | null,
    graphFor: (how: Manner) => DiagramGraph,
    engine: LayoutEngine,
    least: number,
    overview = false,
): Promise<KeptSheet> {
    const { memory, detail } = places;
    const not = (why: string): KeptSheet => ({
        remark: `The remembered places are not used on ${overview ? 'the overview' : 'the sheet'}: ${why}.`,
    });
    if (wished !== null && memory.direction !== wished)
        return not(`they are for levels that run ${memory.direction}, and ${wished} is asked for`);
    const tried: Fitted[] = [];
    for (const how of mannersFor(memory.direction, !overview, overview ? 'brief' : 'cards')) {
        const graph = graphFor(how);
        if (graph.detail !== detail)
            return not(`they are for a picture with ${detail}, and this one has ${graph.detail}`);
        const fitted = await fitOn(paper, how, graph, engine, memory);
        if (fitted.positioned.engine !== 'kept') return not('the picture has changed too much since');
        tried.push(fitted);
    }
    const [best] = tried.sort((a, b) => b.print - a.print);
    if (!best) return not('there are none');
    return best.print >= least
        ? { fitted: best }
        : not(`its smallest print would be ${best.print.toFixed(1)} pt, below ${least} pt`);
}

/** Ways to put a part of a remembered picture on a sheet. */
const partManners: readonly (readonly ['cards' | 'tags', Strip])[] = [
    ['cards', 'foot'],
    ['tags', 'right'],
    ['tags', 'bottom'],
];
/** Print that is larger than this is large enough, in points. */
const ample = 9;
/** Crossings that a sheet may have more than one that is laid out anew. */
const moreCrossings = 2;

/**
 * A part of the picture with its remembered places on a sheet of its own.
 * @param fresh the same part laid out anew
 * @param asked the signs that are asked for; `null` for any
 * @returns `null` where the sheet is clearly worse than the fresh one
 */
export async function keptPart(
    { paper, engine, least, direction }: Maker,
    { memory, detail }: PlacesFile,
    graphFor: (how: Manner) => DiagramGraph,
    fresh: Fitted,
    asked: 'cards' | 'tags' | null,
): Promise<Fitted | null> {
    if (direction !== null && memory.direction !== direction) return null;
    const tried: Fitted[] = [];
    for (const [conduits, strip] of partManners) {
        if (asked !== null && asked !== conduits) continue;
        const how: Manner = { conduits, strip, direction: memory.direction, portrait: false, flat: 1 };
        const graph = graphFor(how);
        if (graph.detail !== detail) return null;
        tried.push(await fitOn(paper, how, graph, engine, partOf(memory, graph)));
    }
    const [best] = tried.filter(({ positioned }) => positioned.engine === 'kept').sort((a, b) => b.print - a.print);
    if (!best || best.print < Math.max(least, Math.min(ample, fresh.print) * 0.75)) return null;
    return best.crossings <= fresh.crossings + moreCrossings ? best : null;
}
