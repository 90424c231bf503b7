import { placeIn } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { related } from '../say/related.ts';
import { counted } from '../say/wording.ts';

export default {
    id: 'support-ended',
    severity: 'warning',
    basis: ['SR 3.4', 'ZCR 5.3'],
    summary: 'The support of a product has ended: there are no more patches.',
    why:
        'A vulnerability that is found from now on stays open. Replace the product, or separate it so that an ' +
        'attacker cannot reach it.',
    falsePositives:
        'Support was bought beyond that day: write its last day. The day of an asset counts before that of its type, ' +
        'and that of the type before that of one on which it rests.',
    check({ model, lookup, today }, report) {
        for (const asset of model.assets) {
            if (!asset.supportedUntil || asset.supportedUntil.date >= today) continue;
            report({
                at: placeIn(asset.origin, asset.supportedUntil.at),
                subject: asset.id,
                message:
                    `The support of ${asset.id} ended on ${asset.supportedUntil.date}. Replace it, or keep it apart ` +
                    'and say so.',
            });
        }
        for (const type of model.types) {
            if (!type.supportedUntil || type.supportedUntil.date >= today) continue;
            // The day of the nearest type counts, as the asset's own does.
            const assets = model.assets.filter(
                asset => !asset.supportedUntil && lookup.typesOf(asset).find(each => each.supportedUntil) === type,
            );
            if (assets.length === 0) continue;
            report({
                at: placeIn(type.origin, type.supportedUntil.at),
                subject: type.id,
                message:
                    `The support of ${type.id} ended on ${type.supportedUntil.date}: ` +
                    `${counted(assets.length, 'asset')} of the model ${assets.length === 1 ? 'is' : 'are'} of ` +
                    'this type. Replace them, or keep them apart and say so.',
                related: related('It is of this type.', assets),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  asset Hmi1 : hmi { supported until 2025-10-14 }
                                     ^^^^^^^^^^
  asset Plc1 : old-plc
}
type old-plc : plc {
  supported until 2024-12-31
                  ^^^^^^^^^^
}
`,
        },
    ],
} satisfies Rule;
