import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

interface Result {
    readonly level: 'error' | 'warning' | 'note';
    readonly message: { readonly text: string };
    readonly suppressions?: readonly object[];
}
interface Sarif {
    readonly runs: readonly { readonly results: readonly Result[] }[];
}
interface Uploads {
    readonly unshownText: (sarif: Sarif) => string | null;
    readonly uploadSarif: (
        forge: object,
        sarif: Sarif,
        category: string,
        env: object,
        warn: (text: string) => void,
    ) => Promise<string>;
}

const top = fileURLToPath(new URL('../../..', import.meta.url));
const uploads = async (): Promise<Uploads> =>
    (await import(new URL('../../../action/sarif.mjs', import.meta.url).href)) as Uploads;

const levels = ['note', 'warning', 'error'] as const;
const findings = (count: number, text = 'x'): Result[] =>
    Array.from({ length: count }, (_, index) => ({
        level: levels[index % 3]!,
        message: { text: `${index} ${text}` },
    }));
const sarifOf = (results: readonly Result[]): Sarif => ({ runs: [{ results }] });

/** What code scanning gets of some findings, and what is said of the rest. */
async function sent(results: readonly Result[]): Promise<{ readonly got: readonly Result[]; readonly said: string[] }> {
    const { uploadSarif } = await uploads();
    const said: string[] = [];
    let got: readonly Result[] = [];
    const send = async (_method: string, _path: string, { sarif }: { readonly sarif: string }): Promise<void> => {
        const bytes = Buffer.from(sarif, 'base64');
        assert.ok(bytes.length <= 10_000_000, `${bytes.length} bytes are refused`);
        got = (JSON.parse(gunzipSync(bytes).toString('utf8')) as Sarif).runs[0]!.results;
    };
    said.push(await uploadSarif({ send }, sarifOf(results), 'a', {}, text => said.push(text)));
    return { got, said };
}

describe('Findings that a forge does not take all', () => {
    it('are those of code scanning beyond 5,000: the gravest are sent, accepted ones last, and it is said', async () => {
        for (const count of [0, 1, 5000])
            assert.deepEqual((await sent(findings(count))).said, [`${count} findings, category a`]);
        const accepted = findings(3000).map((each): Result => ({ ...each, suppressions: [{}] }));
        const { got, said } = await sent([...accepted, ...findings(70_000 - 3000)]);
        assert.deepEqual(said, [
            'Code scanning gets the 5,000 gravest of 70,000 findings, because it takes no more. All of them are in the ' +
                'file of the output `sarif`.',
            '5000 findings, category a',
        ]);
        assert.ok(got.every(each => each.level === 'error' && !each.suppressions));
        assert.equal(got[0]!.message.text, '2 x', 'in the order of the file');
    });

    it('are those beyond ten megabytes of messages', async () => {
        const noise = (index: number): string =>
            createHash('shake256', { outputLength: 3000 }).update(String(index)).digest('base64');
        const results = findings(4000).map((each, index) => ({ ...each, message: { text: noise(index) } }));
        const { got, said } = await sent(results);
        assert.ok(got.length < 4000);
        assert.match(
            said[0]!,
            new RegExp(`^Code scanning gets the ${got.length.toLocaleString('en-US')} gravest of 4,000 `),
        );
    });

    it('are annotations beyond ten of a kind: how many there are is said', async () => {
        const { unshownText } = await uploads();
        for (const count of [0, 1, 30]) assert.equal(unshownText(sarifOf(findings(count))), null);
        const accepted = findings(300).map((each): Result => ({ ...each, suppressions: [{}] }));
        assert.equal(unshownText(sarifOf(accepted)), null);
        assert.equal(
            unshownText(sarifOf([...findings(4001), ...accepted])),
            '1,333 errors, 1,334 warnings, 1,334 infos: annotations show at most 10 of a kind. All of them are in the ' +
                'log of this step.',
        );
        assert.match(unshownText(sarifOf(findings(34)))!, /^11 errors, 11 warnings, 12 infos: /);
    });
});

describe('The log of the action', () => {
    it('obeys no name of the model or the settings, and says in the summary what annotations leave out', function () {
        if (process.platform === 'win32') this.skip();
        const cwd = mkdtempSync(path.join(tmpdir(), 'iacs-log-'));
        const summary = path.join(cwd, 'summary.md');
        /** What the runner would obey: all but the part of the log that it is told not to. */
        const logged = (): { readonly guarded: string; readonly others: readonly string[] } => {
            const { stdout, stderr } = spawnSync(process.execPath, [path.join(top, 'action/main.mjs')], {
                cwd,
                encoding: 'utf8',
                env: {
                    PATH: process.env['PATH'],
                    RUNNER_TEMP: cwd,
                    GITHUB_EVENT_NAME: 'push',
                    GITHUB_STEP_SUMMARY: summary,
                    INPUT_SARIF: 'false',
                },
            });
            assert.equal(stderr, '');
            const [whole, , guarded = ''] = /^::stop-commands::([\da-f-]{36})\n([^]*?)\n::\1::$/m.exec(stdout) ?? [];
            return { guarded, others: stdout.replace(whole ?? '', '').split('\n') };
        };
        try {
            const zones = Array.from({ length: 12 }, (_, index) => `zone Z${index} { purdue 9 }\n`).join('');
            writeFileSync(path.join(cwd, 'main.iacs'), `system S\n${zones}`);
            writeFileSync(path.join(cwd, '::stop-commands::x.iacs'), 'zone Part');
            const part = logged();
            assert.match(part.guarded, /^iacs: ::stop-commands::x\.iacs is in none/m);
            assert.ok(part.others.every(line => !line.startsWith('::stop-commands')));
            assert.match(readFileSync(summary, 'utf8'), /^\d+ errors, .*: annotations show at most 10 of a kind\./);
            writeFileSync(path.join(cwd, 'iacs.config.json'), '{ "rules": { "##[stop-commands]y": "off" } }');
            const settings = logged();
            assert.match(settings.guarded, /##\[stop-commands\]y/);
            // A line that is a command itself is read as that one alone.
            const commands = settings.others.filter(line => !/^::(error|warning|notice) /.test(line));
            assert.ok(commands.every(line => !line.includes('##[')));
        } finally {
            rmSync(cwd, { recursive: true, force: true });
        }
    });
});
