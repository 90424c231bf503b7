import assert from 'node:assert/strict';
import { load } from './support/load.ts';

const plant = `system Plant "Dairy"
zone Dmz "Plant DMZ" { kind dmz asset Mirror : historian }
zone Control {
  kind control
  asset Plc1 : plc
  asset Hmi1 : hmi
@in
  applies Accounts
  flow Hmi1 -> Plc1 : s7comm
}
@top
conduit Link between Control and Dmz {
  owner "Network team"
  via Fw
  asset Fw : firewall { serves Control, Dmz }
}
countermeasure Accounts { meets SR 1.1 }
`;

/**
 * What somebody has typed so far, in a zone or at the top level, and what is said of it: the words that are blamed, and
 * the message.
 */
const cases: readonly (readonly [where: 'in' | 'top', text: string, said: readonly string[]])[] = [
    ['in', '  flow', ['flow | Expected a name after `flow`, but found `applies`.']],
    ['in', '  flow Hmi1', ['Hmi1 | Expected `->`, `<->` or `--`, but found `applies`.']],
    ['in', '  flow Hmi1 ->', ['-> | Expected an asset or a zone after `->`, but found `applies`.']],
    ['in', '  flow Hmi1 -> Control.', ['. | Expected a name after `.`, but found `applies`.']],
    ['in', '  flow Hmi1 -> Plc1', ['Plc1 | Expected `:` and a protocol after the ends of the flow.']],
    ['in', '  flow Hmi1 -> Plc1 :', [': | Expected a protocol after `:`, but found `applies`.']],
    ['in', '  flow Hmi1 -> Plc1 : opc-ua,', [', | Expected a name after `,`, but found `applies`.']],
    ['in', '  flow Hmi1 -> Plc1 : opc-ua { access', ['{ | This block is not closed: a } is missing.']],
    ['in', '  flow Hmi1 Plc1 : opc-ua', ['Plc1 | Expected `->`, `<->` or `--`, but found `Plc1`.']],
    ['in', '  asset', ['asset | Expected a name for the asset, but found `applies`.']],
    ['in', '  asset X', ['X | Expected `:` and an asset type after the name of the asset.']],
    ['in', '  asset X :', [': | Expected an asset type after `:`, but found `applies`.']],
    ['in', '  asset X "Pump', [`"Pump | The string is not closed: add a '"' on the same line.`]],
    ['in', '  asset X : plc {', ['{ | This block is not closed: a } is missing.']],
    [
        'in',
        '  asset X : plc { address 10.1.',
        ['{ | This block is not closed: a } is missing.', '10.1 | 10.1 is not an IPv4, IPv6 or MAC address.'],
    ],
    ['in', '  asset X : plc { criticality }', ['} | Expected a word after `criticality`, but found `}`.']],
    ['in', '  asset X : plc { needs }', ['} | Expected a name after `needs`, but found `}`.']],
    ['in', '  owner', ['owner | Expected a text in double quotes, but found `applies`.']],
    ['in', '  owner "Ops', [`"Ops | The string is not closed: add a '"' on the same line.`]],
    ['in', '  own', ['own | Expected a statement or `}`, but found `own`; did you mean `owner`?']],
    ['in', '  kind: control', [': | A value follows its word without `:`.']],
    ['in', '  kind = control', ['= | A value follows its word without `=`.']],
    ['in', '  SL-T', ['SL-T | Expected a level from 0 to 4, or seven of them in braces, but found `applies`.']],
    ['in', '  SL-T {', ['{ | This block is not closed: a } is missing.']],
    ['in', '  SL-T { RDF', ['{ | This block is not closed: a } is missing.']],
    ['in', '  SL-T 2 {', ['{ | This block is not closed: a } is missing.']],
    ['in', '  SL-T 2 { RDF 3', ['{ | This block is not closed: a } is missing.']],
    ['in', '  meets', ['meets | Expected a requirement such as `SR 1.1` or `FR 2 SL 1`, but found `applies`.']],
    ['in', '  meets SR', ['SR | Expected a number, but found `applies`.']],
    [
        'in',
        '  evidence "x" valid 2',
        ['2 | Expected a unit of time: `hours`, `days`, `weeks`, `months` or `years`, but found `applies`.'],
    ],
    ['top', 'ruleset R {\n  blocks\n}', ['} | Expected an address or `any`, but found `}`.']],
    [
        'top',
        'ruleset R {\n  permits any -> any :\n}',
        ['} | Expected a service such as `tcp 502` or `any`, but found `}`.'],
    ],
    [
        'top',
        'observation O {\n  saw 10.1.1.1 -> 10.1.1.2 : tcp 502\n}',
        [
            '} | Expected how far it got: `tried`, `answered`, `used` or `scanned`, but found `}`; ' +
                'write `saw 10.10.2.20 -> 10.10.2.20 : tcp 80, 443 used`.',
        ],
    ],
    ['in', '  meets SR 1.1,', [', | Expected a requirement such as `SR 1.1` or `FR 2 SL 1`, but found `applies`.']],
    ['in', '  meets SR 1.1 by', ['by | Expected the name of a countermeasure, but found `applies`.']],
    ['in', '  meets SR 1.1 because', ['because | Expected a text in double quotes, but found `applies`.']],
    ['in', '  misses SR 2.8 because "x" due', ['due | Expected a date such as 2027-03-31, but found `applies`.']],
    ['in', '  misses SR 2.8 because "x" due 2027-', ['2027 | Expected a date such as 2027-03-31, but found `2027`.']],
    ['in', '  accept', ['accept | Expected the id of a rule, but found `applies`.']],
    ['in', '  accept zone-x because', ['because | Expected a text in double quotes, but found `applies`.']],
    ['in', '  network 10.0.', ['10.0 | 10.0 is not an IPv4, IPv6 or MAC address.']],
    ['in', '  is', ['is | Expected a word after `is`, but found `applies`.']],
    ['in', '  evidence "a",', [', | Expected a text in double quotes, but found `applies`.']],
    ['top', 'zone', ['zone | Expected a name for the zone, but the file ends here.']],
    ['top', 'zone Foo {', ['{ | This block is not closed: a } is missing.']],
    [
        'top',
        `zone Foo "Plant DMZ {\n  kind dmz\n}`,
        [`"Plant DMZ { | The string is not closed: add a '"' on the same line.`],
    ],
    ['top', `zone Foo 'Line control' {\n  kind control\n}`, ["'Line control' | Write a text in double quotes."]],
    ['top', `zone Foo Bar "x" {\n  kind control\n}`, ['Foo Bar | A name is one word: write Foo-Bar.']],
    ['top', 'conduit X between', ['X | A conduit joins two zones or more: `conduit N between A and B`.']],
    ['top', 'conduit X between Control', ['X | A conduit joins two zones or more: `conduit N between A and B`.']],
    ['top', 'conduit X between Control and', ['X | A conduit joins two zones or more: `conduit N between A and B`.']],
    [
        'top',
        `conduit X between Control and Dmz {\n  via F\n  asset F : firewall { serves Control Dmz }\n}`,
        [' Dmz | The values of a list are separated by commas: write Control, Dmz.'],
    ],
    ['top', 'threat T { from Dmz against }', ['} | Expected a name after `against`, but found `}`.']],
    ['top', 'invariant I { deny path from }', ['} | Expected a name after `from`, but found `}`.']],
    [
        'top',
        `invariant I {\n  deny path from Dmz\n}`,
        ['} | Expected `to`, but found `}`; write `deny path from A to B`.'],
    ],
    ['top', 'countermeasure M { meets SR 1.1 status }', ['} | Expected a word after `status`, but found `}`.']],
    ['top', 'import', ['import | Expected a text in double quotes, but the file ends here.']],
    [
        'top',
        'import "x',
        [
            '"x | An import names a file that ends in .iacs.',
            `"x | The string is not closed: add a '"' on the same line.`,
        ],
    ],
    ['top', 'view V { include }', ['} | Expected a name after `include`, but found `}`.']],
    ['top', 'zon Foo { kind control }', ['zon | Expected a statement, but found `zon`; did you mean `zone`?']],
];

function withText(where: 'in' | 'top', text: string): string {
    return plant.replace(`@${where}`, () => text).replace(/^@(?:in|top)\n/m, '');
}

describe('Half a statement', () => {
    const whole = load(withText('in', ''));
    const problems = new Set(['syntax', 'unresolved', 'invalid-value', 'duplicate-name']);

    for (const [where, text, said] of cases) {
        it(
            `${where === 'in' ? 'in a zone' : 'at the top'}, ${JSON.stringify(text)} has few words said of it, and ` +
                'takes nothing away',
            () => {
                const written = withText(where, text);
                const now = load(written);
                const found = [...now.problems]
                    .sort((a, b) => a.at.start - b.at.start)
                    .map(({ at, message }) => `${written.slice(at.start, at.end)} | ${message}`);
                assert.deepEqual(found, said);
                for (const kind of ['zones', 'conduits', 'assets', 'flows', 'countermeasures'] as const) {
                    const ids = now.model[kind].map(({ id }) => id);
                    assert.deepEqual(
                        whole.model[kind].map(({ id }) => id).filter(id => !ids.includes(id)),
                        [],
                        kind,
                    );
                }
                assert.deepEqual(
                    now.model.zones.find(({ id }) => id === 'Control')?.applies.map(({ id }) => id),
                    ['Accounts'],
                    'the next line is read',
                );
            },
        );
    }

    it('between no zones is a conduit of which no rule says anything', () => {
        const { findings } = load(withText('top', 'conduit X between'));
        const { at } = findings.find(({ message }) => message.startsWith('A conduit joins two zones'))!;
        assert.deepEqual(
            findings.filter(finding => !problems.has(finding.rule) && finding.at.start === at.start),
            [],
        );
    });
});
