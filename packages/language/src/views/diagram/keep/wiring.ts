import { legsOf } from '../content/graph.ts';
import type { Point, Rect } from '../layout/positioned.ts';
import type { ConduitBox } from '../measure/conduit-box.ts';
import { middleOf, type Box, type Canvas, type Wire } from './canvas.ts';
import { portsFor, wireKey } from './cards.ts';
import { added, leastBetween, Tally, type Budget } from './cost.ts';
import { cross, piecesOf } from './pieces.ts';
import type { Surroundings } from './route-grid.ts';
import { price, route, type Effort, type Route } from './router.ts';
import type { CardItem, Scene } from './scene.ts';
import { Sound } from './sound.ts';

/** Finds and checks the lines of a picture whose boxes have their places. */
export class Wiring {
    private readonly canvas: Canvas;
    private readonly scene: Scene;
    private readonly right: boolean;
    private readonly sound: Sound;
    private readonly tally = new Tally();
    /** The work of all searches so far. */
    readonly effort: Effort = { spent: 0 };
    private tight = false;

    constructor(canvas: Canvas, scene: Scene, right: boolean) {
        this.canvas = canvas;
        this.scene = scene;
        this.right = right;
        this.sound = new Sound(canvas, scene);
    }

    private boxesFor(card: string, target: string): Box[] {
        return this.scene.obstacles(card, target).flatMap(key => this.canvas.boxes.get(key) ?? []);
    }

    /** The heads of the zones that a line goes into. */
    private wordsFor(target: string): Rect[] {
        return this.scene.zones
            .filter(({ key, leaf }) => !leaf && key !== target && this.scene.within(target, key))
            .flatMap(({ key, frame }) => {
                const box = this.canvas.boxes.get(key);
                if (!box) return [];
                const { height } = frame.box.header;
                return [this.right ? { ...box, width: height } : { ...box, height }];
            });
    }

    private around(card: string, target: string): Surroundings {
        return {
            boxes: this.boxesFor(card, target),
            words: this.wordsFor(target),
            lines: [...this.canvas.wires.values()].map(wire => wire.points),
            turns: [],
            tight: this.tight,
        };
    }

    /** The ports of the legs of a card: of those on one side, from left to right as what they lead to. */
    private portsOf(item: CardItem, box: ConduitBox): (Point | undefined)[] {
        const card = this.canvas.boxes.get(item.key);
        if (!card) return [];
        const place = (leg: number): number => middleOf(this.canvas.boxes.get(item.targets[leg] ?? '') ?? card);
        const kept = item.targets.map((_, leg) => this.canvas.wires.get(wireKey(item, leg))?.points.at(-1));
        return item.targets.map((_, leg) => {
            const ports = portsFor(box, leg, card);
            if (ports.length === 1) return ports[0];
            const same = item.targets
                .map((__, other) => other)
                .filter(other => other < box.node.ends.length && box.sides[other] === box.sides[leg] && !kept[other]);
            const free = ports.filter(
                port => !kept.some(end => end && Math.abs(end.x - port.x) < 1 && Math.abs(end.y - port.y) < 1),
            );
            return free[same.sort((a, b) => place(a) - place(b)).indexOf(leg)] ?? ports[0];
        });
    }

    /**
     * A route for one leg of a card, beside all lines that are there.
     * @param most what it may cost
     */
    private routeOf(
        item: CardItem,
        box: ConduitBox,
        leg: number,
        from: Point | undefined,
        most = Infinity,
    ): Route | null {
        const target = item.targets[leg] ?? '';
        const to = this.canvas.boxes.get(target);
        if (!to || !from) return null;
        const taken = [...this.canvas.wires.values()]
            .filter(wire => wire.target === target)
            .map(wire => wire.points[0] ?? from);
        const around = this.around(item.key, target);
        // The search counts what the cost of a picture does not: words that are passed, and lines of the same card.
        const beside = [...this.canvas.wires.values()].filter(({ card }) => card === item.key);
        const more = around.words.length > 0 ? Infinity : most + price.crossing * beside.length;
        const heading = box.sides[leg] === 'before' ? -1 : 1;
        return route(around, { from, heading, to, taken }, more, this.effort);
    }

    /**
     * Finds the missing lines of a card.
     * @param budget what they may cost; it is less by that afterwards
     * @returns false where none has room, or they cost more; then none is added
     */
    connect(item: CardItem, box: ConduitBox, budget: Budget = { left: Infinity }): boolean {
        if (item.targets.every((_, leg) => this.canvas.wires.has(wireKey(item, leg)))) return true;
        const ports = this.portsOf(item, box);
        const made: string[] = [];
        for (const leg of legsOf(box.node).keys()) {
            const key = wireKey(item, leg);
            if (this.canvas.wires.has(key)) continue;
            const bounded = budget.left < Infinity;
            if (bounded) budget.left += this.least(item, box, leg);
            const found = this.routeOf(item, box, leg, ports[leg], budget.left);
            if (found) {
                const wire = { key, target: item.targets[leg] ?? '', card: item.key, points: [...found.points] };
                if (bounded) budget.left -= added(wire, this.canvas.wires.values());
                this.canvas.wires.set(key, wire);
                made.push(key);
            }
            if (!found || budget.left < 0) {
                for (const each of made) this.canvas.wires.delete(each);
                return false;
            }
        }
        return true;
    }

    /** Drops the lines that have come to lie over boxes or along others, or whose ends are loose. */
    dropFaulty(): void {
        this.sound.dropFaulty();
    }

    /**
     * Finds all lines that are missing.
     * @param limit what all lines may cost
     * @returns false where none has room, or they cost more
     */
    connectAll(cards: ReadonlyMap<string, ConduitBox>, limit = Infinity): boolean {
        this.dropFaulty();
        const placed = this.scene.cards.flatMap((item): [CardItem, ConduitBox][] => {
            const box = cards.get(item.key);
            return box && this.canvas.boxes.has(item.key) ? [[item, box]] : [];
        });
        const budget = this.budget(limit, placed);
        return budget.left >= 0 && placed.every(([item, box]) => this.connect(item, box, budget));
    }

    /** Finds all lines that are missing, nearer to boxes and to each other where there is no other room. */
    connectTightly(cards: ReadonlyMap<string, ConduitBox>): boolean {
        if (this.connectAll(cards)) return true;
        this.tight = true;
        const found = this.connectAll(cards);
        this.tight = false;
        return found;
    }

    /** What all lines cost. */
    cost(): number {
        return this.tally.cost(this.canvas.wires);
    }

    /** How often lines of different conduits cross. */
    crossings(): number {
        return this.tally.crossings(this.canvas.wires);
    }

    /** What is left of a limit for all lines when each missing one of these cards costs the least that it can. */
    budget(limit: number, cards: Iterable<readonly [CardItem, ConduitBox]>): Budget {
        if (limit === Infinity) return { left: Infinity };
        let left = limit - this.cost();
        for (const [item, box] of cards)
            for (const leg of legsOf(box.node).keys())
                if (!this.canvas.wires.has(wireKey(item, leg))) left -= this.least(item, box, leg);
        return { left };
    }

    /** What the line of a leg costs at the least. */
    private least(item: CardItem, box: ConduitBox, leg: number): number {
        const [card, to] = [this.canvas.boxes.get(item.key), this.canvas.boxes.get(item.targets[leg] ?? '')];
        return card && to ? Math.min(...portsFor(box, leg, card).map(port => leastBetween(port, to))) : 0;
    }

    /** Finds those lines anew that new cards have brought crossings to, and keeps what is better. */
    improve(cards: ReadonlyMap<string, ConduitBox>, changed: ReadonlySet<string>): void {
        for (const item of this.scene.cards) {
            const box = cards.get(item.key);
            if (!box) continue;
            for (const leg of legsOf(box.node).keys()) {
                const wire = this.canvas.wires.get(wireKey(item, leg));
                if (!wire || this.crossedBy(wire, changed).length === 0) continue;
                const before = this.cost();
                const port = wire.points.at(-1);
                this.canvas.wires.delete(wire.key);
                const found = this.routeOf(item, box, leg, port);
                if (found) this.canvas.wires.set(wire.key, { ...wire, points: [...found.points] });
                if (!found || this.cost() >= before) this.canvas.wires.set(wire.key, wire);
            }
        }
    }

    /** What crosses a line of one of these cards, and which lines of these cards cross another line. */
    crossedBy(wire: Wire, cards: ReadonlySet<string>): Wire[] {
        const mine = piecesOf(wire.points);
        return [...this.canvas.wires.values()].filter(
            other =>
                other.card !== wire.card &&
                (cards.has(wire.card) || cards.has(other.card)) &&
                cross(mine, piecesOf(other.points)),
        );
    }
}
