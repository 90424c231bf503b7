import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

const zones = 'zone A { asset X : server }\nzone B { asset Y : plc }\n';
const flows = 'flow A.X -> B.Y : https\n';

describe('Files that fall out of a model between two places', () => {
    it('are not the files of the older place', () =>
        withFiles({ 'a/main.iacs': `system S\n${zones}`, 'b/main.iacs': `system S\n${zones}${flows}` }, cwd => {
            for (const sides of [
                ['a/main.iacs', 'b/main.iacs'],
                ['a', 'b'],
            ]) {
                const { stdout } = iacs(['diff', ...sides], { cwd });
                assert.doesNotMatch(stdout, /in no model/);
                assert.match(stdout, /flow .*added/);
            }
        }));

    it('are not another model of the same folder', () =>
        withFiles({ 'x.iacs': `system S\n${zones}`, 'y.iacs': `system S\n${zones}${flows}` }, cwd => {
            const { stdout } = iacs(['diff', 'x.iacs', 'y.iacs'], { cwd });
            assert.doesNotMatch(stdout, /in no model|#2/);
            assert.match(stdout, /flow .*added/);
        }));

    const dropped = {
        'a/main.iacs': `import "flows.iacs"\nsystem S\n${zones}`,
        'a/flows.iacs': flows,
        'b/main.iacs': `system S\n${zones}`,
    };

    it('are named where the newer place still has them', () =>
        withFiles({ ...dropped, 'b/flows.iacs': flows }, cwd =>
            assert.match(
                iacs(['diff', 'a', 'b'], { cwd }).stdout,
                /1 flow left with b\/flows\.iacs: the file is still there, in no model/,
            ),
        ));

    it('are gone where the newer place has them no more', () =>
        withFiles(dropped, cwd => {
            const { stdout } = iacs(['diff', 'a', 'b'], { cwd });
            assert.match(stdout, /flow .*removed/);
            assert.doesNotMatch(stdout, /in no model/);
        }));

    it('are named where both places import them from a third one', () =>
        withFiles(
            {
                'lib/flows.iacs': flows,
                'a/main.iacs': `import "../lib/flows.iacs"\nsystem S\n${zones}`,
                'b/main.iacs': `system S\n${zones}`,
            },
            cwd => assert.match(iacs(['diff', 'a', 'b'], { cwd }).stdout, /left with lib\/flows\.iacs/),
        ));

    it('are named where flows were moved into a file that nothing imports', () =>
        withFiles(
            {
                'a/main.iacs': `system S\n${zones}${flows}`,
                'b/main.iacs': `system S\n${zones}`,
                'b/parts/other.iacs': flows,
                'b/parts/notes.iacs': 'countermeasure Nothing\n',
            },
            cwd => {
                const { stdout } = iacs(['diff', 'a', 'b'], { cwd });
                assert.match(stdout, /1 flow left with b\/parts\/other\.iacs: the file is still there, in no model/);
                assert.doesNotMatch(stdout, /notes\.iacs|better/i);
            },
        ));

    it('are not where the same file was in no model before', () =>
        withFiles(
            {
                'a/main.iacs': `system S\n${zones}${flows}`,
                'a/other.iacs': flows,
                'b/main.iacs': `system S\n${zones}`,
                'b/other.iacs': flows,
            },
            cwd => assert.doesNotMatch(iacs(['diff', 'a', 'b'], { cwd }).stdout, /in no model/),
        ));

    const main = (file: string): string => `import "${file}"\nsystem S { owner "O" }\nzone A { asset X : server }\n`;
    const safety = (target: number): string => `zone B { kind safety SL-T ${target} asset Y : plc }\n`;

    it('are not where the model has a copy of them now, which is judged as what it says', () =>
        withFiles(
            {
                'a/main.iacs': main('b.iacs'),
                'a/b.iacs': safety(3),
                'b/main.iacs': main('c.iacs'),
                'b/b.iacs': safety(3),
                'b/c.iacs': safety(1),
                'c/main.iacs': main('c.iacs'),
                'c/b.iacs': safety(3),
                'c/c.iacs': safety(3),
            },
            cwd => {
                const { stdout } = iacs(['diff', 'a', 'b'], { cwd });
                assert.match(stdout, /zone B: SL-T: 3 → 1 .*\n.*worse: SL-T of B/);
                assert.doesNotMatch(stdout, /in no model|#2/);
                assert.match(iacs(['diff', 'a', 'c'], { cwd }).stdout, /Nothing changes in meaning/);
            },
        ));

    it('are named for what the copy does not have', () =>
        withFiles(
            {
                'a/main.iacs': main('b.iacs'),
                'a/b.iacs': `${safety(3)}zone C { kind safety asset Z : plc }\n`,
                'b/main.iacs': main('c.iacs'),
                'b/b.iacs': `${safety(3)}zone C { kind safety asset Z : plc }\n`,
                'b/c.iacs': safety(1),
            },
            cwd => {
                const { stdout } = iacs(['diff', 'a', 'b'], { cwd });
                assert.match(stdout, /1 zone and 1 asset left with b\/b\.iacs: the file is still there, in no model/);
                assert.match(stdout, /zone B: SL-T: 3 → 1 .*\n.*worse: SL-T of B/);
                assert.doesNotMatch(stdout, /#2/);
            },
        ));

    it('are named with the change where they speak of elements that are in other files', () =>
        withFiles(
            {
                'a/main.iacs': main('b.iacs'),
                'a/b.iacs': 'within A { misses SR 2.8 because "No log" due 2099-01-01 }\n',
                'b/main.iacs': main('b.iacs').replace(/import.*\n/, ''),
                'b/b.iacs': 'within A { misses SR 2.8 because "No log" due 2099-01-01 }\n',
            },
            cwd =>
                assert.match(
                    iacs(['diff', 'a', 'b'], { cwd }).stdout,
                    /zone A: misses SR 2\.8 .* removed .*\n.*what it says of other elements left with b\/b\.iacs/,
                ),
        ));

    it('are nothing where they said nothing', () =>
        withFiles(
            {
                'a/main.iacs': main('b.iacs'),
                'a/b.iacs': '// To be written.\n',
                'b/main.iacs': main('b.iacs').replace(/import.*\n/, ''),
                'b/b.iacs': '// To be written.\n',
            },
            cwd => assert.match(iacs(['diff', 'a', 'b'], { cwd }).stdout, /Nothing changes in meaning/),
        ));
});
