import type { Hiding, Whereabouts } from '../assessment/index.ts';
import type { Point } from '../filter/index.ts';
import { addressText } from '../filter/index.ts';
import type { Asset, Lookup, Sight, Zone } from '../model/index.ts';
import type { Places } from './places.ts';
import type { LocatedEnd } from './types.ts';

/** An end of which the model leaves open where it belongs, with all that it may be. */
export interface OpenEnd {
    readonly kind: 'open';
    readonly places: readonly Whereabouts[];
    readonly hiding: readonly Hiding[];
}

export const isOpen = (end: LocatedEnd | OpenEnd): end is OpenEnd => 'kind' in end;

/** Assets by all that they are called. */
const assetsByName = ({ model }: Lookup): ReadonlyMap<string, readonly Asset[]> => {
    const found = new Map<string, Asset[]>();
    for (const asset of model.assets) {
        for (const name of new Set([asset.name, asset.title, asset.id])) {
            if (name === null) continue;
            const same = found.get(name);
            if (same) same.push(asset);
            else found.set(name, [asset]);
        }
    }
    return found;
};

function byName(lookup: Lookup, name: string): Asset | null {
    const [first = null, ...others] = lookup.once(assetsByName).get(name) ?? [];
    return others.length === 0 ? first : null;
}

/**
 * Where an end belongs: by its address, then by its MAC address, then by its name where that is exact and unique.
 * @param seen the zones that its observation sees
 */
export function locate(
    lookup: Lookup,
    places: Places,
    seen: readonly string[],
    sight: Sight,
    point: Point | null,
): LocatedEnd | OpenEnd {
    const text = sight.address ?? sight.name ?? '';
    const home = (asset: Asset): Zone | null => lookup.zoneOf(asset.id) ?? places.book.zonesOf(asset)[0] ?? null;
    if (point !== null) {
        const found = places.book.where(point, seen);
        // Several hosts as one address: which one it was, and in which zone, is not to be seen from the outside.
        const hiding = found.some(place => place.translator) ? [] : places.book.hidingAs(point, seen);
        if (hiding.length === 0 && found.length === 1) {
            const [at] = found;
            if (at!.kind === 'asset') return { text, asset: at!.leg.asset, zone: at!.leg.zone ?? home(at!.leg.asset) };
            const real = at!.translator === null ? {} : { real: addressText(at!.point) };
            return { text, ...real, asset: null, zone: at!.network.zone };
        }
        if (hiding.length > 0 || found.length > 1) {
            const named = sight.name === null ? null : byName(lookup, sight.name);
            if (named) return { text, asset: named, zone: home(named) };
            // Of hosts in a network of the outer zone only the device itself has the address that it shows.
            const own = hiding.length === 0 ? found : found.filter(place => place.kind === 'asset');
            return { kind: 'open', places: own, hiding };
        }
    }
    if (sight.name !== null) {
        const mac = places.book.ofMac(sight.name.toLowerCase());
        const asset = mac.length === 1 ? mac[0]! : byName(lookup, sight.name);
        if (asset) return { text, asset, zone: home(asset) };
    }
    return { text, asset: null, zone: null };
}
