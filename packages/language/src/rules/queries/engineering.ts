import type { Lookup } from '../../model/index.ts';
import type { BoundaryFlow, End } from './boundary-flows.ts';

/** True when the flow can change programs: it says so, or its protocol is made for it and the flow is not held to reading. */
export function isEngineering({ flow, uses }: BoundaryFlow): boolean {
    return flow.access === 'program' || (flow.access !== 'read' && uses.some(use => use.protocol.traits.includes('engineering')));
}

/** True when a session can be opened from outside of the safety zones into one of them. */
export function entersSafety(lookup: Lookup, { openings }: BoundaryFlow): boolean {
    const isSafety = (end: End): boolean => end.zone !== null && lookup.kindOf(end.zone.id) === 'safety';
    return openings.some(({ opener, answerer }) => isSafety(answerer) && !isSafety(opener));
}
