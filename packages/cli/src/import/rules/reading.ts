import type { Interfaces, Ranges, Region, Service } from 'iacs-language/filter';
import { all4, all6, anyInterface, everyAddress, everyService, readServices } from 'iacs-language/filter';

/** One rule as a firewall's export says it, its names resolved. */
export interface ReadRule {
    readonly permits: boolean;
    readonly region: Region;
    /** Interfaces by which a session comes in and goes out. */
    readonly enters: Interfaces;
    readonly leaves: Interfaces;
    /** A condition that a model cannot judge; `null` for none. */
    readonly when: string | null;
    /** `established` and `invalid` are rules for packets that open no session. */
    readonly trait: 'disabled' | 'established' | 'invalid' | null;
    /** Its number and its name. */
    readonly label: string;
    /** From 1, in the export. */
    readonly line: number;
}

/** Something that was left out or could not be understood, with the line of the export; 0 where none is meant. */
export interface RuleNotice {
    readonly line: number;
    readonly message: string;
}

/** What an export says. */
export interface ReadRules {
    readonly rules: readonly ReadRule[];
    readonly notices: readonly RuleNotice[];
    /** Interfaces and the prefixes that the export gives them, for `faces`. */
    readonly interfaces: readonly { readonly name: string; readonly networks: readonly string[] }[];
    /** A kind of addresses of which the export says nothing, and what is known of it. */
    readonly silentOn?: Silence | undefined;
}

export interface Silence {
    readonly kind: 4 | 6;
    readonly why: string;
}

/**
 * The rules of an export, with what it leaves open of a kind of addresses. That these are blocked, as is what no rule
 * matches, was not said.
 * @param asked the kinds of addresses that the model has
 */
export function withSilence(read: ReadRules, asked: ReadonlySet<4 | 6>): ReadRules {
    const { silentOn } = read;
    if (!silentOn || !asked.has(silentOn.kind)) return read;
    const kind = silentOn.kind === 4 ? all4 : all6;
    const region: Region = { from: kind, to: kind, services: everyService };
    return {
        ...read,
        rules: [...read.rules, { ...unread(), region, label: `IPv${silentOn.kind}`, when: silentOn.why, line: -1 }],
    };
}

/** Something that keeps an export from being read, in one line that says what to do. */
export class RulesError extends Error {}

/** What the reader of an export is given from outside. */
export interface RulesRequest {
    /** The text of the export. */
    readonly text: string;
    /**
     * The addresses of the device itself; `null` where they are not known: rules for the device alone are then left
     * out, and named.
     */
    readonly own: Ranges | null;
    /** One of several firewalls in the export: a VDOM, a gateway, an access list. */
    readonly part: string | null;
}

export const anywhere: Region = { from: everyAddress, to: everyAddress, services: everyService };
export const anywhere4: Region = { from: all4, to: all4, services: everyService };

/** The rule after all others, which no line of an export says: nothing passes. */
export function denied(label: string): ReadRule {
    return {
        permits: false,
        region: anywhere,
        enters: anyInterface,
        leaves: anyInterface,
        when: null,
        trait: null,
        label,
        line: 0,
    };
}

/** What decides in the place of rules that are missing, because the file is cut before them. */
export const cutOff = 'the rest of the file, which is missing';

/** A rule in the place of those that are missing: what they would decide is not assessable. */
export function unread(): ReadRule {
    return { ...denied('rest'), permits: true, when: cutOff };
}

/** One condition of several; `null` for none. Each is said once. */
export function both(...conditions: readonly (string | null)[]): string | null {
    const said = [...new Set(conditions.filter(each => each !== null))];
    return said.length === 0 ? null : said.join('; ');
}

/** The stretch of services that texts of a reader name. The reader gives only transports that the filter knows. */
export function servicesFrom(services: readonly Service[]): Ranges {
    return readServices(services) ?? everyService;
}

export function ports(transport: string, from?: number, to = from): Service {
    return { transport, ranges: from === undefined || to === undefined ? [] : [{ from, to }] };
}

/** Names of IP protocols that rules use, with their numbers. */
export const protocolNumbers: ReadonlyMap<string, number> = new Map([
    ['icmp', 1],
    ['igmp', 2],
    ['ipinip', 4],
    ['ipip', 4],
    ['tcp', 6],
    ['egp', 8],
    ['igp', 9],
    ['udp', 17],
    ['ipv6', 41],
    ['rsvp', 46],
    ['gre', 47],
    ['esp', 50],
    ['ah', 51],
    ['icmp6', 58],
    ['icmpv6', 58],
    ['ipv6-icmp', 58],
    ['eigrp', 88],
    ['ospf', 89],
    ['nos', 94],
    ['etherip', 97],
    ['pim', 103],
    ['ipcomp', 108],
    ['pcp', 108],
    ['snp', 109],
    ['vrrp', 112],
    ['carp', 112],
    ['sctp', 132],
    ['udplite', 136],
]);

/** The services of an IP protocol by its name or number; `null` for an unknown one. */
export function protocolServices(word: string): readonly Service[] | null {
    const lower = word.toLowerCase();
    if (lower === 'ip' || lower === 'all' || lower === 'any' || (lower === '0' && word === '0')) return [ports('any')];
    const number = /^\d+$/.test(word) ? Number(word) : protocolNumbers.get(lower);
    if (number === undefined || number > 255) return null;
    const named = new Map([
        [6, 'tcp'],
        [17, 'udp'],
        [132, 'sctp'],
    ]).get(number);
    return [named ? ports(named) : number === 1 && lower === 'icmp' ? ports('icmp') : ports('ip', number)];
}
