import assert from 'node:assert/strict';
import type { RiskAssessment, ThreatRisk } from '../src/assessment/index.ts';
import { riskOf } from '../src/assessment/index.ts';
import { writeVector } from '../src/model/index.ts';
import { load } from './support/load.ts';

const plant = `system Plant { tolerable-risk 6 }
zone Office { kind enterprise asset Erp : server }
zone Dmz { SL-T 2 asset Mirror : historian asset Jump : jump-host }
zone Control { SL-T 2 asset Hmi1 : hmi asset Plc1 : plc }
zone Safety { SL-T 3 asset Sis : safety-controller }
conduit Orders between Office and Dmz { via Fw asset Fw : firewall { serves Office, Dmz } flow Office.Erp -> Dmz.Mirror : https }
conduit Remote between Dmz and Control { flow Dmz.Jump -> Control.Hmi1 : rdp }
conduit Status between Control and Safety { flow Safety.Sis -> Control.Hmi1 : modbus-tcp }
countermeasure Accounts { status implemented }
countermeasure Tokens { status planned due 2027-01-15 }
countermeasure Undecided
`;

function assess(text: string, settings: unknown = null): RiskAssessment {
    const { lookup, problems } = load(text);
    assert.deepEqual(problems.map(problem => problem.message), []);
    return riskOf(lookup, settings);
}

function threat(body: string, settings: unknown = null): ThreatRisk {
    const [only] = assess(`${plant}threat T "A threat" {\n${body}\n}\n`, settings).threats;
    assert.ok(only);
    return only;
}

function labels({ unmitigated, residual, planned }: ThreatRisk): readonly (string | undefined)[] {
    return [unmitigated, residual, planned].map(rating => rating?.label);
}

describe('Risk of a threat', () => {
    it('counts the measures that are in service today, and the planned ones apart', () => {
        const found = threat('against Control.Plc1 likelihood 4 consequence 5 mitigated by Accounts to likelihood 3 mitigated by Tokens to likelihood 1');
        assert.deepEqual(labels(found), ['20', '15', '5']);
        assert.deepEqual(found.mitigations.map(each => each.counts), ['today', 'planned']);
        assert.equal(found.tolerable, 6);
    });

    it('counts a line only when all of its measures are in service', () => {
        const found = threat('against Control.Plc1 likelihood 4 consequence 5 mitigated by Accounts, Tokens to likelihood 2 consequence 3');
        assert.deepEqual(labels(found), ['20', '20', '6']);
        assert.deepEqual(found.mitigations[0]?.waitingFor, ['Tokens']);
    });

    it('does not count a measure of which nobody said a status', () => {
        const found = threat('against Control.Plc1 likelihood 4 consequence 5 mitigated by Undecided to likelihood 1');
        assert.deepEqual(labels(found), ['20', '20', '20']);
        assert.equal(found.mitigations[0]?.counts, 'no');
    });

    it('is lowered by the best line on each axis, and never raised', () => {
        const found = threat('against Control.Plc1 likelihood 3 consequence 3 mitigated by Accounts to likelihood 5 mitigated by Accounts to consequence 2');
        assert.deepEqual(labels(found), ['9', '6', '6']);
        assert.deepEqual(found.mitigations.map(each => each.reduces), [false, true]);
    });

    it('is not assessed where something is missing', () => {
        const found = threat('against Control.Plc1 consequence 5');
        assert.deepEqual(labels(found), [undefined, undefined, undefined]);
        assert.deepEqual(found.missing, ['Its likelihood is not stated.']);
        assert.equal(found.suggests, null);
    });

    it('is not assessed where the matrix has no such level', () => {
        const found = threat('against Control.Plc1 likelihood 4 consequence 3', { likelihood: 3, consequence: 3 });
        assert.deepEqual(found.missing, ['Its likelihood 4 is outside of the risk matrix, which has 1 to 3.']);
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
        const found = threat('category safety against Control.Plc1 likelihood 2 consequence 3', { classes: { safety: { tolerable: 2, targets: ['SI'] } } });
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
});

describe('The SL-T that threats suggest', () => {
    const threats = `${plant}threat Strong { from Office against Control.Plc1 likelihood 4 consequence 5 }
threat Weak { category secrecy against Dmz likelihood 2 consequence 5 }
threat Unrated { against Safety likelihood 2 }
`;

    it('is the highest for each zone and conduit', () => {
        const { targets } = assess(threats);
        assert.deepEqual([...targets].map(([id, { levels }]) => `${id} ${writeVector(levels)}`), ['Dmz 3', 'Control 3', 'Safety ', 'Orders 3', 'Remote 3']);
        assert.deepEqual(targets.get('Dmz')?.threats.map(each => each.threat.id), ['Strong', 'Weak']);
    });

    it('moves only the foundational requirements of the consequence class', () => {
        const { targets } = assess(`${plant}threat Weak { category secrecy against Dmz likelihood 2 consequence 5 }\n`, {
            classes: { secrecy: { targets: ['DC', 'IAC'] } },
        });
        assert.equal(writeVector(targets.get('Dmz')!.levels), '{ IAC 1 DC 1 }');
    });
});
