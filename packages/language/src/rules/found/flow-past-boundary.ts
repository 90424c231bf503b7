import { nameOf } from '../../model/index.ts';
import { stoppingOf } from '../../reconcile/index.ts';
import { foundIn, isEarlier, sightings } from '../ask/found.ts';
import { onItsOwnPath } from '../fix/found-fixes.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

export default {
    id: 'flow-past-boundary',
    severity: 'error',
    basis: ['SR 5.2', 'SR 5.2 RE 1', 'ZCR 3.1'],
    summary: 'A flow is used although the rules of a boundary device do not permit it.',
    why:
        'The boundary device blocks this flow, but its traffic was seen. So it takes another path: a second ' +
        'cable, a bridge, a modem, or the exported rules are not the active ones. The protection of the boundary ' +
        'does not apply to that path.',
    falsePositives:
        'The export of the rules is older than the traffic. Import both again. Where all of the traffic is older ' +
        'than the rules, the message says so: then the rules may have closed it.',
    check({ lookup, ages, today }, report) {
        for (const reading of foundIn(lookup, ages).flows) {
            const { flow, class: found, devices, observed, seenBefore } = reading;
            if (found !== 'past-boundary') continue;
            const before = isEarlier(reading, today);
            const stopping = stoppingOf(devices)
                .map(each => each.device.id)
                .join(', ');
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message: !before
                    ? `${flowName(flow)} is in use, but the rules of ${stopping} do not permit it: its traffic ` +
                      'takes another path. Find that path, or export the active rules.'
                    : `${flowName(flow)} was in use before the rules of ${stopping} of ${seenBefore}, which do ` +
                      'not permit it: its traffic took another path, or the rules were different then. Observe ' +
                      'the traffic again, and look for that path.',
                // Whether there is such a path is open where the rules came later.
                fixes: () => (before ? [] : onItsOwnPath(lookup, flow, stopping)),
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
            after: `system Plant
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
}

conduit KPast between Control and Dmz {
  evidence "TODO: where the path past K.Fw is shown"
  flow Dmz.Hist -> Control.Plc : opc-ua
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
