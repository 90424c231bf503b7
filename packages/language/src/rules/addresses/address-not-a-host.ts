import type { AddressBook } from '../../assessment/address-book.ts';
import { addressBook, addressBookSteps } from '../../assessment/address-book.ts';
import { pointOf } from '../../assessment/address-maps.ts';
import { inTurns } from '../../assessment/in-turns.ts';
import type { Network } from '../../assessment/networks.ts';
import type { Point, Ranges } from '../../filter/index.ts';
import { addressText, meets, readAddresses } from '../../filter/index.ts';
import type { Address, Asset, AssetAddress, Fix, Lookup, Origin, Zone } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { specialOf } from '../ask/special-addresses.ts';
import type { Report, Rule } from '../engine/rule.ts';

const macAddress = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i;

function replacing(origin: Origin, address: Address, text: string): Fix {
    return {
        kind: 'fix',
        title: `Write ${text}`,
        edits: [{ kind: 'replace', at: placeIn(origin, address.at), text }],
        preferred: true,
    };
}

/** What is wrong with the address of a host, other than how it is written; `null` for nothing. */
function faultOf(book: AddressBook, asset: Asset, point: Point): string | null {
    const special = specialOf(point);
    if (special !== undefined) return `is ${special}`;
    if (typeof point === 'bigint' || book.networks.length === 0) return null;
    let around: Network | undefined;
    for (const zone of book.zonesOf(asset))
        for (const network of book.networksAround(zone.id, point)) {
            const [low, high] = network.ranges as readonly [Point, Point];
            // In networks of one or two addresses (RFC 3021) every one of them is a host.
            if (network.length < 31 && low <= point && point <= high && network.length > (around?.length ?? -1))
                around = network;
        }
    if (!around) return null;
    if (around.ranges[0] === point) return `is the network ${around.address.text} itself`;
    return around.ranges[1] === point ? `is the broadcast address of ${around.address.text}` : null;
}

/** Moves a prefix to the zone of an asset, whose network it is; not where another zone has these addresses. */
function toZone(
    lookup: Lookup,
    book: AddressBook,
    asset: Asset,
    { text, statementAt }: AssetAddress,
    prefix: Ranges,
): readonly Fix[] {
    const zones = book.zonesOf(asset);
    const [zone] = zones;
    if (!zone || zones.length > 1 || !statementAt) return [];
    const isApart = (id: string): boolean => !lookup.within(id, zone.id) && !lookup.within(zone.id, id);
    if (book.networks.some(each => each.length > 0 && isApart(each.zone.id) && meets(each.ranges, prefix))) return [];
    const isKnown = zone.networks.some(network => network.text === text);
    return [
        {
            kind: 'fix',
            title: `Write it as the network of ${zone.name}`,
            preferred: true,
            edits: [
                { kind: 'remove', at: placeIn(asset.origin, statementAt) },
                ...(isKnown
                    ? []
                    : [{ kind: 'add', into: zone.origin, text: `network ${text}`, where: 'first' } as const]),
            ],
        },
    ];
}

function checkAddress(lookup: Lookup, book: AddressBook, asset: Asset, address: AssetAddress, report: Report): void {
    const blame = { at: placeIn(asset.origin, address.at), subject: asset.id };
    if (macAddress.test(address.text)) {
        const fixes: readonly Fix[] = address.statementAt
            ? [
                  {
                      kind: 'fix',
                      title: 'Write `mac`',
                      preferred: true,
                      edits: [
                          {
                              kind: 'replace',
                              at: placeIn(asset.origin, address.statementAt),
                              text: `mac "${address.text}"`,
                          },
                      ],
                  },
              ]
            : [];
        report({
            ...blame,
            severity: 'error',
            fixes,
            message:
                `${address.text} is a MAC address and not an IP address, so it does not show the network of the ` +
                `device. Write \`mac "${address.text}"\`.`,
        });
        return;
    }
    const point = pointOf(address.text);
    if (point === null) return;
    if (address.text.includes('/')) {
        // In quotes a prefix may be longer than any address.
        const ranges = readAddresses(address.text);
        if (ranges && ranges[0] === point && ranges[1] !== point) {
            report({
                ...blame,
                fixes: toZone(lookup, book, asset, address, ranges),
                message:
                    `${address.text} is a network, not the address of ${asset.name}. Write \`network ` +
                    `${address.text}\` in its zone, and the address of the asset if it is known.`,
            });
            return;
        }
        const text = addressText(point);
        report({
            ...blame,
            fixes: [replacing(asset.origin, address, text)],
            message:
                `${address.text} is an address with a prefix length; the prefix belongs to the network of the ` +
                `zone. Write \`${text}\`.`,
        });
        return;
    }
    const fault = faultOf(book, asset, point);
    if (fault)
        report({
            ...blame,
            message: `${address.text} ${fault}, so it is not a host. Write the address of ${asset.name}.`,
        });
}

function checkNetwork(zone: Zone, network: Address, report: Report): void {
    const point = pointOf(network.text);
    const low = readAddresses(network.text)?.[0];
    if (point === null || low === undefined || low === point) return;
    const text = addressText(low) + network.text.slice(network.text.indexOf('/'));
    report({
        at: placeIn(zone.origin, network.at),
        subject: zone.id,
        fixes: [replacing(zone.origin, network, text)],
        message:
            `${network.text} is the address of a host in ${text}, not a network; it is read as ${text}. Write ` +
            'that, or the network that is meant.',
    });
}

export default {
    id: 'address-not-a-host',
    severity: 'warning',
    basis: ['SR 7.8'],
    summary: 'An address is not one that a host can have, or a network has host bits set.',
    why:
        'Rules, logs and inventories never contain this address for the device, so they cannot be matched with ' +
        'the model.',
    falsePositives: 'The address is a placeholder. Write it in quotes, then it is a text.',
    steps: ({ lookup }) => addressBookSteps(lookup),
    *check({ lookup, model }, report) {
        const book = addressBook(lookup);
        for (const zone of model.zones) for (const network of zone.networks) checkNetwork(zone, network, report);
        yield* inTurns(model.assets, asset => {
            for (const address of asset.addresses) checkAddress(lookup, book, asset, address, report);
        });
    },
    examples: [
        {
            title: 'The network itself',
            before: `system Plant
zone Cell {
  network 10.61.20.0/24
  asset Plc1 : plc { address 10.61.20.0 }
                             ^^^^^^^^^^
}
`,
        },
        {
            title: 'A prefix belongs to the network',
            before: `system Plant
zone Cell {
  asset Plc1 : plc { address 10.61.20.14/24 }
                             ^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Cell {
  asset Plc1 : plc { address 10.61.20.14 }
}
`,
        },
        {
            title: 'A MAC address',
            before: `system Plant
zone Cell {
  asset Plc1 : plc { address 00:1b:1b:00:00:01 }
                             ^^^^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Cell {
  asset Plc1 : plc { mac "00:1b:1b:00:00:01" }
}
`,
        },
        {
            title: 'A network with host bits set',
            before: `system Plant
zone Cell { network 10.61.30.5/24 }
                    ^^^^^^^^^^^^^
`,
            after: `system Plant
zone Cell { network 10.61.30.0/24 }
`,
        },
        {
            title: 'A network in the place of an address',
            before: `system Plant
zone Office {
  asset Pcs "Office PCs" : workstation {
    address 10.61.40.0/24
            ^^^^^^^^^^^^^
    location "Second floor"
  }
}
`,
            after: `system Plant
zone Office {
  network 10.61.40.0/24
  asset Pcs "Office PCs" : workstation {
    location "Second floor"
  }
}
`,
        },
    ],
} satisfies Rule;
