import { directionOf, speaksBack } from '../../assessment/passing.ts';
import type { Lookup } from '../../model/index.ts';
import type { BoundaryFlow, End, Opening } from './boundary-flows.ts';

/** Assets that exist to let people in. */
const entrances: readonly string[] = ['jump-host', 'terminal-server', 'vpn-gateway'];

/** True when the flow's protocol gives its user a screen, a shell or the programs of the other side. */
export function isRemoteAccess({ flow, uses }: BoundaryFlow): boolean {
    return flow.access === 'program' || uses.some(use => use.protocol.traits.includes('remote-access'));
}

/**
 * True for an end at which people come in. A tunnel from network device to network device joins two sites, and lets
 * nobody log on.
 */
export function isEntrance(lookup: Lookup, { opener, answerer }: Opening): boolean {
    if (!answerer.asset || !lookup.isA(answerer.asset, ...entrances)) return false;
    return !isNetworkDevice(lookup, opener) || !isNetworkDevice(lookup, answerer);
}

/**
 * True for a session that is opened outwards, and over which people come in: relayed remote access, and a tunnel of
 * which nothing says what it carries. One from network device to network device joins two sites.
 */
export function letsIn(lookup: Lookup, { flow, conduit, from, to }: BoundaryFlow): boolean {
    if (flow.arrow !== '->' || (conduit !== null && directionOf(lookup, conduit) !== null)) return false;
    const back = speaksBack(lookup, flow);
    return back === 'relay' || (back === 'tunnel' && !(isNetworkDevice(lookup, from) && isNetworkDevice(lookup, to)));
}

/**
 * True for a session that is a tunnel of which nothing says what it carries: whoever opens it can do on the other side
 * what its end can do, so it is asked what remote access is asked. One from network device to network device joins two
 * sites.
 */
export function isBlindTunnel(lookup: Lookup, { uses }: BoundaryFlow, { opener, answerer }: Opening): boolean {
    if (uses.length === 0 || !uses.every(({ protocol }) => protocol.traits.includes('tunnel'))) return false;
    return !isNetworkDevice(lookup, opener) || !isNetworkDevice(lookup, answerer);
}

function isNetworkDevice(lookup: Lookup, { asset }: End): boolean {
    return asset !== null && lookup.isA(asset, 'network-device');
}
