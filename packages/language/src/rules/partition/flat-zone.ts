import type { Asset, Lookup } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { partition } from '../fix/moving.ts';
import { related } from '../say/related.ts';
import { ofTypes } from '../ask/types.ts';
import { listed } from '../say/wording.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

const controllers: readonly string[] = ['controller', 'rtu', 'ied', 'soft-plc'];
const engineering: readonly string[] = [
    'engineering-station',
    'engineering-server',
    'engineering-application',
    'maintenance-station',
];

/** The assets that change programs: by their type, or because a flow of theirs says so. */
function engineers(lookup: Lookup): (asset: Asset) => boolean {
    const isMadeForIt = ofTypes(lookup, engineering);
    const programming = new Set(lookup.model.flows.filter(flow => flow.access === 'program').map(flow => flow.from.id));
    return asset => isMadeForIt(asset) || programming.has(asset.id);
}

export default {
    id: 'flat-zone',
    severity: 'warning',
    basis: ['ZCR 3.1', 'SR 5.1'],
    summary: 'Controllers, what engineers them and servers are in one zone.',
    why:
        'A zone is what an intruder has once he is on any of its devices. Servers are exchanged with others and ' +
        'reached by many; an engineering station ' +
        'may change every program. Where both are in one zone with the controllers, the first weak device is the ' +
        'plant, ' +
        'and no rule about boundaries has anything to ask.',
    falsePositives: 'A machine of a few devices that nothing else is connected to, and that is replaced as a whole.',
    check({ lookup }, report) {
        const isController = ofTypes(lookup, controllers);
        const isServer = ofTypes(lookup, ['server']);
        const isEngineering = engineers(lookup);
        for (const zone of innerZones(lookup)) {
            const assets = lookup.assetsIn(zone.id);
            const running = assets.filter(isController);
            const programming = assets.filter(asset => isEngineering(asset) && !isController(asset));
            const serving = assets.filter(asset => isServer(asset) && !programming.includes(asset));
            if (running.length === 0 || programming.length === 0 || serving.length === 0) continue;
            const [controlled, programs, serves] = [running, programming, serving].map(group =>
                listed(group.map(asset => asset.name)),
            );
            report({
                at: nameOf(zone.origin),
                subject: zone.id,
                message:
                    `${zone.name} holds controllers (${controlled}), what programs them (${programs}) and ` +
                    `servers (${serves}) in one zone: ` +
                    'whoever is on one of them is at all of them. Give engineering and servers zones of their own.',
                fixes: [
                    {
                        kind: 'fix',
                        renames: true,
                        title: `Put ${programs} into a zone of its own in ${zone.name}`,
                        edits: partition(lookup, zone, programming, 'Engineering', []),
                    },
                ],
                related: related('May change the programs.', programming),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Plant {
     ^^^^^
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Station : engineering-station
  asset Scada : scada-server
}
`,
            after: `system Plant
zone Plant {
  kind control
  SL-T 2
  asset Plc1 : plc
  zone Engineering {
    asset Station : engineering-station
  }
  asset Scada : scada-server
}
`,
        },
        {
            title: 'Controllers in one zone, engineering and servers in another',
            before: `system Plant
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
}
zone Operations {
  kind operations
  SL-T 2
  asset Station : engineering-station
  asset Scada : scada-server
}
`,
        },
    ],
} satisfies Rule;
