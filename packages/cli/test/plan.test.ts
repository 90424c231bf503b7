import assert from 'node:assert/strict';
import type { CoverProblem, PlanOptions } from 'iacs-language';
import { planOf, reaches } from 'iacs-language';
import { solveWithHighs } from '../src/plan/highs.ts';
import { levelsOf } from '../../language/src/assessment/index.ts';
import type { Assessment } from '../../language/src/assessment/index.ts';
import { look } from '../../language/test/support/load.ts';
import { random } from '../../language/test/support/random-plant.ts';
import { iacs, withFiles } from './support/iacs.ts';

/** The best cover by looking at every set: the lowest cost, or with a budget the most goals. */
function exhaustive({ costs, goals, budget }: CoverProblem): number {
    const masks = goals.map(ways => ways.map(way => way.reduce((mask, item) => mask | (1 << item), 0)));
    let best = budget === null ? Infinity : 0;
    for (let set = 0; set < 1 << costs.length; set++) {
        let cost = 0;
        for (let item = 0; item < costs.length; item++) if (set & (1 << item)) cost += costs[item]!;
        if (budget === null ? cost >= best : cost > budget) continue;
        const closed = masks.filter(ways => ways.some(way => (set & way) === way)).length;
        if (budget === null && closed === goals.length) best = cost;
        if (budget !== null) best = Math.max(best, closed);
    }
    return best;
}

const anyway: PlanOptions = { budget: null, until: null, zone: null };

describe('The cheapest cover', () => {
    it('is that of an exhaustive search, on 500 problems of up to 18 countermeasures', async () => {
        for (let seed = 1; seed <= 500; seed++) {
            const below = random(seed);
            const items = seed % 25 === 0 ? 18 : 2 + below(10);
            const way = (): number[] => [...new Set(Array.from({ length: 1 + below(3) }, () => below(items)))];
            const problem: CoverProblem = {
                costs: Array.from({ length: items }, () => below(6) * 1000 + below(500)),
                goals: Array.from({ length: 1 + below(12) }, () => Array.from({ length: 1 + below(3) }, way)),
                budget: below(3) === 0 ? below(9000) : null,
            };
            const found = await solveWithHighs(problem);
            const chosen = new Set(found.items);
            const spent = found.items.reduce((sum, item) => sum + problem.costs[item]!, 0);
            const closed = problem.goals.filter(ways => reaches(ways, chosen)).length;
            const what = `seed ${seed}: ${JSON.stringify(problem)}`;
            assert.equal(found.proved, true, what);
            assert.equal(problem.budget === null ? spent : closed, exhaustive(problem), what);
            assert.ok(problem.budget === null || spent <= problem.budget, what);
            if (problem.budget === null) assert.equal(closed, problem.goals.length, what);
        }
    });
});

/** What a set of countermeasures leaves open of the requirements that any of them could close. */
function openWith(assessment: Assessment, done: ReadonlySet<string>): ReadonlySet<string> {
    const lookup = {
        ...assessment.lookup,
        countermeasure: (id: string) => {
            const found = assessment.lookup.countermeasure(id);
            return found && done.has(id) ? { ...found, status: 'implemented' as const } : found;
        },
    };
    return new Set(
        levelsOf(lookup, assessment.today).subjects.flatMap(({ id, requirements }) =>
            requirements
                .filter(({ required, state }) => required && !['met', 'compensated', 'excluded'].includes(state))
                .map(requirement => `${id} ${requirement.id}`),
        ),
    );
}

describe('The plan of a model', () => {
    it('costs what the cheapest set of countermeasures costs, by trying them all, on 60 models', async () => {
        const ids = ['SR 1.1', 'SR 1.2', 'SR 1.3', 'SR 1.4', 'SR 2.1', 'SR 2.2', 'SR 3.1', 'SR 3.2'];
        for (let seed = 1; seed <= 60; seed++) {
            const below = random(seed);
            const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
            const names = Array.from({ length: 2 + below(6) }, (_, index) => `M${index}`);
            const zone = (name: string): string =>
                `zone ${name} {\n  SL-T { IAC 1 UC 1 SI 1 }\n` +
                `${Array.from({ length: below(4) }, () => `  applies ${pick(names)}`).join('\n')}\n` +
                `${Array.from({ length: below(3) }, () => `  meets ${pick(ids)} by ${pick(names)}, ${pick(names)}`).join('\n')}\n}\n`;
            const text = `system S\n${zone('A')}${zone('B')}${names
                .map(
                    name =>
                        `countermeasure ${name} { meets ${pick(ids)}, ${pick(ids)} status ` +
                        `${pick(['planned', 'proposed', 'implemented'])} cost ${below(9) * 100} }`,
                )
                .join('\n')}\n`;
            const assessment = look(text);
            const plan = await planOf(assessment, assessment.model, anyway, solveWithHighs);
            const candidates = assessment.model.countermeasures.filter(
                ({ status }) => status === 'planned' || status === 'proposed',
            );
            const least = openWith(assessment, new Set(candidates.map(({ id }) => id)));
            let best = Infinity;
            for (let set = 0; set < 1 << candidates.length; set++) {
                const done = candidates.filter((_, index) => set & (1 << index));
                const cost = done.reduce((sum, each) => sum + (each.cost ?? 0), 0);
                if (cost >= best) continue;
                if (openWith(assessment, new Set(done.map(({ id }) => id))).size === least.size) best = cost;
            }
            assert.equal(plan.cost, best, `seed ${seed}\n${text}`);
            const after = openWith(assessment, new Set(plan.steps.map(({ countermeasure }) => countermeasure.id)));
            assert.deepEqual([...after].sort(), [...least].sort(), `seed ${seed} closes what can be closed`);
        }
    });

    const model = `system Plant {
  tolerable-risk 6
}
zone Control {
  SL-T { TRE 1 RA 1 }
  window "Short stop" 2026-07-01 to 2026-07-01
  window "Yearly stop" 2027-04-10 to 2027-04-14
  asset Plc : plc
  applies Logs, Backup, Keylock
  misses SR 7.4 because "No plan for recovery"
}
zone Office { asset Pc : office-computer }
flow Office.Pc -> Control.Plc : https
countermeasure Logs { meets FR 6 SL 1 status planned cost 3000 downtime 20 hours }
countermeasure Backup { meets SR 7.3, SR 7.1 status proposed cost 900 downtime 30 hours }
countermeasure Keylock { status proposed cost 500 }
threat Overfill {
  from Office
  against Control.Plc
  likelihood 4
  consequence 5
  mitigated by Keylock to likelihood 1
}
invariant Closed { deny path from Office to Control }
`;

    it('orders by the risk for the money, puts work into windows, and lists what stays open', async () => {
        const plan = await planOf(look(model), look(model).model, anyway, solveWithHighs);
        assert.deepEqual(
            plan.steps.map(({ countermeasure, date, stops, risk }) => [
                countermeasure.id,
                date,
                stops[0]?.window.title ?? null,
                risk,
            ]),
            [
                ['Keylock', null, null, { before: 20, after: 5 }],
                ['Backup', '2027-04-10', 'Yearly stop', { before: 5, after: 5 }],
                ['Logs', '2026-07-01', 'Short stop', { before: 5, after: 5 }],
            ],
        );
        assert.deepEqual([plan.cost, plan.proved], [4400, true]);
        const kinds = plan.unreachable.map(({ goal }) => goal.kind);
        assert.ok(kinds.includes('invariant') && kinds.includes('requirement'));
        const missed = plan.unreachable.find(
            ({ goal }) => goal.kind === 'requirement' && goal.requirement === 'SR 7.4',
        );
        assert.match(missed!.takes, /^`meets` once it is done/);
    });

    it('stays within a budget, a day and a zone', async () => {
        const within = (options: Partial<PlanOptions>) =>
            planOf(look(model), look(model).model, { ...anyway, ...options }, solveWithHighs);
        const cheap = await within({ budget: 1500 });
        assert.ok(cheap.cost <= 1500 && cheap.left.length > 0);
        const soon = await within({ until: '2026-12-31' });
        assert.deepEqual(soon.steps.map(({ countermeasure }) => countermeasure.id).sort(), ['Keylock', 'Logs']);
        const office = await within({ zone: 'Office' });
        assert.deepEqual(office.steps, [], 'nothing is open there');
        assert.equal((await within({ zone: 'Control' })).steps.length, 3);
    });

    it('says that there are no costs, and that one is missing', () => {
        withFiles({ 'main.iacs': model.replace(/ cost \d+/g, '') }, cwd => {
            assert.match(iacs(['plan', '--today', '2026-06-01'], { cwd }).stdout, /No countermeasure has a cost/);
        });
        withFiles({ 'main.iacs': model.replace(' cost 900', '') }, cwd => {
            const { stdout } = iacs(['plan', '--today', '2026-06-01', '--format', 'markdown'], { cwd });
            assert.match(stdout, /The cost of Backup is not said and counts as 0/);
        });
        withFiles({ 'main.iacs': model }, cwd => {
            const { code, stderr } = iacs(['plan', '--budget', 'much'], { cwd });
            assert.deepEqual([code, stderr], [2, 'iacs: --budget expects an amount such as 25000, not "much".\n']);
            assert.match(iacs(['plan', '--zone', 'Contol'], { cwd }).stderr, /Did you mean Control\?/);
        });
    });

    it('shows code as code in Markdown, and what a model says as it is', () => {
        const text = 'system Plant\nzone A { SL-T 1 asset P : plc misses SR 1.1 because "x" due 2030-01-01 }\n';
        withFiles({ 'main.iacs': text }, cwd => {
            const { stdout } = iacs(['plan', '--today', '2026-06-01', '--format', 'markdown'], { cwd });
            assert.match(stdout, /^- SR 1\.1 at A: `meets` once it is done \(due 2030-01-01\), or `compensates` by/mu);
            assert.doesNotMatch(stdout, /\\`/u);
        });
    });

    it('names a countermeasure by its id too, in each format: two may have one title', () => {
        const text =
            'system Plant\nzone A { SL-T 1 asset P : plc applies First, Second }\n' +
            'countermeasure First "Accounts" { meets SR 1.1 status planned due 2030-01-01 }\n' +
            'countermeasure Second "Accounts" { meets SR 2.1 status planned due 2030-01-01 }\n';
        withFiles({ 'main.iacs': text }, cwd => {
            const printed = (format: string): string =>
                iacs(['plan', '--today', '2026-06-01', '--format', format], { cwd }).stdout;
            for (const id of ['First', 'Second']) {
                assert.match(printed('markdown'), new RegExp(`^\\| \\d \\| ${id}, Accounts \\|`, 'mu'));
                assert.match(printed('text'), new RegExp(`^\\d\\. ${id} "Accounts"$`, 'mu'));
                assert.ok(printed('json').includes(`"measure": "${id}"`));
            }
        });
    });

    it('calls nothing done where nothing is asked for, and nothing is compared', () => {
        const zone = (facts: string): string => `system Plant { owner "Operations" }\nzone Control { ${facts} }\n`;
        const threat = 'threat T { against Control likelihood 2 consequence 2 }\n';
        const answers = {
            [zone('kind control')]:
                'No SL-T is stated, so no requirement is asked for, and no risk is compared with a tolerable one.',
            [zone('kind control SL-T 0')]:
                'Nothing is open of what an SL-T asks for, and no risk is compared with a tolerable one.',
            [zone('kind control SL-T 0') + threat]:
                'Nothing is open of what an SL-T asks for, and no risk is compared with a tolerable one.',
            [`${zone('kind control SL-T 0').replace('owner', 'tolerable-risk 6 owner')}${threat}`]:
                'Nothing is open of what an SL-T asks for, and no risk that is assessed is above tolerable.',
        };
        for (const [text, answer] of Object.entries(answers))
            withFiles({ 'main.iacs': text }, cwd => {
                for (const format of ['text', 'markdown'])
                    assert.ok(iacs(['plan', '--format', format], { cwd }).stdout.includes(`\n${answer}\n`), text);
            });
    });
});
