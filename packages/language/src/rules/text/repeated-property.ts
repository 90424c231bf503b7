import { nameOf, wholeOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'repeated-property',
    severity: 'warning',
    basis: [],
    summary: 'A property that is allowed once is written twice.',
    why: 'Only the first one counts, but a reader sees both, and the second one may be the right one.',
    falsePositives: 'None.',
    check({ model }, report) {
        for (const { subject, property, origin, first } of model.repeats) {
            report({
                at: nameOf(origin),
                subject,
                message: `${property} is written twice here; only the first one counts. Remove the wrong one.`,
                fixes: [
                    {
                        kind: 'layout',
                        title: `Remove the second ${property}`,
                        edits: [{ kind: 'remove', at: wholeOf(origin) }],
                    },
                ],
                related: [{ message: 'The one that counts.', at: nameOf(first) }],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  owner "Operations"
  SL-T 1
  owner "Maintenance"
  ^^^^^
  asset Plc1 : plc
}
`,
            after: `system Plant
zone Control {
  owner "Operations"
  SL-T 1
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
