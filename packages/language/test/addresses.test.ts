import assert from 'node:assert/strict';
import { addressBook, type Whereabouts } from '../src/assessment/index.ts';
import { addressPoint } from '../src/filter/index.ts';
import { formatText } from '../src/syntax/index.ts';
import { load } from './support/load.ts';

function bookOf(text: string) {
    const { lookup, problems } = load(text, { today: '2026-06-01' });
    assert.deepEqual(
        problems.map(problem => problem.message),
        [],
    );
    return addressBook(lookup);
}

function told(places: readonly Whereabouts[]): readonly string[] {
    return places.map(
        place =>
            (place.kind === 'asset'
                ? `${place.leg.asset.id} in ${place.leg.zone?.id ?? '?'}`
                : `host in ${place.network.zone.id}`) + (place.translator ? ` behind ${place.translator.id}` : ''),
    );
}

/** What each rule about addresses says of a model, with its line. */
function found(text: string): readonly string[] {
    const { findings } = load(text, { today: '2026-06-01' });
    return findings
        .filter(({ rule }) => /^(address|networks|public)-/.test(rule))
        .map(
            ({ rule, at }) => `${text.slice(0, at.start).split('\n').length}: ${rule} ${text.slice(at.start, at.end)}`,
        );
}

const plant = `system Plant
zone Control {
  network 10.10.0.0/16, 2001:db8:10::/48
  asset Plc1 : plc { address 10.10.2.11 mac "00-1B-1B-00-00-01", "001b.1b00.0002" }
  zone Cell {
    network 10.10.7.0/24
    asset Plc2 : plc { address 10.10.7.2, 2001:db8:10::2 }
  }
}
zone Dmz {
  network 10.20.5.0/24
  asset Jump : jump-host { address 10.20.5.20, 10.10.2.20 serves Control }
}
zone Internet { kind external network 0.0.0.0/0 }
conduit Link between Control and Dmz {
  asset Fw : firewall {
    address 10.10.0.1, 10.20.5.1, 172.31.0.1 in Dmz
    serves Control, Dmz
    faces Dmz by "port2"
  }
}
`;

describe('Where an address belongs', () => {
    const book = bookOf(plant);
    const where = (address: string, scope?: readonly string[]): readonly string[] =>
        told(book.where(addressPoint(address)!, scope));

    it('is its asset, else the longest network, else the network of everything, else nowhere', () => {
        assert.deepEqual(
            [
                '10.10.2.11',
                '10.10.7.2',
                '2001:db8:10:0::2',
                '10.10.7.99',
                '10.10.8.1',
                '10.20.5.1',
                '172.31.0.1',
                '8.8.8.8',
                '2001:db8:11::1',
            ].map(each => where(each)),
            [
                ['Control.Plc1 in Control'],
                ['Control.Cell.Plc2 in Control.Cell'],
                ['Control.Cell.Plc2 in Control.Cell'],
                ['host in Control.Cell'],
                ['host in Control'],
                ['Link.Fw in Dmz'],
                ['Link.Fw in Dmz'],
                ['host in Internet'],
                [],
            ],
        );
    });

    it('knows the legs of a device by its networks, and by what it says', () => {
        assert.deepEqual(
            book.legsOf('Dmz.Jump').map(leg => leg.zone?.id),
            ['Dmz', 'Control'],
        );
        assert.deepEqual(
            book.legsOf('Link.Fw').map(leg => leg.zone?.id),
            ['Control', 'Dmz', 'Dmz'],
        );
    });

    it('knows MAC addresses in every form in which they are written', () => {
        assert.deepEqual(
            ['00:1b:1b:00:00:01', '00:1b:1b:00:00:02', '00:1b:1b:00:00:03'].map(mac =>
                book.ofMac(mac).map(asset => asset.id),
            ),
            [['Control.Plc1'], ['Control.Plc1'], []],
        );
    });

    it('is looked for among the zones of an observation first, and behind a device that translates', () => {
        const machine = (name: string, shown: string): string => `zone ${name} {
  network 192.168.0.0/24
  asset Plc : plc { address 192.168.0.10 }
  asset Gate : firewall { address 192.168.0.1, ${shown}.1 serves Line translates 192.168.0.0/24 to ${shown}.0/24 }
}
`;
        const line = bookOf(
            `system Plant\n${machine('M1', '10.7.1')}${machine('M2', '10.7.2')}zone Line { network 10.7.0.0/16 ` +
                'asset Scada : scada-server { address 10.7.0.5 } }\n',
        );
        const at = (address: string, scope?: readonly string[]): readonly string[] =>
            told(line.where(addressPoint(address)!, scope));
        assert.deepEqual(at('192.168.0.10'), ['M1.Plc in M1', 'M2.Plc in M2']);
        assert.deepEqual(at('192.168.0.10', ['M2']), ['M2.Plc in M2']);
        assert.deepEqual(at('192.168.0.99', ['M2']), ['host in M2']);
        assert.deepEqual(at('10.7.2.10'), ['M2.Plc in M2 behind M2.Gate']);
        // A network of the line that is wider than what the gate shows does not make its hosts those of the line.
        assert.deepEqual(at('10.7.2.77', ['Line']), ['host in M2 behind M2.Gate']);
        assert.deepEqual(at('10.7.3.77', ['Line']), ['host in Line']);
        assert.deepEqual(at('10.7.2.77', ['M1']), ['host in M2 behind M2.Gate']);
        assert.deepEqual(at('10.7.1.1'), ['M1.Gate in Line']);
        assert.deepEqual(at('10.7.0.5', ['M1']), ['Line.Scada in Line']);
    });

    it('is found behind a device that translates for zones inside of others', () => {
        const book = bookOf(
            'system Plant\nzone Machine {\n  network 192.168.0.0/24\n  zone Cell { asset Plc : plc { address 192.168.0.10 } }\n' +
                '  asset Gate : firewall { address 192.168.0.1, 10.7.1.1 serves Line translates 192.168.0.0/24 to 10.7.1.0/24 }\n' +
                '}\nzone Line { network 10.7.0.0/16 }\n' +
                'zone Other { asset Twin : plc { address 192.168.0.10 } }\n',
        );
        const at = (address: string): readonly string[] => told(book.where(addressPoint(address)!));
        assert.deepEqual(at('10.7.1.10'), ['Machine.Cell.Plc in Machine.Cell behind Machine.Gate']);
        assert.deepEqual(at('10.7.1.0'), ['host in Machine behind Machine.Gate']);
        assert.deepEqual(at('10.7.1.255'), ['host in Machine behind Machine.Gate']);
        assert.deepEqual(at('10.7.2.0'), ['host in Line']);
        assert.deepEqual(at('10.7.0.255'), ['host in Line']);
    });

    it('is found as a plain search would find it, in any order of networks', () => {
        let seed = 3;
        const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
        const zones = Array.from({ length: 60 }, (_, index) => {
            const length = 8 + next(22);
            const value = Math.floor((10 * 2 ** 24 + next(2 ** 16) * 256) / 2 ** (32 - length)) * 2 ** (32 - length);
            return {
                name: `Z${index}`,
                length,
                low: value,
                text: `${[24, 16, 8, 0].map(shift => Math.floor(value / 2 ** shift) % 256).join('.')}/${length}`,
            };
        });
        const random = bookOf(
            `system S\n${zones.map(zone => `zone ${zone.name} { network ${zone.text} }`).join('\n')}\n`,
        );
        for (let round = 0; round < 300; round++) {
            const point = 10 * 2 ** 24 + next(2 ** 24);
            const inside = zones.filter(zone => point >= zone.low && point < zone.low + 2 ** (32 - zone.length));
            const longest = Math.max(-1, ...inside.map(zone => zone.length));
            assert.deepEqual(
                told(random.where(point)),
                inside.filter(zone => zone.length === longest).map(zone => `host in ${zone.name}`),
            );
        }
    });
});

describe('Statements of addresses', () => {
    it('are told where they are wrong', () => {
        const { problems } = load(
            'system S\nzone A {\n  asset P : plc {\n    mac 00:1b:1b:00:00:01\n    mac "zz"\n    address ' +
                '10.1.1.1 in Nowhere\n    translates 300.0.0.0/8 to 10.0.0.0/8\n  }\n}\n',
            { today: '2026-06-01' },
        );
        assert.deepEqual(
            problems.map(problem => problem.message),
            [
                'There is no zone Nowhere here.',
                'Write a MAC address in double quotes.',
                'zz is not a MAC address: write six pairs of digits, as in "00:1b:1b:00:00:01".',
                '300.0.0.0/8 is not an IPv4, IPv6 or MAC address.',
            ],
        );
    });

    it('stay as they are in the formatter, whatever their names', () => {
        const text =
            'zone in {\n  asset dhcp : plc {\n    address 10.1.1.1 in in, 10.1.1.2\n    address dhcp\n    faces ' +
            'in by "port3"\n    translates 192.168.0.0/24 to 10.7.0.0/24\n  }\n}\n';
        assert.equal(formatText(text), text);
    });
});

describe('Rules of addresses', () => {
    it('find each fault on its own line', () => {
        assert.deepEqual(
            found(`system S
zone Cell1 { kind control network 10.61.10.0/24
  asset P1 : plc { address 10.61.10.11 }
  asset P2 : hmi { address 10.61.10.11 }
  asset P3 : drive { address 10.61.20.31 }
  asset P4 : switch { address 10.61.10.0 }
  asset P5 : radio { address 00:00:5e:00:53:01 }
  asset P6 : sensor { address 203.0.113.7 }
}
zone Cell2 { kind control network 10.61.20.0/24
  asset Q1 : plc { address 10.61.20.11 }
}
zone Cell3 { kind control network 10.61.20.128/25, 10.61.30.5/24
  asset R1 : plc { address 10.61.30.11/24 }
}
`),
            [
                '4: address-twice 10.61.10.11',
                '5: address-outside-network 10.61.20.31',
                '6: address-not-a-host 10.61.10.0',
                '7: address-not-a-host 00:00:5e:00:53:01',
                '8: address-outside-network 203.0.113.7',
                '8: public-address-inside 203.0.113.7',
                '13: networks-overlap 10.61.20.128/25',
                '13: address-not-a-host 10.61.30.5/24',
                '14: address-not-a-host 10.61.30.11/24',
            ].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
        );
    });

    it('say nothing where the model allows it or does not say', () => {
        assert.deepEqual(found(plant.replace('172.31.0.1 in Dmz', '172.31.0.1')), []);
        assert.deepEqual(
            found(
                'system S\nzone A { kind control asset P : plc { address 10.1.1.1 } }\nzone B { network ' +
                    '10.2.0.0/16 }\n',
            ),
            [],
        );
        assert.deepEqual(
            found('system S\nzone A { network 192.0.2.0/27 kind control asset P : plc { address 192.0.2.9 } }\n'),
            [],
        );
        assert.deepEqual(
            found(
                'system S\nzone A { network 10.1.0.0/30, 10.1.0.8/31 asset P : router { address 10.1.0.8, ' +
                    '10.1.0.9 } }\n',
            ),
            [],
        );
    });

    it('take a device after `via` as connected to the zones that its conduit joins', () => {
        const via = (addresses: string): string => `system S
zone Office { kind enterprise network 10.1.0.0/16 }
zone Dmz { kind dmz network 10.2.0.0/24
  asset Fw : firewall { address ${addresses} }
}
zone Cell { kind control network 10.3.0.0/24 }
conduit Link between Office and Dmz { via Fw }
`;
        assert.deepEqual(found(via('10.1.0.1, 10.2.0.1')), []);
        assert.deepEqual(told(bookOf(via('10.1.0.1, 10.2.0.1')).where(addressPoint('10.1.0.1')!)), [
            'Dmz.Fw in Office',
        ]);
        assert.deepEqual(found(via('10.3.0.1')), ['4: address-outside-network 10.3.0.1']);
        assert.deepEqual(found(via('10.1.0.1, 10.2.0.1 serves Cell')), ['4: address-outside-network 10.1.0.1']);
        const without = via('10.9.0.1').replace('network 10.2.0.0/24', '');
        assert.deepEqual(told(bookOf(without).where(addressPoint('10.9.0.1')!)), ['Dmz.Fw in Dmz']);
    });

    it('tell a leg that contradicts the zones of its device, or their networks', () => {
        assert.deepEqual(found(plant), ['17: address-outside-network 172.31.0.1']);
        assert.deepEqual(found('system S\nzone A { asset P : server { address 10.1.1.1 in B } }\nzone B\n'), [
            '2: address-outside-network B',
        ]);
        assert.deepEqual(found('system S\nzone A { zone B { asset P : server { address 10.1.1.1 in A } } }\n'), []);
    });
});
