import assert from 'node:assert/strict';
import type { PlanOptions } from 'iacs-language';
import { planOf } from 'iacs-language';
import { solveWithHighs } from '../src/plan/highs.ts';
import { look } from '../../language/test/support/load.ts';
import { random } from '../../language/test/support/random-plant.ts';
import { iacs, withFiles } from './support/iacs.ts';

const anyway: PlanOptions = { budget: null, until: null, zone: null };

/** A plant whose flows run anywhere, with an invariant over it. */
function plant(seed: number): { readonly head: string; readonly flows: readonly string[] } {
    const below = random(seed);
    const zones = ['A', 'B', 'C', 'D'];
    const other = (from: string): string => zones.filter(zone => zone !== from)[below(3)]!;
    const flows = Array.from({ length: 4 + below(6) }, () => {
        const from = zones[below(4)]!;
        const access = ['', ' { access read }', ' { access write }'][below(3)]!;
        return `flow ${from}.X ${['->', '->', '<->', '--'][below(4)]} ${other(from)}.X : https${access}`;
    });
    const clause = ['deny path from A to D', 'deny write path from A to D', 'require path from A to D through B'];
    const exception = below(3) === 0 ? ' except flow C.X -> D.X because "agreed"' : '';
    const body = `${clause[below(3)]}${below(3) === 0 ? '\n  deny path from B to C' : ''}`;
    return {
        head:
            `system S\n${zones.map(zone => `zone ${zone} { asset X : server }`).join('\n')}\n` +
            `invariant Closed {\n  ${body}\n ${exception}\n}\n`,
        flows: [...new Set(flows)],
    };
}

/** How few of the flows have to be taken out of the text for the invariant to hold. */
function fewest({ head, flows }: ReturnType<typeof plant>): number {
    let least = Infinity;
    for (let set = 0; set < 1 << flows.length; set++) {
        const gone = flows.filter((_, index) => set & (1 << index)).length;
        if (gone >= least) continue;
        const text = head + flows.filter((_, index) => !(set & (1 << index))).join('\n');
        if (look(text).invariants.every(({ holds }) => holds)) least = gone;
    }
    return least;
}

describe('The plan of a broken invariant', () => {
    it('names the fewest flows that have to go, by taking every set of them out of the text, on 40 models', async () => {
        let broken = 0;
        for (let seed = 1; broken < 40; seed++) {
            const model = plant(seed);
            const assessment = look(model.head + model.flows.join('\n'));
            if (assessment.invariants.every(({ holds }) => holds)) continue;
            broken += 1;
            const { unreachable } = await planOf(assessment, assessment.model, anyway, solveWithHighs);
            const [{ takes }] = unreachable.filter(({ goal }) => goal.kind === 'invariant') as unknown as [
                { takes: string },
            ];
            const count = takes.startsWith('no declared path breaks it without the flow ')
                ? 1
                : Number(
                      /^no declared path breaks it without these (\d+) flows, and no smaller set does it: /.exec(
                          takes,
                      )?.[1],
                  );
            assert.equal(count, fewest(model), `seed ${seed}\n${model.head}${model.flows.join('\n')}\n${takes}`);
        }
    });

    it('says from which day it holds by the dates of the text, and what no plan can speak of', () => {
        const text =
            'system S\nzone Office { asset Pc : server }\nzone Control { SL-T 1 asset Plc : plc }\n' +
            'flow Office.Pc -> Control.Plc : https { retired on 2026-09-01 }\n' +
            'flow Office.Pc -> Control.Plc : ssh { planned for 2026-10-01 retired on 2027-01-01 }\n' +
            'threat Later { from Office against Control.Plc }\n' +
            'invariant Closed { deny path from Office to Control }\n' +
            'countermeasure Backup { meets SR 7.3 status proposed cost 900 }\nwithin Control { applies Backup }\n';
        withFiles({ 'main.iacs': text }, cwd => {
            const plan = iacs(['plan', '--today', '2026-06-01'], { cwd }).stdout;
            assert.match(
                plan,
                /By the dates of the model, no declared path breaks invariant Closed from 2027-01-01 on\./,
            );
            assert.match(plan, /Not assessed, so not in the plan: the risk of Later\./);
            assert.match(plan, /Without an SL-T, so not in the plan: Office\./);
            assert.equal(iacs(['plan', '--at', '2026-06-01'], { cwd }).stdout, plan);
            const before = iacs(['plan', '--today', '2026-06-01', '--until', '2026-12-31'], { cwd }).stdout;
            assert.match(
                before,
                /invariant Closed: no declared path breaks it without the flow Office\.Pc -> Control\.Plc : https: /,
            );
        });
    });

    it('says of an asset with an interface on both sides that no flow closes it', async () => {
        const assessment = look(
            'system S\nzone Office { asset Pc : server { serves Control } }\nzone Control { asset Plc : plc }\n' +
                'invariant Closed { deny path from Office to Control }\n',
        );
        const { unreachable } = await planOf(assessment, assessment.model, anyway, solveWithHighs);
        assert.deepEqual(
            unreachable.map(({ takes }) => takes),
            assessment.invariants[0]!.holds ? [] : ['no flow closes the path: an asset has an interface on both sides'],
        );
        assert.equal(assessment.invariants[0]!.holds, false);
    });

    it('follows in the forecast and in the report', () => {
        const text =
            'system S\nzone Control { SL-T { RA 1 } applies Backup }\n' +
            'countermeasure Backup "Nightly backup" { meets SR 7.3 status proposed cost 900 }\n';
        withFiles({ 'main.iacs': text }, cwd => {
            const day = ['--today', '2026-06-01'];
            assert.match(iacs(['forecast', ...day], { cwd }).stdout, /Plan on 2026-06-01\n\n1\. Backup/);
            const [forecast] = JSON.parse(iacs(['forecast', '--format', 'json', ...day], { cwd }).stdout).models;
            assert.equal(forecast.plan.steps[0].measure, 'Backup');
            const report = iacs(['report', '--format', 'md', '--no-drawings', ...day], { cwd }).stdout;
            assert.match(report, /Roadmap: 1 step/);
            assert.match(report, /\| 1 \| Backup<br>Nightly backup<br>proposed \|/);
            const data = JSON.parse(iacs(['report', '--format', 'json', '--no-drawings', ...day], { cwd }).stdout);
            assert.deepEqual([data.roadmap.cost, data.roadmap.proved], [900, true]);
        });
        withFiles({ 'main.iacs': 'system S\nzone Control { SL-T 1 }\n' }, cwd => {
            const data = JSON.parse(iacs(['report', '--format', 'json', '--no-drawings'], { cwd }).stdout);
            assert.equal(data.roadmap, null);
        });
    });

    it('says in the forecast and in the report too what counts as stated and is contradicted', () => {
        const text =
            'system S\nzone Control { SL-T { IAC 1 RA 1 } applies Backup asset P : plc { is essential }\n' +
            '  excludes FR 7 SL 1 because "not ours"\n}\n' +
            'countermeasure Backup { meets SR 1.1 status planned due 2027-01-01 }\n';
        const ids = ['SR 7.1', 'SR 7.2', 'SR 7.3', 'SR 7.4', 'SR 7.5', 'SR 7.6', 'SR 7.7'];
        const line = `Counted as stated, and contradicted by the model: Control: ${ids.join(', ')}.`;
        withFiles({ 'main.iacs': text }, cwd => {
            const out = (...args: readonly string[]): string =>
                iacs([...args, '--today', '2026-06-01'], { cwd }).stdout.replace(/\s+/gu, ' ');
            for (const command of [['plan'], ['forecast'], ['report', '--format', 'md', '--no-drawings']])
                assert.ok(out(...command).includes(line), command[0]);
            const [forecast] = JSON.parse(out('forecast', '--format', 'json')).models;
            assert.deepEqual(forecast.plan.contradicted, [{ subject: 'Control', requirements: ids }]);
        });
    });
});
