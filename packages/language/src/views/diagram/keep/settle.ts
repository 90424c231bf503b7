import type { DiagramGraph } from '../content/graph.ts';
import { lineId, ownId } from '../layout/elk-graph.ts';
import type { Frame } from '../layout/frame.ts';
import type { Places } from '../layout/position.ts';
import type { Rect } from '../layout/positioned.ts';
import { conduitBox, type Side } from '../measure/conduit-box.ts';
import { zoneBox, type ZoneWish } from '../measure/zone-box.ts';
import { Canvas } from './canvas.ts';
import { fitCard, takeAway, wireKey } from './cards.ts';
import { growZones } from './grow.ts';
import { insertCard, type Placing } from './insert-card.ts';
import { insertOwns, insertZones } from './insert.ts';
import { movableIn } from './movable.ts';
import { closedKey, turnedMemory, turnedPoint, turnedRect, type Memory } from './memory.ts';
import { sceneOf, type Scene, type ZoneItem } from './scene.ts';
import { relocate } from './relocate.ts';
import { untangle } from './untangle.ts';
import { Wiring } from './wiring.ts';

/** A picture in which what was there stays where it was. */
export interface Settled {
    readonly places: Places;
    /** How zones are set that had to fit their places, by key. */
    readonly wishes: ReadonlyMap<string, ZoneWish>;
    /** On which sides the lines come to the cards, by key. */
    readonly sides: ReadonlyMap<string, readonly Side[]>;
    /** Keys of what a person has put where it is. */
    readonly byHand: ReadonlySet<string>;
}

const isInside = (inner: Rect, outer: Rect): boolean =>
    inner.x > outer.x - 1 &&
    inner.y > outer.y - 1 &&
    inner.x + inner.width < outer.x + outer.width + 1 &&
    inner.y + inner.height < outer.y + outer.height + 1;

/** Takes over what has a place, unless it lies over something else, as it may after an edit by hand. */
function takeOver(canvas: Canvas, scene: Scene, memory: Memory): void {
    const take = (key: string, rect: Rect | undefined = memory.boxes.get(key)): void => {
        const parent = scene.parentOf(key);
        const around = parent === null ? undefined : canvas.boxes.get(parent);
        if (!rect || (parent !== null && !(around && isInside(rect, around)))) return;
        const over = canvas
            .othersOf(key)
            .some(
                ([, other]) =>
                    rect.x < other.x + other.width - 1 &&
                    other.x < rect.x + rect.width - 1 &&
                    rect.y < other.y + other.height - 1 &&
                    other.y < rect.y + rect.height - 1,
            );
        if (!over) canvas.boxes.set(key, { ...rect });
    };
    for (const { key, frame } of scene.zones) {
        take(key, (frame.zone.folded ? memory.boxes.get(closedKey(key)) : undefined) ?? memory.boxes.get(key));
        if (frame.own) take(ownId(key));
    }
    for (const item of scene.cards) {
        take(item.key);
        if (!canvas.boxes.has(item.key)) continue;
        item.targets.forEach((target, leg) => {
            const key = wireKey(item, leg);
            const points = memory.lines.get(key);
            if (points && points.length > 1 && canvas.boxes.has(target))
                canvas.wires.set(key, { key, target, card: item.key, points: [...points] });
        });
    }
}

/** Measures the boxes of a graph as they are set in a settled picture; badges take no part in that. */
export function asSettled(frame: Frame, graph: DiagramGraph, settled: Settled): Frame {
    const wish = frame.zone && settled.wishes.get(frame.zone.key);
    return {
        ...frame,
        box: frame.zone && wish && Object.keys(wish).length > 0 ? zoneBox(frame.zone, graph, wish) : frame.box,
        frames: frame.frames.map(inner => asSettled(inner, graph, settled)),
        conduits: frame.conduits.map(box => {
            const sides = settled.sides.get(box.node.key);
            return !sides || sides.every((side, leg) => side === box.sides[leg])
                ? box
                : conduitBox(box.node, graph.direction, sides);
        }),
    };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function placesOf(canvas: Canvas, scene: Scene, right: boolean): Places {
    const lines = new Map<string, ReturnType<Places['line']>>();
    for (const item of scene.cards) {
        item.targets.forEach((_, leg) => {
            const points = canvas.wires.get(wireKey(item, leg))?.points ?? [];
            lines.set(
                lineId(item.key, leg),
                points
                    .map(point => (right ? turnedPoint(point) : point))
                    .map(({ x, y }) => ({ x: round(x), y: round(y) })),
            );
        });
    }
    return {
        rect: id => {
            const { x, y, width, height } = canvas.boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
            const rect = { x: round(x), y: round(y), width: round(width), height: round(height) };
            return right ? turnedRect(rect) : rect;
        },
        line: id => lines.get(id) ?? [],
    };
}

/** What the conduits of a new zone cost at the place that it is tried at: those whose other ends have places. */
function costOfLines(item: ZoneItem, placing: Placing): number | null {
    const { canvas, scene } = placing;
    const cards = scene.cards.filter(
        card =>
            !canvas.boxes.has(card.key) &&
            card.targets.includes(item.key) &&
            card.targets.every(target => canvas.boxes.has(target)),
    );
    if (cards.length === 0) return null;
    let cost = 0;
    for (const card of cards) cost = insertCard(card, placing, 4) ?? noRoom;
    for (const card of cards) placing.cards.delete(card.key);
    return cost;
}

/** The conduits that are new, and those of which a line does not run as it did. */
function touchedCards(canvas: Canvas, before: Memory, added: ReadonlySet<string>): ReadonlySet<string> {
    const moved = [...canvas.wires.values()].filter(({ key, points }) => {
        const was = before.lines.get(key);
        return (
            was?.length !== points.length ||
            points.some(({ x, y }, at) => Math.abs(x - (was[at]?.x ?? 0)) > 1 || Math.abs(y - (was[at]?.y ?? 0)) > 1)
        );
    });
    return new Set([...added, ...moved.map(({ card }) => card)]);
}

/** What it counts when a line finds no room. */
const noRoom = 100_000;

/** How much of a picture has to be known, of its zones, for it to be worth keeping. */
const leastKnown = 0.5;

/**
 * Gives a graph the places that it had in an earlier picture. What is new finds room beside what is there; what has
 * grown takes free ground first and moves as little as it can; lines stay, and only those that cannot are found anew.
 * Deterministic.
 * @param fresh the graph as it is measured
 * @returns `null` where too little is known, or there is no room: such a picture is laid out afresh
 */
export function settle(graph: DiagramGraph, fresh: Frame, memory: Memory): Settled | null {
    if (fresh.plain || memory.direction !== graph.direction) return null;
    const right = graph.direction === 'right';
    const scene = sceneOf(fresh, right);
    const before = right ? turnedMemory(memory) : memory;
    const known = scene.zones.filter(({ key }) => before.boxes.has(key) || before.boxes.has(closedKey(key))).length;
    if (scene.zones.length === 0 || known < scene.zones.length * leastKnown) return null;

    const canvas = new Canvas(scene);
    takeOver(canvas, scene, before);
    const wishes = growZones(canvas, scene, graph, right);
    const wiring = new Wiring(canvas, scene, right);
    const cards = new Map(
        scene.cards
            .filter(item => canvas.boxes.has(item.key))
            .map(item => [item.key, fitCard(item, canvas, graph.direction)]),
    );
    const forget = (key: string): void => {
        takeAway(key, canvas);
        cards.delete(key);
    };
    const placing: Placing = { canvas, scene, wiring, direction: graph.direction, cards };
    wiring.dropFaulty();
    insertZones(canvas, scene, right, before.boxes, item => costOfLines(item, placing));
    insertOwns(canvas, scene, right);
    // The inside of a new zone comes with the cards in it.
    for (const item of scene.cards)
        if (canvas.boxes.has(item.key) && !cards.has(item.key))
            cards.set(item.key, fitCard(item, canvas, graph.direction));
    for (const item of scene.cards)
        if (canvas.boxes.has(item.key) && !wiring.connect(item, cards.get(item.key) ?? item.box)) forget(item.key);
    const added = new Set(scene.cards.map(item => item.key).filter(key => !canvas.boxes.has(key)));
    for (const item of scene.cards) if (added.has(item.key) && insertCard(item, placing) === null) return null;
    if (!wiring.connectTightly(cards)) return null;
    // Where a conduit is new, or a line that was there could not stay, lines may cross that need not.
    const touched = touchedCards(canvas, before, added);
    if (touched.size > 0) {
        const changed = added.size > 0 ? added : touched;
        wiring.improve(cards, changed);
        const untangled = (): void =>
            untangle(wiring, canvas, scene, cards, touchedCards(canvas, before, added), added);
        untangled();
        if (relocate(placing, movableIn(graph, canvas, scene, before, changed), added.size > 0)) untangled();
    }
    return {
        places: placesOf(canvas, scene, right),
        wishes,
        sides: new Map([...cards].map(([key, box]) => [key, box.sides])),
        byHand: memory.byHand ?? new Set(),
    };
}
