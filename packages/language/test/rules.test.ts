import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { families as folders, generateRules } from '../../../scripts/generate-rules.mjs';
import { titleOf } from '../src/catalogue/index.ts';
import { csetChecks } from '../src/rules/engine/cset.ts';
import { withoutFix } from '../src/rules/fix/none.ts';
import type { Rule } from '../src/rules/index.ts';
import { families, rules } from '../src/rules/index.ts';
import { brokenPlant, markedPlant } from './support/broken-plant.ts';
import type { Loaded } from './support/load.ts';
import { apply, load } from './support/load.ts';
import { sections, withMarks, withoutMarks } from './support/marks.ts';
import { said } from './support/said.ts';

const folder = new URL('../src/rules/', import.meta.url);
const today = '2026-06-01';

/** The folder of the family that holds the file of a rule. */
function familyFolder(id: string): string {
    return Object.keys(folders).find(family => existsSync(new URL(`${family}/${id}.ts`, folder))) ?? 'no-family';
}

function fileOf(loaded: Loaded, name: string | null): string {
    const uris = [...loaded.files.keys()];
    return uris.find(uri => uri.endsWith(`/${name ?? 'main.iacs'}`)) ?? uris[0]!;
}

/** The model's text with carets under everything that the rule blames. */
function marked(text: string, loaded: Loaded, rule: Rule): string {
    return sections(text)
        .map(({ name, text: part }) => {
            const file = fileOf(loaded, name);
            const marks = loaded.findings
                .filter(finding => finding.rule === rule.id && finding.at.file === file)
                .map(finding => finding.at);
            return (name === null ? '' : `//- ${name}\n`) + withMarks(part, marks);
        })
        .join('');
}

function assertUnderstood(loaded: Loaded, what: string): void {
    assert.deepEqual(
        loaded.problems.map(problem => `${problem.kind}: ${problem.message}`),
        [],
        `${what} is not understood`,
    );
}

const renew = process.env['IACS_RENEW'] === '1';

/** What the rules of a family say of their examples, by rule and example. */
function readSaid(family: string): Map<string, string> {
    const file = new URL(`said/${family}.txt`, import.meta.url);
    if (!existsSync(file)) return new Map();
    const parts = readFileSync(file, 'utf8').split(/^## (.+)\n/m);
    return new Map(parts.flatMap((part, index) => (index % 2 === 1 ? [[part, parts[index + 1]!] as const] : [])));
}

const saidBy = new Map(Object.keys(folders).map(family => [family, readSaid(family)]));

/** What a rule says of its example is what is written in `said/`: message, basis, related places, every fix. */
function assertSaid(family: string, key: string, loaded: Loaded, findings: Loaded['findings']): void {
    const expected = saidBy.get(family)!;
    const actual = findings.flatMap(finding => said(loaded, finding)).map(line => `${line}\n`);
    if (renew) {
        expected.set(key, actual.join(''));
        const all = keys.flatMap(each => (expected.has(each) ? [`## ${each}\n${expected.get(each)!}`] : []));
        writeFileSync(new URL(`said/${family}.txt`, import.meta.url), all.join(''));
    }
    assert.equal(actual.join(''), expected.get(key), 'read the change, then renew it with IACS_RENEW=1');
}

function keyOf(rule: Rule, index: number): string {
    const { title } = rule.examples[index]!;
    return `${rule.id}, example ${index + 1}${title === undefined ? '' : `: ${title}`}`;
}

const keys = rules.flatMap(rule => rule.examples.map((_, index) => keyOf(rule, index)));

function assertExample(family: string, rule: Rule, index: number): void {
    const example = rule.examples[index]!;
    const text = withoutMarks(example.before);
    const loaded = load(text, { today });
    assertUnderstood(loaded, 'The example');
    assert.equal(marked(text, loaded, rule), example.before);
    const findings = loaded.findings.filter(finding => finding.rule === rule.id);
    assertSaid(family, keyOf(rule, index), loaded, findings);
    const fixes = findings.flatMap(finding => finding.fixes);
    if (example.after === undefined) {
        assert.deepEqual(
            fixes.map(fix => fix.title),
            [],
            'a fix is offered, and the example has no "after"',
        );
        return;
    }
    const fix = example.fix === undefined ? fixes[0] : fixes.find(each => each.title === example.fix);
    assert.ok(fix, `no such fix among: ${fixes.map(each => each.title).join(' | ')}`);
    const after = apply(loaded, fix);
    assert.equal(after, example.after);
    const again = load(after, { today });
    assertUnderstood(again, 'The text after the fix');
    const cured = findings.find(finding => finding.fixes.includes(fix))!;
    const left = again.findings.filter(finding => finding.rule === rule.id).map(finding => finding.message);
    assert.ok(!left.includes(cured.message), `the finding stays: ${cured.message}`);
}

describe('Rules', () => {
    it('are in the index as the folders of the families hold them', () => {
        assert.ok(generateRules({ check: true }), 'rules/index.ts is stale: run "npm run generate"');
        const known = [...Object.keys(folders), 'engine', 'ask', 'fix', 'say', 'index.ts'];
        assert.deepEqual(readdirSync(folder).sort(), known.sort());
    });

    it('stand in families that have a name', () => {
        for (const family of families) assert.match(family.title, /^[A-Z]/);
        assert.equal(new Set(families.map(family => family.title)).size, families.length);
    });

    it('ask what CSET asks of a diagram', () => {
        const ids = new Set(rules.map(rule => rule.id));
        assert.deepEqual(
            csetChecks.map(check => check.number),
            [1, 2, 3, 4, 5, 6, 7, 8, 9],
        );
        for (const check of csetChecks)
            for (const id of check.rules) assert.ok(ids.has(id), `${check.name}: there is no rule ${id}`);
    });

    for (const rule of rules) {
        const family = familyFolder(rule.id);
        describe(rule.id, () => {
            it('is exported by the file of its name', async () => {
                const module = (await import(new URL(`${family}/${rule.id}.ts`, folder).href)) as {
                    default: Rule;
                };
                assert.equal(module.default, rule);
            });

            it('explains itself in whole sentences, on requirements that exist', () => {
                for (const sentence of [rule.summary, rule.why, rule.falsePositives])
                    assert.match(sentence, /^[A-Z`"].*[.:]$/s);
                for (const id of rule.basis) assert.ok(titleOf(id), `${id} is no requirement`);
            });

            it('has an example that fails', () => {
                assert.ok(rule.examples.some(example => example.before !== withoutMarks(example.before)));
            });

            it('offers a fix in an example, or says why there is none', () => {
                const hasFix = rule.examples.some(example => example.after !== undefined);
                if (hasFix) assert.equal(withoutFix[rule.id], undefined, 'it has a fix, and a reason for none');
                else
                    assert.match(
                        withoutFix[rule.id] ?? '',
                        /^[A-Z].{20,}\.$/,
                        'give `after`, or a reason in fix/none.ts',
                    );
            });

            rule.examples.forEach((example, index) => {
                it(example.title ?? `example ${index + 1}`, () => assertExample(family, rule, index));
            });
        });
    }
});

describe('The reasons why a rule has no quick fix', () => {
    it('are of rules that exist', () => {
        const ids = new Set(rules.map(({ id }) => id));
        assert.deepEqual(
            Object.keys(withoutFix).filter(id => !ids.has(id)),
            [],
        );
    });
});

describe('What is written of the examples', () => {
    it('is of examples that exist', () => {
        assert.deepEqual([...saidBy.values()].flatMap(texts => [...texts.keys()]).sort(), keys.toSorted());
    });
});

describe('The broken plant', () => {
    const plant = brokenPlant();

    it('is understood', () => assertUnderstood(plant.loaded, 'The broken plant'));

    it('trips every rule', () => {
        const tripped = new Set(plant.loaded.findings.map(finding => finding.rule));
        assert.deepEqual(
            rules.map(rule => rule.id).filter(id => !tripped.has(id)),
            [],
        );
    });

    it('trips them exactly where its carets are', () => {
        const expected = readFileSync(
            new URL('../../../examples/broken-plant/expected/findings.txt', import.meta.url),
            'utf8',
        );
        assert.equal(markedPlant(plant), expected, 'look at the change, then renew it with "npm run docs"');
    });
});
