import { bottomOf, rightOf } from './canvas.ts';
import { cardAt, takeAway } from './cards.ts';
import { cardChanges, zoneChanges, type Change } from './changes.ts';
import { insertCard, type Placing } from './insert-card.ts';
import type { Movable } from './movable.ts';
import type { CardItem } from './scene.ts';

/** How many zones are moved at the most. */
const mostZones = 2;
/** The work of all searches of a picture after which no change is tried any more. */
const mostEffort = 300_000;
/** Where much work was done before, changes have so much at the least. */
const leastEffort = 80_000;
/** How many places are tried for a card. */
const mostSpots = 6;
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

/** What the lines of a card cost at the least wherever it is: as far as its first two ends are from each other. */
function leastFor({ targets: [first = '', second = ''], box }: CardItem, { canvas }: Placing): number {
    const [a, b] = [canvas.boxes.get(first), canvas.boxes.get(second)];
    if (!a || !b) return 0;
    const aside = Math.max(0, a.x - rightOf(b), b.x - rightOf(a)) - Math.max(box.width, box.height);
    const apart = Math.max(0, a.y - bottomOf(b), b.y - bottomOf(a)) - Math.max(box.width, box.height);
    return Math.max(0, aside) + Math.max(0, apart);
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
    let left = limit - anew.reduce((sum, item) => sum + leastFor(item, placing), 0);
    for (const item of anew) {
        left += leastFor(item, placing);
        if (insertCard(item, placing, mostSpots, left) === null) return Infinity;
    }
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

/** Makes the first of several changes that saves a crossing and is worth what it costs; `null` where none is. */
function firstOf(changes: readonly Change[], placing: Placing, movable: Movable, most: number): Change | null {
    const { wiring } = placing;
    const [start, crossings] = [wiring.cost(), wiring.crossings()];
    for (const change of changes) {
        if (wiring.effort.spent > most) return null;
        const back = snapshot(placing);
        const limit = start - least - change.far * perPixel;
        const now = costOf(change, placing, movable, limit);
        const saved = crossings - wiring.crossings();
        if (now < limit && saved > 0 && saved * perCrossing >= change.far) return change;
        back();
    }
    return null;
}

/**
 * Where lines of new conduits cross others, cards go elsewhere when fewer lines cross then, and where that does not
 * help one or two zones at their ends do, on their level: as long as something is better and within a bound for the
 * work, the same on every machine.
 * @param zonesToo false where all zones stay
 * @returns true where something was moved
 */
export function relocate(placing: Placing, movable: Movable, zonesToo: boolean): boolean {
    const most = Math.max(mostEffort, placing.wiring.effort.spent + leastEffort);
    let { allowed } = movable;
    let zones = zonesToo ? mostZones : 0;
    for (let moved = false; ; moved = true) {
        const found =
            firstOf(cardChanges(placing, movable), placing, movable, most) ??
            (zones > 0 ? firstOf(zoneChanges(placing, movable, allowed), placing, movable, most) : null);
        if (!found) return moved;
        allowed -= found.far;
        if (found.far > 0) zones--;
    }
}
