import assert from 'node:assert/strict';
import { linesOf, read } from './read.ts';

const payload = (protocol: string, field: string) => ({ payload: { protocol, field } });
const match = (left: unknown, right: unknown, op = '==') => ({ match: { op, left, right } });
const base = (name: string, hook: string, policy = 'drop', type = 'filter', prio = 0) => ({
    chain: { family: 'inet', table: 'f', name, type, hook, prio, policy },
});
const rule = (chain: string, ...expr: readonly unknown[]) => ({ rule: { family: 'inet', table: 'f', chain, expr } });
const ssh = match(payload('tcp', 'dport'), 22);

/** The rules of a text of nft, without those at its end. */
const rulesOf = (...objects: readonly unknown[]): readonly string[] =>
    linesOf(read('nft', JSON.stringify({ nftables: objects }))).slice(0, -1);
const inForward = (...expr: readonly unknown[]): readonly string[] =>
    rulesOf(base('forward', 'forward'), rule('forward', ...expr));

describe('What a rule of nft does beside its matches', () => {
    const add = (more: object) => ({ set: { op: 'add', elem: payload('ip', 'saddr'), set: '@seen', ...more } });
    const limit = { limit: { rate: 3, burst: 5, per: 'minute', inv: true } };

    it('may end it: a limit in a set, for each sender', () => {
        assert.deepEqual(inForward(ssh, add({ stmt: [limit] }), { drop: null }), [
            'blocks 0.0.0.0/0 -> 0.0.0.0/0 : tcp 22 "1" when "limit of a set" of nft',
        ]);
        assert.deepEqual(inForward(ssh, add({ stmt: [{ 'ct count': { val: 9, inv: true } }] }), { drop: null }), [
            'blocks 0.0.0.0/0 -> 0.0.0.0/0 : tcp 22 "1" when "limit of a set" of nft',
        ]);
        // What is only counted goes on; without a verdict, a limit decides nothing.
        assert.deepEqual(inForward(ssh, add({ stmt: [{ counter: null }] }), { accept: null }), [
            'permits 0.0.0.0/0 -> 0.0.0.0/0 : tcp 22 "1"',
        ]);
        assert.deepEqual(inForward(ssh, add({ stmt: [limit] })), []);
    });

    it('may end it: a field that a packet does not have, and a value that is looked up', () => {
        const mark = (value: unknown) => ({ mangle: { key: { meta: { key: 'mark' } }, value } });
        const timed = { elem: { val: payload('ip6', 'daddr'), timeout: 60 } };
        assert.deepEqual(inForward(ssh, add({ elem: timed }), { accept: null }), ['permits ::/0 -> ::/0 : tcp 22 "1"']);
        assert.deepEqual(inForward(add({ elem: payload('udp', 'dport') }), { accept: null }), [
            'permits any -> any : udp "1"',
        ]);
        assert.deepEqual(inForward(add({ elem: payload('ether', 'saddr') }), { drop: null }), [
            'blocks any -> any : any "1" when "payload" of nft',
        ]);
        assert.deepEqual(inForward(ssh, mark(1), { accept: null }), ['permits any -> any : tcp 22 "1"']);
        const looked = { map: { key: payload('ip', 'saddr'), data: { set: [['10.1.1.3', 1]] } } };
        assert.deepEqual(inForward(ssh, mark(looked), { accept: null }), [
            'permits any -> any : tcp 22 "1" when "map" of nft',
        ]);
    });

    it('may be to write another address into packets: which one later chains see is open', () => {
        const written = { mangle: { key: payload('ip', 'daddr'), value: '10.2.1.3' } };
        const forward = [base('forward', 'forward'), rule('forward', match(payload('ip', 'daddr'), '10.2.1.3'), ssh)];
        const target = match(payload('ip', 'daddr'), '10.2.1.9');
        const why = '"rewritten" when a rule that writes another address or port into packets';
        assert.deepEqual(
            rulesOf(base('early', 'prerouting', 'accept', 'filter', -300), rule('early', target, written), ...forward),
            [`permits 0.0.0.0/0 -> 10.2.1.9 : any ${why}`, `blocks 0.0.0.0/0 -> 10.2.1.9 : any ${why}`],
        );
        assert.throws(
            () => rulesOf(base('early', 'prerouting', 'accept', 'filter', -300), rule('early', target, written)),
            /no chain of type filter at the hook forward/,
        );
    });

    it('may be under a condition of an element of a set', () => {
        const elements = (...elem: readonly unknown[]) => ({
            set: { family: 'inet', table: 'f', name: 's', type: 'ipv4_addr', elem },
        });
        const sender = match(payload('ip', 'saddr'), '@s');
        const of = (...elem: readonly unknown[]): readonly string[] =>
            rulesOf(base('forward', 'forward'), elements(...elem), rule('forward', sender, { drop: null }));
        assert.deepEqual(of('10.1.1.3', { elem: { val: '10.1.1.9', ...limit } }), [
            'blocks any -> any : any "1" when ip saddr @s',
        ]);
        assert.deepEqual(of('10.1.1.3', { elem: { val: '10.1.1.9', counter: { packets: 1, bytes: 60 } } }), [
            'blocks 10.1.1.3, 10.1.1.9 -> 0.0.0.0/0 : any "1"',
        ]);
    });
});

describe('A map of verdicts of nft', () => {
    const by = (key: unknown, ...set: readonly unknown[]) => inForward({ vmap: { key, data: { set } } });

    it('may have a verdict for all that no other entry names', () => {
        assert.deepEqual(by({ meta: { key: 'oifname' } }, ['eth2', { drop: null }], ['*', { accept: null }]), [
            'blocks any -> any : any "1" out eth2',
            'permits any -> any : any "1" out not eth2',
        ]);
        assert.deepEqual(by(payload('tcp', 'dport'), ['*', { drop: null }], [22, { accept: null }]), [
            'blocks any -> any : tcp 0-21, 23-65535 "1"',
            'permits any -> any : tcp 22 "1"',
        ]);
        assert.deepEqual(by(payload('ip', 'saddr'), ['10.1.1.3', { continue: null }], ['*', { accept: null }]), [
            'permits 0.0.0.0-10.1.1.2, 10.1.1.4-255.255.255.255 -> 0.0.0.0/0 : any "1"',
        ]);
    });
});

describe('Chains of nft', () => {
    it('of NAT may block, which is not assessable: only what is tracked passes them', () => {
        const open = [base('forward', 'forward', 'accept')];
        const drop = rule('nat', ssh, { drop: null });
        const first = (...objects: readonly unknown[]): string | undefined => rulesOf(...objects, ...open)[0];
        const why = 'which is not read';
        for (const hook of ['prerouting', 'postrouting'])
            assert.equal(
                first(base('nat', hook, 'accept', 'nat'), drop),
                // What its rule does not match passes as the other chains say.
                `blocks any -> any : tcp 22 "nat" when the chain nat (inet, hook ${hook}), ${why}`,
            );
        const target = match(payload('ip', 'daddr'), '10.2.1.9');
        assert.deepEqual(
            rulesOf(
                base('nat', 'prerouting', 'accept', 'nat'),
                rule('nat', target, { accept: null }),
                rule('nat', ssh, { drop: null }),
                ...open,
            ),
            [
                `blocks ::/0 -> any : tcp 22 "nat" when the chain nat (inet, hook prerouting), ${why}`,
                'blocks 0.0.0.0/0 -> 0.0.0.0-10.2.1.8, 10.2.1.10-255.255.255.255, ::/0 : tcp 22 "nat" when the ' +
                    `chain nat (inet, hook prerouting), ${why}`,
            ],
        );
        assert.equal(
            first({
                chain: {
                    family: 'ip',
                    table: 'f',
                    name: 'nat',
                    type: 'nat',
                    hook: 'prerouting',
                    prio: 0,
                    policy: 'drop',
                },
            }),
            `blocks 0.0.0.0/0 -> 0.0.0.0/0 : any "nat" when the chain nat (ip, hook prerouting), ${why}`,
        );
        assert.equal(
            first(base('nat', 'prerouting', 'accept', 'nat'), rule('nat', ssh, { masquerade: null })),
            undefined,
        );
    });

    it('that a rule names and the export does not have leave open what they decide', () => {
        const text = JSON.stringify({
            nftables: [base('forward', 'forward', 'accept'), rule('forward', ssh, { jump: { target: 'cell' } })],
        });
        const found = read('nft', text);
        assert.deepEqual(linesOf(found), [
            'permits any -> any : tcp 22 "1" when chain cell',
            'blocks any -> any : tcp 22 "1" when chain cell',
            'permits any -> any : any "policy of forward"',
        ]);
        assert.match(found.notices[0]!.message, /^The chain cell is not in the export/);
    });

    it('without a name leave open what they decide', () => {
        const open = (line: string): boolean => / when "jump/.test(line);
        for (const verdict of [{ jump: { target: { chain: [] } } }, 'jump {\n\t\taccept\n\t}'])
            assert.deepEqual(inForward(ssh, verdict).map(open), [true, true], JSON.stringify(verdict));
        const map = { vmap: { key: payload('tcp', 'dport'), data: { set: [[22, 'jump { accept }']] } } };
        assert.deepEqual(inForward(map).map(open), [true, true]);
    });

    it('before the route is chosen have no interface by which a packet leaves', () => {
        const early = base('early', 'prerouting', 'accept', 'filter', -150);
        const out = (name: string, op: string) =>
            rule('early', match({ meta: { key: 'oifname' } }, name, op), ssh, { drop: null });
        const open = base('forward', 'forward', 'accept');
        assert.deepEqual(rulesOf(early, out('eth2', '=='), open), []);
        assert.deepEqual(rulesOf(early, out('eth2', '!='), open), ['blocks any -> any : tcp 22 "1"']);
    });
});
