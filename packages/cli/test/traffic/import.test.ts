import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatText } from 'iacs-language';
import { accessOf } from '../../src/import/traffic/session.ts';
import { iacs } from '../support/iacs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'iacs-traffic-'));
const put = (name: string, content: string | Uint8Array): void => writeFileSync(path.join(folder, name), content);
const run = (...args: string[]): ReturnType<typeof iacs> =>
    iacs(['import', 'traffic', '--today', '2026-11-28', ...args], { cwd: folder });

/** The conversations of a log, as they are written. */
function seen(content: string | Uint8Array, ...args: string[]): string[] {
    put('some.log', content);
    const { code, stdout, stderr } = run('some.log', ...args);
    assert.equal(code, 0, stderr);
    assert.equal(formatText(stdout), stdout);
    return stdout
        .split('\n')
        .filter(line => line.startsWith('  saw '))
        .map(line => line.slice(6));
}

const head =
    '#separator ' +
    '\\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\torig_bytes\tresp_bytes\tconn_state\thistory\n';
const day = 1_790_000_000;
let uid = 0;
const row = (
    time: number,
    from: string,
    to: string,
    service = '-',
    sent = '10',
    received = '20',
    state = 'SF',
    history = 'ShADadFf',
    proto = 'tcp',
): string => {
    const [a, ap] = from.split(' ');
    const [b, bp] = to.split(' ');
    return `${[time, `CaBcDeFgH${String(uid++).padStart(4, '0')}`, a, ap, b, bp, proto, service, sent, received, state, history].join('\t')}\n`;
};

describe('iacs import traffic', () => {
    it('takes the sessions of Zeek together: ends, service, outcome, days', () => {
        const log =
            head +
            row(day, '10.10.2.20 41000', '10.10.2.10 102', 's7comm') +
            row(day + 86400, '10.10.2.20 41001', '10.10.2.10 102', 's7comm') +
            row(day + 86400, '10.10.2.20 41002', '10.10.2.10 102', '-') +
            row(day, '10.10.2.30 5353', '8.8.8.8 53', 'dns', '30', '-', 'S0', 'D', 'udp') +
            row(day, '10.10.2.20 41003', '10.10.2.11 502', '-', '0', '0', 'SF', 'ShAFf') +
            row(day, '10.10.2.20 41004', '10.10.2.12 502', '-', '0', '0', 'REJ', 'Sr') +
            row(day, '10.10.2.20 8', '10.10.2.10 0', '-', '40', '40', 'OTH', '-', 'icmp') +
            row(day, '10.10.2.20 5353', '224.0.0.251 5353', '-', '40', '-', 'S0', 'D', 'udp');
        assert.deepEqual(seen(log), [
            '10.10.2.20 -> 10.10.2.10 : icmp used on 1 days, 2026-09-21 to 2026-09-21',
            '10.10.2.20 -> 10.10.2.10 : tcp 102 "s7comm" used on 2 days, 2026-09-21 to 2026-09-22',
            '10.10.2.20 -> 10.10.2.11 : tcp 502 answered on 1 days, 2026-09-21 to 2026-09-21',
            '10.10.2.20 -> 10.10.2.12 : tcp 502 tried on 1 days, 2026-09-21 to 2026-09-21',
            '10.10.2.30 -> 8.8.8.8 : udp 53 "dns" tried on 1 days, 2026-09-21 to 2026-09-21',
        ]);
    });

    it('writes a name of few sessions where it is another protocol, and none that is another name of the same', () => {
        const to = '10.10.2.10 502';
        const log =
            head +
            ['modbus', 'modbus', 'modbus', 'mbtcp', 'gssapi', 'ssh', 'rdp', 'vnc', 'telnet']
                .map((name, at) => row(day, `10.10.2.20 ${41000 + at}`, to, name))
                .join('');
        assert.deepEqual(seen(log), [
            '10.10.2.20 -> 10.10.2.10 : tcp 502 "modbus; rdp; ssh; telnet" used on 1 days, 2026-09-21 to 2026-09-21',
        ]);
    });

    it('finds who opened: by the handshake, by the port, by what answers elsewhere, and says where it is open', () => {
        const log =
            head +
            row(day, '10.0.0.1 502', '10.0.0.9 50000', '-', '10', '20', 'OTH', 'HaDd') + // the first packet that was seen is the answer to the first one
            row(day, '10.0.0.1 502', '10.0.0.8 50001', '-', '10', '20', 'OTH', 'Dd') +
            row(day, '10.0.0.7 50002', '10.0.0.2 31999', '-', '10', '20', 'SF', 'ShADad') +
            row(day, '10.0.0.2 31999', '10.0.0.6 50003', '-', '10', '20', 'OTH', 'Dd') +
            row(day, '10.0.0.3 40100', '10.0.0.4 40101', '-', '10', '20', 'OTH', 'Dd');
        assert.deepEqual(
            seen(log).map(line => line.split(' on ')[0]),
            [
                '10.0.0.3 -- 10.0.0.4 : tcp 40101 used',
                '10.0.0.6 -> 10.0.0.2 : tcp 31999 used',
                '10.0.0.7 -> 10.0.0.2 : tcp 31999 used',
                '10.0.0.8 -> 10.0.0.1 : tcp 502 used',
                '10.0.0.9 -> 10.0.0.1 : tcp 502 used',
            ],
        );
        assert.match(run('some.log').stderr, /5 rows, 2 turned/);
    });

    it('takes a port that is known by chance only for that of a client, and no less where both may answer', () => {
        const log =
            head +
            // 41795 belongs to a protocol too, and a client took it at random; each end may have written first.
            row(day, '10.0.0.1 3389', '10.0.0.9 41795', '-', '10', '20', 'OTH', 'Dd') +
            row(day, '10.0.0.8 44818', '10.0.0.2 4840', '-', '10', '20', 'OTH', 'Dd') +
            // What answers elsewhere does so here.
            row(day, '10.0.0.5 50000', '10.0.0.3 44818', '-', '10', '20', 'SF', 'ShADad') +
            row(day, '10.0.0.7 3389', '10.0.0.3 44818', '-', '10', '20', 'OTH', 'Dd') +
            row(day, '10.0.0.4 3389', '10.0.0.6 4840', '-', '10', '20', 'OTH', 'Dd');
        assert.deepEqual(
            seen(log).map(line => line.split(' on ')[0]),
            [
                '10.0.0.4 -- 10.0.0.6 : tcp 4840 used',
                '10.0.0.5 -> 10.0.0.3 : tcp 44818 used',
                '10.0.0.7 -> 10.0.0.3 : tcp 44818 used',
                '10.0.0.8 -> 10.0.0.2 : tcp 4840 used',
                '10.0.0.9 -> 10.0.0.1 : tcp 3389 used',
            ],
        );
    });

    it('writes twenty different targets that are tried within an hour as one scan, and fewer as what they are', () => {
        const tries = (count: number, step: number): string =>
            Array.from({ length: count }, (_, at) =>
                row(day + at * step, '10.0.0.99 41000', `10.0.${at % 5}.${at} ${1000 + at}`, '-', '0', '0', 'S0', 'S'),
            ).join('');
        assert.deepEqual(seen(head + tries(20, 60)), [
            '10.0.0.99 -> any : any scanned on 1 days, 2026-09-21 to 2026-09-21',
        ]);
        assert.equal(seen(head + tries(19, 60)).length, 19);
        assert.equal(seen(head + tries(40, 600)).length, 40, 'six an hour');
        const mixed = seen(head + tries(5000, 1) + row(day, '10.0.0.99 41000', '10.0.0.1 502', 'modbus'));
        assert.deepEqual(
            mixed.map(line => line.split(' on ')[0]),
            ['10.0.0.99 -> 10.0.0.1 : tcp 502 "modbus" used', '10.0.0.99 -> any : any scanned'],
        );
    });

    it('reads functions from the logs of protocols beside it', () => {
        put(
            'modbus.log',
            '#separator ' +
                '\\x09\n#unset_field\t-\n#path\tmodbus\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tfunc\texception\n' +
                `${day}\tC1234567890\t10.0.0.9\t50000\t10.0.0.1\t502\tREAD_COILS\t-\n${day}\tC1234567890\t10.0.0.9\t50000\t10.0.0.1\t502\tWRITE_SINGLE_COIL\t-\n`,
        );
        put(
            'conn.log',
            head +
                row(day, '10.0.0.9 50000', '10.0.0.1 502', 'modbus') +
                row(day, '10.0.0.8 50000', '10.0.0.1 502', 'modbus'),
        );
        const { stdout } = run('conn.log', 'modbus.log');
        assert.match(
            stdout,
            /10\.0\.0\.8 -> 10\.0\.0\.1 : tcp 502 "modbus" used on 1 days, 2026-09-21 to 2026-09-21\n/,
        );
        assert.match(
            stdout,
            /10\.0\.0\.9 -> 10\.0\.0\.1 : tcp 502 "modbus" used on 1 days, 2026-09-21 to 2026-09-21 \{ access write \}/,
        );
        // A client of OPC UA that only reads opens a session, and subscribes; a data set is got, a block is listed.
        for (const name of ['CreateSessionRequest', 'ActivateSessionRequest', 'CreateSubscriptionRequest'])
            assert.equal(accessOf(name), 'read', name);
        for (const name of ['CreateMonitoredItems', 'SetPublishingMode', 'Get Data Set Values', 'List Blocks'])
            assert.equal(accessOf(name), 'read', name);
        for (const [name, access] of [
            ['WriteRequest', 'write'],
            ['CallRequest', 'write'],
            ['DeleteNodesRequest', 'program'],
            ['createObject', 'program'],
        ] as const)
            assert.equal(accessOf(name), access, name);
        const told = (name: string): string | null => accessOf(name);
        assert.deepEqual(
            [
                'READ_HOLDING_REGISTERS',
                'WRITE_MULTIPLE_REGISTERS',
                'MASK_WRITE_REGISTER',
                'READ_WRITE_MULTIPLE_REGISTERS',
                'Read Var',
                'Write Var',
                'Request Download',
                'PLC Stop',
                'DIRECT_OPERATE',
                'Get Attribute Single',
                'readProperty',
                'writeProperty',
                'xyzzy',
            ].map(told),
            [
                'read',
                'write',
                'write',
                'write',
                'read',
                'write',
                'program',
                'program',
                'write',
                'read',
                'read',
                'write',
                null,
            ],
        );
    });

    it('gives the same bytes for shuffled rows, for JSON, and for a packed file', () => {
        const rows = Array.from({ length: 400 }, (_, at) =>
            row(
                day + (at % 9) * 40_000,
                `10.0.0.${at % 7} ${40000 + at}`,
                `10.0.1.${at % 5} ${[102, 502, 39999][at % 3]}`,
                at % 2 ? 'modbus' : '-',
                at % 4 ? '10' : '0',
                '20',
                at % 11 ? 'SF' : 'S0',
                at % 11 ? 'ShADad' : 'S',
            ),
        );
        const plain = seen(head + rows.join(''));
        assert.deepEqual(seen(head + [...rows].sort((a, b) => (a.slice(12) < b.slice(12) ? 1 : -1)).join('')), plain);
        assert.deepEqual(seen(gzipSync(head + rows.join(''))), plain);
        const fields = [
            'ts',
            'uid',
            'id.orig_h',
            'id.orig_p',
            'id.resp_h',
            'id.resp_p',
            'proto',
            'service',
            'orig_bytes',
            'resp_bytes',
            'conn_state',
            'history',
        ];
        const json = rows.map(each =>
            JSON.stringify(
                Object.fromEntries(
                    each
                        .trimEnd()
                        .split('\t')
                        .map((value, at) => [
                            fields[at]!,
                            /^(ts|.*_p|.*bytes)$/.test(fields[at]!) ? Number(value) : value,
                        ])
                        .filter(([, value]) => value !== '-'),
                ),
            ),
        );
        assert.deepEqual(seen(`${json.join('\n')}\n`), plain);
    });

    it('reads the flows of Suricata', () => {
        const flow = (more: object): string =>
            `${JSON.stringify({ timestamp: '2026-10-01T12:00:00.000000+0000', event_type: 'flow', src_ip: '10.0.0.9', src_port: 50000, dest_ip: '10.0.0.1', dest_port: 502, proto: 'TCP', ...more })}\n`;
        const full = {
            pkts_toserver: 9,
            pkts_toclient: 9,
            bytes_toserver: 2000,
            bytes_toclient: 3000,
            start: '2026-10-01T11:00:00.000000+0000',
            state: 'closed',
        };
        assert.deepEqual(
            seen(
                flow({ app_proto: 'modbus', flow: full }) +
                    flow({ dest_port: 503, flow: { ...full, bytes_toserver: 540, bytes_toclient: 540 } }) +
                    flow({ dest_port: 102, flow: { ...full, pkts_toclient: 0, bytes_toclient: 0, state: 'new' } }) +
                    '{"event_type":"alert"}\n{"event_type":"fl',
            ),
            [
                '10.0.0.9 -> 10.0.0.1 : tcp 102 tried on 1 days, 2026-10-01 to 2026-10-01',
                '10.0.0.9 -> 10.0.0.1 : tcp 502 "modbus" used on 1 days, 2026-10-01 to 2026-10-01',
                '10.0.0.9 -> 10.0.0.1 : tcp 503 answered on 1 days, 2026-10-01 to 2026-10-01',
            ],
        );
        assert.match(run('some.log').stderr, /1 left out: an event of another kind than flow/);
    });

    it('reads tables by their heads: nfdump in pairs, Nozomi links, Arkime, tshark', () => {
        const nfdump =
            'ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt,opkt,obyt\n' +
            '2026-10-01 10:00:00,2026-10-01 ' +
            '10:00:09,9,10.0.0.1,10.0.0.9,502,50000,TCP,...AP.SF,0,0,5,500,0,0\n2026-10-01 10:00:00,2026-10-01 ' +
            '10:00:09,9,10.0.0.9,10.0.0.1,50000,502,TCP,...AP.SF,0,0,5,500,0,0\n' +
            '2026-10-01 10:00:00,2026-10-01 ' +
            '10:00:09,9,10.0.0.9,10.0.0.2,50001,102,TCP,......S.,0,0,3,180,0,0\nSummary\nflows,bytes,packets,avg_bps\n3,1180,13,1\n';
        assert.deepEqual(seen(nfdump), [
            '10.0.0.9 -> 10.0.0.1 : tcp 502 used on 1 days, 2026-10-01 to 2026-10-01',
            '10.0.0.9 -> 10.0.0.2 : tcp 102 tried on 1 days, 2026-10-01 to 2026-10-01',
        ]);
        // Argus and IPFIX write the words of a head as one.
        for (const heads of [
            'StartTime,LastTime,SrcAddr,Sport,DstAddr,Dport,Proto',
            'flowStartMilliseconds,flowEndMilliseconds,sourceIPv4Address,sourceTransportPort,' +
                'destinationIPv4Address,destinationTransportPort,protocolIdentifier',
        ])
            assert.deepEqual(
                seen(`${heads}\n2026-10-01 10:00:00,2026-10-01 10:00:09,10.0.0.9,50000,10.0.0.1,502,6\n`),
                ['10.0.0.9 -> 10.0.0.1 : tcp 502 used on 1 days, 2026-10-01 to 2026-10-01'],
                heads,
            );
        const nozomi =
            'from,to,protocol,transport_protocols,port,first_activity_time,last_activity_time,tcp_handshaked_connections,tcp_connection_attempts\n' +
            '10.0.0.9,10.0.0.1,modbus,tcp,502,1790000000000,1790400000000,12,14\n10.0.0.9,10.0.0.3,other,tcp,80,1790000000000,1790000000000,0,3\n';
        assert.deepEqual(seen(nozomi), [
            '10.0.0.9 -> 10.0.0.1 : tcp 502 "modbus" used on 2 days, 2026-09-21 to 2026-09-26',
            '10.0.0.9 -> 10.0.0.3 : tcp 80 "other" tried on 1 days, 2026-09-21 to 2026-09-21',
        ]);
        put('links.csv', nozomi);
        assert.match(run('links.csv').stderr, /^2 rows, 0 turned, 2 conversations\./m);
        // Without a column of ports, the usual one of the protocol that the sensor names; of an unknown one, none.
        const links =
            'from,to,protocol,transport_protocols,tcp_handshaked_connections\n' +
            '10.0.0.9,10.0.0.1,modbus,"[""tcp""]",12\n10.0.0.9,10.0.0.3,other,tcp,3\n10.0.0.9,10.0.0.2,s7comm,tcp,3\n';
        assert.deepEqual(seen(links), [
            '10.0.0.9 -> 10.0.0.1 : tcp 502 "modbus" used',
            '10.0.0.9 -> 10.0.0.2 : tcp 102 "s7comm" used',
        ]);
        assert.match(run('some.log').stderr, /^2 rows, 0 turned, 2 conversations[^]*does not say the port in 2 rows/m);
        assert.match(run('some.log').stderr, /1 left out: a row without the port that answers/);
        assert.deepEqual(
            seen(
                '"Start Time";"Src IP";"Src Port";"Dst IP";"Dst Port";"Protocol"\n"2026/10/01 ' +
                    '10:00:00";"10.0.0.9";"50000";"10.0.0.1";"502";"tcp"\n',
            ),
            ['10.0.0.9 -> 10.0.0.1 : tcp 502 used on 1 days, 2026-10-01 to 2026-10-01'],
        );
        assert.deepEqual(
            seen('A\tB\tP\n10.0.0.9\t10.0.0.1\t502\n', '--map', 'from=A', '--map', 'to=B', '--map', 'port=P'),
            ['10.0.0.9 -> 10.0.0.1 : tcp 502 used'],
        );
        assert.deepEqual(seen('src,dst,proto,dport,src mac\n,10.0.0.1,tcp,502,00:1b:1b:00:00:07\n'), [
            '"00:1b:1b:00:00:07" -> 10.0.0.1 : tcp 502 used',
        ]);
    });

    it('takes packets of tshark together to sessions: who opened, and whether both sides sent anything', () => {
        const heads =
            'frame.time_epoch\tip.src\tip.dst\ttcp.srcport\ttcp.dstport\ttcp.flags\ttcp.len\tudp.srcport\tudp.dstport\tudp.length\n';
        const tcp = (from: string, to: string, flags: string, length = 0): string =>
            `${day}.5\t${from.replace(/ .*/, '')}\t${to.replace(/ .*/, '')}\t${from.replace(/.* /, '')}\t${to.replace(/.* /, '')}\t${flags}\t${length}\t\t\t\n`;
        const [a, b, c] = ['10.0.0.9 50000', '10.0.0.1 502', '10.0.0.2 502'];
        const packets =
            tcp(a, b, '0x0002') +
            tcp(b, a, '0x0012') +
            tcp(a, b, '0x0018', 12) +
            tcp(b, a, '0x0018', 9) +
            // The first packet is missing, and the other host refuses.
            tcp('10.0.0.5 102', '10.0.0.9 50001', '0x0012') +
            tcp(a, c, '0x0002') +
            tcp(c, a, '0x0014') +
            `${day}\t10.0.0.9\t10.0.0.3\t\t\t\t\t40000\t161\t48\n` +
            `${day}\t10.0.0.3\t10.0.0.9\t\t\t\t\t161\t40000\t60\n`;
        const on = 'on 1 days, 2026-09-21 to 2026-09-21';
        const expected = [
            `10.0.0.9 -> 10.0.0.1 : tcp 502 used ${on}`,
            `10.0.0.9 -> 10.0.0.2 : tcp 502 tried ${on}`,
            `10.0.0.9 -> 10.0.0.3 : udp 161 used ${on}`,
            `10.0.0.9 -> 10.0.0.5 : tcp 102 answered ${on}`,
        ];
        assert.deepEqual(seen(heads + packets), expected);
        assert.deepEqual(seen((heads + packets).replaceAll('\t', ',')), expected);
    });

    it('says that the end of a log is missing', () => {
        const zeek =
            head.replace('#path', '#open\t2026-09-21-10-00-00\n#path') + row(day, '10.0.0.9 50000', '10.0.0.1 502');
        const nfdump =
            'ts,te,td,sa,da,sp,dp,pr,flg,ipkt,ibyt,opkt,obyt\n' +
            '2026-10-01 10:00:00,2026-10-01 10:00:09,9,10.0.0.9,10.0.0.1,50000,502,TCP,......S.,5,500,0,0\n';
        for (const [name, log, end, notice] of [
            ['conn.log', zeek, '#close\t2026-09-21-11-00-00\n', /conn\.log has no `#close`/],
            ['flows.csv', nfdump, 'Summary\nflows,bytes\n1,500\n', /flows\.csv has no summary at its end/],
        ] as const) {
            put(name, log);
            const cut = run(name);
            assert.match(cut.stderr, notice);
            assert.match(cut.stdout, notice, 'the part says it too');
            put(name, log + end);
            assert.doesNotMatch(run(name).stderr, /has no/);
        }
    });

    it('takes no part of a value for a value, wherever a log is cut', () => {
        const logs = {
            'conn.log': head + row(day, '10.0.0.9 50000', '10.0.0.1 4840') + row(day, '10.0.0.8 50000', '10.0.0.2 502'),
            'table.csv':
                'first,src,dst,proto,dport\n2026-10-01 10:00:00,10.0.0.9,10.0.0.1,tcp,4840\n' +
                '2026-10-01 10:00:00,10.0.0.8,10.0.0.12,tcp,50200\n',
        };
        for (const [name, log] of Object.entries(logs)) {
            const whole = seen(log);
            const start = log.trimEnd().lastIndexOf('\n') + 1;
            for (let end = start + 1; end < log.length; end += 3) {
                put(name, log.slice(0, end));
                const { stdout, stderr } = run(name);
                const lines = stdout.split('\n').filter(line => line.startsWith('  saw '));
                assert.deepEqual(lines.length, 1, `${name} at ${end}`);
                assert.ok(whole.includes(lines[0]!.slice(6)), `${name} at ${end}`);
                assert.match(stderr, /1 left out: the last line, which has no line end and may be cut/);
            }
        }
    });

    it('says what it leaves out: days in the future, cut lines, rotated heads, other days', () => {
        const log = `${head}${row(day, '10.0.0.9 50000', '10.0.0.1 502')}#close\t2026-09-21-12-00-00\n${head}${row(1_800_000_000, '10.0.0.9 50000', '10.0.0.2 502')}${row(day + 9 * 86400, '10.0.0.9 50000', '10.0.0.1 502')}17900\tCxyz`;
        assert.deepEqual(seen(log), [
            '10.0.0.9 -> 10.0.0.1 : tcp 502 used on 2 days, 2026-09-21 to 2026-09-30',
            '10.0.0.9 -> 10.0.0.2 : tcp 502 used',
        ]);
        const { stderr, stdout } = run('some.log', '--until', '2026-09-25');
        assert.match(stderr, /1 left out: the last line, which has no line end and may be cut .* \(first in line 17\)/);
        assert.match(stderr, /2 rows outside of the days that were asked for are left out/);
        assert.match(
            run('some.log').stderr,
            /1 row is dated after today: the clock of the source is wrong, and its day is/,
        );
        assert.match(stdout, /since 2026-09-21\n {2}until 2026-09-25\n/);
    });

    it('brings its file up to date, and says in one line why it cannot be done', () => {
        put('some.log', head + row(day, '10.0.0.9 50000', '10.0.0.1 502'));
        assert.match(
            run('some.log', '--sees', 'Control, Dmz', '-o', 'seen.iacs').stderr,
            /SeenControl in seen\.iacs is new/,
        );
        assert.match(readFileSync(path.join(folder, 'seen.iacs'), 'utf8'), /sees Control, Dmz\n/);
        assert.match(run('some.log', '--sees', 'Control, Dmz', '-o', 'seen.iacs').stderr, /is unchanged/);
        put('cut.log.gz', gzipSync(head.repeat(200)).subarray(0, 100));
        put('empty.log', head);
        put('table.csv', 'a,b\n'.repeat(50));
        for (const [args, message] of [
            [['none.log'], /There is no file none\.log/],
            [['empty.log'], /No traffic between hosts is left in empty\.log/],
            [['cut.log.gz'], /cannot be unpacked to its end/],
            [['table.csv'], /No head with a source/],
            [['some.log', '--sees', '9'], /--sees expects names of zones/],
            [['some.log', '--map', 'foo=A'], /There is no field "foo"/],
            [['.'], /is a folder/],
            [[], /expects one log or several/],
        ] as const) {
            const { code, stderr, stdout } = run(...args);
            assert.deepEqual([code, stdout, stderr.trim().split('\n').length], [2, '', 1], stderr);
            assert.match(stderr, message);
        }
    });
});
