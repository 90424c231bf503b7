import assert from 'node:assert/strict';
import { linesOf, read } from './read.ts';

const open = ' when another target, to which a rule of translation sends it';
/** What translation leaves open, as one line each. */
const openIn = (dialect: 'nft' | 'iptables', text: string): readonly string[] =>
    linesOf(read(dialect, text))
        .filter(line => line.endsWith(open))
        .map(line => line.slice(0, -open.length));

const nat = (...rules: readonly string[]): readonly string[] =>
    openIn(
        'iptables',
        `*nat\n:PREROUTING ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n:WEB - [0:0]\n${rules.map(rule => `-A ${rule}\n`).join('')}COMMIT\n` +
            '*filter\n:FORWARD ACCEPT [0:0]\nCOMMIT\n',
    );

const payload = (protocol: string, field: string) => ({ payload: { protocol, field } });
const match = (left: unknown, right: unknown) => ({ match: { op: '==', left, right } });
const chains = (...rules: readonly (readonly unknown[])[]): readonly string[] => {
    const chain = (name: string, type: string, hook: string) => ({
        chain: { family: 'inet', table: 'f', name, type, hook, prio: 0, policy: 'accept' },
    });
    return openIn(
        'nft',
        JSON.stringify({
            nftables: [
                chain('nat', 'nat', 'prerouting'),
                chain('forward', 'filter', 'forward'),
                ...rules.map(expr => ({ rule: { family: 'inet', table: 'f', chain: 'nat', expr } })),
            ],
        }),
    );
};

describe('A session that is sent to another target than the one that it names', () => {
    it('is not assessable, unless it names the real one', () => {
        assert.deepEqual(nat('PREROUTING -d 10.2.1.9/32 -p tcp -m tcp --dport 502 -j DNAT --to-destination 10.2.1.3'), [
            'blocks 0.0.0.0/0 -> 10.2.1.9 : tcp 502 "nat PREROUTING 1"',
        ]);
        // The real address and port: this session goes where it wants to go.
        assert.deepEqual(nat('PREROUTING -i eth1 -p tcp -m tcp --dport 502 -j DNAT --to-destination 10.2.1.3:502'), [
            'blocks 0.0.0.0/0 -> 0.0.0.0-10.2.1.2, 10.2.1.4-255.255.255.255 : tcp 502 "nat PREROUTING 1" in eth1',
        ]);
        assert.deepEqual(
            nat('PREROUTING -d 10.2.1.3/32 -p tcp -m tcp --dport 502 -j DNAT --to-destination 10.2.1.3:503'),
            ['blocks 0.0.0.0/0 -> 10.2.1.3 : tcp 502 "nat PREROUTING 1"'],
        );
        // Which one of several it gets, no session can know.
        assert.deepEqual(nat('PREROUTING -d 10.2.1.3/32 -j DNAT --to-destination 10.2.1.3-10.2.1.4'), [
            'blocks 0.0.0.0/0 -> 10.2.1.3 : any "nat PREROUTING 1"',
        ]);
        assert.deepEqual(nat('PREROUTING -s 10.1.0.0/16 -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080'), [
            'blocks 10.1.0.0/16 -> 0.0.0.0/0 : tcp 80 "nat PREROUTING 1"',
        ]);
    });

    it('is as the chains of the table nat say, and not where these are for the device itself or for senders', () => {
        assert.deepEqual(
            nat(
                'PREROUTING -s 10.1.1.3/32 -j ACCEPT',
                'PREROUTING -s 10.1.1.0/30 -p tcp -m tcp --dport 80 -j WEB',
                'WEB -d 10.2.1.0/24 -j RETURN',
                'WEB -j DNAT --to-destination 10.3.1.1 --random',
                'POSTROUTING -o eth2 -j MASQUERADE',
            ),
            [
                'blocks 10.1.1.0-10.1.1.2 -> 0.0.0.0-10.2.0.255, 10.2.2.0-10.3.1.0, 10.3.1.2-255.255.255.255 : ' +
                    'tcp 80 "nat WEB 2"',
            ],
        );
        assert.deepEqual(
            nat('PREROUTING -m addrtype --dst-type LOCAL -j WEB', 'WEB ! -i br0 -p tcp -m tcp --dport 80 -j REDIRECT'),
            [],
        );
    });

    it('is so of nft: with a map, of one family, and through redirect', () => {
        const target = match(payload('ip', 'daddr'), '10.2.1.9');
        const data = {
            set: [
                [502, '10.2.1.3'],
                [22, '10.2.1.9'],
            ],
        };
        const map = { map: { key: payload('tcp', 'dport'), data } };
        assert.deepEqual(chains([target, { dnat: { family: 'ip', addr: map } }]), [
            'blocks 0.0.0.0/0 -> 10.2.1.9 : tcp 502 "1"',
        ]);
        assert.deepEqual(chains([match(payload('tcp', 'dport'), 80), { dnat: { family: 'ip6', addr: 'fd00::1' } }]), [
            'blocks ::/0 -> ::-fd00::, fd00::2-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff : tcp 80 "1"',
        ]);
        assert.deepEqual(chains([match(payload('tcp', 'dport'), 80), { redirect: { port: 8080 } }]), [
            'blocks any -> any : tcp 80 "1"',
        ]);
    });

    it('is named', () => {
        const { notices } = read(
            'iptables',
            '*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p tcp -j REDIRECT\nCOMMIT\n*filter\n:FORWARD ACCEPT [0:0]\nCOMMIT\n',
        );
        assert.match(notices[0]!.message, /What they send to another target is not assessable/);
    });
});
