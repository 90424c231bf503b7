import { nameOf } from '../../model/index.ts';
import { foundIn, sightings } from '../ask/found.ts';
import { withAccess } from '../fix/found-fixes.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

export default {
    id: 'traffic-beyond-access',
    severity: 'error',
    basis: ['SR 5.2', 'SR 2.1', 'ZCR 6.4'],
    summary: 'A flow is declared as read-only, but functions that write were seen on it.',
    why:
        'A port filter permits both. A flow that was assessed as reading can set outputs and change programs, so ' +
        'write paths and invariants over it are assessed too favourably. What another flow between the same ends may ' +
        'do is of that flow, and is not reported.',
    falsePositives:
        'None. Declare the access that is used, or block the functions with a filter that inspects the protocol.',
    check({ lookup, ages }, report) {
        for (const { flow, beyondAccess, observed } of foundIn(lookup, ages).flows) {
            if (beyondAccess === null) continue;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} is declared with \`access ${flow.access}\`, but functions were seen that ` +
                    `${beyondAccess}. Declare that access, or stop these functions.`,
                fixes: withAccess(flow, beyondAccess),
                related: sightings(observed.conversations.filter(each => each.conversation.access === beyondAccess)),
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
  flow Dmz.Hist -> Control.Plc : modbus-tcp { access read }
       ^^^^^^^^^^^^^^^^^^^^^^^
}
observation O {
  sees Control
  saw 10.20.5.10 -> 10.10.2.11 : tcp 502 "modbus" used on 19 days, 2026-05-01 to 2026-05-20 { access write }
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
  flow Dmz.Hist -> Control.Plc : modbus-tcp { access write approved by "TODO: who decided that it may write" }
}
observation O {
  sees Control
  saw 10.20.5.10 -> 10.10.2.11 : tcp 502 "modbus" used on 19 days, 2026-05-01 to 2026-05-20 { access write }
}
`,
        },
    ],
} satisfies Rule;
