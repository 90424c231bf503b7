import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { iacs } from '../support/iacs.ts';

/** The lines of an observation that say days, of one log. */
function daysOf(name: string, content: string, ...args: string[]): string[] {
    const folder = mkdtempSync(path.join(tmpdir(), 'iacs-long-'));
    try {
        writeFileSync(path.join(folder, name), content);
        const { code, stdout, stderr } = iacs(['import', 'traffic', name, '--today', '2026-11-28', ...args], {
            cwd: folder,
        });
        assert.equal(code, 0, stderr);
        return stdout.split('\n').flatMap(line => (/^ {2}(?:saw|since|until) /.test(line) ? [line.trim()] : []));
    } finally {
        rmSync(folder, { recursive: true });
    }
}

const began = Date.UTC(2026, 9, 20, 23, 0) / 1000;
const hours = 3600;
const zeek = (duration: string): string =>
    '#separator \\x09\n#path\tconn\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\thistory\n' +
    `${[began, 'C1', '10.20.5.10', 40000, '10.10.2.11', 102, 'tcp', 's7comm', duration, 10, 20, 'SF', 'ShADadFf'].join('\t')}\n#close\t2026-10-30\n`;

describe('A session that is open for days', () => {
    const three = [
        'since 2026-10-20',
        'until 2026-10-22',
        'saw 10.20.5.10 -> 10.10.2.11 : tcp 102 "s7comm" used on 3 days, 2026-10-20 to 2026-10-22',
    ];

    it('was seen on each of them: Zeek, as text and as JSON, and Suricata', () => {
        assert.deepEqual(daysOf('conn.log', zeek(`${40 * hours}`)), three);
        const json = {
            _path: 'conn',
            ts: began,
            'id.orig_h': '10.20.5.10',
            'id.orig_p': 40_000,
            'id.resp_h': '10.10.2.11',
            'id.resp_p': 102,
            proto: 'tcp',
            service: 's7comm',
            duration: 40 * hours,
            conn_state: 'SF',
            history: 'ShADadFf',
            orig_bytes: 10,
            resp_bytes: 20,
        };
        assert.deepEqual(daysOf('conn.log', `${JSON.stringify(json)}\n`), three);
        const event = {
            event_type: 'flow',
            src_ip: '10.20.5.10',
            src_port: 40_000,
            dest_ip: '10.10.2.11',
            dest_port: 102,
            proto: 'TCP',
            app_proto: 's7comm',
            flow: {
                pkts_toserver: 9,
                pkts_toclient: 9,
                bytes_toserver: 900,
                bytes_toclient: 900,
                state: 'closed',
                start: '2026-10-20T23:00:00.000000+0000',
                end: '2026-10-22T15:00:00.000000+0000',
            },
            tcp: { syn: true },
        };
        assert.deepEqual(daysOf('eve.json', `${JSON.stringify(event)}\n`), three);
    });

    it('keeps to the days that are asked for, to today, and to its first day where it says no end', () => {
        assert.deepEqual(daysOf('conn.log', zeek(`${40 * hours}`), '--since', '2026-10-21', '--until', '2026-10-21'), [
            'since 2026-10-21',
            'until 2026-10-21',
            'saw 10.20.5.10 -> 10.10.2.11 : tcp 102 "s7comm" used on 1 days, 2026-10-21 to 2026-10-21',
        ]);
        assert.equal(daysOf('conn.log', zeek(`${4000 * hours}`))[1], 'until 2026-11-28');
        assert.equal(daysOf('conn.log', zeek('-'))[1], 'until 2026-10-20');
    });
});
