import type { Leg } from '../../assessment/address-book.ts';
import { addressBook, addressBookSteps } from '../../assessment/address-book.ts';
import { placeIn } from '../../model/index.ts';
import { isNoHost, isOfLink } from '../ask/special-addresses.ts';
import { shownTwice } from '../ask/shown-twice.ts';
import type { Rule } from '../engine/rule.ts';

/** Two legs in the order of a list. */
function inOrder(one: Leg, other: Leg, legs: readonly Leg[]): [Leg, Leg] {
    return legs.indexOf(one) < legs.indexOf(other) ? [one, other] : [other, one];
}

export default {
    id: 'address-twice',
    severity: 'warning',
    basis: ['SR 7.8'],
    summary: 'Two assets have the same address, or one has the address as which a device shows another.',
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
            return home ? (isOfLink(point) ? `link ${home.id}` : book.realmOf(home.id, point)) : null;
        };
        const segmentOf = ({ asset, point, zone }: Leg): string | null => {
            const home = zone ?? book.zonesOf(asset)[0];
            return home ? book.segmentOf(home.id, point) : null;
        };
        const twice = (first: Leg, { asset, address }: Leg): void => {
            if (asset.id === first.asset.id) return;
            report({
                at: placeIn(asset.origin, address.at),
                subject: asset.id,
                message:
                    `${address.text} is also the address of ${first.asset.id}: only one of them can ` +
                    `answer. Correct the address, or write \`translates\` at the device that separates ` +
                    'them.',
                related: [
                    { message: `${first.asset.id} has it here`, at: placeIn(first.asset.origin, first.address.at) },
                ],
            });
        };
        for (const all of Map.groupBy(book.legs, leg => leg.point).values()) {
            if (all.length < 2) continue;
            const same = all.filter(leg => !isNoHost(leg));
            for (const [realm, legs] of Map.groupBy(same, realmOf)) {
                const groups = realm === null ? Map.groupBy(legs, segmentOf) : new Map([[realm, legs]]);
                for (const [first, ...others] of groups.values()) for (const other of others) twice(first!, other);
                // A machine whose device shows other addresses may meet what is behind no device.
                const open = groups.get(null)?.[0];
                if (open && groups.size > 1)
                    twice(
                        ...inOrder(
                            open,
                            legs.find(leg => segmentOf(leg) !== null)!,
                            legs,
                        ),
                    );
            }
        }
        if (book.translated.length > 0) for (const answer of shownTwice(lookup, book)) report(answer);
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
        {
            title: 'Both are shown with the same addresses',
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
    translates 192.168.0.0/24 to 10.7.1.0/24
                                 ^^^^^^^^^^^
  }
}
zone Line { network 10.7.0.0/16 }
`,
        },
        {
            title:
                'Machines whose devices show the controller alone may have the same panel; a machine without such a ' +
                'device is reported',
            before: `system Plant
zone Machine1 {
  network 192.168.0.0/24
  asset Panel : hmi { address 192.168.0.20 }
  asset Gate : firewall {
    serves Line
    translates 192.168.0.10 to 10.7.1.1
  }
}
zone Machine2 {
  network 192.168.0.0/24
  asset Panel : hmi { address 192.168.0.20 }
  asset Gate : firewall {
    serves Line
    translates 192.168.0.10 to 10.7.1.2
  }
}
zone Line {
  network 10.7.0.0/16
  asset Panel : hmi { address 192.168.0.20 }
                              ^^^^^^^^^^^^
}
`,
        },
    ],
} satisfies Rule;
