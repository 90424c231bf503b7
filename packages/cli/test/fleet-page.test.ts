import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { repository, withFiles } from './support/iacs.ts';

const page = readFileSync(path.join(repository, 'docs/fleet.md'), 'utf8');
const [github, gitlab] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => load(text!));

interface Job {
    readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
    readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
}

function fleet(count: number, broken: boolean): Record<string, string | Uint8Array> {
    const files: Record<string, string | Uint8Array> = { 'sites/library.iacs': 'type box : plc\n' };
    for (let index = 0; index < count; index++)
        files[`sites/s${index}/main.iacs`] =
            `import "../library.iacs"\nsystem S${index} { owner "O" }\nzone A { SL-T 1 asset X : box }\n` +
            'zone B { SL-T 1 asset Y : server }\nflow A.X -> B.Y : modbus-tcp\n';
    return broken ? { ...files, 'sites/s3/main.iacs': Uint8Array.of(0x73, 0xff) } : files;
}

/** Runs the lines of a job as its runner does: in a shell, each on the files that the job got. */
function job(cwd: string, lines: readonly string[], env: Record<string, string>): number {
    const bin = path.join(cwd, '..', 'bin');
    if (!existsSync(bin)) {
        mkdirSync(bin);
        const program = path.join(repository, 'packages/cli/bin/iacs.js');
        writeFileSync(path.join(bin, 'iacs'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
        chmodSync(path.join(bin, 'iacs'), 0o755);
    }
    for (const line of lines) {
        const { status, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', line], {
            cwd,
            encoding: 'utf8',
            env: { ...process.env, ...env, NODE_OPTIONS: '', PATH: `${bin}:${process.env['PATH']}` },
        });
        assert.doesNotMatch(stderr, /command not found|syntax error/);
        if (status !== 0) return status!;
    }
    return 0;
}

/** A copy of the repository for each shard, and what they kept gathered in one folder. */
function played(
    folder: string,
    shards: readonly number[],
    check: (shard: number, cwd: string) => number,
    merge: (cwd: string) => number,
): number {
    const gathered = path.join(folder, 'merge');
    mkdirSync(gathered);
    for (const shard of shards) {
        const cwd = path.join(folder, `job${shard}`);
        cpSync(path.join(folder, 'sites'), path.join(cwd, 'sites'), { recursive: true });
        assert.equal(check(shard, cwd), 0);
        for (const kept of globSync('shard-*', { cwd })) cpSync(path.join(cwd, kept), path.join(gathered, kept));
    }
    return merge(gathered);
}

describe('docs/fleet.md', function () {
    before(function () {
        if (process.platform === 'win32') this.skip();
    });

    const { check, merge } = (github as { jobs: { check: Job; merge: Job } }).jobs;
    const runs = ({ steps }: Job, shard: number): string[] =>
        steps.flatMap(({ run }) => (run === undefined ? [] : [run.replaceAll('${{ matrix.shard }}', String(shard))]));

    function onGithub(folder: string, keep = true): number {
        return played(
            folder,
            check.strategy!.matrix.shard,
            (shard, cwd) => {
                const code = job(cwd, runs(check, shard), {});
                if (!keep && shard === 2) rmSync(path.join(cwd, 'shard-2.sarif'));
                return code;
            },
            cwd => job(cwd, runs(merge, 0), {}),
        );
    }

    const lines = gitlab as { check: { parallel: number; script: string[] }; merge: { script: string[] } };
    const onGitlab = (folder: string): number =>
        played(
            folder,
            Array.from({ length: lines.check.parallel }, (_, index) => index + 1),
            (shard, cwd) =>
                job(cwd, lines.check.script, {
                    CI_NODE_INDEX: String(shard),
                    CI_NODE_TOTAL: String(lines.check.parallel),
                }),
            cwd => job(cwd, lines.merge.script, {}),
        );

    it('has a workflow for GitHub that finds what is wrong at every site', () =>
        withFiles(fleet(6, false), folder => {
            assert.equal(onGithub(folder), 1);
            const { runs } = JSON.parse(readFileSync(path.join(folder, 'merge/fleet.sarif'), 'utf8')) as {
                runs: { results: { ruleId: string }[] }[];
            };
            assert.equal(runs[0]!.results.filter(({ ruleId }) => ruleId === 'flow-without-conduit').length, 6);
        }));

    it('has one that says which shard did not arrive', () =>
        withFiles(fleet(6, false), folder => assert.equal(onGithub(folder, false), 2)));

    it('has a pipeline for GitLab that goes on where one site cannot be read, and ends with 2', () =>
        withFiles(fleet(6, true), folder => {
            assert.equal(onGitlab(folder), 2);
            const { findings } = JSON.parse(readFileSync(path.join(folder, 'merge/fleet.json'), 'utf8')) as {
                findings: { rule: string; file: string }[];
            };
            assert.equal(findings.filter(({ rule }) => rule === 'flow-without-conduit').length, 5);
            assert.deepEqual(
                findings.filter(({ rule }) => rule === 'unreadable').map(({ file }) => file),
                ['sites/s3/main.iacs'],
            );
            assert.match(readFileSync(path.join(folder, 'merge/fleet.xml'), 'utf8'), /name="sites\/s3\/main\.iacs"/);
        }));
});
