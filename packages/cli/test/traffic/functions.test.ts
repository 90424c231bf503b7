import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { iacs } from '../support/iacs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'iacs-functions-'));

/** What an import of logs writes of its conversations, and what it says. */
function seen(
    logs: Readonly<Record<string, string>>,
    ...args: string[]
): { lines: string[]; said: string; code: number | null } {
    for (const [name, content] of Object.entries(logs)) writeFileSync(path.join(folder, name), content);
    const given = ['import', 'traffic', '--today', '2026-11-28', ...Object.keys(logs), ...args];
    const { code, stdout, stderr } = iacs(given, { cwd: folder });
    const lines = stdout.split('\n').filter(line => line.startsWith('  saw '));
    return { lines: lines.map(line => line.slice(6)), said: stderr, code };
}

const day = 1_790_000_000;
const head = (log: string, fields: readonly string[]): string =>
    `#separator \\x09\n#unset_field\t-\n#path\t${log}\n#fields\t${fields.join('\t')}\n`;
const ends = ['ts', 'uid', 'id.orig_h', 'id.orig_p', 'id.resp_h', 'id.resp_p'];
const conn =
    head('conn', [...ends, 'proto', 'service', 'orig_bytes', 'resp_bytes', 'conn_state', 'history']) +
    [
        [day, 'CaBcDeFgHij1', '10.0.0.9', 50_000, '10.0.0.1', 502],
        [day + 86_400, 'CaBcDeFgHij2', '10.0.0.9', 50_001, '10.0.0.1', 502],
    ]
        .map(row => `${[...row, 'tcp', 'modbus', 120, 340, 'SF', 'ShADadFf'].join('\t')}\n`)
        .join('');
const modbus = (...rows: readonly (readonly [number, string, number, string])[]): string =>
    head('modbus', [...ends, 'func']) +
    rows
        .map(([time, from, port, func]) => `${[time, 'CaBcDeFgHij1', from, port, '10.0.0.1', 502, func].join('\t')}\n`)
        .join('');
const days = '10.0.0.9 -> 10.0.0.1 : tcp 502 "modbus" used on 2 days, 2026-09-21 to 2026-09-22';

describe('A function of a protocol of automation', () => {
    it('is reported where no session of the logs has it: one that is still open is in no log of sessions', () => {
        const { lines, said } = seen({
            'conn.log': conn,
            'modbus.log': modbus(
                [day, '10.0.0.7', 50_000, 'WRITE_SINGLE_COIL'],
                [day, '10.0.0.9', 50_000, 'READ_COILS'],
            ),
        });
        assert.deepEqual(lines, [`${days} { access read }`]);
        assert.match(
            said,
            /^Functions between 1 pair of ends belong to no session of these logs and are left out \(first: 10\.0\.0\.7 to 10\.0\.0\.1, port 502, write\): a sensor writes a session when it ends\.$/m,
        );
        const alone = seen({ 'modbus.log': modbus([day, '10.0.0.7', 50_000, 'WRITE_SINGLE_COIL']) });
        assert.equal(alone.code, 2);
        assert.match(alone.said, /No traffic between hosts is left in modbus\.log: .* belong to no session/);
        const broadcast = modbus([day, '224.0.0.1', 50_000, 'READ_COILS']);
        assert.doesNotMatch(seen({ 'conn.log': conn, 'modbus.log': broadcast }).said, /belong to no session/);
    });

    it('counts on the days that are asked for', () => {
        const logs = {
            'conn.log': conn,
            'modbus.log': modbus(
                [day, '10.0.0.9', 50_000, 'WRITE_SINGLE_COIL'],
                [day + 86_400, '10.0.0.9', 50_001, 'READ_COILS'],
            ),
        };
        assert.deepEqual(seen(logs).lines, [`${days} { access write }`]);
        const { lines, said } = seen(logs, '--since', '2026-09-22');
        assert.deepEqual(lines, [
            '10.0.0.9 -> 10.0.0.1 : tcp 502 "modbus" used on 1 days, 2026-09-22 to 2026-09-22 { access read }',
        ]);
        assert.match(said, /2 rows outside of the days that were asked for are left out/);
    });

    it('that has no name may do more than read, and is less than one that is known to write', () => {
        const access = (...funcs: readonly string[]): string =>
            seen({
                'conn.log': conn,
                'modbus.log': modbus(...funcs.map(func => [day, '10.0.0.9', 50_000, func] as const)),
            }).lines.join();
        assert.equal(access('READ_COILS', 'unknown-90'), days);
        assert.equal(access('unknown-90', 'WRITE_SINGLE_COIL'), `${days} { access write }`);
    });

    it('is read of events of Suricata: Modbus and DNP3 by code, EtherNet/IP by name', () => {
        const event = (kind: string, port: number, rest: object): string =>
            `${JSON.stringify({
                timestamp: '2026-10-01T12:00:00.000000+0000',
                event_type: kind,
                src_ip: '10.0.0.9',
                src_port: 50_000,
                dest_ip: '10.0.0.1',
                dest_port: port,
                proto: 'TCP',
                ...rest,
            })}\n`;
        const flow = (port: number): string =>
            event('flow', port, {
                flow: {
                    pkts_toserver: 9,
                    pkts_toclient: 9,
                    bytes_toserver: 2000,
                    bytes_toclient: 3000,
                    start: '2026-10-01T11:00:00.000000+0000',
                    state: 'closed',
                },
            });
        const coil = (code: number): string =>
            event('modbus', 502, { modbus: { id: 1, request: { function_raw: code, access_type: 'READ | COILS' } } });
        const dnp3 = (code: number): string =>
            event('dnp3', 20_000, { dnp3: { type: 'request', application: { function_code: code } } });
        const cip = (request: object): string => event('enip', 44_818, { enip: { request: { cip: request } } });
        const read = (...events: readonly string[]): string[] =>
            seen({ 'eve.json': [flow(502), flow(20_000), flow(44_818), ...events].join('') }).lines.map(
                line => `${/tcp (\d+)/.exec(line)![1]} ${/access (\w+)/.exec(line)?.[1]}`,
            );
        assert.deepEqual(read(coil(1), dnp3(1), cip({ service: 'Get Attribute Single' })), [
            '502 read',
            '20000 read',
            '44818 read',
        ]);
        const several = { service: 'Multiple Service Packet', multiple: [{ service: 'Set Attribute List' }] };
        assert.deepEqual(read(coil(1), coil(16), dnp3(13), dnp3(5), cip(several)), [
            '502 write',
            '20000 program',
            '44818 write',
        ]);
        assert.deepEqual(read(coil(1), coil(90), dnp3(25), event('modbus', 502, { modbus: null })), [
            '502 undefined',
            '20000 undefined',
            '44818 undefined',
        ]);
    });
});
