import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { iacs as call } from './support/iacs.ts';

describe('iacs diff in repositories of all kinds', function () {
    let folder: string;

    before(function () {
        if (process.platform === 'win32') this.skip();
        folder = mkdtempSync(path.join(tmpdir(), 'iacs git 100% #1 '));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    const iacs = (cwd: string, ...args: string[]): { code: number | null; out: string; err: string } => {
        const { code, stdout, stderr } = call(args, { cwd: path.join(folder, cwd) });
        return { code, out: stdout, err: stderr };
    };
    const git = (cwd: string, ...args: string[]): string =>
        execFileSync(
            'git',
            [
                '-c',
                'user.name=Engineer',
                '-c',
                'user.email=engineer@example.org',
                '-c',
                'protocol.file.allow=always',
                ...args,
            ],
            {
                cwd: path.join(folder, cwd),
                encoding: 'utf8',
                stdio: ['ignore', 'pipe', 'pipe'],
            },
        );
    const write = (file: string, text: string): void => {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), text);
    };

    it('takes a repository without a commit for an empty side', () => {
        write('plant/main.iacs', 'system Plant\nzone A { asset X : server }\n');
        git('plant', 'init', '--quiet', '--initial-branch=main');
        const { code, out } = iacs('plant', 'diff', 'HEAD');
        assert.equal(code, 0);
        assert.match(out, /system Plant: added, with 1 zone, 1 asset[\s\S]*All changes[\s\S]*zone A added/);
        assert.match(
            iacs('plant', 'diff', 'main').err,
            /^iacs: There is no revision, file or folder main\. Nothing has been committed yet\.\n$/,
        );
    });

    it('follows links that stay inside a revision, and none that leave it', () => {
        write('library/types.iacs', 'type product "Product" : plc { SL-C 1 }\n');
        write('secret.iacs', 'type outside "Outside" : plc { }\n');
        write('plant/shared/types.iacs', 'type product "Product" : plc { SL-C 1 }\n');
        write(
            'plant/main.iacs',
            'import "linked/types.iacs"\nimport "out.iacs"\nsystem Plant\nzone A { asset X : product }\n',
        );
        symlinkSync('shared', path.join(folder, 'plant/linked'));
        symlinkSync(path.join(folder, 'secret.iacs'), path.join(folder, 'plant/out.iacs'));
        symlinkSync('circle.iacs', path.join(folder, 'plant/circle.iacs'));
        git('plant', 'add', '-A');
        git('plant', 'commit', '--quiet', '-m', 'The plant');
        write('plant/shared/types.iacs', 'type product "Product" : plc { SL-C 2 }\n');
        git('plant', 'commit', '--quiet', '-a', '-m', 'A better product');
        const { code, out, err } = iacs('plant', 'diff', 'HEAD~1', 'HEAD');
        assert.equal(code, 2);
        assert.match(out, /type product: SL-C: 1 → 2 {2}\(linked\/types\.iacs:1\)/);
        assert.match(err, /out\.iacs/);
        assert.doesNotMatch(out + err, /linked\/types\.iacs[^\n]*(no file|cannot)|Outside/);
    });

    it('compares the same with the working tree as with its commit where a link leads nowhere', () => {
        write('dead/main.iacs', 'system Plant\nzone A { kind control }\n');
        symlinkSync('nowhere', path.join(folder, 'dead/lost.iacs'));
        git('dead', 'init', '--quiet', '--initial-branch=main');
        git('dead', 'add', '-A');
        git('dead', 'commit', '--quiet', '-m', 'The plant');
        write('dead/main.iacs', 'system Plant\nzone A { kind dmz }\n');
        const working = iacs('dead', 'diff', 'HEAD');
        git('dead', 'commit', '--quiet', '-a', '-m', 'A change');
        assert.deepEqual(iacs('dead', 'diff', 'HEAD~1', 'HEAD'), working);
        assert.equal(working.code, 0);
    });

    it('finds a model in its commit through a link to the repository, with each command that compares', () => {
        write('real/site/main.iacs', 'system Site\nzone A { kind control }\n');
        git('real', 'init', '--quiet', '--initial-branch=main');
        git('real', 'add', '.');
        git('real', 'commit', '--quiet', '-m', 'first');
        write('real/site/main.iacs', 'system Site\nzone A { kind dmz }\n');
        symlinkSync('real', path.join(folder, 'link'));
        const linked = path.join(folder, 'link/site/main.iacs');
        const worse = /^Site: Security gets worse\. 1 changed\./;
        for (const place of [linked, path.join(folder, 'link'), path.join(folder, 'link/site')])
            assert.match(iacs('real', 'diff', 'HEAD', '--path', place).out, worse, place);
        // The working directory may be such a name too, as the shells of Windows leave it.
        assert.match(iacs('link', 'diff', 'HEAD').out, worse);
        assert.match(iacs('link/site', 'diff', 'HEAD', '--path', '.').out, worse);
        assert.match(iacs('link', 'check', '--base', 'HEAD', 'site').out, /^0 errors, 0 warnings.*new since HEAD\n$/m);
        git('real', 'tag', 'v1', 'HEAD');
        git('real', 'commit', '--quiet', '-am', 'second');
        git('real', 'tag', 'v2');
        assert.match(iacs('link', 'diff', '--since', 'v1', '--path', 'site').out, /worse/);
        // What is gone is found by the folder that it was in.
        rmSync(path.join(folder, 'real/site/main.iacs'));
        assert.match(iacs('real', 'diff', 'HEAD', '--path', linked).out, /^Site: .*1 removed|Site: .*removed/m);
    });

    it('says which file of a side it could not read', () => {
        write('bytes/main.iacs', 'system Plant\nzone A { asset X : server }\n');
        write('bytes/second.iacs', 'system Second\n');
        git('bytes', 'init', '--quiet', '--initial-branch=main');
        symlinkSync('main.iacs', path.join(folder, 'bytes/linked.iacs'));
        git('bytes', 'add', '-A');
        git('bytes', 'commit', '--quiet', '-m', 'Two plants');
        assert.deepEqual(iacs('bytes', 'diff', 'HEAD', '--fail-on', 'change'), {
            code: 0,
            out: iacs('bytes', 'diff', 'HEAD').out,
            err: '',
        });
        writeFileSync(path.join(folder, 'bytes/second.iacs'), Uint8Array.of(0x73, 0xe4, 0xff));
        const { code, err } = iacs('bytes', 'diff', 'HEAD');
        assert.equal(code, 2);
        assert.equal(
            err,
            'iacs: head second.iacs:1 This file cannot be read: it is not UTF-8 text. Save it as UTF-8.\n',
        );
    });

    it('says of a shallow clone why a revision is missing', () => {
        git(
            '',
            'clone',
            '--quiet',
            '--depth=1',
            `file://${path.join(folder, 'plant').split('%').join('%25')}`,
            'shallow',
        );
        for (const words of [['HEAD~1'], ['HEAD~1...HEAD']]) {
            const { code, err } = iacs('shallow', 'diff', ...words);
            assert.equal(code, 2);
            assert.match(
                err,
                /^iacs: There is no revision[^\n]* HEAD~1\. This clone is shallow: fetch more of it, git fetch --unshallow\.\n$/,
            );
        }
    });

    const commit = (cwd: string, message: string): void => {
        git(cwd, 'add', '-A');
        git(cwd, 'commit', '--quiet', '-m', message);
    };

    it('reads a submodule, and says that it could not where its commit is not here', () => {
        write('hydro/main.iacs', 'system Hydro { owner "Hydro" }\nzone Z { SL-T 3 }\n');
        git('hydro', 'init', '--quiet', '--initial-branch=main');
        commit('hydro', 'Hydro');
        write('fleet/main.iacs', 'system Fleet\nzone Y { SL-T 1 }\n');
        git('fleet', 'init', '--quiet', '--initial-branch=main');
        git('fleet', 'submodule', '--quiet', 'add', '../hydro', 'hydro');
        commit('fleet', 'The fleet');
        write('fleet/hydro/main.iacs', 'system Hydro { owner "Hydro" }\nzone Z { SL-T 1 }\n');
        commit('fleet/hydro', 'Less is asked for');
        commit('fleet', 'Another state of the submodule');
        const read = iacs('fleet', 'diff', 'HEAD~1', 'HEAD', '--fail-on', 'worse');
        assert.match(
            read.out,
            /SL-T of Z: every FR 3 → 1[\s\S]*hydro\/main\.iacs|hydro\/main\.iacs[\s\S]*SL-T of Z: every FR 3 → 1/,
        );
        assert.equal(read.code, 1);
        git('fleet', 'submodule', '--quiet', 'deinit', '--force', 'hydro');
        const named = iacs('fleet', 'diff', 'HEAD~1', 'HEAD', '--format', 'json');
        assert.equal((JSON.parse(named.out) as { security: { verdict: string } }).security.verdict, 'incomplete');
        assert.match(named.err, /head hydro:1 This submodule is at [0-9a-f]{12}, which is not here/);
        assert.equal(named.code, 2);
        assert.doesNotMatch(iacs('fleet', 'diff', 'HEAD', 'HEAD').err, /submodule/);
    });

    it('says of a clone without texts how to get them, and works in a bare one', () => {
        write('origin/main.iacs', 'system Plant\nzone Z { SL-T 2 }\n');
        git('origin', 'init', '--quiet', '--initial-branch=main');
        git('origin', 'config', 'uploadpack.allowFilter', 'true');
        commit('origin', 'One');
        write('origin/main.iacs', 'system Plant\nzone Z { SL-T 1 }\n');
        commit('origin', 'Two');
        git('.', 'clone', '--quiet', '--filter=blob:none', `file://${path.join(folder, 'origin')}`, 'partial');
        assert.match(
            iacs('partial', 'diff', 'HEAD~1', 'HEAD').err,
            /^iacs: git: this clone was made without the texts of other commits \(--filter\)[^\n]*git fetch --refetch/,
        );
        git('.', 'clone', '--quiet', '--bare', 'origin', 'bare.git');
        assert.match(iacs('bare.git', 'diff', 'HEAD~1', 'HEAD').out, /SL-T of Z: every FR 2 → 1/);
        assert.match(iacs('bare.git', 'diff', 'HEAD').err, /This repository is bare/);
    });

    it('knows a model again that has moved into the place that is compared', () => {
        git('origin', 'checkout', '--quiet', '-b', 'moved');
        mkdirSync(path.join(folder, 'origin/sites'));
        git('origin', 'mv', 'main.iacs', 'sites/main.iacs');
        commit('origin', 'Moved');
        assert.equal(iacs('origin', 'diff', 'HEAD~1', 'HEAD', '--path', 'sites').out, 'Nothing changes in meaning.\n');
    });

    it('answers for equal sides without looking into them', () => {
        write('origin/broken.iacs', 'system Broken\nzone {');
        commit('origin', 'Half written');
        const { code, out } = iacs('origin', 'diff', 'HEAD', 'HEAD', '--format', 'json');
        const { models, complete, security } = JSON.parse(out) as {
            models: { system: string }[];
            complete: boolean;
            security: { verdict: string };
        };
        assert.deepEqual(
            [code, complete, security.verdict, models.map(each => each.system).sort()],
            [0, true, 'none', ['Broken', 'Plant']],
        );
    });
});
