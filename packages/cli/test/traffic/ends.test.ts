import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { iacs } from '../support/iacs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'iacs-ends-'));

/** The conversations of a log, and what is said of it. */
function seen(content: string): { readonly lines: readonly string[]; readonly said: string } {
    writeFileSync(path.join(folder, 'some.log'), content);
    const { code, stdout, stderr } = iacs(['import', 'traffic', '--today', '2026-11-28', 'some.log'], { cwd: folder });
    assert.equal(code, 0, stderr);
    const lines = stdout.split('\n').filter(line => line.startsWith('  saw '));
    return { lines: lines.map(line => line.slice(6)), said: stderr };
}

const csv = (head: string, ...rows: readonly string[]): ReturnType<typeof seen> =>
    seen(`${head}\n${rows.join('\n')}\n`);

describe('The ends of traffic', () => {
    it('are one host in every form of an address', () => {
        const head = 'start time;source;destination;destination port;proto;bytes sent;bytes received';
        const row = (from: string, to: string): string => `2026-10-01T10:00:00Z;${from};${to};502;tcp;10;20`;
        const one = ['10.10.2.20 -> 10.10.2.11 : tcp 502 used on 1 days, 2026-10-01 to 2026-10-01'];
        const rows = [
            row('10.10.2.20', '10.10.2.11'),
            row('::ffff:10.10.2.20', '::FFFF:10.10.2.11'),
            row('10.10.2.20/32', 'PLC 1 (10.10.2.11)'),
        ];
        assert.deepEqual(csv(head, ...rows).lines, one);
        assert.deepEqual(
            csv(head, row('fe80::1%eth0', '2001:db8:0::11/128'), row('FE80:0:0::1', '2001:db8::11')).lines,
            ['fe80::1 -> 2001:db8::11 : tcp 502 used on 1 days, 2026-10-01 to 2026-10-01'],
        );
        const { lines, said } = csv(head, row('10.10.2.0/24', '10.10.2.11'), ...rows);
        assert.deepEqual(lines, one);
        assert.match(said, /1 left out: an address that cannot be read/);
        const eve = (from: string): string =>
            `${JSON.stringify({ event_type: 'flow', timestamp: '2026-10-01T23:59:00.000000-0500', src_ip: from, src_port: 40000, dest_ip: '10.10.2.11', dest_port: 502, proto: 'TCP', flow: { pkts_toserver: 9, pkts_toclient: 9, bytes_toserver: 2000, bytes_toclient: 2000, state: 'closed' }, tcp: { syn: true } })}\n`;
        assert.deepEqual(seen(eve('10.10.2.20') + eve('::ffff:10.10.2.20')).lines, [
            '10.10.2.20 -> 10.10.2.11 : tcp 502 used on 1 days, 2026-10-02 to 2026-10-02',
        ]);
    });
});

describe('What a firewall logs', () => {
    it('was tried and not used where it blocked it, or where nothing came back', () => {
        const outcome = (head: string, cells: string): string =>
            csv(
                `time,srcip,dstip,dstport,proto${head}`,
                `2026-10-01 10:00:00Z,10.10.2.20,10.10.2.11,502,6${cells}`,
            ).lines[0]!.split(' ')[6]!;
        for (const word of ['deny', 'Drop', 'blocked', 'REJECT', 'Denied by policy'])
            assert.equal(outcome(',action', `,${word}`), 'tried', word);
        for (const word of ['accept', 'close', 'server-rst', 'allow', ''])
            assert.equal(outcome(',action', `,${word}`), 'used', word);
        for (const zero of ['0', '0 B', '0.0 kB', '0 bytes'])
            assert.equal(outcome(',sentbyte,rcvdbyte', `,120 B,${zero}`), 'tried', zero);
        assert.equal(outcome(',sentbyte,rcvdbyte', ',0 B,1.2 kB'), 'answered');
        assert.equal(outcome(',sentbyte,rcvdbyte', ',3 B,1.2 kB'), 'used');
    });
});

describe('A table of a console', () => {
    const head = 'time,source,destination,port,proto';
    const row = (from: string, to: string, more: string): string =>
        `2026-10-01T10:00:00Z,${from},${to},502,tcp,${more}`;
    const outcomes = (lines: readonly string[]): readonly string[] => lines.map(line => line.split(' on ')[0]!);

    it('may say in a column of another name that nothing was let through', () => {
        const { lines, said } = csv(
            `${head},Device Verdict,Rule`,
            row('10.0.0.1', '10.0.0.9', 'Deny,7'),
            row('10.0.0.2', '10.0.0.9', 'Allow,7'),
            row('10.0.0.3', '10.0.0.9', ',Deny all others'),
            row('10.0.0.4', '10.0.0.9', 'bloqueado,7'),
        );
        assert.deepEqual(outcomes(lines), [
            '10.0.0.1 -> 10.0.0.9 : tcp 502 tried',
            '10.0.0.2 -> 10.0.0.9 : tcp 502 used',
            '10.0.0.3 -> 10.0.0.9 : tcp 502 used',
            '10.0.0.4 -> 10.0.0.9 : tcp 502 tried',
        ]);
        assert.match(said, /says under "Device Verdict" that nothing was let through, in 2 rows: these count as tried/);
        // A column that is known to say it decides alone.
        const known = csv(`${head},Action,Remark`, row('10.0.0.1', '10.0.0.9', 'accept,Drop'));
        assert.deepEqual(outcomes(known.lines), ['10.0.0.1 -> 10.0.0.9 : tcp 502 used']);
        assert.doesNotMatch(known.said, /let through/);
        const device = csv(`${head},Device Action`, row('10.0.0.1', '10.0.0.9', 'Deny'));
        assert.deepEqual(outcomes(device.lines), ['10.0.0.1 -> 10.0.0.9 : tcp 502 tried']);
    });

    it('may say that the end which it names second opened a session', () => {
        assert.deepEqual(outcomes(csv(`${head},Dir`, row('10.0.0.9', '10.0.0.1', '<-')).lines), [
            '10.0.0.1 -> 10.0.0.9 : tcp 502 used',
        ]);
        assert.deepEqual(outcomes(csv(`${head},Direction`, row('10.0.0.1', '10.0.0.9', 'outbound')).lines), [
            '10.0.0.1 -> 10.0.0.9 : tcp 502 used',
        ]);
        // Argus, with both ports.
        const argus = 'StartTime,Proto,SrcAddr,Sport,Dir,DstAddr,Dport';
        const flow = (dir: string): string => `2026-10-01T10:00:00Z,tcp,10.0.0.9,8000,${dir},10.0.0.1,9000`;
        assert.deepEqual(outcomes(csv(argus, flow('<-')).lines), ['10.0.0.1 -- 10.0.0.9 : tcp 8000 used']);
    });

    it('that does not say the port of the source cannot tell an answer from a session, and says so', () => {
        const { lines, said } = csv(
            head,
            '2026-10-01T10:00:00Z,10.0.0.1,10.0.0.9,502,tcp',
            '2026-10-01T10:00:00Z,10.0.0.9,10.0.0.1,51000,tcp',
        );
        assert.equal(lines.length, 2);
        assert.match(said, /1 row of it goes to a port that clients take: whether that is a session or an answer/);
        const both = csv(`${head},source port`, '2026-10-01T10:00:00Z,10.0.0.9,10.0.0.1,51000,tcp,502');
        assert.deepEqual(outcomes(both.lines), ['10.0.0.1 -> 10.0.0.9 : tcp 502 used']);
        assert.doesNotMatch(both.said, /clients take/);
    });
});

describe('Days of which a log has no row', () => {
    const days = (...some: readonly string[]): string =>
        csv(
            'start time;end time;source;destination;destination port;proto;bytes received',
            ...some.map(day => `${day}T10:00:00Z;;10.10.2.20;10.10.2.11;502;tcp;9`),
        ).said;

    it('are named, where the sensor may not have looked', () => {
        assert.match(
            days('2026-01-05', '2026-06-30', '2026-07-02', '2026-07-05', '2026-07-09'),
            /No row is of 2026-01-06 to 2026-06-29, 2026-07-06 to 2026-07-08: if the sensor did not look then, import/,
        );
        assert.doesNotMatch(days('2026-07-09', '2026-07-02', '2026-07-05', '2026-07-06'), /No row is of/);
    });
});

describe('A session that is refused', () => {
    it('was tried, however often, in the two directions of nfdump and in the flags of Suricata', () => {
        const flow = (from: string, to: string, flags: string): string =>
            `2026-10-01 10:00:00,2026-10-01 10:00:09,9,${from},${to},TCP,${flags},0,0,3,180,0,0`;
        const outcome = (there: string, back: string): readonly string[] =>
            csv(
                'ts,te,td,sa,sp,da,dp,pr,flg,fwd,stos,ipkt,ibyt,opkt,obyt',
                flow('10.0.0.9,50001', '10.0.0.2,102', there),
                flow('10.0.0.2,102', '10.0.0.9,50001', back),
                'Summary',
            ).lines.map(line => line.split(' on ')[0]!);
        const ends = '10.0.0.9 -> 10.0.0.2 : tcp 102';
        assert.deepEqual(outcome('......S.', '...A.R..'), [`${ends} tried`]);
        assert.deepEqual(outcome('...AP.SF', '...AP.SF'), [`${ends} used`]);
        assert.deepEqual(outcome('...AP.S.', '...AP.S.'), [`${ends} used`]);
        assert.deepEqual(outcome('...AP...', '...AP.R.'.replace('R.', 'R')), [`${ends} used`], 'a session under way');
        const eve = (flags: object): readonly string[] =>
            seen(
                `${JSON.stringify({ event_type: 'flow', timestamp: '2026-10-01T10:00:00.000000+0000', src_ip: '10.0.0.9', src_port: 50001, dest_ip: '10.0.0.2', dest_port: 102, proto: 'TCP', flow: { pkts_toserver: 3, pkts_toclient: 3, bytes_toserver: 180, bytes_toclient: 162, state: 'closed' }, tcp: { syn: true, ...flags } })}\n`,
            ).lines.map(line => line.split(' on ')[0]!);
        assert.deepEqual(eve({ rst: true, tcp_flags_ts: '02', tcp_flags_tc: '14' }), [`${ends} tried`]);
        assert.deepEqual(eve({ rst: true, tcp_flags_ts: '16', tcp_flags_tc: '12' }), [`${ends} answered`]);
    });
});
