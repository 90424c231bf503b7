import { nameOf } from '../../model/index.ts';
import { capabilities } from '../ask/capability.ts';
import { alsoBlamed } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'capability-unknown',
    severity: 'info',
    basis: ['ZCR 5.8', 'ZCR 6.4'],
    summary: 'SL-C of a zone is unknown, because some of its assets have none while others do.',
    why: 'A zone can do what its weakest asset can. One without SL-C hides behind those that have it, and nobody sees whether the SL-T can be '
        + 'reached with the products that stand there.',
    falsePositives: 'Devices without any security function, such as a sensor on a current loop: write `SL-C 0`.',
    check({ lookup }, report) {
        const capabilityOf = capabilities(lookup);
        for (const zone of innerZones(lookup)) {
            const assets = lookup.assetsIn(zone.id);
            const unknown = assets.filter(asset => capabilityOf(asset) === null);
            const first = unknown[0];
            if (!first || unknown.length === assets.length) continue;
            report({
                at: nameOf(first.origin),
                subject: first.id,
                message: `SL-C of ${zone.id} is unknown because ${listed(unknown.map(asset => asset.name))} ${unknown.length === 1 ? 'has' : 'have'} none. `
                    + 'Ask the supplier, and write SL-C on the asset or on its type.',
                related: alsoBlamed('It has no SL-C either.', unknown.slice(1)),
            });
        }
    },
    examples: [{
        before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc { SL-C 2 }
  asset Hmi1 : hmi
        ^^^^
}
`,
    }, {
        title: 'Nobody has asked yet: then there is nothing to complete',
        before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  asset Hmi1 : hmi
}
`,
    }],
} satisfies Rule;
