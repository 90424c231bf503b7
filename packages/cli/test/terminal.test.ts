import assert from 'node:assert/strict';
import {
    chmodSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    symlinkSync,
    utimesSync,
    writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { iacs, iacsProcess, repository, withFiles } from './support/iacs.ts';

const { cacheFolder } = createRequire(import.meta.url)('../start/cache-folder.js') as {
    cacheFolder(env: Record<string, string>): string | undefined;
};
const red = '\u001b[31mX\u001b]0;title\u0007';

describe('A terminal', () => {
    it('counts the places of a finding that it does not list', () => {
        const zones = (count: number): string =>
            Array.from({ length: count }, (_, at) => `zone Z${at} { kind control }\n`).join('');
        const more = (count: number): string | undefined =>
            withFiles({ 'main.iacs': `system S { owner "O" }\n${zones(count)}` }, cwd =>
                / {2}and \d+ more places?$/m.exec(iacs(['check', 'main.iacs'], { cwd }).stdout)?.[0].trim(),
            );
        assert.deepEqual([5, 6, 7].map(more), [undefined, 'and 1 more place', 'and 2 more places']);
    });

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
            assert.equal(cacheFolder({ XDG_CACHE_HOME: path.join(cwd, 'a/b') }), path.join(cwd, 'a/b/iacs'));
            // Its folders are there, and cannot have others.
            assert.equal(cacheFolder({ XDG_CACHE_HOME: '/proc/none' }), undefined);
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
            const whole = readFileSync(path.join(folder, file!));
            const third = Math.floor(size / 3);
            const flipped = Buffer.from(whole);
            for (let at = third; at < size; at += 1000) flipped[at]! ^= 1;
            // As long as it was, with the head that V8 looks at.
            const zeros = Buffer.from(whole).fill(0, third, 2 * third);
            for (const damaged of ['', 'nothing of V8', '\0'.repeat(5000), whole.subarray(0, third), zeros, flipped]) {
                writeFileSync(path.join(folder, file!), damaged);
                assert.deepEqual(iacsProcess(['check', 'main.iacs'], options), expected);
                assert.ok(statSync(path.join(folder, file!)).size > 100_000);
            }
            assert.deepEqual(iacsProcess(['check', 'main.iacs'], options), expected);
            assert.deepEqual(kept(), [file]);
        });
    });

    it('of a check that cannot be written leaves nothing', () => {
        withFiles({ 'main.iacs': 'system S { owner "O" }\nzone A\n' }, cwd => {
            const folder = path.join(cwd, 'cache/iacs');
            const options = { cwd, env: { XDG_CACHE_HOME: path.join(cwd, 'cache') } };
            const expected = iacsProcess(['check', 'main.iacs'], options);
            const [file] = readdirSync(folder).filter(name => name.startsWith('iacs-code-'));
            // Nothing can take the place of a folder that is not empty.
            rmSync(path.join(folder, file!));
            mkdirSync(path.join(folder, file!, 'x'), { recursive: true });
            assert.deepEqual(iacsProcess(['check', 'main.iacs'], options), expected);
            assert.deepEqual(
                readdirSync(folder).filter(name => name.startsWith('iacs-code-')),
                [file],
            );
        });
    });

    it('of a check is made again once a run used much that the first one did not', () => {
        withFiles({ 'main.iacs': 'system S { owner "O" }\nzone A\n' }, cwd => {
            const folder = path.join(cwd, 'cache/iacs');
            const options = { cwd, env: { XDG_CACHE_HOME: path.join(cwd, 'cache') } };
            const kept = (): readonly { readonly size: number; readonly mtimeMs: number }[] =>
                readdirSync(folder)
                    .filter(each => each.startsWith('iacs-code-'))
                    .map(name => statSync(path.join(folder, name)));
            // It has mistakes, which another file reads, functions, of which a third one judges what they keep,
            // connections that are not described, which a fourth one looks at, and findings of which a fifth one has
            // the sentences.
            const large = path.join(repository, 'examples/broken-plant');
            iacsProcess(['check', 'main.iacs'], options);
            const little = kept();
            iacsProcess(['check', large], options);
            const much = kept();
            assert.deepEqual([little.length, much.length], [1, 5]);
            const sizes = [little, much].map(files => Math.max(...files.map(({ size }) => size)));
            assert.ok(sizes[1]! > sizes[0]! * 1.1, String(sizes));
            for (const model of [large, 'main.iacs']) iacsProcess(['check', model], options);
            assert.deepEqual(
                kept().map(({ mtimeMs }) => mtimeMs),
                much.map(({ mtimeMs }) => mtimeMs),
            );
        });
    });

    it('of a picture is written once, and by a later one a day afterwards', () => {
        const large = path.join(repository, 'examples/broken-plant');
        withFiles({ 'main.iacs': 'system S { owner "O" }\nzone A\n' }, cwd => {
            const folder = path.join(cwd, 'cache/iacs');
            const options = { cwd, env: { XDG_CACHE_HOME: path.join(cwd, 'cache') } };
            const drawn = (model: string): readonly [file: string, size: number, time: number] => {
                iacsProcess(['diagram', model], options);
                const [name, ...others] = readdirSync(folder).filter(each => each.startsWith('iacs-code-'));
                assert.deepEqual(others, []);
                const file = path.join(folder, name!);
                return [file, statSync(file).size, statSync(file).mtimeMs];
            };
            const [file, little, time] = drawn('main.iacs');
            // V8 compiles more in each.
            for (const model of ['main.iacs', large, large])
                assert.deepEqual(drawn(model), [file, little, time], model);
            const longAgo = new Date(Date.now() - 2 * 24 * 3600 * 1000);
            utimesSync(file, longAgo, longAgo);
            const [, much, again] = drawn(large);
            assert.ok(much > little * 1.1, `${much}, ${little}`);
            assert.ok(again > time - 1000);
            assert.deepEqual(drawn(large), [file, much, again]);
        });
    });

    it('of a check fits a long one too, in which V8 compiles more', () => {
        const zones = Array.from({ length: 6000 }, (_, index) => `zone Zone${index} "A zone with a title"\n`);
        // Read by another file, which is loaded when V8 compiles more already.
        const seen = 'observation Tap { sees Zone1 }\n';
        const large = `system S { owner "O" }\n${zones.join('')}${seen}`;
        withFiles({ 'main.iacs': large, 'one.iacs': 'system S\n' }, cwd => {
            const folder = path.join(cwd, 'cache/iacs');
            const options = { cwd, env: { XDG_CACHE_HOME: path.join(cwd, 'cache') } };
            const times = ['main.iacs', 'main.iacs', 'one.iacs'].map(model => {
                assert.deepEqual(iacsProcess(['check', model], options), iacs(['check', model], options));
                return readdirSync(folder)
                    .filter(name => name.startsWith('iacs-code-'))
                    .map(name => statSync(path.join(folder, name)).mtimeMs);
            });
            // Made by the first one, and good for the others.
            assert.equal(times[0]!.length, 2);
            assert.deepEqual(times[1], times[0]);
            assert.deepEqual(times[2], times[0]);
        });
    });
});
