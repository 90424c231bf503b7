import type { Leg } from '../../assessment/address-book.ts';
import { addressBook, addressBookSteps } from '../../assessment/address-book.ts';
import { placeIn } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'address-twice',
    severity: 'warning',
    basis: ['SR 7.8'],
    summary: 'Two assets have the same address.',
    why:
        'Only one of them can answer, and which one may change at random. Traffic and firewall rules for the ' +
        'address are attributed to the wrong device, so a comparison of the model with the plant is not reliable ' +
        'for either.',
    falsePositives: 'A virtual address shared by a redundant pair. Accept it at one of the two.',
    steps: ({ lookup }) => addressBookSteps(lookup),
    check({ model, lookup }, report) {
        const cards = model.assets.flatMap(asset => asset.macs.map(mac => ({ asset, mac })));
        for (const [first, ...others] of Map.groupBy(cards, ({ mac }) => mac.text).values())
            for (const { asset, mac } of others)
                if (asset !== first!.asset)
                    report({
                        at: placeIn(asset.origin, mac.at),
                        subject: asset.id,
                        message:
                            `${mac.text} is also a MAC address of ${first!.asset.id}: they are one device. ` +
                            'Declare it once, or correct the address.',
                        related: [
                            {
                                message: `${first!.asset.id} has it here`,
                                at: placeIn(first!.asset.origin, first!.mac.at),
                            },
                        ],
                    });
        const book = addressBook(lookup);
        const realmOf = ({ asset, point, zone }: Leg): string | null => {
            const home = zone ?? book.zonesOf(asset)[0];
            return home ? book.realmOf(home.id, point) : null;
        };
        for (const same of Map.groupBy(book.legs, leg => leg.point).values()) {
            if (same.length < 2) continue;
            for (const legs of Map.groupBy(same, realmOf).values()) {
                const [first, ...others] = legs;
                for (const { asset, address } of others) {
                    if (asset.id === first!.asset.id) continue;
                    report({
                        at: placeIn(asset.origin, address.at),
                        subject: asset.id,
                        message:
                            `${address.text} is also the address of ${first!.asset.id}: only one of them can ` +
                            `answer. Correct the address, or write \`translates\` at the device that separates ` +
                            'them.',
                        related: [
                            {
                                message: `${first!.asset.id} has it here`,
                                at: placeIn(first!.asset.origin, first!.address.at),
                            },
                        ],
                    });
                }
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Cell {
  asset Plc1 : plc { address 10.61.20.11 }
  asset Plc2 : plc { address 10.61.20.11 }
                             ^^^^^^^^^^^
}
`,
        },
        {
            title:
                'Two machines delivered with the same addresses, each connected through a device that translates ' +
                'them',
            before: `system Plant
zone Machine1 {
  network 192.168.0.0/24
  asset Plc : plc { address 192.168.0.10 }
  asset Gate : firewall {
    serves Line
    translates 192.168.0.0/24 to 10.7.1.0/24
  }
}
zone Machine2 {
  network 192.168.0.0/24
  asset Plc : plc { address 192.168.0.10 }
  asset Gate : firewall {
    serves Line
    translates 192.168.0.0/24 to 10.7.2.0/24
  }
}
zone Line { network 10.7.0.0/16 }
`,
        },
    ],
} satisfies Rule;
