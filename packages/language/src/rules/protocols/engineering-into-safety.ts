import { nameOf } from '../../model/index.ts';
import type { Asset, Lookup } from '../../model/index.ts';
import type { BoundaryFlow } from '../ask/boundary-flows.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import { isEngineering } from '../ask/engineering.ts';
import { entersSafety } from '../ask/into-safety.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

/**
 * A safety controller outside of all safety zones, which somebody in another zone can program: that the zone is not
 * called one makes its logic no less.
 */
function solverAmongOthers(lookup: Lookup, { openings }: BoundaryFlow): Asset | null {
    for (const { opener, answerer } of openings) {
        const isSolver = answerer.asset !== null && lookup.isA(answerer.asset, 'safety-controller');
        const fromSafety = opener.zone !== null && lookup.kindOf(opener.zone.id) === 'safety';
        if (isSolver && !fromSafety && opener.zone?.id !== answerer.zone?.id) return answerer.asset;
    }
    return null;
}

export default {
    id: 'engineering-into-safety',
    severity: 'error',
    basis: ['ZCR 3.3', 'SR 2.1', 'SR 5.2'],
    summary: 'A flow from another zone can change programs in a safety zone, or of a safety controller.',
    why:
        'Whoever can program the logic solver can make it ignore a demand, and this is not noticed until the ' +
        'demand comes. The attack on a refinery in 2017 used such a connection from an engineering station.',
    falsePositives:
        'A flow that is physically disconnected except during a change, under a procedure with two people. ' +
        'Accept it with an end date.',
    check(context, report) {
        for (const boundary of boundaryFlows(context.assessment)) {
            if (!isEngineering(boundary)) continue;
            const solver = entersSafety(context.lookup, boundary) ? null : solverAmongOthers(context.lookup, boundary);
            if (solver === null && !entersSafety(context.lookup, boundary)) continue;
            const { flow } = boundary;
            const target = solver ? `of ${solver.id}` : 'in a safety zone';
            const means = boundary.uses.find(use => use.protocol.traits.includes('engineering'));
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} can change programs ${target} from ` +
                    `outside${means ? ` (${means.protocol.title ?? means.protocol.id})` : ''}: an intruder at ` +
                    'the other end can disable the trip. Do the engineering of the safety system inside its own ' +
                    'zone, and let others only read.',
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Ews : engineering-station
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Engineering between Control and Safety {
  via Fw1
  asset Fw1 : firewall { serves Control, Safety }
  flow Ews -> Sis : tristation "Program changes"
       ^^^^^^^^^^
}
`,
        },
        {
            title: 'The engineering station is in the safety zone',
            before: `system Plant
zone Safety {
  kind safety
  SL-T 3
  asset Ews : safety-engineering-station
  asset Sis : safety-controller
  flow Ews -> Sis : tristation "Program changes"
}
`,
        },
    ],
} satisfies Rule;
