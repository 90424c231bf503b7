import { stub } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'zone-without-owner',
    severity: 'info',
    basis: ['ZCR 6.4'],
    summary: 'A zone has no owner.',
    why:
        'Item b of the zone characteristics is the accountable organisation. Without one, it is not clear who ' +
        'approves the SL-T, accepts a risk or decides on a new flow.',
    falsePositives: 'None. An owner of the system or of an outer zone counts.',
    check({ model, lookup }, report) {
        if (model.system?.owner) return;
        const zones = innerZones(lookup).filter(zone => lookup.ownerOf(zone.id) === null && zone.parent === null);
        const { system } = model;
        lacking(lookup, {
            rule: 'zone-without-owner',
            elements: zones,
            noun: 'zone',
            clause: ['has no owner', 'have no owner'],
            advice: 'Name one in the zone, or one for all zones in the system.',
            fixes: zone => [
                stub(`Name the owner of ${zone.name}`, [zone], [['owner', 'who is accountable for the zone']]),
            ],
            together: () =>
                system
                    ? [
                          stub(
                              `Name the owner of ${system.name}`,
                              [system],
                              [['owner', 'who is accountable for the system']],
                          ),
                      ]
                    : [],
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
  owner "Operations"
  SL-T 2
  asset Plc1 : plc
}
zone Packaging {
     ^^^^^^^^^
  SL-T 1
  asset Plc2 : plc
}
`,
            after: `system Plant
zone Control {
  owner "Operations"
  SL-T 2
  asset Plc1 : plc
}
zone Packaging {
  owner "TODO: who is accountable for the zone"
  SL-T 1
  asset Plc2 : plc
}
`,
        },
    ],
} satisfies Rule;
