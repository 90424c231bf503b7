/** Something that must hold for every input, and the inputs on which it is tried. */
import type fc from 'fast-check';

export interface Property {
    /** Names the fixtures of failures: short, with hyphens. */
    readonly name: string;
    /** One or several texts. */
    readonly inputs: fc.Arbitrary<readonly string[]>;
    /** Throws where it does not hold. */
    holds(texts: readonly string[]): void | Promise<void>;
}

/** A failure that was found once: the smallest input on which the property did not hold. */
export interface FoundFailure {
    readonly property: string;
    readonly seed: number;
    readonly texts: readonly string[];
}
