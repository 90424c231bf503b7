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

    it('show code as code in Markdown, beside what the model says', () => {
        const asks = model.replace('{ needs Office.Erp }', '');
        withFiles({ 'main.iacs': asks }, cwd => {
            const { stdout } = iacs(['cut', 'Orders', '--format', 'markdown'], { cwd });
            assert.match(stdout, /Write in it `needs Office\.Erp` or `works without Office\.Erp because "…"`\. \|$/mu);
        });
    });

    it('ask once where two sessions of the same two stop', () => {
        const twice = model
            .replace('{ needs Office.Erp }', '')
            .replace(': https }', ': https flow Office.Erp -> Control.Plc : ssh }');
        withFiles({ 'main.iacs': twice }, cwd => {
            const { stdout } = iacs(['cut', 'Orders'], { cwd });
            assert.equal(stdout.match(/Does Control\.Plc go on without Office\.Erp\?/g)!.length, 1);
            const { models } = JSON.parse(iacs(['cut', 'Orders', '--format', 'json'], { cwd }).stdout);
            assert.deepEqual(
                models[0].functions[0].questions.map(({ flow }: { flow: string }) => flow),
                ['Control.Plc -> Office.Erp : https', 'Office.Erp -> Control.Plc : ssh'],
            );
        });
    });

    it('do not call nothing what a compromised firewall may let through', () => {
        const walled = model.replace('Office and Control {', 'Office and Control { via Fw asset Fw : firewall');
        const known = (text: string, of: string): readonly string[] =>
            withFiles({ 'main.iacs': text }, cwd => {
                const { stdout } = iacs(['assume', of, '--format', 'json'], { cwd });
                return (JSON.parse(stdout) as { models: { notKnown: string[] }[] }).models[0]!.notKnown;
            });
        const sentence =
            'Orders.Fw carries what passes between zones: what it would let through if it is compromised is in no path.';
        assert.deepEqual(known(walled, 'Orders.Fw'), [sentence]);
        assert.deepEqual(known(walled, 'Control.Plc'), []);
        const managed = walled.replace('flow Control', 'flow Control.Plc -> Fw : ssh flow Control');
        assert.deepEqual(known(managed, 'Control.Plc'), [sentence]);
        assert.deepEqual(known(walled.replace(': firewall', ': diode'), 'Orders.Fw'), []);
        withFiles({ 'main.iacs': walled }, cwd => {
            const { stdout } = iacs(['assume', 'Orders.Fw'], { cwd });
            assert.match(stdout, /^ {2}Nothing beyond its own zone is known to be reached/m);
        });
    });

    it('name a line out of the plant that may lead to what of a zone is not reached', () => {
        const text = `system S
zone Office { kind enterprise asset Pc : office-computer }
zone Dmz { kind dmz asset Jump : jump-host asset Spare : jump-host asset Modem : modem }
zone Cell { kind control asset Plc : plc asset Hmi : hmi }
conduit In between Office and Dmz { flow Office.Pc -> Dmz.Jump : rdp }
conduit On between Dmz and Cell { flow Dmz.Jump -> Cell.Hmi : rdp flow Dmz.Spare -> Cell.Plc : s7comm }
`;
        withFiles({ 'main.iacs': text }, cwd => {
            const line = 'Dmz.Modem leads out of Dmz, and nothing says where to.';
            assert.match(iacs(['paths', '--from', 'Office', '--to', 'Cell.Plc'], { cwd }).stdout, new RegExp(line));
            assert.match(iacs(['assume', 'Office'], { cwd }).stdout, new RegExp(`^Not known:\\n  ${line}$`, 'm'));
        });
    });

    it('do not say that a cut ends the reach where a conduit beside it states no flow', () => {
        const beside = `${model}conduit Spare between Office and Control { }\n`;
        const open = 'Spare joins Office and Control, and no flow states what passes there.';
        const contained = (text: string) =>
            withFiles({ 'main.iacs': text }, cwd => {
                const { stdout } = iacs(['assume', 'Control.Plc', '--format', 'json'], { cwd });
                const [{ contain, containByFlows, notKnown }] = JSON.parse(stdout).models;
                return { conduits: contain.conduits, proved: [contain.proved, containByFlows.proved], notKnown };
            });
        assert.deepEqual(contained(model), { conduits: ['Orders'], proved: [true, true], notKnown: [] });
        assert.deepEqual(contained(beside), { conduits: ['Orders'], proved: [false, false], notKnown: [open] });
        withFiles({ 'main.iacs': beside }, cwd => {
            const { stdout } = iacs(['assume', 'Control.Plc'], { cwd });
            assert.match(stdout, /Orders \(1; no smaller set does it, over the declared flows; what is not known may/);
        });
        // What is not known begins after what is cut.
        const cell = 'zone Cell { kind control asset Drive : drive }\nconduit On between Office and Cell { }\n';
        assert.deepEqual(contained(model + cell), {
            conduits: ['Orders'],
            proved: [true, true],
            notKnown: ['On joins Office and Cell, and no flow states what passes there.'],
        });
        // Nothing is known to be reached, and something may be: that no cut is needed is not proved.
        const alone = `system S\nzone Control { kind control asset Plc : plc }\n${cell.replace('Office', 'Control')}`;
        assert.deepEqual(contained(alone), {
            conduits: [],
            proved: [false, false],
            notKnown: ['On joins Control and Cell, and no flow states what passes there.'],
        });
    });
});
