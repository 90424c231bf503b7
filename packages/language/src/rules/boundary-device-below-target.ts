import { capabilityOfAsset } from '../assessment/capability.ts';
import { isSilent, placeIn, silent } from '../model/index.ts';
import { related } from './queries/related.ts';
import { shortfallText } from './queries/shortfall.ts';
import type { Rule } from './rule.ts';

export default {
    id: 'boundary-device-below-target',
    severity: 'error',
    basis: ['SR 5.2', 'ZCR 5.6'],
    summary: 'A boundary device is not capable of the SL-T of its conduit.',
    why: 'The device is where the conduit is enforced. Whatever is promised for the conduit, its boundary withstands no more than the device can.',
    falsePositives: 'A second device in the same conduit makes up for it, or a countermeasure does: state it (compensates … by …) and accept the finding.',
    check({ model, lookup, assessment }, report) {
        for (const conduit of model.conduits) {
            const target = assessment.of(conduit.id)?.slT ?? silent;
            if (conduit.via.length === 0 || isSilent(target)) continue;
            for (const mention of conduit.via) {
                const device = lookup.asset(mention.id);
                if (!device) continue;
                const able = capabilityOfAsset(lookup, device);
                const short = target.flatMap((level, fr) => {
                    const capable = able[fr] ?? null;
                    return level !== null && capable !== null && capable < level ? [{ fr, have: capable, want: level }] : [];
                });
                if (short.length === 0) continue;
                report({
                    at: placeIn(conduit.origin, mention.at),
                    subject: conduit.id,
                    message: `${device.name} is capable of less than ${conduit.name} is meant to withstand: ${shortfallText(short)}. `
                        + 'Replace it, or set another device beside it and state what compensates.',
                    related: related('The device.', [device]),
                });
            }
        }
    },
    examples: [{
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
    }],
} satisfies Rule;
