import assert from 'node:assert/strict';
import { flowsOf, read } from './support/as-found.ts';

describe('comparisons of translated addresses', () => {
    it('see an address as a device beyond a translation does', () => {
        const cell = (name: string): string =>
            `zone ${name} { network 192.168.0.0/24\n  asset Plc : plc { address 192.168.0.10 } }\n`;
        const text = `system Plant\n${cell('Cell1')}${cell('Cell2')}zone Dmz { network 10.20.5.0/24\n  asset Hist : historian { address 10.20.5.10 } }
conduit A between Cell1 and Dmz { via Nat1, Core
  asset Nat1 : firewall { address 192.168.0.1, 10.7.1.1 serves Cell1 translates 192.168.0.0/24 to 10.7.1.0/24 }
  asset Core : firewall { address 10.20.5.1 serves Dmz }
  flow Dmz.Hist -> Cell1.Plc : opc-ua
}
conduit B between Cell2 and Dmz { via Nat2, A.Core
  asset Nat2 : firewall { address 192.168.0.1, 10.7.2.1 serves Cell2 translates 192.168.0.0/24 to 10.7.2.0/24 }
  flow Dmz.Hist -> Cell2.Plc : opc-ua
}
ruleset R1 { device A.Nat1 permits 10.20.5.10 -> 192.168.0.10 : tcp 4840 }
ruleset R2 { device B.Nat2 permits 10.20.5.10 -> 192.168.0.10 : tcp 4840 }
ruleset R3 { device A.Core permits 10.20.5.10 -> 10.7.1.10 : tcp 4840 }
observation O { sees Dmz saw 10.20.5.10 -> 10.7.2.10 : tcp 4840 used }
`;
        assert.deepEqual(flowsOf(text), ['yes healthy', 'no past-boundary']);
    });

    it('see traffic to an unknown host that a device shows as traffic over the boundary', () => {
        const found = read(`system P
zone Line { network 10.7.0.0/16 asset Scada : scada-server { address 10.7.0.5 } }
zone Cell { network 192.168.0.0/24 asset Plc : plc { address 192.168.0.10 } }
conduit K between Line and Cell { via Gate
  asset Gate : firewall { serves Line, Cell translates 192.168.0.0/24 to 10.7.2.0/24 }
}
observation O { sees Line since 2026-01-01 until 2026-06-01
  saw 10.7.0.5 -> 10.7.2.77 : tcp 80 used on 1 days, 2026-01-01 to 2026-01-01
  saw 10.7.0.5 -> 10.7.3.77 : tcp 80 used on 1 days, 2026-01-01 to 2026-01-01
}
`);
        assert.deepEqual(
            found.traffic.map(each => `${each.class} ${each.conduit?.id} ${each.to.zone?.id}`),
            ['undocumented K Cell'],
        );
        assert.equal(found.observations[0]!.insideZone, 1);
    });

    it('find the host that a device shows, though the network on the outer side holds what is shown', () => {
        const plant = (sees: string): string =>
            `system Plant\nzone Machine { network 192.168.0.0/24 asset Plc : plc { address 192.168.0.10 } }
zone Hall { network 10.7.0.0/16 asset Hist : historian { address 10.7.0.5 } }
conduit K between Machine and Hall { via Gate
  asset Gate : firewall { address 192.168.0.1, 10.7.1.1 serves Machine, Hall translates 192.168.0.0/24 to 10.7.1.0/24 }
  flow Hall.Hist -> Machine.Plc : opc-ua
}
observation O { sees ${sees} since 2026-01-01 until 2026-06-01 saw 10.7.0.5 -> 10.7.1.10 : tcp 4840 used }
`;
        for (const sees of ['Hall', 'Machine, Hall']) {
            const { flows, hosts } = read(plant(sees));
            assert.deepEqual([flows.map(each => each.class), hosts.length], [['healthy'], 0], sees);
        }
    });
});

describe('traffic of hosts that a device shows as one address', () => {
    const hidden = (
        seen: string,
        sees = 'Dmz',
        shown = '10.20.5.1',
        flow = 'Cell.Plc -> Dmz.Hist : opc-ua',
    ): string => `system S
zone Cell { network 192.168.0.0/24
  asset Plc : plc { address 192.168.0.10 }
  asset Hmi : hmi { address 192.168.0.11 }
}
zone Other { network 192.168.9.0/24 asset Pc : workstation { address 192.168.9.10 } }
zone Dmz { network 10.20.5.0/24 asset Hist : historian { address 10.20.5.10 } }
conduit K between Cell and Dmz {
  via Fw
  asset Fw : firewall {
    address 10.20.5.1 in Dmz, 192.168.0.1 in Cell serves Cell, Dmz translates 192.168.0.0/24 to ${shown}
  }
  flow ${flow}
}
conduit L between Other and Dmz { flow Other.Pc -> Dmz.Hist : https }
observation O { sees ${sees} since 2026-01-01 until 2026-06-01
  saw ${seen}
}
`;
    const answer = (text: string): readonly unknown[] => {
        const { flows, traffic, hosts, observations } = read(text);
        return [flows.map(each => each.class), traffic.length, hosts.length, observations[0]!.ambiguous];
    };

    it('is neither undocumented traffic of the outer zone nor a proof that a flow was never seen', () => {
        const open = [['unknown', 'never-seen'], 0, 0, 1];
        const sighting = '-> 10.20.5.10 : tcp 4840 used';
        assert.deepEqual(answer(hidden(`10.20.5.1 ${sighting}`)), open, 'the address of the device itself');
        assert.deepEqual(answer(hidden(`10.20.5.7 ${sighting}`, 'Dmz', '10.20.5.7')), open, 'one of its own');
        assert.deepEqual(answer(hidden(`10.20.5.6 ${sighting}`, 'Dmz', '10.20.5.4/30')), open, 'a pool');
        assert.deepEqual(answer(hidden(`::ffff:10.20.5.1 ${sighting}`)), open, 'written as IPv6');
        assert.deepEqual(answer(hidden(`10.20.5.1 ${sighting}`, 'Cell, Dmz')), open, 'seen from both sides');
    });

    it('says nothing of a flow that it cannot be', () => {
        assert.deepEqual(
            answer(hidden('10.20.5.1 -> 10.20.5.10 : tcp 22 used'))[0],
            ['never-seen', 'never-seen'],
            'another service',
        );
        assert.deepEqual(
            answer(hidden('10.20.5.1 -> 10.20.5.10 : tcp 4840 tried'))[0],
            ['never-seen', 'never-seen'],
            'no answer',
        );
        assert.deepEqual(
            answer(
                hidden('10.20.5.1 -> 10.20.5.10 : udp 514 tried', 'Dmz', '10.20.5.1', 'Cell.Plc -> Dmz.Hist : syslog'),
            )[0],
            ['unknown', 'never-seen'],
            'no answer, where the protocol has none',
        );
        assert.deepEqual(
            answer(
                hidden('10.20.5.1 -> 10.20.5.10 : tcp 4840 used', 'Dmz', '10.20.5.1', 'Cell -> Dmz.Hist : opc-ua'),
            )[0],
            ['unknown', 'never-seen'],
            'a flow of the zone',
        );
    });

    it('is decided where the sensor is inside, where it has the name, and where each host has its own address', () => {
        assert.deepEqual(answer(hidden('192.168.0.10 -> 10.20.5.10 : tcp 4840 used', 'Cell')), [
            ['healthy', 'unknown'],
            0,
            0,
            0,
        ]);
        assert.deepEqual(answer(hidden('10.20.5.1 "Cell.Plc" -> 10.20.5.10 : tcp 4840 used'))[0], [
            'healthy',
            'never-seen',
        ]);
        assert.deepEqual(answer(hidden('10.20.6.10 -> 10.20.5.10 : tcp 4840 used', 'Dmz', '10.20.6.0/24'))[0], [
            'healthy',
            'never-seen',
        ]);
    });
});

describe('a firewall beyond a device that shows several hosts as one address', () => {
    const plant = (rule: string, { flow = 'Cell.Plc -> Dmz.Hist', shown = '10.20.5.1', rest = '' } = {}): string =>
        `system S
zone Cell { network 192.168.0.0/24
  asset Plc : plc { address 192.168.0.10 }
  asset Hmi : hmi { address 192.168.0.11 }
}
zone Dmz { network 10.30.5.0/24 asset Hist : historian { address 10.30.5.10 } }
conduit K between Cell and Dmz {
  via Gate, Core
  asset Gate : firewall {
    address 10.20.5.1, 192.168.0.1 serves Cell translates 192.168.0.0/24 to ${shown}
  }
  asset Core : firewall { address 10.30.5.1 serves Dmz }
  flow ${flow} : opc-ua
}
ruleset R { device K.Core
  permits ${rule} : tcp 4840 "1"
}
${rest}`;
    const answer = (text: string): readonly unknown[] => {
        const { flows, rules } = read(text);
        return [
            flows.map(({ devices }) => devices.find(each => each.device.id === 'K.Core')!.configured),
            rules.map(({ class: found, flows: own }) => `${found} ${own.length}`),
        ];
    };

    it('lets the flow through, and its rule may be what the flow needs', () => {
        assert.deepEqual(answer(plant('10.20.5.1 -> 10.30.5.10')), [['yes'], ['not-assessable 1']]);
        assert.equal(
            read(plant('10.20.5.1 -> 10.30.5.10')).rules[0]!.why,
            'several hosts share an address that it permits, and may use it beside the flow Cell.Plc -> Dmz.Hist',
        );
        // The other end is the one that is shared.
        assert.deepEqual(answer(plant('10.30.5.10 -> 10.20.5.1', { flow: 'Dmz.Hist -> Cell.Plc' })), [
            ['yes'],
            ['not-assessable 1'],
        ]);
    });

    it('is judged where it is certain', () => {
        const zone = { flow: 'Cell -> Dmz.Hist' };
        assert.deepEqual(answer(plant('10.20.5.1 -> 10.30.5.10', zone)), [['yes'], ['documented 1']], 'all hosts');
        assert.deepEqual(answer(plant('10.20.5.1 -> 10.30.5.11')), [['no'], ['differs 0']], 'another host');
        assert.deepEqual(answer(plant('10.20.5.7 -> 10.30.5.10')), [['no'], ['differs 0']], 'another address');
        assert.deepEqual(answer(plant('192.168.0.10 -> 10.30.5.10')), [['no'], ['differs 0']], 'which it never sees');
        assert.deepEqual(answer(plant('10.20.5.1 -> any')), [['yes'], ['wider 1']], 'more than one host');
    });

    it('does not know which address of a pool a host has', () => {
        const pool = { shown: '10.20.5.4/30' };
        assert.deepEqual(answer(plant('10.20.5.4/30 -> 10.30.5.10', pool)), [['yes'], ['not-assessable 1']]);
        assert.deepEqual(answer(plant('10.20.5.5 -> 10.30.5.10', pool)), [['unknown'], ['not-assessable 1']]);
        assert.deepEqual(answer(plant('10.20.5.9 -> 10.30.5.10', pool))[0], ['no']);
    });
});
