import { functionEvents, functionOf } from './eve-functions.ts';
import { portIn, unreadable } from './readable.ts';
import type { Sink } from './session.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** A packet of TCP without a payload has at most so many bytes, Ethernet and options included. */
const emptyPacket = 80;

/** A time as Suricata writes it, in seconds since 1970; `NaN` for none. */
function secondsOf(value: unknown): number {
    return Date.parse(String(value ?? '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) / 1000;
}

/** True where one side asks for a session (SYN) and the other one answers with a reset alone, however often. */
function isRefused(tcp: Json): boolean {
    const [there, back] = ['tcp_flags_ts', 'tcp_flags_tc'].map(key => Number.parseInt(String(tcp[key]), 16));
    return (there! & 2) !== 0 && (back! & 6) === 4;
}

/** An event of a protocol of automation: what was asked, of a session that another event is about. */
function askedRow(row: Json, sink: Sink, line: number): void {
    const { src_ip: from, dest_ip: to } = row;
    const access = functionOf(row);
    if (typeof from !== 'string' || typeof to !== 'string' || access === null) {
        sink.leftOut(`an event of ${String(row['event_type'])} without a function`, line);
        return;
    }
    const [fromPort, toPort] = [portIn(row['src_port']), portIn(row['dest_port'])];
    const fault = unreadable(from, to, fromPort, toPort);
    if (fault !== null) sink.leftOut(fault, line);
    else sink.function({ time: secondsOf(row['timestamp']), from, to, fromPort, toPort, access });
}

/**
 * Reads one event of `eve.json`: those of the kind `flow` say who came first, and how far the session came; those of
 * protocols of automation say what was asked.
 */
export function eveRow(row: Json, sink: Sink, line: number): void {
    const { event_type: kind, flow, tcp } = row;
    if (functionEvents.has(kind)) {
        askedRow(row, sink, line);
        return;
    }
    if (kind !== 'flow' || !isObject(flow)) {
        sink.leftOut(kind === 'flow' ? 'an event without its flow' : 'an event of another kind than flow', line);
        return;
    }
    const { src_ip: from, dest_ip: to, proto, app_proto: protocol } = row;
    const transport = { TCP: 'tcp', UDP: 'udp', SCTP: 'sctp', ICMP: 'icmp', 'IPv6-ICMP': 'icmp' }[String(proto)];
    if (typeof from !== 'string' || typeof to !== 'string' || transport === undefined) {
        sink.leftOut(`protocol ${String(proto).slice(0, 20)} without ports`, line);
        return;
    }
    const isIcmp = transport === 'icmp';
    const [fromPort, toPort] = isIcmp ? [0, 0] : [portIn(row['src_port']), portIn(row['dest_port'])];
    const fault = unreadable(from, to, fromPort, toPort);
    if (fault !== null) {
        sink.leftOut(fault, line);
        return;
    }
    const [there, back] = [number(flow['pkts_toserver']), number(flow['pkts_toclient'])];
    const named = typeof protocol === 'string' && !['failed', 'unknown'].includes(protocol) ? protocol : '';
    const payload =
        named !== '' ||
        (number(flow['bytes_toserver']) > there * emptyPacket && number(flow['bytes_toclient']) > back * emptyPacket);
    const opened =
        transport !== 'tcp'
            ? back > 0
            : flow['state'] !== 'new' &&
              back > 0 &&
              !(isObject(tcp) && ((tcp['rst'] === true && there <= 1) || isRefused(tcp)));
    const outcome = !opened ? 'tried' : transport === 'tcp' && !payload ? 'answered' : 'used';
    const [time, end] = [secondsOf(flow['start'] ?? row['timestamp']), secondsOf(flow['end'])];
    sink.session({
        time,
        end: end >= time ? end : time,
        from,
        to,
        fromPort,
        toPort,
        transport,
        protocol: named,
        outcome,
        opener: isIcmp || (isObject(tcp) && tcp['syn'] === true) ? 'known' : 'guessed',
    });
}
