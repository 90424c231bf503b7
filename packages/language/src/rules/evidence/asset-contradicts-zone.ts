import { placeIn } from '../../model/index.ts';
import { missedInPart } from '../ask/asset-misses.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'asset-contradicts-zone',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 6.4'],
    summary: 'An asset or a nested zone misses a requirement that is stated as met for the zone.',
    why:
        'A zone is only as good as its weakest asset and its nested zones. SL-A and the report show the state of ' +
        'the zone, and hide the asset that deviates.',
    falsePositives:
        'Requirements that are met for the zone as a whole and do not apply to a single asset. Then state ' +
        'nothing for the asset.',
    check({ model, assessment }, report) {
        for (const part of [...model.assets, ...model.zones]) {
            for (const { around, statement, mention, settled } of missedInPart(assessment, part)) {
                const [first] = settled;
                report({
                    at: placeIn(statement.origin, mention.at),
                    subject: part.id,
                    message:
                        `${part.name} misses ${listed(settled.map(({ id }) => id))}, which ` +
                        `${settled.length === 1 ? 'is' : 'are'} stated as ` +
                        `${listed([...new Set(settled.map(({ state }) => state))])} for ${around} as a whole. ` +
                        `Let ${around} miss it too, or compensate it for this ${part.kind}.`,
                    related: first?.origin
                        ? [{ message: `${around}: ${first.state}.`, at: placeIn(first.origin, first.origin.name) }]
                        : [],
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
  asset Old : plc {
    misses SR 1.5 because "Its password cannot be changed" due 2030-03-31
           ^^^^^^
  }
  meets SR 1.5 because "Passwords are changed at hand-over" evidence "handover.md"
}
`,
        },
    ],
} satisfies Rule;
