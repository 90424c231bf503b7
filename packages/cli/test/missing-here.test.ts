import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

/** The file with the conduits is gone, so a name of it is not known either. */
const broken = `import "conduits.iacs"
system Works
zone Office { kind enterprise asset Pc : office-computer }
zone Control { kind control SL-T { RA 1 } asset Plc : plc applies Backup }
countermeasure Backup { meets SR 7.3 status planned due 2027-01-01 }
function Supply "Supply" { needs Control.Plc is essential }
island Alone { cut Office keeps Supply }
ruleset Rules { device Orders.Fw exported 2026-10-01 permits any -> any : tcp 443 }
`;

const conduits = `conduit Orders between Office and Control {
  via Fw
  asset Fw : firewall { serves Office, Control }
  flow Office.Pc -> Control.Plc : https
}
`;

const missing = '2 places of the text were not understood: what is written there is missing here.';

function out(files: Record<string, string>, ...args: string[]): string {
    return withFiles(files, cwd => iacs([...args, '--today', '2026-11-29', 'main.iacs'], { cwd }).stdout);
}

describe('An answer in which something of the text is missing', () => {
    const answers: readonly (readonly string[])[] = [
        ['cut', 'Office'],
        ['cut', 'Office', '--format', 'markdown'],
        ['plan'],
        ['plan', '--format', 'markdown'],
        ['forecast'],
        ['assess'],
        ['assess', '--format', 'markdown'],
        ['assess', '--at', '2026-11-29,+30'],
        ['assess', '--at', '2026-11-29,+30', '--format', 'markdown'],
        ['assess', '--format', 'html'],
        ['reconcile'],
        ['reconcile', '--format', 'markdown'],
        ['reconcile', '--format', 'html'],
    ];
    for (const args of answers)
        it(`says so itself, and not on standard error alone: ${args.join(' ')}`, () => {
            assert.ok(out({ 'main.iacs': broken }, ...args).includes(missing));
            const whole = out({ 'main.iacs': broken, 'conduits.iacs': conduits }, ...args);
            assert.ok(!whole.includes('not understood'), whole);
        });

    for (const command of [['cut', 'Office'], ['plan'], ['forecast'], ['assess'], ['reconcile']])
        it(`counts it in the JSON of ${command[0]}`, () => {
            const count = (files: Record<string, string>): unknown =>
                (JSON.parse(out(files, ...command, '--format', 'json')) as { models: { notUnderstood: unknown }[] })
                    .models[0]!.notUnderstood;
            assert.equal(count({ 'main.iacs': broken }), 2);
            assert.equal(count({ 'main.iacs': broken, 'conduits.iacs': conduits }), 0);
        });

    it('never calls a function kept', () => {
        const text = out({ 'main.iacs': broken }, 'cut', 'Office');
        assert.match(
            text,
            /^Not said: nothing in the model decides it\n {2}Supply "Supply"\n {4}what it needs may be in/m,
        );
        assert.doesNotMatch(text, /^Kept/m);
        const report = out({ 'main.iacs': broken }, 'report', '--format', 'md');
        assert.match(report, /\| Alone \| Office \| Supply \| not said \| what it needs may be in text that was not/);
        const whole = broken.replace('import "conduits.iacs"\n', '').replace(/^ruleset.*\n/m, '');
        assert.match(out({ 'main.iacs': whole }, 'cut', 'Office'), /^Kept\n {2}Supply/m);
        assert.match(
            out({ 'main.iacs': whole }, 'report', '--format', 'md'),
            /\| Alone \| Office \| Supply \| kept \|/,
        );
    });
});

describe('What a compromised asset reaches', () => {
    it('is not "nothing" where text was not understood', () => {
        const text = out({ 'main.iacs': broken }, 'assume', 'Office');
        assert.match(text, /Nothing beyond its own zone is known to be reached/);
        assert.match(text, /^No function is known to need what is reached\.$/m);
        assert.match(
            text,
            /^Not known:\n {2}2 places of the text were not understood: what is written there is in no/m,
        );
    });

    it('is not "nothing" where a firewall has an interface that no conduit describes, as `paths` says', () => {
        const side = `system Works
zone Office { kind enterprise asset Pc : office-computer }
zone Control { kind control asset Plc : plc }
zone Yard { kind control asset Lamp : plc asset Gate : firewall { serves Office, Control } }
`;
        const text = out({ 'main.iacs': side }, 'assume', 'Office');
        assert.match(
            text,
            /Nothing beyond its own zone is known to be reached: what may lead further is not described\./,
        );
        assert.match(text, /^Not known:\n {2}Yard\.Gate has an interface in/m);
        assert.match(out({ 'main.iacs': side }, 'assume', 'Office', '--format', 'markdown'), /^- Yard\.Gate has an/m);
        assert.match(
            out({ 'main.iacs': side }, 'paths'),
            /declared\. `iacs paths --from X --to Y` asks for a path\.$/m,
        );
        assert.match(
            out({ 'main.iacs': side }, 'paths', '--from', 'Office', '--to', 'Control'),
            /^No path is known from Office to Control/,
        );
        const json = JSON.parse(out({ 'main.iacs': side }, 'assume', 'Office', '--format', 'json')) as {
            models: { notKnown: string[] }[];
        };
        assert.match(json.models[0]!.notKnown[0]!, /^Yard\.Gate has an interface in/);
    });

    it('is nothing where all is described', () => {
        const text = out(
            { 'main.iacs': 'system S\nzone A { asset P : plc }\nzone B { kind enterprise asset Q : plc }\n' },
            'assume',
            'A',
        );
        assert.match(text, /Nothing beyond its own zone is reached: there is nothing to cut\./);
        assert.doesNotMatch(text, /Not known/);
    });
});
