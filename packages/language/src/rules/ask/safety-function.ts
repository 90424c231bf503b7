import type { Assessment } from '../../assessment/index.ts';
import type { Asset, Conduit, Lookup } from '../../model/index.ts';
import type { BoundaryFlow } from './boundary-flows.ts';
import { boundaryFlows } from './boundary-flows.ts';
import { ofTypes } from './types.ts';

/** Types of assets that take part in a safety instrumented function. */
export const safetyDevices: readonly string[] = ['safety-controller', 'safety-sensor', 'safety-actuator'];

/** True when the flow is part of a safety function: between safety devices, or by a protocol made for it. */
export function isSafetyFunction(isSafety: (asset: Asset) => boolean, { from, to, uses }: BoundaryFlow): boolean {
    if (uses.some(({ protocol }) => protocol.traits.includes('safety') && !protocol.traits.includes('engineering')))
        return true;
    if (!from.asset || !to.asset || !isSafety(from.asset) || !isSafety(to.asset)) return false;
    return !uses.some(({ protocol }) => protocol.traits.includes('hardwired'));
}

/**
 * A test for conduits that carry safety functions alone, over links that prove themselves who sends and what, on a
 * medium of the owner's: a
 * device in the line would add nothing but a way to stop the function.
 */
export function protectsItself(assessment: Assessment): (conduit: Conduit) => boolean {
    const isSafety = ofTypes(assessment.lookup, safetyDevices);
    const byConduit = Map.groupBy(boundaryFlows(assessment), ({ conduit }) => conduit);
    const holds = (boundary: BoundaryFlow): boolean =>
        boundary.foreign === null &&
        isSafetyFunction(isSafety, boundary) &&
        boundary.uses.every(({ has }) => has.has('authentication') && has.has('integrity'));
    return conduit => {
        const flows = byConduit.get(conduit) ?? [];
        return flows.length > 0 && flows.length === flowsOf(assessment.lookup, conduit) && flows.every(holds);
    };
}

const flowsOf = (lookup: Lookup, conduit: Conduit): number => lookup.flowsIn(conduit.id).length;
