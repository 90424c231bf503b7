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

describe('The guide to the language', () => {
    it('has examples, and every fence of the language is one of the two kinds', () => {
        assert.ok(blocks.length > 10);
        assert.equal(blocks.length, guide.match(/^```iacs/gm)!.length);
    });

    for (const { line, part, text } of blocks) {
        it(`line ${line}: ${part ? 'a part that is understood' : 'a whole model without problems'}`, () => {
            if (part) {
                assert.deepEqual(parse('part.iacs', text).mistakes, []);
                const problems = load(`system Guide\n${text}`).problems.filter(problem => problem.kind !== 'unresolved');
                assert.deepEqual(problems.map(problem => problem.message), [], 'names may stand elsewhere, all else is right');
            }
            else assert.deepEqual(load(text).problems.map(problem => problem.message), []);
            assert.equal(/^system\s/m.test(text), !part, 'a whole model has a system, a part has none');
            assert.equal(formatText(text), text, 'it is in canonical layout');
        });
    }
});
