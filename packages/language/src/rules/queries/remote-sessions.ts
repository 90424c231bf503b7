import type { Context } from '../rule.ts';
import type { BoundaryFlow, End, Opening } from './boundary-flows.ts';
import { boundaryFlows } from './boundary-flows.ts';

/** A flow by which people work in the plant from elsewhere. */
export interface RemoteSession {
    readonly boundary: BoundaryFlow;
    readonly opening: Opening;
    /** True when the person sits outside of the site and the office. */
    readonly fromOutside: boolean;
}

/** Assets that exist to let people in. */
const entrances: readonly string[] = ['jump-host', 'terminal-server', 'remote-access-gateway'];

function isOutside(context: Context, { zone, asset, side }: End): boolean {
    if (side === 'outside' || asset?.traits.includes('remote')) return true;
    return zone !== null && context.lookup.traitsOf(zone.id).has('remote');
}

function sessionOf(context: Context, boundary: BoundaryFlow): RemoteSession | null {
    const byProtocol = boundary.uses.some(use => use.protocol.traits.includes('remote-access'));
    for (const opening of boundary.openings) {
        const { opener, answerer } = opening;
        const fromOutside = isOutside(context, opener);
        if (!fromOutside && opener.side !== 'it') continue;
        if (answerer.side !== 'dmz' && answerer.side !== 'ot') continue;
        if (byProtocol || (answerer.asset !== null && context.lookup.isA(answerer.asset, ...entrances))) return { boundary, opening, fromOutside };
    }
    return null;
}

const known = new WeakMap<Context, readonly RemoteSession[]>();

/** The flows by which people come into the plant or its DMZ from the office or from outside. */
export function remoteSessions(context: Context): readonly RemoteSession[] {
    const found = known.get(context) ?? boundaryFlows(context).flatMap(boundary => sessionOf(context, boundary) ?? []);
    known.set(context, found);
    return found;
}
