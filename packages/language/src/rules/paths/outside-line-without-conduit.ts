import type { Asset, Fix, Flow, Lookup, Zone } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { isForeign, sideOf } from '../ask/sides.ts';
import { innerZones } from '../ask/zones.ts';
import { fillOf, stubText } from '../fix/claim.ts';
import type { Stub } from '../fix/claim.ts';
import { freeName } from '../fix/moving.ts';
import type { Rule } from '../engine/rule.ts';

/** Devices with a line or radio of somebody else on their far side. */
const lines: readonly string[] = ['modem', 'cellular-router'];

/** Devices and programs that exist to be reached from elsewhere, or to reach a service elsewhere. */
const doors: readonly string[] = ['vpn-gateway', 'remote-access-client', 'iot-gateway'];

/** True for a zone in which the far side of such an asset can be: that of a line is never the owner's. */
function isFarSide(lookup: Lookup, asset: Asset, zone: string): boolean {
    if (isForeign(lookup, zone)) return true;
    return !lookup.isA(asset, ...lines) && sideOf(lookup, zone) !== 'ot';
}

function otherEnd(lookup: Lookup, asset: Asset, { from, to }: Flow): string | undefined {
    return lookup.zoneOf(from.id === asset.id ? to.id : from.id)?.id;
}

/** The zones over which links are carried that go out of the plant. */
function carriersOut(lookup: Lookup): ReadonlySet<string> {
    const links = lookup.model.conduits.filter(({ between }) => between.some(({ id }) => isForeign(lookup, id)));
    return new Set(links.flatMap(({ over }) => over.map(({ id }) => id)));
}

/** True where a conduit, an interface or a flow of the model says what is on the far side. */
function isFarSideSaid(lookup: Lookup, zone: string, asset: Asset): boolean {
    if (lookup.boundariesOf(asset.id).length > 0) return true;
    if (asset.serves.some(served => isFarSide(lookup, asset, served.id))) return true;
    return lookup.flowsOf(asset.id).some(flow => {
        const end = otherEnd(lookup, asset, flow);
        return end !== undefined && end !== zone && isFarSide(lookup, asset, end);
    });
}

/** The far side as a zone of its own, and the conduit to it; whose it is has to be filled in. */
function farSide(lookup: Lookup, zone: Zone, asset: Asset): Fix {
    const isTaken = (name: string): boolean => lookup.element(name) !== undefined;
    const far = freeName(`Beyond${asset.name}`, isTaken);
    const conduit = freeName(`${zone.name}To${far}`, isTaken);
    const owner: Stub = ['owner', `whose network or service ${asset.name} leads to`];
    const text = [
        `zone ${far} {`,
        '  kind external',
        `  ${stubText(owner)}`,
        '}',
        `conduit ${conduit} between ${zone.id} and ${far} {`,
        `  via ${asset.id}`,
        '}',
    ].join('\n');
    return {
        kind: 'claim',
        title: `State where ${asset.name} leads…`,
        fill: fillOf([owner]),
        edits: [{ kind: 'follow', after: lookup.chain(zone.id).at(-1)!.origin, text }],
    };
}

export default {
    id: 'outside-line-without-conduit',
    severity: 'warning',
    basis: ['ZCR 3.6', 'SR 1.13', 'SR 5.2'],
    summary: 'A modem, mobile router, remote access or cloud gateway leads out of a zone, and nothing says where to.',
    why:
        'Such a device joins its zone with a network, a person or a service elsewhere. While the model does not ' +
        'contain the other side, no path, invariant or level includes it: whoever comes in there is not ' +
        'considered anywhere. Forgotten modems and remote access programs are found in many plants.',
    falsePositives:
        'A device that is demonstrably unplugged or out of service. Remove it from the model, or say in the ' +
        'acceptance what keeps it off.',
    restsOnAll: true,
    check({ lookup }, report) {
        const carriers = carriersOut(lookup);
        for (const zone of innerZones(lookup)) {
            const unsaid = lookup
                .assetsIn(zone.id)
                .filter(asset => lookup.isA(asset, ...lines, ...doors) && !isFarSideSaid(lookup, zone.id, asset));
            // The link that is carried over a zone is that of its only line; of two, nothing says which.
            if (unsaid.length === 1 && carriers.has(zone.id)) continue;
            for (const asset of unsaid) {
                report({
                    at: nameOf(asset.origin),
                    subject: asset.id,
                    message:
                        `${asset.id} leads out of ${zone.name}, and nothing says where to: no path and no invariant ` +
                        'includes who comes in there. Add the other side as a zone, of `kind external` if it ' +
                        'belongs to somebody else, and a conduit to it that names this device or what protects it.',
                    fixes: [farSide(lookup, zone, asset)],
                });
            }
        }
    },
    examples: [
        {
            title: 'A modem with which the supplier once dialled in',
            before: `system Plant
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Modem : cellular-modem
        ^^^^^
}
`,
            after: `system Plant
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Modem : cellular-modem
}

zone BeyondModem {
  kind external
  owner "TODO: whose network or service Modem leads to"
}
conduit ControlToBeyondModem between Control and BeyondModem {
  via Control.Modem
}
`,
        },
        {
            title: 'A cloud gateway whose flow names its platform',
            before: `system Plant
zone Packaging {
  kind control
  SL-T 2
  asset Gateway : iot-gateway
}
zone Supplier {
  kind external
  asset Platform : iot-platform
}
conduit PackagingSupplier between Packaging and Supplier {
  via Fw1
  asset Fw1 : firewall { serves Packaging, Supplier }
  flow Packaging.Gateway -> Supplier.Platform : mqtts { access read }
}
`,
        },
        {
            title: 'A satellite terminal over which the link to the shore is carried',
            before: `system Ship
zone Bridge {
  kind operations
  SL-T 2
  asset Terminal : satellite-terminal
}
zone Office {
  kind operations
  SL-T 2
}
zone Shore {
  kind external
}
conduit OfficeShore between Office and Shore {
  over Bridge
  via Fw1
  asset Fw1 : firewall { serves Office, Shore }
}
`,
        },
    ],
} satisfies Rule;
