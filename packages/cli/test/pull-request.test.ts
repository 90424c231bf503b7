import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUpGit } from '../src/git-setup.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));
const iacs = path.join(top, 'packages/cli/bin/iacs.js');

interface Played {
    readonly comments: number;
    readonly comment: string;
    readonly calls: readonly string[];
    readonly sarif: { readonly version: string; readonly results: number };
    readonly failed: readonly boolean[];
}

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

    function play(...args: string[]): Played {
        const { stdout, stderr } = spawnSync(
            process.execPath,
            [path.join(top, 'scripts/play-pull-request.mjs'), ...args],
            { encoding: 'utf8' },
        );
        const at = stdout.lastIndexOf('\n{\n');
        assert.ok(at >= 0, stdout + stderr);
        return JSON.parse(stdout.slice(at)) as Played;
    }

    it('gets one comment, which is renewed, and findings as SARIF', () => {
        const played = play();
        assert.equal(played.comments, 1);
        assert.deepEqual(
            played.calls.map(call => call.split(' ')[0]),
            ['GET', 'PATCH', 'POST', 'GET', 'PATCH', 'PATCH'],
        );
        assert.match(played.comment, /IEC 62443 model `Terminal`: worse[\s\S]*invariant SafetyIsolated is broken/);
        assert.doesNotMatch(played.comment, /Neighbour/);
        assert.equal(played.sarif.version, '2.1.0');
        assert.ok(played.sarif.results > 0);
        assert.deepEqual(played.failed, [true, true]);
    });

    it('from a fork reads nothing outside of the checkout', () => {
        write('secret.iacs', 'countermeasure TopSecret "The launch code is 0000" { status implemented }\n');
        const plant = 'system Plant\nzone A { asset X : server }\n';
        write('fork/before/main.iacs', plant);
        write(
            'fork/after/main.iacs',
            `import "../../secret.iacs"\nimport "linked.iacs"\nimport "${'../'.repeat(12)}etc/passwd"\n${plant}`,
        );
        symlinkSync(path.join(folder, 'secret.iacs'), path.join(folder, 'fork/after/linked.iacs'));
        const played = play(path.join(folder, 'fork'));
        assert.doesNotMatch(JSON.stringify(played), /launch code|TopSecret|root:/);
        assert.match(played.comment, /Incomplete/);
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
        const zones = 'zone A { asset X : server }\nzone B { asset Y : plc }\n';
        write('clone/main.iacs', 'import "zones.iacs"\nsystem Plant\n');
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
    });
});
