import assert from 'node:assert/strict';
import { readCsv } from '../../src/import/read-csv.ts';
import { dialectOf } from '../../src/import/rules/readers.ts';
import { readRuleTables } from '../../src/import/rules/table.ts';
import { linesOf, read, samePermits } from './read.ts';

/**
 * One policy in every dialect: the historian reads from two controllers, a range of clients reaches a web server, the
 * rest is blocked.
 */
const iptables = `*filter
:FORWARD DROP [0:0]
-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A FORWARD -s 10.20.5.10/32 -d 10.10.2.31/32 -j REJECT
-A FORWARD -s 10.20.5.10/32 -d 10.10.2.30/31 -p tcp -m tcp --dport 4840 -m comment --comment "Historian" -j ACCEPT
-A FORWARD -m iprange --src-range 10.20.6.7-10.20.6.9 -d 10.20.5.0/24 -p tcp -m multiport --dports 80,443,8000:8010 -j ACCEPT
COMMIT
`;
const nft = JSON.stringify({
    nftables: [
        { metainfo: { version: '1.0.6' } },
        { table: { family: 'ip', name: 'fw', handle: 1 } },
        {
            chain: {
                family: 'ip',
                table: 'fw',
                name: 'forward',
                handle: 1,
                type: 'filter',
                hook: 'forward',
                prio: 0,
                policy: 'drop',
            },
        },
        {
            rule: {
                family: 'ip',
                table: 'fw',
                chain: 'forward',
                handle: 2,
                expr: [
                    { match: { op: 'in', left: { ct: { key: 'state' } }, right: ['established', 'related'] } },
                    { accept: null },
                ],
            },
        },
        {
            rule: {
                family: 'ip',
                table: 'fw',
                chain: 'forward',
                handle: 3,
                comment: 'Historian',
                expr: [
                    { match: { op: '==', left: { payload: { protocol: 'ip', field: 'saddr' } }, right: '10.20.5.10' } },
                    { match: { op: '==', left: { payload: { protocol: 'ip', field: 'daddr' } }, right: '10.10.2.30' } },
                    { match: { op: '==', left: { payload: { protocol: 'tcp', field: 'dport' } }, right: 4840 } },
                    { counter: { packets: 9, bytes: 540 } },
                    { accept: null },
                ],
            },
        },
        {
            rule: {
                family: 'ip',
                table: 'fw',
                chain: 'forward',
                handle: 4,
                expr: [
                    {
                        match: {
                            op: '==',
                            left: { payload: { protocol: 'ip', field: 'saddr' } },
                            right: { range: ['10.20.6.7', '10.20.6.9'] },
                        },
                    },
                    {
                        match: {
                            op: '==',
                            left: { payload: { protocol: 'ip', field: 'daddr' } },
                            right: { prefix: { addr: '10.20.5.0', len: 24 } },
                        },
                    },
                    {
                        match: {
                            op: '==',
                            left: { payload: { protocol: 'tcp', field: 'dport' } },
                            right: { set: [80, 443, { range: [8000, 8010] }] },
                        },
                    },
                    { accept: null },
                ],
            },
        },
    ],
});
const fortios = `config system interface
    edit "port2"
        set ip 10.20.5.1 255.255.255.0
    next
end
config firewall address
    edit "historian"
        set subnet 10.20.5.10 255.255.255.255
    next
    edit "plcs"
        set type iprange
        set start-ip 10.10.2.30
        set end-ip 10.10.2.31
    next
    edit "old plc"
        set subnet 10.10.2.31 255.255.255.255
        set comment "a comment
over two lines"
    next
    edit "clients"
        set type iprange
        set start-ip 10.20.6.7
        set end-ip 10.20.6.9
    next
    edit "net dmz"
        set subnet 10.20.5.0 255.255.255.0
    next
end
config firewall addrgrp
    edit "live plcs"
        set member "plcs"
        set exclude enable
        set exclude-member "old plc"
    next
end
config firewall service custom
    edit "opc ua"
        set tcp-portrange 4840
    next
    edit "web"
        set tcp-portrange 80 443 8000-8010
    next
end
config firewall policy
    edit 7
        set name "Web"
        set srcintf "port2"
        set dstintf "any"
        set action accept
        set srcaddr "clients"
        set dstaddr "net dmz"
        set schedule "always"
        set service "web"
    next
    edit 3
        set name "Historian"
        set srcintf "any"
        set dstintf "any"
        set action accept
        set srcaddr "historian"
        set dstaddr "live plcs"
        set schedule "always"
        set service "opc ua"
    next
    move 3 before 7
end
`;
const asa = `: Saved
ASA Version 9.16(4)
names
name 10.20.5.10 historian
interface GigabitEthernet1/1
 nameif dmz
 security-level 50
 ip address 10.20.5.1 255.255.255.0
!
object network clients
 range 10.20.6.7 10.20.6.9
object-group network plcs
 network-object host 10.10.2.30
object-group service web tcp
 port-object eq www
 port-object eq https
 port-object range 8000 8010
access-list acl remark Historian
access-list acl extended permit tcp host historian object-group plcs eq 4840
access-list acl extended permit tcp object clients 10.20.5.0 255.255.255.0 object-group web log
access-list acl extended permit ip any any inactive
access-group acl in interface dmz
Cryptochecksum:0123456789abcdef0123456789abcdef
: end
`;
const pf = `<?xml version="1.0"?>
<pfsense>
  <interfaces><opt1><descr>DMZ</descr><ipaddr>10.20.5.1</ipaddr><subnet>24</subnet></opt1></interfaces>
  <aliases>
    <alias><name>clients</name><type>network</type><address>10.20.6.7-10.20.6.9</address></alias>
    <alias><name>web</name><type>port</type><address>80 443 8000:8010</address></alias>
  </aliases>
  <filter>
    <rule><type>pass</type><interface>opt1</interface><ipprotocol>inet</ipprotocol><protocol>tcp</protocol>
      <source><address>10.20.5.10</address></source><destination><address>10.10.2.30</address><port>4840</port></destination><descr><![CDATA[Historian]]></descr></rule>
    <rule><type>pass</type><interface>opt1</interface><ipprotocol>inet</ipprotocol><protocol>tcp</protocol>
      <source><address>clients</address></source><destination><network>opt1</network><port>web</port></destination></rule>
    <rule><type>pass</type><interface>opt1</interface><disabled/><source><any/></source><destination><any/></destination></rule>
  </filter>
</pfsense>
`;
const csv = `No;Name;Quelle;Ziel;Protokoll;Destination Port;Action
1;Historian;10.20.5.10;10.10.2.30;tcp;4840;Erlauben
2;Web;10.20.6.7 - 10.20.6.9;10.20.5.0/24;TCP;80, 443, 8000-8010;accept
99;;Beliebig;alle;;any;Sperren
`;
const fwo = JSON.stringify({
    ConfigFormat: 'NORMALIZED',
    ManagerSet: [
        {
            ManagerName: 'm',
            Configs: [
                {
                    network_objects: {
                        h: {
                            obj_uid: 'h',
                            obj_name: 'historian',
                            obj_ip: '10.20.5.10/32',
                            obj_ip_end: '10.20.5.10/32',
                            obj_typ: 'host',
                        },
                        p: {
                            obj_uid: 'p',
                            obj_name: 'plc',
                            obj_ip: '10.10.2.30/32',
                            obj_ip_end: '10.10.2.30/32',
                            obj_typ: 'host',
                        },
                        c: {
                            obj_uid: 'c',
                            obj_name: 'clients',
                            obj_ip: '10.20.6.7/32',
                            obj_ip_end: '10.20.6.9/32',
                            obj_typ: 'ip_range',
                        },
                        g: { obj_uid: 'g', obj_name: 'group', obj_typ: 'group', obj_member_refs: 'c' },
                        d: {
                            obj_uid: 'd',
                            obj_name: 'dmz',
                            obj_ip: '10.20.5.0/24',
                            obj_ip_end: '10.20.5.255/32',
                            obj_typ: 'network',
                        },
                    },
                    service_objects: {
                        o: { svc_uid: 'o', svc_name: 'opc', svc_port: 4840, svc_port_end: 4840, ip_proto: 6 },
                        w: { svc_uid: 'w', svc_name: 'web', svc_member_refs: 'a|b' },
                        a: { svc_uid: 'a', svc_name: 'http', svc_port: 80, ip_proto: 6 },
                        b: { svc_uid: 'b', svc_name: 'more', svc_member_refs: 'x|y' },
                        x: { svc_uid: 'x', svc_name: 'https', svc_port: 443, svc_port_end: 443, ip_proto: 6 },
                        y: { svc_uid: 'y', svc_name: 'alt', svc_port: 8000, svc_port_end: 8010, ip_proto: 6 },
                    },
                    rulebases: [
                        {
                            uid: 'r',
                            Rules: {
                                two: {
                                    rule_num_numeric: 2,
                                    rule_src_refs: 'g',
                                    rule_dst_refs: 'd',
                                    rule_svc_refs: 'w',
                                    rule_action: 'accept',
                                    rule_name: 'Web',
                                    rule_uid: 'two',
                                },
                                one: {
                                    rule_num_numeric: 1,
                                    rule_src_refs: 'h',
                                    rule_dst_refs: 'p',
                                    rule_svc_refs: 'o',
                                    rule_action: 'accept',
                                    rule_name: 'Historian',
                                    rule_uid: 'one',
                                },
                            },
                        },
                    ],
                    gateways: [
                        {
                            Uid: 'gw',
                            Name: 'gw',
                            RulebaseLinks: [{ to_rulebase_uid: 'r', link_type: 'ordered', is_initial: true }],
                        },
                    ],
                },
            ],
        },
    ],
});

describe('exports of firewalls', () => {
    const texts = { iptables, nft, fortios, asa, pf, fwo };
    const table = readRuleTables([readCsv(csv, 'rules.csv')], new Map());

    it('give one permit set for one policy, whatever the dialect', () => {
        for (const dialect of Object.keys(texts) as (keyof typeof texts)[])
            assert.ok(
                samePermits(read(dialect, texts[dialect]), table),
                `${dialect}\n${linesOf(read(dialect, texts[dialect])).join('\n')}`,
            );
        const other = readRuleTables([readCsv(csv.replace('4840', '4841'), 'rules.csv')], new Map());
        assert.ok(!samePermits(read('nft', nft), other));
    });

    it('are told apart by their text', () => {
        for (const [dialect, text] of Object.entries(texts)) assert.equal(dialectOf(text), dialect);
        assert.equal(dialectOf(csv), 'csv');
        for (const [text, name] of [
            ['set rulebase security rules a from any\n', 'PAN-OS'],
            ['security {\n policies {\n', 'Junos'],
            ['table inet fw {\n chain x {\n', 'text form of nft'],
            ['{"rulebase": []}', 'Check Point'],
        ] as const) {
            assert.throws(() => dialectOf(text), new RegExp(name));
        }
    });

    it('keep the order, the names and the interfaces of the rules', () => {
        assert.deepEqual(linesOf(read('fortios', fortios)), [
            'permits 10.20.5.10 -> 10.10.2.30 : tcp 4840 "3 Historian"',
            'permits 10.20.6.7-10.20.6.9 -> 10.20.5.0/24 : tcp 80, 443, 8000-8010 "7 Web" in port2',
            'blocks any -> any : any "implicit deny"',
        ]);
        assert.deepEqual(
            linesOf(read('asa', asa)),
            [
                'permits 10.20.5.10 -> 10.10.2.30 : tcp 4840 "acl 1 Historian" in dmz',
                'permits 10.20.6.7-10.20.6.9 -> 10.20.5.0/24 : tcp 80, 443, 8000-8010 "acl 2" in dmz',
                'permits 0.0.0.0/0, ::/0 -> 0.0.0.0/0, ::/0 : any "acl 3" in dmz is disabled',
                'blocks any -> any : any "implicit deny of acl" in dmz',
                'blocks any -> any : any "implicit deny"',
            ].map(line => line.replaceAll('0.0.0.0/0, ::/0', 'any')),
        );
        assert.deepEqual(read('asa', asa).interfaces, [{ name: 'dmz', networks: ['10.20.5.1/24'] }]);
        assert.equal(linesOf(read('pf', pf))[2], 'permits 0.0.0.0/0 -> 0.0.0.0/0 : any "3" in DMZ is disabled');
        assert.deepEqual(
            linesOf(read('iptables', iptables))[0],
            'permits 0.0.0.0/0 -> 0.0.0.0/0 : any "1" is established',
        );
    });

    it('keep as a condition what a model cannot judge, and judge the rest', () => {
        const forti = read(
            'fortios',
            fortios
                .replace('set service "opc ua"', 'set service "opc ua"\n set groups "Contractors"')
                .replace('set srcaddr "clients"', 'set srcaddr "clients" "gone"')
                .replace('set service "web"', 'set service "web"\n set status disable'),
        );
        assert.deepEqual(linesOf(forti).slice(0, 3), [
            'permits 10.20.5.10 -> 10.10.2.30 : tcp 4840 "3 Historian" when user group Contractors',
            'permits 10.20.6.7-10.20.6.9 -> 10.20.5.0/24 : tcp 80, 443, 8000-8010 "7 Web" in port2 is disabled',
            'permits any -> 10.20.5.0/24 : tcp 80, 443, 8000-8010 "7 Web" in port2 when from address gone, which ' +
                'is not in the export is disabled',
        ]);
        const cyclic = read('fortios', fortios.replace('set member "plcs"', 'set member "live plcs" "plcs"'));
        assert.match(linesOf(cyclic).join('\n'), /when .*to group live plcs, which contains itself/);
        assert.match(
            linesOf(
                read(
                    'iptables',
                    iptables.replace('-p tcp -m tcp --dport 4840', '-p tcp -m string --string root --dport 4840'),
                ),
            ).join('\n'),
            /"3 Historian" when --string root/,
        );
        assert.match(
            linesOf(read('iptables', iptables.replace('--dport 4840', '--sport 4840'))).join('\n'),
            /: tcp "3 Historian" when source port 4840/,
        );
        assert.match(
            linesOf(read('pf', pf.replace('<source><address>10.20.5.10<', '<source><not/><address>10.20.5.10<'))).join(
                '\n',
            ),
            /permits 0\.0\.0\.0-10\.20\.5\.9, 10\.20\.5\.11-255\.255\.255\.255 -> 10\.10\.2\.30/,
        );
    });

    it('that are cut in a table say so, and scripts of commands do not', () => {
        const cut = (text: string): string[] =>
            read('iptables', text)
                .notices.filter(({ message }) => /is not closed by COMMIT/.test(message))
                .map(({ line, message }) => `${line} ${message}`);
        const [half = ''] = iptables.split('COMMIT');
        assert.deepEqual(cut(half), ['1 The table filter is not closed by COMMIT: the file seems to be cut.']);
        assert.deepEqual(cut(`*nat\n${iptables}`), [
            '1 The table nat is not closed by COMMIT: the file seems to be cut.',
        ]);
        assert.deepEqual(cut(iptables), []);
        assert.deepEqual(cut('iptables -P FORWARD DROP\niptables -A FORWARD -p tcp --dport 22 -j ACCEPT\n'), []);
    });

    it('that hold several firewalls want one named', () => {
        const vdoms = `config vdom\nedit root\n${fortios}next\nedit cell\n${fortios.replace('4840', '4841')}next\nend\n`;
        assert.throws(() => read('fortios', vdoms), /--part: root, cell/);
        assert.match(linesOf(read('fortios', vdoms, { part: 'cell' }))[0]!, /tcp 4841/);
        assert.throws(() => read('fortios', vdoms, { part: 'other' }), /no VDOM other/);
    });

    it('say what is left out, and never give an empty reading', () => {
        assert.match(
            read('fortios', fortios.slice(0, fortios.lastIndexOf('end')))
                .notices.map(each => each.message)
                .join('\n'),
            /"config firewall policy" is not closed/,
        );
        for (const [dialect, text] of [
            ['fortios', 'config system global\nend\n'],
            ['iptables', '*filter\nCOMMIT\n'],
            ['nft', '{"nftables": []}'],
            ['nft', '{"nftables": [{"met'],
            ['asa', 'hostname x\n'],
            ['pf', '<pfsense><filter/></pfsense>'],
            ['pf', '<pfsense><filter>'],
            ['fwo', '{}'],
        ] as const) {
            assert.throws(() => read(dialect, text), { name: 'Error', message: /\w/ }, `${dialect} ${text}`);
        }
        assert.throws(() => readRuleTables([readCsv('a;b\n1;2\n', 'x.csv')], new Map()), /source and destination/);
    });
});
