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
    summary: 'The SL-C of a zone is unknown, because some or all of its assets have none.',
    why:
        'A zone is only as capable as its weakest asset. If an asset has no SL-C, it is not known whether the ' +
        'SL-T can be reached with the products in use.',
    falsePositives: 'Devices without security functions, such as a sensor on a current loop. Write `SL-C 0`.',
    check({ lookup, assessment }, report) {
        const capabilityOf = capabilities(lookup);
        const silentZones: Zone[] = [];
        for (const zone of innerZones(lookup)) {
            // Of one whose type is not known, nobody can tell.
            const assets = lookup.assetsIn(zone.id).filter(({ id }) => !lookup.isUnread(id, 'asset'));
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
                    `The SL-C of ${zone.id} is unknown because ${listed(unknown.map(asset => asset.name))} ` +
                    `${unknown.length === 1 ? 'has' : 'have'} none. Ask the supplier, and state \`SL-C\` on the ` +
                    'asset or on its type.',
                related: alsoBlamed('It has no SL-C either.', unknown.slice(1)),
            });
        }
        lacking(lookup, {
            rule: 'capability-unknown',
            elements: silentZones,
            noun: 'zone',
            clause: [
                'has no asset with an SL-C, so it is not known whether its SL-T can be reached',
                'have no asset with an SL-C, so it is not known whether their SL-T can be reached',
            ],
            advice: 'Ask the suppliers, and state `SL-C` on the assets or on their types.',
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
            title: 'No SL-C is known yet',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  asset Hmi1 : hmi
}
`,
        },
        {
            title: 'No SL-C is known, and the target is high',
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
