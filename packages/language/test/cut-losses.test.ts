import assert from 'node:assert/strict';
import { judgeFunctions, sever } from '../src/assessment/index.ts';
import { fewestLabels } from '../src/assessment/cut/label-cut.ts';
import { Losses, noAsker } from '../src/assessment/cut/losses.ts';
import { CutDefinition } from './support/cut-definition.ts';
import { look } from './support/load.ts';
import { cutPlant } from './support/cut-plant.ts';
import { random } from './support/random-plant.ts';

describe('What a cut takes away', () => {
    it('is what is lost when what is cut is deleted and everything is worked out anew, on 1,000 plants', () => {
        let lost = 0;
        let kept = 0;
        for (let seed = 1; seed <= 1000; seed++) {
            const { text, cuttable } = cutPlant(seed);
            const below = random(seed * 7919);
            const asked = Array.from({ length: 1 + below(2) }, () => cuttable[below(cuttable.length)]!);
            const assessment = look(text);
            const { model, lookup, reach } = assessment;
            const cut = sever(lookup, asked);
            const losses = new Losses(lookup, reach, cut, noAsker);
            const definition = new CutDefinition(model, asked);
            const what = `seed ${seed}, cut ${asked.join(', ')}\n${text}`;
            const assets = model.assets.filter(each => losses.of(each.id).standing === 'lost').map(each => each.id);
            assert.deepEqual(assets.sort(), [...definition.assets()].sort(), what);
            const functions = judgeFunctions(assessment, cut);
            const gone = functions.filter(each => each.verdict === 'lost').map(each => each.function.id);
            assert.deepEqual(gone.sort(), [...definition.functions()].sort(), what);
            lost += gone.length;
            kept += functions.filter(each => each.verdict === 'kept').length;
            for (const each of functions.filter(verdict => verdict.verdict === 'kept'))
                assert.deepEqual([each.chain, each.questions], [[], []], what);
        }
        assert.ok(lost > 300 && kept > 100, `the plants show both: ${lost} lost, ${kept} kept`);
    });
});

describe('The fewest labels that part a graph', () => {
    it('are those of an exhaustive search, on 1,000 graphs', () => {
        let several = 0;
        for (let seed = 1; seed <= 1000; seed++) {
            const below = random(seed);
            const nodes = 3 + below(6);
            const labels = 1 + below(6);
            const edges = Array.from({ length: 2 + below(14) }, () => ({
                from: below(nodes),
                to: below(nodes),
                label: below(12) === 0 ? null : below(labels),
            }));
            const goals = new Set([nodes - 1, ...(below(2) === 0 ? [nodes - 2] : [])]);
            const parted = (mask: number): boolean => {
                const seen = new Set([0]);
                for (const node of seen)
                    for (const { from, to, label } of edges)
                        if (from === node && (label === null || (mask & (1 << label)) === 0)) seen.add(to);
                return [...goals].every(goal => !seen.has(goal));
            };
            let best: number | null = null;
            for (let mask = 0; mask < 1 << labels; mask++) {
                const size = mask.toString(2).replaceAll('0', '').length;
                if ((best === null || size < best) && parted(mask)) best = size;
            }
            const found = fewestLabels({ nodes, edges, labels }, [0], goals);
            assert.equal(found?.labels.length ?? null, best, `seed ${seed}`);
            if (!found) continue;
            assert.ok(found.proved && found.atLeast === best, `seed ${seed} is proved`);
            assert.ok(parted(found.labels.reduce((mask, label) => mask | (1 << label), 0)), `seed ${seed} is parted`);
            if (found.labels.length > 1) several++;
        }
        assert.ok(several > 50, String(several));
    });
});

describe('A search for the fewest labels that takes too long', () => {
    it('ends with a set that does it, and does not call it the smallest', () => {
        const below = random(7);
        const [labels, chains, long] = [50, 100, 5];
        // Each chain from 0 to 1 has nodes of its own, and labels that others have too.
        const node = (chain: number, at: number): number =>
            at === 0 ? 0 : at === long ? 1 : 1 + chain * (long - 1) + at;
        const chain = Array.from({ length: chains }, () => Array.from({ length: long }, () => below(labels)));
        const edges = chain.flatMap((its, index) =>
            its.map((label, at) => ({ from: node(index, at), to: node(index, at + 1), label })),
        );
        const found = fewestLabels({ nodes: 2 + chains * (long - 1), edges, labels }, [0], new Set([1]))!;
        assert.equal(found.proved, false);
        assert.ok(chain.every(its => its.some(label => found.labels.includes(label))));
        assert.ok(found.atLeast > 0 && found.atLeast <= found.labels.length);
    });
});
