import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';
import { describePage } from './support/executed-page.ts';

describePage('time.md');

const model = `system Plant
zone A { SL-T { TRE 1 } meets FR 6 SL 1 evidence "x" dated 2026-01-01 valid 6 months asset P : plc }
zone B { planned for 2026-09-01 asset Q : plc }
flow A.P -> B.Q : https
`;

describe('A day on the command line', () => {
    it('is shown side by side with others', () => {
        withFiles({ 'main.iacs': model }, cwd => {
            const days = JSON.parse(
                iacs(['assess', '--at', '2026-06-01,+31,+365', '--format', 'json'], { cwd }).stdout,
            ) as { days: { date: string; models: { subjects: { id: string; slA: number[] }[] }[] }[] };
            assert.deepEqual(
                days.days.map(({ date, models }) => [date, models[0]!.subjects.map(each => [each.id, each.slA[5]])]),
                [
                    ['2026-06-01', [['A', 1]]],
                    ['2026-07-02', [['A', 0]]],
                    [
                        '2027-06-01',
                        [
                            ['A', 0],
                            ['B', 0],
                        ],
                    ],
                ],
            );
            const { stdout } = iacs(['assess', '--at', '2026-06-01,+365', '--format', 'markdown'], { cwd });
            assert.match(stdout, /^\| B \| SL-T \|/m);
        });
    });

    it('is compared with another one on one text', () => {
        withFiles({ 'main.iacs': model }, cwd => {
            const { stdout } = iacs(['diff', '--at', '2026-06-01..2026-10-01', '--format', 'json'], { cwd });
            const { base, head, changes } = JSON.parse(stdout) as {
                base: string;
                head: string;
                changes: { kind: string; id: string }[];
            };
            assert.deepEqual([base, head], ['2026-06-01', '2026-10-01']);
            assert.deepEqual(
                changes.map(({ kind, id }) => [kind, id]),
                [
                    ['added', 'B'],
                    ['added', 'B.Q'],
                    ['added', 'A.P -> B.Q : https'],
                ],
            );
        });
    });

    it('does not hide from a comparison of two texts what is planned', () => {
        const before = model.replace(/^zone B.*\n/m, '').replace(/^flow.*\n/m, '');
        withFiles({ 'old/main.iacs': before, 'new/main.iacs': model }, cwd => {
            const { stdout } = iacs(['diff', 'old', 'new', '--today', '2026-06-01', '--format', 'json'], { cwd });
            const { changes } = JSON.parse(stdout) as { changes: { id: string }[] };
            assert.ok(changes.some(({ id }) => id === 'B'));
        });
    });

    it('says what is wrong with days', () => {
        withFiles({ 'main.iacs': model }, cwd => {
            const refused = (...words: readonly string[]): string => {
                const { code, stderr } = iacs([...words], { cwd });
                assert.equal(code, 2);
                return stderr;
            };
            assert.match(refused('assess', '--at', '2026-02-30'), /--at expects a day/);
            assert.match(
                refused('assess', '--at', '2026-06-01', '--format', 'csv'),
                /--at is for table, json and mark/,
            );
            assert.match(refused('diff', '--at', '2026-06-01'), /--at expects two days/);
            assert.match(refused('forecast', '--today', '2026-06-01', '--until', '2026-05-01'), /is not after/);
        });
    });
});
