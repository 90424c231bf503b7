import assert from 'node:assert/strict';
import { codeActions } from '../src/lsp/code-actions.ts';
import { ask, workspace } from './lsp/ask.ts';
import { load } from './support/load.ts';
import { mended, said } from './support/mended.ts';

const today = '2026-06-01';

const zone = (line: string): string =>
    `system S\nzone A {\n  asset X : plc\n  asset Y : plc\n  ${line}\n}\ncountermeasure M1\ncountermeasure M2\n`;
const lineOf = (text: string): string => text.split('\n')[4]!.trim();

/** What people write in a zone: the one message about it, and the line that its fixes leave. */
const lines: readonly (readonly [written: string, message: string, mended: string])[] = [
    [
        'asset His "H" : application server',
        'An asset type is one word: write `application-server`.',
        'asset His "H" : application-server',
    ],
    [
        'asset Gw : iot gateway { address 10.0.0.1 }',
        'An asset type is one word: write `iot-gateway`.',
        'asset Gw : iot-gateway { address 10.0.0.1 }',
    ],
    ['flow X -> Y : opc ua', 'A protocol is one word: write `opc-ua`.', 'flow X -> Y : opc-ua'],
    [
        'flow X -> Y : opc da "Tags" { access read }',
        'A protocol is one word: write `opc-da`.',
        'flow X -> Y : opc-classic "Tags" { access read }',
    ],
    [
        'flow X -> Y : https, modbus tcp',
        'A protocol is one word: write `modbus-tcp`.',
        'flow X -> Y : https, modbus-tcp',
    ],
    [
        'flow X -> Y : https port 443',
        'The ports of a flow are written in its block: `{ port tcp 443 }`.',
        'flow X -> Y : https { port tcp 443 }',
    ],
    [
        'flow X -> Y : https tcp 443',
        'The ports of a flow are written in its block: `{ port tcp 443 }`.',
        'flow X -> Y : https { port tcp 443 }',
    ],
    [
        'owner Technical services',
        'Expected a text in double quotes, but found `Technical`.',
        'owner "Technical services"',
    ],
    [
        'window Yearly stop 2027-04-10 to 2027-04-14',
        'Expected a text in double quotes, but found `Yearly`; write `window "title" 2027-03-31 to 2027-03-31`.',
        'window "Yearly stop" 2027-04-10 to 2027-04-14',
    ],
    [
        'asset Z : plc { vendor Glatt criticality high }',
        'Expected a text in double quotes, but found `Glatt`.',
        'asset Z : plc { vendor "Glatt" criticality high }',
    ],
    [
        'asset Z : plc { version 2.9 }',
        'Expected a text in double quotes, but found `2.9`.',
        'asset Z : plc { version "2.9" }',
    ],
    [
        'misses SR 1.1 because reviewed each year due 2027-01-01',
        'Expected a text in double quotes, but found `reviewed`.',
        'misses SR 1.1 because "reviewed each year" due 2027-01-01',
    ],
    [
        'SL-T (2,2,2,1,2,1,2)',
        'Levels are written in braces, with blanks between them: `{2 2 2 1 2 1 2}`.',
        'SL-T {2 2 2 1 2 1 2}',
    ],
    [
        'SL-T 2 (RDF 3, IAC 1) because "Baseline"',
        'Other levels for some requirements are written in braces: `2 { RDF 3 IAC 1 }`.',
        'SL-T 2 { RDF 3 IAC 1 } because "Baseline"',
    ],
    [
        'misses SR 1.1 "Shared login"',
        'A reason follows `because`: write `because "Shared login"`.',
        'misses SR 1.1 because "Shared login"',
    ],
    [
        'meets SR 1.1 RE2 because "x"',
        'Expected a statement or `}`, but found `RE2`; write a space after RE.',
        'meets SR 1.1 RE 2 because "x"',
    ],
    ['applies M1 and M2', 'The values of a list are separated by commas: write M1, M2.', 'applies M1, M2'],
];

describe('What is written on the first day', () => {
    for (const [written, message, after] of lines)
        it(`${written}: one message, and a fix that leaves what was meant`, () => {
            assert.deepEqual(said(zone(written)), [message]);
            assert.equal(lineOf(mended(zone(written))), after);
            assert.deepEqual(said(mended(zone(written))), []);
        });

    it('a window without a title: its days are not taken for one', () => {
        const text = zone('window 2027-04-10 to 2027-04-14');
        assert.equal(said(text).length, 1);
        assert.equal(mended(text), text);
    });

    it('conduits whose zones have a stroke between them, or whose carrier is in the head', () => {
        const text = (head: string): string =>
            `system S\nzone Z1 { asset P : plc }\nzone Z2 { asset Q : plc }\nzone Net\n${head}\n  flow Z1.P -> Z2.Q : https\n}\n`;
        for (const [head, message, after] of [
            [
                'conduit K1 Z1-Z2 {',
                'A conduit has a name and joins its zones with `between` and `and`: `conduit K1 between Z1 and Z2`.',
                'conduit K1 between Z1 and Z2 {',
            ],
            [
                'conduit K1 between Z1 and Z2 over Net {',
                'The carriers of a conduit are written in its block: `{ over Net }`.',
                'conduit K1 between Z1 and Z2 {\n  over Net',
            ],
        ] as const) {
            assert.deepEqual(said(text(head)), [message]);
            assert.equal(mended(text(head)), text(after));
            assert.deepEqual(said(mended(text(head))), []);
        }
    });

    it('an address behind a type is no part of its name', () => {
        for (const line of ['asset Z : PLC at 10.0.0.1', 'asset Z : plc (10.0.0.2)', 'asset Z : plc ip 10.0.0.3']) {
            assert.ok(
                said(zone(line)).every(message => !message.includes('is one word')),
                line,
            );
            assert.ok(!mended(zone(line)).includes('-10'), line);
        }
    });

    it('a purpose without quotes is no part of a protocol', () => {
        const [first = ''] = said(zone('flow X -> Y : https Copies of all tags'));
        assert.ok(!first.includes('is one word'), first);
    });

    it('a statement of another block says what is written here', () => {
        assert.deepEqual(said(zone('address 10.0.0.0/24')), [
            '`address` has no meaning in a zone; it belongs in an asset. Write `network` for the addresses of a zone.',
        ]);
    });

    it('words of other methods for what is declared are read as what is meant, with their whole block', () => {
        const text =
            'project S "Heat"\nsegment A { asset P : plc }\nsubzone B { asset Q : plc }\n' +
            'link K between A and B { flow A.P -> B.Q : https }\nmeasure M { status planned }\n' +
            'risk T "Sabotage" {\n  from A\n  against B\n  probability 3\n  severity 4\n  mitigated by M to likelihood 1\n}\n' +
            'rule I { deny path from B to A }\nview V { show A, B }\n';
        assert.deepEqual(said(text), [
            'Expected a statement, but found `project`; did you mean `system`?',
            'Expected a statement, but found `segment`; did you mean `zone`?',
            'Expected a statement, but found `subzone`; did you mean `zone`?',
            'Expected a statement, but found `link`; did you mean `conduit`?',
            'Expected a statement, but found `measure`; did you mean `countermeasure`?',
            'Expected a statement, but found `risk`; did you mean `threat`?',
            'Expected a statement, but found `rule`; did you mean `invariant`?',
            'Expected a statement or `}`, but found `probability`; write `likelihood`.',
            'Expected a statement or `}`, but found `severity`; write `consequence`.',
            'Expected a statement or `}`, but found `show`; write `include`.',
        ]);
        assert.deepEqual(said(mended(text)), []);
    });

    it('a declaration in capitals, or by another word, with a title alone is read', () => {
        const text = 'project "Heat"\nZone "Office IT" {\n  Asset "Dispatch PC" : office-computer\n}\n';
        assert.deepEqual(said(text), [
            'Expected a statement, but found `project`; did you mean `system`?',
            'Expected a statement, but found `Zone`; did you mean `zone`?',
            'Expected a statement or `}`, but found `Asset`; did you mean `asset`?',
        ]);
        assert.equal(
            mended(text),
            'system Heat "Heat"\nzone Office-IT "Office IT" {\n  asset Dispatch-PC "Dispatch PC" : office-computer\n}\n',
        );
    });

    it('a word that has nothing to do with an import is not called one', () => {
        const text = 'system S\nzone A {\n  impact high\n  asset P : plc\n}\n';
        assert.ok(said(text).every(message => !message.includes('import')));
        assert.equal(mended(text), text);
    });

    it('places of a word are listed as far as they help', () => {
        assert.deepEqual(said('system S\naccept zone-without-owner because "x" until 2027-01-01\n'), [
            '`accept` has no meaning at the top of a file; it belongs in a system, in a zone, in a within, in a ' +
                'conduit or in others.',
        ]);
    });
});

describe('A long list of assets from another tool', () => {
    it('has what the library calls otherwise named to its end', () => {
        const words = [
            'nvr',
            'cctv',
            'notebook',
            'agv',
            'ews',
            'wsus',
            'fire-alarm',
            'PLC',
            'wlan-ap',
            'historian-server',
        ];
        const assets = Array.from({ length: 60 }, (_, at) => `  asset A${at} : ${words[at % words.length]}\n`).join('');
        const { problems } = load(`system S\nzone A {\n${assets}}\n`, { today });
        assert.equal(problems.length, 60);
        for (const { message, fixes } of problems) {
            assert.match(message, /did you mean/);
            assert.equal(fixes.length, 1);
        }
    });

    it('says of one protocol the same at each place', () => {
        const flows = Array.from({ length: 40 }, (_, at) => `  flow P${at} -> Q : bacnet\n`).join('');
        const assets = Array.from({ length: 40 }, (_, at) => `  asset P${at} : plc\n`).join('');
        const text = `system S\nzone A {\n  asset Q : plc\n${assets}${flows}}\n`;
        assert.deepEqual(
            [...new Set(said(text))],
            ['There is no protocol bacnet; did you mean bacnet-ip or bacnet-mstp or bacnet-sc?'],
        );
    });
});

describe('A file that belongs to no model yet', () => {
    it('has the fixes of its mistakes', () => {
        const opened = workspace('Zone<|> Office {\n  asset Pc : server;\n}\n');
        const fixes = ask(codeActions, opened, {
            range: { start: { line: 0, character: 0 }, end: { line: 1, character: 30 } },
            context: { diagnostics: [], only: ['quickfix'] },
        });
        assert.deepEqual(
            fixes.map(({ title, edit }) => [title, edit?.changes?.[opened.view.uri]?.[0]?.newText]),
            [
                ['Remove it', ''],
                ['Write zone', 'zone'],
            ],
        );
    });
});
