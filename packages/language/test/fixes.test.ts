import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import type { Finding } from '../src/rules/index.ts';
import { formatText } from '../src/syntax/format.ts';
import { brokenPlant } from './support/broken-plant.ts';
import { carelessPlant } from './support/careless-plant.ts';
import type { Loaded } from './support/load.ts';
import { apply, load } from './support/load.ts';
import { sections } from './support/marks.ts';
import { random } from './support/random-plant.ts';

const today = '2026-06-01';
const examples = new URL('../../../examples/', import.meta.url);
const plants = ['grfics', 'refinery', 'ship', 'substations', 'swat', 'truck-loading'];

/** An example with the shared library beside it, its root first. */
function example(name: string): Loaded {
    const files = [name, 'library'].flatMap(folder => readdirSync(new URL(`${folder}/`, examples), { recursive: true, encoding: 'utf8' })
        .map(file => `${folder}/${file.replaceAll('\\', '/')}`))
        .filter(file => file.endsWith('.iacs'));
    const root = `${name}/main.iacs`;
    const texts = [root, ...files.filter(file => file !== root)].map(file => `//- ${file}\n${readFileSync(new URL(file, examples), 'utf8')}`);
    return load(texts.join(''), { today });
}

/** How often something is said, wherever it stands by now. */
function saidOf(findings: readonly Finding[], { rule, subject, message }: Finding): number {
    return findings.filter(each => each.rule === rule && each.subject === subject && each.message === message).length;
}

/** Makes every fix of the findings by itself, and looks at what is left. */
function assertFixes(loaded: Loaded, findings: readonly Finding[]): void {
    for (const finding of findings) {
        for (const fix of finding.fixes) {
            const what = `${finding.rule}: ${fix.title}`;
            const after = apply(loaded, fix);
            const again = load(after, { today });
            assert.deepEqual(again.problems.map(problem => problem.message), [], what);
            for (const { name, text } of sections(after)) assert.equal(text, formatText(text), `${what}, in ${name ?? 'the text'}`);
            assert.ok(saidOf(again.findings, finding) < saidOf(loaded.findings, finding), `${what} cures nothing`);
        }
    }
}

describe('Quick fixes leave valid, formatted text without the finding', () => {
    describe('in the broken plant', () => {
        const { loaded } = brokenPlant();
        for (const [rule, findings] of Map.groupBy(loaded.findings.filter(finding => finding.fixes.length > 0), finding => finding.rule)) {
            it(rule, () => assertFixes(loaded, findings));
        }
    });

    for (const name of plants) {
        it(`in the example ${name}`, () => {
            const loaded = example(name);
            assert.deepEqual(loaded.problems, []);
            assertFixes(loaded, loaded.findings);
        });
    }

    for (let seed = 1; seed <= 10; seed++) {
        it(`in careless plant ${seed}`, () => {
            const loaded = load(carelessPlant(random(seed)), { today });
            assert.deepEqual(loaded.problems, []);
            assertFixes(loaded, loaded.findings);
        });
    }
});
