import { nameOf, wholeOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'accept-useless',
    severity: 'info',
    basis: ['ZCR 5.13'],
    summary: 'An acceptance has no effect: the rule has no finding in that block.',
    why:
        'Either the accepted fault was fixed, or the acceptance is in the wrong block. If it stays, it will ' +
        'accept the next fault of that kind without anybody deciding so.',
    falsePositives: 'None.',
    restsOnAll: true,
    check({ acceptances = [] }, report) {
        for (const { accept, state, holder } of acceptances) {
            if (state !== 'useless') continue;
            report({
                at: nameOf(accept.origin),
                subject: holder,
                message:
                    `${accept.rule} has no finding here, so this acceptance has no effect. Remove it, before it ` +
                    'accepts a future finding that has not been reviewed.',
                fixes: [
                    {
                        kind: 'fix',
                        title: 'Remove the acceptance',
                        edits: [{ kind: 'remove', at: wholeOf(accept.origin) }],
                        preferred: true,
                    },
                ],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Pilot {
  SL-T 2
  asset Plc1 : plc
  accept zone-without-target because "The risk assessment is due in spring" until 2099-06-30
         ^^^^^^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Pilot {
  SL-T 2
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
