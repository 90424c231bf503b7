import type { Origin } from './place.ts';

/** A security level: 0 to 4 (IEC 62443-3-3 Annex A). */
export type Level = 0 | 1 | 2 | 3 | 4;

/** One level for each foundational requirement, in the order IAC UC SI DC RDF TRE RA; `null` where nothing is said. */
export type Vector = readonly (Level | null)[];

/** The names by which the language calls the foundational requirements, in the order of a vector. */
export const frAbbreviations: readonly string[] = ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA'];

/** How many foundational requirements there are. */
export const frCount = 7;

/** The vector that says nothing. */
export const silent: Vector = [null, null, null, null, null, null, null];

/** An SL-T, SL-C or SL-A statement as it was written. */
export interface LevelStatement {
    readonly levels: Vector;
    /** True when one number was written for all seven, without exceptions. */
    readonly uniform: boolean;
    readonly because: string | null;
    readonly origin: Origin;
}

/** For each foundational requirement the first of the two that says something. */
export function either(first: Vector, second: Vector): Vector {
    return first.map((level, fr) => level ?? second[fr] ?? null);
}

/** True when the vector says nothing of any foundational requirement. */
export function isSilent(vector: Vector): boolean {
    return vector.every(level => level === null);
}

/** The highest level in a vector; `null` when it says nothing. */
export function highest(vector: Vector): Level | null {
    return vector.reduce<Level | null>(
        (top, level) => (level !== null && (top === null || level > top) ? level : top),
        null,
    );
}
