import { portOf } from '../rules/port-names.ts';
import { timeOf, transportOf } from './cells.ts';
import type { Session, Sink } from './session.ts';
import { TrafficError } from './session.ts';

/** One packet, as a row of `tshark -T fields` has it. */
export interface Packet {
    /** Seconds since 1970. */
    readonly time: number;
    readonly from: string;
    readonly fromPort: number;
    readonly to: string;
    readonly toPort: number;
    readonly transport: string;
    readonly protocol: string;
    /** Flags of TCP as a number; `null` where they are not known. */
    readonly flags: number | null;
    /** Bytes after the head of the transport; `null` where that is not known. */
    readonly payload: number | null;
}

/** Where a table of packets has what is read of it, by the names of Wireshark's fields with blanks for dots. */
export interface PacketColumns {
    readonly time: readonly number[];
    readonly from: readonly number[];
    readonly to: readonly number[];
    readonly proto: readonly number[];
    readonly flags: readonly number[];
    readonly name: readonly number[];
    readonly ports: readonly { readonly transport: string; readonly from: number; readonly to: number }[];
    /** Of TCP the payload, of UDP the length with its head of eight bytes. */
    readonly tcpLength: number;
    readonly udpLength: number;
}

/** @returns `null` for a table that is not one of packets */
export function packetColumns(heads: readonly string[]): PacketColumns | null {
    const at = (...names: string[]): readonly number[] =>
        names.map(name => heads.indexOf(name)).filter(index => index >= 0);
    const ports = ['tcp', 'udp', 'sctp'].map(transport => ({
        transport,
        from: heads.indexOf(`${transport} srcport`),
        to: heads.indexOf(`${transport} dstport`),
    }));
    const from = at('ip src', 'ipv6 src', 'ip src host');
    const whole = ports.filter(each => each.from >= 0 && each.to >= 0);
    if (from.length === 0 || whole.length === 0) return null;
    return {
        time: at('frame time epoch', 'frame time utc', 'frame time'),
        from,
        to: at('ip dst', 'ipv6 dst', 'ip dst host'),
        proto: at('ip proto', 'ipv6 nxt'),
        flags: at('tcp flags'),
        name: at('ws col protocol', 'protocol'),
        ports: whole,
        tcpLength: heads.indexOf('tcp len'),
        udpLength: heads.indexOf('udp length'),
    };
}

/** What one row says; `null` where it is no packet between two ports. */
export function packetOf(columns: PacketColumns, cells: readonly string[]): Packet | null {
    const cell = (some: readonly number[]): string => some.map(at => cells[at]?.trim() ?? '').find(Boolean) ?? '';
    const [from, to] = [cell(columns.from), cell(columns.to)];
    const said = transportOf(cell(columns.proto));
    const ports = columns.ports.find(
        each => (said === null || said === each.transport) && cell([each.from]) !== '' && cell([each.to]) !== '',
    );
    // Of a packet in a packet there are two of everything.
    if (!ports || from === '' || to === '' || `${from}${to}`.includes(',')) return null;
    const [fromPort, toPort] = [portOf(cell([ports.from])), portOf(cell([ports.to]))];
    if (fromPort === null || toPort === null) return null;
    const { transport } = ports;
    const [flags, length] = [cell(columns.flags), cell([transport === 'tcp' ? columns.tcpLength : columns.udpLength])];
    const word = cell(columns.name).toLowerCase();
    return {
        time: timeOf(cell(columns.time)),
        from,
        fromPort,
        to,
        toPort,
        transport,
        protocol: ['tcp', 'udp', 'sctp'].includes(word) ? '' : word,
        flags: transport === 'tcp' && /^(0x[0-9a-f]+|\d+)$/i.test(flags) ? Number(flags) : null,
        payload: /^\d+$/.test(length) ? Number(length) - (transport === 'udp' ? 8 : 0) : null,
    };
}

interface Open {
    /** The first packet, or the one that shows who opened. */
    first: Packet;
    known: boolean;
    /** Whether packets came back, and whether each side sent a payload. */
    answered: boolean;
    there: boolean;
    back: boolean;
}

const mostSessions = 1_000_000;

const [syn, rst, ack] = [0x02, 0x04, 0x10];

/** Takes packets together to the sessions of each day. A packet shows one direction, and no session by itself. */
export class Packets {
    readonly #sink: Sink;
    readonly #open = new Map<string, Open>();

    constructor(sink: Sink) {
        this.#sink = sink;
    }

    /** @throws {@link TrafficError} where there are too many sessions to hold */
    packet(packet: Packet): void {
        const ends = [`${packet.from} ${packet.fromPort}`, `${packet.to} ${packet.toPort}`];
        const key = `${[...ends].sort().join(' ')} ${packet.transport} ${Math.floor(packet.time / 86_400)}`;
        const known = this.#open.get(key);
        const open = known ?? { first: packet, known: false, answered: false, there: false, back: false };
        if (!known) this.#open.set(key, open);
        if (this.#open.size > mostSessions)
            throw new TrafficError(
                'More than a million sessions are in one table of packets: give several shorter ones.',
            );
        const { flags } = packet;
        const isFirst = packet.from === open.first.from && packet.fromPort === open.first.fromPort;
        if (flags !== null && (flags & syn) !== 0 && !open.known) {
            // The first packet of a session, or the answer to one that was missed.
            const opens = (flags & ack) === 0;
            if (opens !== isFirst) this.#turn(open);
            open.known = true;
        }
        const there = packet.from === open.first.from && packet.fromPort === open.first.fromPort;
        if (!there && (flags === null || (flags & rst) === 0)) open.answered = true;
        if ((packet.payload ?? 0) > 0) open[there ? 'there' : 'back'] = true;
    }

    #turn(open: Open): void {
        const { from, fromPort, to, toPort } = open.first;
        open.first = { ...open.first, from: to, fromPort: toPort, to: from, toPort: fromPort };
        [open.there, open.back] = [open.back, open.there];
        // What has come until now came from the side that did not open.
        open.answered = true;
    }

    end(): void {
        for (const { first, known, answered, there, back } of this.#open.values()) {
            const { flags: _flags, payload: _payload, ...ends } = first;
            const outcome: Session['outcome'] = there && back ? 'used' : answered ? 'answered' : 'tried';
            this.#sink.session({ ...ends, outcome, opener: known ? 'known' : 'guessed' });
        }
        this.#open.clear();
    }
}
