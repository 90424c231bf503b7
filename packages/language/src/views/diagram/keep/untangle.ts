import type { ConduitBox } from '../measure/conduit-box.ts';
import type { Canvas, Wire } from './canvas.ts';
import type { CardItem, Scene } from './scene.ts';
import type { Wiring } from './wiring.ts';

/** How many lines are taken away at once. */
const most = 6;
/** How often lines are found anew in all: a bound for the work, which a large picture would not have otherwise. */
const tries = 32;
/** What has to be won, in pixels. */
const least = 0.5;

/** Brings back lines that were there before something was tried. */
function lines(canvas: Canvas): () => void {
    const kept = [...canvas.wires].map(([key, wire]): [string, Wire] => [key, { ...wire }]);
    return () => {
        canvas.wires.clear();
        for (const [key, wire] of kept) canvas.wires.set(key, { ...wire });
    };
}

/**
 * Takes lines that cross away together and finds them anew in another order: a line that was found first may be in the
 * way of one that was found later, at a port or at the border of a zone. What costs less is kept. Boxes stay.
 * @param changed the conduits whose lines do not run as they did: these are gone through, with what they cross
 * @param added those of them that are new
 */
export function untangle(
    wiring: Wiring,
    canvas: Canvas,
    scene: Scene,
    cards: ReadonlyMap<string, ConduitBox>,
    changed: ReadonlySet<string>,
    added: ReadonlySet<string>,
): void {
    const items = new Map(scene.cards.map(item => [item.key, item]));
    const tried = (keys: readonly string[], limit: number): number => {
        const wires = keys.flatMap(key => canvas.wires.get(key) ?? []);
        for (const { key } of wires) canvas.wires.delete(key);
        const found = wires.flatMap(({ card }): [CardItem, ConduitBox][] => {
            const [item, box] = [items.get(card), cards.get(card)];
            return item && box ? [[item, box]] : [];
        });
        const budget = wiring.budget(limit, new Map(found));
        const all = found.length === wires.length && budget.left >= 0;
        return all && found.every(([item, box]) => wiring.connect(item, box, budget)) ? wiring.cost() : Infinity;
    };
    let cost = wiring.cost();
    let left = tries;
    const done = new Set<string>();
    // What is new comes first: its lines are those that most is won with.
    const keys = [...canvas.wires.values()]
        .sort((a, b) => Number(added.has(b.card)) - Number(added.has(a.card)))
        .map(({ key }) => key);
    for (const key of keys) {
        const wire = canvas.wires.get(key);
        const crossed = wire ? wiring.crossedBy(wire, changed).map(each => each.key) : [];
        const sets = [
            ...crossed.flatMap(other => [
                [key, other],
                [other, key],
            ]),
            ...(crossed.length > 1 && crossed.length < most
                ? [
                      [key, ...crossed],
                      [...crossed, key],
                  ]
                : []),
        ].filter(set => !done.has(set.join()));
        for (const set of sets) {
            if (left === 0) return;
            left--;
            done.add(set.join());
            const back = lines(canvas);
            const now = tried(set, cost - least);
            if (now < cost - least) {
                cost = now;
                break;
            }
            back();
        }
    }
}
