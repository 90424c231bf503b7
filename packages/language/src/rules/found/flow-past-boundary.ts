import { nameOf } from '../../model/index.ts';
import { hasEvidence, reconciliation } from '../../reconcile/index.ts';
import { flowName } from '../ask/boundary-flows.ts';
import { sightings } from '../ask/found.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'flow-past-boundary',
    severity: 'error',
    basis: ['SR 5.2', 'SR 5.2 RE 1', 'ZCR 3.1'],
    summary: 'A flow is used although the rules of a boundary device do not let it through.',
    why:
        'The device that is named as the boundary stops this flow, and yet its traffic was seen. So it takes ' +
        'another way: ' +
        'a second cable, a bridge, a modem, a rule set that is not the one in force. Whatever the boundary is ' +
        'trusted for ' +
        'does not hold for that way.',
    falsePositives: 'Where the export of the rules is older than the traffic: import both again.',
    check({ lookup }, report) {
        if (!hasEvidence(lookup)) return;
        for (const { flow, class: found, devices, observed } of reconciliation(lookup).flows) {
            if (found !== 'past-boundary') continue;
            const stopping = devices
                .filter(each => each.configured === 'no')
                .map(each => each.device.id)
                .join(', ');
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} is in use, and the rules of ${stopping} do not let it through: its ` +
                    'traffic goes another way. ' +
                    'Find that way, or export the rules that are in force.',
                related: sightings(observed.conversations),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : opc-ua
       ^^^^^^^^^^^^^^^^^^^^^^^
}
ruleset R {
  device K.Fw
  blocks any -> any : any "9"
}
observation O {
  sees Control
  saw 10.20.5.10 -> 10.10.2.11 : tcp 4840 used on 19 days, 2026-05-01 to 2026-05-20
}
`,
        },
    ],
} satisfies Rule;
