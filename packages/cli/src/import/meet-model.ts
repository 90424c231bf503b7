import type { Known, KnownElement } from './known.ts';
import { resolve, resolveBeside } from './known.ts';
import { canonicalAddress } from './values.ts';
import type { Place, PlacedIn } from './places.ts';
import { placedIn } from './places.ts';

/** What a row of an inventory says of its device, as far as it identifies it. */
export interface RowIdentity {
    readonly id: string;
    readonly title: string;
    readonly addresses: readonly string[];
    readonly macs: readonly string[];
    /** The zone of the model that the row names, by its id; it settles which of several identical cells is meant. */
    readonly zone?: string | undefined;
}

/** Whether the model has the device of a row. */
export type Match =
    | {
          readonly kind: 'match';
          readonly asset: KnownElement;
          readonly by: string;
          /** True where the row says the address that a device of the model shows in the place of the real one. */
          readonly translated: boolean;
      }
    /** `candidates` are the ids of several devices that have its address, where nothing says which one is meant. */
    | { readonly kind: 'new'; readonly candidates: readonly string[] }
    /** Two things of the row name two devices. */
    | { readonly kind: 'contradiction'; readonly message: string };

/** What a thing that the row says finds; `null` for nothing, and for several. */
interface Hit {
    readonly by: string;
    readonly asset: KnownElement | null;
    readonly translated?: true;
}

/** Finds devices of the model by MAC address, by address, and by name or title; built once for a model. */
export class Meeting {
    readonly #known: Known;
    readonly #assets: readonly KnownElement[];
    readonly #zones: readonly KnownElement[];
    readonly #byMac: ReadonlyMap<string, readonly KnownElement[]>;
    readonly #byAddress: ReadonlyMap<string, readonly KnownElement[]>;
    readonly #byZone = new Map<string, readonly KnownElement[]>();
    /** By the id of a zone those within it. */
    readonly #nested = new Map<string, readonly KnownElement[]>();
    readonly #byId: ReadonlyMap<string, KnownElement>;

    constructor(known: Known) {
        this.#known = known;
        this.#assets = known.elements.filter(element => element.kind === 'asset');
        this.#zones = known.elements.filter(element => element.kind === 'zone');
        this.#byId = new Map([...(known.conduits ?? []), ...known.elements].map(element => [element.id, element]));
        this.#byMac = grouped(this.#assets, asset => asset.macs);
        this.#byAddress = grouped(this.#assets, asset => asset.addresses.map(canonicalAddress));
    }

    match({ id, title, addresses, macs, zone }: RowIdentity): Match {
        const inside = zone === undefined ? [] : this.#inside(zone);
        const matches: readonly Hit[] = [
            { by: 'MAC address', asset: only(macs.flatMap(mac => this.#byMac.get(mac) ?? [])) },
            this.#byAddresses(addresses, inside),
            { by: 'name', asset: this.#byName(id, inside) ?? this.#byName(title, inside) },
        ];
        const [first, ...others] = matches.filter(match => match.asset !== null);
        if (!first) return { kind: 'new', candidates: this.#withAddress(addresses).map(asset => asset.id) };
        const other = others.find(match => match.asset !== first.asset);
        if (other)
            return {
                kind: 'contradiction',
                message: `its ${first.by} is that of ${first.asset!.id}, its ${other.by} that of ${other.asset!.id}`,
            };
        const translated = matches.some(match => match.translated === true && match.asset !== null);
        return { kind: 'match', asset: first.asset!, by: first.by, translated };
    }

    #withAddress(addresses: readonly string[]): readonly KnownElement[] {
        return [...new Set(addresses.flatMap(address => this.#byAddress.get(canonicalAddress(address)) ?? []))];
    }

    /** By an address that an asset says, else by one that a device of the model shows in its place. */
    #byAddresses(addresses: readonly string[], inside: readonly KnownElement[]): Hit {
        const own = this.#withAddress(addresses);
        if (own.length > 0)
            return { by: 'address', asset: only(own) ?? only(own.filter(asset => inside.includes(asset))) };
        const shown = addresses
            .flatMap(address => this.#known.where(address).all)
            .filter(place => place.translator !== null && place.asset !== null);
        const by = `address as ${shown[0]?.translator} shows it`;
        return { by, asset: only(shown.flatMap(({ asset }) => this.#byId.get(asset!) ?? [])), translated: true };
    }

    /** The assets of a zone, those in zones within it included. */
    #inside(zone: string): readonly KnownElement[] {
        const known = this.#byZone.get(zone) ?? this.#assets.filter(asset => asset.id.startsWith(`${zone}.`));
        this.#byZone.set(zone, known);
        return known;
    }

    #byName(text: string, inside: readonly KnownElement[]): KnownElement | null {
        if (text === '' || /^\d+$/.test(text)) return null;
        const found = resolve(text, this.#assets) ?? resolve(text, inside);
        return found === null ? null : this.#byId.get(found)!;
    }

    /**
     * The zone of the model that a text names: by name or title, letter case, signs and what is in brackets aside, or
     * as a way from the outer zone to the inner one, `Plant / Cell 1`. A conduit where no zone is called so: assets are
     * in conduits too.
     */
    zone(text: string): KnownElement | null {
        return (
            this.#zoneAmong(text, this.#zones) ??
            this.#zoneAmong(text, this.#known.conduits ?? []) ??
            this.#innerZone(text)
        );
    }

    #zoneAmong(text: string, zones: readonly KnownElement[]): KnownElement | null {
        const found = resolveBeside(text, zones) ?? resolve(text.replace(/\s*\bzone\b\s*/iu, ' '), zones);
        return found === null ? null : this.#byId.get(found)!;
    }

    #innerZone(text: string): KnownElement | null {
        const [first = '', ...others] = text.split(/[/\\>»→›]/u).map(part => part.trim());
        let zone = others.length === 0 ? null : this.#zoneAmong(first, this.#zones);
        for (const part of others) {
            if (zone === null) return null;
            const { id } = zone;
            const nested = this.#nested.get(id) ?? this.#zones.filter(each => each.id.startsWith(`${id}.`));
            this.#nested.set(id, nested);
            zone = this.#zoneAmong(part, nested);
        }
        return zone;
    }

    /** The zone of the model that the addresses of a device say. */
    zoneOf(addresses: readonly string[]): PlacedIn {
        return placedIn(addresses, this.#known.where);
    }

    zoneById(id: string): KnownElement {
        return this.#byId.get(id)!;
    }

    /** What the model has an address as: its places, where devices of the model translate them. */
    translated(address: string): readonly Place[] {
        return this.#known.where(address).all.filter(place => place.translator !== null);
    }

    get assets(): readonly KnownElement[] {
        return this.#assets;
    }
}

function only(assets: readonly KnownElement[]): KnownElement | null {
    return new Set(assets).size === 1 ? assets[0]! : null;
}

function grouped(
    assets: readonly KnownElement[],
    keys: (asset: KnownElement) => readonly string[],
): ReadonlyMap<string, readonly KnownElement[]> {
    const found = new Map<string, KnownElement[]>();
    for (const asset of assets) {
        for (const key of keys(asset)) {
            const same = found.get(key);
            if (same) same.push(asset);
            else found.set(key, [asset]);
        }
    }
    return found;
}
