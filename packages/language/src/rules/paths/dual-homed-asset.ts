import { nameOf } from '../../model/index.ts';
import { bypassesOf, joinsOffice } from '../ask/bypasses.ts';
import { related } from '../say/related.ts';
import { platformShortfall } from '../ask/shared-platforms.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'dual-homed-asset',
    severity: 'warning',
    basis: ['SR 5.1', 'SR 5.2', 'ZCR 3.1'],
    summary: 'A computer or controller has a leg in two zones, past the devices that enforce the boundary between them.',
    why: 'Who takes over a machine with two network cards is in the second zone without meeting the firewall. '
        + 'It joins the zones more openly than any flow that the conduit allows. Between office and plant this is an error.',
    falsePositives: 'A machine that is hardened as a boundary device and is meant to be one: name it after via.',
    check(context, report) {
        const { model, lookup } = context;
        for (const asset of model.assets) {
            const found = bypassesOf(lookup, asset);
            const first = found[0];
            if (!first) continue;
            const grave = found.some(bypass => joinsOffice(lookup, bypass));
            if (!grave && platformShortfall(context, asset)) continue;
            const devices = listed([...new Set(found.flatMap(({ conduit }) => conduit.via.map(device => device.id)))]);
            report({
                at: nameOf(asset.origin),
                subject: asset.id,
                severity: grave ? 'error' : 'warning',
                message: `${asset.name} has a leg in ${listed(found.map(({ pair }) => pair.join(' and ')))}, past ${devices}: who takes it over needs no flow. `
                    + 'Take one leg away and let it speak through the conduit.',
                related: related('The conduit that it goes round.', [...new Set(found.map(({ conduit }) => conduit))]),
            });
        }
    },
    examples: [{
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
    }, {
        title: 'One leg, and a flow through the firewall',
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
    }],
} satisfies Rule;
