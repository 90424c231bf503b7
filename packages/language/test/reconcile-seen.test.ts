import assert from 'node:assert/strict';
import { readSettings } from '../src/settings/index.ts';
import { collection, flowsOf, plant, read, rulesOf, sighting, trafficOf } from './support/as-found.ts';
import { load } from './support/load.ts';

describe('observations', () => {
    it('hold the function that was seen against the access that is declared', () => {
        const ask = (access: string, seen: string): string[] =>
            flowsOf(
                plant({
                    flows: `  flow Dmz.Hist -> Control.Plc1 : opc-ua { access ${access} }`,
                    seen: `${sighting} { access ${seen} }`,
                }),
            );
        assert.deepEqual(ask('read', 'write'), ['unknown healthy beyond']);
        assert.deepEqual(ask('write', 'write'), ['unknown healthy']);
        assert.deepEqual(ask('program', 'read'), ['unknown healthy']);
    });

    it('need days without a gap to say that something was never seen', () => {
        const watch = (...spans: readonly [string, string][]): string[] =>
            flowsOf(
                plant({
                    flows: collection,
                    more: spans
                        .map(([since, until], at) => `observation O${at} { sees Dmz since ${since} until ${until} }`)
                        .join('\n'),
                }),
            );
        assert.deepEqual(watch(['2026-01-01', '2026-03-31']), ['unknown never-seen'], '90 days');
        assert.deepEqual(watch(['2026-01-01', '2026-03-30']), ['unknown unknown']);
        assert.deepEqual(watch(['2026-02-01', '2026-03-31'], ['2026-01-01', '2026-01-31']), ['unknown never-seen']);
        assert.deepEqual(
            watch(['2026-02-02', '2026-03-31'], ['2026-01-01', '2026-01-31']),
            ['unknown unknown'],
            'a day is missing',
        );
    });

    it('need a sensor at the zone itself: one in a nested zone does not see it, nor the other way round', () => {
        const ask = (...seen: readonly [string, string, string][]): string[] =>
            flowsOf(`system N
zone Outer { network 10.1.0.0/16
  asset P : plc { address 10.1.0.5 }
  zone Inner { network 10.1.9.0/24 asset Q : plc { address 10.1.9.5 } }
}
zone Other { network 10.2.0.0/16 asset S : server { address 10.2.0.5 } }
conduit K between Other and Outer { via F
  asset F : firewall { serves Other, Outer }
  flow Other.S -> Outer.P : opc-ua
  flow Other.S -> Outer.Inner.Q : opc-ua
  flow Other.S -> Outer : https
}
${seen.map(([zones, since, until], at) => `observation O${at} { sees ${zones} since ${since} until ${until} }\n`).join('')}`).map(
                each => each.split(' ')[1]!,
            );
        assert.deepEqual(ask(['Outer.Inner', '2026-01-01', '2026-06-01']), ['unknown', 'never-seen', 'unknown']);
        assert.deepEqual(ask(['Outer', '2026-01-01', '2026-06-01']), ['never-seen', 'unknown', 'unknown']);
        const both = ['never-seen', 'never-seen', 'never-seen'];
        assert.deepEqual(ask(['Outer, Outer.Inner', '2026-01-01', '2026-06-01']), both);
        assert.deepEqual(ask(['Other', '2026-01-01', '2026-06-01']), both);
        assert.deepEqual(
            ask(['Outer', '2026-01-01', '2026-06-01'], ['Outer.Inner', '2026-05-01', '2026-09-01']),
            ['never-seen', 'never-seen', 'unknown'],
            'they look together for 32 days',
        );
    });

    it('say of an asset without a fixed address that it was never seen only where no stranger may be it', () => {
        const ask = (flow: string, seen: string): string[] =>
            flowsOf(plant({ flows: `  flow ${flow}`, seen: `  saw ${seen} on 3 days, 2026-01-01 to 2026-01-03` }));
        const flow = 'Dmz.Hist -> Control.Drive : https';
        assert.deepEqual(ask(flow, '10.20.5.10 -> 10.10.2.99 : tcp 443 used'), ['unknown unknown']);
        assert.deepEqual(ask(flow, '10.20.5.10 -> 10.10.2.99 : tcp 443 tried'), ['unknown never-seen']);
        assert.deepEqual(ask(flow, '10.20.5.10 -> 10.10.2.99 : tcp 80 used'), ['unknown never-seen']);
        assert.deepEqual(ask(flow, '10.10.2.99 -> 10.20.5.10 : tcp 443 used'), ['unknown never-seen']);
        assert.deepEqual(ask(flow, '10.10.2.99 -- 10.20.5.10 : tcp 443 used'), ['unknown unknown']);
        assert.deepEqual(ask(flow, '10.20.5.10 -> 10.20.5.99 : tcp 443 used'), ['unknown never-seen'], 'another zone');
        assert.deepEqual(ask(flow, '10.20.5.99 -> 10.10.2.99 : tcp 443 used'), ['unknown never-seen'], 'another host');
        // A protocol without answers has done its work when it was sent.
        const syslog = 'Dmz.Hist -> Control.Drive : syslog';
        assert.deepEqual(ask(syslog, '10.20.5.10 -> 10.10.2.99 : udp 514 tried'), ['unknown unknown']);
        assert.deepEqual(ask(syslog, '10.20.5.10 -> any : any scanned'), ['unknown never-seen']);
        // The zone has members without an address and a network: its strangers are its own.
        assert.deepEqual(ask('Dmz.Hist -> Control : https', '10.20.5.10 -> 10.10.2.99 : tcp 443 used'), [
            'unknown healthy',
        ]);
        assert.deepEqual(ask('Dmz.Hist <-> Control.Drive : https', '10.10.2.99 -> 10.20.5.10 : tcp 443 used'), [
            'unknown unknown',
        ]);
        const far = (network: string): string =>
            `system P\nzone Far ${network}{ asset Valve : actuator }\nzone Near { network 10.1.0.0/24\n` +
            '  asset Server : server { address 10.1.0.5 }\n}\nconduit K between Far and Near { via F\n' +
            '  asset F : firewall { serves Far, Near }\n  flow Near.Server -> Far.Valve : modbus-tcp\n}\n' +
            'observation O { sees Near since 2026-01-01 until 2026-06-01\n' +
            '  saw 10.1.0.5 -> 172.16.0.9 : tcp 502 used on 1 days, 2026-01-01 to 2026-01-01 }\n';
        assert.deepEqual(flowsOf(far('')), ['unknown unknown'], 'its network is not known');
        assert.deepEqual(flowsOf(far('').replace('zone Far { ', 'zone Far { network 10.2.0.0/24 ')), [
            'unknown never-seen',
        ]);
    });

    it('take what `over` declares for a tunnel: its carriers see its ends, and nothing inside of it', () => {
        const text = (over: string): string =>
            'system P\nzone A { network 10.1.0.0/24 asset X : plc { address 10.1.0.11 } }\n' +
            'zone B { network 10.2.0.0/24 asset Y : server { address 10.2.0.11 } }\n' +
            'zone Net1 { network 192.0.2.0/24 }\nzone Net2 { network 198.51.100.0/24 }\n' +
            'conduit Carrier between Net1 and Net2 { via F asset F : firewall { serves Net1, Net2 } }\n' +
            `conduit T between A and B { ${over} via G, H\n` +
            'asset G : vpn-gateway { serves A, Net1 address 10.1.0.1, 192.0.2.10 }\n' +
            'asset H : vpn-gateway { serves B, Net2 address 10.2.0.1, 198.51.100.20 }\n' +
            'flow A.X -> B.Y : opc-ua }\n' +
            'ruleset R { device Carrier.F\npermits 192.0.2.10 -> 198.51.100.20 : udp 4500 "1" }\n' +
            'observation O { sees Net1 since 2026-01-01 until 2026-05-30\n' +
            'saw 192.0.2.10 -> 198.51.100.20 : udp 4500 "ipsec" used on 90 days, 2026-01-01 to 2026-05-30 }\n';
        const carried = text('over Net1, Net2');
        assert.deepEqual([trafficOf(carried), rulesOf(carried)], [[], ['1 documented']]);
        assert.equal(read(carried).flows[0]!.observed.visible, false);
        assert.deepEqual(rulesOf(text('')), ['1 undocumented used']);
        assert.equal(trafficOf(text('')).length, 1);
    });

    it('in the zones that carry a tunnel are not in it: what is inside cannot be seen there', () => {
        const text = (sees: string): string => `system S
zone A { network 10.1.0.0/24 asset P : plc { address 10.1.0.5 } }
zone B { network 10.2.0.0/24 asset Q : hmi { address 10.2.0.5 } }
zone K { kind external network 192.0.2.0/24 }
conduit T between A and B { over K via Ga, Gb
  asset Ga : vpn-gateway { address 10.1.0.1 in A, 192.0.2.1 in K serves A, K }
  asset Gb : vpn-gateway { address 10.2.0.1 in B, 192.0.2.2 in K serves B, K }
  flow B.Q -> A.P : s7comm }
observation O { sees ${sees} since 2026-05-01 until 2026-05-30
saw 10.2.0.5 -> 10.1.0.5 : tcp 102 used on 9 days, 2026-05-01 to 2026-05-30
saw 192.0.2.1 -> 192.0.2.2 : udp 4500 used on 9 days, 2026-05-01 to 2026-05-30 }
`;
        assert.deepEqual(trafficOf(text('K')), ['B.Q -> A.P undocumented unknown T']);
        assert.equal(read(text('K')).flows[0]!.observed.outcome, null);
        // A sensor that sees an end as well may have seen it there.
        for (const sees of ['K, A', 'B']) {
            assert.deepEqual(trafficOf(text(sees)), [], sees);
            assert.equal(read(text(sees)).flows[0]!.observed.outcome, 'used', sees);
        }
        const [finding] = load(text('K'), { today: '2026-06-01' }).findings.filter(
            ({ rule }) => rule === 'traffic-undocumented',
        );
        assert.match(
            finding!.message,
            /seen on 9 days, last on 2026-05-30, outside of the tunnel T, in which B\.Q -> A\.P/,
        );
        assert.deepEqual(finding!.fixes, []);
    });

    it('count what goes to groups and to all hosts of a network, and judge nothing of it', () => {
        const seen = ['224.0.0.251', '255.255.255.255', '10.10.2.255', '10.20.5.255', '10.99.0.255']
            .map(to => `  saw 10.10.2.11 -> ${to} : udp 5353 used on 9 days, 2026-01-01 to 2026-06-01`)
            .join('\n');
        const text = plant({
            seen: `${seen}\n  saw 10.10.2.11 -> ff02::fb : udp 5353 tried on 9 days, 2026-01-01 to 2026-06-01`,
        });
        assert.deepEqual(trafficOf(text), ['Control.Plc1 -> 10.99.0.255 undocumented unknown undefined']);
        assert.equal(read(text).observations[0]!.multicast, 5);
        assert.deepEqual(read(text).hosts, []);
        // A sensor that saw an answer first takes the address of all hosts for the sender.
        const turned = plant({ seen: '  saw 10.10.2.255 -> 10.10.2.99 : udp 47808 tried' });
        assert.equal(read(turned).observations[0]!.multicast, 1);
        assert.deepEqual(read(turned).hosts, []);
    });

    it('are old, and never seen, after the days that the settings say', () => {
        const text = plant({
            flows: '  flow Dmz.Hist -> Control.Plc1 : opc-ua',
            rules: '  exported 2026-05-01\n  permits any -> any : any "1"',
            seen: '  saw 10.20.5.20 -> 10.20.5.10 : tcp 22 used on 9 days, 2026-01-01 to 2026-06-01',
        });
        const rules = ['flow-never-seen', 'observation-old', 'ruleset-old'];
        const judge = (asFound?: object): string[] =>
            load(text, {
                today: '2026-06-11',
                ...(asFound ? { settings: readSettings({ asFound }, []).settings } : {}),
            })
                .findings.map(({ rule }) => rule)
                .filter(rule => rules.includes(rule))
                .sort();
        assert.deepEqual(judge(), ['flow-never-seen']);
        assert.deepEqual(judge({ staleAfter: 200 }), []);
        assert.deepEqual(judge({ oldAfter: 30 }), ['flow-never-seen', 'ruleset-old']);
        assert.deepEqual(judge({ oldAfter: 5, staleAfter: 152 }), [
            'flow-never-seen',
            'observation-old',
            'ruleset-old',
        ]);
    });
});
