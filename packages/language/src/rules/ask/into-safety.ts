import type { Lookup } from '../../model/index.ts';
import type { BoundaryFlow, End, Opening } from './boundary-flows.ts';

/** The safety zone in which an end lies, or that lies inside of a zone which is an end as a whole. */
function safetyZoneOf(lookup: Lookup, end: End): string | null {
    const isSafety = (zone: string): boolean => lookup.kindOf(zone) === 'safety';
    if (end.zone && isSafety(end.zone.id)) return end.zone.id;
    if (end.asset || !end.zone) return null;
    const { id } = end.zone;
    return lookup.model.zones.find(zone => isSafety(zone.id) && lookup.within(zone.id, id))?.id ?? null;
}

/** A session that can be opened from outside of the safety zones into one of them. */
export interface IntoSafety {
    readonly opening: Opening;
    readonly zone: string;
}

/** The session by which a flow enters a safety zone from outside of all of them; `null` where it does not. */
export function intoSafety(lookup: Lookup, { openings }: BoundaryFlow): IntoSafety | null {
    for (const opening of openings) {
        const zone = safetyZoneOf(lookup, opening.answerer);
        if (zone !== null && safetyZoneOf(lookup, opening.opener) === null) return { opening, zone };
    }
    return null;
}

/** True when a session can be opened from outside of the safety zones into one of them. */
export function entersSafety(lookup: Lookup, boundary: BoundaryFlow): boolean {
    return intoSafety(lookup, boundary) !== null;
}
