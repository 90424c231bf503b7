import assert from 'node:assert/strict';
import { analyse } from '../src/analysis.ts';
import type { Finding } from '../src/rules/engine/finding.ts';
import {
    diff,
    diffJson,
    diffMarkdown,
    diffText,
    sideOf,
    type DiffSide,
    type ModelDiff,
    type Sides,
} from '../src/views/diff/index.ts';
import { carelessPlant } from './support/careless-plant.ts';
import { exampleFolders, exampleText } from './support/examples.ts';
import { memorySource } from './support/load.ts';
import { sections } from './support/marks.ts';
import { random } from './support/random-plant.ts';

const today = '2026-06-01';
const sides: Sides = { base: 'a', head: 'b', baseCommit: null, headCommit: null };

/** How many pairs of texts are compared; others with another `IACS_SEED`. */
const pairs = Number(process.env['IACS_EDITS'] ?? 50);

/** A side of which every rule was asked, and one of which the comparison asks those that it needs. */
function bothWays(text: string): { readonly asked: DiffSide; readonly unasked: DiffSide } {
    const files = new Map(sections(text).map(part => [`file:///plant/${part.name ?? 'main.iacs'}`, part.text]));
    const source = memorySource(files);
    const root = source.parse([...files.keys()][0]!);
    assert.ok(root && 'file' in root);
    const shown = { today, textOf: (uri: string) => files.get(uri), fileName: (uri: string) => uri };
    const answers = new Map<string, readonly Finding[]>();
    return {
        asked: sideOf(analyse(root, source, { today, answers, strict: true }), { ...shown, answers }),
        unasked: sideOf(analyse(root, source, { today, withoutRules: true }), { ...shown, unasked: true }),
    };
}

/** All that is printed of a comparison, and the findings with their places. */
function printed(found: ModelDiff): unknown {
    const { findings } = found.security;
    return [diffJson([found], sides), diffMarkdown([found], sides), diffText(found), findings];
}

/** One of the changes that people make: a line gone, written twice, or said in the words of another one like it. */
function edited(text: string, next: (below: number) => number): string {
    const lines = text.split('\n');
    const at = next(lines.length);
    const line = lines[at]!;
    if (line.startsWith('//- ')) return text;
    switch (next(6)) {
        case 0:
            return lines.toSpliced(at, 1).join('\n');
        case 1:
            return lines.toSpliced(at, 0, line).join('\n');
        case 2:
            return lines.with(at, `${line} // Said later.`).join('\n');
        default: {
            const beginning = /^\s*\w*/.exec(line)![0];
            const alike = lines.filter(each => each !== line && each.startsWith(beginning));
            return alike.length === 0 ? text : lines.with(at, alike[next(alike.length)]!).join('\n');
        }
    }
}

describe('A comparison that asks only the rules whose answers may differ', function () {
    this.timeout(0);
    const next = random(Number(process.env['IACS_SEED'] ?? 21));
    let spared = 0;

    /** Compares both ways, and counts the comparisons in which rules were left out. */
    function compare(before: string, after: string): ModelDiff {
        const [old, now] = [bothWays(before), bothWays(after)];
        const found = diff(old.unasked, now.unasked);
        assert.deepEqual(printed(found), printed(diff(old.asked, now.asked)));
        if (found.after.findings.length < now.asked.findings.length) spared++;
        return found;
    }

    it(`prints what one prints that asks all: ${pairs} random changes of careless plants`, () => {
        for (let pair = 0; pair < pairs; pair++) {
            const before = carelessPlant(next);
            let after = before;
            for (let edit = next(3); edit >= 0; edit--) after = edited(after, next);
            compare(before, after);
        }
        assert.ok(spared > pairs / 5, `rules were left out in ${spared} comparisons only`);
    });

    it(`prints the same where only what is asked has changed: ${pairs} careless plants`, () => {
        const asking = /criticality \w+|SL-T \d|likelihood \d|consequence \d|tolerable-risk \d|is essential/;
        const other = (said: string): string => {
            const [word = ''] = said.split(' ');
            if (word === 'criticality') return `criticality ${['low', 'medium', 'high', 'critical'][next(4)]!}`;
            return word === 'is' ? 'title "No more"' : `${word} ${1 + next(4)}`;
        };
        let fewer = 0;
        for (let pair = 0; pair < pairs; pair++) {
            const before = carelessPlant(next);
            const lines = before.split('\n');
            const places = lines.flatMap((line, index) => (asking.test(line) ? [index] : []));
            for (let edit = next(4); edit >= 0; edit--) {
                const at = places[next(places.length)]!;
                lines[at] = lines[at]!.replace(asking, other);
            }
            const { asked, silenced } = compare(before, lines.join('\n')).security.findings;
            if (asked.length + silenced.length > 0) fewer++;
        }
        assert.ok(fewer > pairs / 5, `findings came or went with the questions in ${fewer} comparisons only`);
    });

    const plant = `system Plant {
}
zone Control { kind control asset Plc1 : plc }
zone Office { kind enterprise asset Pc : hmi }
flow Office.Pc -> Control.Plc1 : modbus-tcp
`;

    it('asks the rules that are accepted, so that an acceptance is seen to be of use', () => {
        const rules = new Set(bothWays(plant).asked.findings.map(({ rule }) => rule));
        assert.ok(rules.size > 5);
        for (const rule of [...rules, 'due-date-passed'])
            for (const place of ['system Plant {', 'zone Control {'])
                compare(plant, plant.replace(place, `${place}\n  accept ${rule} because "Later" until 2027-01-31\n`));
    });

    it('asks all where a programme is contradicted by what is found', () => {
        const programme = (reason: string): string =>
            `programme "P" { meets NET 1.1 maturity 2 because "${reason}" evidence "n.pdf" }`;
        compare(`${plant}${programme('Walls')}`, `${plant}${programme('High walls')}`);
        compare(plant, `${plant}${programme('Walls')}`);
    });

    for (const folder of exampleFolders)
        it(`prints the same of changes of the example ${folder}`, () => {
            const before = exampleText(folder);
            for (let pair = 0; pair < pairs / 50; pair++) compare(before, edited(edited(before, next), next));
        });
});
