import assert from 'node:assert/strict';
import { load } from './support/load.ts';

/** `rule severity` of every finding of the asked rules, in the order of the text. */
function said(text: string, ...asked: readonly string[]): readonly string[] {
    const { findings, problems } = load(`system Plant\n${text}`);
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    return findings
        .filter(finding => asked.includes(finding.rule))
        .map(finding => `${finding.rule} ${finding.severity}`);
}

describe('A session into a safety zone', () => {
    const asked = [
        'safety-open-to-writing',
        'session-into-higher-target',
        'engineering-into-safety',
        'one-way-contradicted',
        'flow-both-directions',
    ];
    const judge = (flow: string, conduit = ''): readonly string[] =>
        said(
            `
zone Control { kind control SL-T 2 asset Ews : engineering-station }
zone Safety { kind safety SL-T 3 asset Sis : safety-controller }
conduit Link between Control and Safety { ${conduit} via Fw asset Fw : firewall flow ${flow} }
`,
            ...asked,
        );

    it('is one finding, by the gravest that it may do', () => {
        assert.deepEqual(judge('Ews -> Sis : opc-ua { access read }'), ['session-into-higher-target warning']);
        assert.deepEqual(judge('Ews -> Sis : opc-ua'), ['safety-open-to-writing warning']);
        assert.deepEqual(judge('Ews -> Sis : opc-ua { access write }'), ['safety-open-to-writing error']);
        assert.deepEqual(judge('Ews -> Sis : tristation'), ['engineering-into-safety error']);
        assert.deepEqual(judge('Ews -> Sis : opc-ua { access program }'), ['engineering-into-safety error']);
    });

    it('leaves what its protocol lacks to be said, and so does who accepts the session', () => {
        const accepted = 'accept engineering-into-safety because "Agreed with the supplier" until 2999-01-01';
        const protocols = (flow: string): readonly string[] => {
            const text = `system Plant
zone Control { kind control SL-T 2 asset Ews : engineering-station }
zone Safety { kind safety SL-T 3 asset Sis : safety-controller }
conduit Link between Control and Safety { via Fw asset Fw : firewall flow ${flow} }
`;
            return load(text)
                .findings.filter(({ basis, accepted: isAccepted }) => basis.includes('SR 1.2') && !isAccepted)
                .map(({ rule, severity }) => `${rule} ${severity}`);
        };
        for (const more of ['', accepted]) {
            const block = `{ access program ${more} }`;
            assert.deepEqual(protocols(`Ews -> Sis : tristation ${block}`), [
                'write-over-unauthenticated-protocol error',
            ]);
            assert.deepEqual(protocols(`Ews -> Sis : modbus-tcp ${block}`), [
                'write-over-unauthenticated-protocol error',
            ]);
            assert.deepEqual(protocols(`Ews -> Sis : opc-ua ${block}`), ['security-mode-unstated warning']);
        }
    });

    it('is none where the signal has wires of its own', () => {
        assert.deepEqual(judge('Ews -> Sis : hardwired-io { access write }'), []);
    });

    it('contradicts a one-way conduit, which says all of it', () => {
        assert.deepEqual(judge('Ews <-> Sis : syslog', 'one-way Safety -> Control'), ['one-way-contradicted error']);
        assert.deepEqual(judge('Sis -> Ews : syslog', 'one-way Safety -> Control'), []);
    });

    it('is seen where the conduit names the zone around, and where a flow ends in that zone as a whole', () => {
        const nested = (end: string): readonly string[] =>
            said(
                `
zone Operations { kind operations SL-T 2 asset Hist : historian }
zone Unit { kind control SL-T 2 asset Plc : plc zone Trips { kind safety SL-T 3 asset Sis : safety-controller } }
conduit Link between Operations and Unit { via Fw asset Fw : firewall flow Hist -> ${end} : opc-ua { access write } }
`,
                'safety-open-to-writing',
            );
        assert.deepEqual(nested('Unit.Trips.Sis'), ['safety-open-to-writing error']);
        assert.deepEqual(nested('Unit'), ['safety-open-to-writing error']);
        assert.deepEqual(nested('Unit.Plc'), []);
    });
});

describe('A server that several zones share', () => {
    const asked = ['dual-homed-asset', 'shared-platform-below-target'];
    const judge = (home: string, asset: string): readonly string[] =>
        said(
            `
zone Home { ${home} asset ${asset} }
zone Control { kind control SL-T 3 asset Plc : plc }
conduit Link between Home and Control { via Fw asset Fw : firewall { serves Home, Control } }
`,
            ...asked,
        );

    it('is a platform below the target, or goes round the boundary, and not both', () => {
        assert.deepEqual(judge('kind operations SL-T 2', 'Dc : domain-controller { serves Control }'), [
            'shared-platform-below-target warning',
        ]);
        assert.deepEqual(judge('kind operations SL-T 3', 'Dc : domain-controller { serves Control }'), [
            'dual-homed-asset warning',
        ]);
        assert.deepEqual(judge('kind enterprise', 'Dc : domain-controller { serves Control }'), [
            'dual-homed-asset error',
        ]);
    });

    it('is judged for the zones that its own conduits leave out', () => {
        const { findings } = load(`system Plant
zone Home { kind operations SL-T 1 asset Srv : server }
zone Line { kind control SL-T 1 asset Plc : plc }
zone Control { kind control SL-T 3 asset Plc : plc }
conduit Link between Home and Line { via Fw asset Fw : firewall { serves Home, Line, Control SL-C 2 } }
`);
        const messages = findings.filter(finding => asked.includes(finding.rule)).map(finding => finding.message);
        assert.equal(messages.length, 1);
        assert.match(messages[0]!, /^Fw serves Control, and its SL-C is too low/);
    });
});

describe('People who come in from outside', () => {
    const asked = [
        'flow-past-dmz',
        'remote-access-past-dmz',
        'remote-access-without-multifactor',
        'remote-access-without-expiry',
    ];
    const judge = (outer: string, flows: string): readonly string[] =>
        said(
            `
zone Supplier { kind external asset ${outer} }
zone Control { kind control SL-T 2 asset Plc : plc asset Gate : vpn-gateway }
conduit Link between Supplier and Control { via Vpn asset Vpn : vpn-gateway { serves Supplier, Control } ${flows} }
`,
            ...asked,
        );

    it('are seen by the tunnel that they open, and by what they may do', () => {
        assert.deepEqual(judge('Pc : laptop', 'flow Pc -> Gate : ipsec'), [
            'remote-access-without-multifactor warning',
            'remote-access-past-dmz error',
            'remote-access-without-expiry info',
        ]);
        assert.deepEqual(judge('Pc : laptop', 'flow Pc -> Plc : s7comm { access program until 2099-12-31 }'), [
            'remote-access-without-multifactor warning',
            'remote-access-past-dmz error',
        ]);
    });

    it('are asked for a second factor once, at the gateway of the conduit', () => {
        assert.deepEqual(
            judge(
                'Pc : laptop',
                'flow Pc -> Vpn : openvpn { until 2099-12-31 } flow Pc -> Plc : s7comm { access program }',
            ),
            ['remote-access-without-multifactor warning', 'remote-access-past-dmz error'],
        );
    });

    it('are no gateways: a tunnel between two sites lets nobody log on', () => {
        assert.deepEqual(judge('Far : vpn-gateway', 'flow Far -> Vpn : ipsec'), []);
    });
});

describe('A device apart among others', () => {
    const asked = ['wireless-device-among-others', 'temporary-device-among-others'];

    it('has a radio by its type, unless it is the boundary itself', () => {
        assert.deepEqual(said('zone Hall { kind control SL-T 2 asset Plc : plc asset Ap : access-point }', ...asked), [
            'wireless-device-among-others warning',
        ]);
        assert.deepEqual(
            said(
                `
zone Hall { kind control SL-T 2 asset Plc : plc asset Ap : access-point { serves Carts } }
zone Carts { kind control is wireless SL-T 2 asset Cart : plc }
conduit Radio between Hall and Carts { via Hall.Ap }
`,
                ...asked,
            ),
            [],
        );
    });

    it('is not among others beside its switch', () => {
        assert.deepEqual(said('zone Desk { kind control SL-T 2 asset Pc : laptop asset Sw : switch }', ...asked), []);
    });
});

describe('A flow', () => {
    it('over a wireless zone is on a foreign medium', () => {
        const judge = (zone: string, conduit: string): readonly string[] =>
            said(
                `
zone Hall { kind control SL-T 1 asset Plc : plc }
zone Carts { kind control SL-T 1 ${zone} asset Cart : plc }
zone Air { kind control is wireless SL-T 1 asset R : radio }
conduit Link between Hall and Carts { ${conduit} via Fw asset Fw : firewall flow Cart -> Plc : modbus-tcp { access read } }
`,
                'unauthenticated-flow',
                'external-link-unprotected',
            );
        assert.deepEqual(judge('', ''), ['unauthenticated-flow warning']);
        assert.deepEqual(judge('is wireless', ''), ['external-link-unprotected error']);
        assert.deepEqual(judge('', 'over Air'), ['external-link-unprotected error']);
    });

    it('opens as many ports as its ranges hold together', () => {
        const judge = (ports: string): readonly string[] =>
            said(
                `
zone A { kind control SL-T 2 asset P : plc }
zone B { kind control SL-T 2 asset P : plc }
conduit Link between A and B { via Fw asset Fw : firewall flow A.P -> B.P : https { port tcp ${ports} } }
`,
                'flow-with-wide-ports',
            );
        assert.deepEqual(judge('2000-2500, 3000-3500'), []);
        assert.deepEqual(judge('2000-2600, 3000-3600'), ['flow-with-wide-ports warning']);
    });

    it('outside of a conduit is told what the conduit lets pass between the same ends', () => {
        const { findings } = load(`system Plant
zone A { kind control SL-T 2 asset P : plc }
zone B { kind control SL-T 2 asset Q : plc }
conduit Link between A and B { via Fw asset Fw : firewall flow P -> Q : https }
flow B.Q -> A.P : modbus-tcp
`);
        assert.match(
            findings.find(finding => finding.rule === 'flow-without-conduit')!.message,
            /Link permits only A\.P -> B\.Q : https between them\./,
        );
    });
});
