import { placeIn, wholeOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { dayAnew } from '../fix/claim.ts';

export default {
    id: 'accept-expired',
    severity: 'warning',
    basis: ['ZCR 5.13', 'ZCR 7.1'],
    summary: 'An acceptance has expired, and the finding that it accepted is still there.',
    why: 'The finding was accepted until that date. Since then it counts again.',
    falsePositives: 'None. If it can still be accepted, give the acceptance a new date.',
    check({ acceptances = [], today }, report) {
        for (const { accept, state, holder } of acceptances) {
            if (state !== 'expired' || !accept.until) continue;
            report({
                at: placeIn(accept.origin, accept.until.at),
                subject: holder,
                message:
                    `The acceptance of ${accept.rule} ended on ${accept.until.date}, and the finding is still ` +
                    'present. Fix it, or have its owner accept it again.',
                fixes: [
                    dayAnew('Write the day until which it is accepted again', accept.origin, accept.until, today),
                    {
                        kind: 'fix',
                        title: 'Remove the acceptance',
                        edits: [{ kind: 'remove', at: wholeOf(accept.origin) }],
                    },
                ],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Pilot {
  asset Plc1 : plc
  accept zone-without-target because "The risk assessment is due in spring" until 2020-06-30
                                                                                  ^^^^^^^^^^
}
`,
            after: `system Plant
zone Pilot {
  asset Plc1 : plc
  accept zone-without-target because "The risk assessment is due in spring" until 2026-06-01
}
`,
        },
    ],
} satisfies Rule;
