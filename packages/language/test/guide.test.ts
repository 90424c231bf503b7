import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatText, parse } from '../src/syntax/index.ts';
import { load } from './support/load.ts';

const guide = readFileSync(new URL('../../../docs/language.md', import.meta.url), 'utf8');

const blocks = [...guide.matchAll(/^```iacs( part)?\n([\s\S]*?)^```$/gm)].map(match => ({
    line: guide.slice(0, match.index).split('\n').length,
    part: match[1] !== undefined,
    text: match[2]!,
}));

/** Each statement of the page, and a block in which it may stand. */
const statements = readFileSync(new URL('../../../docs/statements.md', import.meta.url), 'utf8')
    .split('\n')
    .map(line => /^\| (.*?) \| (.*?) \| (once|once a model|any number) \| /.exec(line))
    .filter(row => row !== null)
    .flatMap(([, written, where]) =>
        [...written!.matchAll(/(?:(\w+): )?`([^`]+)`/g)].flatMap(([, only, form]) =>
            where!
                .split(', ')
                .filter(block => only === undefined || block === only)
                .map(block => ({ block, form: form! })),
        ),
    );

const around: Readonly<Record<string, (inner: string) => string>> = {
    'top of a file': inner => inner,
    system: inner => `system Q {\n${inner}\n}`,
    zone: inner => `zone Q {\n${inner}\n}`,
    within: inner => `zone Q\nwithin Q {\n${inner}\n}`,
    conduit: inner => `conduit Q between A and B {\n${inner}\n}`,
    asset: inner => `zone Q { asset R : plc {\n${inner}\n} }`,
    flow: inner => `flow A -> B : https {\n${inner}\n}`,
    'asset type': inner => `type q : plc {\n${inner}\n}`,
    protocol: inner => `protocol q {\n${inner}\n}`,
    countermeasure: inner => `countermeasure Q {\n${inner}\n}`,
    threat: inner => `threat Q {\n${inner}\n}`,
    invariant: inner => `invariant Q {\n${inner}\n}`,
    view: inner => `view Q {\n${inner}\n}`,
    function: inner => `function Q {\n${inner}\n}`,
    island: inner => `island Q {\n${inner}\n}`,
    party: inner => `party Q {\n${inner}\n}`,
    programme: inner => `programme "Q" {\n${inner}\n}`,
    matrix: inner => `system Q { matrix {\n${inner}\n} }`,
    ruleset: inner => `ruleset Q {\n${inner}\n}`,
    observation: inner => `observation Q {\n${inner}\n}`,
    advisory: inner => `advisory Q {\n${inner}\n}`,
    'affected product': inner => `advisory Q { affected "x" {\n${inner}\n} }`,
    'product that is not affected': inner => `advisory Q { not-affected "x" {\n${inner}\n} }`,
    'fixed product': inner => `advisory Q { fixed "x" {\n${inner}\n} }`,
    'product under investigation': inner => `advisory Q { under-investigation "x" {\n${inner}\n} }`,
    'rule that permits': inner => `ruleset Q { permits any -> any : any {\n${inner}\n} }`,
    'rule that blocks': inner => `ruleset Q { blocks any -> any : any {\n${inner}\n} }`,
    conversation: inner => `observation Q { saw 10.1.1.1 -> 10.1.1.2 : tcp 80 used {\n${inner}\n} }`,
    'consequence class': inner => `system Q { matrix { category safety {\n${inner}\n} } }`,
};

describe('The page of every statement', () => {
    it('has them all', () => assert.ok(statements.length > 150, String(statements.length)));

    for (const block of new Set(statements.map(each => each.block))) {
        it(`writes those of ${block} as they are understood there`, () => {
            for (const { form } of statements.filter(each => each.block === block)) {
                const written = form.replaceAll(', …', '').replace('…', '').replaceAll('"…"', '"x"');
                const mistakes = load(around[block]!(written)).problems.filter(
                    ({ kind }) => kind === 'syntax' || kind === 'invalid-value',
                );
                assert.deepEqual(
                    mistakes.map(({ message }) => message),
                    [],
                    written,
                );
            }
        });
    }
});

describe('The guide to the language', () => {
    it('has examples, and every fence of the language is one of the two kinds', () => {
        assert.ok(blocks.length > 10);
        assert.equal(blocks.length, guide.match(/^```iacs/gm)!.length);
    });

    for (const { line, part, text } of blocks) {
        it(`line ${line}: ${part ? 'a part that is understood' : 'a whole model without problems'}`, () => {
            if (part) {
                assert.deepEqual(parse('part.iacs', text).mistakes, []);
                const problems = load(`system Guide\n${text}`).problems.filter(
                    problem => problem.kind !== 'unresolved',
                );
                assert.deepEqual(
                    problems.map(problem => problem.message),
                    [],
                    'names may stand elsewhere, all else is right',
                );
            } else
                assert.deepEqual(
                    load(text).problems.map(problem => problem.message),
                    [],
                );
            assert.equal(/^system\s/m.test(text), !part, 'a whole model has a system, a part has none');
            assert.equal(formatText(text), text, 'it is in canonical layout');
        });
    }
});
