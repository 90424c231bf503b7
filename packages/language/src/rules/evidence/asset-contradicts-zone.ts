import type { State } from '../../assessment/index.ts';
import { indexesOf } from '../../assessment/index.ts';
import type { Asset, Statement, Zone } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** States that say of the whole zone that the requirement is taken care of. */
const settled: readonly State[] = ['met', 'compensated', 'excluded'];

function misses(subject: Asset | Zone): readonly Statement[] {
    return subject.statements.filter(statement => statement.verb === 'misses');
}

/** The zone of which an asset or a nested zone is a part. */
function around(subject: Asset | Zone): string | null {
    return subject.kind === 'asset' ? subject.container : subject.parent;
}

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
        for (const asset of [...model.assets, ...model.zones]) {
            const zone = around(asset) ?? '';
            const assessed = assessment.of(zone);
            for (const statement of misses(asset)) {
                for (const mention of statement.requirements) {
                    const known = indexesOf(mention)
                        .flatMap(index => assessed?.requirements[index] ?? [])
                        .filter(({ state }) => settled.includes(state));
                    const [first] = known;
                    if (!first) continue;
                    report({
                        at: placeIn(statement.origin, mention.at),
                        subject: asset.id,
                        message:
                            `${asset.name} misses ${listed(known.map(({ id }) => id))}, which ` +
                            `${known.length === 1 ? 'is' : 'are'} stated as ` +
                            `${listed([...new Set(known.map(({ state }) => state))])} for ${zone} as a whole. ` +
                            `Let ${zone} miss it too, or compensate it for this ${asset.kind}.`,
                        related: first.origin
                            ? [{ message: `${zone}: ${first.state}.`, at: placeIn(first.origin, first.origin.name) }]
                            : [],
                    });
                }
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
