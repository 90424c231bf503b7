import { deepEqual, equal } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { elkEngine } from '../src/views/diagram/elk-host.ts';
import { layout, toGraph, type DiagramOptions, type Positioned } from '../src/views/diagram/index.ts';
import { load } from './support/load.ts';
import { faultsOf } from './support/pictures.ts';
import { plant } from './support/plants.ts';

const examples = new URL('../../../examples/', import.meta.url);

/** The files of an example as one text, the root first. */
function textOf(folder: string): string {
    const read = (path: string): string[] => readdirSync(new URL(path, examples), { withFileTypes: true })
        .flatMap(entry => (entry.isDirectory() ? read(`${path}${entry.name}/`) : entry.name.endsWith('.iacs') ? [`${path}${entry.name}`] : []));
    const files = [`${folder}/main.iacs`, ...read(`${folder}/`).filter(path => path !== `${folder}/main.iacs`), ...read('library/')];
    return files.map(path => `//- ${path}\n${readFileSync(new URL(path, examples), 'utf8')}`).join('\n');
}

const folders = readdirSync(examples, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && readdirSync(new URL(`${entry.name}/`, examples)).includes('main.iacs'))
    .map(entry => entry.name);

describe('diagram: places', function () {
    this.timeout(60_000);
    const engine = elkEngine();
    after(() => engine.close());

    async function drawn(text: string, options: DiagramOptions = {}): Promise<Positioned> {
        const positioned = await layout(toGraph(load(text), options), engine, 50_000);
        equal(positioned.engine, 'elk', positioned.reason ?? '');
        return positioned;
    }

    for (const folder of folders) {
        for (const direction of ['down', 'right'] as const) {
            it(`examples/${folder}, ${direction}: nothing lies over another thing`, async () => {
                deepEqual(faultsOf(await drawn(textOf(folder), { direction, colour: direction === 'down' ? 'target' : 'gap' })), []);
            });
        }
    }

    for (let seed = 0; seed < 16; seed++) {
        const shape = { zones: 3 + seed * 2, conduits: 3 + seed * 3, nested: seed % 2 === 1, bare: seed % 5 === 4 };
        it(`plant ${seed} of ${shape.zones} zones: nothing lies over another thing`, async () => {
            deepEqual(faultsOf(await drawn(plant(seed, shape), { direction: seed % 3 === 2 ? 'right' : 'down' })), []);
        });
    }

    for (const seed of [107, 217, 310]) {
        it(`plant ${seed}: words and chip of a head stand apart, however many lines cross it`, async () => {
            const zones = 4 + seed % 37;
            const text = plant(seed, { zones, conduits: Math.floor(zones * (0.5 + seed % 4 * 0.4)), nested: true });
            deepEqual(faultsOf(await drawn(text, { colour: seed % 2 === 1 ? 'gap' : 'target' })), []);
        });
    }
});
