import type { Point, Ranges } from '../filter/index.ts';
import { prefixLength, prefixRanges, readAddresses } from '../filter/index.ts';
import type { Address, Zone } from '../model/index.ts';

/** A prefix that a zone says is its own. */
export interface Network {
    readonly zone: Zone;
    readonly address: Address;
    readonly ranges: Ranges;
    /** In bits. */
    readonly length: number;
}

/** The networks of a zone that can be read. */
export function networksOf(zone: Zone): readonly Network[] {
    return zone.networks.flatMap((address): readonly Network[] => {
        const ranges = readAddresses(address.text);
        const length = ranges && prefixLength(ranges[0]!, ranges[1]!);
        return ranges && length !== null ? [{ zone, address, ranges, length }] : [];
    });
}

/** Networks by their lengths, longest first, so that a look-up asks once for each length. */
export class NetworkIndex {
    readonly #byLength = new Map<number, Map<Point, Network[]>>();
    readonly #lengths: readonly number[];

    constructor(networks: readonly Network[]) {
        for (const network of networks) {
            const same = this.#byLength.get(network.length) ?? new Map<Point, Network[]>();
            this.#byLength.set(network.length, same);
            const low = network.ranges[0]!;
            same.set(low, [...(same.get(low) ?? []), network]);
        }
        this.#lengths = [...this.#byLength.keys()].sort((a, b) => b - a);
    }

    /** The longest networks with an address that satisfy a condition; several where zones say the same one. */
    longest(point: Point, fits: (network: Network) => boolean): readonly Network[] {
        for (const length of this.#lengths) {
            const low = prefixRanges(point, length)?.[0];
            const found = low === undefined ? undefined : this.#byLength.get(length)!.get(low)?.filter(fits);
            if (found && found.length > 0) return found;
        }
        return [];
    }
}
