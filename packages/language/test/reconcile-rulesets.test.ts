import assert from 'node:assert/strict';
import { reconcile } from '../src/reconcile/index.ts';
import { configuredWorld } from '../src/reconcile/index.ts';
import { collection, flowsOf, permitted, plant, rulesOf, sighting, trafficOf } from './support/as-found.ts';
import { load } from './support/load.ts';

const second = (rules: string, more = ''): string => `ruleset S {\n  device K.Fw\n${more}${rules}\n}\n`;

describe('Two rule sets of one device', () => {
    it('decide what both of them decide, and nothing else', () => {
        const ask = (one: string, other: string, seen?: string): string[] =>
            flowsOf(
                plant({ flows: collection, rules: one, more: second(other), ...(seen === undefined ? {} : { seen }) }),
            );
        const blocked = '  blocks any -> any : any';
        assert.deepEqual(ask(permitted, permitted), ['yes healthy']);
        assert.deepEqual(ask(blocked, blocked), ['no not-permitted']);
        assert.deepEqual(ask(permitted, blocked), ['not-assessable not-assessable']);
        assert.deepEqual(ask(blocked, permitted, sighting), ['not-assessable not-assessable'], 'no traffic past it');
        assert.deepEqual(ask(permitted.replace('"1"', '"1" { when "a schedule" }'), blocked), [
            'not-assessable not-assessable',
        ]);
        const both = '  flow Dmz.Hist -> Control.Plc1 : opc-ua { port tcp 1, 2 }';
        const part = (ports: string): string => `  permits any -> any : tcp ${ports}`;
        const of = (one: string, other: string): string[] =>
            flowsOf(plant({ flows: both, rules: part(one), more: second(part(other)) }));
        assert.deepEqual(of('1', '1'), ['partly not-permitted']);
        assert.deepEqual(of('1', '2'), ['not-assessable not-assessable']);
        assert.deepEqual(of('1', '3'), ['partly not-permitted'], 'neither permits the other port');
        assert.deepEqual(of('1-9', '1-2'), ['yes healthy']);
    });

    it('of IPv4 and IPv6 do not block what the other one is for', () => {
        const six = (text: string): string =>
            text.replaceAll('10.20.5.10', '2001:db8:5::10').replaceAll('10.10.2.11', '2001:db8:2::11');
        const text = six(
            plant({ flows: collection, rules: '  blocks any -> any : any', more: second(permitted), seen: sighting }),
        );
        assert.deepEqual(flowsOf(text), ['not-assessable not-assessable']);
        const stray = '  saw 10.20.5.20 -> 10.10.2.12 : tcp 22 used';
        assert.deepEqual(
            trafficOf(plant({ rules: permitted, more: second('  permits any -> any : tcp 22'), seen: stray })),
            ['Dmz.Jump -> Control.Plc2 undocumented not-assessable K'],
        );
    });

    it('leave what each of them opens in view', () => {
        const text = plant({
            flows: collection,
            rules: permitted,
            more: second('  permits any -> 10.10.2.12 : tcp 22 "2"'),
        });
        assert.deepEqual(rulesOf(text), ['1 documented', '2 undocumented']);
        const row = `system Plant
zone Control { network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
}
zone Dmz { network 10.20.5.0/24
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Control and Dmz { via Fw, Inner
  asset Fw : firewall { serves Control, Dmz }
  asset Inner : firewall { serves Control, Dmz }
}
ruleset R { device K.Fw permits any -> 10.10.2.11 : tcp 22 "open" }
ruleset Four { device K.Inner blocks any -> any : any }
ruleset Six { device K.Inner permits any -> any : tcp 22 "inner" }
`;
        const { lookup } = load(row);
        const { lookup: world } = configuredWorld(lookup, reconcile(lookup, { staleAfter: 90 }));
        assert.deepEqual(
            world.model.flows.map(({ from, to }) => `${from.id} -> ${to.id}`),
            ['Dmz -> Control.Plc', 'Dmz.Jump -> Control.Plc'],
            'a path that one of the sets of the inner firewall lets through',
        );
    });

    it('are reported once, at the older one', () => {
        const old = (one: string, other: string): string[] =>
            load(
                plant({ flows: collection, rules: `${one}${permitted}`, more: second(permitted, other) }),
            ).findings.flatMap(({ rule, message }) => (rule === 'ruleset-old' ? [message] : []));
        const [first, ...rest] = old('  exported 2026-06-01\n', '  exported 2026-05-01\n');
        assert.match(first!, /^S and R are both rules of K\.Fw\. .*not assessable/);
        assert.deepEqual(rest, []);
        assert.match(old('  exported 2026-05-01\n', '  exported 2026-06-01\n')[0]!, /^R and S are both/);
        assert.match(old('', '').join('\n'), /S and R are both rules of K\.Fw/);
    });
});

describe('One rule set of several devices', () => {
    it('opens paths through each of them', () => {
        const text = `system Plant
zone A { network 10.1.0.0/24
  asset X : server { address 10.1.0.1 }
}
zone B { network 10.2.0.0/24
  asset Y : server { address 10.2.0.1 }
}
zone C { network 10.3.0.0/24
  asset Z : server { address 10.3.0.1 }
}
conduit One between A and B { via Fw1
  asset Fw1 : firewall { serves A, B }
}
conduit Two between B and C { via Fw2
  asset Fw2 : firewall { serves B, C }
}
ruleset R { device One.Fw1, Two.Fw2
  permits 10.2.0.1 -> 10.1.0.1, 10.3.0.1 : tcp 22 "ssh"
}
`;
        const { lookup } = load(text);
        const { lookup: world } = configuredWorld(lookup, reconcile(lookup, { staleAfter: 90 }));
        assert.deepEqual(
            world.model.flows.map(({ from, to, container }) => `${from.id} -> ${to.id} in ${container}`),
            ['B.Y -> A.X in One', 'B.Y -> C.Z in Two'],
        );
    });
});

describe('A rule that blocks at an interface', () => {
    it('blocks no addresses that come elsewhere, where nobody said what is there', () => {
        const forged = '  blocks 10.20.5.0/24 -> any : any "0" { enters "wan" }\n';
        const ask = (rules: string, device = ''): string[] => flowsOf(plant({ flows: collection, rules, device }));
        assert.deepEqual(ask(forged + permitted), ['not-assessable not-assessable']);
        assert.deepEqual(ask(forged), ['no not-permitted'], 'what follows blocks it too');
        assert.deepEqual(ask(forged + permitted, 'faces Dmz by "dmz" faces Control by "wan"'), ['yes healthy']);
        assert.deepEqual(ask(forged + permitted, 'faces Dmz by "wan" faces Control by "ctl"'), ['no not-permitted']);
        assert.deepEqual(ask(`  blocks any -> 10.10.2.0/24 : any "0" { leaves "wan" }\n${permitted}`), [
            'not-assessable not-assessable',
        ]);
        assert.deepEqual(ask(`  blocks 10.20.5.10 -> any : any "0" { enters not "dmz" }\n${permitted}`), [
            'not-assessable not-assessable',
        ]);
    });
});
