import type { Ranges } from 'iacs-language/filter';
import { all4, all6, intersect, subtract } from 'iacs-language/filter';
import type { Condition } from './nft-condition.ts';
import { narrowed } from './nft-condition.ts';
import { byFlags } from './nft-flags.ts';
import { addressesOf, isObject, portsOf, protocolOf, textOf, unionOf } from './nft-values.ts';
import { both, protocolServices, servicesFrom } from './reading.ts';

/** One match of a rule, with what it narrows. */
export interface Match {
    readonly condition: Condition;
    readonly op: string;
    readonly right: unknown;
    /** True for `!=`. */
    readonly not: boolean;
    /** What is on the right, one by one, with named sets looked up; `null` where a set is not in the export. */
    readonly elements: readonly unknown[] | null;
}

const transports = ['tcp', 'udp', 'sctp'];
const families: Readonly<Record<string, Ranges>> = { ip: all4, ip6: all6 };

/**
 * Narrows a condition by a field of the packet.
 * @param protocol of the header, as nft names it: `ip`, `tcp`, `th` for any transport …
 * @param field of that header: `saddr`, `dport` …
 * @returns `null` where it cannot be judged
 */
export function byPayload(protocol: string, field: string, match: Match): readonly Condition[] | null {
    const family = families[protocol];
    if (family) return byAddress(family, field, match);
    if (protocol === 'tcp' && field === 'flags') return byFlags(match.condition, match.op, match.elements);
    if (protocol === 'icmp' || protocol === 'icmpv6') return byIcmp(protocol, field, match);
    const some = protocol === 'th' ? transports : transports.filter(each => each === protocol);
    if (some.length === 0) return null;
    if (field === 'dport') return byPort(some, match);
    return field === 'sport' ? bySourcePort(some, match) : null;
}

function byAddress(family: Ranges, field: string, { condition, elements, not }: Match): readonly Condition[] | null {
    const inside = { ...condition, from: intersect(condition.from, family), to: intersect(condition.to, family) };
    switch (field) {
        case 'saddr':
            return narrowed(inside, 'from', unionOf(elements, addressesOf), not);
        case 'daddr':
            return narrowed(inside, 'to', unionOf(elements, addressesOf), not);
        case 'protocol':
        case 'nexthdr':
            return narrowed(inside, 'services', unionOf(elements, protocolOf), not);
        default:
            return null;
    }
}

function byPort(some: readonly string[], { condition, elements, not }: Match): readonly Condition[] | null {
    const found = unionOf(elements, value => portsOf(value, some));
    if (found === null) return null;
    const services = intersect(condition.services, not ? subtract(portsOfAll(some), found) : found);
    return [{ ...condition, services }];
}

/** The model does not know the port that a session comes from: what a rule says of it is a doubt. */
function bySourcePort(some: readonly string[], { condition, elements, right, not }: Match): readonly Condition[] {
    const written = (elements ?? [right]).map(value =>
        isObject(value) && Array.isArray(value['range']) ? value['range'].join('-') : textOf(value),
    );
    const when = both(condition.when, `${not ? 'not ' : ''}source port ${written.join(', ')}`);
    return [{ ...condition, services: intersect(condition.services, portsOfAll(some)), when }];
}

function byIcmp(protocol: string, field: string, { condition, elements, right, not }: Match): readonly Condition[] {
    const services = servicesFrom(protocolServices(protocol === 'icmp' ? '1' : '58')!);
    const written = (elements ?? [right]).map(textOf).join(', ');
    const when = both(condition.when, `${not ? 'not ' : ''}icmp ${field} ${written}`);
    return [{ ...condition, services: intersect(condition.services, services), when }];
}

const portsOfAll = (some: readonly string[]): Ranges =>
    servicesFrom(some.map(transport => ({ transport, ranges: [] })));
