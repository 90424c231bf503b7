import { nameOf, type Asset } from '../../model/index.ts';
import { bypassesOf, carriedBoundaries, isGrave } from '../ask/bypasses.ts';
import { related } from '../say/related.ts';
import { isCapabilityUnsaid, platformShortfall } from '../ask/shared-platforms.ts';
import { listed } from '../say/wording.ts';
import type { Context, Report, Rule } from '../engine/rule.ts';

/**
 * Says of a host of zones that boundary devices keep apart that it carries them, where it is not known what it is
 * capable of. One that is known to be capable enough is fit for them.
 */
function reportUnsaid(context: Context, asset: Asset, report: Report): void {
    const found = carriedBoundaries(context.lookup, asset);
    const zones = [...new Set(found.flatMap(({ pair }) => pair))];
    if (found.length === 0 || !isCapabilityUnsaid(context, asset, zones)) return;
    const conduits = [...new Set(found.map(({ conduit }) => conduit))];
    report({
        at: nameOf(asset.origin),
        subject: asset.id,
        severity: 'info',
        message:
            `${asset.name} is shared by ${listed(zones)}, which ${listed(conduits.map(({ name }) => name))} ` +
            `${conduits.length === 1 ? 'keeps' : 'keep'} apart, and its SL-C is not fully stated: they are only ` +
            'as separate as the platform keeps them. State its `SL-C`, or give one of them a platform of its own.',
        related: related('A boundary inside the platform.', conduits),
    });
}

export default {
    id: 'shared-platform-below-target',
    severity: 'warning',
    basis: ['ZCR 3.1', 'SR 5.4', 'ZCR 5.6'],
    summary:
        'A platform shared by zones has less protection than one of them requires, or its SL-C is not fully stated.',
    why:
        'Whoever controls the switch, the hypervisor, the directory or the backup controls every zone that ' +
        'depends on it. A shared platform has to be as strong as the strongest zone that relies on it.',
    falsePositives:
        'The platform only stores data that is encrypted beforehand, or is divided by hardware. Say so in ' +
        'the acceptance.',
    check(context, report) {
        for (const asset of context.model.assets) {
            if (asset.serves.length === 0) continue;
            if (bypassesOf(context.lookup, asset).some(bypass => isGrave(context.lookup, bypass))) continue;
            const short = platformShortfall(context, asset);
            if (!short) {
                reportUnsaid(context, asset, report);
                continue;
            }
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
            title: 'A host carries two zones of one SL-T that a firewall keeps apart, and its SL-C is not stated',
            before: `system Plant
zone Line {
  kind control
  SL-T 2
  asset Host : hypervisor { serves Utilities }
        ^^^^
}
zone Utilities {
  kind control
  SL-T 2
}
conduit LineUtilities between Line and Utilities {
  via Fw1
  asset Fw1 : firewall { serves Line, Utilities }
}
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
