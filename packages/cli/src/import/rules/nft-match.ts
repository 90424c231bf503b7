import type { Interfaces, Point, Ranges } from 'iacs-language/filter';
import {
    addressPoint,
    all4,
    all6,
    commonInterfaces,
    everyAddress,
    interfaces,
    intersect,
    noInterface,
    otherInterfaces,
    rangesOf,
    readAddresses,
    servicePoint,
    subtract,
    union,
} from 'iacs-language/filter';
import { stateTrait } from './iptables-match.ts';
import { portOf } from './port-names.ts';
import { both, protocolServices, servicesFrom } from './reading.ts';

/** What a rule of nft matches so far. */
export interface Condition {
    readonly from: Ranges;
    readonly to: Ranges;
    readonly services: Ranges;
    readonly enters: Interfaces;
    readonly leaves: Interfaces;
    readonly when: string | null;
    readonly trait: 'established' | 'invalid' | null;
    /** The transport that an earlier match has settled, for ports of any transport. */
    readonly transport: string | null;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The elements of a set that is written out or named; single values are a set of one. `null` for a set that is not in
 * the export.
 */
function elementsOf(right: unknown, sets: ReadonlyMap<string, unknown>): readonly unknown[] | null {
    if (typeof right === 'string' && right.startsWith('@')) {
        const found = sets.get(right);
        return Array.isArray(found) ? found.map(plain) : null;
    }
    if (isObject(right) && Array.isArray(right['set'])) return right['set'].map(plain);
    return Array.isArray(right) ? right.map(plain) : [right];
}

/** An element without its counter and comment. */
function plain(element: unknown): unknown {
    return isObject(element) && isObject(element['elem']) ? element['elem']['val'] : element;
}

/** The pairs of a map that is written out or named. */
export function entriesOf(data: unknown, sets: ReadonlyMap<string, unknown>): readonly (readonly [unknown, unknown])[] {
    const found = typeof data === 'string' ? sets.get(data) : isObject(data) ? data['set'] : data;
    return Array.isArray(found)
        ? found
              .filter(each => Array.isArray(each))
              .map(each => [plain((each as unknown[])[0]), (each as unknown[])[1]] as const)
        : [];
}

function addressesOf(value: unknown): Ranges | null {
    if (value === '*') return everyAddress;
    if (typeof value === 'string') return readAddresses(value);
    if (!isObject(value)) return null;
    if (isObject(value['prefix']))
        return readAddresses(`${String(value['prefix']['addr'])}/${String(value['prefix']['len'])}`);
    if (Array.isArray(value['range'])) {
        const [low, high] = value['range'].map(end => addressPoint(String(end))) as [Point | null, Point | null];
        return low !== null && high !== null ? [low, high] : null;
    }
    return null;
}

function portsOf(value: unknown, transports: readonly string[]): Ranges | null {
    const ends = isObject(value) && Array.isArray(value['range']) ? value['range'] : [value, value];
    const [from, to] = ends.map(end => portOf(String(end)));
    if (from === null || to === null || from === undefined || to === undefined) return null;
    return rangesOf(transports.map(transport => [servicePoint(transport, from)!, servicePoint(transport, to)!]));
}

function protocolOf(value: unknown): Ranges | null {
    const ends = isObject(value) && Array.isArray(value['range']) ? value['range'].map(Number) : null;
    if (ends) return servicesFrom([{ transport: 'ip', ranges: [{ from: ends[0]!, to: ends[1]! }] }]);
    // `icmp` here is the protocol of that number alone.
    const services = protocolServices(value === 'icmp' ? '1' : String(value));
    return services && servicesFrom(services);
}

/** The union of what each element of a set means; `null` where one is not understood. */
function each(elements: readonly unknown[] | null, read: (value: unknown) => Ranges | null): Ranges | null {
    const found = elements?.map(read) ?? [null];
    return found.every(one => one !== null) ? union(...found) : null;
}

function textOf(value: unknown): string {
    return typeof value === 'string' ? value : JSON.stringify(value);
}

function leftText(left: unknown): string {
    if (isObject(left)) {
        const [word] = Object.keys(left);
        const body = word === undefined ? null : left[word];
        if (isObject(body))
            return [word === 'payload' ? body['protocol'] : word, body['field'] ?? body['key']]
                .filter(part => part !== undefined)
                .map(String)
                .join(' ');
    }
    return textOf(left);
}

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
    const narrowed = (
        key: 'from' | 'to' | 'services',
        found: Ranges | null,
        more: Partial<Condition> = {},
    ): readonly Condition[] =>
        found === null
            ? doubt()
            : [
                  {
                      ...condition,
                      ...more,
                      [key]: not ? subtract(condition[key], found) : intersect(condition[key], found),
                  },
              ];
    if (!isObject(left) || (op !== '==' && op !== '!=' && op !== 'in')) return doubt();
    const elements = elementsOf(right, sets);
    const payload = left['payload'];
    if (isObject(payload)) {
        const protocol = String(payload['protocol']);
        const field = String(payload['field']);
        const kind = protocol === 'ip' ? all4 : protocol === 'ip6' ? all6 : null;
        if (kind && (field === 'saddr' || field === 'daddr')) {
            const inside = { from: intersect(condition.from, kind), to: intersect(condition.to, kind) };
            return (
                narrowedIn(
                    { ...condition, ...inside },
                    field === 'saddr' ? 'from' : 'to',
                    each(elements, addressesOf),
                    not,
                ) ?? doubt()
            );
        }
        if ((protocol === 'ip' && field === 'protocol') || (protocol === 'ip6' && field === 'nexthdr')) {
            const inside = { from: intersect(condition.from, kind!), to: intersect(condition.to, kind!) };
            return narrowedIn({ ...condition, ...inside }, 'services', each(elements, protocolOf), not) ?? doubt();
        }
        if (field === 'dport' && (transports.includes(protocol) || protocol === 'th')) {
            const some = protocol === 'th' ? transports : [protocol];
            const found = each(elements, value => portsOf(value, some));
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
        if (protocol === 'tcp' && field === 'flags') return flags(condition, op, elements) ?? doubt();
        return doubt();
    }
    if (isObject(left['&'] ?? null) || Array.isArray(left['&']))
        return maskedFlags(condition, left['&'] as readonly unknown[], op, right) ?? doubt();
    const meta = isObject(left['meta']) ? String(left['meta']['key']) : null;
    if (meta === 'l4proto') return narrowed('services', each(elements, protocolOf));
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
    const ct = isObject(left['ct']) ? String(left['ct']['key']) : null;
    if (ct === 'state')
        return [{ ...condition, trait: condition.trait ?? stateTrait((elements ?? []).map(String), not) }];
    return doubt();
}

function narrowedIn(
    condition: Condition,
    key: 'from' | 'to' | 'services',
    found: Ranges | null,
    not: boolean,
): readonly Condition[] | null {
    return found && [{ ...condition, [key]: not ? subtract(condition[key], found) : intersect(condition[key], found) }];
}

/** `tcp flags syn`: a session that is opened has that flag and no other of those that answer. */
function flags(condition: Condition, op: string, elements: readonly unknown[] | null): readonly Condition[] | null {
    if (!elements) return null;
    const opens = elements.includes('syn');
    return [opens === (op !== '!=') ? overTcp(condition) : { ...condition, trait: condition.trait ?? 'invalid' }];
}

function maskedFlags(
    condition: Condition,
    sides: readonly unknown[],
    op: string,
    right: unknown,
): readonly Condition[] | null {
    const [left] = sides;
    if (!isObject(left) || !isObject(left['payload']) || left['payload']['field'] !== 'flags') return null;
    const wanted = (
        Array.isArray(right) ? right : isObject(right) && Array.isArray(right['|']) ? right['|'] : [right]
    ).map(String);
    const opens = wanted.length === 1 && wanted[0] === 'syn';
    return [opens === (op !== '!=') ? overTcp(condition) : { ...condition, trait: condition.trait ?? 'invalid' }];
}

function overTcp(condition: Condition): Condition {
    return { ...condition, services: intersect(condition.services, servicesFrom([{ transport: 'tcp', ranges: [] }])) };
}

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
