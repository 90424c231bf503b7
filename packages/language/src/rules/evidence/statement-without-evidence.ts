import { nameOf } from '../../model/index.ts';
import { statingOf } from '../ask/said.ts';
import type { Rule } from '../engine/rule.ts';
import { continued } from '../fix/claim.ts';

export default {
    id: 'statement-without-evidence',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.13'],
    summary: 'A requirement is stated as met without a countermeasure, a reason or evidence.',
    why: 'It raises SL-A like any other statement, but it cannot be checked later whether it was ever verified.',
    falsePositives: 'Requirements that are obviously met are rare. In that case, write one sentence after `because`.',
    check({ model }, report) {
        const subjects = statingOf(model);
        for (const subject of subjects) {
            for (const statement of subject.statements) {
                if (statement.verb !== 'meets' || statement.requirements.length === 0) continue;
                if (statement.by.length > 0 || statement.because !== null || statement.evidence.length > 0) continue;
                report({
                    at: nameOf(statement.origin),
                    subject: subject.id,
                    message:
                        `${subject.name} meets this without evidence. Add \`by\` with a countermeasure, ` +
                        `\`because "…"\` with the reason, or \`evidence "…"\` with a document.`,
                    fixes: [
                        continued('Add evidence', statement.origin, ['evidence', 'where the evidence is']),
                        continued('Add the reason', statement.origin, ['because', 'how it is met']),
                    ],
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  meets SR 7.3, SR 7.4
  ^^^^^^^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  meets SR 7.3, SR 7.4 evidence "TODO: where the evidence is"
}
`,
        },
        {
            before: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  meets SR 7.3, SR 7.4 because "Nightly image backup, restore drill twice a year"
}
`,
        },
    ],
} satisfies Rule;
