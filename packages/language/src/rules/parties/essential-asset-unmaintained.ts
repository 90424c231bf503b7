import { responsibleFor } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { lacking } from '../say/missing.ts';

export default {
    id: 'essential-asset-unmaintained',
    severity: 'warning',
    basis: ['ZCR 6.4', 'SR 7.8'],
    summary: 'The model declares parties, but not who maintains an essential asset.',
    why:
        'An asset without maintenance is not patched, its accounts are not renewed, and it is not restored. That ' +
        'comes to light when it fails. The question is asked as soon as a model declares parties.',
    falsePositives: 'The asset needs no maintenance, such as a passive device. Accept it with that reason.',
    check({ model, lookup }, report) {
        if (model.parties.length === 0) return;
        lacking(lookup, {
            rule: 'essential-asset-unmaintained',
            elements: model.assets.filter(
                asset => asset.traits.includes('essential') && responsibleFor(lookup, asset, 'maintainedBy') === null,
            ),
            noun: 'essential asset',
            clause: [
                'is essential, but it is not said who maintains it',
                'are essential, but it is not said who maintains them',
            ],
            advice: 'Add `maintained by` with a party, here, in the type or in the zone around.',
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
party Service "Service provider" {
  role maintenance-provider
}
zone Control {
  SL-T 1
  asset Plc1 : plc {
        ^^^^
    is essential
  }
}
`,
        },
        {
            title: 'The zone says who maintains what is in it',
            before: `system Plant
party Service "Service provider" {
  role maintenance-provider
}
zone Control {
  SL-T 1
  maintained by Service
  asset Plc1 : plc {
    is essential
  }
}
`,
        },
    ],
} satisfies Rule;
