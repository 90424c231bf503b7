import { compacted } from './compact.ts';
import { elkGraph } from './elk-graph.ts';
import { type ElkNode } from './elk-node.ts';
import type { LayoutEngine } from './engine.ts';
import type { Frame } from './frame.ts';
import type { Memory } from '../keep/memory.ts';
import { asSettled, settle, type Settled } from '../keep/settle.ts';
import { honours } from './order.ts';
import { toFrame, type Fit } from './to-frame.ts';
import { legsOf, type DiagramGraph } from '../content/graph.ts';
import { gridPlaces } from './grid.ts';
import { placesOf, position, type Places } from './position.ts';
import type { Positioned } from './positioned.ts';

/** With more boxes and lines than this ELK takes minutes, and nobody could read what it gives. */
const mostForElk = 5000;

const workOf = (frame: Frame): number =>
    frame.frames.reduce(
        (sum, inner) => sum + workOf(inner),
        1 +
            frame.conduits.reduce(
                (sum, { node }) => sum + (frame.layers.has(node.key) ? 1 : 0) + legsOf(node).length,
                0,
            ),
    );

/** The places of a graph, for it and for the same graph with other badges. */
export interface Placed {
    readonly places: Places;
    readonly engine: Positioned['engine'];
    /** Why the grid was taken, in one sentence. */
    readonly reason: string | null;
    /** How boxes are set in places that they had before. */
    readonly settled: Settled | null;
}

/** How a graph gets its places. */
export interface LayoutOptions {
    /** An earlier picture: what was in it stays where it was. */
    readonly like?: Memory | null;
    /**
     * Milliseconds after which the engine gives up; `null` for none: what ELK has to do is bounded by the size of the
     * graph.
     */
    readonly deadline?: number | null;
    /** The room that a fresh picture is made for. */
    readonly fit?: Fit;
}

/** True where remembered places are as the author of the view wants them. */
function followed({ arranged, direction }: DiagramGraph, { boxes }: Memory): boolean {
    if (arranged.length === 0) return true;
    const zones = [...boxes].filter(([key]) => key.startsWith('zone:')).map(([, rect]) => rect);
    return honours(arranged, id => boxes.get(`zone:${id}`), direction === 'down', zones);
}

async function placed(
    graph: DiagramGraph,
    frame: Frame,
    engine: LayoutEngine | null,
    { like = null, deadline = null, fit }: LayoutOptions,
): Promise<Placed> {
    // A place that somebody wrote comes before one that is remembered.
    const settled = like && followed(graph, like) ? settle(graph, frame, like) : null;
    if (settled) return { places: settled.places, engine: 'kept', reason: null, settled };
    const grid = (reason: string | null): Placed => ({
        places: gridPlaces(frame, graph.direction),
        engine: 'grid',
        reason,
        settled: null,
    });
    if (!engine) return grid(null);
    const work = workOf(frame) - 1;
    if (work > mostForElk) return grid(`There are ${work} boxes and lines, more than can be laid out.`);
    const answer = await engine.layout(elkGraph(frame, graph.direction), deadline);
    if (answer.kind !== 'done') return grid(answer.reason);
    const places = placesOf(answer.graph);
    // On a sheet, zones take the room that is free by themselves.
    return {
        places: fit ? places : compacted(frame, places, graph.direction),
        engine: 'elk',
        reason: null,
        settled: null,
    };
}

function joined(graph: DiagramGraph, frame: Frame, { places, engine, reason, settled }: Placed): Positioned {
    if (!settled) return position(graph, frame, places, engine, reason);
    return { ...position(graph, asSettled(frame, graph, settled), places, engine, reason), byHand: settled.byHand };
}

/**
 * Gives everything in a graph its place: as it was in an earlier picture, by ELK, or on a plain grid when ELK gives up
 * or there is no engine. The same graph gets the same places on every machine, however busy it is, unless a deadline is
 * asked for. Badges take no part in it, so whoever has other work, such as the findings for the badges, can do it while
 * the engine is at it.
 * @param engine runs ELK; `null` for the grid
 * @returns never rejects
 */
export function place(graph: DiagramGraph, engine: LayoutEngine | null, options: LayoutOptions = {}): Promise<Placed> {
    return placed(graph, toFrame(graph, options.fit), engine, options);
}

/**
 * Joins a graph with its places.
 * @param placing the places of this graph, or of the same one with other badges, once they are found
 */
export async function atPlaces(
    graph: DiagramGraph,
    placing: Promise<Placed>,
    { fit }: LayoutOptions = {},
): Promise<Positioned> {
    const frame = toFrame(graph, fit);
    return joined(graph, frame, await placing);
}

/** {@link place} and {@link atPlaces} in one. */
export async function layout(
    graph: DiagramGraph,
    engine: LayoutEngine | null,
    options: LayoutOptions = {},
): Promise<Positioned> {
    const frame = toFrame(graph, options.fit);
    return joined(graph, frame, await placed(graph, frame, engine, options));
}

/** The graph that `layout` gives to ELK, for measurements beside a bare ELK. */
export function layoutGraph(graph: DiagramGraph): ElkNode {
    return elkGraph(toFrame(graph), graph.direction);
}
