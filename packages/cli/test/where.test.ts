import assert from 'node:assert/strict';
import { iacs, withFiles } from './support/iacs.ts';

const machine = (name: string, shown: string): string => `zone ${name} {
  network 192.168.0.0/24
  asset Plc "Filler" : plc { address 192.168.0.10 mac "00:1b:1b:00:00:01" }
  asset Gate : firewall { serves Line translates 192.168.0.0/24 to ${shown}.0/24 }
}
`;
const model = `system Plant\n${machine('M1', '10.7.1')}${machine('M2', '10.7.2')}zone Line { network 10.7.0.0/16 }\n`;

describe('iacs where', () => {
    it('says where an address belongs and why, one line a place', () => {
        withFiles({ 'main.iacs': model }, cwd => {
            const ask = (...words: readonly string[]): string => iacs(['where', ...words], { cwd }).stdout;
            assert.equal(
                ask('192.168.0.10', '--in', 'M2'),
                '192.168.0.10  M2.Plc "Filler": 192.168.0.10 is its address; it is in M2\n',
            );
            assert.equal(
                ask('10.7.2.10'),
                '10.7.2.10  M2.Plc "Filler": 192.168.0.10 is its address, which M2.Gate shows as the address ' +
                    'that was asked for; it is in M2\n',
            );
            assert.equal(
                ask('10.7.9.9', '8.8.8.8'),
                '10.7.9.9  unknown host in Line: no asset has it, and 10.7.0.0/16 is the longest network with ' +
                    'it\n8.8.8.8   outside the model: no asset and no network has it\n',
            );
            assert.match(
                ask('192.168.0.10'),
                /^192\.168\.0\.10 {2}2 places: name the zone to look in with --in\n {14}M1\.Plc .*\n {14}M2\.Plc /,
            );
            assert.match(ask('001b.1b00.0001', 'main.iacs'), /M1\.Plc "Filler": it says that this is its MAC address/);
        });
    });

    it('looks on a day, which its JSON names', () => {
        const later = `system S\nzone A { network 10.1.0.0/24 asset P : plc { address 10.1.0.5 planned for 2027-02-01 } }\n`;
        withFiles({ 'main.iacs': later }, cwd => {
            const ask = (...words: readonly string[]): string => iacs(['where', '10.1.0.5', ...words], { cwd }).stdout;
            assert.match(ask('--today', '2027-01-31'), /unknown host in A/);
            assert.match(ask('--at', '2027-02-01'), /A\.P: 10\.1\.0\.5 is its address/);
            assert.equal(JSON.parse(ask('--today', '2027-01-31', '--format', 'json')).models[0].date, '2027-01-31');
        });
    });

    it('says of an address as which several hosts are shown that it may be any of them', () => {
        const nat = `system Plant
zone Cell { network 192.168.0.0/24 asset Plc : plc { address 192.168.0.10 } }
zone Skid { network 192.168.1.0/24 }
zone Line { network 10.7.0.0/16
  asset Gate : firewall { address 10.7.0.2 in Line serves Cell translates 192.168.0.0/24 to 10.7.0.2 }
  asset Pool : firewall { address 10.7.0.3 in Line serves Skid translates 192.168.1.0/24 to 10.7.9.0/30 }
}
`;
        withFiles({ 'main.iacs': nat }, cwd => {
            const ask = (...words: readonly string[]): string => iacs(['where', ...words], { cwd }).stdout;
            assert.equal(
                ask('10.7.9.1'),
                '10.7.9.1  one of several hosts: Line.Pool shows 192.168.1.0/24 in Skid as this address, and the ' +
                    'model does not say which host is meant\n',
            );
            assert.equal(
                ask('10.7.0.2'),
                '10.7.0.2  2 places: the model leaves it open\n' +
                    '          Line.Gate: 10.7.0.2 is its address; it says that this leg is in Line\n' +
                    '          one of several hosts: Line.Gate shows 192.168.0.0/24 in Cell as this address, and the ' +
                    'model does not say which host is meant\n',
            );
            assert.match(ask('10.7.9.9'), /^10\.7\.9\.9 {2}unknown host in Line: /, 'no device shows hosts as it');
            const { models } = JSON.parse(ask('10.7.9.1', '--format', 'json')) as {
                models: readonly { answers: readonly { places: readonly Record<string, unknown>[] }[] }[];
            };
            const { why, ...place } = models[0]!.answers[0]!.places[0]!;
            assert.equal(typeof why, 'string');
            assert.deepEqual(place, {
                kind: 'hidden',
                asset: null,
                title: null,
                zone: 'Skid',
                network: null,
                translatedBy: 'Line.Pool',
            });
        });
    });

    it('finds an address of IPv4 that is written as IPv6, as in the logs of many programs', () => {
        withFiles({ 'main.iacs': model }, cwd => {
            const { stdout } = iacs(['where', '::ffff:10.7.2.10', '::ffff:c0a8:000a', '--in', 'M1'], { cwd });
            assert.match(
                stdout,
                /^::ffff:10\.7\.2\.10 {2}M2\.Plc "Filler": 192\.168\.0\.10 is its address, which M2\.Gate/,
            );
            assert.match(
                stdout,
                /\n::ffff:c0a8:000a {2}M1\.Plc "Filler": 192\.168\.0\.10 is its address; it is in M1\n/,
            );
        });
    });

    it('calls no address outside of the model that another day has', () => {
        const text = `system Plant
zone Now { network 10.1.0.0/24 }
zone Later { planned for 2999-01-01 network 10.2.0.0/24 }
zone Old { network 10.3.0.0/24 asset Plc : plc { address 10.3.0.5 retired on 2025-01-02 } }
`;
        withFiles({ 'main.iacs': text }, cwd => {
            const { stdout } = iacs(['where', '10.2.0.9', '10.3.0.5', '10.4.0.1'], { cwd });
            assert.equal(
                stdout,
                '10.2.0.9  not there today: Later has it, which is planned for a later day or retired\n' +
                    '10.3.0.5  unknown host in Old: no asset has it, and 10.3.0.0/24 is the longest network with it\n' +
                    '10.4.0.1  outside the model: no asset and no network has it\n',
            );
        });
    });

    it('says what is missing', () => {
        withFiles({ 'main.iacs': model }, cwd => {
            const refused = (...words: readonly string[]): string => {
                const { code, stderr } = iacs(['where', ...words], { cwd });
                assert.equal(code, 2);
                return stderr;
            };
            assert.equal(refused('main.iacs'), 'iacs: Name an address, such as: iacs where 10.10.2.11\n');
            assert.equal(refused('10.1.1.1', '--in', 'M3'), 'iacs: There is no zone M3.\n');
            assert.equal(refused('10.1.1.256'), 'iacs: Name an address, such as: iacs where 10.10.2.11\n');
        });
    });
});
