import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ElkApi from 'elkjs/lib/elk-api.js';
import { faster } from '../src/node/elk-faster.ts';
import { loadElk } from '../src/node/elk-script.ts';
import { warmUpGraph } from '../src/node/elk-warm-up.ts';
import { layoutGraph, toGraph, type ElkNode } from '../src/views/diagram/index.ts';
import { load } from './support/load.ts';
import { plant } from './support/plants.ts';

const require = createRequire(import.meta.url);
const file = require.resolve('elkjs/lib/elk-worker.min.js');
const Elk = ElkApi as unknown as new (options: object) => { layout(graph: ElkNode): Promise<ElkNode> };

describe('diagram: ELK made faster', () => {
    it('finds each of its three functions in the version of elkjs that is pinned', () => {
        const changed = faster(readFileSync(file, 'utf8'));
        for (const name of [
            'function mLd(){return this.kept$||',
            'nothing$:c}var nothing$=[];',
            'function FD(a,b){return a}',
        ])
            equal(changed.split(name).length, 2, name);
    });

    it('leaves another version as it is', () => equal(faster('function other(){}'), 'function other(){}'));

    it('gives everything the place that ELK gives it', async () => {
        const { Worker } = require(file) as { Worker: new () => object };
        const quick = loadElk(file, null);
        const engines = [Worker, quick.Worker].map(
            Each => new Elk({ algorithms: ['layered'], workerFactory: () => new Each() }),
        );
        const graphs = [0, 1, 2].map(warmUpGraph);
        for (const [seed, nested] of [false, true].entries())
            graphs.push(layoutGraph(toGraph(load(plant(seed, { zones: 20, conduits: 30, nested })))));
        for (const graph of graphs) {
            const [usual, changed] = await Promise.all(
                engines.map(async engine => JSON.stringify(await engine.layout(structuredClone(graph)))),
            );
            ok((usual?.length ?? 0) > 1000);
            equal(changed, usual);
        }
    });
});
