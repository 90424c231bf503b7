import type { Point } from '../filter/index.ts';
import { addressPoint, includes, meets, readAddresses, sizeOf } from '../filter/index.ts';
import type { Asset, AssetAddress, Lookup, Translation, Zone } from '../model/index.ts';
import type { AddressBook, Leg, Whereabouts } from './address-book.ts';
import { inTurns } from './in-turns.ts';
import type { Network } from './networks.ts';
import { NetworkIndex, networksOf } from './networks.ts';
import type { Hiding, Translated } from './translated.ts';
import { realOf, translatorsOf } from './translated.ts';

/** The address alone: without the length of a mask that was written behind it. */
export function pointOf(text: string): Point | null {
    return addressPoint(text.replace(/\/\d+$/, ''));
}

const nothing: readonly never[] = [];

/** True for an asset that names the zones of its legs. */
function namesZones({ serves, faces, addresses }: Asset): boolean {
    return serves.length > 0 || faces.length > 0 || addresses.some(each => each.zone !== null);
}

/** Reads the addresses of a model into maps, and answers from them. */
export class AddressMaps implements AddressBook {
    readonly legs: Leg[] = [];
    readonly networks: readonly Network[];
    readonly #lookup: Lookup;
    readonly #zones = new Map<Asset, readonly Zone[]>();
    /** Of most assets nothing is said but where they stand: those of one place share the answer. */
    readonly #zonesByPlace = new Map<string, readonly Zone[]>();
    readonly #index: NetworkIndex;
    readonly #scopes = new WeakMap<readonly string[], (zone: Zone) => boolean>();
    readonly #legsByPoint = new Map<Point, Leg[]>();
    readonly #legsByAsset = new Map<string, Leg[]>();
    readonly #macs = new Map<string, Asset[]>();
    readonly #networksByZone: ReadonlyMap<string, readonly Network[]>;
    /** What {@link networksAround} found, by the zone. */
    readonly #around4 = new Map<string, readonly Network[]>();
    readonly #around6 = new Map<string, readonly Network[]>();
    translated: readonly Translated[] = nothing;
    /** The translations of devices, by the zones in which their real addresses lie. */
    readonly #translatedByZone = new Map<string, Translated[]>();

    constructor(lookup: Lookup) {
        this.#lookup = lookup;
        this.networks = lookup.model.zones.flatMap(networksOf);
        this.#networksByZone = Map.groupBy(this.networks, network => network.zone.id);
        this.#index = new NetworkIndex(this.networks);
    }

    /** Reads the addresses of all assets; nothing is answered before that. */
    *read(): Generator<void> {
        const { assets } = this.#lookup.model;
        yield* inTurns(assets, asset => {
            for (const address of asset.addresses) {
                const point = pointOf(address.text);
                if (point === null) continue;
                const leg = { asset, address, point, zone: this.#zoneOfLeg(asset, address, point) };
                this.legs.push(leg);
                add(this.#legsByPoint, point, leg);
                add(this.#legsByAsset, asset.id, leg);
            }
            for (const mac of asset.macs) add(this.#macs, mac.text, asset);
        });
        this.translated = translatorsOf(this.#lookup).flatMap(device =>
            device.translates.flatMap(translation => this.#translatedBy(device, translation)),
        );
        for (const each of this.translated) for (const zone of each.zones) add(this.#translatedByZone, zone.id, each);
    }

    legsOf(asset: string): readonly Leg[] {
        return this.#legsByAsset.get(asset) ?? [];
    }

    zonesOf(asset: Asset): readonly Zone[] {
        const saysNoOther = !namesZones(asset) && this.#lookup.boundariesOf(asset.id).length === 0;
        const known = saysNoOther ? this.#zonesByPlace.get(asset.container) : this.#zones.get(asset);
        if (known) return known;
        const found = this.#zonesAt(asset).slice();
        if (saysNoOther) this.#zonesByPlace.set(asset.container, found);
        else this.#zones.set(asset, found);
        return found;
    }

    #zonesAt(asset: Asset): readonly Zone[] {
        const around = this.#lookup.conduit(asset.container);
        const ids = [
            asset.container,
            ...asset.serves.map(zone => zone.id),
            ...asset.faces.map(each => each.zone.id),
            ...asset.addresses.flatMap(each => each.zone?.id ?? []),
        ];
        const conduits = namesZones(asset) ? [] : [...(around ? [around] : []), ...this.#lookup.boundariesOf(asset.id)];
        const joined = conduits.flatMap(conduit => conduit.between.map(end => end.id));
        return [...new Set([...ids, ...joined])].flatMap(id => this.#lookup.zone(id) ?? []);
    }

    #zoneOfLeg(asset: Asset, address: AssetAddress, point: Point): Zone | null {
        if (address.zone) return this.#lookup.zone(address.zone.id) ?? null;
        const zones = this.zonesOf(asset);
        if (zones.length <= 1) return zones[0] ?? null;
        const ids = new Set(zones.map(zone => zone.id));
        const [network, ...others] = this.#index.longest(point, each => ids.has(each.zone.id));
        if (network) return others.length === 0 ? network.zone : null;
        return namesZones(asset) ? null : (this.#lookup.zone(asset.container) ?? null);
    }

    #translatedBy(device: Asset, translation: Translation): readonly Translated[] {
        const [from, to] = [readAddresses(translation.from.text), readAddresses(translation.to.text)];
        if (!from || !to) return [];
        const zones = this.zonesOf(device).filter(
            zone =>
                this.networksAround(zone.id, from[0]!).some(
                    network => network.length > 0 && meets(network.ranges, from),
                ) ||
                this.#lookup
                    .assetsWithin(zone.id)
                    .some(asset =>
                        this.legsOf(asset.id).some(
                            leg =>
                                leg.zone !== null &&
                                this.#lookup.within(leg.zone.id, zone.id) &&
                                meets(from, [leg.point, leg.point]),
                        ),
                    ),
        );
        return [{ device, translation, from, to, zones }];
    }

    /** Whether zones lie in those of a scope; whoever asks for many addresses asks with the same list. */
    #insideOf(scope: readonly string[]): (zone: Zone) => boolean {
        const known = this.#scopes.get(scope);
        if (known) return known;
        const ids = new Set(scope);
        const answers = new Map<Zone, boolean>();
        const inside = (zone: Zone): boolean => {
            const before = answers.get(zone);
            if (before !== undefined) return before;
            const found = this.#lookup.chain(zone.id).some(around => ids.has(around.id));
            answers.set(zone, found);
            return found;
        };
        this.#scopes.set(scope, inside);
        return inside;
    }

    where(point: Point, scope?: readonly string[]): readonly Whereabouts[] {
        const here = scope ? this.#among(point, this.#insideOf(scope), true) : null;
        if (here?.[0]!.kind === 'asset') return here;
        const shown = this.#shown(point, scope);
        // An outer network holds what is shown of it: the asset that is known says more than a host of that network.
        if (shown?.some(each => each.kind === 'asset')) return shown;
        // Nor are the addresses that a device shows free for hosts of a wider network around them.
        if (shown && here?.every(each => each.kind === 'network' && this.#isPartOf(point, each.network))) return shown;
        return here ?? shown ?? this.#among(point, () => true, false) ?? [];
    }

    /**
     * Where a real address belongs among some zones; `null` where none of them has it.
     * @param specific leaves aside a network of every address
     */
    #among(point: Point, fits: (zone: Zone) => boolean, specific: boolean): readonly Whereabouts[] | null {
        const found: Whereabouts[] = [];
        for (const leg of this.#legsByPoint.get(point) ?? nothing)
            if (leg.zone ? fits(leg.zone) : this.zonesOf(leg.asset).some(fits))
                found.push({ kind: 'asset', leg, translator: null });
        if (found.length > 0) return found;
        const networks = this.#index.longest(
            point,
            network => fits(network.zone) && !(specific && network.length === 0),
        );
        return networks.length > 0
            ? networks.map(network => ({ kind: 'network', network, point, translator: null }))
            : null;
    }

    /**
     * Where an address belongs that a device shows in the place of a real one; `null` where none does. A device is not
     * looked at from its own inside.
     */
    #shown(point: Point, scope: readonly string[] = []): readonly Whereabouts[] | null {
        if (this.translated.length === 0 || this.#legsByPoint.has(point)) return null;
        const found = this.translated.flatMap(each => (this.#isInside(scope, each) ? [] : this.#behind(point, each)));
        return found.length > 0 ? found : null;
    }

    /** True where a device shows an address among fewer than a network has. */
    #isPartOf(point: Point, network: Network): boolean {
        return this.translated.some(
            ({ to }) =>
                meets(to, [point, point]) && sizeOf(to) < sizeOf(network.ranges) && includes(network.ranges, to),
        );
    }

    /** True where all that is looked at is on the inner side of a device. */
    #isInside(scope: readonly string[], { zones }: Translated): boolean {
        return scope.length > 0 && scope.every(zone => this.#liesIn(zone, zones));
    }

    /** Where the real address belongs that one device shows as this one. */
    #behind(point: Point, each: Translated): readonly Whereabouts[] {
        const real = realOf(point, each);
        if (real === null) return [];
        const ids = new Set(each.zones.map(zone => zone.id));
        return (
            this.#among(real, zone => this.#lookup.chain(zone.id).some(around => ids.has(around.id)), true) ?? []
        ).map(at => ({ ...at, translator: each.device }));
    }

    hiddenBy(point: Point): readonly Asset[] {
        if (this.#legsByPoint.has(point)) return [];
        return [...new Set(this.hidingAs(point).map(each => each.device))];
    }

    hidingAs(point: Point, scope: readonly string[] = []): readonly Hiding[] {
        if (this.translated.length === 0) return nothing;
        const holders = this.#legsByPoint.get(point) ?? [];
        return this.translated.filter(
            each =>
                meets(each.to, [point, point]) &&
                holders.every(leg => leg.asset === each.device) &&
                !this.#isInside(scope, each) &&
                this.#behind(point, each).length === 0,
        );
    }

    mayHide({ from, zones }: Hiding, asset: Asset): boolean {
        const legs = this.legsOf(asset.id);
        return legs.length === 0
            ? zones.some(zone => this.zonesOf(asset).some(own => this.#lookup.within(own.id, zone.id)))
            : legs.some(
                  leg =>
                      meets(from, [leg.point, leg.point]) &&
                      (leg.zone === null || zones.length === 0 || this.#liesIn(leg.zone.id, zones)),
              );
    }

    #liesIn(zone: string, zones: readonly Zone[]): boolean {
        return zones.some(around => this.#lookup.within(zone, around.id));
    }

    realmOf(zone: string, point: Point): string | null {
        return this.#behindDevice(zone, ({ from }) => meets(from, [point, point]));
    }

    segmentOf(zone: string, point: Point): string | null {
        return this.#behindDevice(zone, ({ from }, around) =>
            this.networksAround(around, point).some(
                ({ length, ranges }) => length > 0 && meets(ranges, [point, point]) && meets(ranges, from),
            ),
        );
    }

    /** The nearest zone around with real addresses of a translation that satisfies a condition. */
    #behindDevice(zone: string, is: (each: Translated, around: string) => boolean): string | null {
        if (this.translated.length === 0) return null;
        const behind = this.#lookup
            .chain(zone)
            .find(({ id }) => this.#translatedByZone.get(id)?.some(each => is(each, id)));
        return behind?.id ?? null;
    }

    networksAround(zone: string, point: Point): readonly Network[] {
        const known = typeof point === 'bigint' ? this.#around6 : this.#around4;
        let found = known.get(zone);
        if (!found) known.set(zone, (found = this.#networksOfKind(zone, typeof point)));
        return found;
    }

    #networksOfKind(zone: string, kind: string): readonly Network[] {
        for (const around of this.#lookup.chain(zone)) {
            const found = this.#networksByZone.get(around.id)?.filter(network => typeof network.ranges[0] === kind);
            if (found && found.length > 0) return found;
        }
        return nothing;
    }

    longest(point: Point, fits: (zone: Zone) => boolean): readonly Network[] {
        return this.#index.longest(point, network => fits(network.zone));
    }

    ofMac(mac: string): readonly Asset[] {
        return this.#macs.get(mac) ?? [];
    }
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
    const known = map.get(key);
    if (known) known.push(value);
    else map.set(key, [value]);
}
