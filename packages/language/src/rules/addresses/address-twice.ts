import type { Leg } from '../../assessment/address-book.ts';
import { addressBook } from '../../assessment/address-book.ts';
import { placeIn } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'address-twice',
    severity: 'warning',
    basis: ['SR 7.8'],
    summary: 'Two assets have the same address.',
    why:
        'Only one of them answers, and which one changes by chance. What was observed or is permitted for the ' +
        'address is said of the wrong ' +
        'device, so no comparison of the model with the plant can be trusted for either.',
    falsePositives: 'A virtual address that a redundant pair shares: accept it at one of the two.',
    check({ lookup }, report) {
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
                            `${address.text} is the address of ${first!.asset.id} too: only one of the two can ` +
                            'answer to it. Write the right one, ' +
                            'or translates at the device that keeps them apart.',
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
                'Two machines that were delivered with the same addresses, each behind a device that translates ' +
                'them.',
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
