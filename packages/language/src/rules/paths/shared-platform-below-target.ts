import { nameOf } from '../../model/index.ts';
import { bypassesOf, isGrave } from '../ask/bypasses.ts';
import { related } from '../say/related.ts';
import { platformShortfall } from '../ask/shared-platforms.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'shared-platform-below-target',
    severity: 'warning',
    basis: ['ZCR 3.1', 'SR 5.4', 'ZCR 5.6'],
    summary: 'A platform shared by several zones has less protection than the highest of them requires.',
    why:
        'Whoever controls the switch, the hypervisor, the directory or the backup controls every zone that ' +
        'depends on it. A shared platform has to be as strong as the strongest zone that relies on it.',
    falsePositives:
        'The platform only stores data that is encrypted beforehand, or is divided by hardware. Say so in ' +
        'the acceptance.',
    check(context, report) {
        for (const asset of context.model.assets) {
            const short = platformShortfall(context, asset);
            if (!short || bypassesOf(context.lookup, asset).some(bypass => isGrave(context.lookup, bypass))) continue;
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                message:
                    `${asset.name} serves ${short.zone.id}, and ${short.text}: an intruder on the platform ` +
                    'reaches that zone too. Give that zone a platform of its own, or protect this one as the ' +
                    'zone requires.',
                related: related('A zone that requires more.', [short.zone]),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Operations {
  kind operations
  SL-T 1
  asset Directory : domain-controller { serves Control }
        ^^^^^^^^^
}
zone Control {
  kind control
  SL-T 2
}
conduit OperationsControl between Operations and Control { }
`,
        },
        {
            title: 'The product is capable of the highest SL-T',
            before: `system Plant
zone Operations {
  kind operations
  SL-T 2
  asset Host : hypervisor {
    serves Control
    SL-C 2
  }
}
zone Control {
  kind control
  SL-T 2
}
conduit OperationsControl between Operations and Control { }
`,
        },
    ],
} satisfies Rule;
