import assert from 'node:assert/strict';
import { renderEdits } from '../src/syntax/index.ts';
import { codeActions } from '../src/lsp/code-actions.ts';
import { ask, workspace } from './lsp/ask.ts';
import { load } from './support/load.ts';

const today = '2026-06-01';

function said(text: string): readonly string[] {
    return load(text, { today }).problems.map(({ message }) => message);
}

/** The text after the first fix of every mistake that has one. */
function mended(text: string): string {
    let now = text;
    for (let round = 0; round < 60; round++) {
        const fix = load(now, { today }).problems.find(problem => problem.fixes.length > 0)?.fixes[0];
        if (!fix) return now;
        const edits = renderEdits(fix.edits, () => now);
        now = edits.toReversed().reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), now);
    }
    return now;
}

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
    ['applies M1 and M2', 'The values of a list are separated by commas: write M1, M2.', 'applies M1, M2'],
];

describe('What is written on the first day', () => {
    for (const [written, message, after] of lines)
        it(`${written}: one message, and a fix that leaves what was meant`, () => {
            assert.deepEqual(said(zone(written)), [message]);
            assert.equal(lineOf(mended(zone(written))), after);
            assert.deepEqual(said(mended(zone(written))), []);
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

describe('Rows that were pasted from a table', () => {
    const zoneWith = (rows: string): string => `system S\nzone A {\n  asset P : plc\n${rows}  asset Q : plc\n}\n`;

    it('are one mistake with a way to read them, whatever is between their cells', () => {
        for (const rows of [
            '  PLC-101\tBoiler PLC\t10.10.0.51\tSiemens\tS7-1500\n  PLC-102\tFeed pump\t10.10.0.52\tX\tY\n',
            'Name;Type;IP\nPLC-101;PLC;10.10.0.51\nPLC-102;PLC;10.10.0.52\n',
            'Name;Type;IP\r\nPLC-101;PLC;10.10.0.51\r\nPLC-102;PLC;10.10.0.52\r\n',
        ]) {
            const { problems, model } = load(zoneWith(rows), { today });
            assert.deepEqual(
                problems.map(({ message, fixes }) => [message, fixes.length]),
                [
                    [
                        'This is a row of a table. Save the table as a file and read it with `iacs import assets FILE`, or ' +
                            'write a statement for each row: `asset N : plc`.',
                        0,
                    ],
                ],
            );
            assert.deepEqual(
                model.assets.map(({ id }) => id),
                ['A.P', 'A.Q'],
            );
        }
    });

    it('are not taken for statements with semicolons behind them', () => {
        assert.deepEqual(said('system S\nzone A {\n  kind control; purdue 2; SL-T 1;\n}\n'), [
            'A statement ends without `;`.',
            'A statement ends without `;`.',
            'A statement ends without `;`.',
        ]);
    });
});

describe('A title in French marks', () => {
    it('loses the blanks inside of them', () => {
        assert.equal(mended('system S «\u00a0Usine\u00a0»\n'), 'system S "Usine"\n');
    });
});

describe('A name of a file that is not imported', () => {
    const files = (main: string): string =>
        `//- main.iacs\n${main}\n//- stations.iacs\nzone Stations {\n  zone Hospital { asset Rtu1 : rtu }\n}\n`;
    const titles = (main: string): readonly (readonly [string, string | undefined])[] => {
        const opened = workspace(files(main));
        const at = opened.view.lines.positionAt(opened.offset);
        return ask(codeActions, opened, {
            range: { start: at, end: at },
            context: { diagnostics: [], only: ['quickfix'] },
        }).flatMap(({ title, edit, isPreferred }) =>
            title.startsWith('Add import') && isPreferred
                ? [[title, edit?.changes?.[opened.view.uri]?.[0]?.newText] as const]
                : [],
        );
    };

    it('has the import as its fix', () => {
        const added = 'import "stations.iacs"\n\n';
        for (const name of ['Stations', 'Stations.Hospital', 'Stations.Hospital.Rtu1'])
            assert.deepEqual(titles(`system S\nzone A { asset P : plc }\nthreat T { from A against <|>${name} }\n`), [
                ['Add import "stations.iacs"', added],
            ]);
        assert.deepEqual(titles('import "stations.iacs"\nsystem S\nthreat T { against <|>Stations }\n'), []);
        assert.deepEqual(titles('system S\nthreat T { against <|>Station }\n'), []);
    });
});

describe('A brace that was deleted', () => {
    const text = `system S
zone A "First" {
  owner "x"
  asset P : plc {
    address 10.0.0.1
    is essential
  }
  applies M
}
countermeasure M
`;

    it('at the beginning of a block is one mistake, in whichever block', () => {
        for (const [head, mark] of [
            ['zone A "First" {', '2:8'],
            ['asset P : plc {', '4:13'],
        ] as const) {
            const broken = text.replace(head, head.slice(0, -2));
            const { problems } = load(broken, { today });
            assert.deepEqual(
                problems.map(({ message, at }) => {
                    const lines = broken.slice(0, at.start).split('\n');
                    return `${lines.length}:${lines.at(-1)!.length + 1} ${message}`;
                }),
                [`${mark} This block has no beginning: a { is missing.`],
            );
            assert.equal(mended(broken), text);
        }
    });

    it('at no place that the columns show is told as before', () => {
        assert.deepEqual(said(`${text}}\n`), ['This `}` has no matching `{`.']);
    });
});

describe('A rename that was done in one place', () => {
    const text = `system S
zone Stations {
  zone Hospital { asset RtuHospital : rtu asset Meter1 : meter flow Rtu1 -> Meter1 : mbus }
  zone School { asset Rtu2 : rtu }
  zone Dmz { asset Mirror : historian }
}
zone Centre { asset Fep : front-end-processor }
conduit K between Stations and Centre {
  flow Centre.Fep -> Stations.Hospital.Rtu1 : iec60870-5-104
  flow Centre.Fep -> Stations.Dmz.HistMirror : opc-ua
}
`;

    it('never leads to another numbered thing by itself, nor to the zone around it', () => {
        const { problems } = load(text, { today });
        assert.deepEqual(
            problems.map(({ message, fixes }) => [message, fixes.map(({ preferred }) => preferred)]),
            [
                ['There is no asset or zone Rtu1 here; did you mean Stations.School.Rtu2?', [false]],
                ['There is no asset or zone Stations.Hospital.Rtu1 here; did you mean Stations.School.Rtu2?', [false]],
                ['There is no asset or zone Stations.Dmz.HistMirror here; did you mean Stations.Dmz.Mirror?', [true]],
            ],
        );
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
