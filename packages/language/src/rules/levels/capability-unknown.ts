import type { Zone } from '../../model/index.ts';
import { highest, nameOf, silent } from '../../model/index.ts';
import { capabilities } from '../ask/capability.ts';
import { alsoBlamed } from '../say/related.ts';
import { lacking } from '../say/missing.ts';
import { listed } from '../say/wording.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

/** From this target on a product has to bring much of its own, and it is asked what, though nobody has asked yet. */
const asking = 3;

export default {
    id: 'capability-unknown',
    severity: 'info',
    basis: ['ZCR 5.8', 'ZCR 6.4'],
    summary: 'SL-C of a zone is unknown, because some or all of its assets have none.',
    why:
        'A zone can do what its weakest asset can. One without SL-C hides behind those that have it, and nobody ' +
        'sees whether the SL-T can be ' +
        'reached with the products that stand there.',
    falsePositives: 'Devices without any security function, such as a sensor on a current loop: write `SL-C 0`.',
    check({ lookup, assessment }, report) {
        const capabilityOf = capabilities(lookup);
        const silentZones: Zone[] = [];
        for (const zone of innerZones(lookup)) {
            const assets = lookup.assetsIn(zone.id);
            const unknown = assets.filter(asset => capabilityOf(asset) === null);
            const first = unknown[0];
            if (!first) continue;
            if (unknown.length === assets.length) {
                if ((highest(assessment.of(zone.id)?.slT ?? silent) ?? 0) >= asking) silentZones.push(zone);
                continue;
            }
            report({
                at: nameOf(first.origin),
                subject: first.id,
                message:
                    `SL-C of ${zone.id} is unknown because ${listed(unknown.map(asset => asset.name))} ` +
                    `${unknown.length === 1 ? 'has' : 'have'} none. ` +
                    'Ask the supplier, and write SL-C on the asset or on its type.',
                related: alsoBlamed('It has no SL-C either.', unknown.slice(1)),
            });
        }
        lacking(lookup, {
            rule: 'capability-unknown',
            elements: silentZones,
            noun: 'zone',
            clause: [
                'holds no asset with an SL-C, so nothing shows that its SL-T can be reached',
                'hold no asset with an SL-C, so nothing shows that their SL-T can be reached',
            ],
            advice: 'Ask the suppliers, and write SL-C on the assets or on their types.',
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc { SL-C 2 }
  asset Hmi1 : hmi
        ^^^^
}
`,
        },
        {
            title: 'Nobody has asked yet: then there is nothing to complete',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  asset Hmi1 : hmi
}
`,
        },
        {
            title: 'Nobody has asked, and the target is high',
            before: `system Plant
zone Control {
     ^^^^^^^
  SL-T 3
  asset Plc1 : plc
  asset Hmi1 : hmi
}
`,
        },
    ],
} satisfies Rule;
