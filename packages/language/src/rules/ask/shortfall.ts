import { frAbbreviations } from '../../catalogue/index.ts';
import type { Level } from '../../model/index.ts';

/** A foundational requirement in which something stays below what is wanted. */
export interface Shortfall {
    /** 0 to 6 */
    readonly fr: number;
    readonly have: Level;
    readonly want: Level;
}

/** `IAC 1 instead of 2, RDF 2 instead of 3`, or `1 instead of 2 in all seven` where they agree. */
export function shortfallText(shortfalls: readonly Shortfall[]): string {
    const [first] = shortfalls;
    if (
        first &&
        shortfalls.length === frAbbreviations.length &&
        shortfalls.every(({ have, want }) => have === first.have && want === first.want)
    ) {
        return `${first.have} instead of ${first.want} in all seven`;
    }
    return shortfalls.map(({ fr, have, want }) => `${frAbbreviations[fr]} ${have} instead of ${want}`).join(', ');
}
