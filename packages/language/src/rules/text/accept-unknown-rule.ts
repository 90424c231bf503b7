import { placeIn } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'accept-unknown-rule',
    severity: 'warning',
    basis: ['ZCR 5.13'],
    summary: 'An acceptance names a rule that does not exist.',
    why: 'It has no effect, although its author expects one.',
    falsePositives: 'None.',
    check({ acceptances = [] }, report) {
        for (const { accept, state, holder, nearest } of acceptances) {
            if (state !== 'unknown-rule') continue;
            const at = placeIn(accept.origin, accept.ruleAt);
            report({
                at,
                subject: holder,
                message:
                    `There is no rule ${accept.rule}, so this acceptance has no ` +
                    `effect.${nearest === null ? ' See docs/rules for the rule ids.' : ` Did you mean ${nearest}?`}`,
                fixes:
                    nearest === null
                        ? []
                        : [
                              {
                                  kind: 'fix',
                                  title: `Change it to ${nearest}`,
                                  edits: [{ kind: 'replace', at, text: nearest }],
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
  accept zone-without-targets because "The risk assessment is due in spring" until 2099-06-30
         ^^^^^^^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Pilot {
  asset Plc1 : plc
  accept zone-without-target because "The risk assessment is due in spring" until 2099-06-30
}
`,
        },
    ],
} satisfies Rule;
