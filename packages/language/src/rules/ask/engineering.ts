import type { BoundaryFlow } from './boundary-flows.ts';

/** True when the flow can change programs: it says so, or its protocol is made for it and the flow is not held to reading. */
export function isEngineering({ flow, uses }: BoundaryFlow): boolean {
    return flow.access === 'program' || (flow.access !== 'read' && uses.some(use => use.protocol.traits.includes('engineering')));
}

/** True for a signal on wires of its own: there is no session, and nothing but the signal can pass. */
export function isHardwired({ uses }: BoundaryFlow): boolean {
    return uses.length > 0 && uses.every(use => use.protocol.traits.includes('hardwired'));
}
