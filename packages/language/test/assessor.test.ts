import assert from 'node:assert/strict';
import { load } from './support/load.ts';

/** `rule severity subject` of the findings of one rule. */
function found(text: string, rule: string): readonly string[] {
    const { findings, problems } = load(`system Plant\n${text}`);
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    return findings
        .filter(finding => finding.rule === rule)
        .map(({ severity, subject, message }) => `${severity} ${subject}: ${message.split(':')[0]}`);
}

describe('What an assessor asks: an order', () => {
    const text = (more = '', { access = 'write', rdf = 2, via = 'F', essential = '' } = {}): string =>
        `zone S { kind safety SL-T 3 asset Sis : safety-controller { ${essential} } }\n` +
        `zone U { kind control SL-T 2 asset Bay : bay-controller { is essential } asset Scada : scada-server { is essential } }\n` +
        `zone V { kind control SL-T 2 asset Far : bay-controller { is essential } }\n` +
        'conduit C between S and U { via F asset F : firewall { serves S, U } ' +
        `flow S.Sis -> U.Bay : iec61850-goose { access ${access} } }\n` +
        `conduit D between U and V { SL-T ${rdf} via ${via} asset F : firewall asset G : firewall ` +
        `flow U.Scada -> V.Far : iec61850-mms { access write } }\n${more}`;
    const judge = (...args: Parameters<typeof text>): readonly string[] =>
        found(text(...args), 'order-through-one-device');

    it('of the safety side is blamed where one firewall carries it alone', () => {
        assert.deepEqual(judge(), [
            'warning C: S.Sis -> U.Bay sends commands of the safety side to U.Bay through F only',
        ]);
        assert.deepEqual(judge('', { access: 'read' }), []);
        assert.deepEqual(
            judge('conduit W between S and U { flow S.Sis -> U.Bay : hardwired-io { access write } }'),
            [],
        );
    });

    it('between essential assets is asked about where the boundary has to close when it fails', () => {
        assert.match(judge('', { rdf: 3 })[1]!, /^info D: U\.Scada -> V\.Far sends commands between essential assets/);
        assert.equal(judge('', { rdf: 3, via: 'F, G' }).length, 1);
    });
});

describe('What an assessor asks: a log-on', () => {
    const text = (from: string, kind: string, protocol = 'kerberos'): string =>
        `zone Office { kind ${kind} asset Dc : domain-controller }\nzone Ops { kind operations SL-T 2 asset S : ` +
        'scada-server asset Own : domain-controller }\n' +
        `conduit C between Office and Ops { via F asset F : firewall { serves Office, Ops } flow ${from} -> Office.Dc : ${protocol} }\n`;

    it('at a directory of the office is blamed at that directory', () => {
        assert.deepEqual(found(text('Ops.S', 'enterprise'), 'log-on-outside'), [
            'warning Office.Dc: Ops.S uses Office.Dc for log-on',
        ]);
        assert.equal(found(text('Ops.S', 'enterprise', 'ntp'), 'log-on-outside').length, 1);
        assert.deepEqual(found(text('Ops.Own', 'enterprise'), 'log-on-outside'), []);
        assert.deepEqual(found(text('Ops.S', 'operations'), 'log-on-outside'), []);
    });

    it('that an essential asset needs is said by the rule about those', () => {
        const needs = (essential: string): string =>
            text('Ops.Own', 'enterprise').replace(
                'asset S : scada-server',
                `asset S : scada-server { needs Office.Dc ${essential} }`,
            );
        assert.equal(found(needs(''), 'log-on-outside').length, 1);
        assert.deepEqual(found(needs('is essential'), 'log-on-outside'), []);
        assert.equal(found(needs('is essential'), 'essential-need-outside').length, 1);
    });
});

describe('What an assessor asks: one station', () => {
    it('that programs cells of several vendors is named with them', () => {
        const text = (first: string, second: string): string =>
            'zone E { kind operations SL-T 2 asset Ews : engineering-station }\n' +
            `zone A { kind control SL-T 2 asset X : plc { ${first} } }\nzone B { kind control SL-T 2 asset Y : plc { ${second} } }\n` +
            'conduit C between E and A and B { via F asset F : firewall { serves E, A, B } flow E.Ews -> A.X : s7comm { access program }\n' +
            'flow E.Ews -> B.Y : ethernet-ip { access program } }\n';
        const judge = (...vendors: [string, string]): readonly string[] =>
            found(text(...vendors), 'station-for-several-cells');
        assert.deepEqual(judge('vendor "One"', 'vendor "Two"'), [
            'info E.Ews: E.Ews programs controllers of One and Two in A and B',
        ]);
        assert.deepEqual(judge('vendor "One"', 'vendor "one "'), []);
        assert.deepEqual(judge('vendor "One"', ''), []);
    });

    it('that reaches computers of several zones from below their operating systems is named', () => {
        const text = (type: string, protocol: string): string =>
            'zone E { kind operations SL-T 2 asset W : workstation }\n' +
            `zone A { kind control SL-T 2 asset X : ${type} }\nzone B { kind operations SL-T 2 asset Y : ${type} }\n` +
            'conduit C between E and A and B { via F asset F : firewall { serves E, A, B } ' +
            `flow E.W -> A.X : ${protocol}\nflow E.W -> B.Y : ${protocol} }\n`;
        const judge = (...of: [string, string]): number => found(text(...of), 'management-across-zones').length;
        assert.deepEqual(
            [judge('management-controller', 'https'), judge('server', 'ipmi'), judge('server', 'https')],
            [1, 1, 0],
        );
    });
});

describe('What an assessor asks: a service', () => {
    const text = (flow: string, type = 'name-server'): string =>
        `zone O { kind operations SL-T 2 asset Dns : ${type} }\n` +
        'zone A { kind control SL-T 2 asset X : scada-server { needs O.Dns } asset Y : hmi }\n' +
        `conduit C between O and A { via F asset F : firewall { serves O, A } ${flow} }\n`;

    it('that is needed and that no flow reaches is blamed at the need', () => {
        assert.deepEqual(found(text('flow A.Y -> O.Dns : dns'), 'need-without-flow'), [
            'warning A.X: A.X needs O.Dns, but no flow joins them',
        ]);
        for (const flow of ['flow A.X -> O.Dns : dns', 'flow A -> O : dns', 'flow O.Dns -> A.X : ntp'])
            assert.deepEqual(found(text(flow), 'need-without-flow'), [], flow);
        assert.deepEqual(found(text('', 'ups'), 'need-without-flow'), []);
        assert.deepEqual(
            found(
                text('').replace('asset Dns : name-server', 'asset Dns : name-server { serves A }'),
                'need-without-flow',
            ),
            [],
        );
    });
});

describe('What an assessor asks: what nobody looked at', () => {
    it('is an asset without a flow beside others that have one', () => {
        const text = (flow: string): string =>
            `zone A { kind control SL-T 2 asset X : plc asset Y : hmi asset Cam : ip-camera asset Door : access-control-panel ${flow} }\n`;
        assert.match(
            found(text('flow Y -> X : s7comm'), 'asset-without-flow')[0]!,
            /^info A\.Cam: A\.Cam and A\.Door have no flow/,
        );
        assert.deepEqual(found(text(''), 'asset-without-flow'), []);
        assert.deepEqual(found(text('flow Y -> A : s7comm'), 'asset-without-flow'), []);
    });

    it('is a camera or a door beside a fire panel in a safety zone', () => {
        const text = (kind: string): string =>
            `zone A { kind ${kind} SL-T 2 asset Panel : fire-panel asset Cam : ip-camera asset Door : access-control-panel }\n`;
        assert.match(
            found(text('safety'), 'other-system-in-safety-zone')[0]!,
            /^warning A\.Cam: Cam and Door are in A, a safety zone, but not part of a safety function/,
        );
        assert.deepEqual(found(text('operations'), 'other-system-in-safety-zone'), []);
    });
});
