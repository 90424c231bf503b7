import { inTurns } from '../../assessment/in-turns.ts';
import type { AddressBook, Leg } from '../../assessment/address-book.ts';
import { addressBook, addressBookSteps } from '../../assessment/address-book.ts';
import { meets } from '../../filter/index.ts';
import type { Asset, Fix, Lookup, Zone } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { isNoHost, isOfLink } from '../ask/special-addresses.ts';
import { relocation } from '../fix/moving.ts';
import type { Report, Rule } from '../engine/rule.ts';

/**
 * The fix that moves an asset into another zone: only where its address is all that ties it to a zone, and its name is
 * free there.
 */
function moving(lookup: Lookup, { asset, address }: Leg, zone: Zone): readonly Fix[] {
    const ties = asset.serves.length + asset.faces.length + asset.addresses.length;
    if (!lookup.zone(asset.container) || ties > 1 || address.zone) return [];
    const edits = relocation(lookup, [asset], zone);
    return edits ? [{ kind: 'fix', renames: true, title: `Move ${asset.name} to ${zone.id}`, edits }] : [];
}

/** True where an asset is in a zone, in one inside it, or says in some other way that it has a leg there. */
function hasLegIn(lookup: Lookup, asset: Asset, zone: string): boolean {
    return (
        lookup.within(asset.container, zone) ||
        [
            ...asset.serves,
            ...asset.faces.map(each => each.zone),
            ...(lookup.conduit(asset.container)?.between ?? []),
        ].some(each => each.id === zone)
    );
}

/** An address that says of itself that it lies where its asset has no leg. */
function contradicts(lookup: Lookup, { asset, address }: Leg, report: Report): boolean {
    const { zone } = address;
    if (!zone || hasLegIn(lookup, asset, zone.id)) return false;
    report({
        at: placeIn(asset.origin, zone.at),
        subject: asset.id,
        message:
            `${address.text} is stated to be in ${zone.id}, but ${asset.id} is not in that zone and does not ` +
            `serve it. Write \`serves ${zone.id}\`, or the zone of this interface.`,
        fixes: [
            {
                kind: 'fix',
                title: `Add \`serves ${zone.id}\``,
                edits: [{ kind: 'add', into: asset.origin, text: `serves ${zone.id}`, where: 'last' }],
            },
        ],
    });
    return true;
}

/**
 * The zones whose network has the address, as far as they are in the same part of the plant: longest network first,
 * that of everything left aside.
 */
function homes(book: AddressBook, { point }: Leg, own: readonly Zone[]): readonly Zone[] {
    const realms = new Set(own.map(zone => book.realmOf(zone.id, point)));
    return book
        .longest(point, zone => realms.has(book.realmOf(zone.id, point)))
        .filter(network => network.length > 0)
        .map(network => network.zone);
}

function names(zones: readonly Zone[]): string {
    return zones.map(zone => zone.id).join(' and ');
}

export default {
    id: 'address-outside-network',
    severity: 'warning',
    basis: ['SR 5.1', 'SR 7.8'],
    summary: 'An address is not in any network of the zones to which its device is connected.',
    why:
        'Either the device is in a different zone than the model says, or it has an interface that the model ' +
        'does not show. Targets, crossings and firewall rules are computed from zones, so they are wrong for ' +
        'this device.',
    falsePositives: 'The networks of the zone are not complete. Add the missing one.',
    steps: ({ lookup }) => addressBookSteps(lookup),
    *check({ lookup }, report) {
        const book = addressBook(lookup);
        yield* inTurns(book.legs, leg => {
            const { asset, address, point } = leg;
            if (contradicts(lookup, leg, report) || isNoHost(leg) || isOfLink(point)) return;
            const own = address.zone && leg.zone ? [leg.zone] : book.zonesOf(asset);
            if (own.length === 0) return;
            const found = homes(book, leg, own);
            // A zone inherits the networks of the zones around it where it says none itself.
            const isOwn = (zone: Zone): boolean =>
                own.some(each => book.networksAround(each.id, point).some(network => network.zone === zone));
            if (found.some(isOwn)) return;
            const known = own.map(zone => book.networksAround(zone.id, point));
            const isInside = known.some(networks => networks.some(network => meets(network.ranges, [point, point])));
            const [home] = found;
            // What is in a conduit may have addresses of the stretch between the zones, which is nobody's.
            const mayBeBetween = lookup.conduit(asset.container) !== undefined && !address.zone;
            if (!home && (isInside || mayBeBetween || known.some(networks => networks.length === 0))) return;
            const networks = [...new Set(known.flat())];
            const where = `${address.text} of ${asset.name}`;
            report({
                at: placeIn(asset.origin, address.at),
                subject: asset.id,
                message: home
                    ? `${where} is in the network of ${home.id}, but the device is in ${names(own)}: either ` +
                      `the address or the zone is wrong. Correct it, or write \`serves ${home.id}\` if the ` +
                      'device has an interface there.'
                    : `${where} is not in a network of ${names(own)} ` +
                      `(${networks.map(network => network.address.text).join(', ')}): either the address or ` +
                      'the zone is wrong. Correct it, or add the missing network.',
                related: (home
                    ? book.networks.filter(network => network.zone === home && meets(network.ranges, [point, point]))
                    : networks
                )
                    .slice(0, 5)
                    .map(network => ({
                        message: `${network.zone.id} has ${network.address.text}`,
                        at: placeIn(network.zone.origin, network.address.at),
                    })),
                fixes: home && found.length === 1 ? moving(lookup, leg, home) : [],
            });
        });
    },
    examples: [
        {
            before: `system Plant
zone Cell1 {
  network 10.61.20.0/24
  asset Plc1 : plc { address 10.61.30.11 }
                             ^^^^^^^^^^^
}
zone Cell2 { network 10.61.30.0/24 }
`,
            after: `system Plant
zone Cell1 {
  network 10.61.20.0/24
}
zone Cell2 {
  network 10.61.30.0/24
  asset Plc1 : plc { address 10.61.30.11 }
}
`,
        },
        {
            title: 'No zone has it',
            before: `system Plant
zone Cell {
  network 10.61.20.0/24
  asset Plc1 : plc { address 172.16.5.5 }
                             ^^^^^^^^^^
}
`,
        },
        {
            title: 'A device with an interface in each of two zones',
            before: `system Plant
zone Cell {
  network 10.61.20.0/24
  asset Server : server {
    address 10.61.20.5, 10.61.30.5 in Office
    serves Office
  }
}
zone Office { network 10.61.30.0/24 }
`,
        },
    ],
} satisfies Rule;
