import assert from 'node:assert/strict';
import { planOf, sever } from '../src/assessment/index.ts';
import { judgeFunctions } from '../src/assessment/cut/functions.ts';
import { load } from './support/load.ts';
import { byTrying } from './support/planned.ts';

/** Parts of a text, numbered from 1. */
const many = (count: number, part: (at: number) => string, between = '\n'): string =>
    Array.from({ length: count }, (_, at) => part(at + 1)).join(between);

function assessed(text: string) {
    const loaded = load(text, { withoutRules: true });
    assert.deepEqual(
        loaded.problems.map(({ message }) => message),
        [],
    );
    return loaded;
}

describe('What is too much to try', () => {
    it('is 65 parts in which a function may go on: then it is not said what becomes of it', () => {
        const verdict = (parts: number): string => {
            const { assessment } = assessed(
                `system Plant\nzone Hub\n${many(parts, at => `zone Z${at} { asset P : plc }\nconduit K${at} between Hub and Z${at}`)}
function All { needs ${many(parts, at => `Z${at}.P`, ', ')} }\n`,
            );
            const [found] = judgeFunctions(assessment, sever(assessment.lookup, ['Hub']));
            return `${found!.verdict}: ${found!.because}`;
        };
        assert.equal(verdict(64), 'lost: the cut separates Z2.P from the rest of what it needs');
        assert.equal(verdict(65), 'not-said: the cut leaves too many combinations to check');
    });

    it('is not eleven lines of a threat: what they name is combined then', async () => {
        const plan = async (lines: number) => {
            const { assessment, whole } = assessed(
                `system Plant { tolerable-risk 2 }
countermeasure M1 { status planned cost 1 }\ncountermeasure Last { status planned cost 1 }
zone A { asset P : plc applies M1, Last }
threat T { against A likelihood 4 consequence 2 ${many(lines - 1, () => 'mitigated by M1 to likelihood 3', ' ')}
  mitigated by Last to likelihood 1 }\n`,
            );
            const options = { budget: null, until: null, zone: null };
            const { steps, proved, unreachable } = await planOf(assessment, whole, options, byTrying);
            return [steps.map(step => step.countermeasure.id), proved, unreachable.length];
        };
        assert.deepEqual(await plan(10), [['Last'], true, 0]);
        assert.deepEqual(await plan(11), [['Last'], true, 0]);
    });

    it('is a 61st day on which a path may go', async () => {
        const healed = async (days: number) => {
            const day = (at: number): string => new Date(Date.UTC(2026, 5, 1 + at)).toISOString().slice(0, 10);
            const { assessment, whole } = assessed(
                `system Plant\nzone A { asset P : plc asset Q : plc }
${many(days, at => `flow A.P -> A.Q : https { port tcp ${at} retired on ${day(at)} }`)}
invariant I { deny path from A.P to A.Q }\n`,
            );
            const options = { budget: null, until: null, zone: null };
            const plan = await planOf(assessment, whole, options, ({ costs }) =>
                Promise.resolve({ items: costs.map((_, at) => at), proved: true, bound: 0 }),
            );
            return plan.healed.map(({ date }) => date);
        };
        assert.deepEqual(await healed(60), ['2026-07-31']);
        assert.deepEqual(await healed(61), []);
    });

    it('is a path of more than 500 hops in a list of paths', () => {
        const listed = (hops: number, maxLength: number) => {
            const { assessment } = assessed(
                `system Plant\nzone A {\n${many(hops + 1, at => `asset P${at} : plc`)}\n}
${many(hops, at => `flow A.P${at} -> A.P${at + 1} : https`)}\n`,
            );
            const { paths, complete } = assessment.reach.allSimplePaths('A.P1', `A.P${hops + 1}`, maxLength, 10);
            return [paths.length, complete];
        };
        assert.deepEqual(listed(3, 3), [1, true]);
        assert.deepEqual(listed(3, 2), [0, false]);
        assert.deepEqual(listed(500, 1000), [1, true]);
        assert.deepEqual(listed(501, 1000), [0, false]);
    });
});
