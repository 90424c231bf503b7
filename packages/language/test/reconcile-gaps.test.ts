import assert from 'node:assert/strict';
import type { Ranges } from '../src/filter/index.ts';
import { readAddresses, readServices } from '../src/filter/index.ts';
import { passagesOf, passageText, Places, reconcile } from '../src/reconcile/index.ts';
import { collection, flowsOf, permitted, plant, read, sighting } from './support/as-found.ts';
import { load } from './support/load.ts';

describe('A comparison says nothing more than is said', () => {
    it('of the access of a flow that says none', () => {
        const seen = `${sighting} { access write }`;
        assert.deepEqual(flowsOf(plant({ flows: collection, seen })), ['unknown healthy']);
        const reading = collection.replace('"Collection"', '{ access read }');
        assert.deepEqual(flowsOf(plant({ flows: reading, seen })), ['unknown healthy beyond']);
        assert.deepEqual(flowsOf(plant({ flows: reading, seen: sighting })), ['unknown healthy']);
    });

    it('of the ports of a protocol that is not known', () => {
        const { lookup } = load(
            plant({ flows: '  flow Dmz.Hist -> Control.Plc1 : no-such-protocol', rules: permitted }),
        );
        const { flows, withoutPorts } = reconcile(lookup, { staleAfter: 90 });
        assert.deepEqual(
            flows.map(each => `${each.configured} ${each.class}`),
            ['unknown unknown'],
        );
        assert.deepEqual(withoutPorts, []);
    });

    it('of what a rule may permit beside what is certain', () => {
        const of = (device: string): readonly unknown[] =>
            read(
                plant({ flows: collection, rules: '  permits any -> any : tcp 4840 "1" { enters "dmz" }', device }),
            ).rules.map(each => [each.class, each.why]);
        assert.deepEqual(of('faces Dmz by "dmz" faces Control by "ctl"'), [
            ['wider', 'by which interface Fw reaches other addresses'],
        ]);
    });

    it('of what passes on a condition', () => {
        const { lookup } = load(
            plant({ rules: `${permitted}\n  permits 10.20.5.20 -> 10.10.2.11 : tcp 22 "2" { when "a ticket" }` }),
        );
        const [ruleset] = lookup.model.rulesets;
        const labels = (perhaps: boolean): readonly unknown[] =>
            passagesOf(lookup, ruleset!, lookup.asset('K.Fw')!, perhaps)!.map(each => each.rule.label);
        assert.deepEqual(labels(false), ['1']);
        assert.deepEqual(labels(true), ['1', '2']);
    });
});

describe('A flow between a zone and one nested in it', () => {
    const text = (flow: string, rules: string, seen = ''): string => `system S
zone Hall { kind control network 10.0.0.0/28
  asset Hmi : hmi { address 10.0.0.1 }
  zone Cell { kind control network 10.0.0.8/29
    asset Plc : plc { address 10.0.0.9 }
    asset Drive : drive { address 10.0.0.10 }
  }
}
conduit K between Hall and Hall.Cell { via Fw asset Fw : firewall { serves Hall, Hall.Cell }
  flow ${flow} : modbus-tcp
}
ruleset R { device K.Fw exported 2026-05-01 ${rules} }
observation O { sees Hall since 2026-05-01 until 2026-05-20 ${seen} }
`;
    it('needs no rule for what stays in the nested one', () => {
        const out = 'permits 10.0.0.9 -> 10.0.0.1 : tcp 502 "1"';
        assert.deepEqual(flowsOf(text('Hall.Cell.Plc -> Hall', out)), ['yes healthy']);
        const into = 'permits 10.0.0.1 -> 10.0.0.8/29 : tcp 502 "1"';
        assert.deepEqual(flowsOf(text('Hall -> Hall.Cell', into)), ['yes healthy']);
        assert.deepEqual(flowsOf(text('Hall -> Hall.Cell.Plc', into)), ['yes healthy']);
    });

    it('is not let through in part by a rule for what stays in the nested one', () => {
        const inside = 'permits 10.0.0.8/29 -> 10.0.0.8/29 : tcp 502 "1"';
        const seen = 'saw 10.0.0.1 -> 10.0.0.9 : tcp 502 used on 2 days, 2026-05-01 to 2026-05-02';
        assert.deepEqual(flowsOf(text('Hall -> Hall.Cell.Plc', inside)), ['no not-permitted']);
        assert.deepEqual(flowsOf(text('Hall -> Hall.Cell.Plc', inside, seen)), ['no past-boundary']);
        const empty = text('Hall -> Hall.Cell.Plc', inside).replace('asset Hmi : hmi { address 10.0.0.1 }', '');
        assert.deepEqual(flowsOf(empty), ['no not-permitted']);
    });
});

describe('A place of the plant', () => {
    it('is around a host of a zone without a network too', () => {
        const { lookup } = load(
            'system S\nzone Z {\n  zone Inner { asset A : plc { address 10.7.0.1 } }\n}\nzone Y { network 10.0.0.0/8 }\n',
        );
        const places = new Places(lookup);
        const around = (text: string): readonly string[] =>
            places.zonesAround(readAddresses(text)!).map(zone => zone.id);
        assert.deepEqual(around('10.7.0.1'), ['Z', 'Z.Inner', 'Y']);
        assert.deepEqual(around('10.7.0.2'), ['Y']);
        assert.equal(places.innermost(readAddresses('10.8.0.0/16')!)?.id, 'Y');
    });
});

describe('A host without a fixed address', () => {
    it('is none of those outside of the networks around it', () => {
        const ask = (around: string): readonly string[] =>
            flowsOf(`system S
zone A { ${around}
  zone Inner { asset Tablet : workstation { address dhcp } }
}
zone B { network 10.2.0.0/16
  asset Plc : plc { address 10.2.0.1 }
}
conduit K between A and B { flow A.Inner.Tablet -> B.Plc : https }
observation O { sees B since 2026-01-01 until 2026-06-01
  saw 192.0.2.9 -> 10.2.0.1 : tcp 443 used
}
`);
        assert.deepEqual(ask('network 10.1.0.0/16'), ['unknown never-seen']);
        assert.deepEqual(ask(''), ['unknown unknown'], 'it may be anywhere');
    });
});

describe('Words for what is compared', () => {
    it('name a few zones, hosts and services, and how many more there are', () => {
        const { lookup } = load(plant({}));
        const places = new Places(lookup);
        const [from, to] = ['10.20.5.10', '10.10.2.0/24'].map(text => readAddresses(text)!) as [Ranges, Ranges];
        const text = (ports: number): string =>
            passageText(lookup, places, {
                from,
                to,
                services: readServices([
                    ...['tcp', 'udp', 'sctp', 'icmp', 'ip'].slice(0, ports).map(transport => ({
                        transport,
                        ranges: transport === 'ip' ? [{ from: 47, to: 47 }] : [],
                    })),
                ])!,
            });
        assert.equal(text(3), 'Dmz.Hist -> Control : tcp, udp, sctp');
        assert.equal(text(5), 'Dmz.Hist -> Control : icmp, tcp, udp and 2 more');
    });

    it('name no host of a network that is the whole world', () => {
        const hosts = (network: string): readonly string[] =>
            read(
                `system S\nzone A { network 10.1.0.0/16\n  asset P : plc { address 10.1.0.1 }\n}\n` +
                    `zone W { network ${network} }\nobservation O { sees A saw 10.9.0.5 -> 10.1.0.1 : tcp 502 used }\n`,
            ).hosts.map(({ address, zone }) => `${address} ${zone.id}`);
        assert.deepEqual(hosts('0.0.0.0/0'), []);
        assert.deepEqual(hosts('10.9.0.0/16'), ['10.9.0.5 W']);
        assert.deepEqual(hosts('0.0.0.0/0, 10.9.0.0/16'), ['10.9.0.5 W']);
    });
});

describe('One rule set of two devices', () => {
    it('is asked by the interfaces of each', () => {
        const text = `system Plant
zone A { network 10.1.0.0/24
  asset X : server { address 10.1.0.1 }
}
zone B { network 10.2.0.0/24
  asset Y : server { address 10.2.0.1 }
}
conduit K between A and B { via Fw1, Fw2
  asset Fw1 : firewall { serves A, B faces A by "a" faces B by "b" }
  asset Fw2 : firewall { serves A, B faces A by "b" faces B by "a" }
  flow A.X -> B.Y : https
}
ruleset R { device K.Fw1, K.Fw2
  permits any -> any : tcp 443 "1" { enters "a" }
}
`;
        assert.deepEqual(
            read(text).flows.flatMap(each =>
                each.devices.map(({ device, configured }) => `${device.name} ${configured}`),
            ),
            ['Fw1 yes', 'Fw2 no'],
        );
    });
});
