import assert from 'node:assert/strict';
import { alternativesOf } from '../src/assessment/plan/alternatives.ts';
import { planOf } from '../src/assessment/index.ts';
import { load } from './support/load.ts';
import { byTrying } from './support/planned.ts';
import { random } from './support/random-plant.ts';

const anyway = { budget: null, until: null, zone: null };

const planned = async (text: string) => {
    const { assessment, whole, problems } = load(text, { withoutRules: true });
    assert.deepEqual(problems, []);
    const plan = await planOf(assessment, whole, anyway, byTrying);
    return {
        steps: plan.steps.map(step => step.countermeasure.id),
        cost: plan.cost,
        proved: plan.proved,
        unreachable: plan.unreachable.length,
    };
};

describe('The smallest sets that do something', () => {
    it('are those of an exhaustive search, on 1,000 of up to four sets', () => {
        for (let seed = 1; seed <= 1000; seed++) {
            const below = random(seed);
            const count = 1 + below(7);
            const ways = Array.from({ length: 1 + below(4) }, () =>
                Array.from({ length: 1 + below(4) }, () => below(count)).reduce((mask, item) => mask | (1 << item), 0),
            );
            const doesMask = (set: number): boolean => ways.some(way => (set & way) === way);
            const expected: string[] = [];
            for (let set = 1; set < 1 << count; set++) {
                const items = Array.from({ length: count }, (_, item) => item).filter(item => (set >> item) & 1);
                if (doesMask(set) && !items.some(item => doesMask(set & ~(1 << item)))) expected.push(items.join());
            }
            const { alternatives, complete } = alternativesOf(
                Array.from({ length: count }, (_, item) => item),
                set => doesMask(set.reduce((mask, item) => mask | (1 << item), 0)),
            );
            assert.deepEqual(alternatives.map(each => each.join()).sort(), expected.sort(), `seed ${seed}`);
            assert.equal(complete, true);
        }
    });

    it('says that there may be others where it gives up', () => {
        // One of two, for each of six pairs: 64 sets.
        const { alternatives, complete } = alternativesOf(
            Array.from({ length: 12 }, (_, item) => item),
            set => [0, 1, 2, 3, 4, 5].every(pair => set.includes(2 * pair) || set.includes(2 * pair + 1)),
        );
        assert.equal(complete, false);
        assert.ok(alternatives.length > 0 && alternatives.every(each => each.length === 6));
    });
});

describe('The plan', () => {
    const inherited = (own: number): string => `system Plant
zone Plant {
  meets SR 2.1 by Rights, Review
  zone Cell { SL-T { UC 1 } asset Plc : plc applies Own }
}
countermeasure Rights { status planned cost 200 }
countermeasure Review { status planned cost 300 }
countermeasure Own { meets SR 2.1 status proposed cost ${own} }
`;

    it('weighs what a zone applies against what the zone around it states', async () => {
        const dear = await planned(inherited(700));
        assert.deepEqual([dear.steps.toSorted(), dear.cost, dear.proved], [['Review', 'Rights'], 500, true]);
        assert.deepEqual(await planned(inherited(400)), { ...dear, steps: ['Own'], cost: 400 });
    });

    it('has the cheapest choice of more lines of a threat than are combined one by one', async () => {
        const lines = Array.from({ length: 11 }, (_, at) => `  mitigated by M${at}, N to likelihood ${at < 9 ? 2 : 1}`);
        const text = `system Plant { tolerable-risk 4 }
zone A { asset P : plc applies N, ${Array.from({ length: 11 }, (_, at) => `M${at}`).join(', ')} }
countermeasure N { status planned cost 5 }
${Array.from({ length: 11 }, (_, at) => `countermeasure M${at} { status planned cost ${at === 10 ? 7 : 9} }`).join('\n')}
threat T {\n  against A\n  likelihood 4\n  consequence 4\n${lines.join('\n')}\n}\n`;
        const { steps, cost, proved, unreachable } = await planned(text);
        assert.deepEqual([steps.toSorted(), cost, proved, unreachable], [['M10', 'N'], 12, true, 0]);
    });

    it('orders by the risk for the money where costs are below one, and adds them as people do', async () => {
        const threat = (name: string, by: string, to: number): string =>
            `threat ${name} { against A.P likelihood 4 consequence 5 mitigated by ${by} to likelihood ${to} }\n`;
        const plan = await planned(`system Plant { tolerable-risk 10 }
zone A { asset P : plc applies Dear, Cheap }
countermeasure Dear { status planned cost 0.2 }
countermeasure Cheap { status planned cost 0.1 }
${threat('T', 'Dear', 1)}${threat('U', 'Cheap', 2)}`);
        assert.deepEqual([plan.steps, plan.cost], [['Cheap', 'Dear'], 0.3]);
    });
});
