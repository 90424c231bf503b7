import type { Assessment } from '../../assessment/index.ts';
import type { Lookup, Zone } from '../../model/index.ts';
import { listed } from '../say/wording.ts';
import type { Against } from './boundary-claims.ts';
import { againstBoundary, againstRules, ofBoundary } from './boundary-claims.ts';

const nestedIn = (lookup: Lookup, zone: string): readonly Zone[] =>
    lookup.zonesIn(zone).flatMap(inner => [inner, ...nestedIn(lookup, inner.id)]);

/** What shows against a claim at boundaries of the zones that have it from the one around them. */
export interface AgainstInherited extends Against {
    /** A clause: `inherited by Plant.Cell1 and Plant.Cell2`. */
    readonly where: string;
}

/**
 * A boundary that is said to be protected in a zone, and those of nested zones, which inherit it and have conduits of
 * their own: told once, where it is claimed.
 * @param decided the requirements that the claim decides, by their places in the catalogue
 */
export function againstInherited(
    assessment: Assessment,
    subject: Zone,
    decided: readonly number[],
): AgainstInherited | null {
    if (!decided.some(index => ofBoundary.has(index))) return null;
    const { lookup } = assessment;
    const inherited = ({ id }: Zone): readonly number[] => {
        const states = assessment.of(id)?.requirements;
        const isSo = (index: number): boolean =>
            states?.[index]?.state === 'met' && states[index].inheritedFrom === subject.id;
        return decided.filter(isSo);
    };
    const nested = nestedIn(lookup, subject.id);
    for (const against of [againstBoundary, againstRules]) {
        const blamed = nested.filter(zone => against(lookup, zone, inherited(zone)));
        const [first] = blamed;
        if (!first) continue;
        const claimed = inherited(first);
        const zones = blamed.filter(zone => claimed.every(index => inherited(zone).includes(index)));
        const conduits = new Set(zones.flatMap(({ id }) => lookup.conduitsOf(id)));
        const where = `inherited by ${listed(zones.map(({ id }) => id))}`;
        return { ...against(lookup, subject, claimed, [...conduits])!, where };
    }
    return null;
}
