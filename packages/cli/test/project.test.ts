import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { iacs, withFiles } from './support/iacs.ts';

describe('Every command', function () {
    it('counts the lines of a file that ends them with CR', () =>
        withFiles(
            {
                'before/main.iacs': 'system Plant\rzone A { owner "O" }\r',
                'after/main.iacs': 'system Plant\rzone A { owner "O"\r  purdue 1 }\r',
            },
            cwd => {
                const { changes } = JSON.parse(
                    iacs(['diff', '--format', 'json', 'before/main.iacs', 'after/main.iacs'], { cwd }).stdout,
                ) as {
                    changes: { line: number }[];
                };
                assert.deepEqual(
                    changes.map(change => change.line),
                    [2],
                );
                const { findings } = JSON.parse(
                    iacs(['check', '--format', 'json', 'after/main.iacs'], { cwd }).stdout,
                ) as { findings: { rule: string; line: number }[] };
                assert.equal(findings.find(each => each.rule === 'zone-without-target')?.line, 2);
            },
        ));

    it('leaves out what the settings leave out, the comparison too', () =>
        withFiles(
            {
                'main.iacs': 'system Plant\nzone A { asset X : server }\n',
                'archive/old.iacs': 'system Old\nzone A { asset X : nosuch }\n',
                'archive/iacs.config.json': '{}',
                'iacs.config.json': '{ "exclude": ["archive/**"] }',
            },
            cwd => {
                const git = (...args: string[]): string =>
                    execFileSync(
                        'git',
                        ['-c', 'user.name=Engineer', '-c', 'user.email=engineer@example.org', ...args],
                        {
                            cwd,
                            encoding: 'utf8',
                            stdio: ['ignore', 'pipe', 'pipe'],
                        },
                    );
                const { stdout } = iacs(['check', '--format', 'json', '--fail-on', 'never'], { cwd });
                assert.equal((JSON.parse(stdout) as { summary: { models: number } }).summary.models, 1);
                git('init', '--quiet', '--initial-branch=main');
                git('add', '-A');
                git('commit', '--quiet', '-m', 'The plant');
                writeFileSync(path.join(cwd, 'archive/old.iacs'), 'system Old\nzone B { asset X : nosuch }\n');
                assert.deepEqual(iacs(['diff', '--fail-on', 'change', 'HEAD'], { cwd }), {
                    code: 0,
                    stdout: 'Nothing changes in meaning.\n',
                    stderr: '',
                });
                assert.equal(
                    iacs(['diff', '--path', 'archive/old.iacs', 'HEAD'], { cwd }).code,
                    2,
                    'whoever names a file asks for it',
                );
                // A change that leaves a model out hides nothing of it.
                git('checkout', '--quiet', '--', '.');
                writeFileSync(path.join(cwd, 'main.iacs'), 'system Plant\nzone A { asset Y : server }\n');
                writeFileSync(path.join(cwd, 'iacs.config.json'), '{ "exclude": ["archive/**", "main.iacs"] }');
                const hidden = iacs(['diff', 'HEAD'], { cwd }).stdout;
                assert.match(hidden, /exclude: archive\/\*\* → archive\/\*\*, main\.iacs/);
                assert.match(hidden, /asset A\.Y: renamed from X/);
            },
        ));
});
