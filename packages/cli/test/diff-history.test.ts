import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { iacs as call } from './support/iacs.ts';
import { Files, steps } from './history/steps.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));
const golden = fileURLToPath(new URL('./history/expected', import.meta.url));
const today = '2026-11-24';
const schema = JSON.parse(readFileSync(path.join(top, 'packages/language/schema/diff.schema.json'), 'utf8')) as object;
const valid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

function iacs(cwd: string, ...args: string[]): { code: number | null; out: string; err: string } {
    const { code, stdout, stderr } = call(args, { cwd });
    return { code, out: stdout, err: stderr };
}

describe('iacs diff over a history', function () {
    let folder: string;
    const tagOf = (name: string): string => `step-${name}`;
    const git = (...args: string[]): string =>
        execFileSync('git', args, {
            cwd: folder,
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'pipe'],
            env: {
                ...process.env,
                GIT_CONFIG_GLOBAL: '/dev/null',
                GIT_CONFIG_NOSYSTEM: '1',
                GIT_AUTHOR_NAME: 'Engineer',
                GIT_AUTHOR_EMAIL: 'engineer@example.org',
                GIT_COMMITTER_NAME: 'Engineer',
                GIT_COMMITTER_EMAIL: 'engineer@example.org',
                GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
                GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
            },
        });
    const commit = (name: string): void => {
        git('add', '-A');
        git('commit', '--quiet', '--allow-empty', '-m', name);
        git('tag', tagOf(name));
    };

    before(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'iacs history #1 '));
        git('init', '--quiet', '--initial-branch=main');
        git('config', 'core.autocrlf', 'false');
        for (const part of [
            'truck-loading/main.iacs',
            'library',
            'grfics/main.iacs',
            'grfics/zones.iacs',
            'grfics/conduits.iacs',
        ]) {
            cpSync(path.join(top, 'packages/cli/test/history/start', part), path.join(folder, part), {
                recursive: true,
            });
        }
        commit('00-start');
        const files = new Files(folder);
        for (const step of steps) {
            if (step.from) git('checkout', '--quiet', '-B', `branch-${step.name}`, tagOf(step.from));
            if (step.merges) git('merge', '--quiet', '--no-ff', '--no-commit', tagOf(step.merges));
            step.change(files);
            commit(step.name);
        }
    });

    after(() => rmSync(folder, { recursive: true, force: true }));

    steps.forEach((step, index) => {
        const base = tagOf(step.from ?? steps[index - 1]?.name ?? '00-start');
        for (const [format, ending] of [
            ['markdown', 'md'],
            ['json', 'json'],
        ] as const) {
            it(`${step.name} as ${format}`, () => {
                const {
                    code,
                    out: printed,
                    err,
                } = iacs(folder, 'diff', base, tagOf(step.name), '--format', format, '--today', today);
                const out = printed
                    .replace(/\b[0-9a-f]{40}\b/g, 'COMMIT')
                    .replace(/\b(?=[a-f]*\d)[0-9a-f]{12}\b/g, 'COMMIT');
                const broken = step.name === '13-half-written';
                assert.equal(code, broken ? 2 : 0, err);
                assert.equal(err !== '', broken, err);
                const file = path.join(golden, `${step.name}.${ending}`);
                if (process.env['IACS_RENEW'] === '1') {
                    mkdirSync(golden, { recursive: true });
                    writeFileSync(file, out);
                }
                assert.ok(existsSync(file), `${file} is missing: renew it with IACS_RENEW=1`);
                assert.equal(out, readFileSync(file, 'utf8'));
                if (format === 'markdown') assert.ok(out.length < 60_000);
                else assert.ok(valid(JSON.parse(out)), JSON.stringify(valid.errors));
            });
        }
    });

    const verdictOf = (name: string): string =>
        (JSON.parse(readFileSync(path.join(golden, `${name}.json`), 'utf8')) as { security: { verdict: string } })
            .security.verdict;
    const kindsOf = (name: string): string[] =>
        (
            JSON.parse(readFileSync(path.join(golden, `${name}.json`), 'utf8')) as {
                changes: { kind: string; element: string }[];
            }
        ).changes.map(({ kind, element }) => `${kind} ${element}`);

    it('sees that a rename, a reformat and moved files change nothing for security', () => {
        assert.deepEqual(kindsOf('01-rename'), ['renamed asset']);
        assert.equal(verdictOf('01-rename'), 'none');
        assert.deepEqual(kindsOf('06-pure-reformat'), []);
        assert.equal(verdictOf('06-pure-reformat'), 'none');
        assert.deepEqual(kindsOf('07-moved-files'), []);
        assert.equal(verdictOf('07-moved-files'), 'none');
    });

    it('sees what gets worse and what gets better', () => {
        for (const name of ['03-new-vendor-access', '05-firewall-removed', '08-risk-accepted', '12-console-opened']) {
            assert.ok(['worse', 'mixed'].includes(verdictOf(name)), `${name}: ${verdictOf(name)}`);
        }
        assert.equal(verdictOf('09-bypass-taken-down'), 'better');
    });

    it('takes the word that a countermeasure works for no gain', () => {
        assert.equal(verdictOf('10-measure-in-place'), 'none');
    });

    it('fails on what the caller set, from any folder of the repository', () => {
        const inner = path.join(folder, 'library');
        assert.equal(
            iacs(
                inner,
                'diff',
                tagOf('02-split-of-a-zone'),
                tagOf('03-new-vendor-access'),
                '--fail-on',
                'worse',
                '--today',
                today,
            ).code,
            1,
        );
        assert.equal(
            iacs(
                inner,
                'diff',
                tagOf('02-split-of-a-zone'),
                tagOf('03-new-vendor-access'),
                '--fail-on',
                'path',
                '--today',
                today,
            ).code,
            1,
        );
        assert.equal(
            iacs(
                inner,
                'diff',
                tagOf('05-firewall-removed'),
                tagOf('06-pure-reformat'),
                '--fail-on',
                'change',
                '--today',
                today,
            ).code,
            0,
        );
    });

    it('compares with the working tree, and two revisions in one word', () => {
        git('checkout', '--quiet', '--force', tagOf('12-console-opened'));
        assert.match(iacs(folder, 'diff', 'HEAD', '--today', today).out, /Nothing changes in meaning/);
        new Files(folder).replaceAll('grfics/zones.iacs', 'criticality critical', 'criticality high');
        assert.match(iacs(folder, 'diff', 'HEAD', '--today', today).out, /criticality: critical → high/);
        git('checkout', '--quiet', '--force', tagOf('12-console-opened'));
        assert.equal(
            iacs(folder, 'diff', `${tagOf('00-start')}..${tagOf('01-rename')}`, '--format', 'json', '--today', today)
                .code,
            0,
        );
    });

    it('says in one line what it cannot compare', () => {
        for (const [words, message] of [
            [['diff'], /Name what to compare with/],
            [['diff', 'no-such'], /no revision, file or folder no-such/],
            [['diff', '--upload-pack=x', 'HEAD'], /no option/],
            [['diff', '--', '--output=x'], /no revision, file or folder --output=x/],
        ] as const) {
            const { code, err } = iacs(folder, ...words);
            assert.equal(code, 2);
            assert.match(err, message);
            assert.equal(err.trim().split('\n').length, 1);
        }
    });

    it('goes by the settings of the base, and tells when a rule is switched off', () => {
        git('checkout', '--quiet', '--force', tagOf('03-new-vendor-access'));
        new Files(folder).write('iacs.config.json', '{ "rules": { "remote-access-past-dmz": "off" } }\n');
        const { out } = iacs(folder, 'diff', tagOf('02-split-of-a-zone'), '--format', 'json', '--today', today);
        const { changes, security } = JSON.parse(out) as {
            changes: { element: string; what: string }[];
            security: { findings: { new: { rule: string }[] } };
        };
        assert.deepEqual(
            changes.filter(change => change.element === 'settings').map(change => change.what)[0],
            'rule remote-access-past-dmz: error → off',
        );
        assert.ok(security.findings.new.some(finding => finding.rule === 'remote-access-past-dmz'));
        assert.ok(valid(JSON.parse(out)), JSON.stringify(valid.errors));
        rmSync(path.join(folder, 'iacs.config.json'));
    });

    it('draws one picture of a change', () => {
        const { code, out, err } = iacs(
            folder,
            'diff',
            tagOf('02-split-of-a-zone'),
            tagOf('03-new-vendor-access'),
            '--format',
            'svg',
            '--today',
            today,
        );
        assert.equal(code, 0, err);
        assert.match(out, /^<svg [\s\S]*class="mark-added"[\s\S]*<\/svg>\n$/);
        assert.doesNotMatch(out, /<script/i);
    });
});
