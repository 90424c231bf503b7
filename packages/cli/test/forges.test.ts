import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { iacs, repository, withFiles } from './support/iacs.ts';

const plant = `system Plant { owner "Plant operations" }

zone Office {
  kind enterprise
  asset Pc : workstation
}

zone Control {
  kind control
  SL-T 2
  asset Plc : plc
}
`;
/** Puts the office onto the controller. */
const worse = `${plant}
conduit Bypass between Office and Control { flow Office.Pc -> Control.Plc : modbus-tcp { access write } }
`;

const yaml = (file: string): unknown => load(readFileSync(path.join(repository, file), 'utf8'));

/** A repository with one commit, which `use` may go on from. */
function withRepository(use: (folder: string, git: (...args: string[]) => string) => void): void {
    withFiles({ 'main.iacs': plant }, folder => {
        const git = (...args: string[]): string =>
            execFileSync('git', ['-c', 'user.name=Engineer', '-c', 'user.email=engineer@example.org', ...args], {
                cwd: folder,
                encoding: 'utf8',
                stdio: ['ignore', 'pipe', 'pipe'],
            });
        git('init', '--quiet', '--initial-branch=main');
        git('add', '-A');
        git('commit', '--quiet', '-m', 'The plant');
        use(folder, git);
    });
}

describe('A merge request on GitLab', function () {
    const job = (
        yaml('ci/gitlab/iacs.gitlab-ci.yml') as Record<
            string,
            { readonly script: readonly string[]; readonly artifacts: { readonly paths: readonly string[] } }
        >
    )['iacs']!;

    it('is checked and compared by the steps of the template, and fails where it is told to', function () {
        if (process.platform === 'win32') this.skip();
        withRepository((folder, git) => {
            const base = git('rev-parse', 'HEAD').trim();
            writeFileSync(path.join(folder, 'main.iacs'), worse);
            git('commit', '--quiet', '-a', '-m', 'A shortcut');
            const run = (failOn: string, diffFailOn: string): number | null =>
                spawnSync('bash', ['-e', '-c', job.script.join('\n')], {
                    cwd: folder,
                    encoding: 'utf8',
                    env: {
                        PATH: `${path.dirname(process.execPath)}:${process.env['PATH']}`,
                        IACS_HOME: repository,
                        IACS_MODEL: '.',
                        IACS_FAIL_ON: failOn,
                        IACS_DIFF_FAIL_ON: diffFailOn,
                        CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
                    },
                }).status;
            assert.equal(run('never', 'never'), 0);
            assert.equal(run('error', 'never'), 1);
            assert.equal(run('never', 'worse'), 1);
            const [note] = job.artifacts.paths;
            assert.match(readFileSync(path.join(folder, note!), 'utf8'), /Office[\s\S]*Control/);
            assert.match(
                readFileSync(path.join(folder, 'iacs-report/findings.xml'), 'utf8'),
                /^<\?xml[\s\S]*<testsuites[\s\S]*flow-past-dmz/,
            );
        });
    });

    it('that GitLab merges before it runs is held against what it was merged with', function () {
        if (process.platform === 'win32') this.skip();
        withRepository((folder, git) => {
            const began = git('rev-parse', 'HEAD').trim();
            git('checkout', '--quiet', '-b', 'change');
            writeFileSync(path.join(folder, 'readme.txt'), 'Words\n');
            git('add', '-A');
            git('commit', '--quiet', '-m', 'Words');
            git('checkout', '--quiet', 'main');
            writeFileSync(path.join(folder, 'main.iacs'), worse);
            git('commit', '--quiet', '-a', '-m', 'A shortcut by somebody else');
            const target = git('rev-parse', 'HEAD').trim();
            git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'change');
            const run = (env: Readonly<Record<string, string>>): number | null =>
                spawnSync('bash', ['-e', '-c', job.script.join('\n')], {
                    cwd: folder,
                    encoding: 'utf8',
                    env: {
                        PATH: `${path.dirname(process.execPath)}:${process.env['PATH']}`,
                        IACS_HOME: repository,
                        IACS_MODEL: '.',
                        IACS_FAIL_ON: 'error',
                        IACS_DIFF_FAIL_ON: 'worse',
                        CI_MERGE_REQUEST_DIFF_BASE_SHA: began,
                        ...env,
                    },
                }).status;
            assert.equal(run({ CI_MERGE_REQUEST_TARGET_BRANCH_SHA: target }), 0);
            assert.equal(run({ CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '' }), 1);
        });
    });

    it('gets no note that the next run would not find again', () => {
        withRepository(folder => {
            const compared = { security: { verdict: 'worse', reasons: [], policy: { holds: true } }, changes: [] };
            writeFileSync(path.join(folder, 'diff.json'), JSON.stringify(compared));
            writeFileSync(path.join(folder, 'diff.md'), 'Words\n');
            const { status, stdout } = spawnSync(
                process.execPath,
                [path.join(repository, 'action/gitlab.mjs'), 'diff.json', 'diff.md'],
                {
                    cwd: folder,
                    encoding: 'utf8',
                    env: {
                        CI_API_V4_URL: 'http://127.0.0.1:1',
                        CI_PROJECT_ID: '1',
                        CI_MERGE_REQUEST_IID: '7',
                        GITLAB_TOKEN: 'played',
                        IACS_ID: 'Plant Nord',
                    },
                },
            );
            assert.equal(status, 0);
            assert.match(stdout, /^note: could not be written \(IACS_ID has letters, digits, points and dashes only/);
        });
    });
});

describe('A commit with the pre-commit hooks', function () {
    interface Hook {
        readonly id: string;
        readonly entry: string;
        readonly files?: string;
        readonly always_run?: boolean;
        readonly pass_filenames?: boolean;
    }
    const hooks = yaml('.pre-commit-hooks.yaml') as readonly Hook[];

    /**
     * What pre-commit does with a hook of the language `system`: its entry, with the names of the changed files that it
     * wants.
     */
    function run(id: string, folder: string, changed: readonly string[]): number | null {
        const hook = hooks.find(each => each.id === id)!;
        const wanted = changed.filter(file => new RegExp(hook.files ?? '').test(file));
        if (wanted.length === 0 && hook.always_run !== true) return null;
        const [command, ...args] = hook.entry.split(' ');
        assert.equal(command, 'iacs');
        return iacs([...args, ...(hook.pass_filenames === false ? [] : wanted)], { cwd: folder }).code;
    }

    it('is checked, laid out, and refused where security gets worse', () => {
        withRepository((folder, git) => {
            const file = path.join(folder, 'main.iacs');
            assert.equal(run('iacs-check', folder, ['main.iacs']), 0);
            assert.equal(run('iacs-diff', folder, ['main.iacs']), 0);
            writeFileSync(file, plant.replace('  kind control', '      kind control'));
            assert.equal(run('iacs-format', folder, ['main.iacs']), 0);
            assert.equal(readFileSync(file, 'utf8'), plant);
            writeFileSync(file, worse);
            git('add', '-A');
            assert.equal(run('iacs-check', folder, ['main.iacs']), 1);
            assert.equal(run('iacs-diff', folder, ['main.iacs']), 1);
        });
    });

    it('is not passed over where it only turns a rule off, or deletes a model', () => {
        withRepository((folder, git) => {
            writeFileSync(path.join(folder, 'iacs.config.json'), '{ "rules": { "gap-below-target": "off" } }\n');
            git('add', '-A');
            assert.equal(run('iacs-diff', folder, ['iacs.config.json']), 1);
            writeFileSync(path.join(folder, 'iacs.config.json'), '{}\n');
            rmSync(path.join(folder, 'main.iacs'));
            git('add', '-A');
            assert.equal(run('iacs-diff', folder, []), 1);
        });
    });
});
