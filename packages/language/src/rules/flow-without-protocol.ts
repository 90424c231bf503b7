import { nameOf } from '../model/index.ts';
import { boundaryFlows, flowName } from './queries/boundary-flows.ts';
import type { Rule } from './rule.ts';

export default {
    id: 'flow-without-protocol',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'SR 7.7'],
    summary: 'A flow crosses a boundary and names no protocol: anything may pass.',
    why: 'A boundary that denies by default needs to know what it lets through. A flow without a protocol is either a rule for everything, '
        + 'or a rule that nobody has looked at; and none of the checks of protocols can say anything of it.',
    falsePositives: 'None: name the protocol, or declare it where it is proprietary.',
    check(context, report) {
        for (const { flow } of boundaryFlows(context)) {
            if (flow.protocols.length > 0) continue;
            const limited = flow.ports.length > 0;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                severity: limited ? 'info' : 'warning',
                message: limited
                    ? `${flowName(flow)} names ports and no protocol, so nobody can judge what it protects. Name the protocol.`
                    : `${flowName(flow)} names neither a protocol nor a port: anything may pass the boundary. Name what is needed.`,
            });
        }
    },
    examples: [{
        before: `system Plant
zone Control {
  SL-T 2
  asset Scada : scada-server
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Scada -> Mirror
       ^^^^^^^^^^^^^^^
}
`,
    }],
} satisfies Rule;
