import assert from 'node:assert/strict';
import fc from 'fast-check';

import { defaultMatrixReading } from '../src/assessment/index.ts';
import { forecastOf } from '../src/views/forecast/index.ts';
import { between } from './support/compared.ts';
import { planned } from './support/planned.ts';
import { load, type Loaded } from './support/load.ts';
import { reportOf } from './support/report.ts';

/** What stands on the way from the office to the controller: nodes, who reaches whom, and what is applied at each. */
interface Plant {
    /** From each node to some later ones; the first is the office, the last the controller. */
    readonly edges: readonly (readonly number[])[];
    /** For each node the numbers of the countermeasures that work there. */
    readonly applied: readonly (readonly number[])[];
    /** The countermeasures of each line, and to what they lower the likelihood and the consequence. */
    readonly lines: readonly { by: readonly number[]; likelihood: number; consequence: number }[];
    readonly measures: number;
}

/** The plant as text: each node is a server in a zone of its own. */
function text({ edges, applied, lines, measures }: Plant): string {
    const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
    const applies = (node: number): string =>
        applied[node]!.length === 0 ? '' : ` { applies ${applied[node]!.map(id => `M${id}`).join(', ')} }`;
    return [
        'system Plant { tolerable-risk 4 }',
        ...numbers(edges.length).map(node => `zone Z${node} { asset A : server${applies(node)} }`),
        ...edges.flatMap((next, from) =>
            next.map(to => `conduit C${from}To${to} between Z${from} and Z${to} { flow Z${from}.A -> Z${to}.A : ssh }`),
        ),
        ...numbers(measures).map(id => `countermeasure M${id} { status implemented }`),
        `threat T { from Z0 against Z${edges.length - 1} likelihood 5 consequence 5`,
        ...lines.map(
            ({ by, likelihood, consequence }) =>
                `  mitigated by ${by.map(id => `M${id}`).join(', ')} to likelihood ${likelihood} ` +
                `consequence ${consequence}`,
        ),
        '}\n',
    ].join('\n');
}

/** Every path, one by one: the highest product of what its lines lower to. A line of what is nowhere counts nowhere. */
function byDefinition({ edges, applied, lines }: Plant): number {
    const last = edges.length - 1;
    const walk = (node: number, passed: readonly number[]): number => {
        const places = [...passed, ...applied[node]!];
        if (node === last) {
            const held = lines.filter(({ by }) => by.every(id => places.includes(id)));
            const lowest = (axis: 'likelihood' | 'consequence'): number => Math.min(5, ...held.map(each => each[axis]));
            return lowest('likelihood') * lowest('consequence');
        }
        return Math.max(0, ...edges[node]!.map(next => walk(next, places)));
    };
    return walk(0, []);
}

const risk = (model: string) => {
    const { assessment, problems } = load(model);
    assert.deepEqual(
        problems.map(({ message }) => message),
        [],
    );
    return assessment.risk.threats[0]!;
};

/** What is said of the residual risk. */
const found = ({ findings }: Loaded): readonly string[] =>
    findings.filter(({ rule }) => rule === 'residual-risk-above-tolerable').map(({ message }) => message);

/** Nodes one after another or side by side; each reaches the next one, so that a path is always there. */
const plants: fc.Arbitrary<Plant> = fc
    .record({ nodes: fc.integer({ min: 3, max: 7 }), measures: fc.integer({ min: 1, max: 6 }) })
    .chain(({ nodes, measures }) => {
        const some = (most: number) => fc.uniqueArray(fc.nat(measures - 1), { maxLength: most });
        return fc.record({
            edges: fc.tuple(
                ...Array.from({ length: nodes }, (_, from) =>
                    from === nodes - 1
                        ? fc.constant([])
                        : fc
                              .subarray(Array.from({ length: nodes - from - 1 }, (__, index) => from + 1 + index))
                              .map(next => [...new Set([from + 1, ...next])]),
                ),
            ),
            applied: fc.tuple(...Array.from({ length: nodes }, () => some(2))),
            lines: fc.array(
                fc.record({
                    by: some(4).filter(by => by.length > 0),
                    likelihood: fc.integer({ min: 1, max: 5 }),
                    consequence: fc.integer({ min: 1, max: 5 }),
                }),
                { maxLength: 5 },
            ),
            measures: fc.constant(measures),
        });
    });

/** Guests that each take a room, one after the other, and a line that holds whenever two of them take the same one. */
function crowded(guests: number, rooms: number): Plant {
    const node = (guest: number, room: number): number => 1 + guest * rooms + room;
    const last = 1 + guests * rooms;
    const all = Array.from({ length: rooms }, (_, room) => room);
    const edges: number[][] = Array.from({ length: last + 1 }, () => []);
    edges[0] = all.map(room => node(0, room));
    const lines: { by: number[]; likelihood: number; consequence: number }[] = [];
    for (let guest = 0; guest < guests; guest++)
        for (const room of all) {
            edges[node(guest, room)] = guest === guests - 1 ? [last] : all.map(next => node(guest + 1, next));
            for (let other = 0; other < guest; other++)
                lines.push({ by: [node(other, room), node(guest, room)], likelihood: 1, consequence: 5 });
        }
    const applied = edges.map((_, index) => (index === 0 || index === last ? [] : [index]));
    return { edges, applied, lines, measures: last };
}

describe('The worst path of a threat', () => {
    it('is the worst of all paths, tried one by one', () => {
        let several = 0;
        fc.assert(
            fc.property(plants, plant => {
                const { today } = risk(text(plant));
                assert.equal(today.undecided, null);
                // What is applied nowhere is on no path.
                assert.equal(today.rating?.risk, byDefinition(plant));
                if (today.round && today.round.measures.length > 1) several++;
            }),
            { numRuns: Number(process.env['IACS_EDITS'] ?? 300), seed: 62443 },
        );
        assert.ok(several >= 5, String(several));
    });

    it('is found among more choices of countermeasures than can be tried, also where no path misses all of them', () => {
        const plant = crowded(6, 6);
        const { today, residual, tolerable } = risk(text(plant));
        assert.deepEqual([residual?.label, tolerable, today.undecided], ['25', 4, null]);
        assert.equal(today.round?.lines.length, plant.lines.length);
    });

    it('is said not to be known where it takes too long to find, and the risk is not shown too low', async () => {
        const undecided = text(crowded(7, 6));
        const loaded = load(undecided);
        const { today, residual, planned: later } = loaded.assessment.risk.threats[0]!;
        assert.deepEqual([today.rating?.label, today.undecided?.label], ['5', '5 to 25']);
        assert.deepEqual([residual?.label, residual?.risk, later?.risk], ['5 to 25', 25, 25]);
        // More than the lower risk is tolerable, so it is known to be too high; with 6, nothing is known.
        assert.deepEqual(found(loaded), [
            'The residual risk of "T" is 5 to 25, above the tolerable 4. Name fewer countermeasures in its `mitigated by` lines, or ' +
                'have the risk accepted.',
        ]);
        const open = load(undecided.replace('tolerable-risk 4', 'tolerable-risk 6'));
        assert.deepEqual(found(open), [
            'Whether the residual risk of "T" is above the tolerable 6 cannot be told: it is 5 to 25, since its lines ' +
                'name too many countermeasures to try every path past them. Name fewer countermeasures in its ' +
                '`mitigated by` lines, or have the risk accepted.',
        ]);
        const [, target] = /against (Z\d+)/.exec(undecided)!;
        const guarded = load(
            undecided
                .replace('tolerable-risk 4', 'tolerable-risk 6')
                .replace(`zone ${target} {`, `zone ${target} { applies Guard`)
                .replace(
                    'countermeasure M0',
                    'countermeasure Guard { status verified evidence "g" until 2026-07-01 }\n$&',
                )
                .replace('  mitigated', '  mitigated by Guard to likelihood 1 consequence 1\n$&'),
        );
        assert.deepEqual(
            guarded.findings.filter(({ rule }) => rule === 'risk-will-rise').map(({ message }) => message),
            [
                'From 2026-07-02 on it cannot be told whether the residual risk of "T" is above the tolerable 6: it is 5 ' +
                    'to 25, and 1 today. Evidence of Guard (good until 2026-07-01) expires: renew it before.',
            ],
        );
        const { risk: part, summary } = reportOf(open);
        const [row] = part.threats;
        assert.deepEqual([row?.verdict, row?.residual, row?.planned], ['undecided', '5 to 25', '5 to 25']);
        assert.equal(row?.measures[0]?.why, 'a path may go round it: not every path was tried');
        assert.deepEqual([summary.threats, summary.threatsAboveTolerable, summary.threatsCompared], [1, 0, 0]);
        const plan = await planned(open.assessment, open.whole, 'plan');
        assert.equal(
            plan[1],
            '  open: risk of T: fewer countermeasures in its `mitigated by` lines: which path is the worst cannot be told',
        );
        const changed = between(
            undecided,
            text({ ...crowded(7, 6), lines: [{ by: [1], likelihood: 1, consequence: 5 }] }),
        );
        assert.deepEqual(
            changed.security.reasons
                .filter(({ kind }) => kind.startsWith('risk-'))
                .map(({ direction, text: said }) => `${direction}: ${said}`),
            [
                'neutral: T is rated otherwise by hand: mitigated by M1 as well',
                'neutral: it cannot be told whether the residual risk of T has changed, since not every path was ' +
                    'tried (5 to 25 → 25)',
            ],
        );
    });

    it('is said not to be known in a forecast too, and not to be above what is tolerable', () => {
        const plant = crowded(7, 6);
        const shield = plant.measures;
        const applied = plant.applied.map((ids, node) => (node === plant.edges.length - 1 ? [...ids, shield] : ids));
        const lines = [...plant.lines, { by: [shield], likelihood: 1, consequence: 1 }];
        const shielded = text({ ...plant, applied, lines, measures: shield + 1 })
            .replace('tolerable-risk 4', 'tolerable-risk 6')
            .replace(
                `countermeasure M${shield} { status implemented`,
                `countermeasure M${shield} { status implemented evidence "log.md" dated 2026-01-01 valid 12 months`,
            );
        const { whole } = load(shielded);
        const forecast = forecastOf({ whole, from: '2026-06-01', until: '2027-06-01', matrix: defaultMatrixReading });
        const [step] = forecast.events.filter(({ kind }) => kind === 'risk');
        assert.equal(
            step?.what,
            'risk of T: 1 → 5 to 25, of which it cannot be told whether it is above the tolerable 6',
        );
        assert.deepEqual(step?.risk, { before: '1', after: '5 to 25', tolerable: '6', above: null });
    });
});
