import type { Ranges } from 'iacs-language/filter';
import { readAddresses } from 'iacs-language/filter';
import { halfWidth } from './names.ts';
import type { Where } from './places.ts';
import { whyNoElement } from './places.ts';
import type { Scale } from './scale.ts';

/** What a model already names, so that an import refers to it and to nothing else. */
export interface Known {
    /** Zones and assets. */
    readonly elements: readonly KnownElement[];
    readonly countermeasures: readonly NamedThing[];
    /** Where the model has an address, outside of the file that is written. */
    readonly where: Where;
    /** Threats that the model has outside of the file that is written. */
    readonly threats?: readonly KnownThreat[];
    readonly types: readonly NamedThing[];
    /** The conduits of the model, which hold assets too. */
    readonly conduits?: readonly KnownElement[];
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
    /** Of a type the one that it rests on. */
    readonly base?: { readonly id: string } | null;
}

export interface KnownElement extends NamedThing {
    readonly kind: 'zone' | 'conduit' | 'asset';
    /** Addresses of an asset, networks of a zone, as they are written. */
    readonly addresses: readonly string[];
    readonly macs: readonly string[];
    /** The file that it is declared in. */
    readonly file: string;
    /**
     * What it says of itself, by the word of the statement: vendor, product, version, criticality, its type, its traits
     * after `is`; purdue, SL-T.
     */
    readonly says: ReadonlyMap<string, string>;
}

export interface KnownThreat extends NamedThing {
    /** What it says of itself, by the word of the statement: likelihood, consequence. */
    readonly says: ReadonlyMap<string, string>;
}

/** Letter case, blanks and signs aside; between two numbers a sign stays one, as `Cell 1.1` is not `Cell 11`. */
export function plainName(text: string): string {
    return halfWidth(text)
        .normalize('NFC')
        .toLowerCase()
        .replace(/(?<=\p{Number})[^\p{Letter}\p{Number}]+(?=\p{Number})/gu, '-')
        .replace(/(?<!\p{Number})-|-(?!\p{Number})|[^\p{Letter}\p{Number}-]+/gu, '');
}

function last(id: string): string {
    return id.slice(id.lastIndexOf('.') + 1);
}

/** Names of things by the form in which they are compared; built once for a list. */
class NameIndex {
    readonly #ids: ReadonlySet<string>;
    readonly #byLetter = new Map<string, Set<string>>();
    readonly #byName = new Map<string, Set<string>>();
    readonly #byAlias = new Map<string, Set<string>>();

    constructor(things: readonly NamedThing[]) {
        this.#ids = new Set(things.map(thing => thing.id));
        for (const thing of things) {
            const names = [thing.id, last(thing.id), thing.title ?? ''];
            this.#add(this.#byLetter, thing.id, names);
            this.#add(this.#byName, thing.id, names.map(plainName));
            this.#add(this.#byAlias, thing.id, (thing.aliases ?? []).map(plainName));
        }
    }

    #add(index: Map<string, Set<string>>, id: string, names: readonly string[]): void {
        for (const name of new Set(names)) {
            if (name === '') continue;
            const ids = index.get(name);
            if (ids) ids.add(id);
            else index.set(name, new Set([id]));
        }
    }

    find(text: string): readonly string[] {
        if (this.#ids.has(text.trim())) return [text.trim()];
        // Of names alike the one that is written so, letter by letter.
        const same = this.#byLetter.get(text.trim());
        if (same?.size === 1) return [...same];
        const name = plainName(text);
        return [...(this.#byName.get(name) ?? this.#byAlias.get(name) ?? [])];
    }
}

const indices = new WeakMap<readonly NamedThing[], NameIndex>();

/** The ids of all things that a text names, by id, last part of the id or title; where none is, by alias. */
export function resolveAll(text: string, things: readonly NamedThing[]): readonly string[] {
    const index = indices.get(things) ?? new NameIndex(things);
    indices.set(things, index);
    return index.find(text);
}

/** The id of the one thing that a text names, as {@link resolveAll}; `null` for none and for several. */
export function resolve(text: string, things: readonly NamedThing[]): string | null {
    const [id, ...others] = resolveAll(text, things);
    return id !== undefined && others.length === 0 ? id : null;
}

/** That a name is that of several, which goes on from the name; `null` where it is not. */
export function whichOf(text: string, things: readonly NamedThing[]): string | null {
    const all = resolveAll(text, things);
    return all.length > 1 ? `may be ${all.join(' or ')}` : null;
}

/** True where one of two types is the other one, or rests on it. */
export function areOneKind(one: string, other: string, types: readonly NamedThing[]): boolean {
    const base = commonBase([one, other], types);
    return one === other || base === one || base === other;
}

/** What all of some types are: the nearest type that each of them rests on; `null` where they share none. */
export function commonBase(ids: readonly string[], types: readonly NamedThing[]): string | null {
    const byId = new Map(types.map(type => [type.id, type]));
    const [first = [], ...others] = ids.map(id => {
        const chain: string[] = [];
        for (let at = byId.get(id); at && !chain.includes(at.id); at = byId.get(at.base?.id ?? '')) chain.push(at.id);
        return chain;
    });
    return first.find(id => others.every(chain => chain.includes(id))) ?? null;
}

/** A name with something in brackets behind it, `PLC_Dosing (192.0.2.11)`. */
export function withoutBracket(text: string): { readonly name: string; readonly bracket: string } | null {
    const match = /^([^()[\]]*\S)\s*[([]\s*([^()[\]]*)\s*[)\]]$/u.exec(text.trim());
    return match && { name: match[1]!, bracket: match[2]! };
}

const plainTitles = new WeakMap<readonly NamedThing[], readonly NamedThing[]>();

/** The same with what is in brackets left aside, in the text and in the titles. */
export function resolveBeside(text: string, things: readonly NamedThing[]): string | null {
    const plain =
        plainTitles.get(things) ??
        things.map(thing => ({ ...thing, title: withoutBracket(thing.title ?? '')?.name ?? thing.title }));
    plainTitles.set(things, plain);
    return resolve(text, things) ?? resolve(withoutBracket(text)?.name ?? '', things) ?? resolve(text, plain);
}

/** What became of a text that should name an element. */
export type Found =
    /** `translator` is the device that shows it as the address that the text says; `null` for none. */
    | { readonly kind: 'one'; readonly id: string; readonly translator: string | null }
    /** `why` goes on from the text; `null` where nothing is known of it. */
    | { readonly kind: 'none'; readonly why: string | null }
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

/** What a text finds by an address, in the model as it is or as a device shows it. */
interface ByAddress {
    readonly id: string;
    readonly translator: string | null;
}

function atAddress(
    text: string,
    elements: readonly KnownElement[],
    where: Where,
    scope: readonly string[] | undefined,
): ByAddress | null {
    const own = byAddress(text, elements);
    if (own !== null) return { id: own, translator: null };
    const { all } = where(text, scope);
    const ids = new Set(all.map(place => place.asset));
    const [place] = all;
    return place && place.asset !== null && ids.size === 1 ? { id: place.asset, translator: place.translator } : null;
}

/**
 * An element by its name, its address, or both: `PLC_Dosing`, `192.0.2.11`, `PLC_Dosing (192.0.2.11)`, `192.0.2.11
 * (PLC_Dosing)`.
 * @param scope ids of zones in which an address is looked up first
 */
export function findElement(
    text: string,
    elements: readonly KnownElement[],
    where: Where,
    scope?: readonly string[],
): Found {
    const named = (part: string): ByAddress | null => {
        const id = resolve(part, elements);
        return id === null ? null : { id, translator: null };
    };
    const addressed = (part: string): ByAddress | null => atAddress(part, elements, where, scope);
    const whole = named(text) ?? addressed(text);
    if (whole !== null) return { kind: 'one', ...whole };
    const parts = withoutBracket(text);
    if (!parts) return { kind: 'none', why: whichOf(text, elements) ?? whyNoElement(text, where) };
    const outer = named(parts.name) ?? addressed(parts.name);
    const inner = addressed(parts.bracket) ?? named(parts.bracket);
    if (outer !== null && inner !== null && outer.id !== inner.id)
        return { kind: 'contradiction', byName: outer.id, byAddress: inner.id };
    const one = outer ?? inner;
    // An address that no asset has does not speak against the name; one that names another would have been found.
    return one === null
        ? {
              kind: 'none',
              why:
                  whichOf(parts.name, elements) ??
                  whyNoElement(parts.bracket, where) ??
                  whyNoElement(parts.name, where),
          }
        : { kind: 'one', ...one };
}
