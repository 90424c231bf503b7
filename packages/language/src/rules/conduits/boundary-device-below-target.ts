import { inTurns } from '../../assessment/in-turns.ts';
import { capabilityOfAsset } from '../../assessment/capability.ts';
import type { Asset, Conduit, Mention, Vector, Zone } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
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
            `${device.name} enforces ${conduit.name}, but is in ${zone.id}, which has a lower target: ` +
            `${shortfallText(short)}. An intruder in that zone can attack the device. Move it into the conduit, ` +
            'or raise the SL-T of its zone.',
        related: related('The device.', [device]),
    };
}

export default {
    id: 'boundary-device-below-target',
    severity: 'error',
    basis: ['SR 5.2', 'ZCR 5.6'],
    summary: 'A boundary device is not capable of the SL-T of its conduit, or is in a zone with a lower SL-T.',
    why:
        'The device enforces the conduit, so the boundary withstands no more than the device does. If the device ' +
        'is in a zone of lower SL-T, an intruder in that zone can reach it; that is a warning.',
    falsePositives:
        'A second device in the same conduit or a countermeasure compensates for it. State it for the FR ' +
        '(`compensates FR 5 SL 2 by …`), then the finding disappears.',
    *check(context, report) {
        const { model, lookup, assessment } = context;
        yield* inTurns(model.conduits, conduit => {
            const assessed = assessment.of(conduit.id)!;
            const wanted = wantedOfProducts(assessed, ['compensated', 'excluded']);
            for (const mention of conduit.via) {
                const device = lookup.asset(mention.id);
                if (!device) continue;
                const able = capabilityOfAsset(lookup, device);
                // Nothing is wanted above the target, and nothing where there is none.
                const short = wanted.flatMap((level, fr) => {
                    const capable = able[fr] ?? null;
                    return capable !== null && capable < level ? [{ fr, have: capable, want: assessed.slT[fr]! }] : [];
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
                        `${device.name} is not capable of the SL-T of ${conduit.name}: ${shortfallText(short)}. ` +
                        'Replace it, or add another device and state what compensates.',
                    related: related('The device.', [device]),
                });
            }
        });
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
            title: 'A countermeasure compensates for what the device lacks',
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
