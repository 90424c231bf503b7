import type { Flow, Lookup } from '../../model/index.ts';
import type { TrafficReading } from '../../reconcile/index.ts';
import { leftTunnel } from '../../reconcile/index.ts';
import { flowName } from './wording.ts';

/** Traffic of a flow in a tunnel that was seen outside of it: that flow, and what follows "was seen". */
export function outsideTunnel(
    lookup: Lookup,
    traffic: TrafficReading,
): { readonly flow: Flow; readonly said: string } | null {
    const flow = leftTunnel(lookup, traffic);
    if (!flow) return null;
    return {
        flow,
        said:
            `outside of the tunnel ${flow.container!}, in which ${flowName(flow)} is declared. On its way it can be ` +
            'read and changed. Send it through the tunnel, and close this path.',
    };
}
