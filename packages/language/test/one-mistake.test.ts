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
