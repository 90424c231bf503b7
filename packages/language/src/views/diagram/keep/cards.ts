import type { Direction } from '../../../model/index.ts';
import { legsOf } from '../content/graph.ts';
import type { Point } from '../layout/positioned.ts';
import { conduitBox, type ConduitBox, type Side } from '../measure/conduit-box.ts';
import { bottomOf, type Box, type Canvas } from './canvas.ts';
import { growDown, growUp, growWide, turnedSize } from './grow.ts';
import { lineKey } from './memory.ts';
import type { CardItem } from './scene.ts';

/** On which side of a card a box lies. */
function sideOf(card: Box, there: Box | undefined): Side {
    if (!there) return 'after';
    if (bottomOf(there) <= card.y + 4) return 'before';
    if (there.y >= bottomOf(card) - 4) return 'after';
    return there.y + there.height / 2 < card.y + card.height / 2 ? 'before' : 'after';
}

/** The card of a conduit as its surroundings have it: on which side each of its lines comes to it. */
export function cardAt({ box, targets }: CardItem, card: Box, canvas: Canvas, direction: Direction): ConduitBox {
    const sides = targets.map(target => sideOf(card, canvas.boxes.get(target)));
    const same = sides.every((side, index) => side === box.sides[index]);
    return same ? box : conduitBox(box.node, direction, sides);
}

/** Where the line of a leg may meet a card; several lines on one side have a port each, of which any may be taken. */
export function portsFor(box: ConduitBox, leg: number, card: Box): Point[] {
    const side = box.sides[leg] ?? 'before';
    const { ends } = box.node;
    const places = leg >= ends.length ? [box.docks[leg - ends.length] ?? 0] : box.ports[side];
    return places.map(place => ({ x: card.x + place, y: side === 'before' ? card.y : bottomOf(card) }));
}

const near = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1;

/**
 * A card that has a place keeps the place of its line; it grows as far as it must. Lines that come to none of its ports
 * any more are dropped, and found anew later.
 */
export function fitCard(item: CardItem, canvas: Canvas, direction: Direction): ConduitBox {
    const card = canvas.boxes.get(item.key);
    if (!card) return item.box;
    const box = cardAt(item, card, canvas, direction);
    const right = direction === 'right';
    const size = turnedSize(box, right);
    const wires = item.targets.map((_, leg) => canvas.wires.get(wireKey(item, leg)));
    const first = wires.findIndex(
        (wire, leg) => wire && leg < box.node.ends.length && box.ports[box.sides[leg] ?? 'before'].length === 1,
    );
    const end = wires[first]?.points.at(-1);
    if (end) {
        const place = box.ports[box.sides[first] ?? 'before'][0] ?? 0;
        const by = end.x - place - card.x;
        // The line stays where it is, and the card around it: to the left only over free ground.
        if (Math.abs(by) > 0.5 && by > -canvas.slack(item.key, 'left', -by) - 0.5) card.x += by;
    }
    const [top, bottom] = [card.y, bottomOf(card)];
    card.width = Math.min(card.width, size.width);
    growWide(canvas, item.key, size.width - card.width);
    if (size.height < card.height) card.height = size.height;
    else {
        const more = size.height - card.height;
        growDown(canvas, item.key, more - growUp(canvas, item.key, more));
    }
    const taken: Point[] = [];
    wires.forEach((wire, leg) => {
        const last = wire?.points.at(-1);
        if (!wire || !last) return;
        const moved = {
            x: last.x,
            y: Math.abs(last.y - bottom) < 1 ? bottomOf(card) : Math.abs(last.y - top) < 1 ? card.y : last.y,
        };
        const port = portsFor(box, leg, card).find(each => near(each, moved));
        const shared = port && taken.some(each => near(each, port)) && box.ports[box.sides[leg] ?? 'before'].length > 1;
        if (!port || shared) return void canvas.wires.delete(wire.key);
        taken.push(port);
        wire.points = [...wire.points.slice(0, -1), { x: last.x, y: port.y }];
    });
    return box;
}

/** A card that is to go elsewhere, with all its lines. */
export function takeAway(key: string, canvas: Canvas): void {
    canvas.boxes.delete(key);
    for (const wire of canvas.wires.values()) if (wire.card === key) canvas.wires.delete(wire.key);
}

/** The key of the line of a leg. */
export const wireKey = (item: CardItem, leg: number): string => lineKey(item.key, legsOf(item.box.node)[leg] ?? '');
