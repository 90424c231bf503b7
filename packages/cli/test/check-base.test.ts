import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { iacs, withFiles } from './support/iacs.ts';

const settings = JSON.stringify({ rules: { 'zone-without-owner': 'warning' } });
const plant = `system Plant
zone A {
  SL-T 1
  asset X : server
}
zone B {
  asset Y : plc
}
`;

interface Found {
    readonly findings: readonly {
        rule: string;
        line: number;
        file: string;
        accepted: boolean;
        message: string;
        subject: string | null;
    }[];
    readonly summary: { readonly base?: string; readonly models: number };
}

/** A repository with one commit, changed by the test afterwards. */
function inRepository(
    files: Readonly<Record<string, string>>,
    use: (at: {
        write(name: string, text: string): void;
        remove(name: string): void;
        git(...args: string[]): string;
        check(...args: string[]): ReturnType<typeof iacs>;
        diff(...args: string[]): ReturnType<typeof iacs>;
        found(...args: string[]): Found;
        read(name: string): string;
    }) => void,
): void {
    withFiles(files, folder => {
        const git = (...args: string[]): string =>
            execFileSync('git', ['-c', 'user.name=Engineer', '-c', 'user.email=engineer@example.org', ...args], {
                cwd: folder,
                encoding: 'utf8',
                stdio: ['ignore', 'pipe', 'pipe'],
            });
        git('init', '--quiet', '--initial-branch=main');
        git('add', '-A');
        git('commit', '--quiet', '-m', 'The plant');
        const check = (...args: string[]): ReturnType<typeof iacs> =>
            iacs(['check', '--today', '2026-06-01', ...args], { cwd: folder });
        use({
            git,
            check,
            diff: (...args) => iacs(['diff', '--today', '2026-06-01', ...args], { cwd: folder }),
            write: (name, text) => {
                mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
                writeFileSync(path.join(folder, name), text);
            },
            remove: name => rmSync(path.join(folder, name)),
            read: name => readFileSync(path.join(folder, name), 'utf8'),
            found: (...args) => JSON.parse(check('--format', 'json', ...args).stdout) as Found,
        });
    });
}

const rulesOf = ({ findings }: Found): readonly string[] => [...new Set(findings.map(({ rule }) => rule))].sort();

describe('iacs check --base', () => {
    it('has nothing to say where nothing differs, in any format', () =>
        inRepository({ 'main.iacs': plant }, ({ check, found }) => {
            const all = found('--fail-on', 'never');
            assert.ok(all.findings.length > 3);
            const none = found('--base', 'HEAD');
            assert.deepEqual([none.findings, none.summary.models, none.summary.base], [[], 1, 'HEAD']);
            assert.match(check('--base', 'HEAD').stdout, /^0 errors, .* in 1 model \(1 file\), new since HEAD\n$/);
            assert.doesNotMatch(check('--base', 'HEAD', '--format', 'junit').stdout, /<failure/);
            assert.equal(check('--base', 'HEAD', '--format', 'github').stdout, '');
            assert.deepEqual(JSON.parse(check('--base', 'HEAD', '--format', 'gitlab').stdout), []);
        }));

    it('reports what is new, and neither lines, order, names nor files make anything new', () =>
        inRepository({ 'main.iacs': plant }, ({ write, remove, found }) => {
            const moved = plant.replace('system Plant\n', 'system Plant\nimport "parts/zones.iacs"\n');
            const [head, zones] = [moved.slice(0, moved.indexOf('zone A')), plant.slice(plant.indexOf('zone A'))];
            write('main.iacs', `// One more line.\n${head}`);
            write('parts/zones.iacs', `\n\n${zones.replace('zone A', 'zone Office')}`);
            assert.deepEqual(found('--base', 'HEAD').findings, []);
            write('parts/zones.iacs', `${zones}flow A.X -> B.Y : s7comm\n`);
            const fresh = found('--base', 'HEAD', '--fail-on', 'never');
            assert.ok(rulesOf(fresh).includes('flow-without-conduit'), rulesOf(fresh).join(' '));
            assert.ok(!rulesOf(fresh).includes('zone-without-owner'));
            remove('parts/zones.iacs');
        }));

    it('cuts a finding about several elements down to the new ones', () =>
        inRepository({ 'main.iacs': plant }, ({ write, found }) => {
            write('main.iacs', `${plant}zone C {\n  asset Z : plc\n}\n`);
            const owner = found('--base', 'HEAD').findings.find(({ rule }) => rule === 'zone-without-owner');
            assert.deepEqual([owner?.line, owner?.subject], [9, 'C']);
            assert.match(owner!.message, /New in it: C\.$/);
        }));

    it('counts one that was accepted and is no longer, and not one that is accepted now', () => {
        const accepting = plant.replace('zone B {', 'zone B {\n  accept zone-without-target because "Later"');
        inRepository({ 'main.iacs': accepting }, ({ write, found }) => {
            write('main.iacs', plant);
            assert.ok(
                found('--base', 'HEAD').findings.some(
                    ({ rule, accepted }) => rule === 'zone-without-target' && !accepted,
                ),
            );
        });
        inRepository({ 'main.iacs': plant }, ({ write, found }) => {
            write('main.iacs', accepting);
            assert.ok(found('--base', 'HEAD').findings.every(({ rule }) => rule !== 'zone-without-target'));
        });
    });

    it('goes by the settings of the earlier state, and their level', () =>
        inRepository({ 'main.iacs': plant, 'iacs.config.json': settings }, ({ write, check, found }) => {
            write('main.iacs', `${plant}zone C {\n  asset Z : plc\n}\n`);
            write('iacs.config.json', JSON.stringify({ rules: { 'zone-without-owner': 'off' }, failOn: 'never' }));
            assert.ok(!rulesOf(found()).includes('zone-without-owner'));
            assert.ok(rulesOf(found('--base', 'HEAD')).includes('zone-without-owner'));
            write('iacs.config.json', JSON.stringify({ exclude: ['*.iacs'] }));
            assert.equal(check('--base', 'HEAD', '--fail-on', 'warning').code, 1, 'an excluded model is looked at');
        }));

    it('takes a model that is new as a whole, by its own settings where there are no others', () =>
        inRepository({ 'readme.md': '' }, ({ write, check, found }) => {
            write('plant/main.iacs', plant);
            assert.deepEqual(found('--base', 'HEAD').findings, found().findings);
            write('plant/iacs.config.json', JSON.stringify({ rules: { 'zone-without-owner': 'error' } }));
            assert.equal(check('--base', 'HEAD').code, 1);
        }));

    it('names a model that is gone, and one that was not understood', () =>
        inRepository({ 'main.iacs': plant, 'b/main.iacs': 'system Other\nzone Q { oops }\n' }, at => {
            at.remove('main.iacs');
            at.write('b/main.iacs', 'system Other\nzone Q { asset Y : plc }\n');
            const { stderr, code } = at.check('--base', 'HEAD', '--fail-on', 'never');
            assert.equal(code, 0);
            assert.match(stderr, /Plant \(main\.iacs\) is no longer there/);
            assert.match(stderr, /HEAD was not understood as a whole in b\/main\.iacs/);
        }));

    it('is whole where a folder, or every model, is not there now: what is missing is a finding', () =>
        inRepository({ 'a/main.iacs': plant, 'b/main.iacs': plant.replace('Plant', 'Yard') }, at => {
            at.remove('b/main.iacs');
            at.git('commit', '--quiet', '-a', '-m', 'A yard less');
            at.write('a/main.iacs', `${plant}flow A.X -> B.Y : https\n`);
            for (const [paths, rules] of [
                [['b/main.iacs'], ['unreadable']],
                [
                    ['b/main.iacs', 'a'],
                    ['flow-without-conduit', 'unreadable'],
                ],
            ] as const) {
                const found = at.found('--base', 'HEAD^', ...paths);
                for (const rule of rules) assert.ok(rulesOf(found).includes(rule), rulesOf(found).join(' '));
                assert.equal(found.findings.find(({ rule }) => rule === 'unreadable')!.file, 'b/main.iacs');
                assert.equal(at.check('--base', 'HEAD^', ...paths).code, 2);
            }
            at.git('rm', '--quiet', '-rf', 'a');
            at.git('commit', '--quiet', '--allow-empty', '-m', 'No model is left');
            for (const format of ['json', 'sarif']) {
                const { code, stdout } = at.check('--base', 'HEAD', '--format', format);
                assert.equal(code, 2);
                assert.ok(JSON.parse(stdout));
                assert.match(stdout, /There is no model in \.: no \.iacs file there has a system\./);
            }
        }));

    it('always reports a text that is not understood', () =>
        inRepository({ 'main.iacs': plant }, ({ write, check }) => {
            write('main.iacs', `${plant}zone {\n`);
            const { code, stdout } = check('--base', 'HEAD', '--fail-on', 'never');
            assert.equal(code, 2);
            assert.match(stdout, /error syntax/);
        }));

    it('takes a commit where branches went apart, a folder, and one model of several', () =>
        inRepository({ 'a/main.iacs': plant, 'b/main.iacs': plant.replace('Plant', 'Other') }, at => {
            at.git('checkout', '--quiet', '-b', 'work');
            at.write('a/main.iacs', `${plant}flow A.X -> B.Y : s7comm\n`);
            at.git('commit', '--quiet', '-a', '-m', 'A flow');
            at.git('checkout', '--quiet', 'main');
            at.write('a/main.iacs', `${plant}flow A.X -> B.Y : s7comm\n`);
            at.git('commit', '--quiet', '-a', '-m', 'The same flow');
            at.git('checkout', '--quiet', 'work');
            assert.deepEqual(at.found('--base', 'main').findings, []);
            assert.ok(at.found('--base', 'main...').findings.length > 0);
            assert.deepEqual(at.found('--base', 'main...', 'b').findings, []);
            assert.ok(rulesOf(at.found('--base', 'b', 'a')).includes('flow-without-conduit'));
        }));

    it('says what cannot be done', () =>
        inRepository({ 'main.iacs': plant }, ({ check }) => {
            assert.match(check('--base', 'nowhere').stderr, /There is no revision, file or folder nowhere\./);
            assert.match(check('--base', 'HEAD', '-').stderr, /standard input has no earlier state/);
            assert.match(check('--base', 'HEAD', 'missing').stderr, /There is no file or folder missing\./);
        }));
});

describe('Several outputs of one run', () => {
    it('are written by their endings, and one format is printed besides', () =>
        inRepository({ 'main.iacs': plant }, ({ check, read }) => {
            const names = ['a.sarif', 'a.json', 'a.xml', 'a.md', 'a.txt', 'gl-code-quality-report.json'];
            const args = names.flatMap(name => ['-o', name]);
            assert.deepEqual(
                [check(...args, '--fail-on', 'never').stdout, check(...args, '--format', 'json').stdout],
                ['', ''],
            );
            assert.match(check(...args, '--format', 'github').stdout, /^::/);
            for (const [name, format] of [
                ['a.sarif', 'sarif'],
                ['a.json', 'json'],
                ['a.xml', 'junit'],
                ['a.md', 'markdown'],
                ['a.txt', 'pretty'],
                ['gl-code-quality-report.json', 'gitlab'],
            ] as const)
                assert.equal(read(name), check('--format', format, '--fail-on', 'never').stdout, name);
        }));

    it('are written for a comparison too', () =>
        inRepository({ 'main.iacs': plant }, ({ write, read, diff }) => {
            write('main.iacs', plant.replace('SL-T 1', 'SL-T 2'));
            assert.equal(diff('HEAD', '-o', 'd.md', '-o', 'd.json', '-o', 'd.svg').stdout, '');
            assert.match(read('d.md'), /^### /);
            assert.match(read('d.svg'), /^<svg/);
            assert.equal((JSON.parse(read('d.json')) as { base: string }).base, 'HEAD');
            assert.match(diff('HEAD', '-o', 'd.md', '--format', 'text').stdout, /^Plant: /);
        }));

    it('are all refused where one of them cannot be replaced, is named twice, or has no known format', () =>
        inRepository({ 'main.iacs': plant, 'a.json': 'a letter' }, ({ check, read }) => {
            assert.match(check('-o', 'a.md', '-o', 'a.json').stderr, /a\.json exists and has other content/);
            assert.throws(() => read('a.md'));
            assert.match(check('-o', 'a.md', '-o', './a.md').stderr, /named twice/);
            assert.match(check('-o', 'a.out').stderr, /format of a\.out is not known/);
            assert.equal(check('-o', 'a.out', '--format', 'markdown', '--fail-on', 'never').stdout, '');
            assert.match(read('a.out'), /^## Zones/);
        }));
});

describe('Code Quality for GitLab', () => {
    it('has the keys that GitLab asks for, one fingerprint each, and no accepted finding', () =>
        inRepository(
            { 'a b/main.iacs': plant.replace('zone B {', 'zone B {\n  accept zone-without-target because "Later"') },
            ({ check }) => {
                const list = JSON.parse(check('--format', 'gitlab', '--fail-on', 'never').stdout) as {
                    description: string;
                    check_name: string;
                    fingerprint: string;
                    severity: string;
                    location: { path: string; lines: { begin: number } };
                }[];
                assert.ok(list.length > 3);
                assert.equal(new Set(list.map(({ fingerprint }) => fingerprint)).size, list.length);
                for (const each of list) {
                    assert.ok(each.description.length > 0);
                    assert.match(each.severity, /^(info|minor|major|critical|blocker)$/);
                    assert.equal(each.location.path, 'a b/main.iacs');
                    assert.ok(each.location.lines.begin >= 1);
                    assert.notEqual(each.check_name, 'zone-without-target');
                }
            },
        ));
});

describe('What cannot be read', () => {
    it('is a finding of its file beside what is new elsewhere', function () {
        if (process.platform === 'win32' || process.getuid?.() === undefined) this.skip();
        inRepository(
            { 'main.iacs': plant, 'b/main.iacs': plant.replace('Plant', 'Other') },
            ({ write, found, check }) => {
                write('main.iacs', `${plant}zone C {\n  asset Z : plc\n}\n`);
                write('b/main.iacs', '\u0000\u0001\ufffe');
                const all = found('--base', 'HEAD');
                assert.ok(all.findings.some(({ line }) => line === 9));
                assert.equal(check('--base', 'HEAD', '--fail-on', 'never').code, 2);
            },
        );
    });
});

describe('What is found newly of flows', () => {
    it('names what is said of another flow than before, though it is said in the same words', () => {
        const flows = (first: string, second: string): string =>
            `system Plant
zone A { kind operations asset X : server asset Y : server }
zone B { kind control asset P : plc { is essential } asset Q : plc }
conduit AB between A and B {
  via F
  asset F : firewall { serves A, B }
  flow A.X -> B.Q : ${first}
  flow A.Y -> B.P : ${second}
}
`;
        const [open, shut] = [
            'modbus-tcp { access read }',
            'opc-ua { access read secured authentication, encryption, integrity }',
        ];
        inRepository({ 'main.iacs': flows(open, shut) }, ({ write, found }) => {
            write('main.iacs', flows(shut, open));
            const { findings } = found('--base', 'HEAD');
            assert.deepEqual(
                findings.map(({ rule, line }) => `${rule} ${line}`),
                ['unauthenticated-flow 8'],
            );
            // The same session, of which something else is said as well, is none.
            write('main.iacs', flows(open.replace('read', 'read carries "Counters"'), shut).replace(/^/gm, ' '));
            assert.deepEqual(rulesOf(found('--base', 'HEAD')), []);
        });
    });
});
