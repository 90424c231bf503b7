import assert from 'node:assert/strict';
import type { CoverProblem } from 'iacs-language';
import { reaches } from 'iacs-language';
import { solveWithHighs } from '../src/plan/highs.ts';
import { wholeNumbers } from '../src/plan/whole-numbers.ts';
import { random } from '../../language/test/support/random-plant.ts';
import { byTrying } from '../../language/test/support/planned.ts';
import { iacs, withFiles } from './support/iacs.ts';

const spentOn = ({ costs }: CoverProblem, items: readonly number[]): number =>
    items.reduce((sum, item) => sum + costs[item]!, 0);

describe('A cover of amounts that differ by little', () => {
    it('costs to the last unit what the cheapest one costs, and overspends no budget, on 80 problems', async () => {
        for (let seed = 1; seed <= 80; seed++) {
            const below = random(seed);
            const items = 8 + below(4);
            const scale = [1e5, 1e6, 1e7, 5e7][seed % 4]!;
            const way = (): number[] => [...new Set(Array.from({ length: 1 + below(2) }, () => below(items)))];
            const problem: CoverProblem = {
                costs: Array.from({ length: items }, () => scale + below(60)),
                goals: Array.from({ length: 6 + below(12) }, () => Array.from({ length: 2 + below(3) }, way)),
                budget: seed % 3 === 0 ? 3 * scale + below(100) : null,
            };
            const [found, best] = [await solveWithHighs(problem), await byTrying(problem)];
            const what = `seed ${seed}`;
            assert.equal(found.proved, true, what);
            assert.equal(found.bound, best.bound, what);
            assert.equal(spentOn(problem, found.items), spentOn(problem, best.items), what);
            const chosen = new Set(found.items);
            const closed = problem.goals.filter(ways => reaches(ways, chosen)).length;
            assert.equal(closed, problem.budget === null ? problem.goals.length : best.bound, what);
        }
    });

    it('is counted in whole units, and not proved where they are too small', async () => {
        assert.deepEqual(wholeNumbers([1000, 2500], 3000), { costs: [2, 5], budget: 6, isExact: true });
        assert.deepEqual(wholeNumbers([0.1, 0.2], 0.3), { costs: [1, 2], budget: 3, isExact: true });
        assert.deepEqual(wholeNumbers([0, 0], 5), { costs: [0, 0], budget: 5, isExact: true });
        assert.equal(wholeNumbers([1e12, 1], null).isExact, false);
        const { items, proved, bound } = await solveWithHighs({
            costs: [1e12, 1],
            goals: [[[0]], [[1]]],
            budget: null,
        });
        assert.deepEqual([items, proved], [[0, 1], false]);
        assert.ok(bound <= 1e12 + 1 && bound > 0.99e12, `${bound}`);
    });
});

describe('The limits of a plan', () => {
    const plant = (facts: string, measures: string): string =>
        `system Plant\nzone Z {\n  SL-T { IAC 1 UC 1 RA 1 }\n  applies A, B, C\n${facts}\n  asset P : plc\n}\n${measures}`;
    const plan = (text: string, ...more: readonly string[]): string => {
        let printed = '';
        withFiles({ 'main.iacs': text }, cwd => {
            const { code, stdout } = iacs(['plan', '--today', '2026-06-01', ...more], { cwd });
            assert.equal(code, 0);
            printed = stdout;
        });
        return printed;
    };
    const measures = (a: string, b: string, c: string): string =>
        `countermeasure A { meets FR 1 SL 1 status planned ${a} }\n` +
        `countermeasure B { meets FR 2 SL 1 status planned ${b} }\n` +
        `countermeasure C { meets FR 7 SL 1 status planned ${c} }\n`;

    it('spend no more than it takes for what they close', () => {
        const text = plant('', measures('cost 100', 'cost 200', 'cost 9000'));
        const cheap = plan(text, '--budget', '90');
        assert.match(cheap, /No planned or proposed countermeasure can be taken within the limits of this plan\./);
        assert.match(cheap, /90 is not enough for all: the plan closes 0 and costs 0\./);
        assert.doesNotMatch(cheap, /^1\./m);
    });

    it('do not call money what has no cost', () => {
        const text = plant('', measures('', '', ''));
        for (const format of ['text', 'markdown']) {
            const printed = plan(text, '--budget', '2', '--format', format);
            assert.match(printed, /Whether 2 is enough for it is not known\./);
            assert.doesNotMatch(printed, /is not enough|for that money/);
        }
        const json = JSON.parse(plan(text, '--budget', '2', '--format', 'json')).models[0];
        assert.deepEqual([json.steps.length, json.left], [3, []]);
    });

    it('say which costs are not known, whatever the money is enough for', () => {
        const text = plant('', measures('', 'cost 100', 'cost 9000'));
        for (const budget of ['500', '50000']) {
            const printed = plan(text, '--budget', budget);
            assert.match(printed, /The cost of A is not said and counts as 0/);
            assert.match(printed, new RegExp(`Whether ${budget} is enough for it is not known\\.`));
        }
    });

    it('blame the money for nothing that lacks time, and list it in every format', () => {
        const text = plant('', measures('cost 1', 'cost 1', 'cost 1 due 2028-02-29'));
        const limits = ['--until', '2028-02-28', '--budget', '1000'];
        for (const format of ['text', 'markdown']) {
            const printed = plan(text, ...limits, '--format', format);
            assert.doesNotMatch(printed, /is not enough/);
            assert.match(printed, /The plan costs 2; none that closes as much costs less\./);
            assert.match(printed, /Left open by the plan: SR 7\.1 at Z,/);
        }
        assert.match(plan(text, '--until', '2028-02-29'), /The plan costs 3;/);
        const none = plan(
            text.replaceAll('status planned', 'status planned downtime 1 hours'),
            '--until',
            '2027-01-01',
        );
        assert.match(none, /can be taken within the limits of this plan/);
    });

    it('keep to the day where the windows hold each but not all', () => {
        const text = plant(
            '  window "Stop" 2026-07-01 to 2026-07-01\n  window "Next" 2027-07-01 to 2027-07-01',
            measures('cost 10 downtime 20 hours', 'cost 100 downtime 20 hours', 'cost 5'),
        );
        const printed = plan(text, '--until', '2026-07-01');
        assert.doesNotMatch(printed, /2027/);
        assert.match(printed, /The plan costs 15; a cheaper one may exist\. The windows do not hold all/);
        assert.match(printed, /Left open by the plan: SR 2\.1 at Z/);
        const [{ proved, bound }] = JSON.parse(plan(text, '--until', '2026-07-01', '--format', 'json')).models;
        assert.deepEqual([proved, bound], [false, 0]);
        assert.match(plan(text), /The plan costs 115; none that closes as much costs less\./);
    });

    it('wait for a window of each place that has to stand still', () => {
        const text = (other: string): string => `system S
zone A { SL-T { RA 1 } applies M window "Spring" 2027-02-01 to 2027-02-03 asset P : plc }
zone B { SL-T { RA 1 } applies M ${other} asset Q : plc }
countermeasure M { meets FR 7 SL 1 status planned cost 10 downtime 4 hours }
`;
        const both = text('window "Summer" 2027-05-01 to 2027-05-03');
        assert.match(plan(both), /cost 10; 2027-02-01, in Spring and 2027-05-01, in Summer; planned/);
        assert.match(plan(both, '--until', '2027-03-01'), /can be taken within the limits of this plan/);
        const [{ steps }] = JSON.parse(plan(both, '--format', 'json')).models;
        assert.deepEqual(
            [steps[0].date, steps[0].window, steps[0].windows],
            [
                '2027-05-01',
                'Summer',
                [
                    { title: 'Spring', date: '2027-02-01' },
                    { title: 'Summer', date: '2027-05-01' },
                ],
            ],
        );
        assert.match(plan(text('')), /not every place has a window with room for it: plan one/);
    });

    it('take the one that is done sooner of two that cost and close the same', () => {
        const two = (one: string, other: string): string => `system S
zone A { SL-T { RA 1 } applies One, Other window "Summer" 2027-05-01 to 2027-05-03 asset P : plc }
countermeasure One { meets FR 7 SL 1 status planned cost 10 ${one} }
countermeasure Other { meets FR 7 SL 1 status planned cost 10 ${other} }
`;
        const taken = (text: string): string => /^1\. (\w+)/m.exec(plan(text))![1]!;
        assert.equal(taken(two('due 2027-01-01', 'due 2028-01-01')), 'One');
        assert.equal(taken(two('due 2028-01-01', 'due 2027-01-01')), 'Other');
        assert.equal(taken(two('', 'due 2028-01-01')), 'Other');
        assert.equal(taken(two('due 2028-01-01', 'downtime 2 hours')), 'Other');
    });

    it('rank what has no cost after what is known to be worth its money', () => {
        const printed = plan(plant('', measures('', 'cost 100', 'cost 0.5')));
        assert.deepEqual(
            [...printed.matchAll(/^\d\. (\w)/gm)].map(([, id]) => id),
            ['C', 'B', 'A'],
        );
        assert.match(printed, /A step without a cost comes last\./);
    });

    it('begin on the day of the plan', () => {
        withFiles({ 'main.iacs': plant('', measures('', '', '')) }, cwd => {
            const run = iacs(['plan', '--today', '2026-06-01', '--until', '2026-05-31'], { cwd });
            assert.equal(run.code, 2);
            assert.equal(run.stderr, 'iacs: --until 2026-05-31 is before 2026-06-01, the day of the plan.\n');
            assert.equal(iacs(['plan', '--today', '2026-06-01', '--until', '2026-06-01'], { cwd }).code, 0);
        });
    });

    it('name the requirement that is missed before the enhancement of it', () => {
        const text = `system S
zone Z { SL-T { IAC 2 } applies A misses SR 1.1 because "One account for all" asset P : plc }
countermeasure A { meets FR 1 SL 2 status planned cost 1 }
`;
        assert.match(
            plan(text),
            /SR 1\.1 RE 1 at Z: SR 1\.1 first, which is missed: no enhancement of it is met before\n/,
        );
    });

    it('heal no invariant by a day after which an exception ends', () => {
        const text =
            'system S\nzone Office { asset Pc : server }\nzone Control { asset Plc : plc asset Hmi : hmi }\n' +
            'flow Office.Pc -> Control.Plc : https { retired on 2026-07-01 }\nflow Office.Pc -> Control.Hmi : https\n' +
            'invariant Closed {\n  deny path from Office to Control\n' +
            '  except flow Office.Pc -> Control.Hmi because "Trial" until 2026-09-01\n}\n';
        assert.doesNotMatch(plan(text), /no declared path breaks invariant/);
        assert.match(
            plan(text),
            /invariant Closed: no declared path breaks it without the flow Office\.Pc -> Control\.Plc/,
        );
        assert.match(
            plan(text.replace('-> Control.Hmi : https', '$& { retired on 2026-09-02 }')),
            /no declared path breaks invariant Closed from 2026-07-01 on/,
        );
    });
});
