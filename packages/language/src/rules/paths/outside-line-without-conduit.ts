import { carriesOnly } from '../../assessment/index.ts';
import type { Asset, Conduit, Fix, Lookup, Zone } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { keptFromProof } from '../ask/kept-from-proof.ts';
import { carriedFrom, outsideLines } from '../ask/outside-lines.ts';
import { enforcesToo } from '../fix/boundary-device.ts';
import { fillOf, stubText } from '../fix/claim.ts';
import type { Stub } from '../fix/claim.ts';
import { freeName } from '../fix/moving.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** The far side as a zone of its own, and the conduit to it; whose it is has to be filled in. */
function farSide(lookup: Lookup, zone: Zone, asset: Asset): Fix {
    const isTaken = (name: string): boolean => lookup.said().element(name) !== undefined;
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

/** A claim that it is the line of a conduit that a network of somebody else carries. */
function lineOf(conduit: Conduit, asset: Asset): Fix {
    const carriers = listed(conduit.over.map(({ id }) => id));
    return {
        ...enforcesToo(conduit, asset.id),
        title: `State that ${asset.name} leads ${conduit.name} over ${carriers}…`,
    };
}

export default {
    id: 'outside-line-without-conduit',
    severity: 'warning',
    basis: ['ZCR 3.6', 'SR 1.13', 'SR 5.2'],
    summary:
        'A modem, mobile router, remote access or cloud gateway, or a device that is remote, leads out of a zone, ' +
        'and nothing says where to.',
    why:
        'Such a device joins its zone with a network, a person or a service elsewhere. While the model does not ' +
        'contain the other side, no path, invariant or level includes it: whoever comes in there is not ' +
        'considered anywhere. Forgotten modems and remote access programs are found in many plants.',
    falsePositives:
        'A device that is demonstrably unplugged or out of service. Remove it from the model, or say in the ' +
        'acceptance what keeps it off.',
    restsOnAll: true,
    check({ lookup, assessment }, report) {
        for (const { asset, zone: id } of outsideLines(lookup)) {
            const zone = lookup.zone(id)!;
            const unproved = keptFromProof(assessment, { kind: 'line', element: asset.id });
            const so = unproved.length === 0 ? '' : `, so ${listed(unproved)} cannot be proved`;
            // A program is no line, and of many links nobody chooses from a list.
            const carried = carriesOnly(lookup, asset) ? carriedFrom(lookup, id).slice(0, 4) : [];
            const advice =
                carried.length === 0
                    ? 'Add'
                    : `If it is the line of ${listed(carried.map(({ name }) => name))}, name it there after \`via\`; ` +
                      'else add';
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                message:
                    `${asset.id} leads out of ${zone.name}, and nothing says where to: no path and no invariant ` +
                    `includes who comes in there${so}. ${advice} the other side as a zone, of \`kind external\` if ` +
                    'it belongs to somebody else, and a conduit to it that names this device or what protects it.',
                fixes: [...carried.map(conduit => lineOf(conduit, asset)), farSide(lookup, zone, asset)],
            });
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
        {
            title: 'A mobile router beside the firewall of a link that the mobile network carries',
            before: `system Pumps
zone Station {
  kind control
  SL-T 2
  asset Rtu : rtu
  asset Router : cellular-router
        ^^^^^^
}
zone Centre {
  kind operations
  SL-T 2
  asset Scada : scada-server
}
zone Mobile {
  kind external
}
conduit Telecontrol between Station and Centre {
  over Mobile
  via Fw
  asset Fw : firewall { serves Station, Centre }
  flow Centre.Scada -> Station.Rtu : iec60870-5-104-tls
}
`,
            after: `system Pumps
zone Station {
  kind control
  SL-T 2
  asset Rtu : rtu
  asset Router : cellular-router
}
zone Centre {
  kind operations
  SL-T 2
  asset Scada : scada-server
}
zone Mobile {
  kind external
}
conduit Telecontrol between Station and Centre {
  over Mobile
  via Fw, Station.Router
  asset Fw : firewall { serves Station, Centre }
  flow Centre.Scada -> Station.Rtu : iec60870-5-104-tls
}
`,
        },
    ],
} satisfies Rule;
