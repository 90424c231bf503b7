import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Clause } from '../src/model/index.ts';
import { leftOpen, unprovedBy } from '../src/rules/index.ts';
import { readPaths, readSpread } from '../src/views/paths/index.ts';
import { assumeCase } from '../src/views/what-if/index.ts';
import { load, type Loaded } from './support/load.ts';
import { plantText, random, randomPlant, type Plant } from './support/random-plant.ts';

/** What keeps the first invariant of a model from being proved: the names of devices and conduits. */
function keptBy({ assessment }: Loaded): readonly string[] {
    const [verdict] = assessment.invariants;
    assert.equal(verdict!.holds, true, 'the invariant is broken');
    return [...new Set(unprovedBy(assessment, verdict!.clauses).map(({ element }) => element))];
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

    it('is a device that joins the office with the world outside, or leads there, though no rule asks for it', () => {
        const text = (device: string, office = 'conduit In between Office and Control { flow Pc -> Plc : https }') =>
            chain(office, 'deny path from Net to Control').replace(
                'asset Pc : office-computer }',
                `asset Pc : office-computer ${device} }\nzone Net { kind external asset Cloud : server }`,
            );
        assert.deepEqual(keptBy(load(text('asset R : router { serves Net }'))), ['Office.R']);
        assert.deepEqual(keptBy(load(text('asset M : cellular-modem'))), ['Office.M']);
        assert.deepEqual(keptBy(load(text('asset R : router { serves Net }', ''))), []);
        assert.deepEqual(keptBy(load(text('asset S : switch'))), []);
    });

    it('is a host after `via` that does not say where it has interfaces', () => {
        const over = (host: string): string =>
            chain(`conduit In between Office and Control { via J asset J : ${host} flow Pc -> J : rdp }`, deny);
        assert.deepEqual(keptBy(load(over('jump-host'))), ['In.J']);
        assert.deepEqual(keptBy(load(over('jump-host { serves Office }'))), []);
        assert.deepEqual(keptBy(load(over('proxy'))), []);
        const through = over('jump-host').replace(deny, 'require path from Office to Control through In.J');
        assert.deepEqual(keptBy(load(through)), []);
        const inDmz = `${dmzControl.replace('{ }', '{ via Dmz.Mirror flow Mirror -> Drive : opc-ua }')}
flow Office.Pc -> Dmz.Mirror : https`.replace('Drive', 'Dmz.Mirror');
        assert.deepEqual(keptBy(load(chain(inDmz, deny))), ['Dmz.Mirror']);
    });
});

describe('Which connections leave an invariant open', () => {
    /** Zones with two servers each, and what joins them. */
    const zones = (joined: string, invariant: string): string => `system Plant
${['A', 'B', 'C', 'D'].map(name => `zone ${name} { kind control asset P : server asset Q : server }`).join('\n')}
${joined}
invariant Apart { ${invariant} }
`;

    it('are those that a path may take twice, and those behind them', () => {
        const text = `conduit AB between A and B { }
flow A.Q -> C.P : https
conduit CD between C and D { }`;
        assert.deepEqual(keptBy(load(zones(text, 'deny path from A.P to D'))), ['AB', 'CD']);
        assert.deepEqual(keptBy(load(zones(text, 'deny path from A.Q to D'))), ['CD']);
        assert.deepEqual(keptBy(load(zones(text, 'deny path from A.P to A.Q'))), ['AB']);
        assert.deepEqual(keptBy(load(zones(text, 'deny path from A to A'))), ['AB']);
    });

    it('are conduits of three zones from each of these to each other one', () => {
        const abc = 'conduit ABC between A and B and C { }';
        for (const [from, to] of ['AB', 'BA', 'AC', 'CA', 'BC', 'CB'])
            assert.deepEqual(keptBy(load(zones(abc, `deny path from ${from} to ${to}`))), ['ABC'], `${from} ${to}`);
        assert.deepEqual(keptBy(load(zones(abc, 'deny path from A to D'))), []);
        const both = `${abc} conduit CD between C and D { }`;
        assert.deepEqual(keptBy(load(zones(both, 'deny path from A to D'))), ['ABC', 'CD']);
        assert.deepEqual(keptBy(load(zones(both, 'deny path from C to D'))), ['CD']);
        const behind = `${abc} flow B.P -> D.P : https`;
        assert.deepEqual(keptBy(load(zones(behind, 'deny path from A to D'))), ['ABC']);
        assert.deepEqual(keptBy(load(zones(`${behind} conduit AD between A and D { }`, 'deny path from A to D'))), [
            'ABC',
            'AD',
        ]);
        const oneWay = 'conduit ABC between A and B and C { one-way A -> B }';
        assert.deepEqual(keptBy(load(zones(oneWay, 'deny path from C to A'))), ['ABC']);
    });

    it('are all of a row, whatever else begins where they do', () => {
        const row = 'conduit AC between A and C { } conduit AB between A and B { } conduit BD between B and D { }';
        assert.deepEqual(keptBy(load(zones(row, 'deny path from C to D'))), ['AC', 'AB', 'BD']);
    });

    it('are one-way conduits against their direction, where a host of another zone is in one of theirs', () => {
        const oneWay = (more: string): string => `${more} conduit AB between A and B { one-way A -> B }`;
        assert.deepEqual(keptBy(load(zones(oneWay(''), 'deny path from B to A'))), []);
        const guest = 'zone E { kind control asset H : server { serves B } }';
        assert.deepEqual(keptBy(load(zones(oneWay(guest), 'deny path from B to A'))), ['AB']);
    });

    it('are conduits behind flows that only read, for who is not asked about writing', () => {
        const text = 'conduit AB between A and B { } flow B.P -> C.P : opc-ua { access read }';
        assert.deepEqual(keptBy(load(zones(text, 'deny path from A to C'))), ['AB']);
        assert.deepEqual(keptBy(load(zones(text, 'deny write path from A to C'))), []);
    });

    it('are devices in two zones that no conduit joins, unless the path has to pass them', () => {
        const device = (type: string): string => `zone Hall { kind control asset Sw : ${type} { serves A, B } }`;
        assert.deepEqual(keptBy(load(zones(device('switch'), 'deny path from A to B'))), ['Hall.Sw']);
        assert.deepEqual(keptBy(load(zones(device('switch'), 'require path from A to B through Hall'))), []);
        assert.deepEqual(keptBy(load(zones(device('switch'), 'require path from A to B through C'))), ['Hall.Sw']);
        const heldApart = (type: string): string => `conduit AC between A and C {
  via Fw
  asset Fw : ${type} { serves A, B }
  flow A.P -> C.P : https
}
conduit BD between B and D { via AC.Fw flow B.P -> D.P : https }`;
        assert.deepEqual(keptBy(load(zones(heldApart('firewall'), 'deny path from A to B'))), []);
        assert.deepEqual(keptBy(load(zones(heldApart('switch'), 'deny path from A to B'))), ['AC.Fw']);
    });

    it('are lines out of zones, one to the other, unless the path has to pass them', () => {
        const lines = (more: string): string => `zone X { kind control asset M1 : modem ${more} }
zone Y { kind control asset M2 : modem }
flow A.P -> X.M1 : https flow Y.M2 -> B.P : https`;
        const unlike = (text: string, ...ids: readonly string[]): readonly string[] =>
            keptBy(load(text)).filter(id => !ids.includes(id));
        assert.deepEqual(unlike(zones(lines(''), 'deny path from A to B')), ['X.M1', 'Y.M2']);
        assert.deepEqual(unlike(zones(lines(''), 'require path from A to B through X.M1')), []);
        assert.deepEqual(unlike(zones(lines(''), 'require path from A to B through C')), ['X.M1', 'Y.M2']);
    });

    it('are cables that are called hard-wired, in the direction of their arrows', () => {
        const cable = (arrow: string): string => `flow A.P ${arrow} B.P : hardwired-io`;
        assert.deepEqual(keptBy(load(zones(cable('->'), 'deny path from A to B'))), ['A.P']);
        assert.deepEqual(keptBy(load(zones(cable('->'), 'deny path from B to A'))), []);
        assert.deepEqual(keptBy(load(zones(cable('<->'), 'deny path from B to A'))), ['A.P']);
        const on = `${cable('->')} flow B.P -> C.P : https`;
        assert.deepEqual(keptBy(load(zones(on, 'require path from A to C through B.Q'))), ['A.P']);
        assert.deepEqual(keptBy(load(zones(on, 'require path from A to C through B.P'))), []);
    });

    it('are flows against the direction of their conduits, which these do not stop for sure', () => {
        const oneWay = (flow: string): string => `conduit AB between A and B { one-way A -> B ${flow} }`;
        const [into, back] = ['deny path from B to A', 'deny path from A to B'];
        assert.deepEqual(keptBy(load(zones(oneWay('flow B.P -> A.P : https'), into))), ['B.P']);
        assert.deepEqual(keptBy(load(zones(oneWay('flow B.P -> A.P : https'), back))), []);
        assert.deepEqual(keptBy(load(zones(oneWay('flow A.P <-> B.P : https'), into))), ['A.P']);
        assert.deepEqual(keptBy(load(zones(oneWay('flow A.P -> B.P : https'), into))), []);
        // Who opens it is not known, which counts as both.
        const unknown = load(zones(oneWay('flow A.P -- B.P : https'), into));
        assert.deepEqual(keptBy(unknown), ['A.P']);
        assert.match(
            unknown.findings.find(({ rule }) => rule === 'flow-direction-unknown')!.message,
            /both directions count as open, and Apart cannot be proved\./,
        );
        assert.deepEqual(keptBy(load(zones(oneWay('flow B.P -- A.P : https'), into))), ['B.P']);
        const excepted = `${into} except flow B.P -> A.P because "Tried" until 2999-01-01`;
        assert.deepEqual(keptBy(load(zones(oneWay('flow B.P -> A.P : https'), excepted))), []);
        const through = 'require path from B to A through B.P';
        assert.deepEqual(keptBy(load(zones(oneWay('flow B.P -> A.P : https'), through))), []);
        assert.deepEqual(keptBy(load(zones(oneWay('flow B.Q -> A.P : https'), through))), ['B.Q']);
        const [found] = load(zones(oneWay('flow B.P -> A.P : https'), into)).findings.filter(
            ({ rule }) => rule === 'one-way-contradicted',
        );
        assert.match(found!.message, /AB is one-way from A to B, so Apart cannot be proved\. Correct one of the two\./);
    });

    it('are conduits to a carrier of which no carried conduit states a flow', () => {
        const text = (flow: string): string => `zone Net { kind external }
conduit Way between A and Net { }
conduit Link between B and C { over Net ${flow} }`;
        const denied = 'deny path from A to Net';
        assert.deepEqual(keptBy(load(zones(text(''), denied))), ['Way']);
        assert.deepEqual(keptBy(load(zones(text('flow B.P -> C.P : https'), denied))), ['Way']);
    });

    it('are no conduits that carry others, but are those that are carried', () => {
        const carried = (flow: string): string => `zone Net { kind external }
conduit Way between A and Net { }
conduit Link between A and B { over Net ${flow} }`;
        const denied = 'deny path from A to B';
        assert.deepEqual(keptBy(load(zones(carried(''), denied))), ['Link']);
        assert.deepEqual(keptBy(load(zones(carried(''), 'deny path from A to Net'))), ['Way']);
        assert.deepEqual(keptBy(load(zones(carried('flow B.P -> A.P : https'), denied))), []);
        assert.deepEqual(keptBy(load(zones(carried('flow B.P -> A.P : https'), 'deny path from A to Net'))), []);
        assert.deepEqual(
            keptBy(
                load(zones('zone Net { kind external } conduit Way between A and Net { }', 'deny path from A to Net')),
            ),
            ['Way'],
        );
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
        const broken = 'conduit Up between Cell and Control { flow Cell.Drive -> Control.Plc : https }';
        const two = `${deny} deny path from Cell to Control`;
        assert.match(said(chain(`${direct} ${broken}`, two))!, /It joins Office and Control\. /);
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

/**
 * A plant of servers, in which each flow opens sessions in both directions of its conduit and nothing is excepted. No
 * conduit names one of them after `via`.
 */
function plain(plant: Plant): Plant {
    return {
        ...plant,
        assets: plant.assets.map(asset => ({ ...asset, type: 'server' })),
        conduits: plant.conduits.map(conduit => ({ ...conduit, oneWay: null, via: null })),
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

    it('is one by movement inside zones too where that is counted, and no other', () => {
        let moved = 0;
        fc.assert(
            fc.property(seeds, seed => {
                const plants = randomPlant(random(seed));
                for (const [plant, isPlain] of [
                    [plain(plants), true],
                    [plants, false],
                ] as const) {
                    const { assessment } = load(plantText(plant), { withoutRules: true });
                    const after = load(plantText(filled(plant)), { withoutRules: true }).assessment.reach;
                    const { zones, assets } = assessment.lookup.model;
                    const ends = [...zones, ...assets].map(({ id }) => id);
                    for (const [from, to] of ends.flatMap(one => ends.map(other => [one, other] as const))) {
                        if (from === to || assessment.reach.shortestPath(from, to, { lateral: true })) continue;
                        const question = { from: [from], to: [to] };
                        const open = leftOpen(assessment, [{ ...question, past: { lateral: true } }]).length > 0;
                        const leads = after.shortestPath(from, to, { lateral: true }) !== null;
                        if (isPlain) assert.equal(open, leads, `${from} to ${to}`);
                        else assert.ok(open || !leads, `${from} to ${to}`);
                        if (open && leftOpen(assessment, [question]).length === 0) moved++;
                    }
                }
            }),
            { numRuns: 250 },
        );
        assert.ok(moved > 5, `${moved} questions`);
    });

    it('is named by each form of paths and assume that counts movement inside zones', () => {
        const text = `system Plant
zone Office { kind enterprise asset Pc : office-computer }
zone Dmz { kind dmz asset Jump : jump-host asset Spare : jump-host }
zone Control { kind control asset Plc : plc }
zone Cell { kind control asset Drive : drive }
conduit In between Office and Dmz { flow Office.Pc -> Dmz.Jump : rdp }
conduit On between Dmz and Control { flow Dmz.Spare -> Control.Plc : https }
conduit Own between Control and Cell { }
`;
        const { assessment } = load(text);
        const names = (open: readonly { readonly element: string }[]): readonly string[] =>
            open.map(({ element }) => element);
        const own = 'Own joins Control and Cell, and no flow states what passes there.';
        for (const lateral of [false, true]) {
            const path = readPaths(assessment, { from: 'Office.Pc', to: 'Cell', all: null, lateral });
            assert.deepEqual(names(path.undescribed), lateral ? ['Own'] : []);
            const spread = (end: string, side: 'from' | 'to'): readonly string[] =>
                names(readSpread(assessment, { end, side, lateral, limit: 9 }).undescribed);
            assert.deepEqual(spread('Office.Pc', 'from'), lateral ? ['Own'] : []);
            assert.deepEqual(spread('Cell.Drive', 'to'), ['Own']);
            assert.deepEqual(assumeCase(assessment, ['Office.Pc'], lateral, 0).notKnown, lateral ? [own] : []);
        }
        const aside = load(`${text}zone Side { kind control asset P : plc asset Q : plc }
flow Side.P -> Control.Plc : https
zone Mid { kind control asset M : plc }
flow Mid.M -> Side.Q : https
zone Last { kind control asset R : plc }
conduit Line between Last and Mid { one-way Last -> Mid }
`).assessment;
        for (const lateral of [false, true]) {
            const { undescribed } = readSpread(aside, { end: 'Control.Plc', side: 'to', lateral, limit: 9 });
            assert.deepEqual(names(undescribed), lateral ? ['Own', 'Line'] : ['Own']);
        }
    });
});
