import assert from 'node:assert/strict';
import { evaluate, filterOf, permissionOf, readAddresses, readServices } from 'iacs-language/filter';
import { linesOf, read } from './read.ts';

/** What `iptables-save` prints, of the rules of FORWARD and other tables before them. */
const saved = (rules: readonly string[], before = ''): string =>
    `${before}*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]\n` +
    `${rules.map(rule => `-A FORWARD ${rule}\n`).join('')}COMMIT\n`;

const nft = (...objects: readonly unknown[]): string => JSON.stringify({ nftables: objects });
const chain = (name: string, more: object = {}) => ({ chain: { family: 'inet', table: 'f', name, ...more } });
const base = (name: string, hook: string, prio: number, policy = 'drop', type = 'filter') =>
    chain(name, { type, hook, prio, policy });
const rule = (of: string, ...expr: readonly unknown[]) => ({ rule: { family: 'inet', table: 'f', chain: of, expr } });
const payload = (protocol: string, field: string) => ({ payload: { protocol, field } });
const match = (left: unknown, right: unknown, op = '==') => ({ match: { op, left, right } });

describe('All tables and chains that a packet passes', () => {
    it('are asked: raw and mangle of iptables block what the table filter permits', () => {
        const text = saved(
            ['-p tcp --dport 502 -j ACCEPT'],
            '*raw\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -s 192.0.2.0/24 -j DROP\n-A PREROUTING -j CT --helper ftp\nCOMMIT\n' +
                '*mangle\n:FORWARD ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n:side - [0:0]\n-A FORWARD -d 10.10.2.12/32 -g side\n' +
                '-A side -p tcp -j DROP\n-A POSTROUTING -j MARK --set-mark 1\nCOMMIT\n',
        );
        assert.deepEqual(linesOf(read('iptables', text)), [
            'blocks 192.0.2.0/24 -> 0.0.0.0/0 : any "raw PREROUTING 1"',
            'blocks 0.0.0.0/0 -> 10.10.2.12 : tcp "mangle side 1"',
            'permits 0.0.0.0/0 -> 0.0.0.0/0 : tcp 502 "1"',
            'blocks 0.0.0.0/0 -> 0.0.0.0/0 : any "policy of FORWARD (stated)"',
        ]);
    });

    it('see a target before its translation, and then say nothing of the real one', () => {
        const text = saved(
            ['-j ACCEPT'],
            '*raw\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -d 172.17.0.2/32 ! -i docker0 -j DROP\nCOMMIT\n' +
                '*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p tcp --dport 10502 -j DNAT --to-destination 10.10.2.11:502\nCOMMIT\n',
        );
        assert.equal(
            linesOf(read('iptables', text))[1],
            'blocks 0.0.0.0/0 -> 172.17.0.2 : any "raw PREROUTING 1" in not docker0 when the target before it is translated',
        );
    });

    it('may be those of a bridge, which are not read: what it carries is neither blocked nor permitted for sure', () => {
        const own = readAddresses('10.10.2.1')!;
        const bridge = (hook: string, policy: string, ...expr: readonly unknown[]) => [
            { chain: { family: 'bridge', table: 'b', name: 'b', type: 'filter', hook, prio: 0, policy } },
            ...(expr.length > 0 ? [{ rule: { family: 'bridge', table: 'b', chain: 'b', expr } }] : []),
        ];
        const answers = (...objects: readonly unknown[]): readonly string[] => {
            const { rules } = read('nft', nft(...objects), { own });
            const filter = filterOf(rules.map(({ region, permits, when }) => ({ ...region, permits, when })));
            return ['10.20.5.9', '10.10.2.1'].map(to =>
                permissionOf(
                    evaluate(filter, {
                        from: readAddresses('10.10.2.9')!,
                        to: readAddresses(to)!,
                        services: readServices([{ transport: 'tcp', ranges: [{ from: 502, to: 502 }] }])!,
                    }),
                ),
            );
        };
        const routed = (policy: string) => base('f', 'forward', 0, policy);
        // Alone: whether the device routes, too, is not in the export.
        assert.deepEqual(answers(...bridge('forward', 'drop')), ['not-assessable', 'yes']);
        assert.deepEqual(answers(...bridge('forward', 'accept')), ['not-assessable', 'yes']);
        assert.deepEqual(answers(...bridge('forward', 'drop'), routed('accept')), ['not-assessable', 'yes']);
        assert.deepEqual(answers(...bridge('forward', 'accept', { drop: null }), routed('accept')), [
            'not-assessable',
            'yes',
        ]);
        assert.deepEqual(answers(...bridge('forward', 'accept'), routed('drop')), ['not-assessable', 'yes']);
        assert.deepEqual(answers(...bridge('forward', 'accept'), routed('accept')), ['yes', 'yes']);
        assert.deepEqual(answers(...bridge('input', 'drop'), routed('accept')), ['yes', 'not-assessable']);
        const device = {
            family: 'netdev',
            table: 'n',
            name: 'n',
            type: 'filter',
            hook: 'ingress',
            dev: 'eth0',
            prio: 0,
        };
        const ingress = (policy: string) => ({ chain: { ...device, policy } });
        assert.deepEqual(answers(ingress('drop'), routed('accept')), ['not-assessable', 'not-assessable']);
        assert.deepEqual(answers(ingress('drop'), routed('drop')), ['no', 'not-assessable']);
        assert.deepEqual(answers(ingress('accept'), routed('accept')), ['yes', 'yes']);
    });

    it('drop packets that open no session, and no others', () => {
        const rules = [
            '-p tcp ! --syn -m conntrack --ctstate NEW -j DROP',
            '-p tcp -m conntrack --ctstate NEW ! --syn -j DROP',
            '-p tcp -m tcp --tcp-flags ALL NONE -j DROP',
            '-p tcp -m tcp ! --tcp-flags FIN,SYN,RST,ACK SYN -m state --state NEW -j DROP',
            '-m rpfilter --invert -j DROP',
            '-p tcp -m tcp --tcp-flags ACK NONE --dport 22 -j DROP',
        ];
        assert.deepEqual(
            linesOf(read('iptables', saved(rules))).map(line => line.replace(/.* : /, '')),
            [
                'tcp "1" is invalid',
                'tcp "2" is invalid',
                'tcp "3" is invalid',
                'tcp "4" is invalid',
                'any "5" is invalid',
                'tcp 22 "6"',
                'any "policy of FORWARD (stated)"',
            ],
        );
    });

    it('are asked: prerouting and postrouting of nft, where connections are not tracked yet', () => {
        const { rules, notices } = read(
            'nft',
            nft(
                base('early', 'prerouting', -300, 'accept'),
                base('mark', 'prerouting', -150, 'accept'),
                base('late', 'postrouting', 0, 'accept'),
                base('forward', 'forward', 0),
                rule('early', match({ ct: { key: 'state' } }, 'new', 'in'), { drop: null }),
                rule('early', match(payload('ip', 'saddr'), '192.0.2.1'), { drop: null }),
                rule('mark', { counter: {} }, { accept: null }),
                rule('late', match(payload('tcp', 'dport'), 7), { drop: null }),
                rule('forward', match(payload('tcp', 'dport'), 502), { accept: null }),
            ),
        );
        assert.deepEqual(linesOf({ rules, notices, interfaces: [] }), [
            'blocks 192.0.2.1 -> 0.0.0.0/0 : any "2"',
            'blocks any -> any : tcp 7 "1"',
            'permits any -> any : tcp 502 "1"',
            'blocks any -> any : any "policy of forward"',
        ]);
        assert.deepEqual(notices, []);
    });

    it('leave open what passes a device that filters what is for itself alone', () => {
        const { rules } = read('nft', nft(base('input', 'input', 0), rule('input', { accept: null })), {
            own: readAddresses('10.10.2.1'),
        });
        assert.deepEqual(
            rules.map(each => each.when),
            [
                null,
                null,
                'no chain filters what passes through the device, and whether it forwards is not in the export',
            ],
        );
    });
});

describe('Sets of nft', () => {
    const set = (name: string, more: object = {}) => ({
        set: { family: 'inet', table: 'f', name, type: 'ipv4_addr', ...more },
    });
    const from = (name: string) =>
        rule('forward', match(payload('ip', 'saddr'), name), { counter: {} }, { accept: null });
    const whenOf = (...objects: readonly unknown[]) => {
        const { rules, notices } = read('nft', nft(base('forward', 'forward', 0), ...objects));
        return [rules.map(each => each.when), notices.map(each => each.message)];
    };

    it('that change, or whose elements are not in the export, leave open whom a rule means', () => {
        const known = set('known', { elem: ['10.20.5.10'] });
        assert.deepEqual(whenOf(known, set('seen', { flags: ['timeout'], elem: ['10.20.5.11'] }), from('@seen')), [
            ['ip saddr @seen', null],
            [],
        ]);
        assert.deepEqual(whenOf(set('known'), from('@known')), [['ip saddr @known', null], []]);
        const verdicts = { map: { family: 'inet', table: 'f', name: 'v', type: 'inet_service', map: 'verdict' } };
        assert.deepEqual(whenOf(verdicts, rule('forward', { vmap: { key: payload('tcp', 'dport'), data: '@v' } })), [
            ['map @v of nft', 'map @v of nft', null],
            [],
        ]);
        assert.deepEqual(whenOf(known, set('none'), from('@none')), [
            [null],
            ['Rule 1 of the chain forward matches no session: one of its sides is empty.'],
        ]);
    });

    it('and comparisons of ports and flags are evaluated', () => {
        const of = (...expr: readonly unknown[]) =>
            linesOf(read('nft', nft(base('forward', 'forward', 0), rule('forward', ...expr, { drop: null }))))[0];
        const flags = payload('tcp', 'flags');
        assert.match(of(match(payload('tcp', 'dport'), 1024, '>='))!, /: tcp 1024-65535 "1"$/);
        assert.match(of(match(payload('tcp', 'dport'), 22, '<'))!, /: tcp 0-21 "1"$/);
        assert.match(of(match(flags, 'syn', '!'))!, /"1" is invalid$/);
        assert.match(of(match(flags, 'ack', '!'))!, /: tcp "1"$/);
        assert.match(of(match({ '&': [flags, ['syn', 'ack']] }, ['syn', 'ack']))!, /"1" is invalid$/);
        assert.match(of(match({ '&': [flags, ['fin', 'syn', 'rst', 'ack']] }, 'syn', '!='))!, /"1" is invalid$/);
        const fib = { fib: { result: 'oif', flags: ['saddr', 'mark', 'iif'] } };
        assert.match(of(match(fib, false))!, /"1" is invalid$/);
    });
});
