import { nameOf } from '../../model/index.ts';
import { bypassesOf, isGrave } from '../ask/bypasses.ts';
import { platformShortfall } from '../ask/shared-platforms.ts';
import { dualHomed } from '../say/bypassing.ts';
import { related } from '../say/related.ts';
import type { Rule } from '../engine/rule.ts';

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
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                severity: grave ? 'error' : 'warning',
                message: dualHomed(lookup, asset, found),
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
