import assert from 'node:assert/strict';
import { rules as allRules, type Rule } from '../src/rules/index.ts';
import { check, checkSteps } from '../src/rules/engine/check.ts';
import type { Finding } from '../src/rules/engine/finding.ts';
import { defaultSettings, withSeverities } from '../src/settings/index.ts';
import { nameOf } from '../src/model/index.ts';
import { load } from './support/load.ts';

const today = '2026-06-01';

/** A rule that blames every zone, and every flow at the conduit or zone that it stands in. */
const blamesAll: Rule = {
    id: 'blames-all',
    severity: 'warning',
    basis: ['SR 5.1'],
    summary: 'Everything.',
    why: 'For tests.',
    falsePositives: 'All.',
    check({ model }, report) {
        for (const flow of model.flows)
            report({ at: nameOf(flow.origin), subject: flow.container, message: `flow in ${flow.container}` });
        for (const zone of model.zones) report({ at: nameOf(zone.origin), subject: zone.id, message: zone.id });
        for (const asset of model.assets)
            report({ at: nameOf(asset.origin), subject: asset.id, message: asset.id, severity: 'info' });
    },
    examples: [],
};

const fails: Rule = {
    ...blamesAll,
    id: 'fails',
    check: () => {
        throw new Error('no such thing');
    },
};

function findings(text: string, rules: readonly Rule[] = [blamesAll], settings = defaultSettings) {
    return check({ ...load(text, { today }), today }, settings, { rules });
}

/** What is accepted, by message. */
function accepted(text: string): readonly string[] {
    return findings(text)
        .filter(finding => finding.accepted)
        .map(finding => finding.message);
}

describe('A check', () => {
    it('gives findings in the order of the files and places', () => {
        const text =
            '//- main.iacs\nimport "b.iacs"\nsystem S\nzone A { asset X : plc }\nzone B { }\n//- b.iacs\nzone C { }\n';
        assert.deepEqual(
            findings(text).map(finding => finding.message),
            ['A', 'A.X', 'B', 'C'],
        );
    });

    /** How often others get a turn. */
    function turnsIn(text: string, rules: readonly Rule[]): number {
        const { model, lookup, assessment } = load(text, { today });
        return [...checkSteps({ model, whole: model, lookup, assessment, today }, defaultSettings, { rules })].length;
    }

    it('gives others a turn after each rule, and between the steps of one', () => {
        const inSteps: Rule = { ...blamesAll, id: 'in-steps', steps: ({ model }) => model.zones };
        const text = 'system S\nzone A { }\nzone B { }\nzone C { }\n';
        assert.equal(turnsIn(text, [blamesAll]), 1);
        assert.equal(turnsIn(text, [inSteps, blamesAll]), 5);
        const failing: Rule = {
            ...fails,
            steps: () => {
                throw new Error('no such thing');
            },
        };
        assert.match(findings(text, [failing])[0]!.message, /^The rule fails failed on this model/);
    });

    it('gives others a turn between the searches for the paths of threats', () => {
        const plant = 'system S\nzone A { asset X : plc }\nzone B { asset Y : server }\nflow B.Y -> A.X : modbus-tcp\n';
        const threat = (name: string): string => `threat ${name} { from B against A.X likelihood 2 consequence 3 }\n`;
        const turnsFor = (rule: Rule): number => turnsIn(plant + threat('T'), [rule]) - turnsIn(plant, [rule]);
        const searching = allRules.filter(rule => turnsFor(rule) > 0);
        assert.ok(searching.some(({ id }) => id === 'threat-path-missing'));
        const each = searching.reduce((sum, rule) => sum + turnsFor(rule), 0);
        const more = turnsIn(plant + threat('T') + threat('U'), allRules) - turnsIn(plant, allRules);
        assert.equal(more, 2 * each);
    });

    it('gives others a turn while many addresses are read, and compared', () => {
        const rule = allRules.filter(({ id }) => id === 'address-not-a-host');
        const assets = Array.from(
            { length: 2001 },
            (_, at) => `asset A${at} : plc { address 10.0.${at >> 8}.${at & 255} }`,
        );
        const text = `system S\nzone A {\n${assets.join('\n')}\n}\n`;
        assert.equal(turnsIn(text, rule), 5);
        assert.equal(turnsIn(text.replace(/\nasset A20[^]*/u, '\n}\n'), rule), 1);
    });

    it('gives others a turn between the searches for paths beside one-way conduits', () => {
        const rule = allRules.filter(({ id }) => id === 'one-way-contradicted');
        const zones = 'system S\nzone A { asset X : plc }\nzone B { asset Y : server }\n';
        const conduit = (name: string): string => `conduit ${name} { between A and B one-way A -> B }\n`;
        assert.equal(turnsIn(zones, rule), 1);
        const two = zones + conduit('C') + conduit('D');
        // What the searches go over is made in steps of its own, once.
        assert.equal(turnsIn(two + conduit('E') + conduit('F'), rule) - turnsIn(two, rule), 2);
    });

    it('takes the severity of the case, then that of the settings', () => {
        const text = 'system S\nzone A { asset X : plc }';
        assert.deepEqual(
            findings(text).map(finding => finding.severity),
            ['warning', 'info'],
        );
        const strict = withSeverities(defaultSettings, [['blames-all', 'error']]);
        assert.deepEqual(
            findings(text, [blamesAll], strict).map(finding => finding.severity),
            ['error', 'error'],
        );
    });

    it('does not ask a rule that is off', () => {
        const off = withSeverities(defaultSettings, [['fails', 'off']]);
        assert.deepEqual(findings('system S', [fails], off), []);
    });

    it('tells that a rule failed, and hears the others', () => {
        const found = findings('system S\nzone A { }', [fails, blamesAll]);
        assert.deepEqual(
            found.map(finding => finding.rule),
            ['fails', 'blames-all'],
        );
        assert.match(found[0]!.message, /The rule fails failed .*no such thing/);
    });

    it('makes the fixes of what is known already when somebody looks at them, and those of the present model', () => {
        const made: string[] = [];
        let asked = 0;
        const mends: Rule = {
            ...blamesAll,
            id: 'mends',
            check({ model: { system, zones } }, report) {
                asked++;
                for (const zone of zones)
                    report({
                        at: nameOf(zone.origin),
                        subject: zone.id,
                        message: zone.id,
                        fixes: () => {
                            made.push(zone.id);
                            return [{ kind: 'fix', title: `${system!.title} ${zone.id}`, edits: [], preferred: true }];
                        },
                    });
            },
        };
        const answersOf = (text: string, known?: readonly Finding[]): readonly Finding[] => {
            const found = check({ ...load(text, { today }), today }, defaultSettings, {
                rules: [mends],
                known: () => known,
            });
            return found;
        };
        const accepting = 'zone B { accept mends because "Known" }';
        const first = answersOf(`system S "One"\nzone A { }\n${accepting}\n`);
        const second = answersOf(`system S "Two"\nzone A { }\n${accepting}\n`, first);
        const third = answersOf(`system S "Three"\nzone A { }\n${accepting}\n`, second);
        assert.deepEqual([asked, made], [1, []]);
        assert.deepEqual(
            third.map(({ fixes, accepted }) => [fixes[0]!.title, accepted !== null]),
            [
                ['Three A', false],
                ['Three B', true],
            ],
        );
        assert.deepEqual([asked, made], [2, ['A', 'B']]);
    });

    it('says how long each rule took', () => {
        const loaded = load('system S', { today });
        const spent = new Map<string, number>();
        let now = 0;
        check({ ...loaded, today }, defaultSettings, {
            rules: [blamesAll],
            clock: () => now++,
            spent,
        });
        assert.deepEqual([...spent], [['blames-all', 1]]);
    });
});

describe('An acceptance', () => {
    const because = 'because "It is so" until 2099-12-31';

    it('holds for the zone in whose block it stands, and for all inside of it', () => {
        const text = `system S\nzone A { accept blames-all ${because} asset X : plc zone In { asset Y : plc } }\nzone B { }`;
        assert.deepEqual(accepted(text), ['A', 'A.X', 'A.In', 'A.In.Y']);
    });

    it('holds for one asset, one conduit and one flow', () => {
        const text = `system S
zone A { asset X : plc { accept blames-all ${because} } asset Z : plc }
zone B { asset Y : plc }
conduit C between A and B {
  flow A.X -> B.Y : https { accept blames-all ${because} }
  flow A.Z -> B.Y : https
}`;
        assert.deepEqual(accepted(text), ['A.X', 'flow in C']);
    });

    it('holds for the whole model when it stands in the system', () => {
        assert.deepEqual(accepted(`system S { accept blames-all ${because} }\nzone A { }\nzone B { }`), ['A', 'B']);
    });

    it('is said by the nearest block', () => {
        const [outer, inner] = findings(
            `system S { accept blames-all because "outer" }\nzone A { accept blames-all because "inner" }\nzone B { }`,
        );
        assert.equal(outer!.accepted?.because, 'inner');
        assert.equal(inner!.accepted?.because, 'outer');
    });

    it('ends after its day, and not on it', () => {
        assert.deepEqual(accepted(`system S\nzone A { accept blames-all because "x" until ${today} }`), ['A']);
        assert.deepEqual(accepted('system S\nzone A { accept blames-all because "x" until 2026-05-31 }'), []);
    });

    it('gives way to a wider one when it has expired', () => {
        const text =
            'system S { accept blames-all because "wide" }\nzone A { accept blames-all because "narrow" until ' +
            '2020-01-01 }';
        assert.deepEqual(
            findings(text).map(finding => finding.accepted?.because),
            ['wide'],
        );
    });

    it('of something that several zones lack together holds for its own zone alone', () => {
        const zones = ['A', 'B', 'C'].map(
            name =>
                `zone ${name} { SL-T 1 asset P : plc ` +
                `${name === 'A' ? `accept zone-access-undocumented ${because}` : ''} }`,
        );
        const found = load(['system S', ...zones].join('\n'), { today }).findings.filter(
            finding => finding.rule === 'zone-access-undocumented',
        );
        assert.deepEqual(
            found.map(finding => [finding.message.split(' list')[0], finding.accepted !== null]),
            [
                ['A', true],
                ['B and C', false],
            ],
        );
    });

    it('at one of several that are blamed together leaves the others', () => {
        const plant = (first: string, second: string): string => `system S
zone A {
  SL-T 1
  asset P : plc
  asset Laptop1 : laptop { ${first} }
  asset Laptop2 : laptop { ${second} }
}`;
        const accept = `accept temporary-device-among-others ${because}`;
        const found = (text: string) =>
            load(text, { today }).findings.filter(finding => finding.rule === 'temporary-device-among-others');
        const [one] = found(plant(accept, ''));
        assert.equal(one!.accepted, null);
        assert.deepEqual(
            one!.parts.map(({ subject }) => subject),
            ['A.Laptop2'],
        );
        assert.match(one!.message, /One of these is accepted\.$/);
        assert.ok(found(plant(accept, accept))[0]!.accepted);
    });

    it('at one zone of a model that nobody has assessed is no useless one', () => {
        const text = (more: string): string => `system S
zone A { SL-T 1 asset P : plc accept not-assessed ${because} }
zone B { SL-T 1 asset P : plc }
zone C { SL-T 1 asset P : plc }
${more}`;
        const { findings: all } = load(text(''), { today });
        assert.deepEqual(
            all.filter(({ rule }) => rule === 'accept-useless'),
            [],
        );
        const [finding] = all.filter(({ rule }) => rule === 'not-assessed');
        assert.deepEqual(
            finding!.parts.map(({ subject }) => subject),
            ['B', 'C'],
        );
    });

    it('in a conduit holds for all of its flows that are blamed there, in a flow for that flow', () => {
        const text = (conduit: string, flow: string): string => `system S
zone A { kind control SL-T 2 asset X : plc asset X2 : plc }
zone B { kind external asset Y : server }
conduit C between A and B {
  ${conduit}
  is untrusted
  via F
  asset F : firewall { serves A, B }
  flow A.X -> B.Y : modbus-tcp { access read ${flow} }
  flow A.X2 -> B.Y : modbus-tcp { access read }
}`;
        const accept = `accept external-link-unprotected ${because}`;
        const found = (model: string) =>
            load(model, { today }).findings.filter(finding => finding.rule === 'external-link-unprotected');
        assert.ok(found(text(accept, ''))[0]!.accepted);
        const [one] = found(text('', accept));
        assert.equal(one!.accepted, null);
        assert.equal(one!.parts.length, 1);
    });
});
