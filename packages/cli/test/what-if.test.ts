import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';
import { describePage } from './support/executed-page.ts';

describePage('what-if.md');

const model = `system Plant
zone Office { kind enterprise asset Erp : server }
zone Control { kind control asset Plc : plc { needs Office.Erp } }
conduit Orders between Office and Control { flow Control.Plc -> Office.Erp : https }
function Making { needs Control.Plc is essential }
`;

describe('iacs cut and iacs assume', () => {
    it('exit with 1 where an essential function is lost', () => {
        withFiles({ 'main.iacs': model }, cwd => {
            assert.equal(iacs(['cut', 'Orders'], { cwd }).code, 1);
            assert.equal(iacs(['cut', 'Orders', './main.iacs', '--format', 'json'], { cwd }).code, 1);
            assert.equal(iacs(['cut', '--external'], { cwd }).code, 1);
            assert.equal(iacs(['assume', 'Control.Plc'], { cwd }).code, 0);
        });
    });

    it('say what is missing', () => {
        withFiles({ 'main.iacs': model, 'Folder/x.txt': '' }, cwd => {
            const refused = (...words: readonly string[]): string => {
                const { code, stderr } = iacs([...words], { cwd });
                assert.equal(code, 2);
                return stderr;
            };
            assert.equal(
                refused('cut', 'Order'),
                'iacs: There is no zone, conduit or asset Order. Did you mean Orders?\n',
            );
            assert.equal(
                refused('cut', 'Plc'),
                'iacs: There is no zone, conduit or asset Plc. Did you mean Control.Plc?\n',
            );
            assert.match(refused('cut', 'Folder'), /For the folder write \.\/Folder/);
            assert.match(refused('cut'), /Name what is cut/);
            assert.match(refused('assume', 'Orders'), /^iacs: Orders is a conduit/);
        });
    });

    it('understand several models, and ask those that have what is named', () => {
        withFiles({ 'a/main.iacs': model, 'b/main.iacs': 'system Other\nzone Z\n' }, cwd => {
            const { stdout } = iacs(['cut', 'Orders', '--format', 'json'], { cwd });
            const { models } = JSON.parse(stdout) as { models: { system: string; file: string }[] };
            assert.deepEqual(
                models.map(({ system, file }) => [system, file]),
                [['Plant', 'a/main.iacs']],
            );
        });
    });
});
