import { riskOf } from '../assessment/index.ts';
import { nameOf } from '../model/index.ts';
import type { Rule } from './rule.ts';

const rule: Rule = {
    id: 'threat-not-rated',
    severity: 'warning',
    basis: ['ZCR 5.3', 'ZCR 5.4'],
    summary: 'A threat has no likelihood or no consequence that the risk matrix knows, so its risk is not assessed.',
    why: 'A threat without a rating counts nowhere: not in the residual risk, not in the suggestion of an SL-T. It looks harmless and is '
        + 'only unknown.',
    falsePositives: 'The row is a reminder for the next workshop: accept the finding until its date.',
    check({ lookup, riskMatrix }, report) {
        const { matrix, threats } = riskOf(lookup, riskMatrix);
        if (!matrix) return;
        for (const { threat, missing } of threats) {
            if (missing.length === 0) continue;
            report({
                at: nameOf(threat.origin),
                subject: threat.id,
                message: `The risk of "${threat.title ?? threat.name}" is not assessed. ${missing.join(' ')}`,
            });
        }
    },
    examples: [
        {
            title: 'Nobody said how likely it is',
            before: `system Plant
zone Control { asset Plc1 : plc }
threat Reprogram "Someone on site changes the program" {
       ^^^^^^^^^
  against Control.Plc1
  consequence 4
}
`,
        },
        {
            title: 'Both are said',
            before: `system Plant
zone Control { asset Plc1 : plc }
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 4
}
`,
        },
    ],
};

export default rule;
