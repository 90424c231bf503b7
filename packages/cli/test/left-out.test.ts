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
});
