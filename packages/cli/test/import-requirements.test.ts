import assert from 'node:assert/strict';
import type { Analysis } from 'iacs-language';
import { analyse, formatText, parse } from 'iacs-language';
import type { RequirementsAnswer } from '../src/import/requirements/import-requirements.ts';
import { importRequirements } from '../src/import/requirements/import-requirements.ts';
import { noModel, statesWithout } from '../src/import/requirements/known-subjects.ts';
import type { SheetReading } from '../src/import/requirements/requirement-entries.ts';
import { iacs, withFiles } from './support/iacs.ts';
import { data, workbook } from './support/workbooks.ts';

const plant = `system S {}
zone Plant "Plant" {
  SL-T 2
  meets SR 7.3 because "Nightly"
  zone Control "Basic control (L1)" {
    asset P "Basic controller" : own-plc { misses SR 2.8 because "no log" }
    applies Accounts
    misses SR 2.8 because "no audit"
  }
  zone Ops { asset H : hmi { address 10.0.0.9 } }
}
type own-plc "Own PLC" : plc
conduit Link between Plant.Control and Plant.Ops
countermeasure Accounts "Named accounts" { meets SR 1.1, SR 1.3 status implemented }
countermeasure Mfa "Multi-factor at the jump host" { status planned }
countermeasure Silent { meets SR 1.4 }
`;

/** The model, with a part that an import wrote behind it. */
function model(part = ''): Analysis {
    const source = { parse: () => undefined, resolve: () => null };
    return analyse(parse('file:///main.iacs', plant + part), source, { today: '2026-11-28' });
}

interface Given {
    readonly existing?: string;
    readonly reading?: Partial<SheetReading>;
    readonly alone?: boolean;
}

function run(content: string | Uint8Array, { existing, reading = {}, alone = false }: Given = {}): RequirementsAnswer {
    return importRequirements({
        name: 'sheet',
        bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
        sheet: null,
        columns: new Map(),
        known: alone ? noModel : statesWithout(model(), null),
        existing: existing ?? null,
        reading: { zone: 'Control', component: null, days: null, words: new Map(), ...reading },
    });
}

function statements(answer: RequirementsAnswer): readonly string[] {
    return answer.text
        .split('\n')
        .filter(line => line.trim() !== '' && !line.trim().startsWith('//'))
        .map(line => line.trim());
}

function withoutMarks({ text }: Pick<RequirementsAnswer, 'text'>): string {
    return text.replace(/^ *\/\/ iacs import .*\n/gmu, '');
}

function messages(answer: RequirementsAnswer): readonly string[] {
    return answer.notices.map(({ row, message }) => `${row}: ${message}`);
}

describe('A sheet of requirements', () => {
    it('keeps what a row says that has no status', () => {
        const sheet =
            'SR,Status,Gap,Due,Evidence\nSR 2.9,,Ask the vendor,,\nSR 2.10,not assessed,,2027-01-01,\n' +
            'SR 2.11,,,,log.md\nSR 2.12,,-,,\nCR 1.1,,For the panel,,\n';
        const answer = run(sheet);
        assert.deepEqual(statements(answer), []);
        for (const row of ['SR 2.9; Gap: Ask the vendor', 'SR 2.11; Evidence: log.md', 'CR 1.1; Gap: For the panel'])
            assert.ok(answer.text.includes(`// SR: ${row}\n`), row);
        assert.match(answer.text, /\/\/ SR: SR 2\.10; Status: not assessed; Due: 2027-01-01\n/);
        assert.doesNotMatch(answer.text, /SR 2\.12/);
        assert.equal(answer.rows.unsaid, 5);
        assert.deepEqual(
            answer.notices.map(({ row, message }) => `${row} ${message}`),
            ['Gap', 'Due', 'Evidence', 'Gap'].map(
                (head, at) =>
                    `${[2, 3, 4, 6][at]} "${['SR 2.9', 'SR 2.10', 'SR 2.11', 'CR 1.1'][at]}" is not assessed, but ` +
                    `${head} has a text; the row is kept as a comment.`,
            ),
        );
        assert.equal(run(sheet, { existing: answer.text }).text, answer.text, 'a second import changes nothing');
    });

    it('becomes statements within its zone', () => {
        const answer = run(
            'SR;Titel;Erfüllt?;Lücke;Nachweis;Maßnahme;Fällig\n' +
                'FR 1 - Identification;;;;;;\n' +
                'SR_1.2;Devices;erfüllt;;pol/a.md;;\n' +
                'RE(1);Unique;ja (Audit 2026);;;;\n' +
                'SR 1.1 RE 2;MFA;geplant;;;Multi-factor at the jump host;31.03.2027\n' +
                'SR1.10;Feedback;nicht erfüllt;Password shown;;;\n' +
                'SR 1.5;;entfällt;No users;;;\n' +
                'SR 1.7;;kompensiert;The PLC cannot;;Named accounts;\n' +
                'SR 1.6;;teilweise;Only servers;;;\n' +
                'SR 1.9;;in Umsetzung;;;New PKI;31.05.2027\n' +
                'SR 1.8;;nicht bewertet;;;;\n',
        );
        assert.deepEqual(statements(answer), [
            'within Plant.Control {',
            'meets SR 1.2 evidence "pol/a.md"',
            'meets SR 1.2 RE 1 because "Erfüllt?: ja (Audit 2026)"',
            'meets SR 1.1 RE 2 by Mfa due 2027-03-31',
            'misses SR 1.10 because "Password shown"',
            'excludes SR 1.5 because "No users"',
            'compensates SR 1.7 by Accounts because "The PLC cannot"',
            'misses SR 1.6 because "Only servers; Erfüllt?: teilweise"',
            'meets SR 1.9 by NewPKI due 2027-05-31',
            '}',
            'countermeasure NewPKI "New PKI" {',
            'status planned',
            '}',
        ]);
        assert.deepEqual(messages(answer), []);
        assert.deepEqual([answer.added, answer.rows.unsaid], [8, 1]);
        assert.equal(answer.text, formatText(answer.text));
        assert.deepEqual(model(answer.text).problems, []);
    });

    it('is understood by the model, with the states that the assessor gave', () => {
        const answer = run(
            'SR,Status,Measure,Due\nSR 1.9,planned,New PKI,2027-05-31\nSR 1.5,not met,,\nSR 3.4,met,,\n',
        );
        const { assessment, problems } = model(answer.text);
        assert.deepEqual(problems, []);
        const said = assessment.of('Plant.Control')!.requirements;
        assert.deepEqual(
            ['SR 1.9', 'SR 1.5', 'SR 3.4'].map(id => said.find(each => each.id === id)!.state),
            ['planned', 'missed', 'met'],
        );
    });

    it('never overwrites what the model says', () => {
        const answer = run(
            'SR,Status,Measure\nSR 1.1,met,\nSR 1.3,no,\nSR 2.8,met,\nSR 7.3,missed,\nFR 7 SL 1,met,\n' +
                'SR 1.1 RE 2,met,Mfa\nSR 1.12,planned,Accounts\nSR 1.4,met,Silent\n',
        );
        assert.deepEqual(statements(answer), [
            'within Plant.Control {',
            'meets FR 7 SL 1',
            'meets SR 1.4 by Silent',
            '}',
        ]);
        assert.deepEqual(messages(answer), [
            '3: SR 1.3 of Plant.Control is missed in the sheet and met by Accounts in the model. The row is not ' +
                'written; correct one of the two.',
            '4: SR 2.8 of Plant.Control is met in the sheet and missed in the model. The row is not written; correct ' +
                'one of the two.',
            '5: SR 7.3 of Plant.Control is missed in the sheet and met in the model, inherited from Plant. The row is ' +
                'not written; correct one of the two.',
            '7: SR 1.1 RE 2 of Plant.Control is met in the sheet by Mfa, planned in the model. The row is ' +
                'not written; ' +
                'correct one of the two.',
            '8: SR 1.12 of Plant.Control is planned in the sheet by Accounts, which works in the model. The ' +
                'row is not ' +
                'written; correct one of the two.',
            '9: SR 1.4 of Plant.Control depends on Silent, which has no status in the model, so it does not count.',
        ]);
        assert.deepEqual([answer.rows.matched, answer.rows.contradicted], [1, 5]);
    });

    it('loses no row that is not a statement', () => {
        const answer = run(
            'SR,Status,Remark\nSR 1.9,met,\n1.1,met,last digit gone\nCR 2.1,met,\nFR 3,met,\nSR 9.9,met,\n' +
                'SR 2.1,na ja,x\nSR 1.2,met,\nSR 1.2,not met,again\n',
        );
        assert.deepEqual(statements(answer), [
            'within Plant.Control {',
            'meets SR 1.9',
            'misses SR 1.2 because "again"',
            '}',
        ]);
        assert.deepEqual(
            answer.text.split('\n').filter(line => line.startsWith('// SR: ')),
            [
                '// SR: 1.1; Status: met; Remark: last digit gone',
                '// SR: CR 2.1; Status: met',
                '// SR: FR 3; Status: met',
                '// SR: SR 9.9; Status: met',
                '// SR: SR 2.1; Status: na ja; Remark: x',
                '// SR: SR 1.2; Status: met',
            ],
        );
        assert.equal(answer.notices.length, 6);
    });

    it('takes what is missed, in whichever row it stands', () => {
        const answer = run('SR,Status\nSR 1.2,met\nSR 1.2,not met\nSR 1.9,no\nSR 1.9,yes\nSR 2.1,met\nSR 2.1,met\n');
        assert.deepEqual(statements(answer), [
            'within Plant.Control {',
            'misses SR 1.2',
            'misses SR 1.9',
            'meets SR 2.1',
            '}',
        ]);
        assert.deepEqual(messages(answer), [
            '3: SR 1.2 of Plant.Control is in the sheet twice, as misses where the first one says meets; what is missed ' +
                'is taken.',
            '5: SR 1.9 of Plant.Control is in the sheet twice, as meets where the first one says misses; the first one ' +
                'is taken.',
        ]);
    });

    it('reads lists and ranges of numbers whole', () => {
        const answer = run('SR,Status\n"SR 3.1, 3.2 and 3.3",met\nSR 5.1 - 5.3,met\n"SR 2.1 RE 1, 2.2",no\n');
        assert.deepEqual(statements(answer).slice(1, -1), [
            ...['3.1', '3.2', '3.3', '5.1', '5.2', '5.3'].map(number => `meets SR ${number}`),
            'misses SR 2.1 RE 1',
            'misses SR 2.2',
        ]);
        const bare = run('SR,Status\n"3.1 – 3.3",met\n"5.1/5.2 Segmentation",no\n');
        assert.deepEqual(statements(bare).slice(1, -1), [
            ...['3.1', '3.2', '3.3'].map(number => `meets SR ${number}`),
            'misses SR 5.1',
            'misses SR 5.2',
        ]);
    });

    it('reports a day that may be two', () => {
        const sheet = (more: string): string => `SR,Status,Due\nSR 1.9,no,03/04/2027\n${more}`;
        assert.deepEqual(statements(run(sheet('')))[1], 'misses SR 1.9 because "Due: 03/04/2027"');
        assert.deepEqual(messages(run(sheet(''))), [
            '2: Due "03/04/2027" may be 2027-04-03 or 2027-03-04; it is kept as text. --days day-first or --days ' +
                'month-first says which.',
        ]);
        assert.equal(statements(run(sheet('SR 1.2,no,31/05/2027\n')))[1], 'misses SR 1.9 due 2027-04-03');
        assert.deepEqual(messages(run(sheet('SR 1.2,no,05/31/2027\n'))), [
            '2: "03/04/2027" and days like it are read with the month first, as "05/31/2027" has it; --days says it ' +
                'otherwise.',
        ]);
        assert.equal(
            statements(run(sheet(''), { reading: { days: 'month-first' } }))[1],
            'misses SR 1.9 due 2027-03-04',
        );
        // Two orders in one column: nothing shows the order of the others.
        assert.match(messages(run(sheet('SR 1.2,no,31/05/2027\nSR 1.5,no,05/31/2027\n')))[0]!, /may be/);
    });

    it('may name its zones, by title too, and takes those of --zone alone', () => {
        const sheet = 'Zone,SR,Status\nBasic control,SR 1.9,met\nOps,SR 1.9,no\nElsewhere,SR 1.9,no\n';
        const all = run(sheet, { reading: { zone: null } });
        assert.deepEqual(statements(all), [
            'within Plant.Control {',
            'meets SR 1.9',
            '}',
            'within Plant.Ops {',
            'misses SR 1.9',
            '}',
        ]);
        assert.match(messages(all)[0]!, /^4: The model has no zone or conduit "Elsewhere"/);
        assert.deepEqual(statements(run(sheet)), ['within Plant.Control {', 'meets SR 1.9', '}']);
        assert.match(messages(run('SR,Status\nSR 1.9,met\n', { reading: { zone: null } }))[0]!, /names no zone/);
    });

    it('adds to a conduit too', () => {
        const answer = run('SR,Status\nSR 5.2,met\n', { reading: { zone: 'Link' } });
        assert.deepEqual(statements(answer), ['within Link {', 'meets SR 5.2', '}']);
        assert.deepEqual(model(answer.text).problems, []);
        assert.equal(
            model(answer.text)
                .assessment.of('Link')!
                .requirements.find(each => each.id === 'SR 5.2')!.state,
            'met',
        );
        const again = run('SR,Status\nSR 5.2,met\nSR 5.1,no\n', { existing: answer.text, reading: { zone: 'Link' } });
        assert.deepEqual([again.added, again.unchanged], [1, 1]);
    });

    it('speaks of assets and types where its rows are about components', () => {
        const answer = run(
            'Component;CR;Status;Remark\n' +
                'P;CR 1.1;met;\n' +
                'P;RE(1);not met;Shared account\n' +
                '10.0.0.9;CR 1.1 RE 2;met;\n' +
                'Basic controller;EDR 3.2;n/a;\n' +
                'P;CR 3.2 RE 1;met;\n' +
                'P;EDR 3.10;met;\n' +
                'P;HDR 2.4;met;\n' +
                'P;CR 9.9;met;\n' +
                'P;CR 2.8;met;\n' +
                'Own PLC;CR 1.7;met;\n' +
                'Own PLC;CR 1.8;not met;\n' +
                'plc;CR 1.7;met;\n' +
                ';CR 1.7;met;\n' +
                'P;1.10;met;\n' +
                'P;CR 2.9;;\n',
            { reading: { zone: null } },
        );
        assert.deepEqual(statements(answer), [
            'within Plant.Control.P {',
            'meets SR 1.1',
            'misses SR 1.1 RE 1 because "Shared account"',
            'excludes SR 3.2',
            'meets SR 1.10',
            '}',
            'within Plant.Ops.H {',
            'meets SR 1.1 RE 2',
            'meets SR 1.1 RE 3',
            '}',
            'within own-plc {',
            'meets SR 1.7',
            '}',
        ]);
        assert.deepEqual(messages(answer), [
            '6: "CR 3.2 RE 1" of Plant.Control.P names CR 3.2 RE 1, which is asked of host devices and not of embedded ' +
                'devices; the row is kept as a comment.',
            '7: "EDR 3.10" of Plant.Control.P names EDR 3.10, which is in IEC 62443-4-2 alone: statements use the ' +
                'numbers of IEC 62443-3-3, which has none that corresponds to it; the row is kept as a comment.',
            '8: "HDR 2.4" of Plant.Control.P names HDR 2.4, which is asked of host devices and not of embedded devices; ' +
                'the row is kept as a comment.',
            '9: "CR 9.9" of Plant.Control.P names CR 9.9, which IEC 62443-4-2 does not have; the row is kept as a ' +
                'comment.',
            '10: SR 2.8 of Plant.Control.P is met in the sheet and missed in the model. The row is not written; correct ' +
                'one of the two.',
            '12: CR 1.8 of the type own-plc: a type states what its devices can do, and "not met" is not that; the row ' +
                'is kept as a comment.',
            '13: The model has no asset and no type of its own "plc"; the row is kept as a comment.',
            '14: "CR 1.7" is a requirement of a component, and the row names none: a column for the asset or type, or ' +
                '--component, names it; the row is kept as a comment.',
        ]);
        assert.deepEqual(model(answer.text).problems, []);
        assert.equal(answer.text, formatText(answer.text));
        const named = run('CR,Status\nCR 1.7,met\n2.12,met\n', { reading: { zone: null, component: 'Own PLC' } });
        assert.deepEqual(statements(named), ['within own-plc {', 'meets SR 1.7', 'meets SR 2.12', '}']);
        const again = run('CR,Status\nCR 1.7,met\n2.12,met\n', {
            existing: named.text,
            reading: { zone: null, component: 'own-plc' },
        });
        assert.equal(again.text, named.text);
    });

    it('keeps a row about one device out of its zone', () => {
        const answer = run('SR,Device,Status\nSR 1.9,P,no\nSR 1.2,all,met\nSR 1.5,Unknown box,no\nSR 1.8,Control,no\n');
        assert.deepEqual(statements(answer), [
            'within Plant.Control.P {',
            'misses SR 1.9',
            '}',
            'within Plant.Control {',
            'meets SR 1.2',
            'misses SR 1.8',
            '}',
        ]);
        assert.deepEqual(messages(answer), [
            '4: The model has no asset and no type of its own "Unknown box"; the row is kept as a comment.',
        ]);
    });

    it('reads marks below the heads of a checklist', () => {
        const answer = run('SR,Title,Met,Not met,N/A\nSR 1.9,a,x,,\nSR 1.5,b,,X,\nSR 1.2,c,,,x\nSR 1.8,d,x,x,\n');
        assert.deepEqual(statements(answer).slice(1, -1), ['meets SR 1.9', 'misses SR 1.5', 'excludes SR 1.2']);
        assert.match(messages(answer)[0]!, /^5: "Met \+ Not met" is not a status/);
    });

    it('reads marks where some cells say no, or hold a word', () => {
        const answer = run(
            'SR;Erfüllt;Nicht erfüllt;N/A\nSR 3.1;x;-;-\nSR 3.2;n;j;\nSR 3.3;–;X;nein\nSR 3.4;;;x\nSR 3.5;teilweise;;\n' +
                'SR 3.6;x;x;\nSR 3.7;;offen;\nSR 3.8;-;-;-\n',
        );
        assert.deepEqual(statements(answer).slice(1, -1), [
            'meets SR 3.1',
            'misses SR 3.2',
            'misses SR 3.3',
            'excludes SR 3.4',
            'misses SR 3.5 because "Status: Erfüllt: teilweise"',
            'misses SR 3.7 because "Status: Nicht erfüllt: offen"',
        ]);
        assert.match(messages(answer).join('\n'), /^7: "Erfüllt \+ Nicht erfüllt" is not a status/m);
        assert.equal(answer.rows.unsaid, 1);
    });

    it('reads a column of enhancements, one of whether it applies, and words of the user', () => {
        const answer = run('SR,RE,Applicable,State\n1.1,0,yes,ok\n1.7,1,yes,nok\n1.6,,no,\n', {
            alone: true,
            reading: { words: new Map([['nok', 'misses']]) },
        });
        assert.deepEqual(statements(answer).slice(1, -1), ['meets SR 1.1', 'misses SR 1.7 RE 1', 'excludes SR 1.6']);
    });

    it('is read from a workbook', () => {
        const sheet = data(['SR', 'Status', 'Due'], ['SR 1.9', 'prévu', '31.03.2027']);
        assert.deepEqual(statements(run(workbook({ sheet })))[1], 'meets SR 1.9 by PlannedForSR19 due 2027-03-31');
    });
});

describe('A second import of requirements', () => {
    const sheet = 'SR,Status,Gap\nSR 1.9,no,No PKI\nSR 1.5,met,\nSR 1.2,planned,\n';
    const first = run(sheet).text;

    it('changes nothing', () => {
        const again = run(sheet, { existing: first });
        assert.equal(again.text, first);
        assert.deepEqual([again.added, again.updated, again.unchanged], [0, 0, 3]);
        const moved = run('Gap,SR,Status\n,SR 1.2,planned\n,SR 1.5,met\nNo PKI,SR 1.9,no\n', { existing: first });
        assert.equal(moved.text, first);
    });

    it('follows the sheet where people changed nothing, and keeps what they changed', () => {
        const edited = first
            .replace('meets SR 1.5', 'meets SR 1.5 by Accounts // seen')
            .replace('countermeasure PlannedForSR12 "Planned for SR 1.2"', 'countermeasure Dot1x "802.1X"')
            .replace('by PlannedForSR12', 'by Dot1x');
        const same = run(sheet, { existing: edited });
        assert.equal(withoutMarks(same), withoutMarks({ text: edited }));
        assert.equal(run(sheet, { existing: same.text }).text, same.text);
        const later = run(sheet.replace('No PKI', 'No PKI at all').replace('1.5,met', '1.5,no'), { existing: edited });
        assert.deepEqual(messages(later), [
            '0: SR 1.5 of Plant.Control was changed by hand and is kept as it is; the sheet now says misses SR 1.5.',
        ]);
        assert.match(later.text, /misses SR 1\.9 because "No PKI at all"/);
        assert.match(later.text, /meets SR 1\.5 by Accounts \/\/ seen/);
        assert.deepEqual([later.added, later.updated, later.unchanged], [0, 1, 2]);
        assert.equal(
            run(sheet.replace('No PKI', 'No PKI at all').replace('1.5,met', '1.5,no'), { existing: later.text }).text,
            later.text,
        );
    });

    it('leaves out what people took away, and what they wrote themselves', () => {
        const edited = first.replace(/^ *meets SR 1\.5\n/mu, '').replace('}\n', '  meets SR 3.4\n}\n');
        const again = run(`${sheet}SR 3.4,no,\nSR 3.8,met,\n`, { existing: edited });
        assert.deepEqual(messages(again), [
            '0: SR 1.5 of Plant.Control was taken away by hand and is not written again: only its comment is left. ' +
                'Remove the comment to have it written.',
            '0: SR 3.4 of Plant.Control is in the file without the comment of an import, and is kept as it is; the ' +
                'sheet says misses SR 3.4.',
        ]);
        assert.deepEqual([again.added, again.unchanged], [1, 2]);
    });

    it('says what is gone from the sheet', () => {
        assert.deepEqual(messages(run('SR,Status\nSR 1.9,no\n', { existing: first })), [
            '0: SR 1.5 of Plant.Control is no longer in the sheet; the statement is kept. Remove it if it is ' +
                'really gone.',
            '0: SR 1.2 of Plant.Control is no longer in the sheet; the statement is kept. Remove it if it is ' +
                'really gone.',
        ]);
    });
});

describe('iacs import requirements', function () {
    it('meets the model, and a second run changes nothing', () => {
        withFiles(
            {
                'main.iacs': `import "req.iacs"\n${plant}`,
                'req.iacs': '',
                'a.csv': 'SR,Status\nSR 1.9,no\nSR 1.1,met\n',
            },
            folder => {
                const args = ['import', 'requirements', 'a.csv', '--zone', 'Control', '--model', '.', '-o', 'req.iacs'];
                const first = iacs(args, { cwd: folder });
                assert.equal(first.code, 0);
                assert.match(
                    first.stderr,
                    /1 added, 0 updated, 0 unchanged; 0 not assessed in the sheet\.\nOf the model 1 matched, 0 contradicted/,
                );
                assert.match(
                    first.stderr,
                    /Required of Plant\.Control and not in the sheet: \d+ \(SR 1\.1 RE 1, SR 1\.2, /,
                );
                const second = iacs(args, { cwd: folder });
                assert.match(second.stderr, /0 added, 0 updated, 1 unchanged/);
                assert.match(
                    iacs(['assess', '.', '--subject', 'Plant.Control', '--format', 'csv'], { cwd: folder }).stdout,
                    /SR 1\.9.*missed/,
                );
            },
        );
    });

    it('refuses what it cannot do in one line', () => {
        withFiles({ 'main.iacs': plant, 'a.csv': 'SR,Status\nSR 1.9,no\n' }, folder => {
            const says = (...more: readonly string[]): string =>
                iacs(['import', 'requirements', ...more], { cwd: folder }).stderr;
            assert.match(
                says('a.csv', '--zone', 'X', '--model', '.'),
                /^iacs: The model has no zone or conduit X: it has Plant, /,
            );
            assert.match(says('a.csv', '--status', 'open=mises'), /^iacs: .*Did you mean misses\?/);
            assert.match(says('a.csv', '--status', 'open'), /--status expects WORD=STATE/);
            assert.match(says(), /expects one file/);
        });
    });
});
