import { nameOf } from '../../model/index.ts';
import { ofTypes } from '../ask/types.ts';
import { alsoBlamed } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** Assets that neither take part in a safety function nor operate, engineer or watch one. */
const others: readonly string[] = [
    'ip-camera',
    'access-control-panel',
    'intercom',
    'video-recorder',
    'building-controller',
    'charging-station',
    'printer',
    'smart-meter',
    'historian',
    'mes-server',
    'file-server',
    'web-server',
    'database-server',
    'cloud-service',
    'training-simulator',
    'thin-client',
    'iot-device',
];

export default {
    id: 'other-system-in-safety-zone',
    severity: 'warning',
    basis: ['ZCR 3.3', 'SR 5.1'],
    summary: 'A safety zone contains assets of another system: cameras, doors, building services, business data.',
    why:
        'A zone of kind safety should contain only the safety function and what cannot be separated from it. A ' +
        'camera or a door controller has another owner and other users, and is the weakest device next to the ' +
        'one that protects people.',
    falsePositives:
        'A camera that is part of the safety function, such as a flame detector. Give it a type of its own.',
    check({ lookup, model }, report) {
        const isOther = ofTypes(lookup, others);
        for (const zone of model.zones) {
            if (lookup.kindOf(zone.id) !== 'safety') continue;
            const found = lookup.assetsIn(zone.id).filter(isOther);
            const first = found[0];
            if (!first) continue;
            const many = found.length > 1;
            report({
                at: nameOf(first.origin),
                subject: first.id,
                message:
                    `${listed(found.map(asset => asset.name))} ${many ? 'are' : 'is'} in ${zone.id}, a safety ` +
                    'zone, but not part of a safety function: an intruder there is next to the last protection. ' +
                    `Put ${many ? 'them into a zone of their' : 'it into a zone of its'} own.`,
                related: alsoBlamed(`Also in ${zone.id}.`, found.slice(1)),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Safety {
  kind safety
  SL-T 3
  asset Panel : fire-panel
  asset Gate : ip-camera
        ^^^^
  asset Door : access-control-panel
}
`,
        },
        {
            title: 'Cameras and doors in a zone of their own',
            before: `system Plant
zone Safety {
  kind safety
  SL-T 3
  asset Panel : fire-panel
}
zone Guard {
  kind operations
  SL-T 2
  asset Gate : ip-camera
  asset Door : access-control-panel
}
`,
        },
    ],
} satisfies Rule;
