import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { iacs, iacsProcess, repository } from './support/iacs.ts';

const plant = 'examples/truck-loading';
const other = 'examples/swat';
const bin = path.join(repository, 'packages/cli/bin/iacs.js');

/** The built command line: every part of the bundle is loaded by one of these. */
describe('The built command line', () => {
    it('knows its version and its commands', () => {
        const { version } = JSON.parse(readFileSync(path.join(repository, 'packages/cli/package.json'), 'utf8')) as {
            version: string;
        };
        assert.deepEqual(iacsProcess(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
        assert.deepEqual(iacsProcess(['--help']), iacs(['--help']));
    });

    for (const args of [
        ['check', plant, '--format', 'json', '--today', '2026-06-01'],
        ['assess', plant, '--format', 'csv', '--today', '2026-06-01'],
        ['paths', plant, '--today', '2026-06-01'],
        ['diagram', plant, '--format', 'svg', '--today', '2026-06-01'],
        ['report', plant, '--format', 'markdown', '--today', '2026-06-01'],
        ['explain', 'SR 1.1'],
        ['check', 'nowhere.iacs'],
        ['check', plant, '--format', 'sarif', '--today', '2026-06-01'],
        ['check', plant, '--base', plant, '--today', '2026-06-01'],
        ['check', plant, `--base=${plant}`, '--today', '2026-06-01'],
        ['check', plant, '--bas', plant],
        ['diff', plant, other, '--today', '2026-06-01'],
        ['diff', plant, other, '--format', 'json', '--fail-on', 'worse', '--today', '2026-06-01'],
        ['diff', plant, other, '--format=markdown', '--today', '2026-06-01'],
        ['diff', plant, other, '--format', 'svg', '--today', '2026-06-01'],
        ['diff', '--at', '2026-06-01..2027-06-01', plant],
        ['diff', plant, other, '--nosuch'],
    ]) {
        it(`prints for "iacs ${args.join(' ')}" what its sources print`, () =>
            assert.deepEqual(iacsProcess(args), iacs(args)));
    }

    it('reads signs beyond ASCII as its sources do, in a check as well', () => {
        const input =
            'system S\nzone A "事務所" ｛\u00a0kind\u00a0enterprise ｝\nzone B { asset Büro ： plc }\nflow A –> B\n';
        for (const command of ['check', 'assess']) {
            const outcome = iacsProcess([command, '-'], { input });
            assert.match(outcome.stdout + outcome.stderr, /`｛` has no meaning here: write `\{`/);
            assert.match(outcome.stdout + outcome.stderr, /`–>` has no meaning here: write `->`/);
        }
    });

    it('judges no day of a clock that was never set without saying so', () => {
        const folder = mkdtempSync(path.join(tmpdir(), 'iacs-clock-'));
        try {
            const clock = path.join(folder, 'clock.cjs');
            const input =
                'system S\nzone A { asset X : plc accept zone-without-owner because "Old" until 2026-01-01 }\n';
            const at = (milliseconds: number, ...more: readonly string[]) => {
                writeFileSync(
                    clock,
                    `const Real = Date; globalThis.Date = class extends Real {
                        constructor(...given) { given.length > 0 ? super(...given) : super(${milliseconds}); }
                        static now() { return ${milliseconds}; }
                    };`,
                );
                const { stderr, stdout } = spawnSync(process.execPath, ['-r', clock, bin, 'check', '-', ...more], {
                    input,
                    encoding: 'utf8',
                    // What it keeps has the days of that clock.
                    env: { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache') },
                });
                const [, day] =
                    /^iacs: The clock of this machine says (\S+), which cannot be today\./u.exec(stderr) ?? [];
                return { day, stderr, expired: stdout.includes('accept-expired') };
            };
            for (const [milliseconds, day, expired] of [
                [0, '1970-01-01', false],
                [-1e12, '1938-04-24', false],
                [-8.64e15, '0000-01-01', false],
                [8.64e15, '9999-12-31', true],
            ] as const) {
                const seen = at(milliseconds);
                assert.deepEqual([seen.day, seen.expired], [day, expired], String(milliseconds));
                assert.deepEqual(at(milliseconds, '--today', '2026-06-01'), {
                    day: undefined,
                    stderr: '',
                    expired: true,
                });
            }
        } finally {
            rmSync(folder, { recursive: true });
        }
    });

    it('loads what a check of a valid text needs: less than 500 kB of code, and the library', () => {
        const folder = mkdtempSync(path.join(tmpdir(), 'iacs-loaded-'));
        try {
            const [watch, list] = [path.join(folder, 'watch.cjs'), path.join(folder, 'loaded.json')];
            writeFileSync(
                watch,
                `const fs = require('node:fs');
                const [read, files] = [fs.readFileSync, new Set()];
                fs.readFileSync = (file, ...more) => (files.add(String(file)), read(file, ...more));
                process.on('exit', () => {
                    const all = [...files, ...Object.keys(require.cache)].filter(file => file.includes('dist'));
                    fs.writeFileSync(${JSON.stringify(list)}, JSON.stringify([all, process.moduleLoadList]));
                });`,
            );
            const loadedBy = (...args: readonly string[]): readonly [readonly string[], readonly string[]] => {
                const { code } = iacsProcess(args, {
                    env: { NODE_OPTIONS: `--require "${watch.replaceAll('\\', '/')}"` },
                });
                assert.equal(code, 0, args.join(' '));
                const [files, modules] = JSON.parse(readFileSync(list, 'utf8')) as [string[], string[]];
                return [[...new Set(files.map(file => path.basename(file)))].sort(), modules];
            };
            const small = path.join(folder, 'small.iacs');
            writeFileSync(small, 'system Small\nzone Control {\n  SL-T 1\n  asset Plc1 : plc\n}\n');
            const [files, modules] = loadedBy('check', small);
            assert.deepEqual(files, ['check.cjs', 'library.json', 'start.cjs']);
            // What its functions keep when connections are cut is asked of few models.
            const [withIslands, needs] = loadedBy('check', `${plant}/main.iacs`);
            assert.deepEqual(withIslands, ['check-cut.cjs', 'check.cjs', 'library.json', 'start.cjs']);
            const cut = statSync(path.join(repository, 'packages/cli/dist/check-cut.cjs')).size;
            assert.ok(cut < 25_000, `check-cut.cjs has ${cut} bytes`);
            const { size } = statSync(path.join(repository, 'packages/cli/dist/check.cjs'));
            assert.ok(size < 500_000, `check.cjs has ${size} bytes`);
            for (const module of ['crypto', 'worker_threads', 'child_process', 'fs/promises'])
                for (const loaded of [modules, needs]) assert.ok(!loaded.includes(`NativeModule ${module}`), module);
            const [more] = loadedBy('check', `${plant}/main.iacs`, '--format', 'sarif');
            assert.deepEqual(more, [
                'check-cut.cjs',
                'check-later.cjs',
                'check.cjs',
                'library.json',
                'rule-pages.json',
                'start.cjs',
            ]);
            const [compared, needed] = loadedBy('diff', plant, other);
            // Whether its invariants are proved is asked on both sides.
            assert.deepEqual(compared, ['check-cut.cjs', 'check-open.cjs', 'diff.cjs', 'library.json', 'start.cjs']);
            assert.ok(!needed.includes('NativeModule worker_threads'));
            const [drawn] = loadedBy('diagram', plant, '-o', path.join(folder, 'plant.svg'));
            assert.deepEqual(
                drawn.filter(file => !file.includes('elk')),
                ['diagram.cjs', 'library.json', 'start.cjs'],
            );
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });

    it('reads a text with mistakes from standard input', () => {
        const input = 'system S { owner "O" }\nzone A { kind nosuch\n';
        const outcome = iacsProcess(['check', '-'], { input });
        assert.equal(outcome.code, 2);
        assert.deepEqual(outcome, iacs(['check', '-'], { input }));
    });

    it('draws pixels and writes documents', () => {
        const folder = mkdtempSync(path.join(tmpdir(), 'iacs-built-'));
        try {
            const small = path.join(folder, 'small.iacs');
            writeFileSync(
                small,
                'system S\nzone A { asset P : plc }\nzone B { asset H : hmi }\nflow B.H -> A.P : https\n',
            );
            for (const [command, file, start] of [
                ['diagram', 'a.png', '\x89PNG'],
                ['report', 'a.docx', 'PK'],
                ['report', 'a.xlsx', 'PK'],
            ] as const) {
                const target = path.join(folder, file);
                assert.deepEqual(iacsProcess([command, small, '-o', target]), { code: 0, stdout: '', stderr: '' });
                assert.equal(readFileSync(target).subarray(0, start.length).toString('latin1'), start);
            }
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });

    it('ends quietly when its reader stops early', () => {
        const { status, stderr } = spawnSync(
            'bash',
            [
                '-o',
                'pipefail',
                '-c',
                `'${process.execPath}' '${bin}' check examples/broken-plant --fail-on never | head -1`,
            ],
            { cwd: repository, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
        );
        assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    });

    it('answers in its exit code, however little of its output is read', function () {
        // The shell waits for the reader, so that nothing can be written: the worst case of `| head -1`.
        const unread = (words: string): { status: number | null; stderr: string } => {
            const script = `{ sleep 0.3; '${process.execPath}' '${bin}' ${words}; } | true`;
            const { status, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', script], {
                cwd: repository,
                encoding: 'utf8',
                env: { ...process.env, NODE_OPTIONS: '' },
            });
            return { status, stderr };
        };
        for (const format of ['pretty', 'json'])
            assert.deepEqual(unread(`check examples/broken-plant --format ${format}`), { status: 1, stderr: '' });
        assert.deepEqual(unread('check examples/broken-plant --fail-on never'), { status: 0, stderr: '' });
        assert.equal(unread('check --watch examples/broken-plant').status, 0);
        for (const words of ['--version', '--help', 'explain SR-1.1'])
            assert.deepEqual(unread(words), { status: 0, stderr: '' }, words);
    });

    it('says when what it prints finds no room', function () {
        if (!existsSync('/dev/full')) return;
        for (const words of [
            'check examples/broken-plant',
            'check --fail-on never examples/broken-plant',
            'explain SR-1.1',
        ]) {
            const { status, stderr } = spawnSync(
                'bash',
                ['-c', `'${process.execPath}' '${bin}' ${words} > /dev/full`],
                {
                    cwd: repository,
                    encoding: 'utf8',
                    env: { ...process.env, NODE_OPTIONS: '' },
                },
            );
            const said = 'iacs: Standard output cannot be written: the disk is full.\n';
            assert.deepEqual({ status, stderr }, { status: 2, stderr: said }, words);
        }
    });

    it('says where it is not, and that a fault of its own is no answer', function () {
        const run = (script: string, env: Record<string, string> = {}): { status: number | null; stderr: string } => {
            const all = { ...process.env, NODE_OPTIONS: '', ...env };
            const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', env: all });
            return { status, stderr };
        };
        const folder = mkdtempSync(path.join(tmpdir(), 'iacs-process-'));
        const iacsIn = `'${process.execPath}' '${bin}'`;
        try {
            writeFileSync(path.join(folder, 'late.cjs'), 'setImmediate(() => { throw new Error("boom"); });\n');
            assert.deepEqual(
                run(`${iacsIn} explain 'SR 1.1' > out`, { NODE_OPTIONS: `--require ${folder}/late.cjs` }),
                {
                    status: 2,
                    stderr: 'iacs: Internal error: boom (please report it)\n',
                },
            );
            if (process.platform === 'win32') return;
            assert.deepEqual(run(`mkdir gone && cd gone && rmdir ../gone && ${iacsIn} check`), {
                status: 2,
                stderr: 'iacs: The working directory does not exist any more: change to one that does.\n',
            });
            writeFileSync(path.join(folder, 'main.iacs'), 'system S\n');
            mkdirSync(path.join(folder, '.git'));
            const why = 'git was not found: install it, or compare two folders.\n';
            for (const words of [
                'diff HEAD main.iacs',
                'diff --since v1',
                'check --base main main.iacs',
                'init plant --git',
            ])
                assert.ok(run(`PATH= ${iacsIn} ${words}`).stderr.endsWith(why), words);
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });
});
