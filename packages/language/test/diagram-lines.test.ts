import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Wire } from '../src/views/diagram/keep/canvas.ts';
import { added, leastBetween, Tally } from '../src/views/diagram/keep/cost.ts';
import { route, type Route, type Wish } from '../src/views/diagram/keep/router.ts';
import type { Surroundings } from '../src/views/diagram/keep/route-grid.ts';
import type { Point, Rect } from '../src/views/diagram/layout/positioned.ts';
import { random } from './support/random-plant.ts';

/** A line that goes level and upright in turn. */
function lineOf(next: (below: number) => number): Point[] {
    const points = [{ x: next(400), y: next(400) }];
    for (let count = 2 + next(4); count > 0; count--) {
        const last = points.at(-1)!;
        const to = next(400);
        points.push(count % 2 === 0 ? { x: to, y: last.y } : { x: last.x, y: to });
    }
    return points;
}

describe('diagram: the lines of an edit', () => {
    it('cost together what each adds to those before it', () => {
        const next = random(17);
        for (let round = 0; round < 50; round++) {
            const wires: Wire[] = [];
            const tally = new Tally();
            let sum = 0;
            for (let index = 0; index < 12; index++) {
                const card = `card ${next(5)}`;
                const wire = { key: `${card} > ${index}`, target: '', card, points: lineOf(next) };
                sum += added(wire, wires);
                wires.push(wire);
                const cost = tally.cost(new Map(wires.map(each => [each.key, each])));
                ok(Math.abs(cost - sum) < 1e-6, `${cost} is not ${sum}`);
            }
            // What is counted step by step is what is counted at once, whichever lines have changed.
            for (let step = 0; step < 12; step++) {
                const changed = next(wires.length);
                wires[changed] = { ...wires[changed]!, points: lineOf(next) };
                const left = new Map(wires.slice(next(6)).map(each => [each.key, each]));
                equal(tally.crossings(left), new Tally().crossings(left));
            }
        }
    });

    it('are found within what they cost, and not for less', () => {
        const next = random(29);
        const effort = { spent: 0 };
        let found = 0;
        for (let round = 0; round < 40; round++) {
            const boxes: Rect[] = Array.from({ length: 6 }, (_, index) => ({
                x: 40 + (index % 3) * 260 + next(60),
                y: 300 + Math.floor(index / 3) * 260 + next(60),
                width: 100 + next(80),
                height: 80 + next(60),
            }));
            const to = boxes[next(boxes.length)]!;
            const lines = Array.from({ length: 4 }, () => lineOf(next));
            const around: Surroundings = { boxes, words: [], lines, turns: [], tight: false };
            const wish: Wish = { from: { x: next(800), y: 150 }, heading: 1, to, taken: [] };
            const within = (most: number): Route | null => route(around, wish, most, { spent: 0 });
            const free = route(around, wish, Infinity, effort);
            if (!free) continue;
            found++;
            const wire = { key: 'new', target: '', card: 'new', points: [...free.points] };
            const cost = added(wire, []);
            ok(cost >= leastBetween(wish.from, to) - 1, 'a line costs less than it can');
            // The search leaves out the straight ends of a line, at most 14 pixels each.
            deepEqual(within(free.cost + 28)?.points, free.points);
            equal(within(free.cost - 28), null);
        }
        ok(found > 20, `${found} of 40 lines`);
        // A search counts a thousand places. Those that it looks at are looked at level and upright: by four directions
        // they were 8,135.
        ok(effort.spent < 47_000, `${effort.spent} places`);
    });
});
