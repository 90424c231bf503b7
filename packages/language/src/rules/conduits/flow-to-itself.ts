import { nameOf, wholeOf } from '../../model/index.ts';
import { flowName } from '../ask/boundary-flows.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'flow-to-itself',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'ZCR 6.4'],
    summary: 'A flow begins and ends at the same asset.',
    why:
        'What stays inside of one device crosses nothing and is no flow. Mostly the other end was meant to be ' +
        'another device, whose flow is missing then.',
    falsePositives:
        'None: name the other end. A flow from a zone to itself stands for flows between its assets, and is not ' +
        'blamed.',
    check({ model, lookup }, report) {
        for (const flow of model.flows) {
            if (flow.from.id !== flow.to.id || !lookup.asset(flow.from.id)) continue;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} begins and ends at ${flow.from.id}: nothing is sent to another device. Name ` +
                    'the other end, or remove the flow.',
                fixes: [
                    { kind: 'fix', title: 'Remove this flow', edits: [{ kind: 'remove', at: wholeOf(flow.origin) }] },
                ],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
  asset Plc1 : plc
  flow Hmi1 -> Hmi1 : s7comm "Set-points" { access write }
       ^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
