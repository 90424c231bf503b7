import assert from 'node:assert/strict';
import { codeActions } from '../src/lsp/code-actions.ts';
import { ask, workspace } from './lsp/ask.ts';
import { load } from './support/load.ts';
import { mended, said } from './support/mended.ts';

const today = '2026-06-01';

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

describe('Words behind a protocol', () => {
    const flow = (rest: string): string =>
        'system S\nzone A { asset P : plc }\nzone B { asset Q : server }\nconduit C between A and B {\n' +
        `  flow B.Q -> A.P : ${rest}\n}\n`;

    it('are one mistake, whether they are ports, a part of its name or a purpose', () => {
        for (const [rest, message, after] of [
            [
                'modbus TCP 502',
                'The ports of a flow are written in its block: `{ port tcp 502 }`.',
                'modbus-tcp { port tcp 502 }',
            ],
            [
                'https TCP 443',
                'The ports of a flow are written in its block: `{ port tcp 443 }`.',
                'https { port tcp 443 }',
            ],
            [
                'https Port 443',
                'The ports of a flow are written in its block: `{ port tcp 443 }`.',
                'https { port tcp 443 }',
            ],
            ['Modbus TCP', 'A protocol is one word: write `modbus-tcp`.', 'modbus-tcp'],
            ['https Web traffic', 'A purpose is written in quotes: write `"Web traffic"`.', 'https "Web traffic"'],
            [
                'https Web traffic of the whole plant { port tcp 443 }',
                'A purpose is written in quotes: write `"Web traffic of the whole plant"`.',
                'https "Web traffic of the whole plant" { port tcp 443 }',
            ],
        ] as const) {
            assert.deepEqual(said(flow(rest)), [message]);
            assert.equal(mended(flow(rest)), flow(after));
        }
    });
});

describe('Words of another language', () => {
    it('are read as what they mean', () => {
        const text =
            'Anlage S "Heat"\nZone A { Gerät P : plc\n  Netz 10.1.0.0/16\n  Eigentümer "x"\n}\n' +
            'zone B { actif Q : server { adresse 10.2.0.1 } }\n' +
            'Leitung K between A and B {\n  Fluss B.Q -> A.P : https\n  flux A.P -> B.Q : ssh\n}\n' +
            'Maßnahme M { status planned }\nBedrohung T {\n  from A\n  against B\n}\n';
        const read = load(mended(text), { today });
        assert.deepEqual(read.problems, []);
        assert.deepEqual(
            [read.model.system?.id, ...read.model.assets, ...read.model.flows].map(each =>
                typeof each === 'string' ? each : (each?.id ?? ''),
            ),
            ['S', 'A.P', 'B.Q', 'B.Q -> A.P : https', 'A.P -> B.Q : ssh'],
        );
    });
});

describe('A comment that is not closed', () => {
    it('is not told again as a brace that is missing, where it holds that brace', () => {
        assert.deepEqual(said('system S\nzone A {\n  asset P : plc /* the first one\n}\n'), [
            'The comment is not closed: add `*/`.',
        ]);
        assert.deepEqual(said('system S\nzone A {\n  asset P : plc /* the first one\n'), [
            'The comment is not closed: add `*/`.',
            'This block is not closed: a } is missing.',
        ]);
    });
});

describe('A flow that is secured by what is not known', () => {
    it('is asked what that is, and not also whether it is secured', () => {
        const by = (what: string): readonly string[] =>
            load(
                'system S\nzone A { SL-T 2 asset P : plc }\nzone B { SL-T 2 asset Q : server }\n' +
                    `conduit C between A and B {\n  flow B.Q -> A.P : opc-ua ${what}\n}\n`,
                { today },
            ).findings.flatMap(({ rule }) => (['unresolved', 'security-mode-unstated'].includes(rule) ? [rule] : []));
        assert.deepEqual(by('{ secured authentication by Nobody }'), ['unresolved']);
        assert.deepEqual(by(''), ['security-mode-unstated']);
    });
});

describe('A conduit of which the head has a mistake', () => {
    const plant = (head: string): string =>
        `system S\nzone A { asset X : plc }\nzone B { asset Y : plc }\nzone C { zone D { asset Z : plc } }\n` +
        `conduit ${head} {\n  flow X -> Y : https\n  flow X -> Z : https\n}\n`;

    it('reads the signs between its zones as they are meant', () => {
        for (const zones of ['A, B and C', 'A, B, C', 'A, B, and C', 'A und B und C']) {
            const text = plant(`K between ${zones}`);
            assert.deepEqual(said(text), [
                'A conduit has a name and joins its zones with `between` and `and`: ' +
                    '`conduit K between A and B and C`.',
            ]);
            const { model } = load(text, { today });
            assert.deepEqual(
                model.flows.map(({ id }) => id),
                ['A.X -> B.Y : https', 'A.X -> C.D.Z : https'],
            );
            assert.equal(mended(text), plant('K between A and B and C'));
        }
    });

    it('does not say of each name in it that it is not known', () => {
        assert.deepEqual(said(plant('K between A and Bee and C')), ['There is no zone Bee here.']);
        assert.deepEqual(said(plant('K between A and B and Cc')), ['There is no zone Cc here; did you mean C?']);
        assert.deepEqual(said(plant('K')), ['A conduit joins two zones or more: `conduit N between A and B`.']);
        assert.equal(said(plant('K A to B')).length, 1);
        assert.equal(said(plant('K between A & B & C')).length, 1);
    });

    it('still says what is nowhere in the model', () => {
        assert.deepEqual(said(plant('K between A and Bee').replace('X -> Z', 'X -> Zz')), [
            'There is no zone Bee here.',
            'There is no asset or zone Zz here; did you mean C.D.Z?',
        ]);
    });
});

describe('A name of two words', () => {
    it('is read as one, so that what mentions it is no second mistake', () => {
        const text = (name: string): string =>
            `system S\nzone A {\n  asset ${name} "SCADA" : scada-server\n  asset P : plc\n  flow Scada1 -> P : https\n}\n`;
        assert.deepEqual(said(text('Scada 1')), ['A name is one word: write Scada1.']);
        assert.equal(mended(text('Scada 1')), text('Scada1'));
        const elsewhere = `${text('Pump 1').replace('Scada1', 'P').replace('-> P', '-> A.P')}`;
        assert.ok(said(elsewhere).includes('A name is one word: write Pump-1.'));
    });
});

describe('A value that cannot be read', () => {
    const rules = (text: string): readonly string[] =>
        workspace(text).view.analyses[0]!.findings.map(({ rule }) => rule);
    const plant = (target: string, threat: string, clause: string): string =>
        `system S { tolerable-risk 3 }\nzone A {\n  kind enterprise\n  asset P : server\n}\n` +
        `zone B {\n  kind control\n  ${target}\n  asset Q : plc\n}\n` +
        `conduit K between A and B { flow P -> Q : https }\n` +
        `threat T "T" {\n  from A\n  against B\n  ${threat}\n  consequence 4\n}\n` +
        `threat U "U" {\n  from A\n  against B\n  likelihood 4\n  consequence 4\n}\ninvariant I {\n  ${clause}\n}\n`;

    it('is not missing as well', () => {
        const lacks = ['zone-without-target', 'sl-t-below-risk', 'risk-not-assessed', 'invariant-vacuous'];
        const found = rules(plant('', '', ''));
        assert.deepEqual(
            lacks.filter(rule => found.includes(rule)),
            lacks,
        );
        for (const [target, clause] of [
            ['SL-T SL2', 'deny A -> B'],
            ['SLT 2', 'forbid path from A to B'],
            ['target 2', 'require path from A to B via A'],
        ] as const) {
            const left = rules(plant(target, 'likelihood high', clause));
            assert.deepEqual(
                lacks.filter(rule => left.includes(rule)),
                [],
                `${target} ${clause}`,
            );
        }
    });
});
