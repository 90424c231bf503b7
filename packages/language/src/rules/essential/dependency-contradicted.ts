import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'dependency-contradicted',
    severity: 'warning',
    basis: ['SR 5.2 RE 2'],
    summary: 'An element needs another one, and is also stated to work without it.',
    why:
        'Both cannot be true. Until it is corrected, `needs` counts: a claim that something continues does not ' +
        'override what is known to stop it.',
    falsePositives:
        'None. Remove the wrong statement. For something that is needed only after a time, write `endures`.',
    check({ model }, report) {
        for (const holder of [...model.assets, ...model.functions]) {
            const needs = new Set(holder.needs.map(need => `${need.of} ${need.id}`));
            for (const { without, origin } of holder.worksWithout) {
                if (!needs.has(`${without.of} ${without.id}`)) continue;
                report({
                    at: nameOf(origin),
                    subject: holder.id,
                    message:
                        `${holder.name} needs ${without.id} and also works without it: \`needs\` counts. Remove ` +
                        'the wrong statement.',
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  asset Clock : server
  asset Plc : plc {
    needs Clock
    works without Clock because "Tested in the last stop"
                  ^^^^^
  }
}
`,
        },
        {
            title: 'One of the two',
            before: `system Plant
zone Control {
  asset Clock : server
  asset Plc : plc {
    works without Clock because "Tested in the last stop"
  }
}
`,
        },
    ],
} satisfies Rule;
