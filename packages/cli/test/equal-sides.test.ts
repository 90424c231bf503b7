import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { iacs, withFiles } from './support/iacs.ts';

const files = {
    'main.iacs': 'import "parts/zones.iacs"\nsystem Plant\n',
    'parts/zones.iacs': 'import "../types.iacs"\nzone A { asset X : own }\nzone B { asset Y : plc }\n',
    'types.iacs': 'type own : plc { SL-C 1 }\n',
};
const inFolder = (folder: string, edits: Readonly<Record<string, string>> = {}): Record<string, string> =>
    Object.fromEntries(Object.entries({ ...files, ...edits }).map(([name, text]) => [`${folder}/${name}`, text]));

describe('Sides that are equal', () => {
    it('are answered without a look into the model, in two folders too', () =>
        withFiles({ ...inFolder('a'), ...inFolder('b/c') }, cwd => {
            const { stdout, code } = iacs(['diff', 'a', 'b/c', '--format', 'json'], { cwd });
            const { changes, models } = JSON.parse(stdout) as { changes: unknown[]; models: object[] };
            assert.deepEqual([code, changes, models], [0, [], [{ system: 'Plant', verdict: 'none' }]]);
            assert.equal(iacs(['check', '--base', 'a', 'b/c'], { cwd }).stdout.slice(0, 8), '0 errors');
        }));

    it('are not, where one of the imported files differs', () =>
        withFiles({ ...inFolder('a'), ...inFolder('b', { 'types.iacs': 'type own : plc { SL-C 2 }\n' }) }, cwd =>
            assert.match(iacs(['diff', 'a', 'b'], { cwd }).stdout, /type own: SL-C: 1 → 2/),
        ));

    it('share what is equal between a commit and the working tree, and see what is not', () =>
        withFiles(files, cwd => {
            const git = (...args: string[]): string =>
                execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@example.org', ...args], {
                    cwd,
                    encoding: 'utf8',
                });
            git('init', '--quiet');
            git('add', '-A');
            git('commit', '--quiet', '-m', 'The plant');
            assert.equal(iacs(['diff', 'HEAD'], { cwd }).stdout, 'Nothing changes in meaning.\n');
            writeFileSync(path.join(cwd, 'types.iacs'), 'type own : plc { SL-C 2 }\n');
            assert.match(iacs(['diff', 'HEAD'], { cwd }).stdout, /type own: SL-C: 1 → 2/);
            git('commit', '--quiet', '-a', '-m', 'A better product');
            assert.match(iacs(['diff', 'HEAD~1', 'HEAD'], { cwd }).stdout, /type own: SL-C: 1 → 2/);
            assert.match(iacs(['diff', 'HEAD', 'HEAD~1'], { cwd }).stdout, /type own: SL-C: 2 → 1/);
        }));
});
