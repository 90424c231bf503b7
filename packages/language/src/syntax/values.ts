import { addressPoint } from '../filter/index.ts';
import { readEscapes } from './escapes.ts';
import { isTypographicQuote, readTypographic } from './literals.ts';
import type { Level, PortRange, Span } from '../model/index.ts';

/** Reading of literals. Each function says what is wrong with a literal rather than throwing. */

/** The text of a string literal, quotes and escapes resolved. An unclosed one counts to the end of its line. */
export function readString(literal: string): string {
    return isTypographicQuote(literal) ? readTypographic(literal) : readEscapes(literal);
}

/** `YYYY-MM-DD` when it is a day of the calendar. */
export function isDay(text: string): boolean {
    // A log of traffic has thousands of days: no pattern is tried and no part is copied.
    if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
    const year = digits(text, 0, 4);
    const month = digits(text, 5, 7);
    const day = digits(text, 8, 10);
    if (year < 0 || month < 0 || day < 0) return false;
    // Every month has these.
    if (month >= 1 && month <= 12 && day >= 1 && day <= 28) return true;
    const date = new Date(Date.UTC(year, month - 1, day));
    date.setUTCFullYear(year);
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The number that some digits of a text say; -1 where one of them is none. */
function digits(text: string, from: number, to: number): number {
    let number = 0;
    for (let at = from; at < to; at++) {
        const digit = text.charCodeAt(at) - 48;
        if (digit < 0 || digit > 9) return -1;
        number = 10 * number + digit;
    }
    return number;
}

/** A security level; `null` when the number is none. */
export function readLevel(text: string): Level | null {
    return /^[0-4]$/.test(text) ? (Number(text) as Level) : null;
}

/** A port or a range of ports, 0 to 65535; `null` when it is none. */
export function readPorts(text: string): PortRange | null {
    const [from, to = from] = text.split('-').map(each => (each === '' ? NaN : Number(each))) as [number, number?];
    const possible = (port: number | undefined): port is number =>
        port !== undefined && Number.isInteger(port) && port >= 0 && port <= 65535;
    return possible(from) && possible(to) && from <= to ? { from, to } : null;
}

function isIpv4(text: string): boolean {
    return !text.includes(':') && addressPoint(text) !== null;
}

function isIpv6(text: string): boolean {
    const halves = text.split('::');
    if (halves.length > 2) return false;
    const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
    const last = groups.at(-1);
    const hasIpv4 = last !== undefined && last.includes('.');
    if (hasIpv4 && !isIpv4(last)) return false;
    const plain = hasIpv4 ? groups.slice(0, -1) : groups;
    const count = plain.length + (hasIpv4 ? 2 : 0);
    return plain.every(group => /^[0-9A-Fa-f]{1,4}$/.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}

/** What is wrong with an address or prefix; `null` when nothing is. */
export function addressFault(text: string): string | null {
    const [address = '', prefix] = text.split('/');
    if (/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$/.test(address))
        return prefix === undefined ? null : 'A MAC address has no prefix length.';
    const ipv6 = address.includes(':');
    if (address.includes('-'))
        return `${text} is a range: write its addresses, with commas between them, or the prefix of a network.`;
    if (ipv6 ? !isIpv6(address) : !isIpv4(address)) return `${text} is not an IPv4, IPv6 or MAC address.`;
    if (prefix === undefined) return null;
    const longest = ipv6 ? 128 : 32;
    return Number(prefix) <= longest ? null : `A prefix of ${ipv6 ? 'IPv6' : 'IPv4'} is at most ${longest} bits long.`;
}

/** True for an amount whose point may be one between thousands: nobody writes `40.000` for forty. */
export function isOpenAmount(text: string): boolean {
    return /^\d{1,3}\.\d{3}$/.test(text);
}

/**
 * A message whose quotations have a length that somebody reads: of an endless word the beginning shows which one it is.
 */
export function readable(message: string): string {
    return message.replace(/(\S{120})\S+/g, '$1…');
}

/** The span of a leaf or node. */
export function spanOf(node: Span): Span {
    return { start: node.start, end: node.end };
}
