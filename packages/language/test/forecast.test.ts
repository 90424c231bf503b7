import assert from 'node:assert/strict';
import { defaultMatrixReading } from '../src/assessment/index.ts';
import { understand } from '../src/analysis.ts';
import { parse } from '../src/syntax/index.ts';
import { forecastJson, forecastOf, forecastText } from '../src/views/forecast/index.ts';
import { memorySource } from './support/load.ts';

function forecast(text: string, from = '2026-11-29', until = '2027-11-29') {
    const root = 'file:///plant/main.iacs';
    const { model, problems } = understand(parse(root, text), memorySource(new Map([[root, text]])));
    assert.deepEqual(problems, []);
    return forecastOf({ whole: model, from, until, matrix: defaultMatrixReading });
}

function linesOf(text: string): readonly string[] {
    return forecastText(forecast(text)).trimEnd().split('\n').slice(2);
}

describe('What a forecast follows up', () => {
    it('has the level on the day from which a document to come counts, not on the next day of something else', () => {
        assert.deepEqual(
            linesOf(`
system Shop
zone Cell {
  SL-T 1
  asset Plc : plc
  meets FR 6 SL 1 because "assessor" evidence "cell.pdf" dated 2026-12-24 valid 3 months
}
countermeasure Later { meets SR 7.3 status planned due 2027-08-15 }
`),
            [
                '2026-12-23  evidence-begins   cell.pdf, dated 2026-12-24, counts from this day on (Cell)',
                '2026-12-23  level             SL-A of Cell: TRE 0 → 1',
                '2027-03-24  evidence-expires  cell.pdf is good until this day (Cell)',
                '2027-03-25  level             SL-A of Cell: TRE 1 → 0',
                '2027-08-15  due               Later is due',
            ],
        );
    });

    it('says what stays if the plan is done, where it falls without, also on one day', () => {
        const text = (due: string, meets: string): string => `
system Shop { tolerable-risk 6 }
zone Cell {
  SL-T 1
  asset Plc : plc
  applies Logs, Backup, Next
}
countermeasure Logs { meets FR 6 SL 1 status verified evidence "a.pdf" dated 2026-06-30 until 2027-02-28 }
countermeasure Backup { meets FR 7 SL 1 status verified evidence "b.pdf" dated 2026-06-30 until 2027-02-28 }
countermeasure Next { ${meets} status planned due ${due} }
threat Stop { against Cell likelihood 4 consequence 3
  mitigated by Logs to likelihood 2
  mitigated by Next to likelihood 2 }
`;
        const fall = [
            '2027-02-28  evidence-expires  a.pdf is good until this day (Logs)',
            '2027-02-28  evidence-expires  b.pdf is good until this day (Backup)',
            '2027-03-01  due               Next is due',
            '2027-03-01  level             SL-A of Cell: TRE 1 → 0, RA 1 → 0',
        ];
        assert.deepEqual(linesOf(text('2027-03-01', 'meets FR 6 SL 1')), [
            ...fall,
            '2027-03-01  level-if-done     SL-A of Cell, if what is planned is done: TRE stays 1, RA 1 → 0',
            '2027-03-01  risk              risk of Stop: 6 → 12, above the tolerable 6',
            '2027-03-01  risk-if-done      risk of Stop, if what is planned is done: stays 6, tolerable',
        ]);
        assert.deepEqual(
            forecastJson(forecast(text('2027-03-01', 'meets FR 6 SL 1, FR 7 SL 1'))).events.find(
                ({ kind }) => kind === 'level-if-done',
            )!.levels,
            [
                { what: 'SL-A', fr: 'TRE', before: 1, after: 1 },
                { what: 'SL-A', fr: 'RA', before: 1, after: 1 },
            ],
        );
        assert.deepEqual(linesOf(text('2027-03-01', 'meets FR 1 SL 1')).slice(0, 5), [
            ...fall,
            '2027-03-01  level-if-done     SL-A of Cell, if what is planned is done: IAC 0 → 1, TRE 1 → 0, RA 1 → 0',
        ]);
    });

    const office = `
system Works { tolerable-risk 6 }
zone Office { kind enterprise asset Pc : office-computer }
zone Control { kind control asset Plc : plc applies Accounts, Limiter }
conduit Orders between Office and Control { flow Office.Pc -> Control.Plc : https }
countermeasure Accounts { status verified evidence "accounts.pdf" dated 2026-04-01 valid 12 months }
countermeasure Limiter { status planned due 2027-06-30 }
threat Stop { from Office against Control.Plc likelihood 4 consequence 3
  mitigated by Accounts to likelihood 2
  mitigated by Limiter to consequence 1 }
threat Bare { from Office against Control.Plc likelihood 4 consequence 3 }
`;

    it('has the risk that rises when what shows a countermeasure expires, and the one that a plan would lower', () => {
        assert.deepEqual(linesOf(office), [
            '2027-04-01  evidence-expires  accounts.pdf is good until this day (Accounts)',
            '2027-04-02  risk              risk of Stop: 6 → 12, above the tolerable 6',
            '2027-06-30  due               Limiter is due',
            '2027-06-30  risk-if-done      risk of Stop, if what is planned is done: 12 → 4, tolerable',
        ]);
        const { events } = forecastJson(forecast(office));
        assert.deepEqual(
            events.map(({ risk }) => risk).filter(risk => risk !== null),
            [
                { before: '6', after: '12', tolerable: '6', above: true },
                { before: '12', after: '4', tolerable: '6', above: false },
            ],
        );
    });

    it('says bands as bands, and nothing of what is tolerable where nobody said it', () => {
        const bands = office.replace(
            'tolerable-risk 6',
            'matrix { likelihood 4 consequence 3 bands "low", "high" row "low", "low", "low", "high" ' +
                'row "low", "low", "high", "high" row "low", "low", "high", "high" }',
        );
        assert.ok(linesOf(bands).includes('2027-04-02  risk              risk of Stop: low → high'));
    });

    it('has a risk that changes because its path comes or goes', () => {
        const found = linesOf(
            office
                .replace('zone Office {', 'zone Yard { kind enterprise asset Hut : office-computer }\nzone Office {')
                .replace(
                    'from Office against Control.Plc likelihood 4',
                    'from Yard, Office against Control.Plc likelihood 4',
                )
                .replace('applies Accounts, Limiter', '')
                .replace('flow Office.Pc ->', 'applies Accounts, Limiter\n  flow Office.Pc ->')
                .concat(
                    'conduit Side between Yard and Control { planned for 2027-01-10 ',
                    'flow Yard.Hut -> Control.Plc : https }',
                ),
        );
        assert.ok(
            found.includes('2027-01-10  risk              risk of Stop: 6 → 12, above the tolerable 6'),
            found.join('\n'),
        );
    });

    it('has the day on which an invariant breaks, and the one on which it does no more', () => {
        assert.deepEqual(
            linesOf(`
system Works
zone Office { kind enterprise asset Pc : office-computer }
zone Control { kind control asset Plc : plc }
conduit Orders between Office and Control {
  flow Office.Pc -> Control.Plc : https { retired on 2027-05-01 }
}
invariant Apart {
  deny path from Office to Control
  except flow Office.Pc -> Control.Plc because "until the new line" until 2027-02-28
}
`),
            [
                '2027-02-28  exception-expires  the exception of Office.Pc -> Control.Plc ends (Apart)',
                '2027-03-01  invariant          invariant Apart is broken: Office.Pc → Control.Plc',
                '2027-05-01  retired            flow Office.Pc -> Control.Plc is retired (Orders)',
                '2027-05-01  invariant          invariant Apart is no longer broken',
            ],
        );
    });

    it('says nothing of documents whose time cannot be read', () => {
        const root = 'file:///plant/main.iacs';
        const text = `system Shop { evidence-valid 12 months }
zone Cell { SL-T 1 asset Plc : plc
  meets FR 6 SL 1 because "x" evidence "a.pdf" dated 2026-12-24 valid 0 months
  meets FR 7 SL 1 because "x" evidence "b.pdf" dated 2026-02-30
  meets FR 5 SL 1 because "x" evidence "c.pdf" dated 2026-03-01 until 2027-13-01
}
countermeasure M { status implemented evidence "d.pdf" dated 2026-12-24 valid 1.5 years }
`;
        const { model } = understand(parse(root, text), memorySource(new Map([[root, text]])));
        const input = { whole: model, from: '2026-11-29', until: '2028-11-29', matrix: defaultMatrixReading };
        assert.deepEqual(forecastOf(input).events, []);
    });
});
