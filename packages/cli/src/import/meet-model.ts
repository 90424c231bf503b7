import type { Known, KnownElement } from './known.ts';
import { resolve, resolveBeside, zoneOfAddress } from './known.ts';

/** What a row of an inventory says of its device, as far as it can be told by it. */
export interface RowIdentity {
    readonly id: string;
    readonly title: string;
    readonly addresses: readonly string[];
    readonly macs: readonly string[];
}

/** Whether the model has the device of a row. */
export type Match =
    | { readonly kind: 'match'; readonly asset: KnownElement; readonly by: string }
    | { readonly kind: 'new' }
    /** Two things of the row name two devices. */
    | { readonly kind: 'contradiction'; readonly message: string };

/** Finds devices of the model by MAC address, by address, and by name or title; built once for a model. */
export class Meeting {
    readonly #assets: readonly KnownElement[];
    readonly #zones: readonly KnownElement[];
    readonly #byMac: ReadonlyMap<string, readonly KnownElement[]>;
    readonly #byAddress: ReadonlyMap<string, readonly KnownElement[]>;
    readonly #byId: ReadonlyMap<string, KnownElement>;

    constructor(known: Known) {
        this.#assets = known.elements.filter(element => element.kind === 'asset');
        this.#zones = known.elements.filter(element => element.kind === 'zone');
        this.#byId = new Map(known.elements.map(element => [element.id, element]));
        this.#byMac = grouped(this.#assets, asset => asset.macs);
        this.#byAddress = grouped(this.#assets, asset => asset.addresses.map(address => address.replace(/\/\d+$/, '')));
    }

    match({ id, title, addresses, macs }: RowIdentity): Match {
        const ways = [
            { by: 'MAC address', asset: only(macs.flatMap(mac => this.#byMac.get(mac) ?? [])) },
            { by: 'address', asset: only(addresses.flatMap(address => this.#byAddress.get(address) ?? [])) },
            { by: 'name', asset: this.#byName(id) ?? this.#byName(title) },
        ].filter(way => way.asset !== null);
        const [first, ...others] = ways;
        if (!first) return { kind: 'new' };
        const other = others.find(way => way.asset !== first.asset);
        if (other)
            return {
                kind: 'contradiction',
                message: `its ${first.by} is that of ${first.asset!.id}, its ${other.by} that of ${other.asset!.id}`,
            };
        return { kind: 'match', asset: first.asset!, by: first.by };
    }

    #byName(text: string): KnownElement | null {
        const found = text === '' || /^\d+$/.test(text) ? null : resolve(text, this.#assets);
        return found === null ? null : this.#byId.get(found)!;
    }

    /** The zone of the model that a text names: by name or title, letter case, signs and what is in brackets aside. */
    zone(text: string): KnownElement | null {
        const found = resolveBeside(text, this.#zones) ?? resolve(text.replace(/\s*\bzone\b\s*/iu, ' '), this.#zones);
        return found === null ? null : this.#byId.get(found)!;
    }

    /** The zone of the model in whose network an address lies. */
    zoneOf(addresses: readonly string[]): KnownElement | null {
        const zones = [...new Set(addresses.flatMap(address => zoneOfAddress(address, this.#zones) ?? []))];
        return zones.length === 1 ? (this.#byId.get(zones[0]!) ?? null) : null;
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
