import assert from 'node:assert/strict';
import type { RiskAssessment, ThreatRisk } from '../src/assessment/index.ts';
import { readRiskMatrix } from '../src/assessment/index.ts';
import { defaultSettings } from '../src/settings/index.ts';
import type { Threat } from '../src/model/index.ts';
import { writeVector } from '../src/model/index.ts';
import { load, look } from './support/load.ts';
import { PathDefinition } from './support/path-definition.ts';
import { plantText, random, randomPlant } from './support/random-plant.ts';

const plant = `system Plant { tolerable-risk 6 }
zone Office { kind enterprise asset Erp : server }
zone Dmz { SL-T 2 asset Mirror : historian asset Jump : jump-host }
zone Control { SL-T 2 asset Hmi1 : hmi asset Plc1 : plc applies Accounts, Tokens }
zone Safety { SL-T 3 asset Sis : safety-controller }
conduit Orders between Office and Dmz { via Fw asset Fw : firewall { serves Office, Dmz } flow Office.Erp -> Dmz.Mirror : https }
conduit Remote between Dmz and Control { flow Dmz.Jump -> Control.Hmi1 : rdp }
conduit Status between Control and Safety { flow Safety.Sis -> Control.Hmi1 : modbus-tcp }
countermeasure Accounts { status implemented }
countermeasure Tokens { status planned due 2027-01-15 }
countermeasure Undecided
`;

function assess(text: string, settings: unknown = null): RiskAssessment {
    const matrix = readRiskMatrix(settings);
    const { assessment, problems } = load(text, { settings: { ...defaultSettings, riskMatrix: matrix } });
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    return assessment.risk;
}

function threat(body: string, settings: unknown = null): ThreatRisk {
    const [only] = assess(`${plant}threat T "A threat" {\n${body}\n}\n`, settings).threats;
    assert.ok(only);
    return only;
}

function labels({ unmitigated, residual, planned }: ThreatRisk): readonly (string | undefined)[] {
    return [unmitigated, residual, planned].map(rating => rating?.label);
}

/** A threat without ends. */
const sample: Threat = load('system Plant\nthreat T {}\n').model.threats[0]!;

describe('Risk of a threat', () => {
    it('counts the countermeasures that are in service today, and the planned ones apart', () => {
        const found = threat(
            'against Control.Plc1 likelihood 4 consequence 5 mitigated by Accounts to likelihood 3 mitigated by ' +
                'Tokens to likelihood 1',
        );
        assert.deepEqual(labels(found), ['20', '15', '5']);
        assert.deepEqual(
            found.mitigations.map(each => each.counts),
            ['today', 'planned'],
        );
        assert.equal(found.tolerable, 6);
    });

    it('counts a line only when all of its countermeasures are in service', () => {
        const found = threat(
            'against Control.Plc1 likelihood 4 consequence 5 mitigated by Accounts, Tokens to likelihood 2 ' +
                'consequence 3',
        );
        assert.deepEqual(labels(found), ['20', '20', '6']);
        assert.deepEqual(found.mitigations[0]?.waitingFor, ['Tokens']);
    });

    it('does not count a countermeasure of which nobody said a status', () => {
        const found = threat('against Control.Plc1 likelihood 4 consequence 5 mitigated by Undecided to likelihood 1');
        assert.deepEqual(labels(found), ['20', '20', '20']);
        assert.equal(found.mitigations[0]?.counts, 'no');
    });

    it('is lowered by the best line on each axis, and never raised', () => {
        const found = threat(
            'against Control.Plc1 likelihood 3 consequence 3 mitigated by Accounts to likelihood 5 mitigated by ' +
                'Accounts to consequence 2',
        );
        assert.deepEqual(labels(found), ['9', '6', '6']);
        assert.deepEqual(
            found.mitigations.map(each => each.reduces),
            [false, true],
        );
    });

    it('is not assessed where something is missing', () => {
        const found = threat('against Control.Plc1 consequence 5');
        assert.deepEqual(labels(found), [undefined, undefined, undefined]);
        assert.deepEqual(found.missing, ['Its likelihood is not stated.']);
        assert.equal(found.suggests, null);
    });

    it('is not assessed where the matrix has no such level', () => {
        const found = threat('against Control.Plc1 likelihood 4 consequence 3', { likelihood: 3, consequence: 3 });
        assert.deepEqual(found.missing, ['Its likelihood 4 is outside the risk matrix, which has 1 to 3.']);
    });

    it('counts from the worst level where the site does', () => {
        const settings = { preset: 'mil-std-882e', tolerable: 'medium' };
        const text = `${plant.replace('{ tolerable-risk 6 }', '')}threat T {
  against Control.Plc1 likelihood 2 consequence 1 mitigated by Accounts to likelihood 5
}
`;
        const [found] = assess(text, settings).threats;
        assert.deepEqual(labels(found!), ['high', 'medium', 'medium']);
        assert.equal(found!.suggests, 2);
    });

    it('is compared with the tolerable risk of its consequence class', () => {
        const found = threat('category safety against Control.Plc1 likelihood 2 consequence 3', {
            classes: { safety: { tolerable: 2, targets: ['SI'] } },
        });
        assert.equal(found.tolerable, 2);
        assert.equal(found.suggests, 2);
    });

    it('is read from the matrix of the system before that of the settings', () => {
        const text = `system Plant {
  tolerable-risk 2
  matrix {
    likelihood "rare", "possible", "frequent"
    consequence "slight", "grave"
    row 1 2 3
    row 2 3 5
  }
}
zone Control { asset Plc1 : plc }
threat T { against Control.Plc1 likelihood 3 consequence 2 }
`;
        const { matrix, threats } = assess(text, 'nist-sp-800-30');
        assert.equal(matrix?.origin, 'model');
        assert.deepEqual(labels(threats[0]!), ['5', '5', '5']);
    });
});

describe('The way of a threat', () => {
    it('goes through zones and conduits between its ends, with movement inside a zone', () => {
        const { path } = threat('from Office against Control.Plc1 likelihood 1 consequence 1');
        assert.equal(path.exists, true);
        assert.deepEqual(path.subjects, ['Dmz', 'Control', 'Orders', 'Remote']);
        assert.deepEqual(path.targets, ['Control']);
    });

    it('does not exist where no flow leads', () => {
        const { path } = threat('from Office against Safety.Sis likelihood 1 consequence 1');
        assert.equal(path.exists, false);
        assert.deepEqual(path.subjects, ['Safety']);
    });

    it('is the target alone where nobody says where it comes from', () => {
        const { path } = threat('against Safety likelihood 1 consequence 1');
        assert.equal(path.exists, null);
        assert.deepEqual(path.subjects, ['Safety']);
    });

    const within = (facts: string): RiskAssessment =>
        assess(
            `system Plant { tolerable-risk 2 }\n${facts}\nthreat T { from Office against Core likelihood 4 ` +
                'consequence 4 }\n',
        );
    const offices =
        'zone Office { kind enterprise asset Pc : office-computer }\nzone Core { kind control SL-T 2 asset Plc : ' +
        'plc }\n';

    it('does not exist because one firewall serves both ends', () => {
        const two =
            `${offices}conduit C1 between Core and Office { via F SL-T 2 asset F : firewall { serves Core, ` +
            'Office } }';
        assert.equal(within(two).threats[0]!.path.exists, false);
        const three =
            `${offices}zone Dmz { kind dmz asset M : historian }\nconduit C between Core and Office and Dmz { via F ` +
            'asset F : firewall { serves Core, Office, Dmz } flow Core.Plc -> Dmz.M : https }';
        assert.equal(within(three).threats[0]!.path.exists, false);
    });

    it('keeps the way by flows where the target has a leg where the threat comes from', () => {
        const { threats, targets } = assess(
            'system Plant { tolerable-risk 2 }\nzone Port { kind external asset Dso : server }\n' +
                'zone Core { kind control SL-T 2 asset Cci : rtu { serves Port } }\nconduit C1 between Core and ' +
                'Port { flow Port.Dso -> Core.Cci : iec60870-5-104 }\n' +
                'threat T { from Port against Core.Cci likelihood 4 consequence 4 }\n',
        );
        assert.deepEqual(threats[0]!.path, { exists: true, subjects: ['Core', 'C1'], targets: ['Core'] });
        assert.equal(targets.get('C1')?.levels[0], 4);
    });

    it('exists exactly where a path with movement inside zones does, over random models', () => {
        let found = 0;
        for (let seed = 1; seed <= 500; seed++) {
            const { model, lookup, reach, threatPaths } = look(plantText(randomPlant(random(seed))));
            for (const from of model.zones) {
                for (const against of [...model.zones, ...model.assets]) {
                    const at = { id: against.id, at: { start: 0, end: 0 } };
                    const { exists } = threatPaths.of({ ...sample, from: [{ id: from.id, at: at.at }], against: [at] });
                    const there = lookup.zoneOf(against.id);
                    const around =
                        there !== undefined && (lookup.within(there.id, from.id) || lookup.within(from.id, against.id));
                    if (around) continue;
                    const path = reach.shortestPath(from.id, against.id, { lateral: true });
                    assert.equal(exists, path !== null, `seed ${seed} ${from.id} ${against.id}`);
                    found++;
                }
            }
        }
        assert.ok(found > 5_000, String(found));
    });

    it('goes into no dead end: what is entered and left through one asset alone', () => {
        const { threats } = assess(
            'system Plant { tolerable-risk 2 }\nzone Shore { kind external asset Pc : workstation }\nzone Dmz { ' +
                'kind dmz asset Broker : server }\n' +
                'zone Cargo { asset Loading : server asset Gauge : sensor }\nzone Engine { asset Plc : plc }\n' +
                'conduit S between Shore and Dmz { flow Shore.Pc -> Dmz.Broker : https }\nconduit C between ' +
                'Cargo and Dmz { flow Cargo.Loading <-> Dmz.Broker : https }\n' +
                'conduit E between Engine and Dmz { flow Dmz.Broker -> Engine.Plc : https }\nthreat T { from ' +
                'Shore against Engine likelihood 4 consequence 4 }\n',
        );
        assert.deepEqual(threats[0]!.path.subjects, ['Dmz', 'Engine', 'S', 'E']);
    });

    it('holds everything that lies on a path, over random models', () => {
        let seen = 0;
        for (let seed = 1; seed <= 400; seed++) {
            const { model, threatPaths } = look(plantText(randomPlant(random(seed))));
            const definition = new PathDefinition(model);
            const hops = definition.hops({ lateral: true });
            for (const threat of model.threats) {
                const { assets } = threatPaths.passedBy(threat);
                for (const path of definition.paths(hops, threat.from[0]!.id, threat.against[0]!.id)) {
                    for (const asset of path.split(' '))
                        assert.ok(assets.has(asset), `seed ${seed} ${threat.id}: ${asset} of ${path}`);
                    seen++;
                }
            }
        }
        assert.ok(seen > 500, String(seen));
    });
});

describe('The SL-T that threats suggest', () => {
    const threats = `${plant}threat Strong { from Office against Control.Plc1 likelihood 4 consequence 5 }
threat Weak { category secrecy against Dmz likelihood 2 consequence 5 }
threat Unrated { against Safety likelihood 2 }
`;

    it('is the highest for each zone and conduit', () => {
        const { targets } = assess(threats);
        assert.deepEqual(
            [...targets].map(([id, { levels }]) => `${id} ${writeVector(levels)}`),
            ['Dmz 3', 'Control 3', 'Safety ', 'Orders 3', 'Remote 3'],
        );
        assert.deepEqual(
            targets.get('Dmz')?.threats.map(each => each.threat.id),
            ['Strong', 'Weak'],
        );
    });

    it('moves only the foundational requirements of the consequence class', () => {
        const { targets } = assess(
            `${plant}threat Weak { category secrecy against Dmz likelihood 2 consequence 5 }\n`,
            {
                classes: { secrecy: { targets: ['DC', 'IAC'] } },
            },
        );
        assert.equal(writeVector(targets.get('Dmz')!.levels), '{ IAC 1 DC 1 }');
    });
});
