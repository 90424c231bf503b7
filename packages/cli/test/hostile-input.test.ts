import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { iacs, iacsProcess, withFiles } from './support/iacs.ts';

const plain = 'system S { owner "O" }\nzone A { kind control SL-T 1 asset X : plc }\n';

interface Found {
    readonly rule: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
}

function findingsIn(text: string): readonly Found[] {
    return withFiles({ 'main.iacs': text }, cwd => {
        const { stdout } = iacs(['check', '--format', 'json', '--today', '2026-06-01'], { cwd });
        return (JSON.parse(stdout) as { findings: Found[] }).findings;
    });
}

describe('Input that is wrong, or meant to harm', function () {
    it('is reported where a port has a transport that no firewall knows', () => {
        const found = findingsIn(
            `${plain}zone B { asset Y : server }\nflow A.X -> B.Y : https { port carrier-pigeon 4840 }\n`,
        );
        assert.deepEqual(
            found
                .filter(({ rule }) => rule === 'invalid-value')
                .map(({ line, column, message }) => [line, column, message]),
            [[4, 32, '`carrier-pigeon` is not a transport: `tcp`, `udp`, `sctp` or `icmp`.']],
        );
        assert.match(
            findingsIn(`${plain}protocol p { port tpc 4840 }\n`).find(({ rule }) => rule === 'invalid-value')!.message,
            /did you mean `tcp`\?$/,
        );
    });

    it('is reported where a vector gives no level', () =>
        assert.deepEqual(
            findingsIn('system S { owner "O" }\nzone A { SL-T { } asset X : plc }\n')
                .filter(({ rule }) => rule === 'invalid-value')
                .map(({ line, column }) => [line, column]),
            [[2, 15]],
        ));

    it('is reported at the number where a grade is outside of the matrix', () =>
        assert.deepEqual(
            findingsIn(`${plain}threat T "T" {\n  against A.X\n  likelihood 7\n  consequence 9\n}\n`)
                .filter(({ rule }) => rule === 'risk-not-assessed')
                .map(({ line, column }) => [line, column]),
            [[5, 14]],
        ));

    it('is not passed over in a folder where its name is not UTF-8, or a link leads nowhere', function () {
        if (process.platform !== 'linux') return;
        withFiles({ 'a.iacs': plain }, cwd => {
            const name = Buffer.concat([Buffer.from(`${cwd}/b`), Buffer.from([0xff]), Buffer.from('.iacs')]);
            writeFileSync(name, plain);
            symlinkSync('gone.iacs', path.join(cwd, 'c.iacs'));
            const { code, stdout } = iacs(['check', '--format', 'json', '--fail-on', 'never', '.'], { cwd });
            const { findings } = JSON.parse(stdout) as { findings: Found[] };
            assert.deepEqual(
                [code, ...findings.filter(({ rule }) => rule === 'unreadable').map(({ message }) => message)],
                [
                    2,
                    'b\uFFFD.iacs cannot be read: its name is not UTF-8. Rename it.',
                    'c.iacs cannot be read: it is a link that leads nowhere.',
                ],
            );
            assert.match(iacs(['assess', '.'], { cwd }).stderr, /cannot be read: its name is not UTF-8/);
        });
    });

    it('prints no more of a name of a megabyte than a screen holds', () => {
        const found = findingsIn(`system S { owner "O" }\nzone ${'Z'.repeat(1_000_000)} { SL-T 1 }\n`);
        assert.ok(found.length > 1);
        for (const { message } of found) assert.ok(message.length < 5000);
    });

    if (process.platform !== 'win32') {
        it('takes a path of which the system says nothing for one at which nothing is', () =>
            withFiles({ 'main.iacs': plain }, cwd => {
                symlinkSync('loop', path.join(cwd, 'loop'));
                for (const name of ['loop', 'x'.repeat(300)])
                    for (const args of [
                        ['check', name],
                        ['check', '--within', name, 'main.iacs'],
                        ['check', '--base', name, 'main.iacs'],
                        ['diff', name, 'main.iacs'],
                        ['diff', 'main.iacs', name],
                        ['diagram', '--font', name, '-o', 'a.svg', 'main.iacs'],
                        ['import', 'advisories', name],
                        ['import', 'traffic', name],
                        ['mcp', name],
                    ]) {
                        const { code, stderr } = iacsProcess(args, { cwd });
                        assert.equal(code, 2, args.join(' '));
                        assert.match(stderr, /^iacs: /mu);
                        assert.ok(stderr.includes(name) && !stderr.includes('Internal error'), `${args[0]}: ${stderr}`);
                    }
            }));

        it('quotes no file of the user that a link in the model leads to', () =>
            withFiles(
                { 'secret/id_rsa': 'TOPSECRET hunter2\n', 'plant/other.iacs': '', 'old/main.iacs': plain },
                folder => {
                    const cwd = path.join(folder, 'plant');
                    writeFileSync(path.join(cwd, 'main.iacs'), `import "leak.iacs"\n${plain}`);
                    for (const name of ['leak.iacs', 'iacs.config.json']) {
                        symlinkSync('../secret/id_rsa', path.join(cwd, name));
                        for (const args of [
                            ['check'],
                            ['check', '--format', 'json'],
                            ['assess'],
                            ['paths'],
                            ['report', 'main.iacs', '--no-drawings', '--format', 'html'],
                            ['diagram', 'main.iacs', '--format', 'svg'],
                            ['diff', '../old', '.', '--format', 'markdown'],
                            ['format', '--check'],
                            ['format'],
                        ]) {
                            const { code, stdout, stderr } = iacs(args, { cwd });
                            assert.doesNotMatch(stdout + stderr, /TOPSECRET|hunter2/, args.join(' '));
                            if (args[0] !== 'format' || name === 'leak.iacs') assert.equal(code, 2, args.join(' '));
                        }
                    }
                },
            ));

        it('follows a link to a model elsewhere, and to any file beside it', () =>
            withFiles({ 'library/types.iacs': 'type box : plc\n', 'plant/main.iacs': '' }, folder => {
                const cwd = path.join(folder, 'plant');
                writeFileSync(
                    path.join(cwd, 'main.iacs'),
                    'import "types.iacs"\nimport "own.iacs"\nsystem S { owner "O" }\n',
                );
                writeFileSync(path.join(cwd, 'own.txt'), 'zone A { asset X : box }\n');
                symlinkSync('../library/types.iacs', path.join(cwd, 'types.iacs'));
                symlinkSync('own.txt', path.join(cwd, 'own.iacs'));
                const { stdout } = iacs(['check', '--format', 'json'], { cwd });
                assert.deepEqual(
                    (JSON.parse(stdout) as { findings: Found[] }).findings.filter(({ rule }) => rule === 'unresolved'),
                    [],
                );
            }));

        it('ends where it is a pipe that nobody writes to, or a device', () =>
            withFiles({ 'main.iacs': plain }, cwd => {
                execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
                execFileSync('mkfifo', [path.join(cwd, 'pipe.json')]);
                mkdirSync(path.join(cwd, 'folder'));
                for (const file of ['pipe', '/dev/zero', 'folder'])
                    for (const args of [
                        ['check', '--baseline', file],
                        ['import', 'assets', file],
                        ['import', 'risks', file],
                        ['import', 'rules', file, '--device', 'A.X'],
                        ['import', 'traffic', file],
                        ['reconcile', '--traffic', file],
                        ['rehearse', '--ruleset', `A.X=${file}`],
                        ['report', '--template', file, '-o', 'x.html'],
                        ['diagram', '--font', file, '-o', 'x.png'],
                        ['merge', file],
                        ['format', file === 'folder' ? 'pipe' : file],
                    ]) {
                        const { code, stderr } = iacs(args, { cwd });
                        assert.equal(code, 2, args.join(' '));
                        assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
                    }
                assert.equal(iacs(['diagram', '--like', 'pipe.json', '-o', 'x.svg'], { cwd }).code, 2);
            }));
    }
});
