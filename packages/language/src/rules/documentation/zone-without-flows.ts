import type { Lookup, Zone } from '../../model/index.ts';
import { lacking } from '../say/missing.ts';
import { innerZones } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';

/** True when a flow names the zone, something in it, a zone around it, or a device that serves it. */
function hasFlow(lookup: Lookup, zone: Zone): boolean {
    return (
        lookup.chain(zone.id).some(each => lookup.flowsOf(each.id).length > 0) ||
        lookup.serving(zone.id).some(asset => lookup.flowsOf(asset.id).length > 0) ||
        holdsFlow(lookup, zone)
    );
}

function holdsFlow(lookup: Lookup, zone: Zone): boolean {
    return (
        lookup.assetsIn(zone.id).some(asset => lookup.flowsOf(asset.id).length > 0) ||
        lookup.zonesIn(zone.id).some(inner => lookup.flowsOf(inner.id).length > 0 || holdsFlow(lookup, inner))
    );
}

export default {
    id: 'zone-without-flows',
    severity: 'info',
    basis: ['ZCR 6.4', 'SR 5.1'],
    summary: 'No data flow of a zone is documented.',
    why:
        'Items h and i of the zone characteristics. A zone is rarely isolated in the plant. If its flows are not ' +
        'documented, its firewall rules cannot be checked against them. Zones of the office and outside the site are ' +
        'not asked, nor is a zone with fewer than two assets. A flow of a nested zone, of a zone around it or of a ' +
        'device that serves it counts, and so does a tunnel that the zone carries (`over`). Of zones in each other ' +
        'the outermost is named. Nothing is said while a part of the text is not understood.',
    falsePositives: 'The zone is isolated. Say so in its description, and accept the finding there.',
    restsOnAll: true,
    check({ model, lookup }, report) {
        const carriers = new Set(model.conduits.flatMap(conduit => conduit.over.map(zone => zone.id)));
        const zones = innerZones(lookup).filter(
            zone => lookup.assetsWithin(zone.id).length > 1 && !carriers.has(zone.id) && !hasFlow(lookup, zone),
        );
        const outer = zones.filter(zone => zone.parent === null || !zones.some(each => each.id === zone.parent));
        lacking(lookup, {
            rule: 'zone-without-flows',
            elements: outer,
            noun: 'zone',
            clause: ['has no flow', 'have no flow'],
            advice: 'Add the flows between assets and across the boundary.',
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
     ^^^^^^^
  SL-T 2
  asset Hmi1 : hmi
  asset Plc1 : plc
}
`,
        },
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
  asset Plc1 : plc
  flow Hmi1 -> Plc1 : s7comm { access write }
}
`,
        },
    ],
} satisfies Rule;
