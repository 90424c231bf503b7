import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { continued } from '../fix/claim.ts';

export default {
    id: 'accept-without-reason',
    severity: 'warning',
    basis: ['ZCR 5.13', 'ZCR 7.1'],
    summary: 'A finding is accepted, or a flow is excepted from an invariant, without a reason.',
    why:
        'Accepting is a decision of the asset owner. Without the reason it cannot be checked later whether the ' +
        'decision still holds, and for an auditor the finding was simply switched off.',
    falsePositives: 'None.',
    check({ assessment, acceptances = [] }, report) {
        for (const { accept, state, holder } of acceptances) {
            if (accept.because !== null || state === 'unknown-rule') continue;
            report({
                at: nameOf(accept.origin),
                subject: holder,
                message:
                    `${accept.rule} is accepted without a reason. Add \`because "…"\` with the reason, and ` +
                    `\`until …\` with the date of the next review.`,
                fixes: [continued('Add the reason', accept.origin, ['because', 'why this is tolerable'])],
            });
        }
        for (const { invariant, exceptions } of assessment.invariants)
            for (const { exception, expired } of exceptions) {
                if (exception.because !== null || expired) continue;
                report({
                    at: nameOf(exception.origin),
                    subject: null,
                    message:
                        `${invariant.id} excepts this flow without a reason. Add \`because "…"\` with the reason, ` +
                        'and `until …` with the date of the next review.',
                    fixes: [continued('Add the reason', exception.origin, ['because', 'why this is tolerable'])],
                });
            }
    },
    examples: [
        {
            before: `system Plant
zone Pilot {
  asset Plc1 : plc
  accept zone-without-target
         ^^^^^^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Pilot {
  asset Plc1 : plc
  accept zone-without-target because "TODO: why this is tolerable"
}
`,
        },
    ],
} satisfies Rule;
