import type { AddressBook } from '../assessment/index.ts';
import { includes } from '../filter/index.ts';
import type { Asset, Flow, Lookup, Zone } from '../model/index.ts';
import type { Needs } from './needs.ts';
import { hasRun } from './needs.ts';
import { isEnd } from './places.ts';
import type { Placed, Sightings } from './sightings.ts';
import type { LocatedEnd } from './types.ts';

const nothing: readonly never[] = [];

const hasNoNetwork = (zone: Zone): boolean => zone.networks.every(network => network.text.endsWith('/0'));

/**
 * Traffic of hosts of which no more than an address is known. It may be that of an asset without a fixed address, so
 * such an asset is not one that was never seen.
 */
export class Strangers {
    readonly #lookup: Lookup;
    readonly #book: AddressBook;
    readonly #sightings: Sightings;
    readonly #hosts = new Map<string, readonly Asset[]>();
    #sights: ReadonlyMap<string | undefined, readonly Placed[]> | undefined;

    constructor(lookup: Lookup, book: AddressBook, sightings: Sightings) {
        this.#lookup = lookup;
        this.#book = book;
        this.#sightings = sightings;
    }

    /** By the asset at the other end; those of two strangers have none. */
    #byOther(): ReadonlyMap<string | undefined, readonly Placed[]> {
        const { crossing, inside } = this.#sightings;
        return Map.groupBy(
            [...crossing, ...inside].filter(({ from, to }) => !(from.asset && to.asset)),
            ({ from, to }) => (from.asset ?? to.asset)?.id,
        );
    }

    #hasNoAddress(asset: Asset): boolean {
        return asset.dhcp || this.#book.legsOf(asset.id).length === 0;
    }

    /** The assets that an end of a flow is, or has as members, of which no fixed address is known. */
    hostsOf(end: string): readonly Asset[] {
        const asset = this.#lookup.asset(end);
        if (asset) return this.#hasNoAddress(asset) ? [asset] : nothing;
        const known = this.#hosts.get(end);
        if (known) return known;
        const found = this.#lookup.assetsWithin(end).filter(each => this.#hasNoAddress(each));
        this.#hosts.set(end, found);
        return found;
    }

    /** Whether any of this traffic may be that of a flow, in one of its directions. */
    mayBeOf(flow: Flow, needs: Needs): boolean {
        const [from, to] = [flow.from.id, flow.to.id];
        if (this.hostsOf(from).length + this.hostsOf(to).length === 0) return false;
        this.#sights ??= this.#byOther();
        const open = [from, to].filter(end => this.#lookup.zone(end) || this.hostsOf(end).length > 0);
        const [known] = [from, to].filter(end => !open.includes(end));
        const sights = known === undefined ? [...this.#sights.values()].flat() : (this.#sights.get(known) ?? nothing);
        return sights.some(placed => {
            if (!hasRun(this.#lookup, flow, needs, placed.conversation.outcome)) return false;
            if (needs.kind === 'services' && !includes(needs.any, placed.region.services)) return false;
            if (this.#may(from, placed.from) && this.#may(to, placed.to)) return true;
            const isOneWay = flow.arrow === '->' && placed.conversation.arrow === '->';
            return !isOneWay && this.#may(to, placed.from) && this.#may(from, placed.to);
        });
    }

    #may(end: string, seen: LocatedEnd): boolean {
        if (isEnd(this.#lookup, end, seen.asset, seen.zone)) return true;
        if (seen.asset !== null) return false;
        const { zone } = seen;
        return this.hostsOf(end).some(host =>
            this.#book
                .zonesOf(host)
                .some(own =>
                    zone === null || hasNoNetwork(zone)
                        ? this.#lookup.chain(own.id).every(hasNoNetwork)
                        : this.#lookup.within(zone.id, own.id) || this.#lookup.within(own.id, zone.id),
                ),
        );
    }
}
