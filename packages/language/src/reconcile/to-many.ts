import { addressBook } from '../assessment/index.ts';
import type { Point, Ranges } from '../filter/index.ts';
import { meets, readAddresses } from '../filter/index.ts';
import type { Lookup } from '../model/index.ts';
import type { Places } from './places.ts';

/** The last address of a network of the model, which all of its hosts hear; there is none in the shortest networks. */
const broadcasts = (lookup: Lookup): ReadonlySet<Point> =>
    new Set(
        addressBook(lookup).networks.flatMap(({ ranges, length }) =>
            typeof ranges[1] === 'number' && length <= 30 ? [ranges[1]] : [],
        ),
    );

/** Groups of IPv4 and IPv6, and all hosts of the network in which a packet is sent (RFC 1112, RFC 4291). */
const groups: Ranges = [
    ...readAddresses('224.0.0.0/4')!,
    ...readAddresses('255.255.255.255')!,
    ...readAddresses('ff00::/8')!,
];

/** True for the address of a group, or of all hosts of a network. */
export function isToMany(lookup: Lookup, places: Places, point: Point | null): boolean {
    if (point === null) return false;
    return (
        meets(groups, [point, point]) ||
        (lookup.once(broadcasts).has(point) && !places.book.legs.some(leg => leg.point === point))
    );
}
