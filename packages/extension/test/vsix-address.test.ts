import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { projectAddress, webAddress } from '../../../scripts/project-address.mjs';

const packer = fileURLToPath(new URL('../vsix.mjs', import.meta.url));
/** What says the address where these tests run themselves. */
const sources = /^(GITHUB_SERVER_URL|GITHUB_REPOSITORY|CI_|GIT_)/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !sources.test(name)));

describe('The web address of a repository', () => {
    const cases: readonly (readonly [given: string, expected: string | null])[] = [
        ['https://github.com/plant/iacs', 'https://github.com/plant/iacs'],
        ['https://github.com/plant/iacs.git\n', 'https://github.com/plant/iacs'],
        ['https://github.com/plant/iacs/', 'https://github.com/plant/iacs'],
        ['git+https://github.com/plant/iacs.git', 'https://github.com/plant/iacs'],
        ['git@github.com:plant/iacs.git', 'https://github.com/plant/iacs'],
        ['github.com:plant/iacs', 'https://github.com/plant/iacs'],
        ['ssh://git@git.plant.example:2222/ot/group/iacs.git', 'https://git.plant.example/ot/group/iacs'],
        ['https://git.plant.example:8443/ot/iacs', 'https://git.plant.example:8443/ot/iacs'],
        // No secret reaches a manifest.
        ['https://me:s3cret@github.com/plant/iacs.git', 'https://github.com/plant/iacs'],
        ['https://s3cret@github.com/plant/iacs?token=s3cret#s3cret', 'https://github.com/plant/iacs'],
        ['https://oauth2:s3cret@gitlab.com/plant/iacs.git', 'https://gitlab.com/plant/iacs'],
        ['s3cret@github.com:plant/iacs.git', 'https://github.com/plant/iacs'],
        // What another machine would not find.
        ['', null],
        ['/srv/git/iacs.git', null],
        ['../iacs', null],
        ['C:\\plants\\iacs', null],
        ['C:/plants/iacs', null],
        ['file:///srv/git/iacs', null],
        ['http://git.plant.example/ot/iacs', null],
        ['http://127.0.0.1:4000/plant/iacs', null],
        ['https://127.0.0.1/plant/iacs', null],
        ['https://[::1]/plant/iacs', null],
        ['https://localhost/plant/iacs', null],
        ['git@work:plant/iacs.git', null],
        ['https://github.com/plant', null],
        ['https://github.com', null],
        ['not an address', null],
    ];
    for (const [given, expected] of cases)
        it(`of "${given.trim()}" is ${expected ?? 'not known'}`, () => assert.equal(webAddress(given), expected));
});

describe('The address of the project', () => {
    let folder: string;
    const clone = (remote: string | null): string => {
        const root = path.join(folder, remote === null ? 'none' : 'clone');
        execFileSync('git', ['init', '--quiet', root], { env });
        if (remote !== null) execFileSync('git', ['remote', 'add', 'origin', remote], { cwd: root, env });
        writeFileSync(path.join(root, 'package.json'), '{}');
        return root;
    };
    beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'iacs address '))));
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('comes from an option, the manifest, the pipeline or the remote, in this order', () => {
        const root = clone('git@github.com:from/remote.git');
        const github = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'from/pipeline' };
        const url = (from: object): string | undefined => projectAddress({ root, env: {}, ...from })?.url;
        assert.equal(url({}), 'https://github.com/from/remote');
        assert.equal(url({ env: github }), 'https://github.com/from/pipeline');
        assert.equal(url({ env: { GITHUB_REPOSITORY: 'from/pipeline' } }), 'https://github.com/from/pipeline');
        writeFileSync(path.join(root, 'package.json'), '{ "repository": "https://github.com/from/manifest" }');
        assert.equal(url({ env: github }), 'https://github.com/from/manifest');
        const option = 'https://github.com/from/option';
        assert.equal(url({ env: github, option }), option);
        assert.throws(() => url({ option: 'nowhere' }), /--repository takes an address/);
    });

    it('is not known without any of them, and is not invented', () => {
        assert.equal(projectAddress({ root: clone(null), env: {} }), null);
        assert.equal(projectAddress({ root: clone('/srv/git/iacs.git'), env: {} }), null);
    });

    it('has pages where its forge has them, also a GitLab with a name of its own', () => {
        const root = clone(null);
        const pipelines = [
            { CI_PROJECT_URL: 'https://git.plant.example/ot/iacs' },
            { CI_PROJECT_URL: '', CI_SERVER_URL: 'https://gitlab.com', CI_PROJECT_PATH: 'ot/iacs' },
        ];
        assert.deepEqual(
            pipelines.map(pipeline => projectAddress({ root, env: pipeline })?.bugs),
            ['https://git.plant.example/ot/iacs/-/issues', 'https://gitlab.com/ot/iacs/-/issues'],
        );
        assert.deepEqual(projectAddress({ root, env: { GITHUB_REPOSITORY: 'ot/iacs' } }), {
            url: 'https://github.com/ot/iacs',
            repository: 'https://github.com/ot/iacs.git',
            bugs: 'https://github.com/ot/iacs/issues',
            homepage: 'https://github.com/ot/iacs#readme',
            files: 'https://github.com/ot/iacs/raw/HEAD/',
            pages: 'https://github.com/ot/iacs/blob/HEAD/',
        });
    });
});

describe('A VSIX that is packed from a clone', function () {
    let folder: string;
    before(() => (folder = mkdtempSync(path.join(tmpdir(), 'iacs store '))));
    after(() => rmSync(folder, { recursive: true, force: true }));

    /** Packs as in a clone with a remote: git is asked in another folder. */
    function packed(name: string, remote: string | null) {
        const [git, vsix] = [path.join(folder, `${name}.git`), path.join(folder, `${name}.vsix`)];
        execFileSync('git', ['init', '--quiet', '--bare', git], { env });
        if (remote !== null) execFileSync('git', ['remote', 'add', 'origin', remote], { cwd: git, env });
        const { status, stdout, stderr } = spawnSync(process.execPath, [packer, '--out', vsix], {
            encoding: 'utf8',
            env: { ...env, GIT_DIR: git, SOURCE_DATE_EPOCH: '1767225600' },
        });
        assert.equal(status, 0, stderr);
        const bytes = readFileSync(vsix);
        const files = unzipSync(bytes, { filter: each => !/dist|docs/.test(each.name) });
        const text = (file: string): string => Buffer.from(files[file]!).toString('utf8');
        return { bytes, text, said: stdout + stderr };
    }

    it('with a remote has all that a store needs, and no warning', () => {
        const remote = 'https://me:s3cret@github.com/plant/iacs.git';
        const { bytes, text, said } = packed('with', remote);
        assert.doesNotMatch(said, /warning|bypass|For a store/i);
        const { repository, bugs, homepage } = JSON.parse(text('extension/package.json')) as Record<string, unknown>;
        assert.deepEqual(
            { repository, bugs, homepage },
            {
                repository: {
                    type: 'git',
                    url: 'https://github.com/plant/iacs.git',
                    directory: 'packages/extension',
                },
                bugs: { url: 'https://github.com/plant/iacs/issues' },
                homepage: 'https://github.com/plant/iacs#readme',
            },
        );
        const readme = text('extension/readme.md');
        assert.match(
            readme,
            /!\[[^\]]+\]\(https:\/\/github\.com\/plant\/iacs\/raw\/HEAD\/packages\/extension\/media\//,
        );
        assert.ok(!bytes.includes('s3cret') && !said.includes('s3cret'));
        for (const file of ['extension/package.json', 'extension/readme.md', 'extension.vsixmanifest'])
            assert.doesNotMatch(text(file), /s3cret/, file);
        assert.ok(packed('again', remote).bytes.equals(bytes), 'the same bytes');
    });

    it('without one is made all the same, and says what it lacks', () => {
        const { text, said } = packed('without', null);
        assert.match(said, /'repository' field is missing/);
        assert.match(said, /^For a store it lacks the address of the project: .*--repository/m);
        assert.equal((JSON.parse(text('extension/package.json')) as { repository?: unknown }).repository, undefined);
        assert.doesNotMatch(text('extension/readme.md'), /!\[/);
    });
});
