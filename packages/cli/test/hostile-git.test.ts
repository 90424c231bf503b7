import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gitOfWindows, runGit } from 'iacs-language/git';
import { iacs, withFiles } from './support/iacs.ts';

const model = 'system S { owner "O" }\nzone A { kind control SL-T 1 asset X : plc }\n';
const evil = '#!/bin/sh\ntouch "$(dirname "$0")/ran"\ncat\n';

/** A repository with a committed model, whose own settings start a program wherever git lets them. */
function hostile(): { readonly cwd: string; readonly git: (...args: string[]) => string; readonly ran: () => boolean } {
    const cwd = mkdtempSync(path.join(tmpdir(), 'iacs-hostile-'));
    const git = (...args: string[]): string =>
        execFileSync('git', ['-c', 'user.name=Engineer', '-c', 'user.email=engineer@example.org', ...args], {
            cwd,
            encoding: 'utf8',
        });
    writeFileSync(path.join(cwd, 'main.iacs'), model);
    writeFileSync(path.join(cwd, '.gitattributes'), '*.iacs filter=x diff=x\n');
    const program = path.join(cwd, 'evil.sh');
    writeFileSync(program, evil, { mode: 0o755 });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    // A commit that claims to be signed.
    const tree = git('rev-parse', 'HEAD^{tree}').trim();
    const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----';
    const signed =
        `tree ${tree}\nauthor E <e@example.org> 1 +0000\ncommitter E <e@example.org> 1 ` +
        `+0000\n${signature}\n\nsigned\n`;
    const commit = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
        cwd,
        encoding: 'utf8',
        input: signed,
    }).trim();
    git('update-ref', 'HEAD', commit);
    appendFileSync(
        path.join(cwd, '.git/config'),
        [
            ['filter "x"', 'clean', 'smudge'],
            ['diff "x"', 'textconv', 'command'],
            ['core', 'fsmonitor', 'pager'],
            ['gpg', 'program'],
        ]
            .map(([section, ...keys]) => `[${section}]\n${keys.map(key => `  ${key} = ${program}\n`).join('')}`)
            .join('') + '[log]\n  showSignature = true\n',
    );
    // A time that differs makes git look at the content again.
    utimesSync(path.join(cwd, 'main.iacs'), 1, 1);
    return { cwd, git, ran: () => existsSync(path.join(cwd, 'ran')) };
}

describe('git on Windows', () => {
    it('is one of the search path, and never a program in the repository', () => {
        const there = new Set([
            'C:\\Program Files\\Git\\cmd\\git.exe',
            'git.exe',
            'tools\\git.exe',
            'C:\\other\\git.exe',
        ]);
        const find = (searchPath: string): string | null => gitOfWindows(searchPath, file => there.has(file));
        const git = 'C:\\Program Files\\Git\\cmd\\git.exe';
        assert.equal(find('C:\\Windows;;.;tools;C:;"C:\\Program Files\\Git\\cmd";C:\\other'), git);
        assert.equal(find('C:\\Program Files\\Git\\cmd\\'), git);
        assert.equal(find(';.;tools;C:tools'), null);
        assert.equal(find(''), null);
    });

    it('is looked for behind a folder that cannot be read', () => {
        const isThere = (file: string): boolean => {
            if (file.startsWith('D:')) throw new Error('EPERM: the drive is locked');
            return true;
        };
        assert.equal(gitOfWindows('D:\\tools;C:\\Git', isThere), 'C:\\Git\\git.exe');
        assert.equal(gitOfWindows('D:\\tools', isThere), null);
    });
});

describe('A repository', () => {
    before(function () {
        if (process.platform === 'win32') this.skip();
    });

    for (const trap of [['describe', '--always', '--dirty'], ['log', '-1', '--format=%h'], ['status']]) {
        it(`runs what it likes where git ${trap[0]} is asked without care`, () => {
            const { cwd, git, ran } = hostile();
            git(...trap);
            assert.ok(ran());
            rmSync(cwd, { recursive: true });
        });
    }

    it('runs nothing of its own, whatever command looks at it', () => {
        const { cwd, ran } = hostile();
        for (const args of [
            ['report', 'main.iacs', '--no-drawings', '--format', 'json'],
            ['diff', 'HEAD'],
            ['diff', 'HEAD', 'HEAD', '--format', 'markdown'],
            ['check', '.'],
            ['diagram', 'main.iacs', '--format', 'mmd'],
        ]) {
            assert.equal(iacs(args, { cwd }).code, 0, args.join(' '));
            assert.equal(ran(), false, args.join(' '));
        }
        rmSync(cwd, { recursive: true });
    });

    it('starts no signature program when commits are listed, as the editor does', async () => {
        const { cwd, ran } = hostile();
        assert.equal((await runGit(['log', '-20', '--format=%s'], cwd)).toString('utf8'), 'signed\n');
        assert.equal(ran(), false);
        rmSync(cwd, { recursive: true });
    });
});

describe('The revision that a report names', () => {
    it('is the commit, with -dirty only where a file of the model differs from it', () => {
        withFiles({ 'main.iacs': model, 'other.txt': 'x\n', '.gitattributes': '*.iacs eol=crlf\n' }, cwd => {
            const git = (...args: string[]): string =>
                execFileSync('git', ['-c', 'user.name=Engineer', '-c', 'user.email=engineer@example.org', ...args], {
                    cwd,
                    encoding: 'utf8',
                });
            const revision = (): unknown =>
                (
                    JSON.parse(iacs(['report', 'main.iacs', '--no-drawings', '--format', 'json'], { cwd }).stdout) as {
                        document: { revision: unknown };
                    }
                ).document.revision;
            assert.equal(revision(), null);
            git('init', '-q');
            git('add', '.');
            git('commit', '-q', '-m', 'first');
            git('tag', 'approved');
            assert.equal(revision(), 'approved');
            writeFileSync(path.join(cwd, 'other.txt'), 'y\n');
            assert.equal(revision(), 'approved');
            writeFileSync(path.join(cwd, 'main.iacs'), model.replaceAll('\n', '\r\n'));
            assert.equal(revision(), 'approved');
            writeFileSync(path.join(cwd, 'main.iacs'), `${model}// more\n`);
            assert.equal(revision(), 'approved-dirty');
        });
    });
});
