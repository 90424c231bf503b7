import assert from 'node:assert/strict';
import { Flood, leads, meet } from '../src/assessment/reach-flood.ts';
import { search } from '../src/assessment/reach-search.ts';
import type { Rows } from '../src/assessment/reach-graph.ts';
import { load } from './support/load.ts';
import { random } from './support/random-plant.ts';

type Pair = readonly [from: number, to: number];

function rowsOf(nodes: number, pairs: readonly Pair[]): Rows {
    const sorted = pairs.toSorted(([a], [b]) => a - b);
    const row = new Int32Array(nodes + 1);
    for (const [from] of sorted) row[from + 1]! += 1;
    for (let node = 0; node < nodes; node++) row[node + 1]! += row[node]!;
    return { row, target: Int32Array.from(sorted.map(([, to]) => to)), carrier: new Int32Array(sorted.length) };
}

/** What is reached from some nodes without touching others: what the definition says, slowly. */
function reached(pairs: readonly Pair[], starts: readonly number[], closed: readonly number[]): Set<number> {
    const found = new Set(starts);
    for (let size = -1; size !== found.size;) {
        size = found.size;
        for (const [from, to] of pairs) if (found.has(from) && !closed.includes(to)) found.add(to);
    }
    return found;
}

describe('A search from both sides', () => {
    it('finds what two searches have in common, each from its side, over 3,000 random graphs', () => {
        let found = 0;
        for (let seed = 1; seed <= 3000; seed++) {
            const below = random(seed);
            const nodes = 2 + below(14);
            const pairs = Array.from({ length: below(3 * nodes) }, (): Pair => [below(nodes), below(nodes)]);
            const turned = pairs.map(([from, to]): Pair => [to, from]);
            const all = Array.from({ length: nodes }, (_, node) => node);
            const sides = all.map(() => below(5));
            const [starts, goals] = [0, 1].map(side => all.filter(node => sides[node] === side)) as [
                number[],
                number[],
            ];
            const [forward, backward] = [new Flood(rowsOf(nodes, pairs)), new Flood(rowsOf(nodes, turned))];
            // The marks of one search are nothing to the next one.
            for (const [from, to] of [
                [goals, starts],
                [starts, goals],
            ] as const) {
                meet(forward, backward, { starts: from, closed: to }, { starts: to, closed: from });
                const [there, onward] = [reached(pairs, from, to), reached(turned, to, from)];
                const between = all.filter(node => there.has(node) && onward.has(node));
                assert.deepEqual(
                    all.filter(node => forward.has(node) && backward.has(node)),
                    between,
                    `seed ${seed}`,
                );
                assert.deepEqual(
                    [...forward.reached].filter(node => backward.has(node)).toSorted((a, b) => a - b),
                    between,
                    `seed ${seed}`,
                );
                for (const node of from) assert.ok(forward.has(node) && !backward.has(node));
                for (const node of to) assert.ok(backward.has(node) && !forward.has(node));
                found += between.length;
            }
        }
        assert.ok(found > 3000, String(found));
    });
});

describe('Whether a path leads from one side to another', () => {
    it('is what a search from one side says, with nodes and carriers left out', () => {
        const counts = { leads: 0, not: 0 };
        for (let seed = 1; seed <= 3000; seed++) {
            const below = random(seed);
            const nodes = 2 + below(14);
            const pairs = Array.from({ length: below(3 * nodes) }, (): Pair => [below(nodes), below(nodes)]);
            const turned = pairs.map(([from, to]): Pair => [to, from]);
            const all = Array.from({ length: nodes }, (_, node) => node);
            const [sides, without, except] = [all.map(() => below(5)), below(nodes), below(nodes)];
            const [starts, goals] = [0, 1].map(side => all.filter(node => sides[node] === side)) as [
                number[],
                number[],
            ];
            // The carrier of an edge is its lower end, which is the same in both directions; some edges have none.
            const carried = (rows: Rows): Rows => {
                const from = all.flatMap(node =>
                    Array.from(rows.target.slice(rows.row[node], rows.row[node + 1]), () => node),
                );
                return { ...rows, carrier: rows.target.map((to, edge) => Math.min(to, from[edge]!) - 1) };
            };
            const mask = {
                closed: (node: number) => node === without,
                counts: (carrier: number) => carrier !== except,
            };
            const [rows, back] = [carried(rowsOf(nodes, pairs)), carried(rowsOf(nodes, turned))];
            const open = new Set(goals.filter(goal => goal !== without));
            const expected = open.size > 0 && search(rows, starts, mask, open).goal >= 0;
            assert.equal(leads(new Flood(rows), new Flood(back), starts, goals, mask), expected, `seed ${seed}`);
            counts[expected ? 'leads' : 'not']++;
        }
        assert.ok(counts.leads > 500 && counts.not > 500, JSON.stringify(counts));
    });
});

describe('Many shortest paths of one model', () => {
    it('are searched in the same room, and answer as if each were the first', () => {
        const assets = Array.from({ length: 3000 }, (_, at) => `asset A${at} : plc`).join('\n');
        const text =
            `system S\nzone A {\n${assets}\n}\nzone B { asset X : server }\nzone C { asset Y : server }\n` +
            'flow A.A7 -> B.X : https\nflow B.X -> C.Y : https\n';
        const { reach } = load(text).assessment;
        const asked = [
            ['A', 'C'],
            ['C', 'A'],
            ['A', 'B'],
            ['B', 'A'],
        ] as const;
        const answers = asked.map(([from, to]) => reach.shortestPath(from, to)?.hops.length ?? null);
        assert.deepEqual(answers, [2, null, 1, null]);
        const before = process.memoryUsage().arrayBuffers;
        for (let round = 0; round < 200; round++)
            assert.deepEqual(
                asked.map(([from, to]) => reach.shortestPath(from, to)?.hops.length ?? null),
                answers,
            );
        assert.ok(process.memoryUsage().arrayBuffers - before < 1e6);
    });
});
