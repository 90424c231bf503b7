import type { Fix, Lookup, Zone } from '../../model/index.ts';
import { outsideKinds } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';
import type { Stub } from '../fix/claim.ts';
import { fillOf, stubText } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';

/** True when something stands in the zone, in one inside of it, or serves one of them. */
function isInhabited(lookup: Lookup, zone: Zone): boolean {
    return (
        lookup.assetsIn(zone.id).length > 0 ||
        lookup.serving(zone.id).length > 0 ||
        lookup.zonesIn(zone.id).some(inner => isInhabited(lookup, inner))
    );
}

/** Takes a zone out of what is assessed, for which somebody has to name whose it is. */
function lyingOutside({ name, origin }: Zone): Fix {
    const owner: Stub = ['owner', 'whose it is, outside of the system'];
    return {
        kind: 'claim',
        title: `State that ${name} lies outside of the system…`,
        fill: fillOf([owner]),
        edits: [{ kind: 'add', into: origin, text: `kind external\n${stubText(owner)}`, where: 'first' }],
    };
}

export default {
    id: 'zone-without-assets',
    severity: 'warning',
    basis: ['ZCR 3.1', 'ZCR 6.4'],
    summary: 'A zone of the system holds no asset.',
    why:
        'A zone is a group of assets. An empty one is a box on a drawing: nothing can be assessed in it, and a ' +
        'reader takes its SL-T for something that protects somebody.',
    falsePositives: 'A zone that is planned. Accept it until the day on which its first asset should be known.',
    check({ model, lookup }, report) {
        const empty = model.zones.filter(zone => {
            if (outsideKinds.has(lookup.kindOf(zone.id)) || isInhabited(lookup, zone)) return false;
            const parent = zone.parent === null ? undefined : lookup.zone(zone.parent);
            return !parent || isInhabited(lookup, parent);
        });
        lacking(lookup, {
            rule: 'zone-without-assets',
            elements: empty,
            noun: 'zone',
            clause: [
                'holds no asset, so nothing in it can be assessed',
                'hold no asset, so nothing in them can be assessed',
            ],
            advice: 'Add what is in it, or say that it lies outside of the system.',
            fixes: zone => (zone.zoneKind === null && zone.owner === null ? [lyingOutside(zone)] : []),
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Supplier {
     ^^^^^^^^
  description "The supplier of the packaging line."
}
zone Line {
  SL-T 1
  asset Plc1 : plc
}
`,
            after: `system Plant
zone Supplier {
  kind external
  owner "TODO: whose it is, outside of the system"
  description "The supplier of the packaging line."
}
zone Line {
  SL-T 1
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
