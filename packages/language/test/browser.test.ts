import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import { ClientFiles } from '../src/browser/files.ts';
import { createHash as replacedHash } from '../src/browser/replaced-crypto.ts';
import { posix as replacedPosix } from '../src/browser/replaced-path.ts';

describe('What replaces Node in a browser', () => {
    it('hashes as Node does', () => {
        fc.assert(
            fc.property(fc.string({ unit: 'grapheme' }), text => {
                assert.equal(
                    replacedHash('sha256').update(text).digest('hex'),
                    createHash('sha256').update(text).digest('hex'),
                );
            }),
        );
    });

    it('matches the patterns of settings as Node does', () => {
        const part = fc.constantFrom('a', 'b.iacs', '*', '**', 'lib', '*.iacs', '?', '{a,lib}', '[ab]', '.git', 'a-b');
        const name = fc.constantFrom('a', 'b.iacs', 'lib', 'ab', '.git', 'a-b', 'c.json', 'B.iacs');
        const joined = (each: fc.Arbitrary<string>) =>
            fc.array(each, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'));
        fc.assert(
            fc.property(joined(name), joined(part), (file, pattern) => {
                assert.equal(
                    replacedPosix.matchesGlob(file, pattern),
                    path.posix.matchesGlob(file, pattern),
                    `${file} ${pattern}`,
                );
            }),
            { numRuns: 2000 },
        );
    });
});

describe('The files that a client hands over', () => {
    it('are known when they come, and asked for once until then', async () => {
        const asked: string[] = [];
        const files = new ClientFiles(uri => asked.push(uri));
        const main = 'vscode-vfs://github/plant/main.iacs';
        assert.equal(files.read(main), undefined);
        assert.equal(files.read(main), undefined);
        assert.deepEqual(asked, [main]);
        files.take([
            [main, 'system S'],
            ['vscode-vfs://github/plant/lib/a%20b.iacs', ''],
        ]);
        assert.equal(files.read(main), 'system S');
        const stamp = files.stamp(main);
        files.take([[main, 'system S']]);
        assert.equal(files.stamp(main), stamp);
        files.take([[main, 'system T']]);
        assert.notEqual(files.stamp(main), stamp);
        assert.deepEqual(
            (await files.entries('vscode-vfs://github/plant')).map(({ name, kind }) => [name, kind]),
            [
                ['main.iacs', 'file'],
                ['lib', 'folder'],
            ],
        );
        assert.equal(files.exists('vscode-vfs://github/plant/lib'), true);
        assert.equal(files.alike('vscode-vfs://github/plant/Main.iacs'), main);
        files.take([[main, null]]);
        assert.equal(files.read(main), undefined);
        assert.equal(files.stamp(main), null);
        assert.equal(files.exists(main), false);
        assert.deepEqual(asked, [main]);
    });
});
