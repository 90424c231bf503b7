import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { forBrowser } from '../../../language/src/browser/bundle.mjs';
import { iacs, repository } from '../support/iacs.ts';

const today = '2026-06-01';
/** npm as a user has it: nothing of the npm that runs these tests. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS)/i.test(name)));

/** The packages for npm of a release, by their paths, and a folder of the release in which more can be written. */
export interface Packages {
    readonly cli: string;
    readonly language: string;
    readonly folder: string;
}

/**
 * What the packages for npm do.
 * @param packagesOf those of a release that was made for github.com/plant/iacs, by an address with a password
 */
export function testsPackages(packagesOf: () => Packages): void {
    it('are small', () => assert.ok(statSync(packagesOf().cli).size < 10_000_000));

    it('say where the project is, and no secret of its address', () => {
        const { cli, language } = packagesOf();
        for (const [name, file] of Object.entries({ cli, language })) {
            const text = execFileSync('tar', ['-xOzf', file, 'package/package.json'], { encoding: 'utf8' });
            const { repository: where, bugs, homepage } = JSON.parse(text) as Record<string, unknown>;
            const url = 'git+https://github.com/plant/iacs.git';
            assert.deepEqual(where, { type: 'git', url, directory: `packages/${name}` });
            assert.deepEqual(bugs, { url: 'https://github.com/plant/iacs/issues' });
            assert.equal(homepage, 'https://github.com/plant/iacs#readme');
            assert.ok(!text.includes('s3cret'));
        }
    });

    it('bring a command line that installs without a network and does what the sources do', () => {
        const { cli, folder } = packagesOf();
        const home = path.join(folder, 'plant of npm');
        mkdirSync(home);
        writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
        execFileSync(
            'npm',
            [
                'install',
                '--offline',
                '--ignore-scripts',
                '--no-audit',
                '--no-fund',
                '--cache',
                path.join(folder, 'empty'),
                cli,
            ],
            { cwd: home, env, stdio: 'pipe' },
        );
        for (const file of ['plant/main.iacs', 'library/products.iacs'])
            cpSync(
                path.join(repository, 'examples', file.replace('plant', 'truck-loading')),
                path.join(folder, file.replace('plant', 'plant of npm')),
            );
        writeFileSync(path.join(home, 'broken.iacs'), 'system S {\n  owner "O"\nzone A kind\n');
        const entry = path.join(home, 'node_modules/.bin/iacs');
        // What the built command line does, process.test.ts shows: here it has to be all of it, and find its parts.
        for (const part of ['bin', 'dist']) {
            const [from, to] = [
                path.join(repository, 'packages/cli', part),
                path.join(home, 'node_modules/iacs-cli', part),
            ];
            const names = readdirSync(from).sort();
            assert.deepEqual(readdirSync(to).sort(), names);
            for (const name of names)
                assert.ok(readFileSync(path.join(from, name)).equals(readFileSync(path.join(to, name))), name);
        }
        for (const args of [
            ['--version'],
            ['check', 'broken.iacs'],
            ['assess', 'main.iacs', '--format', 'json', '--today', today],
        ]) {
            const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
                cwd: home,
                encoding: 'utf8',
                env,
            });
            assert.deepEqual({ code: status, stdout, stderr }, iacs(args, { cwd: home }), args.join(' '));
        }
        const { status, stderr } = spawnSync(process.execPath, [entry, 'diagram', 'main.iacs', '-o', 'a.png'], {
            cwd: home,
            encoding: 'utf8',
            env,
        });
        assert.deepEqual([status, stderr], [0, '']);
        assert.ok(statSync(path.join(home, 'a.png')).size > 5_000);
    });

    it('bring a library whose README runs, with a type for every door', () => {
        // Inside of the repository, where its dependencies are found.
        const home = path.join(repository, 'build/packed-library');
        const library = path.join(home, 'node_modules/iacs-language');
        rmSync(home, { recursive: true, force: true });
        mkdirSync(library, { recursive: true });
        try {
            execFileSync('tar', ['xzf', packagesOf().language, '--strip-components=1', '-C', library]);
            const [, program] = /```js\n([^`]*)```/.exec(readFileSync(path.join(library, 'README.md'), 'utf8'))!;
            writeFileSync(path.join(home, 'readme.mjs'), program!);
            const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(home, 'readme.mjs')], {
                encoding: 'utf8',
                env,
            });
            assert.equal(status, 0, stderr);
            assert.match(stdout, /^zone-without-target /m);
            const { exports } = JSON.parse(readFileSync(path.join(library, 'package.json'), 'utf8')) as {
                exports: Record<string, { types: string; default: string }>;
            };
            const doors = Object.entries(exports).filter(([door]) => !door.includes('*'));
            for (const [door, { types }] of doors) assert.ok(statSync(path.join(library, types)).isFile(), door);
            const fileOf = (door: string): string => path.join(library, exports[door]!.default);
            // What is for a browser is bundled first, and what only Node has is replaced.
            buildSync({ ...forBrowser, conditions: ['browser'], entryPoints: [fileOf('./browser')], write: false });
            const loading = doors
                .filter(([door]) => door !== './browser')
                .map(([door]) => `await import(${JSON.stringify(fileOf(door))});`);
            assert.ok(loading.length > 5);
            const loaded = spawnSync(process.execPath, ['--input-type=module', '--eval', loading.join('\n')], {
                cwd: home,
                encoding: 'utf8',
                env,
            });
            assert.equal(loaded.status, 0, loaded.stderr);
        } finally {
            rmSync(home, { recursive: true, force: true });
        }
    });
}
