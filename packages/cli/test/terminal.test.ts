import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { iacs, iacsProcess, withFiles } from './support/iacs.ts';

const { cacheFolder } = createRequire(import.meta.url)('../bin/cache-folder.js') as {
    cacheFolder(env: Record<string, string>): string | undefined;
};
const red = '\u001b[31mX\u001b]0;title\u0007';

describe('A terminal', () => {
    it('obeys nothing that a cell, a path or a word brings along', () => {
        withFiles(
            {
                'assets.csv': `name,type\nPlc1,"${red}"\n`,
                [`${red}.iacs`]: 'zone  A\n',
                'main.iacs': 'system S { owner "O" }\n',
            },
            cwd => {
                for (const args of [
                    ['import', 'assets', 'assets.csv'],
                    ['format', '--check'],
                    ['check', `${red}.iacs`],
                    ['check', red],
                    [red],
                    ['check', '.', '--rule', `${red}=off`],
                ]) {
                    const { stdout, stderr } = iacs(args, { cwd });
                    const shown = args[0] === 'import' ? stderr : stdout + stderr;
                    assert.match(shown, /X/, args.join(' '));
                    assert.doesNotMatch(shown, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u, args.join(' '));
                }
            },
        );
    });
});

describe('Compiled code', () => {
    before(function () {
        if (process.platform === 'win32') this.skip();
    });

    it('is kept in a folder of the user that nobody else may write in', () => {
        withFiles({ x: '' }, cwd => {
            const folder = cacheFolder({ XDG_CACHE_HOME: cwd });
            assert.equal(folder, path.join(cwd, 'iacs'));
            assert.equal(statSync(folder!).mode & 0o777, 0o700);
            chmodSync(folder!, 0o777);
            assert.equal(cacheFolder({ XDG_CACHE_HOME: cwd }), undefined);
        });
    });

    it('is not kept behind a link or where there is no folder to be had', () => {
        withFiles({ x: '', 'elsewhere/x': '' }, cwd => {
            symlinkSync('elsewhere', path.join(cwd, 'iacs'));
            assert.equal(cacheFolder({ XDG_CACHE_HOME: cwd }), undefined);
            assert.equal(cacheFolder({ XDG_CACHE_HOME: path.join(cwd, 'x') }), undefined);
        });
    });

    it('is not looked for in the shared folder for temporary files', () => {
        withFiles({ 'main.iacs': 'system S { owner "O" }\n' }, cwd => {
            mkdirSync(path.join(cwd, 'tmp'));
            iacsProcess(['diagram', 'main.iacs', '--format', 'svg'], {
                cwd,
                env: { TMPDIR: path.join(cwd, 'tmp'), XDG_CACHE_HOME: path.join(cwd, 'cache') },
            });
            assert.throws(() => statSync(path.join(cwd, 'tmp/node-compile-cache')));
            assert.ok(statSync(path.join(cwd, 'cache/iacs')).isDirectory());
        });
    });

    it('of a check is kept once models were checked, and made again where it is damaged', () => {
        withFiles({ 'main.iacs': 'system S { owner "O" }\nzone A\n' }, cwd => {
            const folder = path.join(cwd, 'cache/iacs');
            const kept = (): string[] => readdirSync(folder).filter(name => name.startsWith('iacs-code-'));
            const options = { cwd, env: { XDG_CACHE_HOME: path.join(cwd, 'cache') } };
            for (const args of [
                ['check', '--help'],
                ['check', 'nowhere.iacs'],
            ]) {
                iacsProcess(args, options);
                assert.deepEqual(kept(), [], args.join(' '));
            }
            const expected = iacs(['check', 'main.iacs'], options);
            assert.deepEqual(iacsProcess(['check', 'main.iacs'], options), expected);
            const [file] = kept();
            const { size } = statSync(path.join(folder, file!));
            assert.ok(size > 100_000, String(size));
            for (const damaged of ['', 'nothing of V8', '\0'.repeat(5000)]) {
                writeFileSync(path.join(folder, file!), damaged);
                assert.deepEqual(iacsProcess(['check', 'main.iacs'], options), expected);
                assert.ok(statSync(path.join(folder, file!)).size > 100_000);
            }
            assert.deepEqual(iacsProcess(['check', 'main.iacs'], options), expected);
            assert.deepEqual(kept(), [file]);
        });
    });
});
