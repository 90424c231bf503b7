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
/** The lines of the policies, after what the two translated addresses send elsewhere. */
const fortiLines = (...policies: readonly string[]): string[] => {
    const [forward, whole, ...lines] = linesOf(read('fortios', fortigate(...policies)));
    assert.match(forward!, /^blocks any -> 10\.20\.5\.200 : tcp 10502 "VIP forward" when another target/);
    assert.match(whole!, /^blocks any -> 10\.20\.5\.201 : any "VIP whole" when another target/);
    return lines.slice(0, -1);
};

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
                )
                    .rules.slice(2)
                    .map(rule => rule.when),
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
            [...rules.slice(0, 2).map(rule => rule.when), 'the security policies', null],
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
        assert.match(said, /comes out of a tunnel .* passes these access lists/);
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

const pfRule = (inside: string): string => `<rule>${inside}</rule>`;
const end = (side: string, inside: string): string => `<${side}>${inside}</${side}>`;
const any = end('source', '<any></any>') + end('destination', '<any></any>');

const noLockout = '<webgui><protocol>https</protocol><noantilockout></noantilockout></webgui>';

/** A backup of pfSense with four interfaces, the last one switched off, and these rules. */
const pfsense = (nat: string, ...rules: readonly string[]): string => `<?xml version="1.0"?>
<pfsense><system>${noLockout}</system><interfaces>
  <wan><enable></enable><descr>WAN</descr><ipaddr>10.50.0.1</ipaddr><subnet>16</subnet><blockpriv></blockpriv></wan>
  <lan><enable></enable><descr>CONTROL</descr><ipaddr>10.10.2.1</ipaddr><subnet>24</subnet></lan>
  <opt1><enable></enable><descr>DMZ</descr><ipaddr>10.20.5.1</ipaddr><subnet>24</subnet></opt1>
  <opt2><descr>SPARE</descr><ipaddr>10.60.0.1</ipaddr><subnet>24</subnet></opt2>
</interfaces>
<ifgroups><ifgroupentry><ifname>OT</ifname><members>lan opt1</members></ifgroupentry></ifgroups>
<nat>${nat}</nat><filter>${rules.map(pfRule).join('')}</filter></pfsense>`;

describe('A pfSense', () => {
    it('blocks private senders where its interface says so, and passes a forwarded port before that', () => {
        const forward =
            end('source', '<any></any>') +
            '<protocol>tcp</protocol><target>10.10.2.11</target><local-port>502</local-port><interface>wan</interface>';
        const nat =
            pfRule(`${forward}<associated-rule-id>pass</associated-rule-id>`) +
            pfRule(`${forward}<associated-rule-id>nat_1</associated-rule-id>`);
        const pass = `<type>pass</type><interface>wan</interface>${any}`;
        assert.deepEqual(linesOf(read('pf', pfsense(nat, pass))), [
            'permits 0.0.0.0/0 -> 10.10.2.11 : tcp 502 "forward 1" in WAN',
            'blocks 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, fc00::/7 -> any : any ' +
                '"implicit: block private networks at WAN" in WAN',
            'permits 0.0.0.0/0 -> 0.0.0.0/0 : any "1" in WAN',
            'blocks any -> any : any "default deny"',
        ]);
    });

    it('asks groups of interfaces first, and no rule of an interface that is switched off', () => {
        const { rules, notices, interfaces } = read(
            'pf',
            pfsense(
                '',
                `<type>pass</type><interface>lan</interface>${any}<protocol>udp</protocol>`,
                `<type>block</type><interface>OT</interface>${any}`,
                `<type>pass</type><interface>opt2</interface>${any}`,
            ),
        );
        assert.deepEqual(linesOf({ rules: rules.slice(1), notices, interfaces }), [
            'blocks 0.0.0.0/0 -> 0.0.0.0/0 : any "2" in CONTROL,DMZ',
            'permits 0.0.0.0/0 -> 0.0.0.0/0 : udp "1" in CONTROL',
            'permits 0.0.0.0/0 -> 0.0.0.0/0 : any "3" in SPARE is disabled',
            'blocks any -> any : any "default deny"',
        ]);
        assert.deepEqual(
            interfaces.map(each => each.name),
            ['WAN', 'CONTROL', 'DMZ'],
        );
    });

    it('permits nothing by a rule for the way out, and blocks by one', () => {
        const floating = (type: string, more: string): string =>
            `<type>${type}</type><floating>yes</floating><interface>wan</interface><direction>out</direction>${more}${any}`;
        const { rules, notices } = read(
            'pf',
            pfsense(
                '',
                floating('pass', '<quick>yes</quick><protocol>udp</protocol>'),
                floating('block', ''),
                `<type>pass</type><interface>lan</interface>${any}`,
            ),
        );
        assert.deepEqual(linesOf({ rules, notices, interfaces: [] }), [
            'blocks 0.0.0.0/0 -> 0.0.0.0/0 : icmp, tcp, sctp, ip 0, 2-5, 7-16, 18-57, 59-131, 133-255 "2" out WAN',
            'blocks 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, fc00::/7 -> any : any ' +
                '"implicit: block private networks at WAN" in WAN',
            'permits 0.0.0.0/0 -> 0.0.0.0/0 : any "3" in CONTROL',
            'blocks any -> any : any "default deny"',
        ]);
        assert.match(notices[0]!.message, /Rule 1 is for the way out/);
    });

    it('lets the LAN administer it before all rules that people wrote, unless that is switched off', () => {
        const rule = `<type>block</type><interface>lan</interface>${any}`;
        const lockout = (system: string, text = pfsense('', rule)): readonly string[] =>
            linesOf(read('pf', text.replace(noLockout, system))).filter(line => line.includes('anti-lockout'));
        const web = (inside: string): string => `<webgui>${inside}</webgui>`;
        const line = (ports: string, to = '10.10.2.1', more = ''): readonly string[] => [
            `permits any -> ${to} : tcp${ports} "implicit: anti-lockout at CONTROL" in CONTROL${more}`,
        ];
        assert.deepEqual(lockout(noLockout), []);
        assert.deepEqual(lockout(web('<protocol>https</protocol>')), line(' 80, 443'));
        assert.deepEqual(
            lockout(
                `${web('<protocol>https</protocol><port>8443</port><disablehttpredirect/>')}<ssh><enable>enabled</enable></ssh>`,
            ),
            line(' 22, 8443'),
        );
        assert.deepEqual(
            lockout(`${web('<protocol>http</protocol>')}<enablesshd/><ssh><port>2222</port></ssh>`),
            line(' 80, 2222'),
        );
        // It may be on or off, and at which ports it is not said.
        assert.deepEqual(
            lockout('<hostname>fw</hostname>'),
            line('', '10.10.2.1', ' when settings of the web interface, which are not in the export'),
        );
        const off = pfsense('', rule).replace('<lan><enable></enable>', '<lan>');
        assert.deepEqual(lockout(web('<protocol>https</protocol>'), off), [], 'an interface that is switched off');
        const dynamic = pfsense('', rule).replace('<ipaddr>10.10.2.1', '<ipaddr>dhcp');
        assert.deepEqual(lockout(web('<protocol>https</protocol>'), dynamic), [], 'no line for any address');
        const { rules } = read('pf', pfsense('', rule).replace(noLockout, web('<protocol>https</protocol>')));
        assert.deepEqual(
            rules.map(each => each.label),
            ['implicit: block private networks at WAN', 'implicit: anti-lockout at CONTROL', '1', 'default deny'],
        );
    });

    it('may be an OPNsense, in which the same rule is for all addresses of the firewall', () => {
        const opnsense = (lan: string): string =>
            pfsense('', `<type>pass</type><interface>wan</interface>${any}`)
                .replace(noLockout, '<webgui><protocol>https</protocol></webgui><ssh><enabled>enabled</enabled></ssh>')
                .replace('<lan>', `<${lan}>`)
                .replace('</lan>', `</${lan}>`)
                .replaceAll('pfsense>', 'opnsense>');
        const lockout = (lan: string): readonly string[] =>
            linesOf(read('pf', opnsense(lan))).filter(line => line.includes('anti-lockout'));
        const start =
            'permits any -> 10.10.2.1, 10.20.5.1, 10.50.0.1, 10.60.0.1 : tcp 22, 80, 443 "implicit: anti-lockout at';
        assert.deepEqual(lockout('lan'), [`${start} CONTROL" in CONTROL`]);
        const { rules, notices } = read('pf', opnsense('lan').replace('<ipaddr>10.50.0.1', '<ipaddr>dhcp'));
        assert.equal(rules.filter(rule => rule.label.includes('anti-lockout')).length, 1);
        assert.match(notices.map(each => each.message).join(' '), /addresses of this firewall that are not fixed/);
        assert.deepEqual(lockout('opt3'), [
            `${start} CONTROL" in CONTROL when the interface depends on the version of OPNsense`,
        ]);
    });
});
