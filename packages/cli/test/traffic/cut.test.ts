import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Conversations } from '../../src/import/traffic/conversations.ts';
import { knownPorts } from '../../src/import/traffic/known-ports.ts';
import { readLog } from '../../src/import/traffic/read-logs.ts';
import { TrafficError } from '../../src/import/traffic/session.ts';
import { countsOf } from '../../src/import/traffic/write-observation.ts';

const file = path.join(mkdtempSync(path.join(tmpdir(), 'iacs-cut-')), 'a.log');
const ports = knownPorts();
const columns = new Map<string, string>();
const outcomes = ['tried', 'answered', 'used'];

interface Read {
    /** What was seen between two ends, and how far it came. */
    readonly seen: ReadonlyMap<string, number>;
    readonly told: string;
}

/** What is read of a log; `null` where it is refused, in one line. */
async function read(log: string | Uint8Array): Promise<Read | null> {
    writeFileSync(file, log);
    const sink = new Conversations({ since: null, until: null, today: 20_785, ports });
    try {
        const { notices } = await readLog(file, 'a.log', null, sink, columns, ports, () => {});
        const gathered = sink.result();
        return {
            seen: new Map(
                gathered.seen.map(({ from, to, service, access, outcome }) => [
                    `${[from, to].sort().join(' ')} ${service} ${access ?? ''}`,
                    outcomes.indexOf(outcome),
                ]),
            ),
            told: [...countsOf(gathered).slice(1), ...notices].join(' '),
        };
    } catch (error) {
        if (!(error instanceof TrafficError)) throw error;
        assert.doesNotMatch(error.message, /\n/);
        return null;
    }
}

const day = 1_790_000_000;
const zeekHead =
    '#separator \\x09\n#unset_field\t-\n#path\tconn\n#open\t2026-09-21-10-00-00\n' +
    '#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\torig_bytes\tresp_bytes\tconn_state\thistory\n';
const zeekRow = (at: number, from: string, to: string, proto: string, state: string, history: string): string =>
    `${[day + at, `CaBcDeFgHij${at}`, ...`${from} ${to}`.split(' '), proto, '-', 120, 340, state, history].join('\t')}\n`;
const zeek =
    zeekHead +
    zeekRow(10, '10.0.0.9 50000', '10.0.0.1 4840', 'tcp', 'SF', 'ShADadFf') +
    zeekRow(20, '10.0.0.9 50001', '10.0.0.12 50200', 'tcp', 'SF', 'ShADadFf') +
    zeekRow(30, 'fd00::9 50001', 'fd00::12 161', 'udp', 'SF', 'Dd');
const zeekJson = [
    ['10.0.0.9', 50_000, '10.0.0.1', 4840],
    ['10.0.0.9', 50_001, '10.0.0.12', 502],
]
    .map(([from, fromPort, to, port]) =>
        JSON.stringify({
            ts: day,
            uid: 'CaBcDeFgHij1',
            'id.orig_h': from,
            'id.orig_p': fromPort,
            'id.resp_h': to,
            'id.resp_p': port,
            proto: 'tcp',
            orig_bytes: 12,
            resp_bytes: 34,
            conn_state: 'SF',
            history: 'ShADadFf',
        }),
    )
    .join('\n');
const functions =
    '#separator \\x09\n#path\tmodbus\n#open\t2026-09-21-10-00-00\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tfunc\n' +
    ['READ_COILS', 'WRITE_SINGLE_COIL']
        .map(func => `${day}\tCaBcDeFgHij1\t10.0.0.9\t50000\t10.0.0.1\t4840\t${func}\n`)
        .join('');
const eve = [4840, 502]
    .map(port =>
        JSON.stringify({
            timestamp: '2026-10-01T12:00:00.000000+0000',
            event_type: 'flow',
            src_ip: '10.0.0.9',
            src_port: 50_000,
            dest_ip: '10.0.0.1',
            dest_port: port,
            proto: 'TCP',
            flow: {
                pkts_toserver: 9,
                pkts_toclient: 9,
                bytes_toserver: 2000,
                bytes_toclient: 3000,
                start: '2026-10-01T11:00:00.000000+0000',
                state: 'closed',
            },
        }),
    )
    .join('\n');
const nfdump =
    'ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt,opkt,obyt\n' +
    [
        '10.0.0.1,10.0.0.9,4840,50000,TCP,...AP.SF,0,0,5,500,0,0',
        '10.0.0.9,10.0.0.1,50000,4840,TCP,...AP.SF,0,0,5,500,0,0',
        '10.0.0.9,10.0.0.12,50001,10200,TCP,......S.,0,0,3,180,0,0',
    ]
        .map(row => `2026-10-01 10:00:00,2026-10-01 10:00:09,9,${row}\n`)
        .join('');
const nozomi =
    'from,to,protocol,transport_protocols,port,first_activity_time,last_activity_time,tcp_handshaked_connections,tcp_connection_attempts\n' +
    '10.0.0.9,10.0.0.1,modbus,tcp,502,1790000000000,1790400000000,12,14\n' +
    '10.0.0.9,10.0.0.31,opc,tcp,48400,1790000000000,1790000000000,3,3\n';
const arkime =
    '"Start Time";"Src IP";"Src Port";"Dst IP";"Dst Port";"Protocol"\n' +
    '"2026/10/01 10:00:00";"10.0.0.9";"50000";"10.0.0.1";"502";"tcp"\n' +
    '"2026/10/01 10:00:00";"10.0.0.9";"50000";"10.0.0.12";"4840";"tcp"\n';
const malcolm =
    'firstPacket,lastPacket,source.ip,source.port,destination.ip,destination.port,network.transport,network.protocol,source.bytes,destination.bytes\n' +
    '2026-10-01T10:00:00Z,2026-10-01T10:00:09Z,10.0.0.9,50000,10.0.0.12,4840,tcp,opcua,120,3400\n' +
    '2026-10-01T10:00:00Z,2026-10-01T10:00:09Z,10.0.0.9,50000,fd00::12,102,tcp,s7comm,120,3400\n';
const tshark =
    'frame.time_epoch\tip.src\tip.dst\ttcp.srcport\ttcp.dstport\ttcp.flags\ttcp.len\tudp.srcport\tudp.dstport\tudp.length\n' +
    [
        '10.0.0.9\t10.0.0.1\t50000\t4840\t0x0002\t0\t\t\t',
        '10.0.0.1\t10.0.0.9\t4840\t50000\t0x0012\t0\t\t\t',
        '10.0.0.9\t10.0.0.1\t50000\t4840\t0x0018\t12\t\t\t',
        '10.0.0.1\t10.0.0.9\t4840\t50000\t0x0018\t130\t\t\t',
        '10.0.0.9\t10.0.0.31\t\t\t\t\t40000\t16100\t480',
        '10.0.0.31\t10.0.0.9\t\t\t\t\t16100\t40000\t600',
    ]
        .map(row => `${day}.5\t${row}\n`)
        .join('');

/** Each with its end, where the program that writes it marks one. */
const logs = {
    'conn.log of Zeek': `${zeek}#close\t2026-09-21-11-00-00\n`,
    'modbus.log of Zeek': `${functions}#close\t2026-09-21-11-00-00\n${zeek}#close\t2026-09-21-11-00-00\n`,
    'conn.log of Zeek as JSON': `${zeekJson}\n`,
    'eve.json of Suricata': `${eve}\n`,
    'a table of nfdump': `${nfdump}Summary\nflows,bytes,packets\n3,1180,13\n`,
    'links of a console': nozomi,
    'sessions of Arkime': arkime,
    'sessions of Malcolm': malcolm,
    'packets of tshark': tshark,
};

/** A part of a log says no more than the whole, and what it does not say is reported. */
function compare(part: Read | null, whole: Read, at: string, shows: boolean): void {
    // A log without a session is refused by the command.
    if (part === null || part.seen.size === 0) return;
    for (const [what, outcome] of part.seen) {
        const [ends] = [what.replace(/(read|write|program)$/, '')];
        const known = [...whole.seen].filter(([other]) => other.startsWith(ends));
        assert.ok(known.length > 0, `${at}: ${what}`);
        assert.ok(outcome <= Math.max(...known.map(([, most]) => most)), `${at}: ${what}`);
    }
    const same = [...whole.seen].every(([what, outcome]) => part.seen.get(what) === outcome);
    assert.ok(same || part.told !== whole.told || !shows, `not said, ${at}`);
}

describe('A log of traffic that is cut', () => {
    for (const [kind, log] of Object.entries(logs)) {
        const marked = log.includes('#close') || log.includes('Summary');
        /** Whether it shows that something is missing: one without an end mark, of whole lines, is a shorter log. */
        const shows = (before: string | undefined, after: string | undefined): boolean =>
            before !== '\n' && (after !== '\n' || !log.startsWith('{'));
        it(`at any place, says no other sessions than the whole, and that it is cut: ${kind}`, async () => {
            const whole = await read(log);
            assert.ok(whole && whole.seen.size >= 2, kind);
            assert.doesNotMatch(whole.told, /left out|end is missing/);
            for (let end = 0; end < log.length - 1; end++) {
                const isShown = (marked || shows(log[end - 1], log[end])) && end < log.trimEnd().length;
                compare(await read(log.slice(0, end)), whole, `cut at ${end}`, isShown);
            }
        });

        it(`at its beginning, likewise: ${kind}`, async () => {
            const whole = await read(log);
            for (let start = 1; start < log.length; start += 5) {
                // An empty line before a whole log is nothing that was cut.
                const isShown = shows(log[start - 1], log[start]) && !log.startsWith('\n#separator', start);
                compare(await read(log.slice(start)), whole!, `from ${start}`, isShown);
            }
        });

        it(`in the middle, where another part follows: ${kind}`, async () => {
            const whole = await read(log);
            const second = log.indexOf('\n', log.indexOf('10.0.0.9')) + 1;
            for (let end = log.indexOf('10.0.0.9') + 1; end < second - 1; end += 3)
                compare(await read(`${log.slice(0, end)}\n${log.slice(second)}`), whole!, `without ${end}`, true);
        });
    }

    it('and packed with gzip is refused, wherever it is cut', async () => {
        const packed = gzipSync(zeek);
        assert.ok(await read(packed));
        for (let end = 2; end < packed.length; end++)
            assert.equal(await read(packed.subarray(0, end)), null, `cut at ${end}`);
    });
});
