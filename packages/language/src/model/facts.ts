import type { Origin, Place } from './place.ts';
import type { LevelStatement } from './level.ts';
import type { DateFact, Mention, Text } from './elements/common.ts';
import { writeString, writeVector } from './written.ts';

/**
 * The facts of an element in the words of the language, one for each thing that is said of it. What has to treat every
 * fact of an element (the comparison, hovers, reports) reads them from here. The maps beside the types of the elements
 * are exhaustive: a field without a line does not compile, and one that is not a fact says why.
 */

/**
 * One thing that is said of an element. Two facts with one key are about the same; with another value it has changed.
 */
export interface Fact {
    readonly key: string;
    /** What the fact is called when it is printed: the words that its statement begins with. */
    readonly label: string;
    /** `null` for a fact that is there or is not, such as one of a list. */
    readonly value: string | null;
    /** How much it counts for the identity of its element. */
    readonly weight: number;
    /** The list that this is a member of, and the member. */
    readonly list?: string;
    readonly item?: string;
    /** The verb in front, for what is said of a requirement: `meets`; the label is the requirement alone. */
    readonly verb?: string;
    /** Where it is written, for statements that an element has many of: a `within` may add them in another file. */
    readonly origin?: Origin;
}

/**
 * How elements are called: a comparison turns ids of one side into those of the other, so that a renamed element is not
 * a change where it is mentioned.
 */
export interface Naming {
    /** Zones, conduits and assets. */
    element(id: string): string;
    type(id: string): string;
    protocol(id: string): string;
    countermeasure(id: string): string;
    threat(id: string): string;
    function(id: string): string;
    party(id: string): string;
}

const same = (id: string): string => id;

/** The ids as they are. */
export const ownNames: Naming = {
    element: same,
    type: same,
    protocol: same,
    countermeasure: same,
    threat: same,
    function: same,
    party: same,
};

/** The facts of one field of an element. */
export type FactsOf<T, E = unknown> = (value: T, names: Naming, element: E) => readonly Fact[];

/** A field that is not a fact of its own, and why. */
export interface NotAFact {
    readonly notAFact: string;
}

/** A line for every field of an element. */
export type Facts<E> = { readonly [K in keyof E]-?: FactsOf<E[K], E> | NotAFact };

/** Says why a field is not a fact. */
export function notAFact(why: string): NotAFact {
    return { notAFact: why };
}

/**
 * The facts of an element, in the order of its map.
 * @param leftOut fields whose facts are shown elsewhere
 */
export function collectFacts<E>(
    facts: Facts<E>,
    element: E,
    names: Naming,
    leftOut: readonly (keyof E)[] = [],
): Fact[] {
    const all: Fact[] = [];
    for (const field in facts) {
        if (leftOut.includes(field)) continue;
        const factsOf = facts[field] as FactsOf<unknown, E> | NotAFact;
        if (typeof factsOf === 'function') all.push(...factsOf(element[field], names, element));
    }
    return all;
}

/** Facts as they are written, a line each: members of a list on one, and requirements of which the same is said. */
export function factLines(facts: readonly Fact[]): string[] {
    const lines = new Map<string, readonly [before: string, items: string[], after: string]>();
    for (const { key, label, value, list, item, verb } of facts) {
        const [group, before, member, after] =
            list !== undefined
                ? [list, list, item ?? '', '']
                : verb !== undefined
                  ? [`${verb} ${value}`, verb, label, value ?? '']
                  : [key, label, value ?? '', ''];
        const line = lines.get(group);
        if (line) line[1].push(member);
        else lines.set(group, [before, [member], after]);
    }
    return Array.from(lines.values(), ([before, items, after]) => joined(before, items.join(', '), after));
}

/** Fails to compile where an object has a field that was not taken out of it. */
export function nothingLeft(_rest: Readonly<Record<string, never>>): void {
    // What counts is the type.
}

/** A text on one line, in quotes. Two forms of the same signs (NFC, NFD) are one text, as names are one name. */
export function quoted(text: string): string {
    return writeString(text.normalize('NFC').replace(/\s+/g, ' ').trim());
}

/** Parts that are there, with blanks between them. */
export function joined(...parts: readonly (string | null | false)[]): string {
    return parts.filter(part => part !== null && part !== false && part !== '').join(' ');
}

/** One value that stands once. */
export function one(label: string, value: string | number | null, weight = 1): Fact[] {
    return value === null ? [] : [{ key: label, label, value: String(value), weight }];
}

/** Members of a list, in which order says nothing. */
export function many(label: string, values: Iterable<string>, weight = 1): Fact[] {
    return [...new Set(values)].map(value => ({
        key: `${label} ${value}`,
        label: `${label} ${value}`.trim(),
        value: null,
        weight,
        list: label,
        item: value,
    }));
}

/** Members of a list, each with where it is written; `undefined` where that is known by its element alone. */
export function written(
    label: string,
    values: readonly (readonly [value: string, origin: Origin | undefined])[],
    weight = 1,
): Fact[] {
    const origins = new Map(values.toReversed());
    return many(label, origins.size === 0 ? [] : values.map(([value]) => value), weight).map(fact => {
        const origin = origins.get(fact.item!);
        return origin ? { ...fact, origin } : fact;
    });
}

/** A text, in quotes. */
export function text(label: string, weight?: number): FactsOf<string | null> {
    return value => one(label, value === null ? null : quoted(value), weight);
}

/** A word or a number, written as it is. */
export function word(label: string, weight?: number): FactsOf<string | number | null> {
    return value => one(label, value, weight);
}

/** Words that an element has, in any order. */
export function words(label: string): FactsOf<readonly string[]> {
    return values => many(label, values);
}

/** Texts that an element has, in any order. */
export function texts(label: string): FactsOf<readonly Text[]> {
    return values =>
        written(
            label,
            values.map(each => [quoted(each.text), each.origin]),
        );
}

/** A day, `YYYY-MM-DD`. */
export function day(label: string): FactsOf<DateFact | null> {
    return value => one(label, value?.date ?? null);
}

/** Another element, by the name that it is called by. */
export function mention(label: string, of: keyof Naming, weight?: number): FactsOf<Mention | null> {
    return (value, names) => one(label, value === null ? null : names[of](value.id), weight);
}

/** Where a mention is written: in the file of its element, or in the one that it names. */
function originOf({ at }: Mention, element: unknown): Origin | undefined {
    const file =
        'file' in at ? (at as Place).file : (element as { readonly origin?: Origin } | undefined)?.origin?.file;
    return file === undefined ? undefined : { file, whole: at, name: at, block: null };
}

/** Other elements, in any order. */
export function mentions(label: string, of: keyof Naming, weight?: number): FactsOf<readonly Mention[]> {
    return (values, names, element) =>
        written(
            label,
            values.map(value => [names[of](value.id), originOf(value, element)]),
            weight,
        );
}

/** Levels with the reason that is given for them. */
export function level(label: string): FactsOf<LevelStatement | null> {
    return statement => {
        if (!statement) return [];
        const { levels, because, uniform: _uniform, origin, ...rest } = statement;
        nothingLeft(rest);
        return [
            ...one(label, writeVector(levels) || 'nothing'),
            ...one(`reason of ${label}`, because === null ? null : quoted(because)),
        ].map(fact => ({ ...fact, origin }));
    };
}
