import assert from 'node:assert/strict';
import { linesOf, read } from './read.ts';

const policy = (id: number, ...sets: readonly string[]): string =>
    `    edit ${id}\n${sets.map(set => `        set ${set}\n`).join('')}    next\n`;

/** A FortiGate with two hosts, two translated addresses, and these policies. */
const fortigate = (...policies: readonly string[]): string => `config firewall address
    edit "hist"
        set subnet 10.20.5.10 255.255.255.255
    next
    edit "plc2"
        set subnet 10.10.2.12 255.255.255.255
    next
end
config firewall vip
    edit "forward"
        set extip 10.20.5.200
        set mappedip "10.10.2.11"
        set portforward enable
        set extport 10502
        set mappedport 502
    next
    edit "whole"
        set extip 10.20.5.201
        set mappedip "10.10.2.12"
    next
end
config firewall vipgrp
    edit "both"
        set member "forward" "whole"
    next
end
config firewall policy
${policies.join('')}end
`;
const accept = (...more: readonly string[]) => ['action accept', 'srcaddr "hist"', ...more];
const plcs = ['dstaddr "plc2"', 'schedule "always"'];
const fortiLines = (...policies: readonly string[]): string[] =>
    linesOf(read('fortios', fortigate(...policies))).slice(0, -1);

describe('A FortiGate', () => {
    it('reaches the translated port alone through a translated address', () => {
        assert.deepEqual(
            fortiLines(
                policy(1, ...accept('dstaddr "both"', 'service "ALL"')),
                policy(2, ...accept('dstaddr "forward" "plc2"', 'service "SSH"')),
            ),
            [
                'permits 10.20.5.10 -> 10.10.2.11 : tcp 502 "1"',
                'permits 10.20.5.10 -> 10.10.2.12 : any "1"',
                'permits 10.20.5.10 -> 10.10.2.12 : tcp 22 "2"',
            ],
        );
    });

    it('may let translated addresses pass a policy that blocks, unless it says match-vip', () => {
        const deny = ['srcaddr "all"', 'dstaddr "all"', 'service "ALL"', 'schedule "always"'];
        const permit = policy(2, ...accept('dstaddr "whole"', 'service "ALL"'));
        assert.deepEqual(fortiLines(policy(1, ...deny), permit), [
            'blocks 0.0.0.0/0 -> 10.10.2.12 : any "1" when not for translated addresses (match-vip)',
            'blocks 0.0.0.0/0 -> 0.0.0.0-10.10.2.11, 10.10.2.13-255.255.255.255 : any "1"',
            'permits 10.20.5.10 -> 10.10.2.12 : any "2"',
        ]);
        assert.equal(
            fortiLines(policy(1, ...deny, 'match-vip enable'), permit)[0],
            'blocks 0.0.0.0/0 -> 0.0.0.0/0 : any "1"',
        );
    });

    it('judges what a ping leaves of a policy, and what no port says is a condition', () => {
        assert.deepEqual(fortiLines(policy(1, ...accept(...plcs, 'service "HTTPS" "PING"'))), [
            'permits 10.20.5.10 -> 10.10.2.12 : tcp 443 "1"',
            'permits 10.20.5.10 -> 10.10.2.12 : ip 1 "1" when icmp type 8',
        ]);
        for (const [more, when] of [
            [['internet-service enable', 'internet-service-custom "MyCloud"'], 'internet service MyCloud'],
            [['internet-service enable', 'internet-service-group "Clouds"'], 'internet service Clouds'],
            [['internet-service-src enable', 'internet-service-src-name "Bots"'], 'source internet service Bots'],
            [['internet-service enable'], 'an internet service'],
            [['ztna-ems-tag "EMS1"'], 'security tag EMS1'],
            [['tos 0x10'], 'type of service 0x10'],
        ] as const)
            assert.deepEqual(
                read(
                    'fortios',
                    fortigate(policy(1, ...accept('schedule "always"', 'dstaddr "plc2"', 'service "ALL"', ...more))),
                ).rules.map(rule => rule.when),
                [when, null],
            );
    });

    it('has no rule in force by the schedule without a day, and none that is certain beside security policies', () => {
        const all = [...accept('dstaddr "plc2"', 'service "ALL"')];
        assert.deepEqual(fortiLines(policy(1, ...all, 'schedule "none"')), [
            'permits 10.20.5.10 -> 10.10.2.12 : any "1" is disabled',
        ]);
        const text = `${fortigate(policy(1, ...all))}config firewall security-policy\n    edit 1\n        set action accept\n    next\nend\n`;
        const { rules, notices } = read('fortios', text);
        assert.deepEqual(
            rules.map(rule => rule.when),
            ['the security policies', null],
        );
        assert.match(
            notices.map(each => each.message).join('\n'),
            /Addresses are translated[^]*depends on it, and is not assessable/,
        );
    });
});

/** A whole configuration of an ASA with two interfaces and these lines. */
const asa = (version: string, ...lines: readonly string[]): string =>
    `ASA Version ${version}\ninterface G0\n nameif inside\n security-level 100\n ip address 10.10.2.1 255.255.255.0\n` +
    `interface G1\n nameif dmz\n security-level 50\n ip address 10.20.5.1 255.255.255.0\n${lines.join('\n')}\n: end\n`;

describe('A Cisco ASA', () => {
    const list = [
        'access-list IN extended permit tcp any any eq 80',
        'access-list IN extended permit tcp any any eq 8080 inactive',
        'access-list IN extended permit object-group mixed any any',
        'access-list IN extended permit tcp any any eq 9 inactive',
        'access-group IN in interface dmz',
    ];
    const group = ['object-group service mixed', ' service-object tcp destination eq ssh', ' service-object icmp echo'];

    it('shows an inactive entry at its place and its interface, and judges the rest of a group with a ping', () => {
        assert.deepEqual(linesOf(read('asa', asa('9.16(4)', ...group, ...list))).slice(0, 6), [
            'permits any -> any : tcp 80 "IN 1" in dmz',
            'permits any -> any : tcp 8080 "IN 2" in dmz is disabled',
            'permits any -> any : tcp 22 "IN 3" in dmz',
            'permits any -> any : ip 1 "IN 3" in dmz when icmp type echo',
            'permits any -> any : tcp 9 "IN 4" in dmz is disabled',
            'blocks any -> any : any "implicit deny of IN" in dmz',
        ]);
    });

    it('does not ask what is for the device itself of what passes it', () => {
        const { rules, notices } = read(
            'asa',
            asa(
                '9.16(4)',
                'access-list CP extended permit tcp any any eq 22',
                ...group,
                'access-group CP in interface dmz control-plane',
                ...list,
                'crypto map M interface dmz',
            ),
        );
        assert.equal(
            rules.some(rule => rule.label.startsWith('CP') || rule.label.endsWith('CP')),
            false,
        );
        const said = notices.map(each => each.message).join('\n');
        assert.match(said, /Access list CP filters what is for the device itself/);
        assert.match(said, /may pass in a tunnel/);
    });

    it('before version 8.3 names translated addresses, which are not assessable', () => {
        const old = 'static (inside,dmz) 10.20.5.200 10.10.2.11 netmask 255.255.255.255';
        assert.equal(
            read('asa', asa('8.2(5)', ...group, ...list, old)).rules.every(
                rule => rule.when !== null || rule.trait === 'disabled',
            ),
            true,
        );
        assert.equal(
            read('asa', asa('8.2(5)', ...group, ...list)).rules.some(rule => rule.when === null),
            true,
        );
    });
});
