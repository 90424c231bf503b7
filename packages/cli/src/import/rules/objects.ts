import type { Ranges } from 'iacs-language/filter';
import { everyAddress, intersect, nothing, subtract, union } from 'iacs-language/filter';

/**
 * What a name of an export means: points that are known, and words for the part that is not (names of hosts, objects
 * that are missing …). Rules need both: the known part is certain, the rest is a condition.
 */
export interface Meaning {
    readonly known: Ranges;
    readonly unknown: readonly string[];
    /** What the unknown part is among: a type of ICMP is ICMP. Without it, it may be anything. */
    readonly within?: Ranges | undefined;
}

export const nothingKnown: Meaning = { known: nothing, unknown: [] };

export function known(ranges: Ranges): Meaning {
    return { known: ranges, unknown: [] };
}

export function unknown(...words: readonly string[]): Meaning {
    return { known: nothing, unknown: words };
}

/** An unknown part of something known. */
export function partOf(within: Ranges, ...words: readonly string[]): Meaning {
    return { known: nothing, unknown: words, within };
}

export function together(meanings: readonly Meaning[]): Meaning {
    return {
        known: union(...meanings.map(each => each.known)),
        unknown: [...new Set(meanings.flatMap(each => each.unknown))],
        within: boundOf(meanings),
    };
}

/** What the unknown parts are among, all of them together; `undefined` for anything. */
function boundOf(meanings: readonly Meaning[]): Ranges | undefined {
    const bounds = meanings.filter(each => each.unknown.length > 0).map(each => each.within);
    return bounds.length > 0 && bounds.every(each => each !== undefined) ? union(...bounds) : undefined;
}

/** The first without the second. What is not known of the second may be missing from the first. */
export function except(meaning: Meaning, taken: Meaning): Meaning {
    const left = subtract(meaning.known, taken.known);
    if (taken.unknown.length === 0) return { ...meaning, known: left };
    const doubtful = taken.within === undefined ? left : intersect(left, taken.within);
    const all = [meaning, partOf(doubtful, ...taken.unknown.map(each => `not ${each}`))];
    return { ...together(all), known: subtract(left, doubtful) };
}

/** Everything of a line but this. */
export function negated(meaning: Meaning, all: Ranges = everyAddress): Meaning {
    return except(known(all), meaning);
}

/** Looks names up, members of groups included. A group that contains itself is cut at the repetition, and reported. */
export class Names<T> {
    readonly #read: (object: T, resolve: (name: string) => Meaning) => Meaning;
    readonly #objects: ReadonlyMap<string, T>;
    readonly #found = new Map<string, Meaning>();
    readonly #open = new Set<string>();
    readonly #missing: (name: string) => Meaning;

    constructor(
        objects: ReadonlyMap<string, T>,
        read: (object: T, resolve: (name: string) => Meaning) => Meaning,
        missing: (name: string) => Meaning,
    ) {
        this.#objects = objects;
        this.#read = read;
        this.#missing = missing;
    }

    meaning(name: string): Meaning {
        const known = this.#found.get(name);
        if (known) return known;
        const object = this.#objects.get(name);
        if (object === undefined) return this.#missing(name);
        if (this.#open.has(name)) return unknown(`group ${name}, which contains itself`);
        this.#open.add(name);
        const meaning = this.#read(object, member => this.meaning(member));
        this.#open.delete(name);
        if (this.#open.size === 0) this.#found.set(name, meaning);
        return meaning;
    }
}
