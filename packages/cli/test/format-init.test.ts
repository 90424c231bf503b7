import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { load } from 'js-yaml';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { iacs, withFiles } from './support/iacs.ts';

const loose = 'system S\nzone A {\nkind control }\n';
const tight = 'system S\nzone A {\n  kind control\n}\n';

describe('iacs format', () => {
    it('lists what would change with --check, and writes it without', () =>
        withFiles({ 'a.iacs': loose, 'deep/b.iacs': tight, 'node_modules/c.iacs': loose }, cwd => {
            assert.deepEqual(iacs(['format', '--check'], { cwd }), { code: 1, stdout: 'a.iacs\n', stderr: '' });
            assert.equal(readFileSync(path.join(cwd, 'a.iacs'), 'utf8'), loose);
            assert.deepEqual(iacs(['format'], { cwd }), { code: 0, stdout: 'a.iacs\n', stderr: '' });
            assert.equal(readFileSync(path.join(cwd, 'a.iacs'), 'utf8'), tight);
            assert.deepEqual(iacs(['format', '--check', 'a.iacs', 'deep'], { cwd }), {
                code: 0,
                stdout: '',
                stderr: '',
            });
        }));

    it('formats standard input', () => {
        assert.deepEqual(iacs(['format', '-'], { input: loose }), { code: 0, stdout: tight, stderr: '' });
        assert.deepEqual(iacs(['format', '--check', '-'], { input: loose }), { code: 1, stdout: '', stderr: '' });
    });

    it('leaves out what the settings leave out', () =>
        withFiles({ 'a.iacs': tight, 'old/b.iacs': loose, 'iacs.config.json': '{ "exclude": ["old"] }' }, cwd => {
            assert.equal(iacs(['format', '--check'], { cwd }).code, 0);
        }));

    it('keeps the encoding and the line ends of a file', () => {
        const utf16 = Buffer.concat([
            Buffer.from([0xff, 0xfe]),
            Buffer.from('zone Ä {\r\nkind control\r\n}\r\n', 'utf16le'),
        ]);
        withFiles({ 'a.iacs': utf16, 'b.iacs': '\ufeffzone B  {}\n' }, cwd => {
            assert.equal(iacs(['format'], { cwd }).code, 0);
            assert.equal(
                readFileSync(path.join(cwd, 'a.iacs'), 'utf16le'),
                '\ufeffzone Ä {\r\n  kind control\r\n}\r\n',
            );
            assert.equal(readFileSync(path.join(cwd, 'b.iacs'), 'utf8'), '\ufeffzone B {}\n');
        });
    });

    it('lays out a broken file as far as it is understood, and says where it is broken', () =>
        withFiles({ 'a.iacs': 'zone A {\nkind control\n}\n}\n' }, cwd => {
            const { code, stderr } = iacs(['format'], { cwd });
            assert.equal(code, 2);
            assert.match(stderr, /^iacs: a\.iacs:4: .* The file is laid out as far as it is understood\.\n$/);
            assert.equal(readFileSync(path.join(cwd, 'a.iacs'), 'utf8'), 'zone A {\n  kind control\n}\n}\n');
        }));

    it('says what is missing', () =>
        withFiles({ 'readme.txt': '' }, cwd => {
            assert.deepEqual(iacs(['format'], { cwd }), {
                code: 2,
                stdout: '',
                stderr: 'iacs: There is no .iacs file in ..\n',
            });
            assert.match(iacs(['format', 'x.iacs'], { cwd }).stderr, /^iacs: There is no file or folder x\.iacs\.\n$/);
        }));
});

const action = `owner/iacs@${'0123456789'.repeat(4)}`;

describe('iacs init', () => {
    for (const template of ['empty', 'single-site', 'substation', 'water-plant']) {
        it(`writes a model that passes check: ${template}`, () =>
            withFiles({}, cwd => {
                const made = iacs(['init', 'plant', '--template', template], { cwd });
                assert.deepEqual(made, {
                    code: 0,
                    stdout: 'plant/main.iacs\nplant/iacs.config.json\n',
                    stderr: '',
                });
                assert.equal(iacs(['check', 'plant'], { cwd }).code, 0);
                assert.equal(iacs(['format', '--check', 'plant'], { cwd }).code, 0);
            }));
    }

    it('puts the workflow at the top of the repository, and sets git up', () =>
        withFiles({}, cwd => {
            spawnSync('git', ['init', '-q'], { cwd });
            const { code, stdout } = iacs(['init', 'my plant', '--git', '--action', action], { cwd });
            assert.equal(code, 0);
            assert.match(
                stdout,
                /^my plant\/main\.iacs\nmy plant\/iacs\.config\.json\n\.github\/workflows\/iacs\.yml\n\.gitattributes: /,
            );
            const workflow = load(readFileSync(path.join(cwd, '.github/workflows/iacs.yml'), 'utf8')) as {
                readonly jobs: { readonly iacs: { readonly steps: readonly { uses: string; with: object }[] } };
                readonly concurrency: object;
            };
            const { steps } = workflow.jobs.iacs;
            assert.equal(steps.at(-1)!.uses, action);
            assert.deepEqual(steps.at(-1)!.with, { path: 'my plant', 'fail-on': 'error', 'diff-fail-on': 'policy' });
            assert.ok(workflow.concurrency);
            // A reference that resolves: nothing is left to fill in, and nothing can become something else.
            for (const { uses } of steps) assert.match(uses, /^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);
        }));

    it('adds what git or GitHub need to models that are there, and no other model', () => {
        for (const place of ['main.iacs', 'sites/a/main.iacs'])
            for (const inside of ['.', 'notes'])
                withFiles({ [place]: tight, 'notes/x.txt': '' }, top => {
                    spawnSync('git', ['init', '--quiet'], { cwd: top });
                    const cwd = path.join(top, inside);
                    const git = iacs(['init', '--git'], { cwd });
                    assert.deepEqual([git.code, git.stderr], [0, '']);
                    assert.match(git.stdout, /^\.gitattributes: /);
                    const workflow = iacs(['init', '--action', action], { cwd });
                    assert.equal(workflow.code, 0);
                    assert.match(workflow.stdout, /^(\.\.\/)?\.github\/workflows\/iacs\.yml\n$/);
                    const text = readFileSync(path.join(top, '.github/workflows/iacs.yml'), 'utf8');
                    assert.match(text, /^ +path: "\."$/m);
                    const models = globSync('**/{*.iacs,iacs.config.json}', { cwd: top });
                    assert.deepEqual(models, [path.normalize(place)]);
                });
    });

    it('has the workflow run after a push to the default branch, whatever its name', () => {
        for (const [branch, expected] of [
            ['main', ['main', 'master']],
            ['master', ['main', 'master']],
            ['trunk', ['trunk']],
            ['release+1,"x"', ['release\\+1,"x"']],
        ] as const)
            withFiles({}, cwd => {
                const git = (...args: string[]): number | null =>
                    spawnSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@example.org', ...args], { cwd }).status;
                git('init', '--quiet', `--initial-branch=${branch}`);
                const branches = (folder: string): unknown => {
                    assert.equal(iacs(['init', '.', '--action', action], { cwd: folder }).code, 0);
                    const file = path.join(folder, '.github/workflows/iacs.yml');
                    const { on } = load(readFileSync(file, 'utf8')) as { on: { push: { branches: unknown } } };
                    rmSync(file);
                    return on.push.branches;
                };
                assert.deepEqual(branches(cwd), expected);
                git('add', '-A');
                git('commit', '--quiet', '-m', 'A plant');
                // Somebody adds the workflow on a branch, here or in a clone, which knows the default branch.
                git('clone', '--quiet', '.', 'clone');
                const clone = path.join(cwd, 'clone');
                spawnSync('git', ['checkout', '--quiet', '-b', 'workflow'], { cwd: clone });
                assert.deepEqual(branches(clone), expected);
            });
    });

    it('writes a workflow for a model that is there, and none for an action that is not pinned', () =>
        withFiles({ 'plant/main.iacs': tight }, cwd => {
            assert.equal(
                iacs(['init', 'plant', '--action', action], { cwd }).stdout,
                'plant/.github/workflows/iacs.yml\n',
            );
            for (const wrong of ['owner/iacs', 'owner/iacs@main', 'OWNER/REPOSITORY@COMMIT', `iacs@${'a'.repeat(40)}`])
                assert.match(iacs(['init', 'other', '--action', wrong], { cwd }).stderr, /full hash of a commit/);
        }));

    it('overwrites nothing', () =>
        withFiles({ 'old/x.iacs': tight, 'new/iacs.config.json': '{}' }, cwd => {
            assert.deepEqual(iacs(['init', 'old'], { cwd }), {
                code: 2,
                stdout: '',
                stderr: 'iacs: old has a model already (x.iacs): name another folder.\n',
            });
            const { code, stdout, stderr } = iacs(['init', 'new'], { cwd });
            assert.deepEqual(
                [code, stdout.includes('iacs.config.json'), stderr],
                [0, false, 'iacs: new/iacs.config.json is there already and was left alone.\n'],
            );
            assert.equal(readFileSync(path.join(cwd, 'new/iacs.config.json'), 'utf8'), '{}');
            assert.match(
                iacs(['init', 'more', '--git'], { cwd }).stderr,
                /^iacs: more is not in a git repository: run git init first\.\n$/,
            );
            assert.match(iacs(['init', '--template', 'substatoin'], { cwd }).stderr, /Did you mean substation\?\n$/);
        }));

    it('says in words why a folder cannot be made or read', () =>
        withFiles({ file: '' }, cwd => {
            const refused = (folder: string): string => iacs(['init', folder], { cwd }).stderr;
            const long = 'x'.repeat(300);
            assert.equal(refused(long), `iacs: ${long} cannot be read: its name is too long.\n`);
            assert.equal(refused('file'), 'iacs: file is a file: name a folder.\n');
            symlinkSync('circle', path.join(cwd, 'circle'));
            assert.equal(refused('circle'), 'iacs: circle cannot be read: its links lead in a circle.\n');
            symlinkSync('nowhere', path.join(cwd, 'gone'));
            assert.match(refused('gone'), /^iacs: gone\/main\.iacs cannot be written: /);
            assert.doesNotMatch(refused('gone'), /E[A-Z]{4}/);
        }));

    it('has the templates of examples/templates', () => {
        const check = spawnSync(
            process.execPath,
            [fileURLToPath(new URL('../../../scripts/generate-templates.mjs', import.meta.url)), '--check'],
            { encoding: 'utf8' },
        );
        assert.equal(check.status, 0, check.stderr);
    });
});
