import assert from 'node:assert/strict';
import { apply, load } from './support/load.ts';

const plant = (flow: string, rules: string, saw: string): string => `system P
zone Control { kind control network 10.10.2.0/24 asset Plc : plc { address 10.10.2.11 } }
zone Dmz { kind dmz network 10.20.5.0/24 asset Hist : historian { address 10.20.5.10 } }
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  ${flow}
}
ruleset R { device K.Fw exported 2026-05-20 ${rules} }
observation O {
  sees Control
  since 2026-01-01
  until 2026-05-30
  ${saw}
}
`;
const open = 'permits any -> any : any "1"';
const shut = 'blocks any -> any : any "1"';
const seen = (end: string): string => `saw 10.20.5.10 -> 10.10.2.11 : ${end} on 19 days, 2026-05-01 to 2026-05-20`;

/** The first fix of the finding of a rule, and the lines that it writes. */
function fixed(rule: string, text: string): { readonly fix: string; readonly lines: string; readonly after: string } {
    const loaded = load(text);
    const finding = loaded.findings.find(each => each.rule === rule);
    assert.ok(finding, `${rule} is not found`);
    const [fix] = finding.fixes;
    assert.ok(fix, `${rule} has no fix`);
    const after = apply(loaded, fix);
    const before = text.split('\n');
    const lines = after.split('\n').filter(line => !before.includes(line));
    assert.ok(!load(after).findings.some(({ message }) => message === finding.message), 'the finding stays');
    return { fix: `${fix.kind} ${fix.title}`, lines: lines.map(line => line.trim()).join(' | '), after };
}

describe('Each row of the comparison has a fix on its line', () => {
    it('traffic becomes a proposed flow, with the protocol to which its port is assigned', () => {
        const propose = (end: string): string =>
            fixed('traffic-undocumented', plant('', open, seen(`${end} used`))).lines.split(' | ')[0]!;
        assert.equal(propose('tcp 80'), 'flow Dmz.Hist -> Control.Plc : http {');
        assert.equal(propose('tcp 443'), 'flow Dmz.Hist -> Control.Plc : https {');
        assert.equal(propose('tcp 445'), 'flow Dmz.Hist -> Control.Plc : smb {');
        assert.equal(propose('tcp 102'), 'flow Dmz.Hist -> Control.Plc : s7comm {');
        assert.equal(propose('tcp 50999'), 'flow Dmz.Hist -> Control.Plc : proprietary-unknown {');
        assert.match(fixed('traffic-past-boundary', plant('', shut, seen('tcp 80 used'))).fix, /^claim Propose a flow/);
    });

    it('an attempt becomes one too, and is said to be no more', () => {
        const { fix, lines } = fixed('attempt-undocumented', plant('', shut, seen('tcp 80 tried')));
        assert.equal(fix, 'claim Propose a flow for it…');
        assert.match(lines, /is proposed because "tried on 19 days"/);
    });

    it('a flow past the boundary gets a conduit for the path that was found, with a place for what shows it', () => {
        const flow = 'flow Dmz.Hist -> Control.Plc : opc-ua';
        const { fix, lines, after } = fixed('flow-past-boundary', plant(flow, shut, seen('tcp 4840 used')));
        assert.equal(fix, 'claim Give it a conduit of its own, for the path past K.Fw…');
        assert.match(
            lines,
            /conduit KPast between Control and Dmz \{ \| evidence "TODO: where the path past K\.Fw is shown"/,
        );
        const rules = load(after).findings.map(({ rule, subject }) => `${rule} ${subject}`);
        assert.ok(rules.includes('conduit-without-boundary-device KPast'));
        assert.ok(rules.includes('placeholder-left KPast'));
    });

    it('a flow that writes and is declared to read is declared as it is, with a place for who decided it', () => {
        const flow = 'flow Dmz.Hist -> Control.Plc : modbus-tcp { access read }';
        const { fix, lines } = fixed(
            'traffic-beyond-access',
            plant(flow, open, `${seen('tcp 502 used')} { access write }`),
        );
        assert.equal(fix, 'claim Declare that it may write…');
        assert.match(lines, /access write approved by "TODO: who decided that it may write"/);
    });
});
