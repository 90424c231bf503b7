import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { iacs } from '../support/iacs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'iacs-unreadable-'));

/** What is written of a log, and what is said of it. */
function read(log: string | Uint8Array, ...args: string[]): { seen: string[]; said: string; code: number | null } {
    writeFileSync(path.join(folder, 'a.log'), log);
    const { code, stdout, stderr } = iacs(['import', 'traffic', 'a.log', '--today', '2026-11-28', ...args], {
        cwd: folder,
    });
    for (const line of stderr.split('\n').filter(each => / left out|does not say|gives times/.test(each)))
        if (code === 0) assert.ok(stdout.includes(line), `the part says it too: ${line}`);
    const lines = stdout.split('\n').filter(line => line.startsWith('  saw '));
    return { code, seen: lines.map(line => line.slice(6)), said: stderr };
}

describe('What cannot be read in a log of traffic', () => {
    it('is left out of a table and reported: addresses, ports, transports, columns', () => {
        const row = (to: string, proto: string, port: string): string =>
            `2026-10-01T10:00:00Z,10.0.0.9,${to},${proto},${port}\n`;
        const { seen, said } = read(
            `first,src,dst,proto,dport\n${row('10.0.0.1', 'tcp', '4840')}${row('10.0.0.2', 'tcp', '48x0')}` +
                `${row('10.0.0.3', 'udp', '')}${row('10.0.0.4', 'tcp', '99999')}${row('10.0.0.999', 'tcp', '80')}` +
                `${row('10.0.0', 'tcp', '80')}${row('-', 'tcp', '80')}${row('10.0.0.5', 'foo', '80')}` +
                `${row('10.0.0.6', 'tcp', '80,more')}${row('10.0.0.7', 'tcp', '80,,')}${row('10.0.0.8', 'icmp', '')}`,
        );
        const on = 'on 1 days, 2026-10-01 to 2026-10-01';
        assert.deepEqual(seen, [
            `10.0.0.9 -> 10.0.0.1 : tcp 4840 used ${on}`,
            `10.0.0.9 -> 10.0.0.7 : tcp 80 used ${on}`,
            `10.0.0.9 -> 10.0.0.8 : icmp used ${on}`,
        ]);
        for (const reason of [
            /2 left out: a port that cannot be read \(first in line 3\)/,
            /1 left out: a row without the port that answers \(`--map port=COLUMN` names it\) \(first in line 4\)/,
            /2 left out: an address that cannot be read \(first in line 6\)/,
            /1 left out: a row without both ends \(first in line 8\)/,
            /1 left out: protocol foo \(first in line 9\)/,
            /1 left out: a row that is cut, or has more columns than the heads \(first in line 10\)/,
            /a\.log does not say whether sessions were answered: each one counts as used/,
        ])
            assert.match(said, reason);
        assert.doesNotMatch(said, /time/);
    });

    it('is left out of logs of Zeek and Suricata too, and is no name and no port of the part', () => {
        const ends: readonly (readonly [string, unknown])[] = [
            ['10.0.0.9', 502],
            ['10.0.0.999', 502],
            ['1.2', 502],
            ['::1::', 502],
            ['foo', 502],
            ['10.0.0.9', 70_000],
            ['10.0.0.9', -5],
            ['10.0.0.9', 5.5],
            ['10.0.0.9', '5x'],
            ['', 502],
        ];
        const zeek = ends.map(([from, port]) =>
            JSON.stringify({
                ts: 1_790_000_000,
                'id.orig_h': from,
                'id.orig_p': 50_000,
                'id.resp_h': '10.0.0.1',
                'id.resp_p': port,
                proto: 'tcp',
                conn_state: 'SF',
                orig_bytes: 1,
                resp_bytes: 1,
            }),
        );
        const fields = ['ts', 'id.orig_h', 'id.orig_p', 'id.resp_h', 'id.resp_p', 'proto', 'conn_state'];
        const tabs =
            `#separator \\x09\n#unset_field\t-\n#path\tconn\n#fields\t${fields.join('\t')}\torig_bytes\tresp_bytes\n` +
            ends
                .map(([from, port]) =>
                    [1_790_000_000, from === '' ? '-' : from, 50_000, '10.0.0.1', port, 'tcp', 'SF', 1, 1].join('\t'),
                )
                .join('\n');
        const eve = ends.map(([from, port]) =>
            JSON.stringify({
                event_type: 'flow',
                timestamp: '2026-09-21T14:00:00.000000+0000',
                src_ip: from,
                src_port: 50_000,
                dest_ip: '10.0.0.1',
                dest_port: port,
                proto: 'TCP',
                flow: {
                    pkts_toserver: 9,
                    pkts_toclient: 9,
                    bytes_toserver: 2000,
                    bytes_toclient: 2000,
                    state: 'closed',
                },
                tcp: { syn: true },
            }),
        );
        for (const log of [`${zeek.join('\n')}\n`, `${tabs}\n`, `${eve.join('\n')}\n`]) {
            const { seen, said } = read(log);
            assert.deepEqual(seen, ['10.0.0.9 -> 10.0.0.1 : tcp 502 used on 1 days, 2026-09-21 to 2026-09-21'], log);
            assert.match(said, /4 left out: an address that cannot be read/);
            assert.match(said, /4 left out: a port that cannot be read/);
            assert.match(said, /1 left out: a row without addresses/);
        }
        // Some write a port as a text.
        assert.match(read(`${eve[0]!.replace(':502,', ':"502",')}\n`).seen[0]!, /: tcp 502 used/);
    });

    it('is the history of a session, and then its state says who opened it', () => {
        const row = (state: string): string =>
            `${JSON.stringify({ ts: 1_790_000_000, 'id.orig_h': '10.0.0.9', 'id.orig_p': 1024, 'id.resp_h': '10.0.0.1', 'id.resp_p': 9999, proto: 'tcp', conn_state: state, orig_bytes: 1, resp_bytes: 1 })}\n`;
        for (const state of ['SF', 'S1', 'S2', 'S3', 'RSTO', 'RSTR'])
            assert.match(read(row(state)).seen[0]!, /^10\.0\.0\.9 -> 10\.0\.0\.1 : tcp 9999 used/, state);
        assert.match(read(row('OTH')).seen[0]!, / -- /);
    });

    it('is not a reason to guess: tcp or udp comes from a known port of one of them, and that is said', () => {
        const rows = ['502', '161', '53', '39999'].map(port => `10.0.0.9,10.0.0.1,${port}\n`).join('');
        const { seen, said } = read(`src,dst,dport\n${rows}`);
        assert.deepEqual(seen, ['10.0.0.9 -> 10.0.0.1 : tcp 502 used', '10.0.0.9 -> 10.0.0.1 : udp 161 used']);
        assert.match(said, /2 left out: a row that does not say tcp or udp \(first in line 4\)/);
        assert.match(
            said,
            /a\.log does not say tcp or udp in 2 rows: it is taken from the known protocol of their port/,
        );
        const named = read('src,dst,protocol,dport\n10.0.0.9,10.0.0.1,modbus,502\n10.0.0.9,10.0.0.1,own,39999\n');
        assert.deepEqual(named.seen, ['10.0.0.9 -> 10.0.0.1 : tcp 502 "modbus" used']);
        assert.match(named.said, /1 left out: a row that does not say tcp or udp \(first in line 3\)/);
    });

    it('is said under "protocol" where the protocol is under "service" beside it', () => {
        for (const heads of ['protocol,service', 'protocol,application']) {
            const both = read(
                `src,dst,dport,${heads}\n10.0.0.9,10.0.0.1,39999,tcp,own\n10.0.0.9,10.0.0.1,53,TCP,dns\n` +
                    '10.0.0.9,10.0.0.1,502,Modbus,\n',
            );
            assert.deepEqual(both.seen, [
                '10.0.0.9 -> 10.0.0.1 : tcp 53 "dns" used',
                '10.0.0.9 -> 10.0.0.1 : tcp 502 "modbus" used',
                '10.0.0.9 -> 10.0.0.1 : tcp 39999 "own" used',
            ]);
        }
    });

    it('is a time: its day is left out, and counted', () => {
        const row = (time: string): string => `${time},10.0.0.9,10.0.0.1,tcp,4840,10,10\n`;
        const table = (...times: string[]): ReturnType<typeof read> =>
            read(`time,src,dst,proto,dport,bytes sent,bytes received\n${times.map(row).join('')}`);
        const odd = table('10/01/2026 10:00', 'last week', '', '2026-10-01T10:00:00Z');
        assert.match(odd.said, /3 rows have no time, or one that cannot be read: their days are left out/);
        assert.deepEqual(odd.seen, ['10.0.0.9 -> 10.0.0.1 : tcp 4840 used on 1 days, 2026-10-01 to 2026-10-01']);
        const apart = read(
            'date,time,srcip,srcport,dstip,dstport,proto,service,sentbyte,rcvdbyte\n' +
                '2026-10-01,10:00:00,10.0.0.9,50000,10.0.0.1,4840,6,OPC,10,10\n',
        );
        assert.deepEqual(apart.seen, [
            '10.0.0.9 -> 10.0.0.1 : tcp 4840 "opc" used on 1 days, 2026-10-01 to 2026-10-01',
        ]);
        assert.match(
            table('2026-10-01 10:00:00').said,
            /a\.log gives times without a zone: they are read as UTC, so a day may be one too early or too late/,
        );
        assert.doesNotMatch(table('2026-10-01 10:00:00+02:00', '1790000000').said, /zone|cannot be read/);
        const unset = table('1970-01-02T00:00:00Z', '1980-01-06T00:00:00Z', '2026-10-01T10:00:00Z');
        assert.match(unset.said, /2 rows are dated before the year 2000: the clock of the source was not set/);
        assert.match(unset.said, /2 rows are dated before/);
        assert.deepEqual(unset.seen, odd.seen);
    });

    it('is not a reason to miss a scan: with a clock in the future it is one line without a day', () => {
        const rows = Array.from(
            { length: 3000 },
            (_, at) => `2031-01-01T10:00:00Z,10.0.0.99,10.0.${at % 9}.${at % 250},tcp,${1 + at},40,0\n`,
        );
        const { seen, said } = read(`time,src,dst,proto,dport,bytes sent,bytes received\n${rows.join('')}`);
        assert.deepEqual(seen, ['10.0.0.99 -> any : any scanned']);
        assert.match(said, /3,000 rows are dated after today/);
    });

    it('is said by what it is: captures, arrays, files of other programs; texts in UTF-16 are read', () => {
        const packets = Buffer.from('d4c3b2a1020004000000000000000000', 'hex');
        assert.match(read(packets).said, /a\.log is a packet capture: make a log of it first, with `zeek -r a\.log`/);
        assert.match(read(Buffer.from('0ca501000000', 'hex')).said, /make a table of it .* `nfdump -r a\.log -o csv`/);
        assert.match(read('[{"id.orig_h":"10.0.0.9"}]\n').said, /is one JSON array: write one object a line/);
        const table = 'first,src,dst,proto,dport\n2026-10-01T10:00:00Z,10.0.0.9,10.0.0.1,tcp,4840\n';
        const { seen } = read(table);
        assert.deepEqual(read(Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(table, 'utf16le')])).seen, seen);
        assert.equal(seen.length, 1);
    });

    it('is the first line of a log that was cut there, and not the others', () => {
        const line = (port: number): string =>
            `{"ts":1790000000,"id.orig_h":"10.0.0.9","id.orig_p":50000,"id.resp_h":"10.0.0.1","id.resp_p":${port},"proto":"tcp","conn_state":"SF","orig_bytes":1,"resp_bytes":1}\n`;
        const { seen, said } = read((line(502) + line(102)).slice(20));
        assert.deepEqual(seen, ['10.0.0.9 -> 10.0.0.1 : tcp 102 used on 1 days, 2026-09-21 to 2026-09-21']);
        assert.match(said, /1 left out: a line that is not valid JSON, or is cut \(first in line 1\)/);
        const cut = read(
            '00\tCabcdefghijk\t10.0.0.9\t5\t10.0.0.1\t502\n1790000000.1\tCabcdefghijk\t10.0.0.9\t5\t10.0.0.1\t502\n',
        );
        assert.match(cut.said, /2 left out: a row before any head \(#fields\) \(first in line 1\)/);
    });
});
