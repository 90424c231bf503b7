import assert from 'node:assert/strict';
import { load } from './support/load.ts';

/** The messages of one rule. */
function said(text: string, rule: string): readonly string[] {
    const { findings, problems } = load(`system Plant { tolerable-risk 2 }\n${text}`);
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    return findings.filter(finding => finding.rule === rule).map(({ message }) => message);
}

const firewall = (one: string, other: string): string => `via F asset F : firewall { serves ${one}, ${other} }`;

describe('Threats and invariants use the paths that `iacs paths` shows', () => {
    const office = 'zone Office { kind enterprise asset Pc : office-computer }\n';
    const core = 'zone Core { kind control SL-T 2 asset Plc : plc }\n';

    it('a firewall that serves both ends of a threat is no path', () => {
        const text = (flow: string): string =>
            `${office}${core}conduit C between Core and Office { ${firewall('Core', 'Office')} ${flow} }\n` +
            'threat T { from Office against Core likelihood 4 consequence 4 }\n';
        assert.match(said(text(''), 'threat-path-missing')[0]!, /Office to Core/);
        assert.equal(said(text('flow Core.Plc -> Office.Pc : https'), 'threat-path-missing').length, 1);
        assert.deepEqual(said(text('flow Office.Pc -> Core.Plc : https'), 'threat-path-missing'), []);
    });

    it('a conduit through which a threat goes has one, wherever its target has an interface', () => {
        const text =
            'zone Dso { kind external purdue 3 asset S : server }\n' +
            'zone Core { kind control SL-T 2 asset Cci : plc { serves Dso } }\n' +
            `conduit C between Core and Dso { SL-T 2 ${firewall('Core', 'Dso')} flow Dso.S -> Core.Cci : iec60870-5-104 }\n` +
            'threat T { from Dso against Core.Cci likelihood 4 consequence 4 }\n';
        assert.deepEqual(said(text, 'sl-t-without-threat'), []);
        assert.equal(said(text, 'sl-t-below-risk').length, 2);
    });

    it('what a broker sends to its subscriber is said to be that', () => {
        const [message] = said(
            `${core}zone Cloud { kind external asset Broker : cloud-service }\n` +
                'conduit C between Core and Cloud { flow Core.Plc -> Cloud.Broker : mqtts }\n' +
                'invariant I { deny path from Cloud to Core }\n',
            'invariant-broken',
        );
        assert.match(message!, /from Cloud to Core: Cloud\.Broker → Core\.Plc \(subscribes to Cloud\.Broker\)\./);
    });

    it('a hard-wired signal is none', () => {
        const text = (protocol: string): string =>
            `${core}zone Safety { kind safety SL-T 3 asset Sis : safety-controller }\n` +
            `conduit C between Core and Safety { flow Core.Plc -> Safety.Sis : ${protocol} }\n` +
            'invariant I { deny path from Core to Safety }\n';
        assert.deepEqual(said(text('hardwired-io'), 'invariant-broken'), []);
        assert.equal(said(text('modbus-tcp'), 'invariant-broken').length, 1);
    });

    it('a broker speaks to those that subscribe', () => {
        const text = (protocol: string): string =>
            'zone Control { kind control SL-T 2 asset Edge : edge-computer }\n' +
            'zone Cloud { kind external asset Broker : cloud-service }\n' +
            `conduit C between Control and Cloud { ${firewall('Control', 'Cloud')} flow Control.Edge -> Cloud.Broker : ${protocol} }\n` +
            'invariant I { deny path from Cloud to Control }\n';
        assert.match(said(text('mqtts'), 'invariant-broken')[0]!, /Cloud\.Broker → Control\.Edge/);
        assert.deepEqual(said(text('https'), 'invariant-broken'), []);
    });

    it('what a firewall opens itself does not begin in the zones that it serves', () => {
        const text = (from: string): string =>
            `${core}zone Dmz { kind dmz SL-T 2 asset M : historian }\n` +
            `conduit C between Dmz and Core { ${firewall('Dmz', 'Core')} flow ${from} -> Core.Plc : ssh }\n` +
            'invariant I { deny path from Dmz to Core }\n';
        assert.deepEqual(said(text('F'), 'invariant-broken'), []);
        assert.equal(said(text('Dmz.M'), 'invariant-broken').length, 1);
    });

    it('a path that ends in presence says so', () => {
        const text =
            'zone Cloud { kind external asset Admin : server }\n' +
            'zone Edges { kind dmz SL-T 2 asset Edge : server { serves Safety } }\n' +
            'zone Safety { kind safety SL-T 3 asset Sis : safety-controller }\n' +
            `conduit C between Cloud and Edges { ${firewall('Cloud', 'Edges')} flow Cloud.Admin -> Edges.Edge : ssh }\n` +
            'invariant I { deny path from Cloud to Safety }\n';
        assert.match(said(text, 'invariant-broken')[0]!, /Edges\.Edge \(has an? \w+ in Safety\)/);
    });
});
