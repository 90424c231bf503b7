import assert from 'node:assert/strict';
import { diff, type DiffSide } from '../src/views/diff/index.ts';
import { sideOfText } from './support/side.ts';

const today = '2026-11-24';

const side = (text: string): DiffSide => sideOfText(text, today);

/** A water works with outstations behind a carrier. */
const plant = `system Water { tolerable-risk 6 }
zone Office { kind enterprise asset Pc : office-computer }
zone Dmz { kind dmz SL-T 2 asset Mirror : historian asset Jump : jump-host }
zone Centre { kind operations SL-T 2
  asset Fep : front-end-processor
  asset Clock : time-server
  asset Eng : engineering-station
  misses SR 2.8 because "No audit trail" due 2027-06-30
}
zone Carrier { kind external is untrusted }
zone Out { kind control SL-T 2
  asset R1 : rtu { is essential needs Centre.Clock }
  asset R2 : rtu
  asset Cell : cellular-router
}
type site-rtu : rtu { vendor "Acme" }
protocol bus { port udp 9200 security none is cleartext-credentials }
conduit OfficeDmz between Office and Dmz { via Fw asset Fw : firewall
  flow Office.Pc -> Dmz.Mirror : https { port tcp 443 access read }
  flow Office.Pc -> Dmz.Jump : https
}
conduit Inner between Dmz and Centre { via Fw2 asset Fw2 : firewall
  flow Centre.Fep -> Dmz.Mirror : opc-ua { access read secured authentication, encryption, integrity }
}
conduit Telemetry between Centre and Out { via Vpn over Carrier asset Vpn : vpn-gateway
  flow Centre.Fep -> Out.R1 : dnp3 { access write secured authentication, encryption, integrity by Tunnel }
  flow Centre.Fep -> Out.R2 : bus { access write }
}
countermeasure Tunnel { status verified evidence "vpn.md" }
countermeasure Audit { meets SR 2.8 status proposed }
invariant NoOffice { deny path from Office to Out
  except flow Centre.Fep -> Out.R1 : dnp3 access write because "Telemetry" until 2027-12-31
}
`;

/** The verdict on a change, and all that is said for it. */
function judged(before: string, after: string): readonly string[] {
    assert.notEqual(after, before, 'the change is one');
    const { security } = diff(side(before), side(after));
    const said = security.reasons
        .filter(({ kind }) => kind !== 'finding-silenced' && kind !== 'finding-asked')
        .map(({ direction, text }) => `${direction}: ${text}`);
    return [security.verdict, ...said];
}

const swap =
    (from: string, to: string) =>
    (text: string): string => {
        assert.ok(text.includes(from), from);
        return text.replace(from, () => to);
    };
const changed = (from: string, to: string, given: (text: string) => string = text => text): readonly string[] => {
    const base = given(plant);
    return judged(base, swap(from, to)(base));
};

describe('A comparison of exceptions', () => {
    const exception = 'except flow Centre.Fep -> Out.R1 : dnp3 access write because "Telemetry" until 2027-12-31';

    it('calls one that takes in more worse, and one that takes in less better', () => {
        for (const [wider, said] of [
            [
                'except flow Centre.Fep -> Out.R1 : dnp3 because "Telemetry" until 2027-12-31',
                'Centre.Fep -> Out.R1 : dnp3',
            ],
            [
                'except flow Centre.Fep -> Out.R1 access write because "Telemetry" until 2027-12-31',
                'Centre.Fep -> Out.R1 access write',
            ],
            [
                'except flow Centre -> Out : dnp3 access write because "Telemetry" until 2027-12-31',
                'Centre -> Out : dnp3 access write',
            ],
        ] as const) {
            assert.deepEqual(changed(exception, wider), [
                'worse',
                `worse: ${said} as an exception to NoOffice is accepted until 2027-12-31 (added)`,
            ]);
            assert.deepEqual(changed(wider, exception, swap(exception, wider)), [
                'better',
                `better: less is accepted: ${said} as an exception to NoOffice (removed)`,
            ]);
        }
    });

    it('sees two where one takes in other sessions', () => {
        const other = 'except flow Centre.Fep -> Out.R2 : dnp3 access write because "Telemetry" until 2027-12-31';
        assert.equal(changed(exception, other)[0], 'mixed');
    });

    it('mends nothing by taking it from an invariant that asks for less', () => {
        assert.deepEqual(changed(`deny path from Office to Out\n  ${exception}`, 'deny path from Office to Out.R2'), [
            'worse',
            'worse: NoOffice no longer covers Out.R1 and Out.Cell (it was: deny path from Office to Out)',
        ]);
    });
});

describe('A comparison of what sessions may use', () => {
    it('says what they may use besides', () => {
        assert.deepEqual(changed('Out.R1 : dnp3 {', 'Out.R1 : dnp3, telnet {'), [
            'worse',
            'worse: Centre.Fep -> Out.R1 : dnp3, telnet may use telnet as well',
        ]);
        assert.deepEqual(
            changed('Out.R1 : dnp3, ssh {', 'Out.R1 : dnp3 {', swap('Out.R1 : dnp3 {', 'Out.R1 : dnp3, ssh {')),
            ['better', 'better: Centre.Fep -> Out.R1 : dnp3 no longer uses ssh'],
        );
        assert.deepEqual(changed('port tcp 443', 'port tcp 443, 8443'), [
            'worse',
            'worse: Office.Pc -> Dmz.Mirror : https opens more: tcp 8443',
        ]);
        assert.deepEqual(changed('port tcp 443', 'port tcp 444'), ['none']);
        assert.deepEqual(changed('port tcp 443, 8443', 'port tcp 443', swap('port tcp 443', 'port tcp 443, 8443')), [
            'better',
            'better: Office.Pc -> Dmz.Mirror : https opens less: no longer tcp 8443',
        ]);
    });

    it('says of a further session between ends that had one', () => {
        const further =
            'flow Centre.Fep -> Out.R1 : ssh { access program secured authentication, encryption, integrity by Tunnel }';
        assert.deepEqual(changed('  flow Centre.Fep -> Out.R2', `  ${further}\n  flow Centre.Fep -> Out.R2`), [
            'worse',
            'worse: a further session from Centre into Out: Centre.Fep -> Out.R1 : ssh',
        ]);
    });

    it('calls flows that are written apart, or together, no change', () => {
        const apart = [
            '  flow Office.Pc -> Dmz.Mirror : https { access read }',
            '  flow Office.Pc -> Dmz.Mirror : ssh { access read }',
        ].join('\n');
        const together = '  flow Office.Pc -> Dmz.Mirror : https, ssh { access read }';
        const given = swap('  flow Office.Pc -> Dmz.Mirror : https { port tcp 443 access read }', apart);
        assert.deepEqual(changed(apart, together, given), ['none']);
        assert.deepEqual(
            changed(together, apart, text => swap(apart, together)(given(text))),
            ['none'],
        );
    });
});

describe('A comparison of what is planned', () => {
    it('says what follows on the day', () => {
        assert.deepEqual(changed('asset Fw2 : firewall', 'asset Fw2 : firewall { retired on 2027-01-01 }'), [
            'worse',
            'worse: from 2027-01-01 on: Inner is held by no device, where it was firewall',
            'worse: from 2027-01-01 on: new error: Inner (conduit-without-boundary-device)',
        ]);
        const [verdict, ...said] = changed(
            '  flow Centre.Fep -> Dmz.Mirror',
            '  flow Dmz.Jump -> Centre.Eng : https { planned for 2027-02-01 }\n  flow Centre.Fep -> Dmz.Mirror',
        );
        assert.equal(verdict, 'worse');
        assert.ok(
            said.some(each => each.startsWith('worse: from 2027-02-01 on: assets of Dmz can now reach')),
            said[0],
        );
    });

    it('counts a plan as no gain, and a plan that is dropped as a loss', () => {
        const flow = '  flow Office.Pc -> Dmz.Jump : https';
        const [verdict, ...said] = changed(flow, `${flow} { retired on 2027-01-01 }`);
        assert.equal(verdict, 'none');
        assert.ok(said.every(each => each.startsWith('neutral: from 2027-01-01 on: ')) && said.length > 0, said[0]);
        const dropped = changed(
            `${flow} { retired on 2027-01-01 }`,
            flow,
            swap(flow, `${flow} { retired on 2027-01-01 }`),
        );
        assert.equal(dropped[0], 'worse');
        assert.ok(dropped[1]!.startsWith('worse: from 2027-01-01 on: '), dropped[1]);
    });

    it('mends nothing by calling planned what is there', () => {
        const said = changed('zone Out { kind', 'zone Out { planned for 2029-01-01 kind');
        assert.deepEqual(
            said.filter(each => each.startsWith('better')),
            [],
        );
        assert.equal(said[0], 'worse');
    });
});

describe('A comparison of what is only said', () => {
    const none = (from: string, to: string, given?: (text: string) => string): void =>
        assert.equal(
            changed(from, to, given).some(each => each.startsWith('better')),
            false,
            `${from} → ${to}: ${changed(from, to, given).join('\n')}`,
        );

    it('mends nothing by another word for the same thing', () => {
        none('asset Cell : cellular-router', 'asset Cell : router');
        none('asset Cell : cellular-router', 'asset Cell : edge-computer');
        none(' needs Centre.Clock', '');
        none(' needs Centre.Clock', ' works without Centre.Clock because "Keeps its time"');
        none('port udp 9200 security none', 'port udp 9200 provides authentication, integrity security mandatory');
        none('security none is cleartext-credentials', 'security none');
        none(
            'Out.R2 : bus {',
            'Out.R2 : safe-bus {',
            text => `${text}protocol safe-bus { provides authentication, integrity security mandatory }\n`,
        );
    });

    it('hears a role that is typed anew through a type of the site', () => {
        const given = swap('asset R2 : rtu', 'asset R2 : site-rtu');
        assert.deepEqual(changed('type site-rtu : rtu', 'type site-rtu : printer', given), [
            'worse',
            'worse: Out.R2 is of type printer, where it was rtu',
        ]);
        assert.deepEqual(changed('asset R2 : rtu', 'asset R2 : site-rtu'), ['none']);
    });

    it('hears that a carrier is no longer named', () => {
        assert.deepEqual(changed(' over Carrier', ''), [
            'worse',
            'worse: Telemetry is no longer said to be carried over Carrier',
        ]);
    });

    it('takes no word for a mended fault that counts for nothing', () => {
        assert.deepEqual(changed('misses SR 2.8 because "No audit trail" due 2027-06-30', 'meets SR 2.8 by Audit'), [
            'worse',
            'worse: SR 2.8: missed, due 2027-06-30 at Centre before, and what is said of it now (`meets`) does not count',
        ]);
        const [verdict] = changed(
            'misses SR 2.8 because "No audit trail" due 2027-06-30',
            'meets SR 2.8 evidence "audit.pdf" dated 2029-01-01',
        );
        assert.equal(verdict, 'worse');
    });

    it('hears that a threat is against something else', () => {
        const given = (text: string): string =>
            `${text}threat Stop { from Office against Out.R1 likelihood 3 consequence 3 }\n`;
        assert.deepEqual(changed('against Out.R1', 'against Out.R2', given), [
            'worse',
            'worse: no threat is assessed against Out.R1 any more: Stop was',
            'worse: new warning: Out.R1 (asset-without-threat)',
        ]);
        assert.deepEqual(changed('against Out.R1', 'against Out', given), ['none']);
    });

    it('takes an export of a day to come for no new one', () => {
        const rules = 'ruleset R { device Inner.Fw2 exported 2025-01-01 permits any -> any : tcp 443 "1" }';
        const given = (text: string): string => `${text}${rules}\n`;
        assert.deepEqual(changed('exported 2025-01-01', 'exported 2029-01-01', given), ['none']);
        assert.equal(changed('exported 2025-01-01', 'exported 2026-11-01', given)[0], 'better');
    });
});

describe('A comparison of devices', () => {
    it('hears of an interface in a further zone', () => {
        assert.deepEqual(changed('asset Fw2 : firewall', 'asset Fw2 : firewall { serves Office }'), [
            'worse',
            'worse: Inner.Fw2 has an interface in Office as well',
            // Its conduit gives it the other interfaces.
            'worse: new error: Inner.Fw2 (served-zones-without-conduit)',
            // Once it names zones, it has interfaces in these alone.
            'worse: new warning: Inner (boundary-device-without-filter)',
            'worse: new warning: Inner.Fw2 (device-past-boundary)',
        ]);
        assert.deepEqual(changed('asset Fw2 : firewall', 'asset Fw2 : firewall { serves Dmz, Centre }'), ['none']);
    });

    it('mends nothing by a zone around others', () => {
        const around = (text: string): string =>
            text
                .replace('zone Dmz {', 'zone Site { zone Dmz {')
                .replace('zone Carrier', '} zone Carrier')
                .replace('Office and Dmz', 'Office and Site.Dmz')
                .replace('Dmz and Centre', 'Site.Dmz and Site.Centre')
                .replace('between Centre', 'between Site.Centre')
                .replaceAll(' Dmz.', ' Site.Dmz.')
                .replaceAll(' Centre.', ' Site.Centre.');
        const said = judged(plant, around(plant));
        assert.deepEqual(
            said.filter(each => each.startsWith('better')),
            [],
        );
    });
});
