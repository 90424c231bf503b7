import assert from 'node:assert/strict';
import { dominators, returning, type DominatorTree } from '../src/assessment/dominators.ts';
import type { Rows } from '../src/assessment/reach-graph.ts';
import { random } from './support/random-plant.ts';

type Pair = readonly [from: number, to: number];

function rowsOf(nodes: number, pairs: readonly Pair[]): Rows {
    const sorted = pairs.toSorted(([a], [b]) => a - b);
    const row = new Int32Array(nodes + 1);
    for (const [from] of sorted) row[from + 1]! += 1;
    for (let node = 0; node < nodes; node++) row[node + 1]! += row[node]!;
    return { row, target: Int32Array.from(sorted.map(([, to]) => to)), carrier: new Int32Array(sorted.length) };
}

/** What is reached from the starts without passing a node: what the definition says, slowly. */
function reached(pairs: readonly Pair[], starts: readonly number[], within: Within, without?: number): Set<number> {
    const found = new Set(starts.filter(start => start !== without));
    for (let size = -1; size !== found.size;) {
        size = found.size;
        for (const [from, to] of pairs) if (found.has(from) && within(to) && to !== without) found.add(to);
    }
    return found;
}

type Within = (node: number) => boolean;

/** All that every way to each node passes, itself among it. */
function passedBy(pairs: readonly Pair[], starts: readonly number[], within: Within): Map<number, Set<number>> {
    const all = reached(pairs, starts, within);
    const found = new Map([...all].map(node => [node, new Set([node])]));
    for (const gone of all) {
        const left = reached(pairs, starts, within, gone);
        for (const node of all) if (!left.has(node)) found.get(node)!.add(gone);
    }
    return found;
}

/** The same from a tree of dominators. */
function chains(above: DominatorTree): Map<number, Set<number>> {
    return new Map(
        above.nodes.map(node => {
            const chain = new Set<number>();
            for (let at: number | undefined = node; at !== undefined && at >= 0; at = above.get(at)) chain.add(at);
            return [node, chain];
        }),
    );
}

const sortedMap = (map: Map<number, Set<number>>): unknown =>
    [...map].map(([node, chain]) => [node, [...chain].sort((a, b) => a - b)]).sort(([a], [b]) => Number(a) - Number(b));

describe('What every way has to pass', () => {
    it('is what the definition says, over 1,000 random graphs', () => {
        for (let seed = 1; seed <= 1000; seed++) {
            const below = random(seed);
            const nodes = 2 + below(9);
            const pairs = Array.from({ length: below(3 * nodes) }, (): Pair => [below(nodes), below(nodes)]);
            const turned = pairs.map(([from, to]): Pair => [to, from]);
            const pick = (): number[] => [...new Set(Array.from({ length: 1 + below(2) }, () => below(nodes)))];
            const [starts, goals] = [pick(), pick()];
            const out = below(4) === 0 ? below(nodes) : -1;
            const within: Within = node => node !== out || starts.includes(node) || goals.includes(node);
            const [rows, back] = [rowsOf(nodes, pairs), rowsOf(nodes, turned)];
            const before = dominators(rows, back, starts, within);
            const after = dominators(back, rows, goals, within);
            const [there, here] = [passedBy(pairs, starts, within), passedBy(turned, goals, within)];
            assert.deepEqual(sortedMap(chains(before)), sortedMap(there), `seed ${seed}, before`);
            assert.deepEqual(sortedMap(chains(after)), sortedMap(here), `seed ${seed}, after`);
            const counts: Within = node => node % 3 !== 0;
            const back2 = returning(rows, before, after, counts);
            for (let node = 0; node < nodes; node++) {
                for (let edge = rows.row[node]!; edge < rows.row[node + 1]!; edge++) {
                    const next = here.get(rows.target[edge]!);
                    const own = there.get(node);
                    if (!own || !next) continue;
                    const expected = [...own].some(each => counts(each) && next.has(each));
                    assert.equal(back2(edge), expected, `seed ${seed}, edge ${node} → ${rows.target[edge]}`);
                }
            }
        }
    });

    it('is found in chains and in two networks beside each other of 50,000 nodes, without depth of calls', () => {
        const nodes = 50_000;
        const chain = Array.from({ length: nodes - 1 }, (_, node): Pair => [node, node + 1]);
        const ladder = Array.from({ length: nodes - 2 }, (_, node): readonly Pair[] =>
            node % 2 === 1
                ? [
                      [node, node + 2],
                      [node, node - 1],
                  ]
                : [[node, node + 2]],
        ).flat();
        const all: Within = () => true;
        const turned = (pairs: readonly Pair[]): Pair[] => pairs.map(([from, to]): Pair => [to, from]);
        const rows = rowsOf(nodes, chain);
        const above = dominators(rows, rowsOf(nodes, turned(chain)), [0], all);
        assert.equal(above.get(nodes - 1), nodes - 2);
        assert.equal(returning(rows, above, above, all)(0), true);
        assert.equal(dominators(rowsOf(nodes, ladder), rowsOf(nodes, turned(ladder)), [0, 1], all).get(nodes - 4), -1);
    });
});
