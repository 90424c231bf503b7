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
        const joined = (each: fc.Arbitrary<string>, by: fc.Arbitrary<string> = fc.constant('/')) =>
            fc.tuple(fc.array(each, { minLength: 1, maxLength: 4 }), by).map(([parts, sign]) => parts.join(sign));
        fc.assert(
            fc.property(joined(name), joined(part, fc.constantFrom('/', '\\')), (file, pattern) => {
                assert.equal(
                    replacedPosix.matchesGlob(file, pattern),
                    path.posix.matchesGlob(file, pattern),
                    `${file} ${pattern}`,
                );
            }),
            // Later editions of the library answer otherwise where two of `**` come before a name with a dot.
            { numRuns: 2000, examples: [['a-b/.git', '**/a-b/**/.git']] },
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

    it('may be documents without a text, until they or their folder go', async () => {
        const asked: string[] = [];
        const files = new ClientFiles(uri => asked.push(uri));
        const plant = 'vscode-vfs://github/plant';
        files.take([
            [`${plant}/main.iacs`, 'system S'],
            [`${plant}/evidence/2026/walk%20down.pdf`],
            [`${plant}/evidence/rack.jpg`],
            [`${plant}/plan.pdf`],
        ]);
        const names = async (folder: string): Promise<unknown> =>
            (await files.entries(folder)).map(({ name, uri, kind }) => [name, uri.slice(plant.length), kind]);
        assert.deepEqual(await names(plant), [
            ['main.iacs', '/main.iacs', 'file'],
            ['evidence', '/evidence', 'folder'],
            ['plan.pdf', '/plan.pdf', 'file'],
        ]);
        assert.deepEqual(await names(`${plant}/evidence`), [
            ['2026', '/evidence/2026', 'folder'],
            ['rack.jpg', '/evidence/rack.jpg', 'file'],
        ]);
        assert.deepEqual(await names(`${plant}/evidence/2026`), [
            ['walk down.pdf', '/evidence/2026/walk%20down.pdf', 'file'],
        ]);
        assert.equal(files.exists(`${plant}/evidence/2026/walk%20down.pdf`), true);
        assert.equal(files.exists(`${plant}/evidence/2026`), true);
        assert.deepEqual(asked, []);

        // Read for another reason, it is asked for as any file is.
        assert.equal(files.read(`${plant}/plan.pdf`), undefined);
        assert.deepEqual(asked, [`${plant}/plan.pdf`]);

        files.take([[`${plant}/evidence`, null]]);
        assert.equal(files.exists(`${plant}/evidence/rack.jpg`), false);
        assert.deepEqual(await names(`${plant}/evidence`), []);
        files.take([[`${plant}/plan.pdf`, null]]);
        assert.deepEqual(await names(plant), [['main.iacs', '/main.iacs', 'file']]);
        files.take([[`${plant}/plan.pdf`]]);
        assert.equal(files.exists(`${plant}/plan.pdf`), true);
        files.take([[`${plant}/main.iacs`]]);
        assert.equal(files.read(`${plant}/main.iacs`), 'system S');
    });
});
