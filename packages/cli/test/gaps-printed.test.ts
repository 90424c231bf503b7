import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

const plant = `system Works
zone Missed { kind control SL-T { IAC 1 } asset A : plc meets FR 1 SL 1 because "x" misses SR 1.5 because "no" }
zone Silent { kind control SL-T { IAC 2 } asset B : plc }
zone Both { kind control SL-T { IAC 1 UC 2 } asset C : plc misses SR 1.5 because "no" }
zone Done { kind control SL-T { TRE 1 } asset D : plc meets FR 6 SL 1 because "x" }
`;

function run(...args: string[]): Promise<string> {
    return withFiles({ 'main.iacs': plant }, async folder => {
        const { stdout } = await iacs([...args, '--today', '2026-11-29', 'main.iacs'], { cwd: folder });
        return stdout;
    });
}

/** The table of assess printed `2?` for a gap that is not assessed; the report and all data said that it was known. */
describe('A gap that is not assessed', () => {
    it('is told from one that is known in every output', async () => {
        const expected = {
            Missed: ['short', null, null, null, null, null, null],
            Silent: ['not-assessed', null, null, null, null, null, null],
            Both: ['short', 'not-assessed', null, null, null, null, null],
            Done: [null, null, null, null, null, null, null],
        };
        const kinds = (all: readonly { id: string; gapKinds: unknown }[]): unknown =>
            Object.fromEntries(all.map(({ id, gapKinds }) => [id, gapKinds]));
        const assessed = JSON.parse(await run('assess', '--format', 'json')) as {
            models: { subjects: { id: string; gapKinds: unknown }[] }[];
        };
        assert.deepEqual(kinds(assessed.models[0]!.subjects), expected);
        const model = JSON.parse(await run('export', 'model')) as {
            models: { zones: { id: string; gapKinds: unknown }[] }[];
        };
        assert.deepEqual(kinds(model.models[0]!.zones), expected);
        const report = JSON.parse(await run('report', '--format', 'json')) as {
            zones: { id: string; levels: { gapKinds: unknown } }[];
            summary: { subjectsWithGap: number; subjectsOnlyUnassessed: number };
        };
        assert.deepEqual(kinds(report.zones.map(({ id, levels }) => ({ id, ...levels }))), expected);
        assert.equal(report.summary.subjectsWithGap, 3);
        assert.equal(report.summary.subjectsOnlyUnassessed, 1);
        const csv = (await run('assess', '--format', 'csv'))
            .split('\n')
            .filter(line => / 1\.1,|Requirement/.test(line));
        assert.deepEqual(
            csv.map(line => line.split(',').slice(3, 13)).map(cells => `${cells[0]} ${cells[8]} ${cells[9]}`),
            ['Subject Gap Gap kind', 'Missed 1 short', 'Silent 2 not assessed', 'Both 1 short', 'Done  '],
        );
    });

    it('has its question mark in the report, beside the largest that is known', async () => {
        const report = await run('report', '--format', 'md');
        assert.match(report, /\| Gap \| \*\*1\*\* \| 2\? \| – \|/);
        assert.match(report, /^\| Both \| .* \| \*\*1, 2\?\*\* \|$/m);
        assert.match(report, /^\| Silent \| .* \| 2\? \|$/m);
        assert.match(report, /^\| Missed \| .* \| \*\*1\*\* \|$/m);
        assert.match(report, /^- Of these only not assessed: 1: none of their requirements is known to be open$/m);
        assert.match(report, /A gap with a question mark \(2\?\) is not assessed/);
        assert.match(report, /^- IAC: SL-C is unknown, since Silent\.B states none$/m);
    });
});
