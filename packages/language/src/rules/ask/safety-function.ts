import type { Assessment } from '../../assessment/index.ts';
import type { Asset, Conduit, Lookup } from '../../model/index.ts';
import type { BoundaryFlow } from './boundary-flows.ts';
import { boundaryFlows } from './boundary-flows.ts';
import type { ProtocolUse } from '../../assessment/protection.ts';
import { ofTypes } from './types.ts';

/** Types of assets that take part in a safety instrumented function. */
export const safetyDevices: readonly string[] = ['safety-controller', 'safety-sensor', 'safety-actuator'];

/** Devices that stop traffic on purpose, or when they fail. */
export const stopping: readonly string[] = [
    'firewall',
    'ips',
    'vpn-gateway',
    'proxy',
    'application-gateway',
    'network-access-controller',
];

/** True for a protocol that is made for safety functions, and not for the programs of safety systems. */
function isMadeForSafety({ protocol }: ProtocolUse): boolean {
    return protocol.traits.includes('safety') && !protocol.traits.includes('engineering');
}

function joinsSafetyDevices(isSafety: (asset: Asset) => boolean, { from, to }: BoundaryFlow): boolean {
    return [from, to].every(({ asset }) => asset !== null && isSafety(asset));
}

/** True when the flow is part of a safety function: between safety devices, or by a protocol made for it. */
export function isSafetyFunction(isSafety: (asset: Asset) => boolean, boundary: BoundaryFlow): boolean {
    const { uses } = boundary;
    if (uses.some(isMadeForSafety)) return true;
    return (
        joinsSafetyDevices(isSafety, boundary) && !uses.some(({ protocol }) => protocol.traits.includes('hardwired'))
    );
}

/**
 * A test for conduits that carry safety functions alone, over links that prove themselves who sends and what, on a
 * medium of the owner's: a device in the line would add nothing but a way to stop the function.
 */
export function protectsItself(assessment: Assessment): (conduit: Conduit) => boolean {
    const isSafety = ofTypes(assessment.lookup, safetyDevices);
    const byConduit = Map.groupBy(boundaryFlows(assessment), ({ conduit }) => conduit);
    const holds = (boundary: BoundaryFlow): boolean =>
        boundary.foreign === null &&
        isSafetyFunction(isSafety, boundary) &&
        (joinsSafetyDevices(isSafety, boundary) || boundary.uses.every(isMadeForSafety)) &&
        boundary.uses.every(({ has }) => has.has('authentication') && has.has('integrity'));
    return conduit => {
        const flows = byConduit.get(conduit) ?? [];
        return flows.length > 0 && flows.length === flowsOf(assessment.lookup, conduit) && flows.every(holds);
    };
}

const flowsOf = (lookup: Lookup, conduit: Conduit): number => lookup.flowsIn(conduit.id).length;
