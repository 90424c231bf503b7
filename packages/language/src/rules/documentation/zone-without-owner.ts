import { stub } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'zone-without-owner',
    severity: 'info',
    basis: ['ZCR 6.4'],
    summary: 'Nobody is named who answers for a zone.',
    why:
        'Item b of the zone characteristics is the accountable organisation. Without one, nobody can approve the ' +
        'SL-T, ' +
        'accept a risk or be asked when a flow is to be added.',
    falsePositives: 'None: an owner of the system or of a zone around it counts.',
    check({ model, lookup }, report) {
        if (model.system?.owner) return;
        const zones = innerZones(lookup).filter(zone => lookup.ownerOf(zone.id) === null && zone.parent === null);
        const { system } = model;
        lacking(lookup, {
            rule: 'zone-without-owner',
            elements: zones,
            noun: 'zone',
            clause: ['has no owner', 'have no owner'],
            advice: 'Name one in the zone, or one for all of them in the system.',
            fixes: zone => [stub(`Name the owner of ${zone.name}`, [zone], [['owner', 'who answers for the zone']])],
            together: () =>
                system
                    ? [stub(`Name the owner of ${system.name}`, [system], [['owner', 'who answers for the system']])]
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
  owner "TODO: who answers for the zone"
  SL-T 1
  asset Plc2 : plc
}
`,
        },
    ],
} satisfies Rule;
