import { placeIn } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { related } from '../say/related.ts';
import { counted } from '../say/wording.ts';

export default {
    id: 'support-ended',
    severity: 'warning',
    basis: ['SR 3.4', 'ZCR 5.3'],
    summary: 'The support of a product has ended: no patch comes any more.',
    why:
        'A hole that is found from now on stays open. What is not supported has to be replaced, or kept apart so ' +
        'that nothing reaches it that could use one.',
    falsePositives: 'Support was bought beyond that day: write its last day.',
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
            const assets = model.assets.filter(asset => lookup.isA(asset, type.id) && !asset.supportedUntil);
            if (assets.length === 0) continue;
            report({
                at: placeIn(type.origin, type.supportedUntil.at),
                subject: type.id,
                message:
                    `The support of ${type.id} ended on ${type.supportedUntil.date}: ${counted(assets.length, 'asset')} ` +
                    'of the model rest on it. Replace them, or keep them apart and say so.',
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
