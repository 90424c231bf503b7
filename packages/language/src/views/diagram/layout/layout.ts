import type { Direction } from '../../../model/index.ts';
import { elkGraph, type ElkNode } from './elk-graph.ts';
import type { LayoutEngine } from './engine.ts';
import type { Frame } from './frame.ts';
import { toFrame } from './to-frame.ts';
import { legsOf, type DiagramGraph } from '../content/graph.ts';
import { gridPlaces } from './grid.ts';
import { placesOf, position, type Places } from './position.ts';
import type { Positioned } from './positioned.ts';

/** With more boxes and lines than this ELK takes minutes, and nobody could read what it gives. */
const mostForElk = 5000;

const workOf = (frame: Frame): number => frame.frames.reduce((sum, inner) => sum + workOf(inner),
    1 + frame.conduits.reduce((sum, { node }) => sum + (frame.layers.has(node.key) ? 1 : 0) + legsOf(node).length, 0));

/** The places of a graph, for it and for the same graph with other badges. */
export interface Placed {
    readonly places: Places;
    readonly engine: Positioned['engine'];
    /** Why the grid was taken, in one sentence. */
    readonly reason: string | null;
}

async function placed(frame: Frame, direction: Direction, engine: LayoutEngine | null, deadline: number | null): Promise<Placed> {
    if (!engine) return { places: gridPlaces(frame, direction), engine: 'grid', reason: null };
    const work = workOf(frame) - 1;
    if (work > mostForElk) return { places: gridPlaces(frame, direction), engine: 'grid', reason: `There are ${work} boxes and lines, more than can be laid out.` };
    const answer = await engine.layout(elkGraph(frame, direction), deadline);
    return answer.kind === 'done'
        ? { places: placesOf(answer.graph), engine: 'elk', reason: null }
        : { places: gridPlaces(frame, direction), engine: 'grid', reason: answer.reason };
}

/**
 * Gives everything in a graph its place: by ELK, or on a plain grid when ELK gives up or there is no engine.
 * The same graph gets the same places on every machine, however busy it is, unless a deadline is asked for. Badges take no part in it, so
 * whoever has other work, such as the findings for the badges, can do it while the engine is at it.
 * @param engine runs ELK; `null` for the grid
 * @param deadline milliseconds; `null` for none: what ELK has to do is bounded by the size of the graph
 * @returns never rejects
 */
export function place(graph: DiagramGraph, engine: LayoutEngine | null, deadline: number | null = null): Promise<Placed> {
    return placed(toFrame(graph), graph.direction, engine, deadline);
}

/**
 * Joins a graph with its places.
 * @param placing the places of this graph, or of the same one with other badges, once they are found
 */
export async function atPlaces(graph: DiagramGraph, placing: Promise<Placed>): Promise<Positioned> {
    const frame = toFrame(graph);
    const { places, engine, reason } = await placing;
    return position(graph, frame, places, engine, reason);
}

/** {@link place} and {@link atPlaces} in one. */
export async function layout(graph: DiagramGraph, engine: LayoutEngine | null, deadline: number | null = null): Promise<Positioned> {
    const frame = toFrame(graph);
    const { places, engine: by, reason } = await placed(frame, graph.direction, engine, deadline);
    return position(graph, frame, places, by, reason);
}

/** The graph that `layout` gives to ELK, for measurements beside a bare ELK. */
export function layoutGraph(graph: DiagramGraph): ElkNode {
    return elkGraph(toFrame(graph), graph.direction);
}
