import { elkGraph, type ElkNode } from './elk-graph.ts';
import type { LayoutEngine } from './engine.ts';
import { toFrame } from './to-frame.ts';
import type { DiagramGraph } from './graph.ts';
import { gridPlaces } from './grid.ts';
import { placesOf, position } from './position.ts';
import type { Positioned } from './positioned.ts';

/** How long ELK may take by default, in milliseconds. */
export const defaultDeadline = 10_000;

/**
 * Gives everything in a graph its place: by ELK, or on a plain grid when ELK gives up or there is no engine.
 * The same graph gets the same places on every machine, unless a deadline passes.
 * @param engine runs ELK; `null` for the grid
 * @param deadline milliseconds
 * @returns never rejects
 */
export async function layout(graph: DiagramGraph, engine: LayoutEngine | null, deadline: number = defaultDeadline): Promise<Positioned> {
    const frame = toFrame(graph);
    if (!engine) return position(graph, frame, gridPlaces(frame, graph.direction), 'grid', null);
    const answer = await engine.layout(elkGraph(frame, graph.direction), deadline);
    return answer.kind === 'done'
        ? position(graph, frame, placesOf(answer.graph), 'elk', null)
        : position(graph, frame, gridPlaces(frame, graph.direction), 'grid', answer.reason);
}

/** The graph that `layout` gives to ELK, for measurements beside a bare ELK. */
export function layoutGraph(graph: DiagramGraph): ElkNode {
    return elkGraph(toFrame(graph), graph.direction);
}
