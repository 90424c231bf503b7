import type { Lookup } from 'iacs-language';
import { addressBook, pointOf, withAnd } from 'iacs-language';
import { addressText } from 'iacs-language/filter';

/** One place where the model has an address. */
export interface Place {
    /** The id of the asset that has it; `null` for an unknown host. */
    readonly asset: string | null;
    /** The id of the zone; `null` where the model does not say in which zone that leg of the asset is. */
    readonly zone: string | null;
    /** The address that the device itself has. */
    readonly address: string;
    /** The id of the device that shows it as the address that was asked for; `null` for none. */
    readonly translator: string | null;
    /** True where only a network of every address has it. */
    readonly everywhere: boolean;
}

/** What the model says of an address. */
export interface Places {
    /** Several where the model leaves it open; none for an address outside of the model. */
    readonly all: readonly Place[];
    /** Ids of devices that show hosts as this address, where the model does not say which ones or in which zone. */
    readonly hiddenBy: readonly string[];
}

/**
 * Answers where the model has an address, by what {@link addressBook} knows: assets, networks, translations.
 * @param address one without a mask; what is not an address is nowhere
 * @param scope ids of zones to look among first
 */
export type Where = (address: string, scope?: readonly string[]) => Places;

const nowhere: Places = { all: [], hiddenBy: [] };

/** Without a model every address is nowhere. */
export const nothingIsWhere: Where = () => nowhere;

export function whereIn(lookup: Lookup): Where {
    return (address, scope) => {
        const point = pointOf(address.trim());
        if (point === null) return nowhere;
        const book = addressBook(lookup);
        return {
            all: book.where(point, scope).map((place): Place =>
                place.kind === 'asset'
                    ? {
                          asset: place.leg.asset.id,
                          zone: place.leg.zone?.id ?? null,
                          address: addressText(place.leg.point),
                          translator: place.translator?.id ?? null,
                          everywhere: false,
                      }
                    : {
                          asset: null,
                          zone: place.network.zone.id,
                          address: addressText(place.point),
                          translator: place.translator?.id ?? null,
                          everywhere: place.network.length === 0,
                      },
            ),
            hiddenBy: book.hiddenBy(point).map(device => device.id),
        };
    };
}

/** The zone of addresses of one device, and what a reader has to know of it. */
export type PlacedIn =
    | { readonly kind: 'zone'; readonly zone: string; readonly why: string }
    /** The model has more to say than one zone; `why` goes on from "…, and". */
    | { readonly kind: 'open'; readonly why: string }
    /** The model says nothing of them. */
    | { readonly kind: 'nowhere' };

/** In which zone a device with some addresses is: the one that all of them say, and never a guess. */
export function placedIn(addresses: readonly string[], where: Where): PlacedIn {
    const found = addresses.map(address => ({ address, ...where(address) }));
    const hidden = found.find(({ all, hiddenBy }) => hiddenBy.length > 0 && !all.some(place => place.translator));
    if (hidden)
        return {
            kind: 'open',
            why: `the model does not say which host or zone ${withAnd(hidden.hiddenBy)} shows as ${hidden.address}`,
        };
    // Of an address that cells have alike, the one that a device shows of it says the cell.
    const shown = new Map(
        found.flatMap(({ all }) => (all.length === 1 && all[0]!.translator ? [[all[0]!.address, all[0]!]] : [])),
    );
    const places = found.flatMap(({ address, all }) => shown.get(address) ?? all);
    if (places.length === 0) return { kind: 'nowhere' };
    const zones = [...new Set(places.map(place => place.zone))];
    const named = zones.filter(zone => zone !== null);
    const [only] = places;
    if (named.length < zones.length)
        return { kind: 'open', why: 'the model does not say in which of its zones that device has it' };
    if (zones.length > 1)
        return {
            kind: 'open',
            why: `${addresses.length === 1 ? 'its address is' : 'its addresses are'} in networks of ${withAnd(named)}`,
        };
    if (places.every(place => place.everywhere))
        return { kind: 'open', why: `only ${named[0]!} has its address, as it has every address of no other zone` };
    const by = places.find(place => place.translator);
    return {
        kind: 'zone',
        zone: named[0]!,
        why: by
            ? `${by.translator!} shows it as its address`
            : only!.asset === null
              ? `its address lies in a network of ${named[0]!}`
              : `its address is that of ${withAnd([...new Set(places.map(place => place.asset!))])}`,
    };
}

/** Why an address that should name an element of the model names none; `null` for an address of no place. */
export function whyNoElement(address: string, where: Where): string | null {
    const { all, hiddenBy } = where(address);
    const [first] = all;
    const assets = [...new Set(all.flatMap(place => place.asset ?? []))];
    if (assets.length > 1) return `may be ${assets.join(' or ')}`;
    if (hiddenBy.length > 0 && !first?.translator)
        return `is an address as which ${withAnd(hiddenBy)} shows hosts that the model does not name`;
    if (!first || first.asset !== null) return null;
    const zones = [...new Set(all.map(place => place.zone))];
    if (zones.length > 1) return `is in networks of ${withAnd(zones.map(String))}, and none of their assets has it`;
    if (first.everywhere) return null;
    return first.translator
        ? `is ${first.address} in ${first.zone!} as ${first.translator} shows it, and no asset has that address`
        : `is an address of ${first.zone!} that no asset of the model has`;
}
