import { nameOf } from '../../model/index.ts';
import { flowName } from '../ask/boundary-flows.ts';
import { remoteSessions } from '../ask/remote-sessions.ts';
import type { Rule } from '../engine/rule.ts';
import { dayToFillIn } from '../fix/claim.ts';

export default {
    id: 'remote-access-without-expiry',
    severity: 'info',
    basis: ['SR 1.13', 'SR 1.13 RE 1', 'SR 2.6'],
    summary: 'Somebody outside may come into the plant, and nothing says until when.',
    why:
        'Contracts end and people change, and the account stays. Access with an end date is asked about once a year; ' +
        'access without is forgotten.',
    falsePositives: 'Staff on call, whose accounts end with their employment: accept it on the conduit.',
    check(context, report) {
        for (const { boundary, opening, fromOutside } of remoteSessions(context.assessment)) {
            const { flow } = boundary;
            if (!fromOutside || flow.until) continue;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} lets ${opening.opener.zone?.id ?? opening.opener.id} in for good. Write until ` +
                    'which day, and ask again then.',
                fixes: [dayToFillIn('Add the day until which it is allowed', flow.origin, 'until', context.today)],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Supplier {
  kind external
  asset Laptop : vendor-laptop
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
}
conduit Service between Supplier and Dmz {
  via Vpn
  asset Vpn : vpn-gateway { serves Supplier, Dmz }
  flow Laptop -> Jump : https "Service"
       ^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Supplier {
  kind external
  asset Laptop : vendor-laptop
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
}
conduit Service between Supplier and Dmz {
  via Vpn
  asset Vpn : vpn-gateway { serves Supplier, Dmz }
  flow Laptop -> Jump : https "Service" {
    until 2026-06-01
  }
}
`,
        },
    ],
} satisfies Rule;
