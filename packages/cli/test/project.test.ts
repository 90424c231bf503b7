import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

describe('Every command', function () {
    this.timeout(120_000);

    it('counts the lines of a file that ends them with CR', () => withFiles({
        'before/main.iacs': 'system Plant\rzone A { owner "O" }\r',
        'after/main.iacs': 'system Plant\rzone A { owner "O"\r  purdue 1 }\r',
    }, cwd => {
        const { changes } = JSON.parse(iacs(['diff', '--format', 'json', 'before/main.iacs', 'after/main.iacs'], { cwd }).stdout) as {
            changes: { line: number }[];
        };
        assert.deepEqual(changes.map(change => change.line), [2]);
        const { findings } = JSON.parse(iacs(['check', '--format', 'json', 'after/main.iacs'], { cwd }).stdout) as { findings: { rule: string; line: number }[] };
        assert.equal(findings.find(each => each.rule === 'zone-without-target')?.line, 2);
    }));
});
