import assert from 'node:assert/strict';
import { understand } from '../src/analysis.ts';
import { parse } from '../src/syntax/index.ts';
import { carelessPlant } from './support/careless-plant.ts';
import { exampleFolders, exampleText } from './support/examples.ts';
import { memorySource } from './support/load.ts';
import { sections } from './support/marks.ts';
import { random } from './support/random-plant.ts';

/** A model from text, with the trees kept or taken apart while it is made. */
function understood(text: string, empties: boolean) {
    const files = new Map(sections(text).map(part => [`file:///plant/${part.name ?? 'main.iacs'}`, part.text]));
    const [root, rootText] = [...files][0]!;
    return understand(parse(root, rootText), memorySource(files), () => empties);
}

function isTheSame(text: string): void {
    assert.deepEqual(understood(text, true), understood(text, false));
}

describe('a tree that is taken apart while it is lowered', () => {
    for (const folder of exampleFolders)
        it(`gives the same model and problems: ${folder}`, () => isTheSame(exampleText(folder)));

    it('gives the same model and problems of plants with mistakes', () => {
        for (let seed = 1; seed <= 60; seed++) isTheSame(carelessPlant(random(seed)));
    });

    it('suggests what was declared before and after, by name, title and other name', () => {
        const text = `system S
protocol house-bus { alias "HB" }
zone A {
  asset Historian "Data store" : server { alias "Archive" address 10.0.0.1 }
  zone Inner { asset P : house-bs }
  flow Historan -> P : hb
}
conduit C between A and B { flow DataStore -> Q : house-bus  flow Archive -> Q : house-bus }
zone B { asset Q : plc }
flow A.Historian -> B.R : house-bus
within A.Inner { asset R : plc  flow R -> Histrian : modbus }
zone A { asset Historian : server }
`;
        isTheSame(text);
        const { problems } = understood(text, true);
        assert.ok(problems.some(({ message }) => /did you mean A\.Historian/.test(message)));
        assert.ok(problems.some(({ kind }) => kind === 'duplicate-name'));
    });

    it('lets go what is in a block, and keeps what is declared', () => {
        const uri = 'file:///plant/main.iacs';
        const text =
            'system S\nzone A {\n  kind control\n  asset X : plc { address 10.0.0.1 }\n}\nflow A.X -> A.X : ssh\n';
        const tree = parse(uri, text);
        understand(tree, memorySource(new Map([[uri, text]])), () => true);
        const written = JSON.stringify(tree.file);
        assert.match(written, /"text":"A"/);
        for (const word of ['10.0.0.1', 'control', 'ssh']) assert.ok(!written.includes(word), word);
    });
});
