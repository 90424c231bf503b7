import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

/* What was not asked looks like what is fine, so the summary for programs says it, as that for people does. */
const model =
    'system S\nzone A { asset X : plc }\nzone B { kind enterprise asset Y : server }\nflow A.X -> B.Y : https\n';

interface Summary {
    readonly info: number;
    readonly baselined?: number;
    readonly off?: readonly string[];
    readonly leftOut?: readonly string[] | null;
}

function summaryOf(args: readonly string[], cwd: string): Summary {
    return (JSON.parse(iacs(['check', '--format', 'json', ...args], { cwd }).stdout) as { summary: Summary }).summary;
}

const unasked = ({ baselined, off, leftOut }: Summary): object => ({ baselined, off, leftOut });

describe('The summary of a check', () => {
    it('names the rules that are off, by settings or an option, in any model', () =>
        withFiles(
            {
                'a/main.iacs': model,
                'a/iacs.config.json': '{ "rules": { "zone-without-owner": "off" } }',
                'b/main.iacs': model,
            },
            cwd => {
                assert.deepEqual(unasked(summaryOf([], cwd)), {
                    baselined: 0,
                    off: ['zone-without-owner'],
                    leftOut: [],
                });
                assert.deepEqual(summaryOf(['--rule', 'flow-past-dmz=off'], cwd).off, [
                    'flow-past-dmz',
                    'zone-without-owner',
                ]);
                assert.match(iacs(['check'], { cwd }).stdout, /; 1 rule off\n/);
            },
        ));

    it('counts what a baseline leaves out', () =>
        withFiles({ 'main.iacs': model }, cwd => {
            const { stdout } = iacs(['check', '--format', 'json', '-o', 'known.json'], { cwd });
            assert.equal(stdout, '');
            const { findings } = JSON.parse(iacs(['check', '--format', 'json'], { cwd }).stdout) as {
                findings: object[];
            };
            assert.equal(summaryOf(['--baseline', 'known.json'], cwd).baselined, findings.length);
            assert.match(
                iacs(['check', '--baseline', 'known.json'], { cwd }).stdout,
                new RegExp(`; ${findings.length} in the baseline, left out`),
            );
        }));

    it('names the files that are in no model, where somebody looked for them', () =>
        withFiles({ 'main.iacs': model, 'parts/old.iacs': 'zone C { asset Z : plc }\n' }, cwd => {
            assert.deepEqual(summaryOf([], cwd).leftOut, ['parts/old.iacs']);
            assert.deepEqual(summaryOf(['main.iacs'], cwd).leftOut, []);
            assert.equal(summaryOf(['--shard', '1/1'], cwd).leftOut, null);
            assert.match(iacs(['check'], { cwd }).stdout, /; 1 file in no model/);
        }));

    it('is put together from several outputs, and does not say what one of them does not say', () =>
        withFiles(
            {
                'a/main.iacs': model,
                'a/old.iacs': 'zone C { asset Z : plc }\n',
                'b/main.iacs': model,
                'known.json': '{ "findings": [] }',
            },
            cwd => {
                iacs(['check', 'a', '--rule', 'flow-past-dmz=off', '-o', 'a.json'], { cwd });
                iacs(['check', 'b', '--rule', 'zone-without-owner=off', '-o', 'b.json'], { cwd });
                iacs(['check', 'b', '--shard', '1/1', '-o', 'c.json'], { cwd });
                const merged = (...files: readonly string[]): object =>
                    unasked((JSON.parse(iacs(['merge', ...files], { cwd }).stdout) as { summary: Summary }).summary);
                assert.deepEqual(merged('a.json', 'b.json'), {
                    baselined: 0,
                    off: ['flow-past-dmz', 'zone-without-owner'],
                    leftOut: ['a/old.iacs'],
                });
                assert.deepEqual(merged('c.json'), { baselined: 0, off: [], leftOut: null });
            },
        ));
});
