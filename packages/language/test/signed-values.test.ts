import assert from 'node:assert/strict';
import type { Model } from '../src/model/index.ts';
import { load } from './support/load.ts';

/*
 * A value with a sign that no value has is none: `~5`, `-5` and `5%` are not 5. It is an error, and it decides nothing.
 */
const values = {
    cost: '100',
    downtime: '4 hours',
    due: '2027-01-31',
    likelihood: '4',
    tolerable: '6',
    purdue: '2',
    target: '1',
    until: '2027-02-28',
    endures: '72 hours',
    port: '502',
    supported: '2029-12-31',
    window: '2027-03-01',
} as const;
type Name = keyof typeof values;

const text = (of: Readonly<Record<Name, string>>): string => `system S { tolerable-risk ${of.tolerable} }
zone Z {
  purdue ${of.purdue}
  SL-T ${of.target}
  window "Stop" ${of.window} to 2027-03-09
  asset P : plc { supported until ${of.supported} }
  asset Q : plc
  flow P -> Q : modbus-tcp { port tcp ${of.port} until ${of.until} }
}
countermeasure M { status planned due ${of.due} cost ${of.cost} downtime ${of.downtime} }
threat T { against Z likelihood ${of.likelihood} consequence 4 }
function F { needs Z.P endures ${of.endures} without Z.Q }
`;

/** What a model has of each value; `null` for what is not said. */
function read({ system, zones, assets, flows, countermeasures, threats, functions }: Model) {
    const [zone, asset, flow, measure] = [zones[0]!, assets[0]!, flows[0]!, countermeasures[0]!];
    return {
        cost: measure.cost,
        downtime: measure.downtime?.amount ?? null,
        due: measure.due?.date ?? null,
        likelihood: threats[0]!.likelihood,
        tolerable: system!.tolerableRisk,
        purdue: zone.purdue,
        target: zone.slT?.levels[0] ?? null,
        until: flow.until?.date ?? null,
        endures: functions[0]!.endures[0]?.duration.amount ?? null,
        port: flow.ports[0]?.ranges[0]?.from ?? null,
        supported: asset.supportedUntil?.date ?? null,
        window: zone.windows[0]?.from.date ?? null,
    } satisfies Record<Name, unknown>;
}

const modelOf = (of: Partial<Record<Name, string>>) => load(text({ ...values, ...of }), { withoutRules: true });

describe('A value with a sign', () => {
    const plain = modelOf({});

    it('is read without it', () => {
        assert.deepEqual(plain.problems, []);
        assert.ok(!Object.values(read(plain.model)).includes(null), JSON.stringify(read(plain.model)));
    });

    for (const name of Object.keys(values) as readonly Name[]) {
        const value = values[name];
        const signed = [...['-', '~', '<', '>', '≥', '≤', '≈', '±', '?'].map(sign => sign + value)];
        for (const sign of ['?', '%', '+', '~']) signed.push(value.replace(/^[\d-]+/, number => number + sign));
        it(`is none, and nothing else is lost: ${name}`, () => {
            for (const each of signed) {
                const { problems, model } = modelOf({ [name]: each });
                assert.equal(problems.length, 1, `${each}: ${JSON.stringify(problems.map(({ message }) => message))}`);
                const wrong = text({ ...values, [name]: each }).slice(problems[0]!.at.start, problems[0]!.at.end);
                assert.ok(each.startsWith(wrong), `${wrong} of ${each}`);
                assert.deepEqual(read(model), { ...read(plain.model), [name]: null }, each);
            }
        });
    }

    it('is none where it may be another number', () => {
        const { problems, model } = modelOf({ cost: '40.000' });
        assert.deepEqual(
            problems.map(({ message }) => message),
            ['40.000 is 40, not 40000: write one of them.'],
        );
        assert.equal(model.countermeasures[0]!.cost, null);
    });

    it('is a part of a name behind a hyphen', () => {
        const { problems } = load('system S\nzone Z {\n  asset Pump -1 : plc\n}\n', { withoutRules: true });
        assert.doesNotMatch(problems.map(({ message }) => message).join(' '), /Expected a number/);
    });
});
