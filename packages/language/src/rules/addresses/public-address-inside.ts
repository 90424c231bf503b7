import { addressBook, addressBookSteps } from '../../assessment/address-book.ts';
import type { Ranges } from '../../filter/index.ts';
import { meets, readAddressList } from '../../filter/index.ts';
import type { ZoneKind } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

/** Addresses that the internet does not route, by the registries of IANA for special purposes (RFC 6890). */
const notPublic = [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '224.0.0.0/3',
    '::/127',
    '64:ff9b:1::/48',
    '100::/64',
    '2001::/23',
    'fc00::/7',
    'fe80::/10',
    'ff00::/8',
];

/**
 * Addresses of examples (RFC 5737, RFC 3849): somebody took them for real ones, unless the zone says that they are its
 * own.
 */
const ofExamples = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20'];

let asRanges: { readonly notPublic: Ranges; readonly ofExamples: Ranges } | undefined;

/** The lists as numbers, made for the first address. */
function ranges(): NonNullable<typeof asRanges> {
    return (asRanges ??= { notPublic: readAddressList(notPublic)!, ofExamples: readAddressList(ofExamples)! });
}

const plant: ReadonlySet<ZoneKind | null> = new Set<ZoneKind | null>(['operations', 'control', 'safety', 'field']);

export default {
    id: 'public-address-inside',
    severity: 'warning',
    basis: ['SR 5.1', 'SR 5.2'],
    summary: 'A device in the plant has a public address.',
    why:
        'Either the device can be reached from the internet as soon as one firewall rule is wrong, or the ' +
        'address belongs to another organisation, and traffic meant for them can end in the plant.',
    falsePositives:
        'The organisation owns a public prefix and uses it internally, with filters at the perimeter that ' +
        'are reviewed.',
    steps: ({ lookup }) => addressBookSteps(lookup),
    check({ lookup }, report) {
        const book = addressBook(lookup);
        for (const { asset, address, point, zone } of book.legs) {
            if (!zone || !plant.has(lookup.kindOf(zone.id)) || meets(ranges().notPublic, [point, point])) continue;
            if (
                meets(ranges().ofExamples, [point, point]) &&
                book.networksAround(zone.id, point).some(network => meets(network.ranges, [point, point]))
            )
                continue;
            report({
                at: placeIn(asset.origin, address.at),
                subject: asset.id,
                message:
                    `${address.text} is a public address in ${zone.id}, a zone of kind ` +
                    `${lookup.kindOf(zone.id)}: it may be reachable from the internet, or belong to another ` +
                    'organisation. Write the internal address, or move the address to the zone that faces the ' +
                    'internet.',
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Cell {
  kind control
  asset Plc1 : plc { address 8.8.4.4 }
                             ^^^^^^^
  asset Plc2 : plc { address 10.61.20.12 }
}
`,
        },
    ],
} satisfies Rule;
