import { isHardwired as isSignal } from '../../assessment/passing.ts';
import type { Conduit, Lookup } from '../../model/index.ts';
import type { BoundaryFlow } from './boundary-flows.ts';

/**
 * True when the flow can change programs: it says so, or its protocol is made for it and the flow is not held to
 * reading.
 */
export function isEngineering({ flow, uses }: BoundaryFlow): boolean {
    return (
        flow.access === 'program' ||
        (flow.access !== 'read' && uses.some(use => use.protocol.traits.includes('engineering')))
    );
}

/** True for a signal on wires of its own: there is no session, and nothing but the signal can pass. */
export function isHardwired({ flow, uses }: BoundaryFlow): boolean {
    return uses.length > 0 && flow.ports.length === 0 && uses.every(use => use.protocol.traits.includes('hardwired'));
}

/**
 * True for a conduit through which nothing but contacts and current loops goes: there is no traffic to control or to
 * watch.
 */
export function carriesSignalsOnly(lookup: Lookup, conduit: Conduit): boolean {
    const flows = lookup.flowsIn(conduit.id);
    return flows.length > 0 && flows.every(flow => isSignal(lookup, flow));
}
