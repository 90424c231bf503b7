import { equal, match, ok } from 'node:assert/strict';
import {
    layout,
    sheetPictures,
    sheetsOf,
    toDrawio,
    toGraph,
    toJson,
    toMermaid,
    toScreenSvg,
    toSvg,
    toVsdx,
} from '../src/views/diagram/index.ts';
import { drawing } from './support/drawing.ts';
import { load } from './support/load.ts';

const plant =
    'system Plant "Plant" {}\nzone Cell { asset Plc : plc }\nzone Site { asset Mes : server }\n' +
    'conduit Up between Cell and Site { flow Cell.Plc -> Site.Mes : opc-ua }\n';

/** What of a text is not understood, and how often. */
const broken: readonly (readonly [string, string, number])[] = [
    ['a piece of text', `${plant}zone Lost { asset Hidden :: plc }\n`, 1],
    ['a name that nothing has', `${plant}conduit Across between Cell and Nowhere\n`, 1],
    ['a value that is not possible', `${plant}zone High { SL-T 9 }\n`, 1],
    ['two of them', `${plant}zone High { SL-T 9 }\nconduit Across between Cell and Nowhere\n`, 2],
];

describe('diagram: a model that is not understood as a whole', () => {
    const { engine } = drawing();

    for (const [what, text, count] of broken) {
        it(`${what}: every format says so in its heading, and how often in its notes`, async () => {
            const analysis = load(text);
            const graph = toGraph(analysis);
            equal(graph.notUnderstood, count);
            const positioned = await layout(graph, engine);
            const { sheets, ...set } = await sheetsOf(analysis, {}, engine, { paper: 'a3' });
            const [first] = sheetPictures({ sheets, ...set });
            const said = count === 1 ? /1 place of the text was not/u : /2 places of the text were not/u;
            for (const picture of [
                toSvg(positioned),
                toDrawio(positioned),
                [...toVsdx(positioned).values()].join('\n'),
                first?.svg ?? '',
            ]) {
                match(picture, /Incomplete · Plant/u);
                match(picture, said);
            }
            match(toMermaid(graph), /^title: "Incomplete · Plant"$/mu);
            match(toScreenSvg(positioned), /<title[^>]*>Incomplete · Plant/u);
            match(JSON.stringify(toJson(positioned)), said);
        });
    }

    it('a picture of all that the text says has no such words', async () => {
        const positioned = await layout(toGraph(load(plant)), engine);
        ok(!/incomplete/iu.test(toSvg(positioned) + toDrawio(positioned) + toMermaid(positioned.graph)));
    });
});
