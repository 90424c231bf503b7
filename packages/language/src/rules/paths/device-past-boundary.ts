import { inTurns } from '../../assessment/in-turns.ts';
import type { Asset, Lookup } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Bypass } from '../ask/bypasses.ts';
import { detoursOf, isGrave, isLeftToSettings } from '../ask/bypasses.ts';
import { canEnforce } from '../../assessment/enforcing.ts';
import { platformShortfall } from '../ask/shared-platforms.ts';
import { pastBoundary } from '../say/bypassing.ts';
import { related } from '../say/related.ts';
import type { Rule, Severity } from '../engine/rule.ts';
import { enforcesToo } from '../fix/boundary-device.ts';

function severityOf(lookup: Lookup, device: Asset, found: readonly Bypass[]): Severity {
    if (isLeftToSettings(lookup, device, found)) return 'info';
    return found.some(bypass => isGrave(lookup, bypass)) ? 'error' : 'warning';
}

export default {
    id: 'device-past-boundary',
    severity: 'warning',
    basis: ['ZCR 3.1', 'SR 5.1', 'SR 5.2'],
    summary: 'A network device has an interface on both sides of a conduit and bypasses the devices that enforce it.',
    why:
        'A modem, router or switch that joins two networks is a second path, and traffic that the firewall ' +
        'blocks can pass there. Plants are often found like this: the boundary is protected, and a forgotten ' +
        'device bypasses it. Between IT and the plant, and into a safety zone, this is an error. It is ' +
        'information for a firewall that enforces another conduit of each of the two zones, for a managed switch ' +
        'whose VLANs may separate them, and for a sensor that may only listen.',
    falsePositives:
        'The second of a pair of firewalls. Name both after `via`. A device whose networks are demonstrably ' +
        'separate inside. Say so in the acceptance.',
    *check(context, report) {
        const { model, lookup } = context;
        yield* inTurns(model.assets, asset => {
            const found = detoursOf(lookup, asset);
            if (found.length === 0) return;
            const severity = severityOf(lookup, asset, found);
            if (severity !== 'error' && platformShortfall(context, asset)) return;
            const conduits = [...new Set(found.map(({ conduit }) => conduit))];
            const isOnePair = found.every(({ pair }) => pair === found[0]!.pair);
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                severity,
                message: pastBoundary(asset, found, severity === 'info'),
                // In one of the conduits between two zones it enforces their boundary.
                fixes:
                    canEnforce(lookup, asset) && (isOnePair || conduits.length === 1)
                        ? conduits.map(each => enforcesToo(each, asset.id, `the boundary of ${each.name} too`))
                        : [],
                related: related('The conduit that it bypasses.', conduits),
            });
        });
    },
    examples: [
        {
            title: 'A modem next to the firewall',
            before: `system Plant
zone Network {
  kind external
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Modem : cellular-modem { serves Network }
        ^^^^^
}
conduit ControlNetwork between Control and Network {
  via Fw1
  asset Fw1 : firewall { serves Control, Network }
}
`,
        },
        {
            title: 'A second firewall',
            before: `system Plant
zone Operations {
  kind operations
  SL-T 2
}
zone Control {
  kind control
  SL-T 2
  asset Fw2 : firewall { serves Operations }
        ^^^
}
conduit ControlOperations between Control and Operations {
  via Fw1
  asset Fw1 : firewall { serves Control, Operations }
}
`,
            after: `system Plant
zone Operations {
  kind operations
  SL-T 2
}
zone Control {
  kind control
  SL-T 2
  asset Fw2 : firewall { serves Operations }
}
conduit ControlOperations between Control and Operations {
  via Fw1, Control.Fw2
  asset Fw1 : firewall { serves Control, Operations }
}
`,
        },
        {
            title: 'A carrier: the devices of a tunnel have an interface in the zone that carries it',
            before: `system Plant
zone Carrier {
  kind external
}
zone Control {
  kind control
  SL-T 2
}
zone Pumps {
  kind control
  SL-T 2
}
conduit Tunnel between Control and Pumps {
  over Carrier
  via Gateway
  asset Gateway : vpn-gateway { serves Control, Carrier }
}
conduit ControlCarrier between Control and Carrier {
  via Fw1
  asset Fw1 : firewall { serves Control, Carrier }
}
`,
        },
    ],
} satisfies Rule;
