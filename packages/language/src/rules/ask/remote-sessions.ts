import type { Assessment } from '../../assessment/index.ts';
import type { Lookup } from '../../model/index.ts';
import type { BoundaryFlow, End, Opening } from './boundary-flows.ts';
import { boundaryFlows, innerFlows } from './boundary-flows.ts';
import { isBlindTunnel, isEntrance, isRemoteAccess, letsIn } from './remote-access.ts';

/** A flow by which people work in the plant from elsewhere. */
export interface RemoteSession {
    readonly boundary: BoundaryFlow;
    readonly opening: Opening;
    /** True when the person sits outside of the site and the office. */
    readonly fromOutside: boolean;
}

function isOutside(assessment: Assessment, { zone, asset, side }: End): boolean {
    if (side === 'outside' || asset?.traits.includes('remote')) return true;
    return (
        zone !== null &&
        (assessment.lookup.kindOf(zone.id) === 'external' || assessment.lookup.traitsOf(zone.id).has('remote'))
    );
}

/** A gateway in the conduit itself lies in no zone, and lets people in all the same. */
function isGatewayOfConduit(lookup: Lookup, opening: Opening): boolean {
    const { asset } = opening.answerer;
    return asset !== null && lookup.conduit(asset.container) !== undefined && isEntrance(lookup, opening);
}

/** The sessions of a flow, and what comes in over one that is opened outwards. */
function comingIn(lookup: Lookup, boundary: BoundaryFlow): readonly Opening[] {
    const { from, to, openings } = boundary;
    return letsIn(lookup, boundary) ? [...openings, { opener: to, answerer: from }] : openings;
}

/**
 * True for an end in the plant or its DMZ. A zone of which nothing is said is taken for one: a second factor is asked
 * wherever people come in, and silence would be an answer.
 */
function isWithin(lookup: Lookup, { zone, side }: End): boolean {
    if (zone === null || side === 'it' || side === 'outside') return false;
    return side !== null || lookup.kindOf(zone.id) === null;
}

function sessionOf(assessment: Assessment, boundary: BoundaryFlow): RemoteSession | null {
    for (const opening of comingIn(assessment.lookup, boundary)) {
        const { opener, answerer } = opening;
        const fromOutside = isOutside(assessment, opener);
        if (!fromOutside && opener.side !== 'it') continue;
        if (isGatewayOfConduit(assessment.lookup, opening)) return { boundary, opening, fromOutside };
        if (
            isWithin(assessment.lookup, answerer) &&
            (isRemoteAccess(boundary) ||
                letsIn(assessment.lookup, boundary) ||
                isEntrance(assessment.lookup, opening) ||
                isBlindTunnel(assessment.lookup, boundary, opening))
        )
            return { boundary, opening, fromOutside };
    }
    return null;
}

/**
 * Somebody elsewhere who uses a device that is in the very zone: no boundary is crossed, and the person works there
 * all the same.
 */
function innerSessionOf(boundary: BoundaryFlow): RemoteSession | null {
    const opening = boundary.openings.find(({ opener }) => opener.asset?.traits.includes('remote'));
    return opening && isRemoteAccess(boundary) ? { boundary, opening, fromOutside: true } : null;
}

/**
 * People who come in through a gateway of the conduit are asked there; what they do behind it needs no second question.
 */
function sessionsOf(assessment: Assessment): readonly RemoteSession[] {
    const { lookup } = assessment;
    const sessions = [
        ...boundaryFlows(assessment).flatMap(boundary => sessionOf(assessment, boundary) ?? []),
        ...innerFlows(assessment).flatMap(boundary => innerSessionOf(boundary) ?? []),
    ];
    const guarded = new Set(
        sessions.flatMap(({ boundary: { conduit }, opening }) =>
            conduit && opening.answerer.asset?.container === conduit.id && isGatewayOfConduit(lookup, opening)
                ? [conduit.id]
                : [],
        ),
    );
    return sessions.filter(
        ({ boundary: { conduit }, opening: { answerer } }) =>
            !conduit || !guarded.has(conduit.id) || answerer.asset?.container === conduit.id,
    );
}

/**
 * Where the people are: a zone by its id; of a device in the very zone that it is used from elsewhere. Who works there
 * is said by that device and not by its zone.
 */
export function comesFrom({ opening: { opener, answerer } }: RemoteSession): string {
    const { id, zone } = opener;
    return zone && zone === answerer.zone ? `${id}, which is used from elsewhere,` : (zone?.id ?? id);
}

/** The flows by which people come into the plant or its DMZ from the office or from outside. */
export function remoteSessions(assessment: Assessment): readonly RemoteSession[] {
    return assessment.once(sessionsOf);
}
