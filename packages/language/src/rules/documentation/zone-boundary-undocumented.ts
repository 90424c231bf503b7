import type { Lookup, Zone } from '../../model/index.ts';
import type { Stub } from '../fix/claim.ts';
import { stub } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';
import { namesDevice } from '../ask/named.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

/** A note, an address range or a device in each of its conduits says where a zone ends on the network. */
function logicalIsSaid(lookup: Lookup, zone: Zone): boolean {
    const conduits = lookup.conduitsOf(zone.id);
    return (
        zone.notes.logicalBoundary.length > 0 ||
        zone.networks.length > 0 ||
        (conduits.length > 0 && conduits.every(conduit => namesDevice(lookup, conduit)))
    );
}

/** A note on it or a location says where a zone ends on site; a nested zone lies within the one around it. */
function physicalIsSaid(lookup: Lookup, zone: Zone): boolean {
    return lookup.chain(zone.id).some(each => each.notes.physicalBoundary.length + each.notes.location.length > 0);
}

/** What is left to be said of a zone. */
function lacksOf(lookup: Lookup, zone: Zone): readonly Stub[] {
    return [
        ...(logicalIsSaid(lookup, zone) ? [] : [['logical-boundary', 'where it ends in the network'] as const]),
        ...(physicalIsSaid(lookup, zone) ? [] : [['physical-boundary', 'where it ends on the site'] as const]),
    ];
}

/** Asks for what is missing: for both halves only where some zone lacks each. */
function adviceFor(lookup: Lookup, zones: readonly Zone[]): readonly [string, string] {
    const asked = new Set(zones.flatMap(zone => lacksOf(lookup, zone).map(([word]) => word)));
    const advice = (its: string): string =>
        `Add ${[
            ...(asked.has('logical-boundary')
                ? [`\`logical-boundary\` (or ${its} \`network\`, or the devices of ${its} conduits)`]
                : []),
            ...(asked.has('physical-boundary') ? [`\`physical-boundary\` (or ${its} \`location\`)`] : []),
        ].join(' and ')}.`;
    return [advice('its'), advice('their')];
}

export default {
    id: 'zone-boundary-undocumented',
    severity: 'info',
    basis: ['ZCR 6.4'],
    summary: 'The boundary of a zone, in the network or on site, is not documented.',
    why:
        'Items c and d of the zone characteristics. Whoever patches a cable or adds a rule has to know on which ' +
        'side of the boundary they are; and if a boundary is not documented, its absence is not noticed.',
    falsePositives: 'Zones of a system that exists only on paper.',
    check({ lookup }, report) {
        const zones = innerZones(lookup).filter(zone => !logicalIsSaid(lookup, zone) || !physicalIsSaid(lookup, zone));
        lacking(lookup, {
            rule: 'zone-boundary-undocumented',
            elements: zones,
            noun: 'zone',
            clause: ['has a boundary that is not described', 'have boundaries that are not described'],
            advice: adviceFor(lookup, zones),
            fixes: zone => [stub(`Describe the boundary of ${zone.name}`, [zone], lacksOf(lookup, zone), 'last')],
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
     ^^^^^^^
  SL-T 2
  network 10.10.2.0/24
  asset Plc1 : plc
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  network 10.10.2.0/24
  asset Plc1 : plc
  physical-boundary "TODO: where it ends on the site"
}
`,
        },
        {
            title: 'Network and location show it',
            before: `system Plant
zone Control {
  SL-T 2
  network 10.10.2.0/24
  physical-boundary "Control building, locked cabinets"
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
