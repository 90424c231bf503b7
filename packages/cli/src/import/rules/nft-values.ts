import type { Point, Ranges } from 'iacs-language/filter';
import { addressPoint, everyAddress, rangesOf, readAddresses, servicePoint, union } from 'iacs-language/filter';
import { portOf } from './port-names.ts';
import { protocolServices, servicesFrom } from './reading.ts';

/** An object of the JSON that nft prints. */
export type Json = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The elements of a set that is written out or named; single values are a set of one. `null` for a set that is not in
 * the export.
 */
export function elementsOf(right: unknown, sets: ReadonlyMap<string, unknown>): readonly unknown[] | null {
    const found =
        typeof right === 'string' && right.startsWith('@')
            ? sets.get(right)
            : isObject(right) && Array.isArray(right['set'])
              ? right['set']
              : Array.isArray(right)
                ? right
                : [right];
    return Array.isArray(found) && !found.some(isLimited) ? found.map(plain) : null;
}

/** Statements of an element that count alone. */
const counting = new Set(['val', 'timeout', 'expires', 'comment', 'counter', 'last']);

/** True for statements of which one decides whether a packet matches, such as a limit. */
export function isConditional({ stmt }: Json): boolean {
    return [stmt].flat().some(each => isObject(each) && Object.keys(each).some(word => !counting.has(word)));
}

/** True for an element that matches under a condition of its own. */
function isLimited(element: unknown): boolean {
    return isObject(element) && isObject(element['elem']) && isConditional({ stmt: element['elem'] });
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
    return Array.isArray(found) && !found.some(each => Array.isArray(each) && isLimited(each[0]))
        ? found
              .filter(each => Array.isArray(each))
              .map(each => [plain((each as unknown[])[0]), (each as unknown[])[1]] as const)
        : null;
}

/** The addresses of a value: one, a prefix, a range, or `*`; `null` where it is written in another form. */
export function addressesOf(value: unknown): Ranges | null {
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
export function comparedPorts(op: string, value: unknown): unknown {
    const port = portOf(String(value));
    if (port === null || typeof value === 'object') return null;
    const [low, high] =
        op === '<' ? [0, port - 1] : op === '<=' ? [0, port] : op === '>' ? [port + 1, 65535] : [port, 65535];
    return low > high ? { none: true } : { range: [low, high] };
}

/** The services of a port or a range of ports, over each of the transports; `null` where it is not understood. */
export function portsOf(value: unknown, transports: readonly string[]): Ranges | null {
    if (isObject(value) && value['none'] === true) return [];
    const ends = isObject(value) && Array.isArray(value['range']) ? value['range'] : [value, value];
    const [from, to] = ends.map(end => portOf(String(end)));
    if (from === null || to === null || from === undefined || to === undefined) return null;
    return rangesOf(transports.map(transport => [servicePoint(transport, from)!, servicePoint(transport, to)!]));
}

/** The services of a protocol of IP, by name or number, or of a range of numbers; `null` where it is not known. */
export function protocolOf(value: unknown): Ranges | null {
    const ends = isObject(value) && Array.isArray(value['range']) ? value['range'].map(Number) : null;
    if (ends) return servicesFrom([{ transport: 'ip', ranges: [{ from: ends[0]!, to: ends[1]! }] }]);
    // `icmp` here is the protocol of that number alone.
    const services = protocolServices(value === 'icmp' ? '1' : String(value));
    return services && servicesFrom(services);
}

/** The union of what each element of a set means; `null` where one is not understood. */
export function unionOf(elements: readonly unknown[] | null, read: (value: unknown) => Ranges | null): Ranges | null {
    const found = elements?.map(read) ?? [null];
    return found.every(one => one !== null) ? union(...found) : null;
}

/** A value as it is named in a doubt: a text as it is, others as JSON. */
export function textOf(value: unknown): string {
    return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The left side of a match in the words of nft: `tcp dport`, `meta mark`. */
export function leftText(left: unknown): string {
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

const isField =
    (field: string) =>
    (left: unknown): boolean =>
        isObject(left) && isObject(left['payload']) && left['payload']['field'] === field;
export const isDport = isField('dport');
export const isFlags = isField('flags');
