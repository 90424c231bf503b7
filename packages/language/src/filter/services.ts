import type { Point, Ranges } from './ranges.ts';
import { pairsOf, rangesOf } from './ranges.ts';

/**
 * Services on one line: the number of the IP protocol times 65,536, plus the port of the side that answers. A protocol
 * without ports fills its whole stretch.
 */

const stretch = 65536;
/** Protocols by their names in rules; `icmp` is that of IPv4 and of IPv6. */
const numbers: ReadonlyMap<string, readonly number[]> = new Map([
    ['icmp', [1, 58]],
    ['tcp', [6]],
    ['udp', [17]],
    ['sctp', [132]],
]);
const names: ReadonlyMap<number, string> = new Map([
    [6, 'tcp'],
    [17, 'udp'],
    [132, 'sctp'],
]);

/** A service as it is written in a rule: `tcp 80, 443`, `icmp`, `ip 47`, `any`. */
export interface Service {
    /** `tcp`, `udp`, `sctp`, `icmp`, `ip`, `any`, or another word, which no rule can be judged by. */
    readonly transport: string;
    /** Ports, both ends included; for `ip` numbers of protocols. Empty for all of them. */
    readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

/** All services of all transports. */
export const everyService: Ranges = [0, 256 * stretch - 1];

/** The stretch of the line that a service takes; `null` for a transport that has no IP protocol. */
export function serviceRanges({ transport, ranges }: Service): Ranges | null {
    if (transport === 'any') return everyService;
    if (transport === 'ip') {
        if (ranges.length === 0) return everyService;
        return ranges.some(range => range.to > 255)
            ? null
            : rangesOf(ranges.map(range => [range.from * stretch, (range.to + 1) * stretch - 1]));
    }
    const protocols = numbers.get(transport);
    if (!protocols) return null;
    if (ranges.length === 0 || transport === 'icmp')
        return rangesOf(protocols.map(number => [number * stretch, (number + 1) * stretch - 1]));
    return rangesOf(ranges.map(range => [protocols[0]! * stretch + range.from, protocols[0]! * stretch + range.to]));
}

/** The union of several services; `null` where one of them is not read. */
export function readServices(services: readonly Service[]): Ranges | null {
    if (services.length === 1) return serviceRanges(services[0]!);
    const pairs: (readonly [Point, Point])[] = [];
    for (const service of services) {
        const ranges = serviceRanges(service);
        if (!ranges) return null;
        pairs.push(...pairsOf(ranges));
    }
    return rangesOf(pairs);
}

/**
 * Reads lists of services, each list once: those that are written alike in a file are one object.
 * @returns the union of what a list says; every service where one of them is not read
 */
export function servicesReader(): (services: readonly Service[]) => Ranges {
    const known = new Map<readonly Service[], Ranges>();
    return services => {
        const before = known.get(services);
        if (before) return before;
        const ranges = readServices(services) ?? everyService;
        known.set(services, ranges);
        return ranges;
    };
}

/** The services that fill a set, sorted by the number of the protocol. What is read from them is the set again. */
export function servicesOf(set: Ranges): readonly Service[] {
    if (set.length === 2 && set[0] === everyService[0] && set[1] === everyService[1])
        return [{ transport: 'any', ranges: [] }];
    const ports = new Map<number, { from: number; to: number }[]>();
    const whole: number[] = [];
    for (const [low, high] of pairsOf(set) as [number, number][]) {
        for (let number = Math.floor(low / stretch); number <= Math.floor(high / stretch); number++) {
            const from = Math.max(low, number * stretch) - number * stretch;
            const to = Math.min(high, (number + 1) * stretch - 1) - number * stretch;
            if (from === 0 && to === stretch - 1) whole.push(number);
            else ports.set(number, [...(ports.get(number) ?? []), { from, to }]);
        }
    }
    const icmp = whole.includes(1) && whole.includes(58);
    const plain = whole.filter(number => !names.has(number) && !(icmp && (number === 1 || number === 58)));
    const found: Service[] = icmp ? [{ transport: 'icmp', ranges: [] }] : [];
    for (const [number, transport] of names) {
        if (whole.includes(number)) found.push({ transport, ranges: [] });
        const some = ports.get(number);
        if (some) found.push({ transport, ranges: some });
    }
    if (plain.length > 0)
        found.push({
            transport: 'ip',
            ranges: pairsOf(rangesOf(plain.map(number => [number, number]))).map(([from, to]) => ({
                from: Number(from),
                to: Number(to),
            })),
        });
    return found;
}

/** A service as text: `tcp 80, 443`. */
export function serviceText({ transport, ranges }: Service): string {
    const ports = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
    return ports.length === 0 ? transport : `${transport} ${ports.join(', ')}`;
}

/** The point of one port of one protocol by its name; 0 for protocols without ports. */
export function servicePoint(transport: string, port: number): number | null {
    const number = numbers.get(transport)?.[0];
    return number === undefined ? null : number * stretch + port;
}
