import assert from 'node:assert/strict';
import { hasInterface, intersect, readAddressList, readServices } from 'iacs-language/filter';
import { readCsv } from '../../src/import/read-csv.ts';
import type { Dialect } from '../../src/import/rules/readers.ts';
import { dialectOf } from '../../src/import/rules/readers.ts';
import type { ReadRules } from '../../src/import/rules/reading.ts';
import { RulesError } from '../../src/import/rules/reading.ts';
import { readRuleTables } from '../../src/import/rules/table.ts';
import { linesOf, read } from './read.ts';

const iptables = `*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:CELL - [0:0]
:LATE - [0:0]
-A FORWARD -s 10.20.5.10/32 -d 10.10.2.31/32 -j REJECT
-A FORWARD -s 10.20.5.10/32 -p tcp -m tcp --dport 4840 -j ACCEPT
-A FORWARD -j CELL
-A FORWARD -s 10.20.6.0/24 -p udp -m udp --dport 53 -j ACCEPT
-A CELL -s 10.20.6.7/32 -j LATE
-A CELL -d 10.10.2.30/32 -p tcp -m tcp --dport 443 -j ACCEPT
-A LATE -d 10.10.2.30/32 -j DROP
COMMIT
`;
const fortios = `config firewall address
    edit "hist"
        set subnet 10.20.5.10 255.255.255.255
    next
    edit "plc"
        set subnet 10.10.2.30 255.255.255.255
    next
end
config firewall policy
    edit 1
        set srcaddr "hist"
        set dstaddr "plc"
        set action accept
        set schedule "always"
        set service "HTTPS"
    next
    edit 2
        set srcaddr "all"
        set dstaddr "plc"
        set action deny
        set schedule "always"
        set service "HTTP"
    next
    edit 3
        set srcaddr "all"
        set dstaddr "plc"
        set action accept
        set schedule "always"
        set service "ALL"
    next
end
`;

const asa = `: Saved

:
: Serial Number: JAD00000000
ASA Version 9.16(4)
!
interface GigabitEthernet1/1
 nameif dmz
 security-level 50
 ip address 10.20.5.1 255.255.255.0
!
interface GigabitEthernet1/2
 nameif cell
 security-level 90
 ip address 10.10.2.1 255.255.255.0
!
object network plc
 host 10.10.2.30
object-group network clients
 network-object host 10.20.5.10
 network-object 10.20.6.0 255.255.255.248
access-list DMZ_IN extended deny tcp any object plc eq www
access-list DMZ_IN extended permit tcp object-group clients object plc eq 4840
access-list DMZ_IN extended permit tcp host 10.20.6.8 any eq https
access-list CELL_OUT extended deny udp any any eq domain
access-list CELL_OUT extended deny tcp host 10.20.6.8 object plc
access-list CELL_OUT extended permit ip any any
mtu dmz 1500
access-group DMZ_IN in interface dmz
access-group CELL_OUT out interface cell
route dmz 0.0.0.0 0.0.0.0 10.20.5.254 1
timeout xlate 3:00:00
Cryptochecksum:0123456789abcdef0123456789abcdef
: end
`;
const pf = `<?xml version="1.0"?>
<pfsense>
  <interfaces><opt1><descr>DMZ</descr><ipaddr>10.20.5.1</ipaddr><subnet>24</subnet></opt1></interfaces>
  <filter>
    <rule><type>block</type><interface>opt1</interface><ipprotocol>inet</ipprotocol><protocol>udp</protocol>
      <source><any/></source><destination><address>10.10.2.30</address><port>53</port></destination></rule>
    <rule><type>pass</type><interface>opt1</interface><ipprotocol>inet</ipprotocol><protocol>tcp</protocol>
      <source><address>10.20.5.10</address></source><destination><address>10.10.2.30</address></destination></rule>
  </filter>
</pfsense>
`;
const rule = (expr: readonly unknown[]): unknown => ({ rule: { family: 'inet', table: 't', chain: 'f', expr } });
const match = (protocol: string, field: string, right: unknown): unknown => ({
    match: { op: '==', left: { payload: { protocol, field } }, right },
});
const nft = `${JSON.stringify({
    nftables: [
        { metainfo: { version: '1.0.6', json_schema_version: 1 } },
        { table: { family: 'inet', name: 't' } },
        {
            chain: { family: 'inet', table: 't', name: 'f', type: 'filter', hook: 'forward', prio: 0, policy: 'drop' },
        },
        rule([match('udp', 'dport', 53), { drop: null }]),
        rule([match('ip', 'saddr', '10.20.5.10'), match('tcp', 'dport', 4840), { accept: null }]),
    ],
})}\n`;
const fwo = `${JSON.stringify({
    ConfigFormat: 'NORMALIZED',
    network_objects: {
        h: { obj_uid: 'h', obj_name: 'historian', obj_ip: '10.20.5.10/32', obj_ip_end: '10.20.5.10/32' },
        a: { obj_uid: 'a', obj_name: 'any', obj_ip: '0.0.0.0/0', obj_ip_end: '255.255.255.255/32' },
    },
    service_objects: { o: { svc_uid: 'o', svc_name: 'opc', svc_port: 4840, svc_port_end: 4840, ip_proto: 6 } },
    rulebases: [
        {
            uid: 'r',
            Rules: {
                one: {
                    rule_num_numeric: 1,
                    rule_src_refs: 'h',
                    rule_dst_refs: 'a',
                    rule_svc_refs: 'o',
                    rule_action: 'accept',
                    rule_uid: 'one',
                },
            },
        },
    ],
    gateways: [
        { Uid: 'g', Name: 'g', RulebaseLinks: [{ to_rulebase_uid: 'r', link_type: 'ordered', is_initial: true }] },
    ],
})}\n`;
const csv = `No;Source;Destination;Protocol;Port;Action;Comment
1;10.20.5.10;10.10.2.30;tcp;4840;accept;Historian
2;any;10.10.2.30;tcp;80;deny;
3;"10.20.6.7
10.20.6.8";10.10.2.0/24;tcp;443;accept;"Web,
from the office"
99;any;any;any;any;deny;Rest
`;

const probes = ['10.20.5.10', '10.20.6.7', '10.20.6.8'].flatMap(from =>
    ['10.10.2.30', '10.10.2.31'].flatMap(to =>
        [
            ['tcp', 4840],
            ['tcp', 443],
            ['tcp', 80],
            ['udp', 53],
        ].map(([transport, port]) => ({
            from: readAddressList([from])!,
            to: readAddressList([to])!,
            services: readServices([
                { transport: String(transport), ranges: [{ from: Number(port), to: Number(port) }] },
            ])!,
        })),
    ),
);

/**
 * What the first rule that matches decides about a session; `null` where nobody can say. Of a device that names its
 * interfaces the session comes in at the DMZ and goes out to the cell.
 */
function decide({ rules }: ReadRules, probe: (typeof probes)[number]): boolean | null {
    const first = rules.find(
        ({ region, trait, enters, leaves }) =>
            trait === null &&
            ['dmz', 'DMZ', 'opt1'].some(name => hasInterface(enters, name)) &&
            hasInterface(leaves, 'cell') &&
            intersect(region.from, probe.from).length > 0 &&
            intersect(region.to, probe.to).length > 0 &&
            intersect(region.services, probe.services).length > 0,
    );
    return first === undefined ? false : first.when === null ? first.permits : null;
}

function readAny(dialect: Dialect, text: string): ReadRules {
    return dialect === 'csv' ? readRuleTables([readCsv(text, 'rules.csv')], new Map()) : read(dialect, text);
}

function attempt(dialect: Dialect, text: string): ReadRules | null {
    try {
        return readAny(dialect, text);
    } catch (error) {
        if (error instanceof RulesError) return null;
        throw error;
    }
}

describe('Half a configuration', () => {
    for (const [dialect, text] of Object.entries({ iptables, fortios, asa, pf, nft, fwo }) as [Dialect, string][]) {
        it(`of ${dialect} decides nothing that the whole one decides otherwise, wherever it is cut`, () => {
            const whole = readAny(dialect, text);
            assert.equal(dialectOf(text), dialect);
            assert.deepEqual(
                whole.notices.map(each => each.message).filter(each => each.includes('cut')),
                [],
            );
            const decided = probes.map(probe => decide(whole, probe));
            assert.ok(decided.includes(true) && decided.includes(false));
            for (let end = 0; end < text.trimEnd().length - 1; end++) {
                const half = attempt(dialect, text.slice(0, end));
                if (half === null) continue;
                const same = linesOf(half).join() === linesOf(whole).join();
                assert.ok(same || half.notices.some(each => each.message.includes('cut')), `not said at ${end}`);
                for (const [at, probe] of probes.entries()) {
                    const now = decide(half, probe);
                    assert.ok(
                        now === null || now === decided[at],
                        `cut at ${end}, probe ${at}: ${now}\n${linesOf(half).join('\n')}`,
                    );
                }
            }
        });
    }

    it('of a table says that it is cut, or that nothing shows whether it is', () => {
        const whole = readAny('csv', csv);
        assert.deepEqual(whole.notices, []);
        for (let end = 0; end < csv.length - 1; end++) {
            const half = attempt('csv', csv.slice(0, end));
            if (half === null || linesOf(half).join() === linesOf(whole).join()) continue;
            assert.ok(
                half.notices.some(each => /seems to be cut|would not be noticed/.test(each.message)),
                `cut at ${end}\n${linesOf(half).join('\n')}`,
            );
        }
        const half = readAny('csv', csv.slice(0, csv.indexOf('10.20.6.8') + 4));
        assert.equal(
            linesOf(half).at(-1),
            'permits any -> any : any "rest" when the rest of the file, which is missing',
        );
        assert.deepEqual(
            half.notices.map(each => each.line),
            [4],
        );
    });

    it('of an ASA is read as far as it decides, and says what may be missing', () => {
        const until = (mark: string): ReadRules => readAny('asa', asa.slice(0, asa.indexOf(mark)));
        const told = ({ notices }: ReadRules): string => notices.map(each => each.message).join(' ');
        // The lines with access-group may be cut, so a list on the way out may block what this one permits.
        const between = linesOf(until('access-group CELL_OUT'));
        assert.deepEqual(between, [
            'blocks 0.0.0.0/0 -> 10.10.2.30 : tcp 80 "DMZ_IN 1" in dmz',
            'permits 10.20.5.10, 10.20.6.0/29 -> 10.10.2.30 : tcp 4840 "DMZ_IN 2" in dmz when the rest of the file, which is missing',
            'permits 10.20.6.8 -> 0.0.0.0/0 : tcp 443 "DMZ_IN 3" in dmz when the rest of the file, which is missing',
            'permits any -> any : any "rest" in dmz when the rest of the file, which is missing',
            'permits any -> any : any "rest" when the rest of the file, which is missing',
            'blocks any -> any : any "implicit deny"',
        ]);
        // After them nothing that is missing filters packets.
        assert.match(told(until('timeout')), /seems to be cut.*read whole/);
        assert.deepEqual(linesOf(until('timeout')), linesOf(readAny('asa', asa)));
        assert.throws(() => until('access-list'), /seems to be cut before them/);
        assert.throws(() => until('access-group'), /seems to be cut before that/);
        const alone = (mark: string): string[] =>
            linesOf(read('asa', asa.slice(0, asa.indexOf(mark)), { part: 'CELL_OUT' }));
        assert.equal(
            alone('access-list CELL_OUT extended permit').includes(
                'permits any -> any : any "rest" when the rest of the file, which is missing',
            ),
            true,
        );
        assert.equal(
            alone('access-group').some(line => line.includes('missing')),
            false,
        );
    });

    it('of an ASA without its beginning decides nothing, and a part of one says what it is', () => {
        const headless = readAny('asa', asa.slice(asa.indexOf('access-list')));
        assert.match(headless.notices.map(each => each.message).join(' '), /its beginning seems to be missing/);
        assert.ok(probes.every(probe => decide(headless, probe) === null));
        const part = readAny('asa', asa.slice(asa.indexOf('object network'), asa.indexOf('route')));
        assert.match(part.notices.map(each => each.message).join(' '), /This is a part of a configuration/);
        assert.deepEqual(
            linesOf(part).filter(line => !line.includes('security level')),
            linesOf(readAny('asa', asa)).filter(line => !line.includes('security level')),
        );
    });

    it('of an ASA leaves open what a list decides that is asked and is not there', () => {
        const lines = asa.split('\n').filter(line => !line.startsWith('access-list DMZ_IN'));
        const open = linesOf(readAny('asa', lines.join('\n')));
        assert.ok(
            open.includes('permits any -> any : any "rest" in dmz when access list DMZ_IN, which is not in the export'),
        );
    });

    it('of a FortiGate with VDOMs is not read as the one VDOM that it still has', () => {
        const policy = fortios.slice(fortios.indexOf('config firewall policy'));
        const vdom = (name: string, body: string): string => `config vdom\nedit ${name}\n${body}end\n`;
        const head = 'config vdom\nedit root\nnext\nedit cell\nnext\nend\n';
        const first = head + vdom('root', policy.replaceAll('"plc"', '"all"').replaceAll('"hist"', '"all"'));
        const whole = first + vdom('cell', fortios);
        assert.throws(() => readAny('fortios', whole), /several virtual firewalls .*: root, cell\.$/);
        for (let end = first.length; end < whole.length; end += 7) {
            const half = whole.slice(0, end);
            assert.throws(() => readAny('fortios', half), /several virtual firewalls|seems to be cut/, `cut at ${end}`);
        }
        assert.throws(() => read('fortios', first, { part: 'cell' }), /no VDOM cell: it has root, and nothing of cell/);
        assert.equal(linesOf(read('fortios', first, { part: 'root' })).length, 4);
    });

    it('is not seen in what a terminal shows between two pages', () => {
        const paged = asa.replace(
            'access-list DMZ_IN extended permit tcp host',
            `<--- More --->\r${' '.repeat(14)}\raccess-list DMZ_IN extended permit tcp host`,
        );
        assert.deepEqual(linesOf(readAny('asa', paged)), linesOf(readAny('asa', asa)));
        const forti = fortios.replace('    edit 2', '--More-- \r         \r    edit 2');
        assert.deepEqual(linesOf(readAny('fortios', forti)), linesOf(readAny('fortios', fortios)));
        assert.deepEqual(readAny('fortios', forti).notices, []);
    });
});
