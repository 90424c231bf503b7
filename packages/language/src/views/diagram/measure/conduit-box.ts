import type { Direction } from '../../../model/index.ts';
import type { ConduitNode } from '../content/graph.ts';
import type { Point, Rect } from '../layout/positioned.ts';
import { chainOf, chainOfMany, moved, type Chain, type DeviceBox } from './card-chain.ts';
import { cardWords, setLines, type CardLine, type CardWords } from './card-words.ts';
import { sizes } from './measures.ts';

/**
 * The side of a card on which a line meets it: the upper or the lower one, the left or the right one where levels run
 * to the right.
 */
export type Side = 'before' | 'after';

/** The card of a conduit: its devices on the line, its words beside it. Places are within the card. */
export interface ConduitBox {
    readonly node: ConduitNode;
    readonly width: number;
    readonly height: number;
    readonly devices: readonly DeviceBox[];
    readonly lines: readonly CardLine[];
    /** For each leg of the conduit, the side on which its line meets the card. */
    readonly sides: readonly Side[];
    /** Places along each side where lines meet it, from its beginning. Lines share one where there is only one. */
    readonly ports: Readonly<Record<Side, readonly number[]>>;
    /** Places where the lines to what carries the conduit meet their side, in the order of these legs. */
    readonly docks: readonly number[];
    /** The line as it runs inside the card. */
    readonly wires: readonly (readonly Point[])[];
    /** A bar that joins the lines of one side, beside its devices. */
    readonly bars: readonly (readonly [Point, Point])[];
    /** Left upper corner of the badge. */
    readonly badge: Point;
    /** The sign of a conduit without devices. */
    readonly capsule: Rect | null;
    /** It is wider where a long list would make it very tall. */
    readonly broad: boolean;
}

const other: Readonly<Record<Side, Side>> = { before: 'after', after: 'before' };

/** Distance of two ports, in pixels. */
const portStep = 16;
/** With more lines than this on one side, they meet outside of the card. */
const mostPorts = 4;
/** Distance of two lines to carriers. */
const dockStep = 14;
/** Room from the edge of a card to a bar, and from a bar to the devices. */
const barRoom = 9;
/** How far the line goes past its devices before it turns to the side that it came from. */
const turnRoom = 14;

const countOf = (sides: readonly Side[], side: Side): number => {
    const count = sides.filter(each => each === side).length;
    return count > mostPorts ? 1 : count;
};

/** Evenly spread places around a middle. */
function spread(count: number, middle: number, step: number): number[] {
    return Array.from({ length: count }, (_, index) => middle + (index - (count - 1) / 2) * step);
}

/** What the shapes of a card have in common: places run along the levels first, across them second. */
interface Run {
    readonly at: (along: number, across: number) => Point;
    readonly along: (size: { width: number; height: number }) => number;
    readonly across: (size: { width: number; height: number }) => number;
}

function runOf(down: boolean): Run {
    return down
        ? { at: (along, across) => ({ x: across, y: along }), along: size => size.height, across: size => size.width }
        : { at: (along, across) => ({ x: along, y: across }), along: size => size.width, across: size => size.height };
}

const chainFor = (node: ConduitNode, down: boolean): Chain =>
    node.sharing.length > 0 && node.devices.length === 0
        ? chainOfMany(down)
        : chainOf(node.devices, down, node.sign === 'cards', node.phase);

interface Shape {
    readonly chain: Chain;
    readonly ports: ConduitBox['ports'];
    readonly wires: Point[][];
    readonly bars: [Point, Point][];
}

/** Lines come in on one side and go out on the other, along the levels. */
function through(chain: Chain, length: number, middle: number, sides: readonly Side[], { at, along }: Run): Shape {
    const [before, after] = [countOf(sides, 'before'), countOf(sides, 'after')];
    const most = Math.max(before, after);
    const step = (count: number): number => (count < 2 ? 0 : (portStep * (most - 1)) / (count - 1));
    const ports = { before: spread(before, middle, step(before)), after: spread(after, middle, step(after)) };
    const wires: Point[][] = [];
    const bars: [Point, Point][] = [];
    const side = (places: readonly number[], edge: number, bar: number, device: number): void => {
        const [first = middle] = places;
        const last = places.at(-1) ?? middle;
        if (places.length < 2) wires.push([at(edge, middle), at(device, middle)]);
        else {
            for (const place of places) wires.push([at(edge, place), at(bar, place)]);
            bars.push([at(bar, first), at(bar, last)]);
            wires.push([at(bar, middle), at(device, middle)]);
        }
    };
    const start = along({ width: chain.start.x, height: chain.start.y });
    const end = along({ width: chain.end.x, height: chain.end.y });
    side(ports.before, 0, start - barRoom, start);
    side(ports.after, length, end + barRoom, end);
    return { chain, ports, wires, bars };
}

/** Two lines that come in on one side: the line goes through the devices across the levels, and back out. */
function across(chain: Chain, length: number, sides: readonly Side[], { at, along, across: over }: Run): Shape {
    const size = (point: Point): { width: number; height: number } => ({ width: point.x, height: point.y });
    const edge = sides[0] === 'after' ? length : 0;
    const depth = along(size(chain.start));
    const [from, to] = [over(size(chain.start)), over(size(chain.end))];
    const places = [from - turnRoom, to + turnRoom];
    const wires = places.map((place, index) => [at(edge, place), at(depth, place), at(depth, index === 0 ? from : to)]);
    return { chain, ports: { before: edge === 0 ? places : [], after: edge === 0 ? [] : places }, wires, bars: [] };
}

/** More lines than two that come in on one side: they meet at a bar on which the devices hang. */
function hub(chain: Chain, length: number, sides: readonly Side[], { at, along, across: over }: Run): Shape {
    const size = (rect: { x: number; y: number }): { width: number; height: number } => ({
        width: rect.x,
        height: rect.y,
    });
    const late = sides[0] === 'after';
    const icons: Rect[] = chain.capsule
        ? [chain.capsule]
        : chain.devices.map(({ x, y }) => ({ x, y, width: sizes.device, height: sizes.device }));
    const middles = icons.map(icon => over(size(icon)) + over(icon) / 2);
    const [first = 0] = middles;
    const last = middles.at(-1) ?? first;
    const near = late
        ? Math.max(...icons.map(icon => along(size(icon)) + along(icon)))
        : Math.min(...icons.map(icon => along(size(icon))));
    const bar = late ? near + barRoom : near - barRoom;
    const places = spread(countOf(sides, late ? 'after' : 'before'), (first + last) / 2, portStep);
    const wires = [
        ...places.map(place => [at(late ? length : 0, place), at(bar, place)]),
        ...middles.map(middle => [at(bar, middle), at(near, middle)]),
    ];
    const reach = [...places, ...middles];
    return {
        chain: { ...chain, wires: [] },
        ports: { before: late ? [] : places, after: late ? places : [] },
        wires,
        bars: [[at(bar, Math.min(...reach) - 3), at(bar, Math.max(...reach) + 3)]],
    };
}

/** Measures the card of a conduit with its devices in a row along the levels. */
function cardThrough(node: ConduitNode, words: CardWords, down: boolean, sides: readonly Side[]): ConduitBox {
    const pad = node.sign !== 'cards' ? sizes.tagPadding : sizes.conduitPadding;
    const run = runOf(down);
    const room = Math.max(0, Math.max(countOf(sides, 'before'), countOf(sides, 'after')) - 1) * portStep;
    const bars = {
        before: countOf(sides, 'before') > 1 ? barRoom : 0,
        after: countOf(sides, 'after') > 1 ? barRoom : 0,
    };
    const chain = chainFor(node, down);
    const breadth = Math.max(run.across(chain), room + 4);
    const inset = (breadth - run.across(chain)) / 2;
    const lengthOf = run.along(chain) + 2 * pad + bars.before + bars.after;
    if (down) {
        const height = Math.max(lengthOf, words.height + 2 * pad);
        const top = (height - lengthOf) / 2 + pad + bars.before;
        const width = Math.ceil(pad + breadth + 10 + words.width + pad);
        const placed = moved(chain, { x: pad + inset, y: top });
        return card(
            node,
            words,
            { width, height },
            sides,
            through(placed, height, placed.start.x, sides, run),
            pad + breadth + 10,
            (height - words.height) / 2,
        );
    }
    const width = Math.ceil(Math.max(lengthOf, words.width + 2 * pad));
    const extra = Math.max(0, room + 4 - 2 * chain.start.y) / 2;
    const placed = moved(chain, { x: (width - lengthOf) / 2 + pad + bars.before, y: pad + extra });
    const top = pad + extra + Math.max(chain.height, 2 * chain.start.y + extra) + 4;
    return card(
        node,
        words,
        { width, height: top + words.height + pad },
        sides,
        through(placed, width, placed.start.y, sides, run),
        (width - words.width) / 2,
        top,
    );
}

/**
 * Measures the card of a conduit all of whose lines come in on one side, with its devices in a row across the levels.
 */
function cardAcross(node: ConduitNode, words: CardWords, down: boolean, sides: readonly Side[]): ConduitBox {
    const pad = node.sign !== 'cards' ? sizes.tagPadding : sizes.conduitPadding;
    const run = runOf(down);
    const two = sides.length === 2;
    const chain = chainFor(node, !down);
    const inset = two
        ? turnRoom
        : Math.max(0, (countOf(sides, sides[0] ?? 'before') - 1) * portStep + 6 - run.across(chain)) / 2;
    const edge = pad + (two ? 2 : barRoom);
    const [breadth, depth] = [run.across(chain) + 2 * inset, run.along(chain) + edge + pad];
    const late = sides[0] === 'after';
    const chainWidth = down ? breadth : depth - edge - pad;
    const height = down ? Math.max(depth, words.height + 2 * pad) : Math.max(breadth + 2 * pad, words.height + 2 * pad);
    const left = down ? pad + inset : edge;
    const top = down ? (late ? height - run.along(chain) - edge : edge) : (height - breadth) / 2 + inset;
    const textLeft = left + (down ? chainWidth - inset : chainWidth) + 10;
    const width = Math.ceil(textLeft + words.width + pad);
    const placed = moved(chain, { x: left, y: top });
    const shape = (two ? across : hub)(placed, down ? height : width, sides, run);
    return card(node, words, { width, height }, sides, shape, textLeft, (height - words.height) / 2);
}

function card(
    node: ConduitNode,
    words: CardWords,
    size: { width: number; height: number },
    sides: readonly Side[],
    shape: Shape,
    left: number,
    top: number,
): ConduitBox {
    const lines = setLines(words, left, top);
    const corner = Math.min(left + words.width + 4, size.width - 4);
    return {
        node,
        ...size,
        sides,
        docks: [],
        devices: shape.chain.devices,
        capsule: shape.chain.capsule,
        lines,
        ports: shape.ports,
        wires: [...shape.wires, ...shape.chain.wires],
        bars: shape.bars,
        badge: { x: corner - sizes.badge, y: Math.max(node.sign === 'cards' ? 4 : 1, top - 3) },
        broad: false,
    };
}

/** A mere point on the line, for pictures with very many conduits. */
export function dotBox(node: ConduitNode, sides: readonly Side[]): ConduitBox {
    const middle = sizes.dot / 2;
    const point = { x: middle, y: middle };
    return {
        node,
        width: sizes.dot,
        height: sizes.dot,
        sides,
        docks: node.carriers.map(() => middle),
        devices: [],
        lines: [],
        ports: { before: [middle], after: [middle] },
        wires: [],
        bars: [],
        badge: { x: 0, y: 0 },
        capsule: { ...point, width: 0, height: 0 },
        broad: false,
    };
}

/** Where lines to carriers dock: from the far end of a side inwards, away from the line of the conduit itself. */
function docksOf(length: number, sides: readonly Side[]): number[] {
    return sides.map((side, index) =>
        Math.max(0, length - 18 - dockStep * sides.slice(0, index).filter(each => each === side).length),
    );
}

/**
 * Measures the card of a conduit.
 * @param sides for each leg of the conduit, the side of the card that its line comes to
 * @param broad a tag is wider where a long list would make it very tall
 */
export function conduitBox(node: ConduitNode, direction: Direction, sides: readonly Side[], broad = false): ConduitBox {
    const down = direction === 'down';
    const words = cardWords(node, broad);
    const ends = sides.slice(0, node.ends.length);
    const [first = 'before'] = ends;
    // The line of a connector goes on at the other side, off the sheet.
    const used = ends.length === 1 ? [first, other[first]] : ends;
    const box = used.every(side => side === first)
        ? cardAcross(node, words, down, used)
        : cardThrough(node, words, down, used);
    return { ...box, broad, sides, docks: docksOf(down ? box.width : box.height, sides.slice(node.ends.length)) };
}
