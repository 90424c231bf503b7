import { createHash } from 'node:crypto';
import { toOscal } from '../../src/views/report/index.ts';
import { load } from './load.ts';
import { plantText, random, randomPlant } from './random-plant.ts';
import { loadExample, reported, reportOf } from './report.ts';

/** A UUID of version 5 in shape, made of a text. */
function uuid(text: string): string {
    const hex = createHash('sha1').update(text).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const odd = `system Odd "  " { owner "" description " " }
zone Quiet "" { description "  " owner "\\t" misses SR 1.1 because " " }
zone Loud "  A \\n B  " { SL-T 4 meets SR 2.8 because "\\u0007" evidence "" }
`;

/** Plants to write as OSCAL: the examples, texts that are empty or blank, and plants of chance. */
export const oscalPlants: readonly { readonly name: string; readonly definition: () => unknown }[] = [
    ...reported.map(name => ({ name, loaded: () => loadExample(name) })),
    { name: 'a plant with blank texts', loaded: () => load(odd) },
    { name: 'a system alone', loaded: () => load('system Alone') },
    ...Array.from({ length: 40 }, (_, seed) => ({
        name: `plant of chance ${seed}`,
        loaded: () => load(plantText(randomPlant(random(seed)))),
    })),
].map(({ name, loaded }) => ({
    name,
    definition: () => JSON.parse(JSON.stringify(toOscal(reportOf(loaded()), uuid))) as unknown,
}));
