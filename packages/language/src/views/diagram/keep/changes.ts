import type { Point } from '../layout/positioned.ts';
import { middleOf, rightOf } from './canvas.ts';
import { freeOf, placesIn, rowsOf, takenBetween } from './gaps.ts';
import type { Placing } from './insert-card.ts';
import type { Movable } from './movable.ts';
import type { CardItem, ZoneItem } from './scene.ts';

/** Something that may be better: a zone at another place, or cards that find places anew, in this order. */
export interface Change {
    readonly move: { readonly zone: ZoneItem; readonly to: Point } | null;
    /** How far zones are moved in all, with those inside, that had a place before; in pixels. */
    readonly far: number;
    readonly cards: readonly CardItem[];
}

/** A zone with more conduits than this stays: too many lines would run anew. */
const mostConduits = 5;
/** How many places are tried for a zone. */
const mostPlaces = 4;
/** Places nearer than this are the same place. */
const apart = 40;

interface Place extends Point {
    readonly far: number;
}

/** Other places for a zone in the rows of its level: free ground near what it is joined to, and near where it is. */
function placesFor(zone: ZoneItem, { canvas, scene }: Placing, most: number): readonly Place[] {
    const box = canvas.boxes.get(zone.key);
    if (!box) return [];
    const bounds = canvas.boundsOf(zone.parent);
    const end = Number.isFinite(bounds.right) ? bounds.right : Math.max(...[...canvas.boxes.values()].map(rightOf));
    const level = scene.zones.filter(
        other => other.parent === zone.parent && other.frame.zone.rank === zone.frame.zone.rank,
    );
    const joined = scene.cards
        .filter(({ targets }) => targets.includes(zone.key))
        .flatMap(({ targets }) => targets)
        .filter(key => key !== zone.key)
        .flatMap(key => canvas.boxes.get(key) ?? []);
    const wishes = [...joined.map(middleOf), middleOf(box)].map(x => x - box.width / 2);
    const found: Place[] = [];
    for (const { top: y } of rowsOf(level.flatMap(({ key }) => canvas.boxes.get(key) ?? []))) {
        const free = freeOf(takenBetween(canvas, zone.key, y, y + box.height, false), bounds.left, end);
        for (const x of wishes.flatMap(wish => placesIn(free, box.width, wish))) {
            const far = Math.hypot(x - box.x, y - box.y);
            const known = found.some(place => place.y === y && Math.abs(place.x - x) < apart);
            if (far >= apart && far <= most && !known) found.push({ x, y, far });
        }
    }
    return found.sort((a, b) => a.far - b.far).slice(0, mostPlaces);
}

const sideOf = (from: Point, to: Point, { x, y }: Point): number =>
    Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));

/** How many conduits would cross as straight lines from zone to zone, after a zone has been moved. */
function straightCrossings({ canvas, scene }: Placing, move: Change['move']): number {
    const was = move && canvas.boxes.get(move.zone.key);
    const middle = (key: string): Point => {
        const { x, y, width, height } = canvas.boxes.get(key) ?? { x: 0, y: 0, width: 0, height: 0 };
        const goes = was && scene.within(key, move.zone.key);
        return {
            x: x + width / 2 + (goes ? move.to.x - was.x : 0),
            y: y + height / 2 + (goes ? move.to.y - was.y : 0),
        };
    };
    const lines = scene.cards.flatMap(({ targets: [first = '', ...others] }) =>
        others.map(other => ({ ends: [first, other], from: middle(first), to: middle(other) })),
    );
    let count = 0;
    lines.forEach(({ ends, from, to }, index) => {
        for (const other of lines.slice(index + 1)) {
            if (other.ends.some(end => ends.includes(end))) continue;
            const [a, b] = [sideOf(from, to, other.from), sideOf(from, to, other.to)];
            const [c, d] = [sideOf(other.from, other.to, from), sideOf(other.from, other.to, to)];
            if (a * b < 0 && c * d < 0) count++;
        }
    });
    return count;
}

/** The conduits with a line that a line of a new conduit crosses, each with the new one. */
function crossedBy(placing: Placing, added: ReadonlySet<string>): ReadonlyMap<CardItem, CardItem> {
    const { canvas, scene, wiring } = placing;
    const items = new Map(scene.cards.map(item => [item.key, item]));
    const found = new Map<CardItem, CardItem>();
    for (const wire of canvas.wires.values()) {
        const item = items.get(wire.card);
        if (!item || !added.has(wire.card)) continue;
        for (const { card } of wiring.crossedBy(wire, added)) {
            const other = items.get(card);
            if (other && !found.has(other)) found.set(other, item);
        }
    }
    return found;
}

/**
 * What may be better with all zones where they are: two cards whose lines cross, which find places anew.
 * @param placing where one of them is new, or has lines that do not run as they did
 */
export function cardChanges(placing: Placing, { added, isFixed }: Movable): readonly Change[] {
    return [...crossedBy(placing, added)]
        .filter(([other, own]) => !isFixed(other.key) && !isFixed(own.key))
        .flatMap(([other, own]): Change[] => [
            { move: null, far: 0, cards: [own, other] },
            { move: null, far: 0, cards: [other, own] },
        ]);
}

/**
 * What is worth trying where new conduits cross others, the most promising first: the zones at the ends of both
 * elsewhere, with their cards where they are and then with cards that find places anew.
 * @param far how far a zone may be moved that had a place, in pixels
 */
export function zoneChanges(placing: Placing, { added, isFixed }: Movable, far: number): readonly Change[] {
    const { scene } = placing;
    const ends = new Set([...crossedBy(placing, added)].flatMap(pair => pair.flatMap(({ targets }) => targets)));
    const moves = [...ends].flatMap((key): Change[] => {
        const zone = scene.zone.get(key);
        const cards = scene.cards.filter(({ targets }) => targets.includes(key));
        if (!zone || isFixed(key) || cards.length > mostConduits) return [];
        const old = scene.zones.filter(each => scene.within(each.key, key) && !added.has(each.key)).length;
        return placesFor(zone, placing, old === 0 ? Infinity : far / old).map(place => ({
            move: { zone, to: { x: place.x, y: place.y } },
            far: place.far * old,
            cards: cards.filter(card => !isFixed(card.key)),
        }));
    });
    const now = straightCrossings(placing, null);
    const promising = moves
        .map(change => ({ change, crossings: straightCrossings(placing, change.move) }))
        .filter(({ crossings }) => crossings <= now)
        .sort((a, b) => a.crossings - b.crossings || a.change.far - b.change.far)
        .map(({ change }) => change);
    return [...promising.map(change => ({ ...change, cards: [] })), ...promising];
}
