import { covers } from '../../assessment/index.ts';
import type { Dependency } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { listed } from '../say/wording.ts';

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
    check({ model, lookup }, report) {
        for (const holder of [...model.assets, ...model.functions]) {
            for (const { without, origin } of holder.worksWithout) {
                const isWithout = (need: Dependency): boolean =>
                    (need.of === without.of && need.id === without.id) || covers(lookup, without, need.id, null);
                const needed = [
                    holder.needs.find(isWithout) ?? [],
                    // Of alternatives one is enough, so all of them have to be away.
                    holder.needsOneOf.find(({ any, unread }) => !unread && any.every(isWithout))?.any ?? [],
                ].flat();
                if (needed.length === 0) continue;
                const inside = needed.every(need => need.id === without.id)
                    ? `${without.id} and also works without it`
                    : `${listed(needed.map(need => need.id))}, and also works without ${without.id}, which has ` +
                      `${needed.length === 1 ? 'it' : 'them'}`;
                report({
                    at: nameOf(origin),
                    subject: holder.id,
                    message: `${holder.name} needs ${inside}: \`needs\` counts. Remove the wrong statement.`,
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
            title: 'What it needs is in the zone',
            before: `system Plant
zone Control {
  asset Plc : plc {
    needs Time.Clock
    works without Time because "Tested in the last stop"
                  ^^^^
  }
}
zone Time {
  asset Clock : server
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
