import type { Point, Ranges } from 'iacs-language/filter';
import { addressPoint, meets, readAddresses } from 'iacs-language/filter';
import { halfWidth } from './names.ts';
import type { Scale } from './scale.ts';

/** What a model already names, so that an import refers to it and to nothing else. */
export interface Known {
    /** Zones and assets. */
    readonly elements: readonly KnownElement[];
    readonly countermeasures: readonly NamedThing[];
    /** The assets that a device of the model translates to an address, by the ids of both. */
    readonly shownAs?: (address: string) => readonly Shown[];
    /** Threats that the model has outside of the file that is written. */
    readonly threats?: readonly KnownThreat[];
    readonly types: readonly NamedThing[];
    /** Names of consequence classes of the risk matrix. */
    readonly classes: readonly string[];
    readonly likelihood: Scale;
    readonly consequence: Scale;
}

export interface NamedThing {
    readonly id: string;
    readonly title: string | null;
    /** Other names of it, such as those of practice. */
    readonly aliases?: readonly string[];
}

/** An asset behind a translated address, and the device that translates it. */
export interface Shown {
    readonly asset: string;
    readonly translator: string;
}

export interface KnownElement extends NamedThing {
    readonly kind: 'zone' | 'asset';
    /** Addresses of an asset, networks of a zone, as they are written. */
    readonly addresses: readonly string[];
    readonly macs: readonly string[];
    /** The file that it is declared in. */
    readonly file: string;
    /** What it says of itself, by the word of the statement: vendor, product, version; purdue, SL-T. */
    readonly says: ReadonlyMap<string, string>;
}

export interface KnownThreat extends NamedThing {
    /** What it says of itself, by the word of the statement: likelihood, consequence. */
    readonly says: ReadonlyMap<string, string>;
}

/** Letter case, blanks and signs aside. */
export function plainName(text: string): string {
    return halfWidth(text)
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number}]+/gu, '');
}

function last(id: string): string {
    return id.slice(id.lastIndexOf('.') + 1);
}

/** Names of things by the form in which they are compared; built once for a list. */
class NameIndex {
    readonly #ids: ReadonlySet<string>;
    readonly #byName = new Map<string, Set<string>>();
    readonly #byAlias = new Map<string, Set<string>>();

    constructor(things: readonly NamedThing[]) {
        this.#ids = new Set(things.map(thing => thing.id));
        for (const thing of things) {
            this.#add(this.#byName, thing.id, [thing.id, last(thing.id), thing.title ?? '']);
            this.#add(this.#byAlias, thing.id, thing.aliases ?? []);
        }
    }

    #add(index: Map<string, Set<string>>, id: string, names: readonly string[]): void {
        for (const name of new Set(names.map(plainName))) {
            if (name === '') continue;
            const ids = index.get(name);
            if (ids) ids.add(id);
            else index.set(name, new Set([id]));
        }
    }

    find(text: string): string | null {
        if (this.#ids.has(text.trim())) return text.trim();
        const name = plainName(text);
        const ids = this.#byName.get(name) ?? this.#byAlias.get(name);
        return ids?.size === 1 ? [...ids][0]! : null;
    }
}

const indices = new WeakMap<readonly NamedThing[], NameIndex>();

/**
 * The id of the one thing that a text names, by id, last part of the id, title or alias; `null` for none and for
 * several.
 */
export function resolve(text: string, things: readonly NamedThing[]): string | null {
    const index = indices.get(things) ?? new NameIndex(things);
    indices.set(things, index);
    return index.find(text);
}

/** A name with something in brackets behind it, `PLC_Dosing (192.0.2.11)`. */
export function withoutBracket(text: string): { readonly name: string; readonly bracket: string } | null {
    const match = /^([^()[\]]*\S)\s*[([]\s*([^()[\]]*)\s*[)\]]$/u.exec(text.trim());
    return match && { name: match[1]!, bracket: match[2]! };
}

const plainTitles = new WeakMap<readonly NamedThing[], readonly NamedThing[]>();

/** The same with what stands in brackets left aside, in the text and in the titles. */
export function resolveBeside(text: string, things: readonly NamedThing[]): string | null {
    const plain =
        plainTitles.get(things) ??
        things.map(thing => ({ ...thing, title: withoutBracket(thing.title ?? '')?.name ?? thing.title }));
    plainTitles.set(things, plain);
    return resolve(text, things) ?? resolve(withoutBracket(text)?.name ?? '', things) ?? resolve(text, plain);
}

/** What became of a text that should name an element. */
export type Found =
    | { readonly kind: 'one'; readonly id: string }
    | { readonly kind: 'none' }
    /** Its two parts name two elements. */
    | { readonly kind: 'contradiction'; readonly byName: string; readonly byAddress: string };

/** The assets with an address, or the zone with that very network; `null` for none and for several. */
export function byAddress(
    text: string,
    elements: readonly { readonly kind: string; readonly id: string; readonly addresses: readonly string[] }[],
): string | null {
    const wanted = readAddresses(text.trim());
    if (!wanted) return null;
    const network = text.includes('/');
    const same = (written: string): boolean => {
        const ranges: Ranges | null = readAddresses(network ? written : written.replace(/\/\d+$/, ''));
        return (
            ranges !== null &&
            ranges.length === wanted.length &&
            ranges.every((point, index) => point === wanted[index])
        );
    };
    const found = elements.filter(
        element => element.kind === (network ? 'zone' : 'asset') && element.addresses.some(same),
    );
    return found.length === 1 ? found[0]!.id : null;
}

/**
 * An element by its name, its address, or both: `PLC_Dosing`, `192.0.2.11`, `PLC_Dosing (192.0.2.11)`, `192.0.2.11
 * (PLC_Dosing)`.
 */
export function findElement(text: string, elements: readonly KnownElement[]): Found {
    const whole = resolve(text, elements) ?? byAddress(text, elements);
    if (whole !== null) return { kind: 'one', id: whole };
    const parts = withoutBracket(text);
    if (!parts) return { kind: 'none' };
    const outer = resolve(parts.name, elements) ?? byAddress(parts.name, elements);
    const inner = byAddress(parts.bracket, elements) ?? resolve(parts.bracket, elements);
    if (outer !== null && inner !== null && outer !== inner)
        return { kind: 'contradiction', byName: outer, byAddress: inner };
    const id = outer ?? inner;
    // An address that no asset has does not speak against the name; one that names another would have been found.
    return id === null ? { kind: 'none' } : { kind: 'one', id };
}

/** The zone with the longest network that has an address; `null` for none and for several. */
export function zoneOfAddress(address: string, elements: readonly KnownElement[]): string | null {
    const point: Point | null = addressPoint(address);
    if (point === null) return null;
    let best: { id: string; length: number } | null = null;
    let several = false;
    for (const element of elements) {
        if (element.kind !== 'zone') continue;
        for (const network of element.addresses) {
            const ranges = readAddresses(network);
            if (!ranges || !meets(ranges, [point, point])) continue;
            const length = Number(/\/(\d+)$/.exec(network)?.[1] ?? 128);
            if (length === 0 || (best && length < best.length)) continue;
            several = best !== null && length === best.length && best.id !== element.id;
            best = { id: element.id, length };
        }
    }
    return several || !best ? null : best.id;
}
