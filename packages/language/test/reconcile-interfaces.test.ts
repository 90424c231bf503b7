import assert from 'node:assert/strict';
import { collection, flowsOf, plant, rulesOf } from './support/as-found.ts';
import { load } from './support/load.ts';

describe('comparisons by interface', () => {
    it('judge a rule by its interfaces where the device says what it faces', () => {
        const ask = (rules: string, device: string): string =>
            `${flowsOf(plant({ flows: collection, rules, device }))} / ` +
            `${rulesOf(plant({ flows: collection, rules, device }))}`;
        const rule = '  permits any -> any : tcp 4840 "1" { enters "dmz0" leaves "ctl0" }';
        assert.equal(ask(rule, ''), 'not-assessable not-assessable / 1 not-assessable');
        assert.equal(ask(rule, 'faces Dmz by "dmz0" faces Control by "ctl0"'), 'yes healthy / 1 wider');
        assert.equal(ask(rule, 'faces Dmz by "ctl0" faces Control by "dmz0"'), 'no not-permitted / 1 undocumented');
        assert.equal(
            ask('  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1" { enters "dmz0" }', ''),
            'yes healthy / 1 documented',
            'narrow addresses tell where they lie',
        );
        assert.equal(
            ask(
                '  permits any -> any : tcp 4840 "1" { enters not "ctl0" leaves "ctl0" }',
                'faces Dmz by "dmz0" faces Control by "ctl0"',
            ),
            'yes healthy / 1 wider',
        );
        // One name for all interfaces whose names begin so, as iptables and nft write it.
        const faced = 'faces Dmz by "dmz0" faces Control by "ctl0"';
        const by = (enters: string, leaves: string): string =>
            ask(`  permits any -> any : tcp 4840 "1" { enters ${enters} leaves ${leaves} }`, faced);
        assert.equal(by('"dmz+"', '"ctl*"'), 'yes healthy / 1 wider');
        assert.equal(by('not "ctl+"', '"ctl0"'), 'yes healthy / 1 wider');
        assert.equal(by('"ctl+"', '"dmz+"'), 'no not-permitted / 1 undocumented');
        assert.equal(by('"not+"', '"ctl+"'), 'not-assessable not-assessable / 1 not-assessable');
    });

    it('ask two firewalls in a row, of different vendors, each by what lies beyond its interfaces', () => {
        const rules = {
            Outer:
                '  permits 10.30.0.5 -> 10.20.5.10 : tcp 443 "1" { enters "port1" leaves "port2" }\n' +
                '  permits 10.30.0.20 -> 10.20.5.20 : tcp 22 "2" { enters "port1" leaves "port2" }\n' +
                '  permits 10.30.0.20 -> 10.20.5.20 : tcp 3389 "3" {\n' +
                '    enters "port1"\n    leaves "port2"\n    when "user group Contractors"\n  }\n' +
                '  blocks any -> any : any "implicit deny"',
            Inner:
                '  permits 10.30.0.5 -> 10.20.5.10 : tcp 443 "A 1" { enters "transit" }\n' +
                '  permits 10.30.0.20 -> 10.20.5.20 : tcp 3389 "A 2" { enters "transit" }\n' +
                '  blocks any -> any : any "implicit deny of A" { enters "transit" }\n' +
                '  permits any -> any : any "implicit: from security level 50 to a lower one" { enters "dmz" leaves "transit" }\n' +
                '  blocks any -> any : any "implicit deny"',
        };
        const ruleset = (name: keyof typeof rules): string =>
            `ruleset ${name} {\n  device K.${name}\n${rules[name]}\n}\n`;
        const row = (outer: string, inner: string, sets: string): string => `system Plant
zone Office { network 10.30.0.0/24
  asset Erp : server { address 10.30.0.5 }
  asset Clerk : workstation { address 10.30.0.20 }
}
zone Transit { network 10.40.0.0/24 }
zone Dmz { network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Office and Dmz { via Outer, Inner
  asset Outer : firewall { address 10.30.0.1, 10.40.0.1 serves Office, Transit faces Office by "port1" faces Transit by "port2" ${outer} }
  asset Inner : firewall { address 10.40.0.2, 10.20.5.1 serves Transit, Dmz faces Transit by "transit" faces Dmz by "dmz" ${inner} }
  flow Office.Erp -> Dmz.Hist : https
  flow Office.Clerk -> Dmz.Jump : ssh
  flow Office.Clerk -> Dmz.Jump : rdp { port tcp 3389 }
}
${sets}`;
        const both = ruleset('Outer') + ruleset('Inner');
        const unsaid = row('', '', both);
        const findings = load(unsaid).findings.filter(({ rule }) => rule === 'rule-not-assessable');
        assert.match(findings[0]!.message, /by which interface Outer reaches 10\.20\.5\.10\./);
        assert.deepEqual(
            findings.map(({ fixes }) => fixes.map(fix => fix.title)),
            [
                ['State that Outer faces Dmz by port2…'],
                ['State that Outer faces Dmz by port2…'],
                [],
                ['State that Inner faces Office by transit…'],
                ['State that Inner faces Office by transit…'],
                [],
            ],
        );
        assert.match(
            findings.at(-1)!.message,
            /^Rule "implicit deny of A" cannot be evaluated: by which interface Inner reaches .* It may block Office\./,
        );
        const [outer, inner] = ['faces Dmz by "port2"', 'faces Office by "transit"'];
        assert.deepEqual(flowsOf(row(outer, inner, both)), [
            'yes healthy',
            'no not-permitted',
            'not-assessable not-assessable',
        ]);
        assert.deepEqual(
            flowsOf(row(outer, inner, ruleset('Outer'))),
            ['unknown unknown', 'unknown unknown', 'unknown unknown'],
            'of the other one nothing is known',
        );
        assert.deepEqual(
            flowsOf(row(outer, inner, ruleset('Inner'))),
            ['unknown unknown', 'no not-permitted', 'unknown unknown'],
            'one that blocks is enough',
        );
    });

    it('leave aside a leg that is in the zone of the other end', () => {
        const text = plant({
            flows: '  flow Dmz.Jump -> Control.Plc1 : ssh',
            rules: '  permits 10.20.5.20 -> 10.10.2.11 : tcp 22 "1"',
        }).replace('address 10.20.5.20 mac', 'address 10.20.5.20, 10.10.2.50 serves Control mac');
        assert.deepEqual(flowsOf(text), ['yes healthy'], 'the other leg passes no boundary');
    });
});
