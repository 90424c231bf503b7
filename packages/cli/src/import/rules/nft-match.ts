import {
    all4,
    all6,
    commonInterfaces,
    everyAddress,
    interfaces,
    intersect,
    noInterface,
    otherInterfaces,
    subtract,
} from 'iacs-language/filter';
import { stateTrait } from './iptables-match.ts';
import { both, protocolServices, servicesFrom } from './reading.ts';
import type { Condition } from './nft-condition.ts';
import { narrowed } from './nft-condition.ts';
import { byFlags, byMaskedFlags } from './nft-flags.ts';
import type { Json } from './nft-values.ts';
import {
    addressesOf,
    comparedPorts,
    unionOf,
    elementsOf,
    isDport,
    isFlags,
    isObject,
    leftText,
    portsOf,
    protocolOf,
    textOf,
} from './nft-values.ts';

const transports = ['tcp', 'udp', 'sctp'];

/**
 * Narrows a condition by one match.
 * @returns one condition, or one for each interface of a set of interfaces; what cannot be judged is in `when`
 */
export function applyMatch(
    condition: Condition,
    left: unknown,
    op: string,
    right: unknown,
    sets: ReadonlyMap<string, unknown>,
): readonly Condition[] {
    if (isObject(left) && Array.isArray(left['concat']))
        return applyTogether(condition, left['concat'], op, right, sets);
    const compared = ['<', '<=', '>', '>='].includes(op) && isDport(left) ? comparedPorts(op, right) : null;
    if (compared !== null) return applyMatch(condition, left, '==', compared, sets);
    const not = op === '!=';
    const doubt = (): readonly Condition[] => [
        {
            ...condition,
            when: both(
                condition.when,
                `${leftText(left)} ${op === '==' || op === 'in' ? '' : `${op} `}${textOf(right)}`,
            ),
        },
    ];
    const elements = elementsOf(right, sets);
    // `!` is written for a flag that is not set.
    if (op === '!' && isFlags(left)) return byFlags(condition, '!=', elements) ?? doubt();
    if (!isObject(left) || (op !== '==' && op !== '!=' && op !== 'in')) return doubt();
    const payload = left['payload'];
    if (isObject(payload)) {
        const protocol = String(payload['protocol']);
        const field = String(payload['field']);
        const kind = protocol === 'ip' ? all4 : protocol === 'ip6' ? all6 : null;
        if (kind && (field === 'saddr' || field === 'daddr')) {
            const inside = { from: intersect(condition.from, kind), to: intersect(condition.to, kind) };
            return (
                narrowed(
                    { ...condition, ...inside },
                    field === 'saddr' ? 'from' : 'to',
                    unionOf(elements, addressesOf),
                    not,
                ) ?? doubt()
            );
        }
        if ((protocol === 'ip' && field === 'protocol') || (protocol === 'ip6' && field === 'nexthdr')) {
            const inside = { from: intersect(condition.from, kind!), to: intersect(condition.to, kind!) };
            return narrowed({ ...condition, ...inside }, 'services', unionOf(elements, protocolOf), not) ?? doubt();
        }
        if (field === 'dport' && (transports.includes(protocol) || protocol === 'th')) {
            const some = protocol === 'th' ? transports : [protocol];
            const found = unionOf(elements, value => portsOf(value, some));
            const whole = servicesFrom(some.map(transport => ({ transport, ranges: [] })));
            return found === null
                ? doubt()
                : [{ ...condition, services: intersect(condition.services, not ? subtract(whole, found) : found) }];
        }
        if (field === 'sport' && (transports.includes(protocol) || protocol === 'th')) {
            const some = protocol === 'th' ? transports : [protocol];
            const services = intersect(
                condition.services,
                servicesFrom(some.map(transport => ({ transport, ranges: [] }))),
            );
            const written = (elements ?? [right]).map(value =>
                isObject(value) && Array.isArray(value['range']) ? value['range'].join('-') : textOf(value),
            );
            return [
                {
                    ...condition,
                    services,
                    when: both(condition.when, `${not ? 'not ' : ''}source port ${written.join(', ')}`),
                },
            ];
        }
        if (['icmp', 'icmpv6'].includes(protocol)) {
            const services = intersect(
                condition.services,
                servicesFrom(protocolServices(protocol === 'icmp' ? '1' : '58')!),
            );
            return [
                {
                    ...condition,
                    services,
                    when: both(
                        condition.when,
                        `${not ? 'not ' : ''}icmp ${field} ${(elements ?? [right]).map(textOf).join(', ')}`,
                    ),
                },
            ];
        }
        if (protocol === 'tcp' && field === 'flags') return byFlags(condition, op, elements) ?? doubt();
        return doubt();
    }
    if (isObject(left['&'] ?? null) || Array.isArray(left['&']))
        return byMaskedFlags(condition, left['&'] as readonly unknown[], op, right) ?? doubt();
    const meta = isObject(left['meta']) ? String(left['meta']['key']) : null;
    if (meta === 'l4proto') return narrowed(condition, 'services', unionOf(elements, protocolOf), not) ?? doubt();
    if (meta === 'nfproto' || meta === 'protocol') {
        const kind = right === 'ipv4' || right === 'ip' ? all4 : right === 'ipv6' || right === 'ip6' ? all6 : null;
        if (!kind) return doubt();
        const found = not ? subtract(everyAddress, kind) : kind;
        return [{ ...condition, from: intersect(condition.from, found), to: intersect(condition.to, found) }];
    }
    if (meta === 'iifname' || meta === 'iif' || meta === 'oifname' || meta === 'oif') {
        const key = meta.startsWith('i') ? 'enters' : 'leaves';
        if (elements === null) return doubt();
        const named = interfaces(...elements.map(String));
        const common = commonInterfaces(condition[key], not ? otherInterfaces(named) : named);
        return noInterface(common) ? [] : [{ ...condition, [key]: common }];
    }
    // The check of the way back drops forged senders: a session of the model comes in where its sender is.
    if (isObject(left['fib']) && left['fib']['result'] === 'oif' && asksSender(left['fib']) && !not && isMissing(right))
        return [{ ...condition, trait: condition.trait ?? 'invalid' }];
    const ct = isObject(left['ct']) ? String(left['ct']['key']) : null;
    if (ct === 'state' && condition.untracked)
        return (elements ?? []).map(String).includes('invalid') === not ? [] : [condition];
    if (ct === 'state')
        return [{ ...condition, trait: condition.trait ?? stateTrait((elements ?? []).map(String), not) }];
    return doubt();
}

function asksSender(fib: Json): boolean {
    return Array.isArray(fib['flags']) ? fib['flags'].includes('saddr') : fib['flags'] === 'saddr';
}

const isMissing = (value: unknown): boolean => value === false || value === 0 || value === 'missing';

/** A match of several fields at once: each element is one condition, so that pairs stay pairs. */
function applyTogether(
    condition: Condition,
    lefts: readonly unknown[],
    op: string,
    right: unknown,
    sets: ReadonlyMap<string, unknown>,
): readonly Condition[] {
    const elements = elementsOf(right, sets);
    if (elements === null || op === '!=')
        return [
            { ...condition, when: both(condition.when, `${lefts.map(leftText).join(' . ')} ${op} ${textOf(right)}`) },
        ];
    return elements.flatMap(element => {
        const parts = isObject(element) && Array.isArray(element['concat']) ? element['concat'] : [element];
        return lefts.reduce<readonly Condition[]>(
            (some, left, at) => some.flatMap(one => applyMatch(one, left, '==', parts[at], sets)),
            [condition],
        );
    });
}
