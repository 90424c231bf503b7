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
    summary: 'Controllers, engineering stations and servers are in one zone.',
    why:
        'An intruder on one device of a zone can reach all others. Servers exchange data with other networks and ' +
        'are reached by many users; an engineering station can change every program. If both are in the zone of ' +
        'the controllers, one weak device is enough to reach the process, and there is no boundary to check.',
    falsePositives:
        'A small machine with a few devices that is not connected to anything else and is replaced as a whole.',
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
            const whose = programming.length === 1 ? 'its' : 'their';
            report({
                at: nameOf(zone.origin),
                subject: zone.id,
                message:
                    `${zone.name} holds controllers (${controlled}), what programs them (${programs}) and ` +
                    `servers (${serves}) in one zone: an intruder on one of them can reach all. Give engineering ` +
                    'stations and servers zones of their own.',
                fixes: [
                    {
                        kind: 'fix',
                        renames: true,
                        title: `Put ${programs} into a zone of ${whose} own in ${zone.name}`,
                        edits: partition(lookup, zone, programming, 'Engineering', []),
                    },
                ],
                related: related('It can change the programs.', programming),
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
            title: 'Controllers in one zone, engineering and servers in others',
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
