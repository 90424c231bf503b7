import { cardAt, takeAway } from './cards.ts';
import { changesFor, type Change } from './changes.ts';
import { insertCard, type Placing } from './insert-card.ts';
import type { Movable } from './movable.ts';

/** How many zones are moved at the most. */
const mostZones = 2;
/** The work of all searches of a picture after which no change is tried any more. */
const mostEffort = 300_000;
/** Where much work was done before, changes have so much at the least. */
const leastEffort = 100_000;
/** How many places are tried for a card. */
const mostSpots = 3;
/** A zone is moved so far, in pixels, for each crossing that is saved. */
const perCrossing = 200;
/** What it costs to move a zone by a pixel, in pixels of lines. */
const perPixel = 0.3;
/** What has to be won, in pixels. */
const least = 20;

/** Puts a zone elsewhere, with lines to be found anew. False where it cannot be there. */
function put({ zone: { key }, to }: NonNullable<Change['move']>, placing: Placing, movable: Movable): boolean {
    const { canvas, scene, cards, direction } = placing;
    const box = canvas.boxes.get(key);
    if (!box) return false;
    canvas.move(key, to.x - box.x, to.y - box.y);
    if (!canvas.isFree(key) || !movable.isFollowed()) return false;
    for (const wire of canvas.wires.values())
        if (wire.target === key || movable.added.has(wire.card)) canvas.wires.delete(wire.key);
    // A card whose lines would come to it from other sides would have to be set in another way.
    return scene.cards.every(item => {
        const card = item.targets.includes(key) ? canvas.boxes.get(item.key) : undefined;
        if (!card) return true;
        const { sides } = cardAt(item, card, canvas, direction);
        return sides.every((side, leg) => side === cards.get(item.key)?.sides[leg]);
    });
}

/** Makes a change; gives what all lines cost then, `Infinity` where they have no room or cost more than a limit. */
function costOf({ move, cards: anew }: Change, placing: Placing, movable: Movable, limit: number): number {
    const { canvas, cards, wiring } = placing;
    for (const { key } of anew) {
        takeAway(key, canvas);
        cards.delete(key);
    }
    if (move && !put(move, placing, movable)) return Infinity;
    wiring.dropFaulty();
    if (anew.some(item => insertCard(item, placing, mostSpots, limit) === null)) return Infinity;
    return wiring.connectAll(cards, limit) ? wiring.cost() : Infinity;
}

/** Keeps what there is, to try something out; gives what brings it back. */
function snapshot({ canvas, cards }: Placing): () => void {
    const [back, before] = [canvas.snapshot(), [...cards]];
    return () => {
        back();
        cards.clear();
        for (const [key, box] of before) cards.set(key, box);
    };
}

/**
 * Where lines of new conduits cross others, one or two zones at their ends go elsewhere on their level, or cards go
 * elsewhere, when fewer lines cross then. What is best is taken, as long as something is better and within a bound for
 * the work: the same on every machine.
 * @returns true where something was moved
 */
export function relocate(placing: Placing, movable: Movable): boolean {
    const { wiring } = placing;
    const most = Math.max(mostEffort, wiring.effort.spent + leastEffort);
    let { allowed } = movable;
    let zones = mostZones;
    for (let moved = false; ; moved = true) {
        const [start, crossings] = [wiring.cost(), wiring.crossings()];
        let best: { readonly change: Change; readonly limit: number } | null = null;
        let cost = start - least;
        for (const change of changesFor(placing, movable, zones > 0 ? allowed : 0)) {
            if (wiring.effort.spent > most) break;
            const back = snapshot(placing);
            const more = change.far * perPixel;
            const limit = cost - more;
            const now = costOf(change, placing, movable, limit) + more;
            const saved = crossings - wiring.crossings();
            if (now < cost && saved * perCrossing >= change.far) [cost, best] = [now, { change, limit }];
            back();
        }
        if (!best) return moved;
        // With the same limit the same lines are found.
        costOf(best.change, placing, movable, best.limit);
        allowed -= best.change.far;
        if (best.change.far > 0) zones--;
    }
}
