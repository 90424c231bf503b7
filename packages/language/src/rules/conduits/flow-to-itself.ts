import { nameOf, wholeOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

export default {
    id: 'flow-to-itself',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'ZCR 6.4'],
    summary: 'A flow begins and ends at the same asset.',
    why: 'Data that stays inside one device is not a flow. Usually another device was meant, and its flow is missing.',
    falsePositives:
        'None. Name the other end. A flow from a zone to itself means flows between its assets, and is not reported.',
    check({ model, lookup }, report) {
        for (const flow of model.flows) {
            if (flow.from.id !== flow.to.id || !lookup.asset(flow.from.id)) continue;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} begins and ends at ${flow.from.id}, so nothing is sent to another device. ` +
                    'Name the other end, or remove the flow.',
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
