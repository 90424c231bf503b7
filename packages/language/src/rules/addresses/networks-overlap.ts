import type { AddressBook } from '../../assessment/address-book.ts';
import { addressBook, addressBookSteps } from '../../assessment/address-book.ts';
import type { Network } from '../../assessment/networks.ts';
import type { Lookup } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

/**
 * True where two zones may both say that some addresses are theirs: a nested zone has a part, or a device translates
 * between them.
 */
function mayShare(lookup: Lookup, book: AddressBook, inner: Network, outer: Network): boolean {
    if (inner.zone === outer.zone || lookup.within(inner.zone.id, outer.zone.id)) return true;
    const point = inner.ranges[0]!;
    if (book.realmOf(inner.zone.id, point) !== book.realmOf(outer.zone.id, point)) return true;
    const [one, other] = [book.segmentOf(inner.zone.id, point), book.segmentOf(outer.zone.id, point)];
    return one !== null && other !== null && one !== other;
}

/** Of two networks, of which one is behind a device that translates, the other one. */
function openOf(book: AddressBook, one: Network, other: Network): Network | null {
    const [first, second] = [one, other].map(({ zone }) => book.segmentOf(zone.id, one.ranges[0]!) === null);
    return first === second ? null : first ? one : other;
}

export default {
    id: 'networks-overlap',
    severity: 'warning',
    basis: ['SR 5.1', 'SR 7.8'],
    summary: 'The networks of two zones overlap.',
    why:
        'A zone boundary is enforced by addresses. If an address is in both zones, firewall rules and traffic ' +
        'logs do not show on which side of the boundary it is.',
    falsePositives: 'The networks are separate in layer 2 and never routed to each other. Say so in the acceptance.',
    steps: ({ lookup }) => addressBookSteps(lookup),
    check({ lookup, model }, report) {
        const book = addressBook(lookup);
        const order = new Map(model.zones.map((zone, index) => [zone.id, index]));
        // Prefixes lie in each other or apart: sorted by where they begin, those around one are those that have not
        // ended yet.
        const sorted = book.networks
            .filter(network => network.length > 0)
            .sort((a, b) => (a.ranges[0]! < b.ranges[0]! ? -1 : a.ranges[0]! > b.ranges[0]! ? 1 : a.length - b.length));
        const around: Network[] = [];
        const told = new Set<Network>();
        for (const network of sorted) {
            while (around.length > 0 && around.at(-1)!.ranges[1]! < network.ranges[0]!) around.pop();
            const other = around.findLast(each => !mayShare(lookup, book, network, each));
            around.push(network);
            const open = other ? openOf(book, network, other) : null;
            // One machine without such a device is told once, and not with each machine that has one.
            if (!other || (open && told.has(open))) continue;
            if (open) told.add(open);
            const [first, second] =
                order.get(network.zone.id)! < order.get(other.zone.id)! ? [network, other] : [other, network];
            report({
                at: placeIn(second.zone.origin, second.address.at),
                subject: second.zone.id,
                message:
                    `${second.zone.id} and ${first.zone.id} share the addresses of ${network.address.text}, so ` +
                    'it is not clear on which side of the boundary such an address is. Give each zone a network ' +
                    `of its own, nest one in the other, or state which device \`translates\`.`,
                related: [
                    {
                        message: `${first.zone.id} has ${first.address.text} here`,
                        at: placeIn(first.zone.origin, first.address.at),
                    },
                ],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Cell2 { network 10.61.30.0/24 }
zone Cell3 { network 10.61.30.128/25 }
                     ^^^^^^^^^^^^^^^
`,
        },
        {
            title: 'A nested zone has a part of the network of its parent',
            before: `system Plant
zone Control {
  network 10.61.0.0/16
  zone Cell { network 10.61.30.0/24 }
}
zone Internet {
  kind external
  network 0.0.0.0/0
}
`,
        },
        {
            title: 'Two machines, each behind a device that shows the controller alone',
            before: `system Plant
zone Machine1 {
  network 192.168.0.0/24
  asset Gate : firewall {
    serves Line
    translates 192.168.0.10 to 10.7.1.1
  }
}
zone Machine2 {
  network 192.168.0.0/24
  asset Gate : firewall {
    serves Line
    translates 192.168.0.10 to 10.7.1.2
  }
}
zone Line { network 10.7.0.0/16 }
`,
        },
        {
            title: 'One machine of three has no such device',
            before: `system Plant
zone Machine1 { network 192.168.0.0/24 }
zone Machine2 {
  network 192.168.0.0/24
          ^^^^^^^^^^^^^^
  asset Gate : firewall {
    serves Line
    translates 192.168.0.10 to 10.7.1.2
  }
}
zone Machine3 {
  network 192.168.0.0/24
  asset Gate : firewall {
    serves Line
    translates 192.168.0.10 to 10.7.1.3
  }
}
zone Line { network 10.7.0.0/16 }
`,
        },
    ],
} satisfies Rule;
