import type { Conduit, Lookup, Zone, ZoneKind } from '../../model/index.ts';

/** Kinds of zones that lie outside of the system under consideration: their inside is somebody else's. */
export const outsideKinds: ReadonlySet<ZoneKind | null> = new Set<ZoneKind | null>(['enterprise', 'external']);

/** The zones of the system itself: all but enterprise and external ones. */
export function innerZones(lookup: Lookup): readonly Zone[] {
    return lookup.model.zones.filter(zone => !outsideKinds.has(lookup.kindOf(zone.id)));
}

/** True for a conduit between zones that all lie outside of the system: it is the business of their owners. */
export function isBeyond(lookup: Lookup, conduit: Conduit): boolean {
    return conduit.between.length > 0 && conduit.between.every(end => outsideKinds.has(lookup.kindOf(end.id)));
}

/** True for a conduit that joins a zone to itself: there is no boundary of which more could be asked. */
export function joinsOneZone({ between }: Conduit): boolean {
    return between.length > 1 && between.every(end => end.id === between[0]!.id);
}
