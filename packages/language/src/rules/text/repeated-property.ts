import { nameOf, wholeOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'repeated-property',
    severity: 'warning',
    basis: [],
    summary: 'A property that can stand once stands twice.',
    why: 'The first one counts. The second one is read by people all the same, and may be the one that is right.',
    falsePositives: 'None.',
    check({ model }, report) {
        for (const { subject, property, origin, first } of model.repeats) {
            report({
                at: nameOf(origin),
                subject,
                message: `${property} stands here a second time; the first one counts. Remove the one that is wrong.`,
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
