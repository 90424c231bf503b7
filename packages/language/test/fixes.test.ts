import assert from 'node:assert/strict';
import { formatText } from '../src/syntax/format.ts';
import { brokenPlant } from './support/broken-plant.ts';
import { apply, load } from './support/load.ts';
import { sections } from './support/marks.ts';

describe('The quick fixes of the broken plant', () => {
    const { loaded } = brokenPlant();
    const byRule = Map.groupBy(loaded.findings.filter(finding => finding.fixes.length > 0), finding => finding.rule);

    for (const [rule, findings] of byRule) {
        it(`of ${rule} leave valid, formatted text`, () => {
            for (const fix of findings.flatMap(finding => finding.fixes)) {
                const after = apply(loaded, fix);
                assert.deepEqual(load(after).problems.map(problem => problem.message), [], fix.title);
                for (const { name, text } of sections(after)) assert.equal(text, formatText(text), `${fix.title}, in ${name}`);
            }
        });
    }
});
