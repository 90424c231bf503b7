import { reportMixed } from '../fix/separate.ts';
import { assetTypes } from '../ask/types.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'wireless-device-among-others',
    severity: 'warning',
    basis: ['ZCR 3.5', 'SR 1.6', 'SR 2.2'],
    summary: 'A wireless device stands in a zone of wired ones.',
    why:
        'A cabinet door stops nobody who listens and talks by radio from the fence. What gets into the wireless ' +
        'device is behind the ' +
        'boundary of the zone; with a zone of its own it still has a boundary before it.',
    falsePositives:
        'A device with a radio that is switched off and sealed: leave `is wireless` out and say so in its ' +
        'description. ' +
        'An access point that forms the boundary belongs in the conduit, or is named there after via.',
    check: (context, report) => {
        const { lookup } = context;
        reportMixed(
            context,
            {
                trait: 'wireless',
                types: assetTypes.wireless,
                except: asset =>
                    asset.traits.includes('temporary') ||
                    lookup.isA(asset, ...assetTypes.temporary) ||
                    lookup.boundariesOf(asset.id).length > 0,
                name: 'Wireless',
                because: 'the fence and the cabinet do not protect it. Give wireless devices a zone of their own.',
            },
            report,
        );
    },
    examples: [
        {
            before: `system Plant
zone Tanks {
  kind field
  SL-T 2
  asset Level1 : transmitter
  asset Level2 : wireless-sensor
        ^^^^^^
  asset Level3 : transmitter { is wireless }
}
`,
            after: `system Plant
zone Tanks {
  kind field
  SL-T 2
  asset Level1 : transmitter
  zone Wireless {
    is wireless
    asset Level2 : wireless-sensor
    asset Level3 : transmitter { is wireless }
  }
}
`,
        },
    ],
} satisfies Rule;
