import assert from 'node:assert/strict';
import type { Finding } from '../src/rules/engine/finding.ts';
import { load } from './support/load.ts';

function findings(text: string, ...rules: readonly string[]): readonly Finding[] {
    const loaded = load(`system Plant\n${text}`);
    assert.deepEqual(
        loaded.problems.map(problem => problem.message),
        [],
    );
    return loaded.findings.filter(({ rule }) => rules.includes(rule));
}

/** `rule severity subject` of the findings of some rules, in the order of the text. */
const found = (text: string, ...rules: readonly string[]): readonly string[] =>
    findings(text, ...rules).map(({ rule, severity, subject }) => `${rule} ${severity} ${subject}`);

const countermeasures =
    'countermeasure Works { meets SR 1.1 RE 2, SR 1.2, SR 2.8 status implemented }\ncountermeasure Later { meets ' +
    'SR 1.1 RE 2, SR 1.2 status planned due 2099-01-01 }\n' +
    'countermeasure Bare { meets SR 1.1 RE 2, SR 1.2 }\n';

describe('A claim silences no fact: a protocol', () => {
    const text = (conduit: string, flow = 'Scada -> Plc : modbus-tcp { access write }'): string =>
        `${countermeasures}zone Control { kind control SL-T 2 asset Plc : plc }\n` +
        'zone Ops { kind operations SL-T 2 asset Scada : scada-server }\nconduit C between Control and Ops { via ' +
        `F asset F : firewall { serves Control, Ops } ${conduit}\n flow ${flow} }\n`;
    const rules = ['write-over-unauthenticated-protocol', 'unauthenticated-flow', 'claim-contradicted'];
    const write = 'write-over-unauthenticated-protocol error C';

    it('is answered by a compensation alone, and by one that works', () => {
        assert.deepEqual(
            found(text('compensates SR 1.2, SR 3.1 because "The firewall lets two commands through"'), ...rules),
            [],
        );
        assert.deepEqual(found(text('compensates SR 1.2, SR 3.1 by Works because "x"'), ...rules), []);
        assert.deepEqual(found(text('compensates SR 1.2, SR 3.1 by Works, Later because "x"'), ...rules), [write]);
        assert.deepEqual(found(text('compensates SR 1.2, SR 3.1 by Bare because "x"'), ...rules), [write]);
    });

    it('contradicts who says that it is met or has no object', () => {
        const said = findings(text('meets SR 1.2, SR 3.1 because "firewall"'), ...rules);
        assert.deepEqual(
            said.map(({ rule }) => rule),
            ['claim-contradicted', 'claim-contradicted', 'write-over-unauthenticated-protocol'],
        );
        assert.match(said[0]!.message, /^C meets SR 1\.2, and 1 flow there has no authentication over Modbus\/TCP\./);
        assert.deepEqual(found(text('excludes SR 1.2, SR 3.1 because "not applicable"'), ...rules), [
            'claim-contradicted warning C',
            'claim-contradicted warning C',
            write,
        ]);
        assert.deepEqual(found(text('meets FR 1 SL 2 because "x"'), ...rules), ['claim-contradicted warning C', write]);
        assert.deepEqual(found(text('misses SR 1.2 because "x"'), ...rules), [write]);
    });

    it('is secured where it can be, or by what the flow names', () => {
        const secured = (by: string, protocol = 'modbus-tcp'): string =>
            `Scada -> Plc : ${protocol} { access write secured authentication, encryption, integrity ${by} }`;
        const [bare] = findings(text('', secured('')), ...rules);
        assert.match(
            bare!.message,
            /`secured authentication, encryption, integrity` does not count: the protocol does not provide it/,
        );
        assert.deepEqual(found(text('', secured('by Works')), ...rules), []);
        for (const by of ['by Later', 'by Works, Later', 'by Bare'])
            assert.deepEqual(found(text('', secured(by)), ...rules), [write], by);
        assert.deepEqual(found(text('', secured('', 'opc-ua')), ...rules), []);
        assert.deepEqual(found(text('', secured('', 'modbus-tcp, ipsec')), ...rules), []);
        assert.deepEqual(found(text('', secured('', 'https, modbus-tcp')), ...rules), [write]);
    });
});

describe('A claim silences no fact: a boundary', () => {
    const text = (zone: string, conduit = '', via = ''): string =>
        `zone A { kind control SL-T 2 asset X : plc ${zone} }\nzone B { kind operations SL-T 2 asset Y : server }\n` +
        `conduit C between A and B { ${via} ${conduit} flow A.X -> B.Y : https }\n`;
    const via = 'via F asset F : firewall { serves A, B }';

    it('without a device is not met', () => {
        assert.deepEqual(found(text('meets SR 5.2 because "x"'), 'claim-contradicted'), [
            'claim-contradicted warning A',
        ]);
        assert.deepEqual(found(text('', 'meets FR 5 SL 1 because "x"'), 'claim-contradicted'), [
            'claim-contradicted warning C',
        ]);
        assert.deepEqual(
            found(text('meets SR 5.2 because "x"', 'meets SR 5.2 because "x"', via), 'claim-contradicted'),
            [],
        );
    });

    it('is there where a conduit joins the zone', () => {
        assert.deepEqual(found(text('excludes FR 5 SL 2 because "stand-alone"', '', via), 'exclusion-contradicted'), [
            'exclusion-contradicted error A',
        ]);
        assert.deepEqual(
            found(
                text('excludes SR 5.2 because "stand-alone"', '', via).replace(/conduit[\s\S]*/, ''),
                'exclusion-contradicted',
            ),
            [],
        );
    });
});

describe('A claim silences no fact: an exclusion', () => {
    it('of a whole FR has an object where there is a device', () => {
        const all = [1, 2, 3, 4, 5, 6, 7].map(fr => `FR ${fr} SL 1`).join(', ');
        const zone = (asset: string): string => `zone A { SL-T 1 ${asset} excludes ${all} because "not applicable" }\n`;
        const said = findings(zone('asset X : plc'), 'exclusion-contradicted');
        assert.deepEqual(
            said.map(({ message }) => message.split('. ')[0]),
            [
                'A excludes all of FR 1 (IAC), FR 2 (UC), FR 3 (SI) and 4 more up to SL 1, but contains X, to which all ' +
                    'of them apply',
            ],
        );
        assert.deepEqual(
            said[0]!.basis,
            [1, 2, 3, 4, 5, 6, 7].map(fr => `FR ${fr}`),
        );
        assert.deepEqual(found(zone('asset X : transmitter'), 'exclusion-contradicted'), []);
        assert.deepEqual(found(zone(''), 'exclusion-contradicted'), []);
    });
});

describe('A second factor', () => {
    const text = ({ conduit = '', jump = '', zone = '' }): string =>
        `${countermeasures}zone Vendor { kind external asset V : vendor-laptop }\nzone Dmz { kind dmz SL-T 2 asset J : ` +
        `jump-host { ${jump} } ${zone} }\n` +
        `conduit C between Vendor and Dmz { via F asset F : firewall { serves Vendor, Dmz } ${conduit} flow ` +
        'Vendor.V -> Dmz.J : rdp { until 2099-12-31 } }\n';
    const judge = (where: Parameters<typeof text>[0]): readonly string[] =>
        findings(text(where), 'remote-access-without-multifactor').map(
            ({ message }) => /is (only planned|stated as missing|stated nowhere|not stated for it)/.exec(message)![1]!,
        );

    it('is in use where the nearest place that speaks says so', () => {
        assert.deepEqual(judge({}), ['not stated for it']);
        assert.deepEqual(judge({ jump: 'applies Works' }), []);
        assert.deepEqual(judge({ conduit: 'applies Works' }), []);
        assert.deepEqual(judge({ zone: 'meets FR 1 SL 3 because "x"' }), []);
        assert.deepEqual(judge({ jump: 'applies Later' }), ['only planned']);
        assert.deepEqual(judge({ jump: 'applies Bare' }), ['not stated for it']);
        assert.deepEqual(judge({ jump: 'meets SR 1.1 RE 2 by Works, Later' }), ['only planned']);
    });

    it('that is excluded where people come in is none, and the exclusion is contradicted', () => {
        const excluded = { conduit: 'excludes SR 1.1 RE 2 because "No remote access"' };
        assert.deepEqual(judge(excluded), ['not stated for it']);
        assert.deepEqual(found(text(excluded), 'exclusion-contradicted'), ['exclusion-contradicted error C']);
        assert.deepEqual(judge({ jump: 'excludes SR 1.1 RE 2 because "x"' }), ['not stated for it']);
    });

    it('that a nearer place misses is not met by a wider one, and the line is named', () => {
        const zone = 'meets FR 1 SL 3 because "x"';
        assert.deepEqual(judge({ conduit: 'misses SR 1.1 RE 2 because "Password only"', zone }), ['stated as missing']);
        assert.deepEqual(judge({ jump: 'misses SR 1.1 RE 2 because "Password only"', zone }), ['stated as missing']);
        const [finding] = findings(
            text({ conduit: 'misses SR 1.1 RE 2 because "Password only"' }),
            'remote-access-without-multifactor',
        );
        assert.equal(finding!.related[0]!.message, 'Stated as missing here.');
        assert.deepEqual(finding!.fixes, []);
    });
});

describe('A level above the capability', () => {
    const zone = (statement: string, capability = '1'): string =>
        `zone A { SL-T 3 asset X : plc { SL-C ${capability} } ${statement} }\n`;

    it('is asked about, unless it is compensated', () => {
        const [finding] = findings(zone('meets FR 1 SL 3 because "x"'), 'level-above-capability');
        assert.match(
            finding!.message,
            /^The SL-A of A is above the capability of its products: IAC 3, where X is capable of 1\./,
        );
        assert.deepEqual(found(zone('meets FR 1 SL 3 because "x"', '3'), 'level-above-capability'), []);
        assert.deepEqual(
            found(
                zone('meets FR 1 SL 1 because "x" compensates FR 1 SL 3 because "A gateway asks"'),
                'level-above-capability',
            ),
            [],
        );
        assert.deepEqual(
            found(zone('meets FR 1 SL 3 because "x"').replace('{ SL-C 1 }', ''), 'level-above-capability'),
            [],
        );
    });
});

describe('Two statements of one requirement', () => {
    it('contradict each other by number and by FR alike', () => {
        const zone = (statements: string): string =>
            `${countermeasures}countermeasure All { meets FR 2 SL 1 status implemented }\nzone A { SL-T 1 asset X : plc ` +
            `${statements} }\n`;
        const judge = (statements: string): readonly string[] => found(zone(statements), 'claim-contradicted');
        assert.deepEqual(judge('applies All misses SR 2.8 because "x"'), ['claim-contradicted warning A']);
        assert.deepEqual(judge('applies Works misses FR 2 SL 1 because "x"'), ['claim-contradicted warning A']);
        assert.deepEqual(judge('applies Works excludes SR 2.8 because "x"'), ['claim-contradicted warning A']);
        assert.deepEqual(judge('applies Later misses SR 1.2 because "x"'), []);
        assert.deepEqual(judge('applies Works misses FR 2 SL 1 because "x" meets SR 2.8 because "y"'), []);
        assert.deepEqual(judge('meets SR 2.1 RE 1, SR 2.1 RE 2 because "y" misses SR 2.1 because "x"'), [
            'claim-contradicted warning A',
            'claim-contradicted warning A',
        ]);
    });

    it('and of which one is true are both offered to be removed, as claims', () => {
        const fixesOf = (statements: string): readonly string[] =>
            findings(`zone A { SL-T 1 asset X : plc ${statements} }\n`, 'requirement-stated-twice').flatMap(
                ({ fixes }) =>
                    fixes.map(({ kind, title, preferred }) => `${kind} ${title}${preferred ? ' preferred' : ''}`),
            );
        assert.deepEqual(fixesOf('meets SR 2.8 because "x" misses SR 2.8 because "y"'), [
            'claim Remove "misses SR 2.8"',
            'claim Remove "meets SR 2.8"',
        ]);
        assert.deepEqual(fixesOf('meets SR 2.8 because "x" misses SR 2.8, SR 2.9 because "y"'), []);
        assert.deepEqual(fixesOf('meets SR 2.8 because "x" meets SR 2.8'), ['layout Remove "meets SR 2.8"']);
        // What the second says beside may be what is right today: which one stays is for people to decide.
        assert.deepEqual(fixesOf('meets SR 2.8 because "x" meets SR 2.8 because "y"'), [
            'claim Remove this "meets SR 2.8"',
            'claim Remove the first "meets SR 2.8"',
        ]);
    });

    it("of which one is an asset's contradict each other by FR too", () => {
        const zone = (asset: string): string =>
            `zone A { SL-T 1 asset X : plc { ${asset} } meets FR 2 SL 1 because "x" }\n`;
        assert.deepEqual(found(zone('misses FR 2 SL 1 because "y"'), 'asset-contradicts-zone'), [
            'asset-contradicts-zone warning A.X',
        ]);
        assert.deepEqual(found(zone('misses SR 2.8 because "y"'), 'asset-contradicts-zone'), [
            'asset-contradicts-zone warning A.X',
        ]);
        assert.deepEqual(found(zone('misses FR 1 SL 1 because "y"'), 'asset-contradicts-zone'), []);
    });
});

describe('An acceptance without an end', () => {
    const text = (accept: string): string =>
        'zone A { kind control SL-T 2 asset X : plc }\nzone B { kind operations SL-T 2 asset Y : server }\n' +
        `conduit C between A and B { flow B.Y -> A.X : modbus-tcp { access write } ${accept} }\n`;
    const judge = (accept: string): readonly string[] => found(text(accept), 'accept-without-date');

    it('is found, and graver where it silences an error', () => {
        const error = 'accept conduit-without-boundary-device because "A lab"';
        assert.deepEqual(judge(error), ['accept-without-date warning C']);
        assert.deepEqual(judge('accept conduit-without-owner because "A lab"'), ['accept-without-date info C']);
        assert.deepEqual(judge(`${error} until 2099-12-31`), []);
        assert.deepEqual(judge('accept conduit-without-boundary-device'), []);
        assert.deepEqual(judge('accept diode-without-direction because "There is none"'), []);
    });
});
