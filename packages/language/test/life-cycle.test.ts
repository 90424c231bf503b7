import assert from 'node:assert/strict';
import { partIds, partRowIds } from '../src/catalogue/index.ts';
import { forecastOf } from '../src/views/forecast/index.ts';
import { assessPart, partToMarkdown, partToText, sourceText } from '../src/views/life-cycle/index.ts';
import type { PartRowState } from '../src/views/life-cycle/index.ts';
import { toDocument, toMarkdown } from '../src/views/report/index.ts';
import { exampleText } from './support/examples.ts';
import { load } from './support/load.ts';
import { reportOf } from './support/report.ts';

const today = '2026-06-01';

function rowsOf(text: string, part: (typeof partIds)[number], holder = 0): ReadonlyMap<string, PartRowState> {
    const { lookup, findings } = load(text, { today });
    const { holders } = assessPart({ lookup, findings, today }, part);
    return new Map((holders[holder]?.rows ?? []).map(row => [row.id, row]));
}

const plain = (_style: string, text: string): string => text;

describe('Requirements on organisations', () => {
    it('reach every state from the text, each of them', () => {
        const statements = {
            met: 'meets $ maturity 2 because "x"',
            compensated: 'compensates $ because "x"',
            excluded: 'excludes $ because "x"',
            planned: 'meets $ by Later',
            missed: 'misses $ because "x" due 2027-01-01',
            'not-assessed': '',
        };
        const head = 'system Plant\ncountermeasure Later { status planned due 2027-01-01 }\n';
        for (const part of partIds) {
            const block = part === '2-1' ? 'programme' : 'party P';
            const role = part === '2-1' ? '' : 'role maintenance-provider, product-supplier\n';
            for (const [state, statement] of Object.entries(statements)) {
                const lines = partRowIds(part).map(id => statement.replace('$', id));
                const rows = rowsOf(`${head}${block} {\n${role}${lines.join('\n')}\n}\n`, part);
                assert.deepEqual([...rows.keys()], partRowIds(part));
                // What the model shows of measures without owner or date is a finding of its own.
                for (const row of rows.values())
                    if (row.source !== 'rules') assert.equal(row.state, state, `${row.id} is ${state}`);
                assert.ok([...rows.values()].filter(row => row.source !== 'rules').length > 40);
            }
        }
    });

    it('are missed where a rule finds it, whatever the programme says', () => {
        const plant = `system Plant
zone Internet { kind external asset Web : server }
zone Control { SL-T 1 asset Plc1 : plc }
conduit Line between Internet and Control { flow Internet.Web -> Control.Plc1 : https }
`;
        const rows = (programme: string): PartRowState =>
            rowsOf(`${plant}programme { ${programme} }`, '2-1').get('NET 1.1')!;
        for (const [programme, stated, contradicted] of [
            ['meets NET 1.1 because "x"', 'met', true],
            ['excludes NET 1.1 because "x"', 'excluded', true],
            ['misses NET 1.1 because "x"', 'missed', false],
            ['', null, false],
        ] as const) {
            const row = rows(programme);
            assert.deepEqual(
                [row.state, row.source, row.stated, row.contradicted],
                ['missed', 'rules', stated, contradicted],
            );
            assert.ok(
                row.judgedBy.some(({ rule, found }) => rule === 'conduit-without-boundary-device' && found === 1),
            );
        }
        assert.deepEqual([rows('compensates NET 1.1 because "x"').state], ['compensated']);
    });

    it('are not met because no rule finds anything', () => {
        const row = rowsOf('system Plant\nzone Control { SL-T 1 asset Plc1 : plc }\nprogramme "P"', '2-1').get(
            'NET 1.3',
        )!;
        assert.deepEqual([row.state, row.source], ['not-assessed', 'nothing']);
        assert.ok(row.judgedBy.every(({ found }) => found === 0));
    });

    it('fall back to not assessed when their evidence expires', () => {
        const text = (day: string): string =>
            `system Plant\nparty P { role product-supplier meets SM-1 evidence "a.pdf" dated ${day} valid 12 months }`;
        assert.equal(rowsOf(text('2026-01-01'), '4-1').get('SM-1')!.state, 'met');
        assert.equal(rowsOf(text('2024-01-01'), '4-1').get('SM-1')!.state, 'not-assessed');
    });

    it('say why a word does not count, in the time that it is', () => {
        const said = (evidence: string, measure = ''): string => {
            const row = rowsOf(
                `system Plant\nparty P { role product-supplier meets SM-1 ${evidence} }\n${measure}`,
                '4-1',
            ).get('SM-1')!;
            assert.equal(row.state, 'not-assessed', evidence);
            return sourceText(row);
        };
        const word = "a person's word, ";
        assert.equal(
            said('evidence "a" dated 2024-02-29 valid 12 months'),
            `${word}with evidence that was good until 2025-02-28`,
        );
        for (const time of ['valid 1 years', 'until 2029-01-01', ''])
            assert.equal(
                said(`evidence "a" dated 2028-02-29 ${time}`),
                `${word}with evidence of a day to come, 2028-02-29`,
            );
        assert.equal(said('evidence "a" dated 2026-02-30'), `${word}with evidence of a time that cannot be read`);
        assert.equal(
            said('by M', 'countermeasure M { status proposed }'),
            `${word}which rests on M: nothing says that it works`,
        );
    });

    it('do not count an enhancement as met while its requirement is missed', () => {
        const rows = rowsOf(
            'system Plant\nparty P { meets SP.07.04 RE 1 because "x" misses SP.07.04 because "y" }',
            '2-4',
        );
        assert.equal(rows.get('SP.07.04 RE 1')!.state, 'missed');
    });

    it('say nothing of parts of which nobody is declared', () => {
        const { lookup, findings } = load('system Plant\nparty P { role monitoring-provider }', { today });
        for (const part of partIds) {
            const assessment = assessPart({ lookup, findings, today }, part);
            assert.deepEqual(assessment.holders, []);
            assert.match(partToText(assessment, plain), /declares no .*: nothing of this part is assessed/);
        }
    });

    it('are printed with their source, without a score, and never as compliant', () => {
        const { lookup, findings } = load(exampleText('life-cycle'), { today });
        for (const part of partIds) {
            const assessment = assessPart({ lookup, findings, today }, part);
            for (const text of [partToText(assessment, plain), partToMarkdown(assessment)]) {
                assert.ok(text.includes(assessment.source));
                assert.doesNotMatch(text, /complian|score|%|per cent/i);
            }
        }
        const text = partToText(assessPart({ lookup, findings, today }, '2-1'), plain);
        assert.match(
            text,
            /EVENT 1\.1 +missed +Event detection\n +judged by boundary-without-detection \(1\); a person says met/,
        );
        assert.match(text, /NET 3\.2 +met +Remote access connections\n +a person's word/);
        assert.match(text, /72? of 87 requirements are not assessed|\d+ of 87 requirements are not assessed/);
    });
});

describe('The report on organisations', () => {
    const loaded = load(exampleText('life-cycle'), { today });
    const markdown = toMarkdown(toDocument(reportOf(loaded)));

    it('has the parties, who is accountable and responsible, and what is stated', () => {
        assert.match(markdown, /\| Integrator, Linden Automation \| integration-provider, maintenance-provider \|/);
        assert.match(
            markdown,
            /\| \**Control\.Hmi1\** \| Shift leader \| Waterworks<br>as Control \| Integrator<br>as Control \| Waterworks \|/,
        );
        assert.match(
            markdown,
            /\| \**EVENT 1\.1\** \| Event detection \| \*\*missed\*\* \| judged by boundary-without-detection \(1\)/,
        );
        assert.match(markdown, /This list is weakly sourced/);
        assert.match(markdown, /valid until 2025-09-01: expired/);
    });

    it('has neither in a model without parties and programme', () => {
        const silent = toMarkdown(toDocument(reportOf(load(exampleText('ship'), { today }))));
        assert.doesNotMatch(silent, /Requirements on organisations|accountable and responsible/);
    });
});

describe('What a model says of the future of organisations', () => {
    it('is in the forecast: certificates, evidence and due dates', () => {
        const { whole } = load(exampleText('life-cycle'), { today });
        const { events } = forecastOf({ whole, from: today, until: '2027-06-01', matrix: null });
        const said = events.map(({ date, kind, subject, what }) => `${date} ${kind} ${subject}: ${what}`);
        for (const line of [
            '2027-03-01 evidence-expires Integrator: the certificate IEC 62443-2-4, certificate LA-11 is valid until this day',
            '2026-10-16 due Integrator: SP.12.05 at Integrator is due',
            '2026-11-30 due programme: EVENT 1.8 at programme is due',
            '2026-11-01 evidence-expires programme: policy.pdf is good until this day',
        ])
            assert.ok(said.includes(line), `${line}\n${said.join('\n')}`);
    });
});
