import assert from 'node:assert/strict';
import type { Finding } from '../src/rules/engine/finding.ts';
import { brokenPlant } from './support/broken-plant.ts';
import { carelessPlant } from './support/careless-plant.ts';
import { load } from './support/load.ts';
import { random } from './support/random-plant.ts';

function findings(text: string, ...rules: readonly string[]): readonly Finding[] {
    const loaded = load(text.startsWith('system') ? text : `system Plant\n${text}`);
    assert.deepEqual(
        loaded.problems.map(problem => problem.message),
        [],
    );
    return loaded.findings.filter(({ rule }) => rules.includes(rule));
}

const found = (text: string, ...rules: readonly string[]): readonly string[] =>
    findings(text, ...rules).map(({ rule, severity, subject }) => `${rule} ${severity} ${subject}`);

const said = (text: string, rule: string): readonly string[] => findings(text, rule).map(({ message }) => message);

describe('What a finding says is what the model shows: a plan', () => {
    const zone = (more: string): string =>
        `zone P { SL-T { TRE 2 } asset X : plc misses SR 6.1 because "x" due 2099-01-01 ${more} }\n`;

    it('closes a gap only as far as it reaches', () => {
        const [half] = findings(zone('misses SR 6.2 because "nobody plans it"'), 'gap-below-target');
        assert.equal(half!.severity, 'warning');
        assert.match(
            half!.message,
            /The next level is planned until 2099-01-01, but the target is not: SR 6\.2 is not planned\./,
        );
        const [whole] = findings(zone('misses SR 6.2 because "x" due 2099-06-01'), 'gap-below-target');
        assert.deepEqual([whole!.severity, /Planned until 2099-06-01\./.test(whole!.message)], ['info', true]);
    });

    it('is not lost where the next level is not assessed', () => {
        const zoneOf = (more: string): string => `zone P { SL-T { SI 3 } asset X : plc ${more} }\n`;
        const [missed] = findings(
            zoneOf('misses SR 3.1 RE 1 because "No signatures" due 2099-01-01'),
            'gap-below-target',
        );
        assert.match(
            missed!.message,
            /SI 0 of 3 \(SR 3\.1, .* not assessed; SR 3\.1 RE 1 for a higher level\)\. The requirements in brackets block the target\./,
        );
        assert.ok(missed!.basis.includes('SR 3.1 RE 1'));
        assert.deepEqual(found(zoneOf('meets SR 3.1 because "x"'), 'gap-below-target', 'assessment-incomplete'), [
            'assessment-incomplete info P',
        ]);
    });

    it('tells what is open from what is not assessed', () => {
        const [mixed] = findings(
            'zone P { SL-T { RDF 1 } asset X : plc misses SR 5.1 because "x" }\n',
            'gap-below-target',
        );
        assert.match(mixed!.message, /RDF 0 of 1 \(SR 5\.1; SR 5\.2, SR 5\.3 and SR 5\.4 not assessed\)\./);
    });

    it('is found by the requirements that it names', () => {
        assert.deepEqual(findings(zone(''), 'gap-below-target')[0]!.basis, ['SR 6.1', 'ZCR 5.12', 'ZCR 5.6']);
    });
});

describe('What a finding says is what the model shows: capability', () => {
    it('that nobody knows at all is asked for where the target is high, once for the plant', () => {
        const zones = (level: number): string =>
            ['A', 'B', 'C'].map(name => `zone ${name} { SL-T ${level} asset X : plc }`).join('\n');
        assert.deepEqual(found(zones(3), 'capability-unknown'), ['capability-unknown info A']);
        assert.deepEqual(found(zones(2), 'capability-unknown'), []);
    });

    it('of a boundary device is as good as the zone in which it stands', () => {
        const text = (home: string): string =>
            `zone Low { SL-T 1 asset L : server ${home === 'Low' ? 'asset F : firewall { serves High }' : ''} ` +
            '}\nzone High { SL-T 3 asset H : server }\n' +
            'conduit C between Low and High { via ' +
            `${home === 'Low' ? 'Low.F' : 'F asset F : firewall { serves Low, High }'} flow High.H -> Low.L : ` +
            'https }\n';
        assert.match(
            said(text('Low'), 'boundary-device-below-target')[0]!,
            /^F enforces C, but is in Low, which has a lower target: 1 instead of 3 in all seven\./,
        );
        assert.deepEqual(said(text('C'), 'boundary-device-below-target'), []);
    });
});

describe('What a finding says is what the model shows: levels', () => {
    const text = (from: string, to: string): string =>
        `zone A { kind control SL-T ${from} asset X : plc }\nzone B { kind control SL-T ${to} asset Y : plc }\n` +
        'conduit C between A and B { via F asset F : firewall { serves A, B } flow A.X -> B.Y : https }\n';

    it('are compared FR by FR', () => {
        assert.match(
            said(text('{1 1 1 1 3 1 1}', '2'), 'session-into-higher-target')[0]!,
            /B, whose SL-T is higher: IAC 1 instead of 2, UC 1 instead of 2, SI 1 instead of 2\. End the session on a broker/,
        );
        const fixesOf = (from: string, to: string): readonly string[] =>
            findings(text(from, to), 'session-into-higher-target')[0]!.fixes.map(({ title }) => title);
        assert.deepEqual(fixesOf('{1 1 1 1 3 1 1}', '2'), []);
        assert.deepEqual(fixesOf('1', '2'), ['State that B.Y opens the session…']);
        assert.match(
            said(text('2', '{1 1 1 1 3 1 1}'), 'session-into-higher-target')[0]!,
            /B, whose SL-T is higher: RDF 2 instead of 3\./,
        );
        assert.match(
            said(text('1', '3'), 'session-into-higher-target')[0]!,
            /B, whose SL-T is higher: 1 instead of 3\./,
        );
        assert.deepEqual(said(text('3', '2'), 'session-into-higher-target'), []);
        assert.deepEqual(said(text('{3 3 3 1 3 2 3}', '2'), 'session-into-higher-target'), []);
    });
});

describe('What a finding says is what the model shows: one way out', () => {
    const text = (conduit: string, flow = 'Control.Plc -> Office.Pc : s7comm'): string =>
        'zone Control { kind control SL-T 2 asset Plc : plc }\nzone Office { kind enterprise asset Pc : server }\n' +
        `conduit C between Control and Office { ${conduit} flow ${flow} }\n`;
    const firewall = 'via F asset F : firewall { serves Control, Office }';

    it('through a diode is not blamed, and without one nothing is said to come back', () => {
        assert.deepEqual(found(text('via D asset D : diode one-way Control -> Office'), 'flow-past-dmz'), []);
        assert.deepEqual(found(text(`${firewall} one-way Control -> Office`), 'flow-past-dmz'), [
            'flow-past-dmz info C',
        ]);
        assert.deepEqual(found(text(firewall, 'Control.Plc -> Office.Pc : syslog'), 'flow-past-dmz'), [
            'flow-past-dmz info C',
        ]);
        assert.match(said(text(firewall), 'flow-past-dmz')[0]!, /answers come back from there/);
        assert.doesNotMatch(
            said(text(firewall, 'Control.Plc -> Office.Pc : syslog'), 'flow-past-dmz')[0]!,
            /answers come back/,
        );
    });
});

describe('What a finding says is what the model shows: a foreign link', () => {
    const text = (protocol: string): string =>
        'zone A { kind control SL-T 2 asset X : rtu }\nzone B { kind control SL-T 2 asset Y : scada-server }\n' +
        'conduit C between A and B { is wireless via F asset F : firewall { serves A, B } flow B.Y -> A.X : ' +
        `${protocol} { access read } }\n` +
        'protocol signed { provides authentication, integrity security mandatory }\n';

    it('lacks what it lacks, and no more', () => {
        assert.match(
            said(text('signed'), 'external-link-unprotected')[0]!,
            /with signed and without encryption, and it is wireless: third parties can listen there\./,
        );
        assert.match(
            said(text('modbus-tcp'), 'external-link-unprotected')[0]!,
            /without authentication, encryption and integrity, and it is wireless: third parties can listen, modify the data and impersonate either side there\./,
        );
    });
});

describe('What a finding says is what the model shows: a mobile network', () => {
    const text = (flow: string): string =>
        'zone A { kind control SL-T 2 asset X : rtu }\nzone B { kind operations SL-T 2 asset Y : server }\nconduit C ' +
        'between A and B { is untrusted via F, G asset F : firewall { serves A } asset G : firewall { serves B }\n' +
        `flow B.Y -> A.X : ${flow} }\n`;
    const rules = ['security-mode-unstated', 'external-link-unprotected'];

    it('ciphers where its operator chose to, and protects no integrity', () => {
        assert.deepEqual(found(text('cellular'), ...rules), ['security-mode-unstated warning C']);
        assert.match(
            said(text('cellular { secured authentication, encryption }'), 'external-link-unprotected')[0]!,
            /with LTE or 5G and without integrity, and it is untrusted: third parties can modify the data there\./,
        );
    });

    it('is the carrier of a protocol that is named beside it, which protects itself or does not', () => {
        assert.deepEqual(found(text('iec60870-5-104-tls, cellular { secured authentication }'), ...rules), []);
        assert.deepEqual(found(text('modbus-tcp, cellular'), ...rules), ['external-link-unprotected error C']);
    });
});

describe('What a finding says is what the model shows: a risk', () => {
    const text = (rows: string, more = ''): string =>
        'system P { tolerable-risk "low" matrix { likelihood "rare", "often", "daily" consequence "slight", ' +
        `"grave" bands "low", "middle", "high" ${rows} } }\n` +
        'zone Office { kind enterprise asset Pc : server }\nzone Z { SL-T 2 asset X : plc }\nconduit C between ' +
        `Office and Z { flow Office.Pc -> Z.X : https }\n${more}`;

    it('that falls while likelihood or consequence rises is questioned', () => {
        const judge = (rows: string): boolean =>
            said(text(rows), 'risk-not-assessed').some(message =>
                /do not rely on its risks, nor on the SL-T/.test(message),
            );
        assert.equal(judge('row "low", "middle", "high"\nrow "middle", "high", "high"'), false);
        assert.equal(judge('row "high", "middle", "low"\nrow "high", "high", "middle"'), true);
        assert.equal(judge('row "middle", "high", "high"\nrow "low", "middle", "high"'), true);
    });

    it('that is high and suggests a low level is no advice to lower the target', () => {
        const [message] = said(
            text(
                'row "low", "middle", "high"\nrow "middle", "middle", "middle"',
                'threat T { from Office against Z likelihood 2 consequence 2 }\n',
            ),
            'sl-t-above-risk',
        );
        assert.match(
            message!,
            /SL-T 2 exceeds SL-T 1, the level suggested by its threats with the rule `steps`, whose highest risk is middle\. That is not a reason to lower it/,
        );
    });
});

describe('What a finding says is what the model shows: a safety function', () => {
    const text = (protocol: string, via = ''): string =>
        'zone A { kind safety SL-T 3 asset X : safety-controller }\nzone B { kind safety SL-T 3 asset Y : ' +
        'safety-actuator }\n' +
        `conduit C between A and B { ${via} flow A.X -> B.Y : ${protocol} { access write } }\nprotocol safe-link ` +
        '{ class ot provides authentication, integrity security mandatory is safety }\n';
    const rules = ['conduit-without-boundary-device', 'security-device-in-safety-path'];

    it('that authenticates itself is right without a device in the line', () => {
        assert.deepEqual(found(text('safe-link'), ...rules), []);
        assert.deepEqual(found(text('profisafe'), ...rules), ['conduit-without-boundary-device error C']);
        assert.deepEqual(found(text('safe-link', 'via F asset F : firewall { serves A, B }'), ...rules), [
            'security-device-in-safety-path warning C',
        ]);
    });
});

describe('What a finding says is what the model shows: no more than what is missing', () => {
    const bare = (facts: string): string => `zone A { kind control SL-T 1 asset X : plc ${facts} }\n`;

    it('of a boundary and of access points, on site or in the network', () => {
        const boundary = (facts: string): string => said(bare(facts), 'zone-boundary-undocumented')[0]!;
        assert.match(boundary(''), /Add `logical-boundary` \(.*\) and `physical-boundary`/);
        assert.match(boundary('physical-boundary "Room"'), /Add `logical-boundary` \([^)]*\)\.$/);
        assert.match(boundary('network 10.0.0.0/24'), /Add `physical-boundary` \(or its `location`\)\.$/);
        const access = (facts: string): string => said(bare(facts), 'zone-access-undocumented')[0]!;
        assert.match(access(''), /^A lists no physical access points\. Add `physical-access`\.$/);
        const open = `${bare('')}zone B { kind control SL-T 1 asset Y : plc }\nconduit C between A and B {}\n`;
        assert.match(
            said(open, 'zone-access-undocumented')[0]!,
            /^A and B list no access points\. Add `physical-access`, and/,
        );
        assert.match(
            said(
                open
                    .replace('asset X', 'physical-access "Door" asset X')
                    .replace('asset Y', 'physical-access "Door" asset Y'),
                'zone-access-undocumented',
            )[0]!,
            /^A and B list no access points over the network\. Add `logical-access`/,
        );
    });

    it('of flows: a network that carries a conduit is in use', () => {
        const text = (over: string): string =>
            'zone A { kind control SL-T 1 asset X : plc }\nzone B { kind control SL-T 1 asset Y : plc }\n' +
            'zone Carrier { kind operations SL-T 1 asset R : radio asset M : modem }\n' +
            `conduit C between A and B { ${over} via F asset F : firewall { serves A, B } flow A.X -> B.Y : https }\n`;
        assert.deepEqual(found(text(''), 'zone-without-flows'), ['zone-without-flows info Carrier']);
        assert.deepEqual(found(text('over Carrier'), 'zone-without-flows'), []);
    });

    it('of a device in many zones: which of them no conduit joins', () => {
        const zones = ['A', 'B', 'C', 'D'].map(name => `zone ${name} { kind control SL-T 1 asset X : plc }\n`).join('');
        const all = `${zones}conduit K between A and B and C { via F asset F : firewall { serves A, B, C, D } }\n`;
        assert.deepEqual(said(all, 'served-zones-without-conduit'), [
            'K.F has an interface in D as well as in A, B and C, and no conduit joins D with them: an undocumented ' +
                'connection. Declare the conduit, or remove the interface.',
        ]);
        const two = all.replace('between A and B and C', 'between A and B');
        assert.match(
            said(two, 'served-zones-without-conduit')[0]!,
            /^K\.F has an interface in several zones, and no conduit joins A and C; A and D; B and C; B and D; 1 more pairs?:/,
        );
    });

    it('of a line that lets nothing back: only its sender can be impersonated', () => {
        const text = (oneWay: string): string =>
            'zone A { kind control SL-T 2 asset X : plc }\nzone B { kind operations SL-T 2 asset Y : server }\n' +
            `conduit C between A and B { ${oneWay} via D asset D : diode flow A.X -> B.Y : nmea-0183 }\n`;
        assert.match(said(text('one-way A -> B'), 'unauthenticated-flow')[0]!, /can impersonate the sender\./);
        assert.match(said(text(''), 'unauthenticated-flow')[0]!, /can impersonate either side\./);
    });
});

describe('What a finding says of one thing', () => {
    it('is said in the singular, in every rule', () => {
        const verbs = /^(is|has|does|was|its|less|as|this|access|days)$/;
        const plants = [brokenPlant().loaded, ...[1, 2, 3, 4, 5].map(seed => load(carelessPlant(random(seed))))];
        for (const { findings } of plants) {
            for (const { rule, message, related, fixes } of findings) {
                for (const text of [
                    message,
                    ...related.map(each => each.message),
                    ...fixes.map(({ title }) => title),
                ]) {
                    const wrong = [...text.matchAll(/(?<![\w.{-]|SL )1 ([a-z-]+s)\b/g)].filter(
                        ([, word]) => !verbs.test(word!),
                    );
                    assert.deepEqual(
                        wrong.map(([words]) => words),
                        [],
                        `${rule}: ${text}`,
                    );
                }
            }
        }
    });
});

describe('What a finding says is what the model shows: slips', () => {
    it('of copying are told: a conduit of one zone, a flow to itself, a flow twice', () => {
        const zones = 'zone A { SL-T 1 asset X : plc asset Y : plc }\nzone B { SL-T 1 asset Z : plc }\n';
        assert.deepEqual(found(`${zones}conduit C between A and A`, 'conduit-of-one-zone'), [
            'conduit-of-one-zone error C',
        ]);
        assert.deepEqual(found(`${zones}conduit C between A and B and A`, 'conduit-of-one-zone'), [
            'conduit-of-one-zone warning C',
        ]);
        assert.deepEqual(found(`${zones}conduit C between A and B`, 'conduit-of-one-zone'), []);
        assert.deepEqual(found(`${zones}flow A.X -> A.X : https`, 'flow-to-itself'), ['flow-to-itself warning null']);
        assert.deepEqual(found(`${zones}flow A -> A : https`, 'flow-to-itself'), []);
        const twice = (first: string, second: string): readonly string[] =>
            found(`${zones}conduit C between A and B { flow ${first}\nflow ${second} }`, 'flow-declared-twice');
        assert.deepEqual(twice('A.X -> B.Z : https, ssh', 'A.X -> B.Z : ssh, https "Again"'), [
            'flow-declared-twice warning C',
        ]);
        assert.deepEqual(twice('A.X <-> B.Z : https', 'B.Z <-> A.X : https'), ['flow-declared-twice warning C']);
        assert.deepEqual(twice('A.X -> B.Z : https', 'B.Z -> A.X : https'), []);
        assert.deepEqual(twice('A.X -> B.Z : https { port tcp 443 }', 'A.X -> B.Z : https { port tcp 8443 }'), []);
        assert.deepEqual(twice('A.X -> B.Z : https { access read }', 'A.X -> B.Z : https { access write }'), []);
    });

    it('of a zone inside that does not follow are told as those of an asset', () => {
        const text = (inner: string): string =>
            `zone P { SL-T 1 meets SR 2.8 because "x" zone C { asset X : plc ${inner} } }`;
        assert.deepEqual(found(text('misses SR 2.8 because "y"'), 'asset-contradicts-zone'), [
            'asset-contradicts-zone warning P.C',
        ]);
        assert.deepEqual(found(text('meets SR 2.8 because "y"'), 'asset-contradicts-zone'), []);
    });
});
