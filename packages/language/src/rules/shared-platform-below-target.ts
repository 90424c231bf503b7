import { capabilityOfAsset } from '../assessment/capability.ts';
import type { Asset, Zone } from '../model/index.ts';
import { highest, nameOf, silent } from '../model/index.ts';
import { legsOf } from './queries/legs.ts';
import { related } from './queries/related.ts';
import { shortfallText } from './queries/shortfall.ts';
import type { Context, Rule } from './rule.ts';

/** Platforms that are as trusted as everything on them, wherever they stand. */
const platforms: readonly string[] = [
    'switch', 'hypervisor', 'virtualisation-manager', 'container-host', 'storage-system', 'domain-controller', 'authentication-server',
    'certificate-authority', 'backup-server', 'patch-server', 'antivirus-server', 'network-management-server',
];

interface Shortfall {
    readonly zone: Zone;
    readonly text: string;
}

/** What the product is capable of, where that is known, against each zone that it serves. */
function incapable({ lookup, assessment }: Context, asset: Asset): Shortfall | null {
    const able = capabilityOfAsset(lookup, asset);
    for (const zone of legsOf(lookup, asset).flatMap(id => lookup.zone(id) ?? [])) {
        const target = assessment.of(zone.id)?.slT ?? silent;
        const short = target.flatMap((level, fr) => {
            const capable = able[fr] ?? null;
            return level !== null && capable !== null && capable < level ? [{ fr, have: capable, want: level }] : [];
        });
        if (short.length > 0) return { zone, text: `its SL-C is too low: ${shortfallText(short)}` };
    }
    return null;
}

/** Where nothing is known of the product: the zone in which it stands, and by whose measures it is protected. */
function badlyPlaced({ lookup, assessment }: Context, asset: Asset): Shortfall | null {
    const home = lookup.zone(asset.container);
    if (!home || !lookup.isA(asset, ...platforms)) return null;
    const own = highest(assessment.of(home.id)?.slT ?? silent) ?? 0;
    for (const { id } of asset.serves) {
        const zone = lookup.zone(id);
        const target = highest(assessment.of(id)?.slT ?? silent);
        if (zone && target !== null && target > own) return { zone, text: `it stands in ${home.id} with SL-T ${own === 0 ? 'none' : own}, which asks for less than SL-T ${target}` };
    }
    return null;
}

export default {
    id: 'shared-platform-below-target',
    severity: 'warning',
    basis: ['ZCR 3.1', 'SR 5.4', 'ZCR 5.6'],
    summary: 'A platform that several zones share is protected less than the highest of them asks for.',
    why: 'Whoever holds the switch, the hypervisor, the directory or the backup holds every zone that hangs on it. '
        + 'A shared platform has to be as strong as the strongest zone that trusts it.',
    falsePositives: 'The platform only stores what is encrypted before it arrives, or is divided by hardware: say so in the acceptance.',
    check(context, report) {
        const { model, lookup } = context;
        for (const asset of model.assets) {
            if (asset.serves.length === 0 || lookup.boundariesOf(asset.id).length > 0) continue;
            const short = incapable(context, asset) ?? badlyPlaced(context, asset);
            if (!short) continue;
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                message: `${asset.name} serves ${short.zone.id}, and ${short.text}: who takes over the platform has that zone too. `
                    + 'Give that zone a platform of its own, or protect this one as the zone asks for.',
                related: related('A zone that asks for more.', [short.zone]),
            });
        }
    },
    examples: [{
        before: `system Plant
zone Operations {
  kind operations
  SL-T 1
  asset Directory : domain-controller { serves Control }
        ^^^^^^^^^
}
zone Control {
  kind control
  SL-T 2
}
conduit OperationsControl between Operations and Control { }
`,
    }, {
        title: 'The product is capable of what the highest zone asks for',
        before: `system Plant
zone Operations {
  kind operations
  SL-T 2
  asset Host : hypervisor {
    serves Control
    SL-C 2
  }
}
zone Control {
  kind control
  SL-T 2
}
conduit OperationsControl between Operations and Control { }
`,
    }],
} satisfies Rule;
