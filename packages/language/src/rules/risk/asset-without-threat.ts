import type { Asset } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { inTurns } from '../../assessment/in-turns.ts';
import { threatDescriber } from '../fix/threat-fix.ts';
import type { Rule } from '../engine/rule.ts';

function matters(asset: Asset): string | null {
    if (asset.criticality === 'high' || asset.criticality === 'critical') return `has ${asset.criticality} criticality`;
    return asset.traits.includes('essential') ? 'is essential' : null;
}

const rule: Rule = {
    id: 'asset-without-threat',
    severity: 'warning',
    basis: ['ZCR 5.1', 'ZCR 5.3'],
    summary: 'An asset of high criticality, or an essential asset, has no threat.',
    why:
        'The detailed risk assessment begins with threats to the most important assets. If no row names a ' +
        'critical asset, it was either forgotten or considered safe without a reason. A model without any threat ' +
        'is left to `sl-t-without-threat`.',
    falsePositives:
        'A threat against another asset has the same effect on this one. Name both after `against`, or their zone.',
    restsOnAll: true,
    *check({ model, lookup }, report) {
        const describe = threatDescriber(model);
        if (!describe) return;
        const named = new Set(model.threats.flatMap(threat => threat.against.map(mention => mention.id)));
        yield* inTurns(model.assets, asset => {
            const reason = matters(asset);
            if (!reason || named.has(asset.id)) return;
            const around = [
                asset.container,
                ...lookup.chain(asset.container).map(zone => zone.id),
                ...asset.serves.map(zone => zone.id),
            ];
            if (around.some(id => named.has(id))) return;
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                message:
                    `${asset.name} ${reason}, but no threat is against it or its zone. Describe what could ` +
                    'happen to it, or ' +
                    `${reason === 'is essential' ? 'state that it is not essential' : 'lower its criticality'}.`,
                fixes: [describe(asset)],
            });
        });
    },
    examples: [
        {
            title: 'A critical asset that no threat names',
            before: `system Plant
zone Control {
  asset Plc1 : plc { criticality high }
  asset Plc2 : plc { criticality critical }
        ^^^^
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 4
}
`,
            after: `system Plant
zone Control {
  asset Plc1 : plc { criticality high }
  asset Plc2 : plc { criticality critical }
}
threat Reprogram "Someone on site changes the program" {
  against Control.Plc1
  likelihood 2
  consequence 4
}

threat ThreatToPlc2 "TODO: what could happen to Plc2" {
  against Control.Plc2
}
`,
        },
        {
            title: 'A threat against the zone counts',
            before: `system Plant
zone Control {
  asset Plc1 : plc { criticality high }
  asset Plc2 : plc { criticality critical }
}
threat Worm "A worm stops the controllers" {
  against Control
  likelihood 2
  consequence 4
}
`,
        },
    ],
};

export default rule;
