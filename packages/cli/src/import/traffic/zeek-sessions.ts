import { unreadable } from './readable.ts';
import type { Session, Sink } from './session.ts';

/** How far a session came, by the state and the history of Zeek; packets without a payload are an answer, not a use. */
export function outcomeOf(
    transport: string,
    state: string,
    history: string,
    sent: number,
    received: number,
): Session['outcome'] {
    const there = sent > 0 || history.includes('D');
    const back = received > 0 || history.includes('d');
    if (transport !== 'tcp') return there && back ? 'used' : back ? 'answered' : 'tried';
    if (
        state === 'S0' ||
        state === 'REJ' ||
        state === 'RSTOS0' ||
        state === 'SH' ||
        state === 'SHR' ||
        state === 'RSTRH'
    )
        return there && back ? 'used' : 'tried';
    if (there && back) return 'used';
    if (state === 'OTH') return there !== back || history.includes('^') ? 'tried' : 'answered';
    return 'answered';
}

const transports: Readonly<Record<string, string>> = { tcp: 'tcp', udp: 'udp', icmp: 'icmp', sctp: 'sctp' };

/** A connection as Zeek logs it, in either form of its log; texts are empty where nothing is said. */
export interface Connection {
    /** Seconds since 1970; `NaN` where the log does not say it. */
    readonly time: number;
    /** Addresses of the side that Zeek takes for the opener, and of the other. */
    readonly from: string;
    readonly to: string;
    readonly fromPort: number;
    readonly toPort: number;
    readonly proto: string;
    readonly service: string;
    readonly state: string;
    readonly history: string;
    /** Bytes of payload in each direction. */
    readonly sent: number;
    readonly received: number;
    /** Seconds. */
    readonly duration: number;
}

/** Adds one session to the sink, turned round where its history shows that the other side opened it. */
export function addSession(sink: Sink, line: number, connection: Connection): void {
    const { time, from, to, fromPort, toPort, proto, service, state, history, sent, received } = connection;
    const fault = unreadable(from, to, fromPort, toPort);
    if (fault !== null) {
        sink.leftOut(fault, line);
        return;
    }
    const transport = transports[proto];
    if (transport === undefined) {
        sink.leftOut(`protocol ${proto.slice(0, 20)} without ports`, line);
        return;
    }
    // Capital letters are of the side that Zeek takes for the opener.
    const opened = history.includes('S') || history.includes('h');
    const turned = !opened && (history.includes('s') || history.includes('H'));
    // Without a history the state says it: each one but these begins with the question of the first side.
    const asked = state === 'S0' || state === 'REJ' || (history === '' && state !== '' && state !== 'OTH');
    const known = transport === 'tcp' && (opened || turned || asked);
    const base = {
        time,
        end: time + connection.duration,
        transport,
        protocol: service.includes(',') ? service.slice(0, service.indexOf(',')) : service,
        outcome: outcomeOf(transport, state, history, sent, received),
        opener: known ? ('known' as const) : ('guessed' as const),
    };
    if (transport === 'icmp') sink.session({ ...base, opener: 'known', from, to, fromPort: 0, toPort: 0 });
    else if (turned) sink.session({ ...base, from: to, to: from, fromPort: toPort, toPort: fromPort, turned: true });
    else sink.session({ ...base, from, to, fromPort, toPort });
}

/** A number as it is written; 0 for what is not one. */
export const numberIn = (text: string | undefined): number => {
    const value = Number(text);
    return Number.isFinite(value) ? value : 0;
};

/** True for what is written like an IP address. */
export function isAddress(text: string | undefined): text is string {
    return text !== undefined && /^[0-9a-fA-F.:]+$/.test(text) && (text.includes('.') || text.includes(':'));
}
