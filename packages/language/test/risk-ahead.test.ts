import assert from 'node:assert/strict';
import { isTolerable, readRiskMatrix } from '../src/assessment/index.ts';
import { dayAfter } from '../src/model/index.ts';
import { forecastOf } from '../src/views/forecast/index.ts';
import { load } from './support/load.ts';
import { random } from './support/random-plant.ts';

const today = '2026-06-01';
const inDays = (amount: number): string => dayAfter(today, { amount, unit: 'days' });

/** A row of zones with what expires, comes and goes around the ninety days that are looked at. */
function plantText(below: (count: number) => number): string {
    const day = (): string => inDays(below(130) - 20);
    const lifetime = (): string => ['', '', ` planned for ${day()}`, ` retired on ${day()}`][below(4)]!;
    const zones = [0, 1, 2, 3].slice(0, 2 + below(3));
    const last = zones.length - 1;
    const evidence = (index: number): string =>
        [
            `evidence "e${index}" until ${day()}`,
            `evidence "e${index}" dated ${inDays(below(100) - 60)} valid ${1 + below(4)} months`,
            '',
        ][below(3)]!;
    return [
        'system P { tolerable-risk 6 }',
        ...zones.map(
            zone =>
                `zone Z${zone} {${zone === 0 || zone === last ? '' : lifetime()}` +
                `${below(2) === 0 ? ` applies M${below(3)}` : ''}` +
                ` asset A : server {${zone === 0 || zone === last ? '' : lifetime()} }` +
                ` asset B : server { applies M${below(3)}${lifetime()} } }`,
        ),
        ...zones
            .slice(1)
            .map(
                zone =>
                    `conduit C${zone} between Z${zone - 1} and Z${zone} { flow Z${zone - 1}.A -> Z${zone}.A : ssh {${lifetime()} } }`,
            ),
        ...(last > 1
            ? [`conduit Round between Z0 and Z${last} { flow Z0.A -> Z${last}.A : ssh {${lifetime()} } }`]
            : []),
        ...[0, 1, 2].map(
            id =>
                `countermeasure M${id} { status ${['verified', 'verified', 'planned'][below(3)]} ${evidence(id)} ${evidence(id + 3)} }`,
        ),
        ...[0, 1].map(
            id =>
                `threat T${id} { from Z0 against Z${last} likelihood ${2 + below(4)} consequence ${2 + below(3)} ` +
                `mitigated by M${below(3)} to likelihood ${1 + below(2)} mitigated by M${below(3)} to consequence 1 }`,
        ),
        '',
    ].join('\n');
}

describe('A risk that will rise', () => {
    it('is found where the forecast has it, on its first day', () => {
        let rising = 0;
        for (let seed = 1; seed <= 150; seed++) {
            const text = plantText(random(seed));
            const { whole, findings, assessment, problems } = load(text, { today });
            assert.deepEqual(problems, [], text);
            const fitting = new Set(
                assessment.risk.threats
                    .filter(each => isTolerable(each, each.today) === true)
                    .map(({ threat }) => threat.id),
            );
            const { events } = forecastOf({ whole, from: today, until: inDays(90), matrix: readRiskMatrix(null) });
            const expected = [...fitting].flatMap(id => {
                const first = events.find(({ subject, risk }) => subject === id && risk && risk.above !== false);
                return first ? [`${id} ${first.date}`] : [];
            });
            const found = findings
                .filter(({ rule }) => rule === 'risk-will-rise')
                .map(({ subject, message }) => `${subject} ${/ on (\d{4}-\d\d-\d\d), above/.exec(message)![1]}`);
            assert.deepEqual(found.sort(), expected.sort(), text);
            rising += found.length;
        }
        assert.ok(rising > 20, `only ${rising} rise`);
    });
});
