import { placeIn } from '../../model/index.ts';
import { foundIn } from '../ask/found.ts';
import { decided } from '../fix/found-fixes.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

export default {
    id: 'flow-proposed',
    severity: 'warning',
    basis: ['SR 5.2', 'ZCR 6.4'],
    summary: 'A flow is proposed, but not decided.',
    why:
        'It was added because it was seen or because a rule permits it, which is not a reason to allow it. Until ' +
        'it is decided, the flow documents nothing, and the finding for which it was proposed remains. Where its ' +
        'traffic was seen across a boundary, this is an error.',
    falsePositives: 'None. Remove `is proposed` when it is decided, or remove the flow.',
    check({ lookup, model, ages }, report) {
        const { traffic } = foundIn(lookup, ages);
        for (const flow of model.flows) {
            if (!flow.proposed) continue;
            const seen = traffic.some(
                each => each.proposedBy === flow && (each.class === 'undocumented' || each.class === 'past-boundary'),
            );
            report({
                at: placeIn(flow.origin, flow.proposed.origin.name),
                subject: flow.container,
                fixes: decided(flow),
                ...(seen ? { severity: 'error' as const } : {}),
                message:
                    `${flowName(flow)} is ` +
                    `proposed${flow.proposed.because === null ? '' : ` (${flow.proposed.because})`}, but not ` +
                    `decided. Remove \`is proposed\` if it is needed, or remove the flow and stop its traffic.`,
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
  flow Dmz.Jump -> Control.Plc : ssh {
    is proposed because "seen on 19 of 20 days"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
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
  flow Dmz.Jump -> Control.Plc : ssh {
    approved by "TODO: who decided it"
  }
}
`,
        },
    ],
} satisfies Rule;
