import type { Leg } from '../../assessment/address-book.ts';
import type { Point } from '../../filter/index.ts';
import { readAddresses } from '../../filter/index.ts';

/** Addresses that no single host has, by RFC 6890, RFC 5771 and RFC 4291. */
const noHosts: readonly (readonly [prefix: string, what: string])[] = [
    ['0.0.0.0/8', 'an address of "this network"'],
    ['127.0.0.0/8', 'a loopback address, which every host has'],
    ['224.0.0.0/4', 'a multicast address'],
    ['255.255.255.255', 'the broadcast address'],
    ['::', 'the unspecified address'],
    ['::1', 'the loopback address, which every host has'],
    ['ff00::/8', 'a multicast address'],
];

/** {@link noHosts} as numbers, by the type of a point: IPv4, IPv6. Made for the first address. */
let byKind: ReadonlyMap<string, readonly Special[]> | undefined;

interface Special {
    readonly low: Point;
    readonly high: Point;
    readonly what: string;
}

/** What an address is that no single host has; `undefined` for any other. */
export function specialOf(point: Point): string | undefined {
    byKind ??= Map.groupBy(
        noHosts.map(([prefix, what]): Special => {
            const [low, high] = readAddresses(prefix)!;
            return { low: low!, high: high!, what };
        }),
        ({ low }) => typeof low,
    );
    return byKind.get(typeof point)!.find(({ low, high }) => low <= point && point <= high)?.what;
}

/** True for an address of one link, which every link may have again (RFC 3927, RFC 4291). */
export const isOfLink = (point: Point): boolean =>
    typeof point === 'bigint' ? point >> 118n === 0x3fan : point >>> 16 === 0xa9fe;

/** True for an address that no host has, or for a network in its place: it says nothing of where its asset lies. */
export function isNoHost({ point, address }: Leg): boolean {
    return specialOf(point) !== undefined || readAddresses(address.text)?.[1] !== point;
}
