import type { Point } from '../filter/index.ts';
import type { Asset, AssetAddress, Lookup, Zone } from '../model/index.ts';
import { Gradual } from '../model/index.ts';
import type { Network } from './networks.ts';
import type { Hiding, Translated } from './translated.ts';
import { AddressMaps } from './address-maps.ts';

/** An address of an asset and the zone in which that leg lies; `null` where neither the leg nor a network says it. */
export interface Leg {
    readonly asset: Asset;
    readonly address: AssetAddress;
    readonly point: Point;
    readonly zone: Zone | null;
}

/** Where an address belongs. */
export type Whereabouts =
    /** It is an address of an asset; `translator` shows it as the address that was asked for. */
    | { readonly kind: 'asset'; readonly leg: Leg; readonly translator: Asset | null }
    /**
     * No asset has it, and this network is the longest one with it; an unknown host in the zone. `point` is the address
     * that the host itself has.
     */
    | {
          readonly kind: 'network';
          readonly network: Network;
          readonly point: Point;
          readonly translator: Asset | null;
      };

/**
 * Answers where addresses belong, from maps built once (language pages, "Where an address belongs"): to the asset that
 * has it, else to the zone with the longest network, a network of every address last. Whether an address is private or
 * public says nothing.
 */
export interface AddressBook {
    /** Addresses that are one, in the order of the text. Prefixes, MAC addresses and names are none. */
    readonly legs: readonly Leg[];
    readonly networks: readonly Network[];
    /** What devices translate, in the order of the text. */
    readonly translated: readonly Translated[];
    legsOf(asset: string): readonly Leg[];
    /**
     * The zones in which an asset has a leg: in which it stands, which it serves or faces. One that says neither and is
     * in a conduit, in its block or after its `via`, has a leg in the zones that the conduit joins.
     */
    zonesOf(asset: Asset): readonly Zone[];
    /**
     * @param scope zones to look among first: those that an observation sees, or that a device serves or faces
     * @returns several where the model leaves it open, such as identical cells behind NAT; none outside of the model
     */
    where(point: Point, scope?: readonly string[]): readonly Whereabouts[];
    /**
     * Devices that show real addresses as this one, where the model does not say which: several as one, or of no zone
     * that has a network. Such an address belongs to none of the networks that have it.
     */
    hiddenBy(point: Point): readonly Asset[];
    /**
     * What hides hosts as this address, for traffic that was seen: with the devices of {@link hiddenBy} those that show
     * hosts as an address of their own.
     * @param scope the zones that are looked at; inside of the device the hosts are seen as they are
     */
    hidingAs(point: Point, scope?: readonly string[]): readonly Hiding[];
    /** Whether an asset may be one of the hosts that a device hides. */
    mayHide(hiding: Hiding, asset: Asset): boolean;
    /**
     * The part of the plant in which an address is one and the same: the zone behind a device that translates it, or
     * `null` for all that is behind none.
     */
    realmOf(zone: string, point: Point): string | null;
    /**
     * The zone whose network has an address and is behind a device that translates another address of it, as the NAT
     * router of a machine does that shows the controller alone; `null` for all others. Whether this address is seen
     * outside is not known, so it separates a zone only from others that are behind such a device.
     */
    segmentOf(zone: string, point: Point): string | null;
    /**
     * The longest networks with an address among zones that satisfy a condition; several where zones say the same one.
     */
    longest(point: Point, fits: (zone: Zone) => boolean): readonly Network[];
    /** The networks of a zone and, where it has none of that kind, of the nearest zone around it that has. */
    networksAround(zone: string, point: Point): readonly Network[];
    /** The assets that say this MAC address. */
    ofMac(mac: string): readonly Asset[];
}

function* making(lookup: Lookup): Generator<void, AddressBook> {
    const book = new AddressMaps(lookup);
    yield* book.read();
    return book;
}

// A check has this module in its bundle, and once more in the one beside it that compares what was found.
const made = Object.assign((lookup: Lookup) => new Gradual(making(lookup)), { shared: 'address book' });

/** The addresses of a model. Several rules and commands ask; the maps are built for the first one. */
export function addressBook(lookup: Lookup): AddressBook {
    return lookup.once(made).value;
}

/** Makes the book in steps, for whoever asks for it next. */
export function addressBookSteps(lookup: Lookup): Iterable<void> {
    return lookup.once(made).steps();
}
