import { reportMixed } from '../fix/separate.ts';
import { assetTypes } from '../ask/types.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'wireless-device-among-others',
    severity: 'warning',
    basis: ['ZCR 3.5', 'SR 1.6', 'SR 2.2'],
    summary: 'A wireless device shares a zone with wired ones.',
    why:
        'A cabinet door does not stop radio: an attacker can be at the fence. Whoever takes over the wireless ' +
        'device is inside the boundary of the zone; a zone of its own adds a boundary.',
    falsePositives:
        'The radio of the device is switched off and sealed. Remove `is wireless` and say so in its ' +
        'description. An access point at the boundary belongs in the conduit, or is named there after `via`.',
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
                because: 'a fence or a cabinet does not stop radio signals. Give wireless devices a zone of their own.',
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
