import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Clause } from '../src/model/index.ts';
import { leftOpen, unprovedBy } from '../src/rules/index.ts';
import { load, type Loaded } from './support/load.ts';
import { plantText, random, randomPlant, type Plant } from './support/random-plant.ts';

/** What keeps the first invariant of a model from being proved: the names of devices and conduits. */
function keptBy({ assessment }: Loaded): readonly string[] {
    const [verdict] = assessment.invariants;
    assert.equal(verdict!.holds, true, 'the invariant is broken');
    return unprovedBy(assessment, verdict!.clauses).map(({ element }) => element);
}

/** A chain of zones from the office to the controller; the text says which conduits join them. */
const chain = (conduits: string, invariant: string): string => `system Plant
zone Office { kind enterprise asset Pc : office-computer }
zone Dmz { kind dmz asset Mirror : server }
zone Control { kind control asset Plc : plc }
zone Cell { kind control asset Drive : drive }
${conduits}
invariant Apart { ${invariant} }
`;
const officeDmz = 'conduit OfficeDmz between Office and Dmz { }';
const dmzControl = 'conduit DmzControl between Dmz and Control { }';
const deny = 'deny path from Office to Control';

describe('What leaves an invariant open', () => {
    it('is a conduit that states no flow', () => {
        assert.deepEqual(keptBy(load(chain('conduit Direct between Office and Control { }', deny))), ['Direct']);
        assert.deepEqual(keptBy(load(chain('', deny))), []);
    });

    it('is such a conduit beside declared flows', () => {
        const declared = 'conduit OfficeDmz between Office and Dmz { flow Pc -> Mirror : https }';
        assert.deepEqual(keptBy(load(chain(`${declared} ${dmzControl}`, deny))), ['DmzControl']);
        const back = 'conduit OfficeDmz between Office and Dmz { flow Mirror -> Pc : https }';
        assert.deepEqual(keptBy(load(chain(`${back} ${dmzControl}`, deny))), []);
    });

    it('is several of them in a row, and of two ways the shorter one', () => {
        assert.deepEqual(keptBy(load(chain(`${officeDmz} ${dmzControl}`, deny))), ['OfficeDmz', 'DmzControl']);
        const direct = 'conduit Direct between Office and Control { }';
        assert.deepEqual(keptBy(load(chain(`${officeDmz} ${dmzControl} ${direct}`, deny))), ['Direct']);
    });

    it('is none that leads elsewhere', () => {
        const aside = 'conduit CellDmz between Cell and Dmz { }';
        assert.deepEqual(keptBy(load(chain(`${officeDmz} ${aside}`, deny))), []);
    });

    it('is none through which the path would pass where it has to', () => {
        const through = 'require path from Office to Control through Dmz';
        assert.deepEqual(keptBy(load(chain(`${officeDmz} ${dmzControl}`, through))), []);
        const direct = 'conduit Direct between Office and Control { }';
        assert.deepEqual(keptBy(load(chain(`${officeDmz} ${dmzControl} ${direct}`, through))), ['Direct']);
    });

    it('is none that leads over the device that a path has to pass', () => {
        const over = (via: string): string =>
            chain(
                `conduit Direct between Office and Control { ${via} asset Fw : firewall { serves Office, Control } }`,
                'require path from Office to Control through Direct.Fw',
            );
        assert.deepEqual(keptBy(load(over('via Fw'))), []);
        assert.deepEqual(keptBy(load(over('')))[0], 'Direct');
    });

    it('is a one-way conduit in its direction alone', () => {
        const oneWay = (way: string): string =>
            chain(`conduit Direct between Office and Control { one-way ${way} }`, deny);
        assert.deepEqual(keptBy(load(oneWay('Office -> Control'))), ['Direct']);
        assert.deepEqual(keptBy(load(oneWay('Control -> Office'))), []);
    });

    it('is none behind which the controller is only read', () => {
        const write = 'deny write path from Office to Control';
        const read = (access: string): string =>
            chain(
                `${officeDmz} conduit DmzControl between Dmz and Control { flow Mirror -> Plc : opc-ua ${access} }`,
                write,
            );
        assert.deepEqual(keptBy(load(read('{ access read }'))), []);
        assert.deepEqual(keptBy(load(read('{ access write }'))), ['OfficeDmz']);
        assert.deepEqual(keptBy(load(chain(`${officeDmz} ${dmzControl}`, write))), ['OfficeDmz', 'DmzControl']);
        assert.deepEqual(keptBy(load(chain('conduit Direct between Office and Control { }', write))), ['Direct']);
    });

    it('is a line out of the plant, and a conduit without flows behind it', () => {
        const modem = chain(dmzControl, deny).replace(
            'asset Mirror : server',
            'asset Mirror : server asset Modem : modem',
        );
        assert.deepEqual(keptBy(load(modem)), ['Dmz.Modem', 'DmzControl']);
    });
});

describe('The findings on a conduit that states no flow', () => {
    const said = (text: string): string | undefined =>
        load(text).findings.find(({ rule }) => rule === 'conduit-without-flows')?.message;

    it('name the invariants that it keeps from being proved', () => {
        const direct = 'conduit Direct between Office and Control { }';
        assert.match(said(chain(direct, deny))!, /It joins Office and Control, so Apart cannot be proved\./);
        assert.match(said(chain(direct, 'deny path from Control to Office'))!, /so Apart cannot be proved/);
        assert.match(said(chain(direct, 'deny path from Office to Cell'))!, /It joins Office and Control\. /);
    });
});

/** A plant with a flow in each direction between the zones of each conduit that states none. */
function filled(plant: Plant): Plant {
    const flows = plant.conduits
        .filter(({ name }) => !plant.flows.some(({ conduit }) => conduit === name))
        .flatMap(({ name, between }) =>
            between.flatMap(from =>
                between
                    .filter(to => to !== from)
                    .map(to => ({ from, to, arrow: '->', protocol: 'https', conduit: name, access: null })),
            ),
        );
    return { ...plant, flows: [...plant.flows, ...flows] };
}

/** A plant of servers, in which each flow opens sessions in both directions of its conduit and nothing is excepted. */
function plain(plant: Plant): Plant {
    return {
        ...plant,
        assets: plant.assets.map(asset => ({ ...asset, type: 'server' })),
        conduits: plant.conduits.map(conduit => ({ ...conduit, oneWay: null })),
        flows: plant.flows.filter(({ protocol }) => protocol === 'https'),
        invariants: plant.invariants.map(invariant => ({ ...invariant, except: null })),
    };
}

/** Whether each clause that holds is left open, and whether it holds where the conduits let everything through. */
function answers(
    plant: Plant,
): readonly { readonly clause: Clause; readonly open: boolean; readonly holds: boolean }[] {
    const { assessment } = load(plantText(plant), { withoutRules: true });
    const after = load(plantText(filled(plant)), { withoutRules: true }).assessment.invariants;
    return assessment.invariants.flatMap(({ clauses }, invariant) =>
        clauses.flatMap((verdict, number) => {
            if (!verdict.holds) return [];
            const open = unprovedBy(assessment, [verdict]).length > 0;
            return [{ clause: verdict.clause, open, holds: after[invariant]!.clauses[number]!.holds }];
        }),
    );
}

describe('A question that a conduit without flows leaves open', () => {
    const seeds = fc.integer({ min: 0, max: 1_000_000 });

    it('is one to which flows in it would give another answer, and no other', () => {
        let count = 0;
        fc.assert(
            fc.property(seeds, seed => {
                for (const { clause, open, holds } of answers(plain(randomPlant(random(seed))))) {
                    if (open) count++;
                    // A walk that writes may meet its end before.
                    if (!open || clause.access !== 'write') assert.equal(open, !holds);
                }
            }),
            { numRuns: 250 },
        );
        assert.ok(count > 20, `${count} clauses were open`);
    });

    it('is none less with one-way conduits, network devices and exceptions', () => {
        fc.assert(
            fc.property(seeds, seed => {
                for (const { open, holds } of answers(randomPlant(random(seed)))) assert.ok(open || holds);
            }),
            { numRuns: 250 },
        );
    });

    it('is asked of a path as it is of an invariant', () => {
        const { assessment } = load(chain(`${officeDmz} ${dmzControl}`, deny));
        const open = leftOpen(assessment, [{ from: ['Office'], to: ['Control'] }]);
        assert.deepEqual(
            open.map(({ message }) => message),
            [
                'OfficeDmz joins Office and Dmz, and no flow states what passes there.',
                'DmzControl joins Dmz and Control, and no flow states what passes there.',
            ],
        );
    });
});
