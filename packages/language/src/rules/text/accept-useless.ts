import { nameOf, wholeOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { useless } from '../say/useless.ts';

export default {
    id: 'accept-useless',
    severity: 'info',
    basis: ['ZCR 5.13'],
    summary: 'An acceptance or an exception has no effect: there is nothing to accept or to except.',
    why:
        'Either the accepted fault was fixed, or the acceptance is in the wrong block. If it stays, it will ' +
        'accept the next fault of that kind without anybody deciding so.',
    falsePositives: 'None.',
    restsOnAll: true,
    check({ model, whole, assessment, acceptances = [] }, report) {
        for (const { accept, state, holder, isSecond } of acceptances) {
            if (state !== 'useless') continue;
            report({
                at: nameOf(accept.origin),
                subject: holder,
                message: useless(accept.rule, isSecond),
                fixes: [
                    {
                        kind: 'fix',
                        title: 'Remove the acceptance',
                        edits: [{ kind: 'remove', at: wholeOf(accept.origin) }],
                        // Which of two has the right reason and day is for people to say.
                        preferred: !isSecond,
                    },
                ],
            });
        }
        // What is planned for a later day may be what is excepted.
        if (whole.flows.length > model.flows.length) return;
        for (const { invariant, exceptions } of assessment.invariants)
            for (const { exception, expired, flows } of exceptions) {
                if (expired || flows.length > 0) continue;
                report({
                    at: nameOf(exception.origin),
                    subject: null,
                    message:
                        `${invariant.id} excepts a flow that does not exist, so this exception has no effect. Remove ` +
                        'it, before it excepts a future flow that has not been reviewed.',
                    fixes: [
                        {
                            kind: 'fix',
                            title: 'Remove the exception',
                            edits: [{ kind: 'remove', at: wholeOf(exception.origin) }],
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
