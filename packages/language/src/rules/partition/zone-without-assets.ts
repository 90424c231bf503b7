import type { Fix, Lookup, Zone } from '../../model/index.ts';
import { outsideKinds } from '../ask/zones.ts';
import type { Rule } from '../engine/rule.ts';
import type { Stub } from '../fix/claim.ts';
import { fillOf, stubText } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';

/** True when something is in the zone, in one inside of it, or serves one of them. */
function isInhabited(lookup: Lookup, zone: Zone): boolean {
    return (
        lookup.assetsIn(zone.id).length > 0 ||
        lookup.serving(zone.id).length > 0 ||
        lookup.zonesIn(zone.id).some(inner => isInhabited(lookup, inner))
    );
}

/** True when something that is planned will be in the zone, in one inside of it, or serve it. */
function isToCome(lookup: Lookup, zone: Zone, today: string): boolean {
    const said = lookup.said();
    return [...said.assetsWithin(zone.id), ...said.serving(zone.id)].some(asset =>
        [asset, ...said.chain(asset.container)].every(({ retired }) => retired === null || retired.date > today),
    );
}

/** Takes a zone out of what is assessed, for which somebody has to name whose it is. */
function lyingOutside({ name, origin }: Zone): Fix {
    const owner: Stub = ['owner', 'who owns it, outside the system'];
    return {
        kind: 'claim',
        title: `State that ${name} is outside the system…`,
        fill: fillOf([owner]),
        edits: [{ kind: 'add', into: origin, text: `kind external\n${stubText(owner)}`, where: 'first' }],
    };
}

export default {
    id: 'zone-without-assets',
    severity: 'warning',
    basis: ['ZCR 3.1', 'ZCR 6.4'],
    summary: 'A zone of the system has no assets.',
    why:
        'A zone is a group of assets. An empty zone cannot be assessed, and its SL-T suggests a protection that ' +
        'does not exist.',
    falsePositives: 'A planned zone. Accept it until the date on which its first asset should be known.',
    check({ model, whole, lookup, today }, report) {
        const empty = model.zones.filter(zone => {
            if (outsideKinds.has(lookup.kindOf(zone.id)) || isInhabited(lookup, zone)) return false;
            if (whole !== model && isToCome(lookup, zone, today)) return false;
            const parent = zone.parent === null ? undefined : lookup.zone(zone.parent);
            return !parent || isInhabited(lookup, parent);
        });
        lacking(lookup, {
            rule: 'zone-without-assets',
            elements: empty,
            noun: 'zone',
            clause: ['has no assets, so it cannot be assessed', 'have no assets, so they cannot be assessed'],
            advice: [
                'Add its assets, or state that it is outside the system.',
                'Add their assets, or state that they are outside the system.',
            ],
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
  owner "TODO: who owns it, outside the system"
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
