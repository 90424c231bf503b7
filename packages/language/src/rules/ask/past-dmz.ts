import type { Assessment } from '../../assessment/index.ts';
import type { Lookup, Related } from '../../model/index.ts';
import type { BoundaryFlow, End, Opening } from './boundary-flows.ts';
import { boundaryFlows, innerFlows } from './boundary-flows.ts';
import { related } from '../say/related.ts';
import { assetTypes } from './types.ts';
import { isBlindTunnel, isEntrance, isRemoteAccess, letsIn } from './remote-access.ts';

/**
 * How a flow joins operational technology with the office or the world outside, without a DMZ between. One of these at
 * most.
 */
export type Bypass = 'remote-access' | 'inbound' | 'internet' | 'covert' | 'outbound';

export interface PastDmz {
    readonly bypass: Bypass;
    readonly boundary: BoundaryFlow;
    readonly opening: Opening;
}

/** Protocols that pass most firewalls from the inside, and in which commands from outside hide easily. */
const covertTraits: readonly string[] = ['web', 'mail', 'name-service', 'messaging'];

function isBeyond(side: Opening['opener']['side']): boolean {
    return side === 'it' || side === 'outside';
}

/** The protocols of a flow that are fit for command and control. */
export function covertProtocols({ uses }: BoundaryFlow): readonly string[] {
    return uses
        .map(use => use.protocol)
        .filter(protocol => protocol.id === 'icmp' || protocol.traits.some(trait => covertTraits.includes(trait)))
        .map(protocol => protocol.title ?? protocol.id);
}

/**
 * True for an end in somebody else's zone at a level of operational technology: a neighbour's telecontrol, unless a
 * person works from there.
 */
function isNeighbour(lookup: Lookup, { side, zone }: Opening['opener']): boolean {
    return side === null && zone !== null && lookup.kindOf(zone.id) === 'external';
}

/** What people work with who program, maintain or do office work, and no station of a telecontrol system. */
const workplaces: readonly string[] = [
    ...assetTypes.temporary,
    'engineering-station',
    'engineering-server',
    'engineering-application',
    'maintenance-station',
    'office-computer',
];

/** True for a computer with which a neighbour's people work: it is no telecontrol, whatever level its zone has. */
function isWorkplace(lookup: Lookup, opener: Opening['opener']): boolean {
    return isNeighbour(lookup, opener) && opener.asset !== null && lookup.isA(opener.asset, ...workplaces);
}

/**
 * True for a session by which people from elsewhere work in the plant: from a neighbour's zone, from a device that is
 * used from elsewhere, or from a zone beyond the site, in whichever zone of operational technology these are drawn.
 */
function isWorkFromElsewhere(lookup: Lookup, { opener, answerer }: Opening): boolean {
    if (answerer.side !== 'ot') return false;
    if (isNeighbour(lookup, opener)) return true;
    if (opener.side !== 'ot') return false;
    return isUsedFromElsewhere(opener) || (isBeyondSite(lookup, opener) && !isBeyondSite(lookup, answerer));
}

function isUsedFromElsewhere({ asset }: End): boolean {
    return asset?.traits.includes('remote') ?? false;
}

function isBeyondSite(lookup: Lookup, { zone }: End): boolean {
    return zone !== null && lookup.traitsOf(zone.id).has('remote');
}

function bypassOf(lookup: Lookup, boundary: BoundaryFlow): PastDmz | null {
    const person = boundary.openings.find(
        each =>
            (isRemoteAccess(boundary) || isBlindTunnel(lookup, boundary, each)) && isWorkFromElsewhere(lookup, each),
    );
    if (person) return { bypass: 'remote-access', boundary, opening: person };
    const inbound = boundary.openings.find(
        ({ opener, answerer }) => (isBeyond(opener.side) || isWorkplace(lookup, opener)) && answerer.side === 'ot',
    );
    if (inbound)
        return {
            bypass:
                isRemoteAccess(boundary) || isEntrance(lookup, inbound) || isBlindTunnel(lookup, boundary, inbound)
                    ? 'remote-access'
                    : 'inbound',
            boundary,
            opening: inbound,
        };
    const outbound = boundary.openings.find(({ opener, answerer }) => opener.side === 'ot' && isBeyond(answerer.side));
    if (!outbound) return null;
    // Whoever is at the far end of a tunnel, or of relayed remote access, comes in over the session that was opened.
    if (letsIn(lookup, boundary))
        return {
            bypass: 'remote-access',
            boundary,
            opening: { opener: outbound.answerer, answerer: outbound.opener },
        };
    if (outbound.answerer.internet) return { bypass: 'internet', boundary, opening: outbound };
    return { bypass: covertProtocols(boundary).length > 0 ? 'covert' : 'outbound', boundary, opening: outbound };
}

/** A device that is used from elsewhere and stands among the controllers: who works with it has passed no DMZ. */
function innerBypassOf(boundary: BoundaryFlow): PastDmz | null {
    const opening = boundary.openings.find(
        ({ opener, answerer }) => isUsedFromElsewhere(opener) && answerer.side === 'ot',
    );
    return opening && isRemoteAccess(boundary) ? { bypass: 'remote-access', boundary, opening } : null;
}

const pastDmz = (assessment: Assessment): readonly PastDmz[] => [
    ...boundaryFlows(assessment).flatMap(boundary => bypassOf(assessment.lookup, boundary) ?? []),
    ...innerFlows(assessment).flatMap(boundary => innerBypassOf(boundary) ?? []),
];

/**
 * The flows between operational technology and the office or the world outside; each has one cause, reported by one
 * rule.
 */
export function flowsPastDmz(assessment: Assessment): readonly PastDmz[] {
    return assessment.once(pastDmz);
}

/** The zones on both sides, as places that belong to a finding. */
export function relatedZones({ boundary, opening: { opener, answerer } }: PastDmz): readonly Related[] {
    // Of a session that is opened outwards, and over which somebody comes in.
    const isBack = boundary.flow.arrow === '->' && opener === boundary.to;
    return [
        ...related(isBack ? 'The remote side is here.' : 'The session is opened here.', [opener.zone ?? []].flat()),
        ...related(isBack ? 'It comes in here.' : 'The session ends here.', [answerer.zone ?? []].flat()),
    ];
}

/** True when a flow already has a finding because it passes no DMZ. */
export function isPastDmz(assessment: Assessment): (boundary: BoundaryFlow) => boolean {
    const flows = new Set(flowsPastDmz(assessment).map(each => each.boundary));
    return boundary => flows.has(boundary);
}
