import { nameOf, plural } from '../../model/index.ts';
import type { Asset, Lookup } from '../../model/index.ts';
import type { Bypass } from '../ask/bypasses.ts';
import { bypassesOf, isGrave } from '../ask/bypasses.ts';
import { related } from '../say/related.ts';
import { platformShortfall } from '../ask/shared-platforms.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** What the asset goes round: `, past Fw1`, or that nothing else is there to go round. */
function roundWhat(lookup: Lookup, asset: Asset, found: readonly Bypass[]): string {
    const conduits = [...new Set(found.map(({ conduit }) => conduit))];
    const devices = conduits.flatMap(({ via }) => via.map(device => device.id)).filter(id => id !== asset.id);
    if (devices.length > 0)
        return `, bypassing ${listed([...new Set(devices.map(id => lookup.asset(id)?.name ?? id))])}`;
    const names = listed(conduits.map(({ name }) => name));
    return conduits.some(({ via }) => via.length > 0)
        ? `, and no other device enforces the boundary of ${names}`
        : ` beside ${names}`;
}

export default {
    id: 'dual-homed-asset',
    severity: 'warning',
    basis: ['SR 5.1', 'SR 5.2', 'ZCR 3.1'],
    summary: 'A computer or controller is dual-homed: it has an interface in two zones and bypasses their boundary.',
    why:
        'An intruder on a machine with two network interfaces is in the second zone without passing the ' +
        'firewall. The machine joins the zones more openly than any flow of the conduit. Naming it after `via` ' +
        'does not change this, because a computer does not filter. Between IT and the plant, and into a safety ' +
        'zone, this is an error.',
    falsePositives:
        'A machine that filters or terminates sessions with a dedicated product. Give it the type of a ' +
        'firewall, proxy or application gateway.',
    check(context, report) {
        const { model, lookup } = context;
        for (const asset of model.assets) {
            const found = bypassesOf(lookup, asset);
            if (found.length === 0) continue;
            const grave = found.some(bypass => isGrave(lookup, bypass));
            if (!grave && platformShortfall(context, asset)) continue;
            const oneWay = found.find(
                ({ conduit, pair }) =>
                    conduit.oneWay && pair.includes(conduit.oneWay.from.id) && pair.includes(conduit.oneWay.to.id),
            );
            const zones = [...new Set(found.flatMap(({ pair }) => pair))];
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                severity: grave ? 'error' : 'warning',
                message:
                    `${asset.name} has an interface in ` +
                    `${listed(zones)}${roundWhat(lookup, asset, found)}: ` +
                    `an intruder on it needs no flow to reach the other ${plural(zones.length - 1, 'zone')}` +
                    `${oneWay ? `, and \`one-way\` of ${oneWay.conduit.name} does not apply` : ''}. Remove ` +
                    'one interface, and let it communicate through the conduit.',
                related: related('The conduit that it bypasses.', [...new Set(found.map(({ conduit }) => conduit))]),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian { serves Control }
        ^^^^^^
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit ControlDmz between Control and Dmz {
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
  flow Scada -> Mirror : https "Reports"
}
`,
        },
        {
            title: 'Named after `via`, it is still in both zones',
            before: `system Plant
zone Control {
  kind control
  SL-T 2
  asset Station : engineering-station { serves Safety }
        ^^^^^^^
}
zone Safety {
  kind safety
  SL-T 3
  asset Solver : safety-controller
}
conduit Programs between Control and Safety { via Control.Station }
`,
        },
        {
            title: 'One interface, and a flow through the firewall',
            before: `system Plant
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit ControlDmz between Control and Dmz {
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
  flow Scada -> Mirror : https "Reports"
}
`,
        },
    ],
} satisfies Rule;
