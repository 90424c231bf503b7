import { nameOf, wholeOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'accept-useless',
    severity: 'info',
    basis: ['ZCR 5.13'],
    summary: 'An acceptance accepts nothing: the rule has nothing to say in that block.',
    why:
        'What was accepted has been cured, or the acceptance stands in the wrong block. Left where it is, it ' +
        'will accept the next fault of that ' +
        'kind without anybody being asked.',
    falsePositives: 'None.',
    restsOnAll: true,
    check({ acceptances = [] }, report) {
        for (const { accept, state, holder } of acceptances) {
            if (state !== 'useless') continue;
            report({
                at: nameOf(accept.origin),
                subject: holder,
                message:
                    `Nothing is left here for this to accept: ${accept.rule} finds nothing. Remove it, before it ` +
                    'accepts something that nobody saw.',
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
