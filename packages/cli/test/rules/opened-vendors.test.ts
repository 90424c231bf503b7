import assert from 'node:assert/strict';
import { readCsv } from '../../src/import/read-csv.ts';
import { readRuleTables } from '../../src/import/rules/table.ts';
import { linesOf, read } from './read.ts';

const told = (dialect: Parameters<typeof read>[0], text: string): string =>
    read(dialect, text)
        .notices.map(each => each.message)
        .join('\n');

const forti = (head: string, ...policies: readonly string[]): readonly string[] =>
    linesOf(read('fortios', `${head}config firewall policy\n${policies.join('')}end\n`)).slice(0, -1);
const policy = (id: number, ...sets: readonly string[]): string =>
    `    edit ${id}\n${sets.map(set => `        set ${set}\n`).join('')}    next\n`;
const all = ['srcaddr "all"', 'dstaddr "all"', 'schedule "always"', 'service "ALL"'];

describe('What a FortiGate opens in an unusual way', () => {
    it('is what passes between the interfaces of a zone, after its policies', () => {
        const zone = (more: string): string =>
            `config system zone\n    edit "OT cells"\n        set interface "port3" "port4"\n${more}    next\nend\n`;
        const deny = policy(1, ...all, 'srcintf "port3"', 'dstintf "port4"');
        assert.deepEqual(forti(zone('        set intrazone allow\n'), deny), [
            'blocks 0.0.0.0/0 -> 0.0.0.0/0 : any "1" in port3 out port4',
            'permits any -> any : any "implicit: inside of zone OT cells (intrazone)" in port3,port4 out port3,port4',
        ]);
        for (const more of ['', '        set intrazone deny\n']) assert.equal(forti(zone(more), deny).length, 1);
    });

    it('is what an interface stops that is switched off, as long as it is', () => {
        const port = (name: string, more: string): string => `    edit "${name}"\n${more}    next\n`;
        const down = '        set status down\n';
        const head = (...ports: readonly string[]): string => `config system interface\n${ports.join('')}end\n`;
        const by = policy(4, 'action accept', 'srcintf "p1"', 'dstintf "p2"', ...all);
        const text = (...ports: readonly string[]): string => `${head(...ports)}config firewall policy\n${by}end\n`;
        const off = text(port('p1', down), port('p2', ''));
        assert.equal(linesOf(read('fortios', off))[0], 'permits 0.0.0.0/0 -> 0.0.0.0/0 : any "4" in p1 out p2');
        assert.equal(
            told('fortios', off),
            'Interface p1 is switched off (status down): policy 4 passes nothing as long as it is, but is kept: what ' +
                'it permits is open as soon as somebody switches it on.',
        );
        assert.equal(told('fortios', text(port('p1', ''), port('p2', ''), port('p3', down))), '');
        const several = (zone: string): string =>
            `${head(port('p1', down), port('p3', ''))}config system zone\n    edit "Z"\n        set interface ${zone}\n` +
            `    next\nend\nconfig firewall policy\n${[5, 6].map(id => policy(id, 'action accept', 'srcintf "Z"', 'dstintf "p2"', ...all)).join('')}end\n`;
        assert.match(told('fortios', several('"p1"')), /policies 5, 6 pass nothing .* are kept: what they permit/);
        assert.equal(told('fortios', several('"p1" "p3"')), '');
    });

    it('is each new policy of a script, and an address of IPv6 that says nothing', () => {
        assert.deepEqual(forti('', policy(0, 'action accept', ...all), policy(0, ...all)), [
            'permits 0.0.0.0/0 -> 0.0.0.0/0 : any "0"',
            'blocks 0.0.0.0/0 -> 0.0.0.0/0 : any "0"',
        ]);
        const six = 'config firewall address6\n    edit "every"\n    next\nend\n';
        assert.deepEqual(
            forti(
                six,
                policy(1, 'action accept', 'srcaddr6 "every"', 'dstaddr6 "all"', 'service "ALL"', 'schedule "always"'),
            ),
            ['permits ::/0 -> ::/0 : any "1"'],
        );
    });

    it('is what a service or a policy limits beside ports', () => {
        const service = (more: string): string =>
            `config firewall service custom\n    edit "s"\n        set tcp-portrange 502\n${more}    next\nend\n`;
        const asked = (more: string): readonly string[] =>
            forti(service(more), policy(1, ...all.slice(0, 3), 'service "s"'), policy(2, 'action accept', ...all));
        assert.equal(asked('        set iprange 0.0.0.0\n')[0], 'blocks 0.0.0.0/0 -> 0.0.0.0/0 : tcp 502 "1"');
        for (const [more, when] of [
            ['        set iprange 10.1.1.1-10.1.1.9\n', 'to addresses 10.1.1.1-10.1.1.9'],
            ['        set fqdn "plc.example"\n', 'to name plc.example'],
            ['        set app-service-type app-id\n', 'application by app-id'],
        ] as const)
            assert.equal(asked(more)[0], `blocks 0.0.0.0/0 -> 0.0.0.0/0 : tcp 502 "1" when ${when}`);
        assert.match(
            forti('', policy(1, ...all, 'match-vip-only enable'))[0]!,
            / when translated addresses alone enable$/,
        );
        assert.match(
            told(
                'fortios',
                `config firewall policy64\n    edit 1\n    next\nend\nconfig firewall policy\n${policy(1, ...all)}end\n`,
            ),
            /1 of "config firewall policy64" is not read: it joins IPv4 and IPv6/,
        );
    });
});

const asa = (...lines: readonly string[]): string =>
    `ASA Version 9.16(4)\ninterface G0\n nameif inside\n security-level 100\n ip address 10.10.2.1 255.255.255.0\n` +
    `interface G1\n nameif dmz\n security-level 50\n ip address 10.20.5.1 255.255.255.0\n${lines.join('\n')}\n: end\n`;
const asaLines = (...lines: readonly string[]): readonly string[] => linesOf(read('asa', asa(...lines)));
const list = ['access-list IN extended deny ip any any', 'access-group IN in interface dmz'];

describe('What an ASA opens in an unusual way', () => {
    it('is what leaves by the interface by which it came', () => {
        assert.deepEqual(asaLines('same-security-traffic permit intra-interface'), [
            'permits any -> any : any "implicit: from security level 100 to a lower one" in inside out dmz,inside',
            'permits any -> any : any "implicit: from security level 50 to a lower one" in dmz out dmz',
            'blocks any -> any : any "implicit deny"',
        ]);
    });

    it('is a list that is not read: of users, of IPv6 alone', () => {
        assert.deepEqual(
            asaLines(list[0]!, `${list[1]!} per-user-override`)
                .slice(0, 2)
                .map(line => line.replace(/^\w+ /, '')),
            Array.from(
                { length: 2 },
                () => 'any -> any : any "users at dmz" in dmz when the access list of a user (per-user-override)',
            ),
        );
        const six = ['ipv6 access-list SIX permit tcp any any eq 502', ...list];
        assert.equal(
            asaLines(...six)[0],
            'permits ::/0 -> ::/0 : any "IPv6" when an access list of IPv6, which is not read',
        );
        assert.match(told('asa', asa(...six)), /\(ipv6 access-list\), which are not read/);
        const enabled = ['interface G2', ' ipv6 enable', ...list];
        const old = asa(...enabled).replace('9.16(4)', '8.4(7)');
        assert.match(linesOf(read('asa', old))[0]!, /^permits ::\/0 -> ::\/0 : any "IPv6"/);
        assert.match(asaLines(...enabled)[0]!, /^blocks any/);
    });

    it('is what comes out of a tunnel, by what the tunnel carries or by its interface, and never blocked for sure', () => {
        const map = [
            'crypto map VPN 10 match address SITE',
            'crypto map VPN 10 set peer 192.0.2.1',
            'crypto map VPN interface dmz',
        ];
        const carried = 'access-list SITE extended permit ip 10.10.0.0 255.255.0.0 10.77.0.0 255.255.0.0';
        const when = 'when it comes out of a tunnel (sysopt connection permit-vpn)';
        const first = (...lines: readonly string[]): string => asaLines(...lines, ...list)[0]!;
        assert.equal(
            first(carried, ...map),
            `permits 10.77.0.0/16 -> 10.10.0.0/16 : any "tunnels at dmz" in dmz ${when}`,
        );
        // Such a list filters nothing, and is not told as one that nobody asks.
        assert.doesNotMatch(told('asa', asa(carried, ...map, ...list)), /SITE/);
        const everything = `permits any -> any : any "tunnels at dmz" in dmz ${when}`;
        for (const lines of [
            map,
            [...map, 'crypto map VPN 20 ipsec-isakmp dynamic CLIENTS'],
            ['webvpn', ' enable dmz'],
        ])
            assert.equal(first(...lines), everything, lines.join());
        const own = ['interface Tunnel1', ' nameif vti', ' tunnel mode ipsec ipv4'];
        assert.equal(first(...own), everything.replaceAll('dmz', 'vti'));
        for (const lines of [
            [...map, 'no sysopt connection permit-vpn'],
            map.slice(0, 2),
            ['interface Tunnel1', ' nameif vti', ' shutdown'],
        ])
            assert.match(first(carried, ...lines), /^blocks/, lines.join());
        // A list that only says what a tunnel carries is not taken for the filter.
        assert.match(asaLines(carried, ...map)[1]!, /implicit: from security level/);
    });

    it('is not read of two contexts in one file, whose lists may have one name', () => {
        assert.throws(
            () => read('asa', asa(...list) + asa(list[0]!.replace('deny', 'permit'), list[1]!)),
            /Several configurations begin in this file, in lines 1 and 13:/,
        );
    });

    it('is a port of a group of protocols, or of a protocol by its number', () => {
        const groups = [
            'object-group protocol TCPUDP',
            ' description both of them',
            ' protocol-object udp',
            ' protocol-object tcp',
            'object-group protocol NEST',
            ' group-object TCPUDP',
            'object-group protocol NUM',
            ' protocol-object 6',
            'object-group service PORTS tcp-udp',
            ' port-object eq 53',
        ];
        const of = (entry: string): string =>
            asaLines(...groups, `access-list IN extended permit ${entry}`, list[1]!)[0]!;
        for (const entry of [
            'object-group TCPUDP any any eq domain',
            'object-group NEST any any eq 53',
            'object-group TCPUDP any any object-group PORTS',
        ])
            assert.equal(of(entry), 'permits any -> any : tcp 53, udp 53 "IN 1" in dmz', entry);
        assert.equal(of('object-group NUM any any eq 22'), 'permits any -> any : tcp 22 "IN 1" in dmz');
        assert.equal(of('17 any any eq 53'), 'permits any -> any : udp 53 "IN 1" in dmz');
        assert.match(
            of('object-group GONE any any eq 53'),
            /^permits any -> any : any "IN 1" in dmz when .*port eq 53/,
        );
    });

    it('is taken back, or in a line of an object that is not understood', () => {
        const clear = 'clear configure access-list IN';
        assert.deepEqual(asaLines(clear, ...list), asaLines(...list));
        const permit = 'access-list IN extended permit tcp any any eq 22';
        assert.deepEqual(asaLines(permit, clear, ...list), asaLines(...list));
        assert.deepEqual(asaLines(permit, ...list, `no ${list[0]!}`), asaLines(permit, list[1]!));
        assert.match(
            asaLines(...list, 'no access-list IN extended deny ip any host 10.1.1.1')[0]!,
            /^permits any -> any : any "taken back" when "no access-list/,
        );
        const group = [
            'object-group network G',
            ' description cells',
            ' network-object host 10.10.2.11',
            ' colour blue',
        ];
        assert.deepEqual(
            asaLines(...group, 'access-list IN extended deny ip any object-group G', list[1]!).slice(0, 2),
            [
                'blocks any -> 10.10.2.11 : any "IN 1" in dmz',
                'blocks any -> any : any "IN 1" in dmz when to "colour blue" of G',
            ],
        );
        assert.match(told('asa', asa(...list, 'webvpn', ' enable dmz')), /what they block of it is not assessable/);
    });
});

const backup = (more: string, ...rules: readonly string[]): string => `<?xml version="1.0"?>
<pfsense><system><webgui><protocol>https</protocol><noantilockout></noantilockout></webgui>${more.includes('disable') ? more : ''}</system><interfaces>
  <lan><enable></enable><descr>CONTROL</descr><ipaddr>10.10.2.1</ipaddr><subnet>24</subnet><ipaddrv6>track6</ipaddrv6></lan>
  <opt1><enable></enable><descr>DMZ</descr><ipaddr>10.20.5.1</ipaddr><subnet>24</subnet></opt1>
</interfaces>${more.includes('disable') ? '' : more}<filter>${more.includes('staticroutes') ? '<bypassstaticroutes>yes</bypassstaticroutes>' : ''}${rules.map(each => `<rule>${each}</rule>`).join('')}</filter></pfsense>`;
const pf = (more: string, ...rules: readonly string[]): readonly string[] =>
    linesOf(read('pf', backup(more, ...rules))).slice(0, -1);
const everyone = '<source><any/></source><destination><any/></destination>';
const block = `<type>block</type><interface>lan</interface>${everyone}`;

describe('What a pfSense opens in an unusual way', () => {
    it('is everything, where packet filtering is switched off', () => {
        assert.deepEqual(
            pf('<disablefilter/>', block)[0],
            'permits any -> any : any "implicit: packet filtering is switched off"',
        );
        assert.match(
            told('pf', backup('<disablefilter>enabled</disablefilter>', block)),
            /All packet filtering is switched off/,
        );
        assert.equal(pf('<disablefilter>0</disablefilter>', block).length, 1);
        const opnsense = backup('<disablefilter/>', block).replaceAll('pfsense>', 'opnsense>');
        assert.equal(
            linesOf(read('pf', opnsense)).some(line => line.includes('switched off')),
            false,
        );
    });

    it('is what static routes bring back to the same interface', () => {
        const routes =
            '<staticroutes><route><network>10.70.0.0/16</network><gateway>GW</gateway></route></staticroutes>';
        assert.deepEqual(pf(routes, block).slice(0, 2), [
            'permits 10.70.0.0/16 -> any : any "implicit: static routes" when static routes on the same interface (bypassstaticroutes)',
            'permits any -> 10.70.0.0/16 : any "implicit: static routes" when static routes on the same interface (bypassstaticroutes)',
        ]);
    });

    it('is what hosts open by themselves', () => {
        const upnp = (enable: string): string =>
            `<installedpackages><miniupnpd><config>${enable}<ext_iface>opt1</ext_iface></config></miniupnpd></installedpackages>`;
        assert.deepEqual(
            pf(upnp('<enable>on</enable>'), block)[0],
            'permits any -> any : any "implicit: UPnP" in DMZ when a port that a host opens by itself (UPnP, NAT-PMP)',
        );
        assert.equal(pf(upnp(''), block).length, 1);
    });

    it('is the network of IPv6 of an interface that is not fixed', () => {
        const from = (family: string): string =>
            `<type>pass</type><interface>lan</interface><ipprotocol>${family}</ipprotocol><source><network>lan</network></source><destination><any/></destination>`;
        assert.deepEqual(pf('', from('inet'), from('inet6')), [
            'permits 10.10.2.0/24 -> 0.0.0.0/0 : any "1" in CONTROL',
            'permits ::/0 -> ::/0 : any "2" in CONTROL when from the network of CONTROL, which is not fixed',
        ]);
    });

    it('is not stopped by a rule for other packets, or one whose alias is switched off', () => {
        const flags = (set: string, of: string): readonly string[] =>
            pf('', `${block}<protocol>tcp</protocol><tcpflags1>${set}</tcpflags1><tcpflags2>${of}</tcpflags2>`);
        assert.equal(flags('syn', 'syn,ack')[0], 'blocks 0.0.0.0/0 -> 0.0.0.0/0 : tcp "1" in CONTROL');
        assert.match(flags('fin', 'fin,syn')[0]!, / when flags fin of fin,syn$/);
        assert.match(pf('', `${block}<vlanprio>vi</vlanprio>`)[0]!, / when VLAN priority vi$/);
        const alias =
            '<aliases><alias><name>plcs</name><type>host</type><enabled>0</enabled><address>10.10.2.11</address></alias></aliases>';
        assert.deepEqual(
            pf(
                alias,
                '<type>block</type><interface>opt1</interface><source><any/></source><destination><address>plcs</address></destination>',
            ),
            ['blocks 0.0.0.0/0 -> 0.0.0.0/0 : any "1" in DMZ when to an alias that is switched off'],
        );
    });

    it('is a rule without a type, a port without a protocol, and a floating rule whose interfaces are gone', () => {
        const target = '<source><any/></source><destination><address>10.1.1.1</address><port>502</port></destination>';
        assert.deepEqual(pf('', `<interface>lan</interface><type>allow</type>${target}`), [
            'permits 0.0.0.0/0 -> 10.1.1.1 : tcp 502 "1" in CONTROL',
        ]);
        const gone = (more: string): string => `<type>pass</type><interface>opt7</interface>${more}${target}`;
        assert.match(pf('', gone(''))[0]!, / in opt7 is disabled$/);
        assert.match(
            pf('', gone('<floating>yes</floating><quick>yes</quick><direction>any</direction>'))[0]!,
            /^permits .* "1" when at all interfaces, since its own are switched off$/,
        );
        assert.equal(pf('', gone('<floating>yes</floating>').replace('opt7', 'any'))[0]!.includes(' in '), false);
    });

    it('is what virtual addresses add to the network of an interface, above all to its negation', () => {
        const vip =
            '<virtualip><vip><mode>ipalias</mode><interface>opt1</interface><subnet>10.9.0.1</subnet><subnet_bits>24</subnet_bits></vip></virtualip>';
        const from = (not: string): readonly string[] =>
            pf(
                vip,
                `<type>pass</type><interface>lan</interface><source><network>opt1</network>${not}</source><destination><any/></destination>`,
            );
        assert.deepEqual(from(''), [
            'permits 10.20.5.0/24 -> 0.0.0.0/0 : any "1" in CONTROL',
            'permits 10.9.0.0/24 -> 0.0.0.0/0 : any "1" in CONTROL when from virtual addresses of DMZ',
        ]);
        assert.match(from('<not/>')[1]!, /^permits 0\.0\.0\.0\/0 -> .* when .*not each network of DMZ by itself/);
    });

    it('is decided by the newer rules of OPNsense first, in their own order', () => {
        const newer = (sequence: number, action: string, names: string): string =>
            `<rule><enabled>1</enabled><sequence>${sequence}</sequence><action>${action}</action><quick>1</quick><interface>${names}</interface>` +
            '<direction>in</direction><ipprotocol>inet</ipprotocol><source_net>any</source_net><destination_net>any</destination_net></rule>';
        const text = backup('', block)
            .replaceAll('pfsense>', 'opnsense>')
            .replace(
                '</opnsense>',
                `<OPNsense><Firewall><Filter><rules>${newer(20, 'block', 'lan')}${newer(10, 'pass', 'lan')}${newer(30, 'pass', 'lan,opt1')}</rules></Filter></Firewall></OPNsense></opnsense>`,
            );
        assert.deepEqual(
            read('pf', text).rules.map(each => `${each.label} ${each.permits}`),
            ['4 true', '3 true', '2 false', '1 false', 'default deny false'],
        );
    });
});

describe('What a table of rules opens in an unusual way', () => {
    const csv = (head: string, ...rows: readonly string[]): readonly string[] =>
        linesOf(readRuleTables([readCsv(`${head}\n${rows.join('\n')}\n`, 'r.csv')], new Map()));

    it('is a rule that is not in force in a word that is not known', () => {
        const state = (word: string): string =>
            csv('No;Source;Destination;Service;Action;Status', `1;10.1.1.1;any;any;deny;${word}`)[0]!;
        assert.equal(state('enabled'), state('Active'));
        assert.match(state('Disabled'), / is disabled$/);
        assert.match(state('Pending deletion'), / when state "Pending deletion"$/);
    });

    it('is what all but several addresses are, and what a column turns round', () => {
        assert.equal(
            csv('No;Source;Destination;Service;Action', '1;!10.1.0.0/16, !10.2.0.0/16;10.3.0.1;tcp/22;deny')[0],
            'blocks 0.0.0.0-10.0.255.255, 10.3.0.0-255.255.255.255, ::/0 -> 10.3.0.1 : tcp 22 "1"',
        );
        assert.match(
            csv('No;Source;Destination;Service;Action', '1;!10.1.0.0/16, 10.1.0.7;10.3.0.1;tcp/22;deny')[0]!,
            / when from "!10\.1\.0\.0\/16, 10\.1\.0\.7"$/,
        );
        const turned = (word: string): string =>
            csv('No;Source;Negate source;Destination;Service;Action', `1;10.1.0.0/16;${word};10.3.0.1;tcp/22;deny`)[0]!;
        assert.match(turned('yes'), / when Negate source yes$/);
        assert.equal(turned('no'), turned(''));
    });

    it('is decided by rows that are not in the order of their numbers', () => {
        const told = (head: string): string =>
            readRuleTables(
                [
                    readCsv(
                        `${head};Source;Destination;Service;Action\n2;any;any;any;deny\n1;any;any;any;allow\n`,
                        'r.csv',
                    ),
                ],
                new Map(),
            )
                .notices.map(each => each.message)
                .join('\n');
        assert.match(told('No'), /The numbers of the rules do not rise/);
        assert.doesNotMatch(told('Policy ID'), /do not rise/);
    });

    it('is all ports, where 0 is written for them', () => {
        assert.match(
            csv('No;Source;Destination;Service;Action', '1;10.1.1.1;10.3.0.1;tcp/0;allow')[0]!,
            / : any "1" when port 0$/,
        );
    });
});

describe('What Firewall Orchestrator says of a rule', () => {
    const fwo = (...rules: readonly object[]): readonly string[] => linesOf(readFwo(...rules)).slice(0, -1);
    const readFwo = (...rules: readonly object[]) =>
        read(
            'fwo',
            JSON.stringify({
                ConfigFormat: 'NORMALIZED',
                network_objects: {
                    h: {
                        obj_uid: 'h',
                        obj_name: 'h',
                        obj_ip: '10.1.1.1/32',
                        obj_ip_end: '10.1.1.1/32',
                        obj_typ: 'host',
                    },
                    all: { obj_uid: 'all', obj_name: 'Any', obj_ip: '0.0.0.0', obj_ip_end: '255.255.255.255' },
                },
                service_objects: {
                    s: { svc_uid: 's', svc_name: 'ssh', svc_port: 22, svc_port_end: 22, ip_proto: 6 },
                },
                rulebases: [
                    {
                        uid: 'r',
                        Rules: rules.map((rule, at) => ({
                            rule_uid: `a${at}`,
                            rule_src_refs: 'h',
                            rule_dst_refs: 'h',
                            rule_svc_refs: 's',
                            rule_action: 'drop',
                            ...rule,
                        })),
                    },
                ],
                gateways: [
                    { Uid: 'gw1', Name: 'gw1', RulebaseLinks: [{ to_rulebase_uid: 'r', is_initial: true }] },
                    { Uid: 'gw2', Name: 'gw2', RulebaseLinks: [] },
                ],
            }),
            { part: 'gw1' },
        );

    it('is named where it translates, and open for the target that it may send elsewhere', () => {
        const nat = { rule_type: 'nat' };
        assert.deepEqual(fwo({}, nat), [
            'blocks 10.1.1.1 -> 10.1.1.1 : tcp 22 "2" when another target, to which a rule of translation sends it',
            'blocks 10.1.1.1 -> 10.1.1.1 : tcp 22 "1"',
        ]);
        assert.deepEqual(fwo({}, { ...nat, rule_dst_refs: 'all' }), fwo({}), 'it hides senders');
        assert.deepEqual(fwo({}, { ...nat, rule_disabled: true }), fwo({}));
        assert.match(readFwo({}, nat).notices[0]!.message, /^Rule 2 translates addresses and is not read/);
    });

    it('is open where its action is not known, where it is installed elsewhere, and where an end is empty', () => {
        assert.deepEqual(fwo({}), ['blocks 10.1.1.1 -> 10.1.1.1 : tcp 22 "1"']);
        assert.deepEqual(
            fwo({ rule_action: 'ask' }).map(line => line.split(' ')[0]),
            ['permits', 'blocks'],
        );
        assert.match(fwo({ rule_installon: 'gw2' })[0]!, / when installed on gw2$/);
        for (const on of ['gw1', 'rules_pkg', 'Policy Targets', 'gw2|gw1'])
            assert.deepEqual(fwo({ rule_installon: on }), fwo({}), on);
        assert.match(
            fwo({ rule_dst_refs: '' })[0]!,
            /^blocks 10\.1\.1\.1 -> any : tcp 22 "1" when to dst, which is empty$/,
        );
        assert.deepEqual(fwo({ rule_src_zone: 'Any' }), fwo({}));
    });
});
