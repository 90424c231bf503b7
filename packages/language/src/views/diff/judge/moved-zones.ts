import { targetOf } from '../../../assessment/target.ts';
import type { Lookup, Model, Zone } from '../../../model/index.ts';
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

/**
 * HEAD with each zone that was put into another one at its place of BASE, so that it has nothing from its new place:
 * who is responsible, what is put to work, what is said of it; the same model where none was.
 */
export function withoutNewPlaces(model: Model, before: Lookup, { elements }: Pick<Pairing, 'elements'>): Model {
    const partners = new Map([...elements].map(([old, now]) => [now, old]));
    const known = new Set(model.zones.map(({ id }) => id));
    const zones = model.zones.map(zone => {
        const old = before.zone(partners.get(zone.id) ?? '');
        if (!old || zone.parent === null || !liesElsewhere(old, zone, { elements })) return zone;
        const parent = elements.get(old.parent ?? '') ?? null;
        return { ...zone, parent: parent !== null && known.has(parent) ? parent : null };
    });
    return zones.every((zone, index) => zone === model.zones[index]) ? model : { ...model, zones };
}
