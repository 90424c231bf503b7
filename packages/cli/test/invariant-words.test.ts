import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

const plant = `system Works
zone Office { kind enterprise asset Pc : office-computer }
zone Dmz { kind dmz asset Jump : jump-host }
zone Control { kind control
  asset Hmi : hmi
  zone Cell { asset Plc : plc }
}
zone Yard { kind control asset Lamp : plc }
zone Bare { kind control }
conduit In between Office and Dmz { flow Office.Pc -> Dmz.Jump : https }
conduit On between Dmz and Control { flow Dmz.Jump -> Control.Hmi : rdp }
invariant Passed { require path from Office to Control through Dmz }
invariant Apart { require path from Office to Yard through Dmz }
invariant Inside { require path from Office to Control.Cell through Control }
invariant Hollow { deny path from Office to Bare }
invariant Half {
  require path from Office to Control through Dmz
  require path from Office to Yard through Dmz
}
`;

/** A firewall with an interface that no conduit speaks of: what passes there is not known. */
const open = plant.replace(
    'flow Office.Pc -> Dmz.Jump',
    'via Fw asset Fw : firewall { serves Office, Dmz, Control, Yard }\n  flow Office.Pc -> Dmz.Jump',
);

function run(text: string, ...args: string[]): Promise<string> {
    return withFiles({ 'main.iacs': text }, async folder => {
        const { stdout } = await iacs([...args, '--today', '2026-11-29', 'main.iacs'], { cwd: folder });
        return stdout;
    });
}

describe('What is said of an invariant that holds', () => {
    it('is why it proves nothing, and that one clause of several does', async () => {
        assert.equal(
            await run(plant, 'paths'),
            `Passed: holds
  require path from Office to Control through Dmz: yes
Apart: holds, but proves nothing
  require path from Office to Yard through Dmz: yes, but it proves nothing: there is no path
Inside: holds, but proves nothing
  require path from Office to Control.Cell through Control: yes, but it proves nothing: Control.Cell lies in Control, \
so every path passes it
Hollow: holds, but proves nothing
  deny path from Office to Bare: yes, but it proves nothing: Bare is empty
Half: holds, but one clause proves nothing
  require path from Office to Control through Dmz: yes
  require path from Office to Yard through Dmz: yes, but it proves nothing: there is no path
`,
        );
        const report = await run(plant, 'report', '--format', 'md');
        const row = (name: string): string => report.split('\n').find(line => line.startsWith(`| ${name} |`)) ?? '';
        assert.match(row('Passed'), /\| holds \|/);
        assert.match(row('Apart'), /\| holds, but proves nothing: there is no path \|/);
        assert.match(row('Inside'), /\| holds, but proves nothing: Control\.Cell lies in Control, so every path/);
        assert.match(row('Hollow'), /\| holds, but proves nothing: Bare is empty \|/);
        assert.match(row('Half'), /\| holds, but one clause proves nothing: there is no path \|/);
    });

    it('is never that there is no path where a connection is not described', async () => {
        const text = await run(open, 'paths');
        assert.match(text, /^Passed: not proved\n.* through Dmz: no path past Dmz is known$/m);
        assert.match(text, /^Apart: not proved\n.* through Dmz: no path is known$/m);
        assert.doesNotMatch(text, /there is no path/);
        const found = await run(open, 'check');
        assert.match(found, /Apart proves nothing here: no path over the declared flows leads from Office to Yard\./);
        const report = await run(open, 'report', '--format', 'md');
        assert.match(report, /\| Apart \| .* \| not proved: In\.Fw has an interface in Office and Yard/);
        const table = await run(open, 'report', '--format', 'csv', '--table', 'invariants');
        assert.match(table, /^Apart,.*,not proved,yes,.*In\.Fw has an interface in Office and Yard/m);
    });
});
