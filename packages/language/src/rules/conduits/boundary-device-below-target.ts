import { capabilityOfAsset } from '../../assessment/capability.ts';
import type { Asset, Conduit, Mention, Vector, Zone } from '../../model/index.ts';
import { isSilent, placeIn } from '../../model/index.ts';
import { wantedOfProducts } from '../ask/beyond-products.ts';
import { related } from '../say/related.ts';
import type { Shortfall } from '../ask/shortfall.ts';
import { shortfallText } from '../ask/shortfall.ts';
import type { Answer, Context, Rule } from '../engine/rule.ts';

/** The zone in which a device stands, where that asks for less than the conduit, and in what. */
interface Placed {
    readonly zone: Zone;
    readonly short: readonly Shortfall[];
}

function placedBelow({ lookup, assessment }: Context, device: Asset, wanted: Vector): Placed | null {
    const zone = lookup.zone(device.container);
    const own = zone && assessment.of(zone.id)?.slT;
    const short = wanted.flatMap((want, fr) => {
        const have = own?.[fr] ?? null;
        return want !== null && have !== null && have < want ? [{ fr, have, want }] : [];
    });
    return zone && short.length > 0 ? { zone, short } : null;
}

/** The device may be capable enough: but it is looked after, and reached, as the zone asks in which it stands. */
function wronglyPlaced(conduit: Conduit, mention: Mention, device: Asset, { zone, short }: Placed): Answer {
    return {
        at: placeIn(conduit.origin, mention.at),
        subject: conduit.id,
        severity: 'warning',
        message:
            `${device.name} enforces ${conduit.name} and stands in ${zone.id}, which asks for less: ` +
            `${shortfallText(short)}. ` +
            'Whoever holds that zone works on the device. Let it stand in the conduit, or raise what its zone ' +
            'asks for.',
        related: related('The device.', [device]),
    };
}

export default {
    id: 'boundary-device-below-target',
    severity: 'error',
    basis: ['SR 5.2', 'ZCR 5.6'],
    summary: 'A boundary device is not capable of the SL-T of its conduit, or stands in a zone that asks for less.',
    why:
        'The device is where the conduit is enforced. Whatever is promised for the conduit, its boundary ' +
        'withstands no more than the device can. ' +
        'One that stands in a zone of lower SL-T is reached by whoever holds that zone: a warning.',
    falsePositives:
        'A second device in the same conduit makes up for it, or a countermeasure does: state it for the FR ' +
        '(compensates FR 5 SL 2 by …), ' +
        'and the finding is gone.',
    check(context, report) {
        const { model, lookup, assessment } = context;
        for (const conduit of model.conduits) {
            const assessed = assessment.of(conduit.id);
            if (!assessed || conduit.via.length === 0 || isSilent(assessed.slT)) continue;
            const wanted = wantedOfProducts(assessed, ['compensated', 'excluded']);
            for (const mention of conduit.via) {
                const device = lookup.asset(mention.id);
                if (!device) continue;
                const able = capabilityOfAsset(lookup, device);
                const short = assessed.slT.flatMap((level, fr) => {
                    const capable = able[fr] ?? null;
                    return level !== null && capable !== null && capable < level && capable < wanted[fr]!
                        ? [{ fr, have: capable, want: level }]
                        : [];
                });
                if (short.length === 0) {
                    const placed = placedBelow(context, device, assessed.slT);
                    if (placed) report(wronglyPlaced(conduit, mention, device, placed));
                    continue;
                }
                report({
                    at: placeIn(conduit.origin, mention.at),
                    subject: conduit.id,
                    message:
                        `${device.name} is capable of less than ${conduit.name} is meant to withstand: ` +
                        `${shortfallText(short)}. ` +
                        'Replace it, or set another device beside it and state what compensates.',
                    related: related('The device.', [device]),
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Control { SL-T 3 }
zone Dmz {
  kind dmz
  SL-T 3
}
conduit ControlDmz between Control and Dmz {
  via Fw1
      ^^^
  asset Fw1 : firewall {
    serves Control, Dmz
    SL-C 2
  }
}
`,
        },
        {
            title: 'A measure makes up for what the device lacks',
            before: `system Plant
zone Control { SL-T { RDF 3 } }
zone Dmz {
  kind dmz
  SL-T { RDF 3 }
}
conduit ControlDmz between Control and Dmz {
  via Fw1
  compensates FR 5 SL 3 by Backup because "A second firewall of another make behind it"
  asset Fw1 : firewall {
    serves Control, Dmz
    SL-C { RDF 2 }
  }
}
countermeasure Backup { status implemented }
`,
        },
    ],
} satisfies Rule;
