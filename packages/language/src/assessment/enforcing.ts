import type { Asset, Lookup } from '../model/index.ts';

/**
 * Types of devices that can enforce a boundary: they decide what passes, end what comes and begin it anew, or pass one
 * direction alone. A router divides addresses, a switch divides networks and a serial server makes ports reachable:
 * none of them decides.
 */
export const enforcing: readonly string[] = [
    'firewall',
    'diode',
    'gateway',
    'proxy',
    'ips',
    'load-balancer',
    'network-access-controller',
];

/** Types that rest on one of these, and pass on what they do not understand. */
const passingOn: readonly string[] = ['protocol-converter'];

/**
 * True for a device that can enforce a boundary; a host, and a device of which nobody said the type, is not known to.
 */
export function canEnforce(lookup: Lookup, device: Asset): boolean {
    return lookup.isA(device, ...enforcing) && !lookup.isA(device, ...passingOn);
}
