import { remember } from '../keep/memory.ts';
import { layout } from './layout.ts';
import type { Positioned } from './positioned.ts';

/** A round in a larger picture would hold up whoever types. */
const mostConduits = 60;
/** How many pictures are drawn: after them V8 has compiled most of the search for lines. */
const rounds = 4;

/**
 * Draws a picture a few times as if two of its conduits were new, and throws that away: the first edit would otherwise
 * take twice the time of a later one. For the time after a first picture, when nothing is asked.
 * @param turn lets other work be done, before each round; false ends it
 */
export async function practise(positioned: Positioned, turn: () => Promise<boolean>): Promise<void> {
    const { graph } = positioned;
    const { conduits } = graph;
    if (conduits.length === 0 || conduits.length > mostConduits) return;
    const memory = remember(positioned);
    for (let round = 0; round < rounds && (await turn()); round++) {
        const boxes = new Map(memory.boxes);
        for (const index of [round, round + 1]) boxes.delete(conduits[(index * 7) % conduits.length]?.key ?? '');
        await layout(graph, null, { like: { ...memory, boxes } });
    }
}
