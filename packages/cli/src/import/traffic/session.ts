import type { Access, Outcome } from 'iacs-language';

/** One session or one direction of it, as a log has it. */
export interface Session {
    /** Seconds since 1970; `NaN` where the log does not say it. */
    readonly time: number;
    /** When it ended; without it, on the day on which it began. It was open on every day between. */
    readonly end?: number;
    /** An address, or a MAC address or name in the place of one. */
    readonly from: string;
    readonly to: string;
    readonly fromPort: number;
    readonly toPort: number;
    /** `tcp`, `udp`, `sctp`, `icmp`, or `ip N`. */
    readonly transport: string;
    /** What the sensor takes the protocol for; empty for nothing. */
    readonly protocol: string;
    readonly outcome: Exclude<Outcome, 'scanned'>;
    /**
     * Who opened it: `known` where a handshake shows that `from` did; `guessed` where the log only says who came first.
     */
    readonly opener: 'known' | 'guessed';
    /** True for a further day of a row that was handed on before: it is no row of its own. */
    readonly again?: true;
    /** True where the reader has turned the ends round. */
    readonly turned?: true;
}

/** A session whose second end opened it; a log that names one port names the one that answers. */
export function turnedRound<T extends Pick<Session, 'from' | 'to' | 'fromPort' | 'toPort'>>(
    session: T,
    hasBothPorts = true,
): T & { readonly turned: true } {
    const { from, to, fromPort, toPort } = session;
    const ports = hasBothPorts ? { fromPort: toPort, toPort: fromPort } : {};
    return { ...session, from: to, to: from, ...ports, turned: true };
}

/** What a function does; `unknown` for one that neither the sensor nor the standard of its protocol has a name for. */
export type AskedFunction = Access | 'unknown';

/** A function that was asked for over a protocol of automation. */
export interface Function {
    /** Seconds since 1970; `NaN` where the log does not say it. */
    readonly time: number;
    readonly from: string;
    readonly to: string;
    readonly fromPort: number;
    readonly toPort: number;
    readonly access: AskedFunction;
}

/** What readers hand on, row by row. */
export interface Sink {
    session(session: Session): void;
    function(asked: Function): void;
    /** A row that says nothing of sessions, or that cannot be read; each reason is counted. */
    leftOut(reason: string, line: number): void;
}

/** Something that keeps a log from being read, in one line that says what to do. */
export class TrafficError extends Error {}

const program =
    /download|upload|program|firmware|\bstop\b|\bstart\b|restart|reset|plc.?control|plc.?stop|block|delete|create|reinitialize|authenticate.?file|save|install|erase|initialize/i;
const write =
    /write|set|operate|select|control|force|freeze|assign|call|command|enable|disable|mask|activate|deactivate|modify|insert|update/i;
const read =
    /read|get|list|browse|identity|identif|who.?is|i.?am|poll|confirm|response|status|report|session|setup|hello|find|subscribe|publish|unsubscribe|diagnostic/i;

/** What a client that only reads does too: it opens a session, and asks for reports of changes. */
const session = /session|subscription|monitored.?item|monitoring.?mode|publishing|secure.?channel/i;
/** What is got is not set, whatever it is called: a data set, a list of blocks. */
const asks = /^(read|get|list|browse|query|identify)( |$)/i;

/**
 * What the name of a function does, by the words that protocols of automation use for their functions (Modbus, S7,
 * DNP3, CIP, OPC UA, BACnet); `null` where no word is known,
 * and `unknown` for a number in the place of a name.
 */
export function accessOf(name: string): AskedFunction | null {
    if (/^unknown[-_ ]\d+$/i.test(name)) return 'unknown';
    const plain = name.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
    if ((asks.test(plain) || session.test(plain)) && !/write/i.test(plain)) return 'read';
    if (program.test(plain)) return 'program';
    if (write.test(plain)) return 'write';
    return read.test(plain) ? 'read' : null;
}
