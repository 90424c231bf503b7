import assert from 'node:assert/strict';
import { gapsAt } from '../src/assessment/hop-gaps.ts';
import { load } from './support/load.ts';

interface Case {
    /** What A, B and the conduit between them say. */
    readonly a?: string;
    readonly b?: string;
    readonly link?: string;
    readonly protocol?: string;
    /** In the block of the flow. */
    readonly flow?: string;
}

/** What a session from A.X to B.Y over the conduit Link lets through, one line for each requirement. */
function lets({ a = '', b = '', link = '', protocol = 'modbus-tcp', flow = '' }: Case) {
    const text = `system Plant
zone A { ${a} asset X : server }
zone B { ${b} asset Y : plc }
conduit Link between A and B {
  ${link}
  flow A.X -> B.Y : ${protocol} { ${flow} }
}
countermeasure Wall { status implemented }
countermeasure Backup { status implemented meets SR 7.3 }
countermeasure Later { status planned }
`;
    const { assessment, problems } = load(text);
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    const { gaps, unasked } = gapsAt(assessment, assessment.reach.shortestPath('A.X', 'B.Y')!.hops[0]!);
    return {
        gaps: gaps.map(({ subject, requirement, state }) => `${subject} ${requirement} ${state}`),
        unasked,
        techniques: gaps.map(({ techniques }) => techniques.map(({ id }) => id)),
    };
}

const boundary = ['SR 5.1', 'SR 5.2', 'SR 3.1', 'SR 4.1'].map(id => `Link ${id} not-assessed`);
const inside = ['SR 1.1', 'SR 2.1', 'SR 3.2', 'SR 3.5', 'SR 7.7'].map(id => `B ${id} not-assessed`);
const without = (lines: readonly string[], ...gone: readonly string[]): readonly string[] =>
    lines.filter(line => !gone.some(id => line.includes(` ${id} `)));

describe('What a hop lets through', () => {
    it('is asked of the boundary and of the zone in which it ends, by what their SL-T asks', () => {
        assert.deepEqual(lets({ b: 'SL-T 1', link: 'SL-T 1' }).gaps, [...boundary, ...inside]);
        assert.deepEqual(lets({ b: 'SL-T 0', link: 'SL-T 1' }).gaps, boundary);
        assert.deepEqual(lets({ b: 'SL-T 1', link: 'SL-T 0' }).gaps, inside);
        assert.deepEqual(
            lets({ b: 'SL-T 2', link: 'SL-T 2' }).gaps.filter(
                line => !boundary.includes(line) && !inside.includes(line),
            ),
            ['Link SR 1.2 not-assessed', 'Link SR 6.2 not-assessed', 'B SR 1.2 not-assessed', 'B SR 3.8 not-assessed'],
        );
    });

    it('is not said where no SL-T speaks', () => {
        assert.deepEqual(lets({}), { gaps: [], unasked: ['Link', 'B'], techniques: [] });
        assert.deepEqual(lets({ a: 'SL-T 1' }).unasked, ['B']);
        assert.deepEqual(lets({ b: 'SL-T 0' }).unasked, []);
        assert.deepEqual(lets({ b: 'SL-T { UC 1 }' }).unasked, []);
    });

    it('ends at what is met, compensated or excluded, and not at what is planned', () => {
        const says = (statement: string): readonly string[] => lets({ b: `SL-T 1 ${statement}`, link: 'SL-T 0' }).gaps;
        assert.deepEqual(says('meets SR 1.1 by Wall'), without(inside, 'SR 1.1'));
        assert.deepEqual(says('compensates SR 1.1 because "One locked room"'), without(inside, 'SR 1.1'));
        assert.deepEqual(says('excludes SR 1.1 because "No users"'), without(inside, 'SR 1.1'));
        assert.deepEqual(says('misses SR 1.1 because "One account"'), [
            'B SR 1.1 missed',
            ...without(inside, 'SR 1.1'),
        ]);
    });

    it('is answered by what the flow secures, and by what its protocols always do', () => {
        const target = { b: 'SL-T 2', link: 'SL-T 2' };
        const all = lets(target).gaps;
        const of = (more: Case): readonly string[] =>
            all.filter(line => !lets({ ...target, ...more }).gaps.includes(line));
        assert.deepEqual(of({ flow: 'secured authentication by Wall' }), [
            'Link SR 1.2 not-assessed',
            'B SR 1.2 not-assessed',
        ]);
        assert.deepEqual(of({ flow: 'secured encryption by Wall' }), ['Link SR 4.1 not-assessed']);
        assert.deepEqual(of({ flow: 'secured integrity by Wall' }), [
            'Link SR 3.1 not-assessed',
            'B SR 3.8 not-assessed',
        ]);
        assert.deepEqual(of({ flow: 'secured encryption by Backup' }), []);
        assert.deepEqual(of({ flow: 'secured encryption by Later' }), []);
        assert.deepEqual(of({ flow: 'secured encryption' }), []);
        assert.equal(of({ protocol: 'ssh' }).length, 5);
        assert.deepEqual(of({ protocol: 'ssh, modbus-tcp' }), []);
        assert.deepEqual(of({ protocol: 'opc-ua' }), []);
    });

    it('leaves input out where the session only reads', () => {
        const target = { b: 'SL-T 1', link: 'SL-T 0' };
        assert.deepEqual(lets({ ...target, flow: 'access read' }).gaps, without(inside, 'SR 3.5'));
        assert.deepEqual(lets({ ...target, flow: 'access write' }).gaps, inside);
    });

    it('names the techniques that are left open, those that a session serves first', () => {
        const open = (b: string): readonly string[] => {
            const { gaps, techniques } = lets({ b, link: 'SL-T 0' });
            return gaps.map((line, at) => `${line.split(' not')[0]}: ${techniques[at]!.slice(0, 5).join(' ')}`);
        };
        assert.deepEqual(open('SL-T 1'), [
            'B SR 1.1: T0843 T0886 T0885 T0836 T0839',
            'B SR 2.1: T0843 T0886 T0812 T0859 T0891',
            'B SR 3.2: T0866 T0847 T0864 T0865 T0817',
            'B SR 3.5: T0836 T0855',
            'B SR 7.7: T0866 T0847 T0822 T0885 T0803',
        ]);
        // What another requirement in place helps against is not left open.
        assert.deepEqual(open('SL-T 1 meets FR 1 SL 2, FR 2 SL 2, FR 7 SL 2 by Wall'), [
            'B SR 3.2: T0864 T0834 T0894 T0820 T0890',
            'B SR 3.5: ',
        ]);
    });

    it('inside a zone is asked of that zone alone', () => {
        const { assessment } = load(
            'system P zone A { SL-T 1 asset X : server asset Y : plc }\nflow A.X -> A.Y : ssh\n',
        );
        const [hop] = assessment.reach.shortestPath('A.X', 'A.Y')!.hops;
        const { gaps, unasked } = gapsAt(assessment, hop!);
        assert.deepEqual([...new Set(gaps.map(({ subject }) => subject))], ['A']);
        assert.deepEqual(unasked, []);
    });

    it('at a device of the conduit is asked of the conduit once', () => {
        const { assessment } = load(
            'system P zone A { asset X : server } zone B\n' +
                'conduit L between A and B { asset F : firewall flow A.X -> F : ssh }\n',
        );
        const [hop] = assessment.reach.shortestPath('A.X', 'L.F')!.hops;
        assert.deepEqual(gapsAt(assessment, hop!), { gaps: [], unasked: ['L'] });
    });
});
