import { nameOf } from '../../model/index.ts';
import { foundIn } from '../ask/found.ts';
import { withoutFlow } from '../fix/found-fixes.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

export default {
    id: 'flow-never-seen',
    severity: 'info',
    basis: ['SR 7.7', 'ZCR 6.4'],
    summary: 'A declared flow was not seen in 90 days of observation.',
    why:
        'An unused permission is an attack path without benefit. Least functionality means removing it, in the ' +
        'model and at the boundary.',
    falsePositives:
        'Flows that are rarely used: a restore, a yearly calibration, a failover. A session that is still open may ' +
        'be missing in the log: Zeek writes a session to `conn.log` when it ends. Import `conn_long.log` too, which ' +
        'has the sessions that are open for long.',
    check({ lookup, ages }, report) {
        for (const { flow, class: found, observed } of foundIn(lookup, ages).flows) {
            if (found !== 'never-seen') continue;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                fixes: [withoutFlow(flow)],
                message:
                    observed.outcome === 'tried'
                        ? `${flowName(flow)} was tried but never answered in ${observed.watched} days of ` +
                          'observation. Find out what should answer, or remove the flow.'
                        : `${flowName(flow)} was not seen in ${observed.watched} days of observation. Remove ` +
                          'it if it is no longer needed.',
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
observation O {
  sees Control
  since 2026-01-01
  until 2026-04-30
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
observation O {
  sees Control
  since 2026-01-01
  until 2026-04-30
}
`,
        },
        {
            title: 'Seen, or not observed for long enough',
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
}
observation O {
  sees Control
  since 2026-04-01
  until 2026-04-30
}
`,
        },
    ],
} satisfies Rule;
