import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { setUpGit } from '../src/git-setup.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));
const iacs = path.join(top, 'packages/cli/bin/iacs.js');

interface Use {
    readonly code: number;
    readonly verdict: string | null;
    readonly policy: string | null;
    readonly owners: string | null;
    readonly log: string;
}

interface Scene {
    readonly uses: readonly Use[];
    readonly comments: readonly { readonly id: number; readonly body: string }[];
    readonly people: readonly string[];
    readonly calls: readonly string[];
    readonly analyses: readonly { readonly category: string; readonly results: number }[];
    readonly reviews: readonly object[];
    readonly folders: number;
}

function play(...args: string[]): Readonly<Record<string, Scene>> {
    const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [path.join(top, 'scripts/play-pull-request.mjs'), ...args],
        { encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as Record<string, Scene>;
}

describe('The comment of the action', () => {
    interface Compared {
        readonly verdict: string;
        readonly policy: string;
    }
    type Keep = (comments: object, compared: object) => Promise<string>;

    /** What becomes of the comment in some runs, one after the other. */
    async function told(...runs: readonly Compared[]): Promise<readonly string[]> {
        const { keepComment } = (await import(new URL('../../../action/comment.mjs', import.meta.url).href)) as {
            keepComment: Keep;
        };
        const list: { readonly id: number; body: string }[] = [];
        let last = 0;
        const comments = {
            isOwn: async () => () => true,
            list: async () => list,
            create: async (body: string) => list.push({ id: ++last, body }),
            update: async (id: number, body: string) =>
                Object.assign(
                    list.find(each => each.id === id)!,
                    { body },
                ),
            remove: async (id: number) =>
                list.splice(
                    list.findIndex(each => each.id === id),
                    1,
                ),
        };
        const said: string[] = [];
        for (const each of runs)
            said.push(await keepComment(comments, { ...each, id: 'a', body: '', touched: true, always: false }));
        assert.equal(list.length, 1);
        return said;
    }

    it('is written anew where the verdict gets worse or the policy begins to fail, and edited elsewhere', async () => {
        const runs = (...each: readonly (readonly [string, string])[]) =>
            told(...each.map(([verdict, policy]) => ({ verdict, policy })));
        assert.deepEqual(await runs(['worse', 'holds'], ['worse', 'fails'], ['worse', 'fails'], ['worse', 'holds']), [
            'written',
            'written anew, because the policy fails now',
            'renewed',
            'renewed',
        ]);
        assert.deepEqual(await runs(['worse', 'holds'], ['mixed', 'fails'], ['worse', 'fails'], ['better', 'holds']), [
            'written',
            'written anew, because the policy fails now',
            'written anew, because it is worse now',
            'renewed',
        ]);
        assert.deepEqual(await runs(['none', 'incomplete'], ['none', 'incomplete']), ['written', 'renewed']);
    });
});

describe('The action', function () {
    let scenes: Readonly<Record<string, Scene>>;
    const scene = (name: string): Scene => scenes[name] ?? assert.fail(`no scene ${name}`);
    const told = ({ uses }: Scene): unknown[] => uses.map(({ code, verdict, policy }) => [code, verdict, policy]);
    const writes = ({ calls }: Scene): readonly string[] => calls.filter(call => !call.endsWith('/sarifs'));

    before(function () {
        if (process.platform === 'win32') this.skip();
        scenes = play();
    });

    it('keeps apart two uses in one job, and takes no result of another run for its own', () => {
        const both = scene('two uses in one job');
        assert.deepEqual(told(both), [
            [1, 'worse', 'fails'],
            [0, 'none', 'holds'],
            [1, 'worse', 'fails'],
            [0, 'none', 'holds'],
            [2, null, null],
        ]);
        assert.deepEqual(
            both.comments.map(({ body }) => body.split('\n')[0]),
            ['<!-- iacs-diff a worse fails -->', '<!-- iacs-diff b none -->'],
        );
        assert.deepEqual(writes(both), [
            'POST /issues/7/comments',
            'POST /issues/7/comments',
            'PATCH /issues/comments/3',
            'PATCH /issues/comments/4',
        ]);
        assert.deepEqual([...new Set(both.analyses.map(({ category }) => category))], ['iacs/a/', 'iacs/b/']);
        assert.ok(both.analyses[0]!.results > 0);
        assert.equal(both.analyses[1]!.results, 0, 'old findings are not reported');
        assert.equal(both.folders, 5, 'a folder of its own for each run');
        assert.match(both.uses[4]!.log, /There is no file or folder nowhere/);
    });

    it('writes the comment anew where it got worse, leaves those of people alone, and asks the owners', () => {
        const worse = scene('a comment that gets worse');
        assert.deepEqual(writes(worse), [
            'POST /issues/7/comments',
            'POST /issues/7/comments',
            'DELETE /issues/comments/3',
            'POST /pulls/7/requested_reviewers',
        ]);
        assert.equal(worse.comments.length, 1);
        assert.match(worse.comments[0]!.body, /IEC 62443 model `Terminal`: worse/);
        assert.ok(worse.people.some(body => body.startsWith('<!-- iacs-diff iacs none -->\nAll is well')));
        assert.deepEqual(worse.reviews, [{ reviewers: [], team_reviewers: ['operations'] }]);
    });

    it('compares in a merge queue, and does not pass where it cannot', () => {
        const queue = scene('a merge queue');
        assert.deepEqual(told(queue), [
            [1, 'worse', 'fails'],
            [2, null, null],
        ]);
        assert.deepEqual(writes(queue), []);
        assert.match(queue.uses[1]!.log, /names no base to compare with/);
    });

    it('judges a fork with a token that may only read, by the settings of the base', () => {
        const fork = scene('a fork');
        assert.deepEqual(told(fork), [[1, 'worse', 'fails']]);
        assert.deepEqual([fork.comments, fork.analyses], [[], []]);
        assert.match(fork.uses[0]!.log, /::warning title=iacs::comment could not be done: POST answered 403/);
        assert.match(fork.uses[0]!.log, /title=flow-without-conduit::/, 'a rule that the fork turns off is asked');
    });

    it('names a model that was deleted', () => {
        const deleted = scene('a deleted model');
        assert.deepEqual(told(deleted), [[1, 'worse', 'fails']]);
        assert.match(deleted.comments[0]!.body, /Yard is no longer modelled/);
    });

    it('names a model whose folder was deleted, and says that the folder to check is not there', () => {
        const deleted = scene('a folder that is deleted');
        assert.deepEqual(told(deleted), [[2, 'worse', 'fails']]);
        assert.match(deleted.comments[0]!.body, /Yard is no longer modelled/);
        assert.match(deleted.uses[0]!.log, /^::error file=b,.*There is no file or folder b\.$/m);
    });

    it('compares a folder whose name looks like an option', () =>
        assert.deepEqual(told(scene('a folder with a hyphen')), [[1, 'worse', 'fails']]));

    it('takes no change of others for one of the pull request where the checkout is shallow', () => {
        const shallow = scene('a shallow checkout');
        assert.deepEqual(told(shallow), [
            [0, 'none', 'holds'],
            [2, null, null],
        ]);
        assert.doesNotMatch(shallow.comments[0]!.body, /Yard/);
        assert.match(shallow.uses[1]!.log, /because the checkout is shallow.*Check out with fetch-depth: 0\.$/m);
    });

    it('compares with a branch that only the forge has, and says why with one that it has not', () => {
        const branch = scene('a branch to compare with');
        assert.deepEqual(told(branch), [
            [0, 'worse', 'fails'],
            [2, null, null],
        ]);
        assert.match(branch.uses[1]!.log, /could not be fetched \(fatal: .*nowhere\)/);
    });

    it('names a change of the settings, which can be agreed to', () => {
        const settings = scene('a settings change');
        assert.deepEqual(told(settings), [
            [1, 'worse', 'fails'],
            [0, 'worse', 'holds'],
        ]);
        assert.match(settings.comments[0]!.body, /rule zone-without-owner: warning → off|zone-without-owner is off/);
    });

    it('is silent where no model is touched, and checks the whole of one on the default branch', () => {
        const quiet = scene('no model is touched');
        assert.deepEqual([told(quiet), writes(quiet)], [[[0, 'none', 'holds']], []]);
        assert.ok(scene('a push to the default branch').analyses[0]!.results > 5);
    });

    it('has the inputs that it reads, and runs without an action of others', () => {
        const { inputs, runs } = load(readFileSync(path.join(top, 'action.yml'), 'utf8')) as {
            readonly inputs: Readonly<Record<string, unknown>>;
            readonly runs: { readonly using: string; readonly main: string };
        };
        const source = readFileSync(path.join(top, 'action/inputs.mjs'), 'utf8');
        const read = [...source.matchAll(/(?:given|oneOf)\('([\w-]+)'/g)].map(([, name]) => name!);
        assert.deepEqual(Object.keys(inputs).sort(), [...new Set(read)].sort());
        assert.deepEqual(runs, { using: 'node24', main: 'action/main.mjs' });
    });
});

describe('A runner with a link among its folders', () => {
    it('does what the action is for', function () {
        if (process.platform === 'win32') this.skip();
        const cwd = mkdtempSync(path.join(tmpdir(), 'iacs-link-'));
        try {
            writeFileSync(path.join(cwd, 'main.iacs'), 'system S {');
            symlinkSync(path.join(top, 'action'), path.join(cwd, 'linked'));
            const { status, stdout } = spawnSync(process.execPath, [path.join(cwd, 'linked/main.mjs')], {
                cwd,
                encoding: 'utf8',
                env: { PATH: process.env['PATH'], RUNNER_TEMP: cwd, GITHUB_EVENT_NAME: 'push', INPUT_SARIF: 'false' },
            });
            assert.match(stdout, /^::error file=main\.iacs,/m);
            assert.equal(status, 2);
        } finally {
            rmSync(cwd, { recursive: true, force: true });
        }
    });
});

describe('A release of the action', () => {
    it('is a commit with the same content for the same source', function () {
        if (process.platform === 'win32') this.skip();
        const [first, second] = [0, 1].map(() => mkdtempSync(path.join(tmpdir(), 'iacs-released-'))) as [
            string,
            string,
        ];
        try {
            for (const folder of [first, second])
                assert.equal(
                    spawnSync(process.execPath, [path.join(top, 'scripts/release-action.mjs'), '--to', folder]).status,
                    0,
                );
            assert.equal(spawnSync('diff', ['-r', first, second], { encoding: 'utf8' }).stdout, '');
            const version = spawnSync(process.execPath, [path.join(first, 'packages/cli/bin/iacs.js'), '--version']);
            assert.equal(version.status, 0);
        } finally {
            for (const folder of [first, second]) rmSync(folder, { recursive: true, force: true });
        }
    });

    it('has all that the commands need where it is for an image', function () {
        if (process.platform === 'win32') this.skip();
        const folder = mkdtempSync(path.join(tmpdir(), 'iacs-image-'));
        const run = (file: string, ...args: string[]): [number | null, string] => {
            const { status, stderr } = spawnSync(process.execPath, [file, ...args], { cwd: folder, encoding: 'utf8' });
            return [status, stderr];
        };
        try {
            const whole = ['--whole', '--to', path.join(folder, 'image')];
            assert.deepEqual(run(path.join(top, 'scripts/release-action.mjs'), ...whole), [0, '']);
            writeFileSync(path.join(folder, 'main.iacs'), 'system S\nzone A { kind control }\n');
            for (const args of [
                ['diagram', '-o', 'a.svg'],
                ['diagram', '-o', 'a.png'],
                ['report', '-o', 'a.html'],
                ['binder', '-o', 'a.pdf'],
                ['plan'],
                ['forecast'],
            ]) {
                const [status, stderr] = run(path.join(folder, 'image/packages/cli/bin/iacs.js'), ...args, 'main.iacs');
                assert.equal(status, 0, `${args.join(' ')}: ${stderr}`);
            }
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });
});

describe('a pull request', function () {
    let folder: string;

    before(function () {
        if (process.platform === 'win32') this.skip();
        folder = mkdtempSync(path.join(tmpdir(), 'iacs-review-'));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    function write(file: string, text: string): void {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), text);
    }

    it('from a fork reads nothing outside of the checkout', () => {
        write('secret.iacs', 'countermeasure TopSecret "The launch code is 0000" { status implemented }\n');
        const plant = 'system Plant\nzone A { asset X : server }\n';
        write('fork/before/main.iacs', plant);
        write(
            'fork/after/main.iacs',
            `import "../../secret.iacs"\nimport "linked.iacs"\nimport "${'../'.repeat(12)}etc/passwd"\n${plant}`,
        );
        symlinkSync(path.join(folder, 'secret.iacs'), path.join(folder, 'fork/after/linked.iacs'));
        const { given } = play(path.join(folder, 'fork'));
        assert.doesNotMatch(JSON.stringify(given), /launch code|TopSecret|root:/);
        assert.match(given!.comments[0]!.body, /Incomplete/);
        assert.deepEqual([given!.uses[0]!.code, given!.uses[0]!.verdict], [2, 'incomplete']);
        assert.equal(given!.uses[0]!.policy, 'incomplete');
    });

    it('is told by git diff itself, once that is set up', async () => {
        const git = (...args: string[]): string => {
            const { stdout, stderr, status } = spawnSync(
                'git',
                ['-c', 'user.name=Engineer', '-c', 'user.email=engineer@example.org', ...args],
                {
                    cwd: path.join(folder, 'clone'),
                    encoding: 'utf8',
                    env: { ...process.env, PATH: `${folder}${path.delimiter}${process.env['PATH']}` },
                },
            );
            assert.equal(status, 0, stderr);
            return stdout;
        };
        write('iacs', `#!/bin/sh\nexec "${process.execPath}" "${iacs}" "$@"\n`);
        spawnSync('chmod', ['+x', path.join(folder, 'iacs')]);
        const zones = `zone A { asset X : server }\nzone B { asset Y : plc }\n${'// A zone\n'.repeat(9)}`;
        // Git takes a file for a moved one where most of its lines are the same.
        const notes = '// A line\n'.repeat(9);
        write('clone/main.iacs', `import "zones.iacs"\nsystem Plant\n${notes}`);
        write('clone/zones.iacs', zones);
        git('init', '--quiet');
        assert.equal((await setUpGit(path.join(folder, 'clone'))).length, 3);
        assert.equal((await setUpGit(path.join(folder, 'clone'))).length, 0);
        assert.match(readFileSync(path.join(folder, 'clone/.gitattributes'), 'utf8'), /\*\.iacs diff=iacs/);
        git('add', '-A');
        git('commit', '--quiet', '-m', 'The plant');
        write('clone/zones.iacs', `// in two lines\nzone A {\n  asset X : server }\nzone B { asset Y : plc }\n`);
        assert.match(git('diff'), /iacs diff zones\.iacs\nPlant: Nothing changes in meaning/);
        write('clone/zones.iacs', `${zones}flow A.X -> B.Y : s7comm\n`);
        assert.match(git('diff'), /assets of A can now reach assets of B/);

        write('clone/zones.iacs', zones);
        mkdirSync(path.join(folder, 'clone/plant/parts'), { recursive: true });
        git('mv', 'main.iacs', 'plant/main.iacs');
        write('clone/plant/main.iacs', `import "../zones.iacs"\nsystem Plant\n${notes}`);
        git('add', '-A');
        assert.match(
            git('diff', '--cached'),
            /^iacs diff main\.iacs → plant\/main\.iacs\nPlant: Nothing changes in meaning/,
        );
        git('commit', '--quiet', '-m', 'A folder');
        git('mv', 'zones.iacs', 'plant/parts/zones.iacs');
        write('clone/plant/parts/zones.iacs', `${zones}flow A.X -> B.Y : s7comm\n`);
        write('clone/plant/main.iacs', `import "parts/zones.iacs"\nsystem Plant\n${notes}`);
        git('add', '-A');
        assert.match(
            git('diff', '--cached', '--', 'zones.iacs', 'plant/parts'),
            /^iacs diff zones\.iacs → plant\/parts\/zones\.iacs\nPlant: Security gets worse/,
        );
        git('commit', '--quiet', '-m', 'A flow');

        const owned = (owner: string): void => {
            write('clone/plant/main.iacs', `import "parts/zones.iacs"\nsystem Plant { owner "${owner}" }\n`);
            git('commit', '--quiet', '-a', '-m', owner);
        };
        git('checkout', '--quiet', '-b', 'other');
        owned('One');
        git('checkout', '--quiet', '-');
        owned('Another');
        spawnSync('git', ['merge', 'other'], { cwd: path.join(folder, 'clone') });
        assert.match(git('diff', '--ours'), /plant\/main\.iacs\nThis file is in conflict after a merge/);
    });
});
