import { nameOf } from '../../model/index.ts';
import { comesFrom, remoteSessions } from '../ask/remote-sessions.ts';
import type { Rule } from '../engine/rule.ts';
import { dayToFillIn } from '../fix/claim.ts';
import { flowName } from '../say/wording.ts';

export default {
    id: 'remote-access-without-expiry',
    severity: 'info',
    basis: ['SR 1.13', 'SR 1.13 RE 1', 'SR 2.6'],
    summary: 'Remote access from outside has no end date.',
    why:
        'Contracts end and people change, but accounts remain. Access with an end date is reviewed; access ' +
        'without one is forgotten.',
    falsePositives: 'Staff on call, whose accounts end with their employment. Accept it on the conduit.',
    check(context, report) {
        for (const session of remoteSessions(context.assessment)) {
            const { boundary, fromOutside } = session;
            const { flow } = boundary;
            if (!fromOutside || flow.until) continue;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} gives ${comesFrom(session)} permanent access. ` +
                    `Add an end date (\`until …\`), and review it then.`,
                fixes: [dayToFillIn('Add the date until which it is allowed', flow.origin, 'until', context.today)],
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
