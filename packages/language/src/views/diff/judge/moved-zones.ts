import { targetOf } from '../../../assessment/target.ts';
import type { Lookup, Zone } from '../../../model/index.ts';
import type { Pairing } from '../pairing.ts';

/**
 * True for a zone that lies in another zone now, or in none, so that it has other things from what is around it.
 * @param old the zone in BASE
 */
export function liesElsewhere(old: Zone, now: Zone, { elements }: Pick<Pairing, 'elements'>): boolean {
    return (old.parent === null ? null : (elements.get(old.parent) ?? '')) !== now.parent;
}

/** A zone with what it has from the zones around it, as if that were written in it: SL-T, kind, level and traits. */
export function withInherited(lookup: Lookup, zone: Zone): Zone {
    const chain = lookup.chain(zone.id);
    const stated = chain.find(({ slT }) => slT !== null)?.slT ?? null;
    return {
        ...zone,
        slT: stated && { ...stated, levels: targetOf(lookup, zone).levels },
        zoneKind: lookup.kindOf(zone.id),
        purdue: lookup.purdueOf(zone.id),
        traits: [...lookup.traitsOf(zone.id)],
    };
}
