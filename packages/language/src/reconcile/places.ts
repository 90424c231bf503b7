import type { Point, Ranges } from '../filter/index.ts';
import {
    includes,
    meets as meetsRanges,
    nothing,
    rangesOf,
    readAddresses,
    sizeOf,
    subtract,
    union,
} from '../filter/index.ts';
import type { AddressBook, Leg } from '../assessment/index.ts';
import { addressBook, carriesOnly, translatorsOf } from '../assessment/index.ts';
import type { Asset, Flow, Lookup, Zone } from '../model/index.ts';

const single = (point: Point): readonly [Point, Point] => [point, point];

/** The ids of a zone and of those nested in it. */
export function nested(lookup: Lookup, zone: string): readonly string[] {
    return [zone, ...lookup.zonesIn(zone).flatMap(inner => nested(lookup, inner.id))];
}

/** What a device sees of a host. */
interface Sight {
    /** Its address, or those of which it has one. */
    readonly set: Ranges;
    /** The real addresses that are shown like this, where several share it; `null` where it is its own. */
    readonly among: Ranges | null;
}

/** The addresses of the plant, as firewalls see them. */
export class Places {
    readonly book: AddressBook;
    readonly #lookup: Lookup;
    readonly #spaces = new Map<string, Ranges>();
    #hosts: ReadonlyMap<string | undefined, readonly Leg[]> | undefined;
    #holders: ReadonlyMap<Point, readonly Leg[]> | undefined;
    #ranks: ReadonlyMap<Zone, number> | undefined;
    readonly #ends = new Map<string, Ranges>();
    readonly #translators: readonly { readonly translator: Asset; readonly own: ReadonlySet<string> }[];
    #all: Ranges | undefined;

    constructor(lookup: Lookup) {
        this.#lookup = lookup;
        this.book = addressBook(lookup);
        this.#translators = translatorsOf(lookup).map(translator => ({
            translator,
            own: new Set(this.book.zonesOf(translator).map(zone => zone.id)),
        }));
    }

    /** All addresses of the model: its networks, those of every address left aside, and the addresses of its assets. */
    get all(): Ranges {
        this.#all ??= rangesOf([
            ...this.book.networks
                .filter(network => network.length > 0)
                .map(({ ranges }) => [ranges[0]!, ranges[1]!] as const),
            ...this.book.legs.map(leg => single(leg.point)),
        ]);
        return this.#all;
    }

    /**
     * The addresses that belong to a zone and those nested in it: its networks without longer ones of other zones, and
     * its hosts.
     */
    spaceOf(zone: string): Ranges {
        const known = this.#spaces.get(zone);
        if (known) return known;
        const { networks, legs } = this.book;
        const zones = new Set(nested(this.#lookup, zone));
        const others = networks.filter(network => !zones.has(network.zone.id));
        const parts = networks
            .filter(network => zones.has(network.zone.id))
            .map(network => {
                const longer = others.filter(
                    other => other.length > network.length && meetsRanges(other.ranges, network.ranges),
                );
                return longer.length === 0
                    ? network.ranges
                    : subtract(network.ranges, union(...longer.map(other => other.ranges)));
            });
        this.#hosts ??= Map.groupBy(legs, leg => leg.zone?.id);
        const hosts = [...zones].flatMap(id => this.#hosts!.get(id) ?? []).map(leg => single(leg.point));
        const space = union(...parts, rangesOf(hosts));
        this.#spaces.set(zone, space);
        return space;
    }

    /** The zones whose space holds a set of addresses, in the order of the text. */
    zonesAround(set: Ranges): readonly Zone[] {
        const [point] = set;
        if (point === undefined) return this.#lookup.model.zones;
        const near = new Set<Zone>();
        const add = (zone: Zone): void => {
            for (const each of this.#lookup.chain(zone.id)) near.add(each);
        };
        this.#holders ??= Map.groupBy(this.book.legs, leg => leg.point);
        for (const { zone } of this.#holders.get(point) ?? []) if (zone) add(zone);
        this.book.longest(point, zone => {
            add(zone);
            // Shorter networks have the address too.
            return false;
        });
        this.#ranks ??= new Map(this.#lookup.model.zones.map((zone, index) => [zone, index]));
        return [...near]
            .filter(zone => includes(this.spaceOf(zone.id), set))
            .sort((a, b) => this.#ranks!.get(a)! - this.#ranks!.get(b)!);
    }

    /** The innermost zone whose space holds a set of addresses. */
    innermost(set: Ranges): Zone | undefined {
        const around = this.zonesAround(set);
        return around.find(zone => !around.some(other => other !== zone && this.#lookup.within(other.id, zone.id)));
    }

    /** The same for devices that see every address alike: one by itself only where something is translated. */
    sightOf(device: Asset | null): Asset | null {
        return this.#translators.length === 0 ? null : device;
    }

    /** What a device sees of a leg: what is shown of it where it lies on the other side of a translation. */
    seenBy(leg: Leg, device: Asset | null): Sight {
        const own = { set: single(leg.point), among: null };
        if (!leg.zone) return own;
        for (const { translator, own: sides } of this.#translators) {
            if (translator.id === device?.id) continue;
            const behind = this.#lookup.chain(leg.zone.id).find(zone => sides.has(zone.id));
            if (!behind || (device && this.book.zonesOf(device).some(zone => this.#lookup.within(zone.id, behind.id))))
                continue;
            for (const { from, to } of translator.translates) {
                const [real, shown] = [readAddresses(from.text), readAddresses(to.text)];
                if (!real || !shown || !includes(real, own.set)) continue;
                if (sizeOf(real) !== sizeOf(shown)) return { set: shown, among: real };
                const moved =
                    typeof leg.point === 'number'
                        ? (shown[0] as number) + leg.point - (real[0] as number)
                        : (shown[0] as bigint) + leg.point - (real[0] as bigint);
                return { set: single(moved), among: null };
            }
        }
        return own;
    }

    /**
     * The addresses of an end of a flow for a device: those of its asset, or of the members of its zone; `null` where
     * none is known.
     * @param lies the zones in which the conduit of the flow ends: of an asset with several legs, those there count
     * @param other the other end: a leg in its own zone passes no boundary to it
     */
    endFor(end: string, device: Asset | null, lies: readonly string[], other?: string): Ranges | null {
        // The one leg of an asset is the same whoever asks, unless something is translated.
        const alike = this.#translators.length === 0 && this.book.legsOf(end).length === 1 && !this.#lookup.zone(end);
        if (!alike) return this.#endFor(end, device, lies, other);
        const known = this.#ends.get(end) ?? rangesOf([single(this.book.legsOf(end)[0]!.point)]);
        this.#ends.set(end, known);
        return known;
    }

    #endFor(end: string, device: Asset | null, lies: readonly string[], other?: string): Ranges | null {
        const sights = this.#sightsOf(end, device, lies, other);
        if (sights.length > 0) return union(...sights.map(sight => sight.set));
        if (!this.#lookup.zone(end)) return null;
        const inner = this.#innerOf(end, other);
        const space = inner === null ? this.spaceOf(end) : subtract(this.spaceOf(end), this.spaceOf(inner));
        return space.length > 0 ? space : null;
    }

    /** The zone of the other end, where it lies in this one: what is in there passes no boundary to it. */
    #innerOf(end: string, other: string | undefined): string | null {
        const inner = other === undefined ? undefined : this.#lookup.zoneOf(other)?.id;
        return inner !== undefined && inner !== end && this.#lookup.within(inner, end) ? inner : null;
    }

    #sightsOf(end: string, device: Asset | null, lies: readonly string[], other?: string): readonly Sight[] {
        const zone = this.#lookup.zone(end);
        const assets = zone
            ? this.#lookup.assetsWithin(zone.id)
            : [this.#lookup.asset(end)].filter(asset => asset !== undefined);
        const inner = zone ? this.#innerOf(end, other) : null;
        const own = assets.flatMap(asset =>
            this.#legsFor(asset, lies, other).filter(
                leg => inner === null || leg.zone === null || !this.#lookup.within(leg.zone.id, inner),
            ),
        );
        return [...own, ...this.#legsServing(end, inner)].map(leg => this.seenBy(leg, device));
    }

    /** The legs in a zone of hosts that stand elsewhere and serve it: they are part of it. */
    #legsServing(end: string, inner: string | null): readonly Leg[] {
        if (!this.#lookup.zone(end)) return [];
        const hosts = nested(this.#lookup, end)
            .flatMap(zone => this.#lookup.serving(zone))
            .filter(asset => !carriesOnly(this.#lookup, asset) && !this.#lookup.within(asset.container, end));
        return [...new Set(hosts)]
            .flatMap(asset => this.book.legsOf(asset.id))
            .filter(({ zone }) => zone !== null && this.#lookup.within(zone.id, end))
            .filter(({ zone }) => inner === null || !this.#lookup.within(zone!.id, inner));
    }

    /** True where a device sees an end of a flow by one of several addresses, and it is open which. */
    isOneOf(end: string, device: Asset | null, lies: readonly string[], other?: string): boolean {
        return (
            this.sightOf(device) !== null &&
            this.#sightsOf(end, device, lies, other).some(({ set, among }) => among !== null && sizeOf(set) > 1)
        );
    }

    /**
     * The part of {@link documentedBy} that may be other hosts: addresses that a device sees of hosts that are not all
     * of this end.
     */
    sharedBy(end: string, device: Asset | null, lies: readonly string[]): Ranges {
        if (this.sightOf(device) === null) return nothing;
        const own = this.#lookup.zone(end)
            ? this.spaceOf(end)
            : rangesOf(this.book.legsOf(end).map(leg => single(leg.point)));
        return union(
            ...this.#sightsOf(end, device, lies).flatMap(({ set, among }) =>
                among !== null && !includes(own, among) ? [set] : [],
            ),
        );
    }

    /** What an end of a flow documents: of a zone its networks too. */
    documentedBy(end: string, device: Asset | null, lies: readonly string[], other?: string): Ranges {
        const hosts = this.endFor(end, device, lies, other) ?? nothing;
        return this.#lookup.zone(end) ? union(hosts, this.spaceOf(end)) : hosts;
    }

    #legsFor(asset: Asset, lies: readonly string[], other: string | undefined): readonly Leg[] {
        const legs = this.book.legsOf(asset.id);
        if (legs.length < 2) return legs;
        const beside = other === undefined ? undefined : this.#lookup.zoneOf(other)?.id;
        const side = beside === undefined ? undefined : this.#sideOf(beside, lies);
        // A leg on the side of the other end passes no boundary to it; of a zone and one in it each is a side.
        const isBeside = (zone: string): boolean =>
            side === undefined
                ? beside !== undefined && this.#lookup.within(zone, beside)
                : this.#sideOf(zone, lies) === side;
        const apart = legs.filter(leg => leg.zone === null || !isBeside(leg.zone.id));
        const left = apart.length > 0 ? apart : legs;
        const there = left.filter(
            leg => leg.zone !== null && lies.some(zone => this.#lookup.within(leg.zone!.id, zone)),
        );
        return there.length > 0 ? there : left;
    }

    /** The innermost of some zones around one. */
    #sideOf(zone: string, sides: readonly string[]): string | undefined {
        return this.#lookup.chain(zone).find(({ id }) => sides.includes(id))?.id;
    }
}

/**
 * Whether an asset, or the host of an address, is what a flow names as its end. An asset is part of a zone that it
 * serves, unless it has an address there: what comes to another address of it takes another path.
 */
export function isEnd(lookup: Lookup, end: string, asset: Asset | null, zone: Zone | null): boolean {
    if (asset && asset.id === end) return true;
    if (!lookup.zone(end)) return false;
    if (zone !== null && lookup.within(zone.id, end)) return true;
    return (
        asset !== null &&
        asset.serves.some(served => lookup.within(served.id, end)) &&
        !addressBook(lookup)
            .legsOf(asset.id)
            .some(leg => leg.zone !== null && lookup.within(leg.zone.id, end))
    );
}

/** The zones between which the conduit of a flow lies. */
export function zonesAround(lookup: Lookup, flow: Flow): readonly string[] {
    const conduit = flow.container === null ? undefined : lookup.conduit(flow.container);
    return conduit
        ? conduit.between.map(end => end.id)
        : [flow.from.id, flow.to.id].flatMap(id => lookup.zoneOf(id)?.id ?? []);
}
