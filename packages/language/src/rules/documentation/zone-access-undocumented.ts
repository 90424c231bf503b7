import type { Lookup, Zone } from '../../model/index.ts';
import type { Stub } from '../fix/claim.ts';
import { stub } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';
import { namesDevice } from '../ask/named.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

/** The devices of its conduits are the logical access points of a zone, where nobody lists others. */
function logicalIsSaid(lookup: Lookup, zone: Zone): boolean {
    const conduits = lookup.conduitsOf(zone.id);
    return (
        zone.notes.logicalAccess.length > 0 ||
        conduits.every(conduit => namesDevice(lookup, conduit) || conduit.notes.logicalAccess.length > 0)
    );
}

function physicalIsSaid(lookup: Lookup, zone: Zone): boolean {
    return lookup.chain(zone.id).some(each => each.notes.physicalAccess.length > 0);
}

/** What is left to be said of a zone. */
function lacksOf(lookup: Lookup, zone: Zone): readonly Stub[] {
    return [
        ...(logicalIsSaid(lookup, zone) ? [] : [['logical-access', 'where it is entered over the network'] as const]),
        ...(physicalIsSaid(lookup, zone) ? [] : [['physical-access', 'the doors, cabinets and consoles'] as const]),
    ];
}

/** Says what is missing: one half only where no zone lacks the other. */
function wordsFor(
    lookup: Lookup,
    zones: readonly Zone[],
): { clause: readonly [string, string]; advice: string | readonly [string, string] } {
    const asked = new Set(zones.flatMap(zone => lacksOf(lookup, zone).map(([word]) => word)));
    if (!asked.has('logical-access'))
        return {
            clause: ['lists no physical access points', 'list no physical access points'],
            advice: 'Add `physical-access`.',
        };
    if (!asked.has('physical-access'))
        return {
            clause: ['lists no access points over the network', 'list no access points over the network'],
            advice: [
                'Add `logical-access`, or name the devices of its conduits after `via`.',
                'Add `logical-access`, or name the devices of their conduits after `via`.',
            ],
        };
    return {
        clause: ['lists no access points', 'list no access points'],
        advice: 'Add `physical-access`, and `logical-access` if no conduit names a device.',
    };
}

export default {
    id: 'zone-access-undocumented',
    severity: 'info',
    basis: ['ZCR 6.4'],
    summary: 'The access points of a zone, over the network or on site, are not documented.',
    why:
        'Items f and g of the zone characteristics. Countermeasures have to protect doors, cabinets, consoles ' +
        'and remote accesses; those that are not listed may be unprotected.',
    falsePositives: 'The access points are in another register. Name it after `physical-access`.',
    check({ lookup }, report) {
        const zones = innerZones(lookup).filter(zone => !logicalIsSaid(lookup, zone) || !physicalIsSaid(lookup, zone));
        lacking(lookup, {
            rule: 'zone-access-undocumented',
            elements: zones,
            noun: 'zone',
            ...wordsFor(lookup, zones),
            fixes: zone => [stub(`List the access points of ${zone.name}`, [zone], lacksOf(lookup, zone), 'last')],
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
     ^^^^^^^
  SL-T 2
  asset Plc1 : plc
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  physical-access "TODO: the doors, cabinets and consoles"
}
`,
        },
        {
            title: 'A zone without a conduit, with a door',
            before: `system Plant
zone Control {
  SL-T 2
  physical-access "Door 3, badge and key"
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
