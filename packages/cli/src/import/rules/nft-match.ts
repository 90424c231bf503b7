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
    /** True in a chain that is asked before connections are tracked: every packet has the state `invalid` there. */
    readonly untracked: boolean;
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

/** The pairs of a map that is written out or named; `null` for one whose pairs are not in the export. */
export function entriesOf(
    data: unknown,
    sets: ReadonlyMap<string, unknown>,
): readonly (readonly [unknown, unknown])[] | null {
    const found = typeof data === 'string' ? sets.get(data) : isObject(data) ? data['set'] : data;
    return Array.isArray(found)
        ? found
              .filter(each => Array.isArray(each))
              .map(each => [plain((each as unknown[])[0]), (each as unknown[])[1]] as const)
        : null;
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

/** Ports by a comparison: `> 1023` is 1024 to 65535. */
function comparedPorts(op: string, value: unknown): unknown {
    const port = portOf(String(value));
    if (port === null || typeof value === 'object') return null;
    const [low, high] =
        op === '<' ? [0, port - 1] : op === '<=' ? [0, port] : op === '>' ? [port + 1, 65535] : [port, 65535];
    return low > high ? { none: true } : { range: [low, high] };
}

function portsOf(value: unknown, transports: readonly string[]): Ranges | null {
    if (isObject(value) && value['none'] === true) return [];
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

const isField =
    (field: string) =>
    (left: unknown): boolean =>
        isObject(left) && isObject(left['payload']) && left['payload']['field'] === field;
const isDport = isField('dport');
const isFlags = isField('flags');

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
    const elements = elementsOf(right, sets);
    // `!` is written for a flag that is not set.
    if (op === '!' && isFlags(left)) return flags(condition, '!=', elements) ?? doubt();
    if (!isObject(left) || (op !== '==' && op !== '!=' && op !== 'in')) return doubt();
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
    if (!isFlags(left)) return null;
    const [mask, wanted] = [flagNames(sides[1]), flagNames(right)];
    if (!mask || !wanted) return null;
    // The packet that opens a session has SYN alone.
    const opens = mask.has('syn') === wanted.has('syn') && ![...wanted].some(flag => flag !== 'syn');
    return [opens === (op !== '!=') ? overTcp(condition) : { ...condition, trait: condition.trait ?? 'invalid' }];
}

/** The flags of TCP in a mask or a value; none for 0, `null` where they are written in another form. */
function flagNames(value: unknown): ReadonlySet<string> | null {
    if (value === 0 || value === '0' || value === '0x0') return new Set();
    const all = Array.isArray(value) ? value : isObject(value) ? (value['|'] ?? value['set']) : [value];
    if (!Array.isArray(all)) return null;
    const nested = all.map(each => (typeof each === 'string' ? new Set([each]) : flagNames(each)));
    return nested.every(each => each !== null) ? new Set(nested.flatMap(each => [...each])) : null;
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
