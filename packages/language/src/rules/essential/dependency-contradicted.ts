import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'dependency-contradicted',
    severity: 'warning',
    basis: ['SR 5.2 RE 2'],
    summary: 'Something needs another one and works without it.',
    why:
        'Both cannot be true. Until it is settled the need counts: a claim that something goes on does not take away ' +
        'what is known to stop it.',
    falsePositives: 'None: remove the one that is wrong. Of one that is needed after a time write `endures`.',
    check({ model }, report) {
        for (const holder of [...model.assets, ...model.functions]) {
            const needs = new Set(holder.needs.map(need => `${need.of} ${need.id}`));
            for (const { without, origin } of holder.worksWithout) {
                if (!needs.has(`${without.of} ${without.id}`)) continue;
                report({
                    at: nameOf(origin),
                    subject: holder.id,
                    message:
                        `${holder.name} needs ${without.id} and works without it: the need counts. ` +
                        'Remove the one that is wrong.',
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
