import { placeIn } from '../../model/index.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import type { Rule } from '../engine/rule.ts';
import { stub } from '../fix/claim.ts';
import { flowName } from '../say/wording.ts';

export default {
    id: 'temporary-flow-unapproved',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'SR 1.13 RE 1'],
    summary: 'A temporary flow across a boundary has no approval.',
    why: 'A temporary opening is an exception. If the approval is not recorded, it is not clear who closes it in time.',
    falsePositives: 'None. Name the person or the role that approved it.',
    check(context, report) {
        for (const { flow } of boundaryFlows(context.assessment)) {
            if (!flow.until || flow.approvedBy !== null || flow.until.date < context.today) continue;
            report({
                at: placeIn(flow.origin, flow.until.at),
                subject: flow.container,
                message:
                    `${flowName(flow)} is open until ${flow.until.date} without an approval. Write \`approved by ` +
                    `"…"\`.`,
                fixes: [
                    stub(`Name who approved ${flowName(flow)}`, [flow], [['approved by', 'who allowed it']], 'last'),
                ],
            });
        }
    },
    examples: [
        {
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
  flow Scada -> Mirror : https "Migration" {
    until 2099-12-31
          ^^^^^^^^^^
  }
}
`,
            after: `system Plant
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
  flow Scada -> Mirror : https "Migration" {
    until 2099-12-31
    approved by "TODO: who allowed it"
  }
}
`,
        },
    ],
} satisfies Rule;
