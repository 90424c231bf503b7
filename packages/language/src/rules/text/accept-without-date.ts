import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { untilToFillIn } from '../fix/claim.ts';

export default {
    id: 'accept-without-date',
    severity: 'info',
    basis: ['ZCR 5.13', 'ZCR 7.1'],
    summary: 'A finding is accepted, or a flow is excepted from an invariant, without an end date.',
    why:
        'An acceptance without a date is never reviewed: the finding stays silent when the reason no longer holds, ' +
        'and every new finding of the rule in that block is accepted too. If an error is accepted so, this is a ' +
        'warning, as is an exception.',
    falsePositives: 'None. Give the date of the next review.',
    restsOnAll: true,
    check({ assessment, acceptances = [], findings = [], today }, report) {
        const errors = new Set(
            findings.flatMap(({ severity, accepted }) => (severity === 'error' && accepted ? [accepted] : [])),
        );
        for (const { accept, state, holder } of acceptances) {
            // Without a reason the other rule asks for both.
            if (accept.until !== null || accept.because === null || state !== 'used') continue;
            const isError = errors.has(accept);
            report({
                at: nameOf(accept.origin),
                subject: holder,
                severity: isError ? 'warning' : 'info',
                message:
                    `${isError ? 'An error of ' : ''}${accept.rule} is accepted here without an end date, so the ` +
                    'acceptance is never reviewed. Add `until` with the date of the next review.',
                fixes: [untilToFillIn('Add the date of the next review', accept.origin, today)],
            });
        }
        for (const { invariant, exceptions } of assessment.invariants)
            for (const { exception, flows } of exceptions) {
                if (exception.until !== null || exception.because === null || flows.length === 0) continue;
                report({
                    at: nameOf(exception.origin),
                    subject: null,
                    severity: 'warning',
                    message:
                        `${invariant.id} excepts this flow without an end date, so the exception is never reviewed. ` +
                        'Add `until` with the date of the next review.',
                    fixes: [untilToFillIn('Add the date of the next review', exception.origin, today)],
                });
            }
    },
    examples: [
        {
            before: `system Plant
zone Pilot {
  asset Plc1 : plc
  accept zone-without-target because "The risk assessment is due in spring"
         ^^^^^^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Pilot {
  asset Plc1 : plc
  accept zone-without-target because "The risk assessment is due in spring" until 2026-06-01
}
`,
        },
        {
            title: 'The acceptance ends',
            before: `system Plant
zone Pilot {
  asset Plc1 : plc
  accept zone-without-target because "The risk assessment is due in spring" until 2099-06-30
}
`,
        },
    ],
} satisfies Rule;
