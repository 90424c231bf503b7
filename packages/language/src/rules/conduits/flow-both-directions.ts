import { passing } from '../../assessment/passing.ts';
import { placeIn } from '../../model/index.ts';
import type { BoundaryFlow } from '../ask/boundary-flows.ts';
import { boundaryFlows, climbs } from '../ask/boundary-flows.ts';
import { isPastDmz } from '../ask/past-dmz.ts';
import { openBackward, openForward } from '../fix/turning.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

/** Protocols in which both sides speak first by their nature. */
const mutual: readonly string[] = ['tunnel', 'layer2', 'wireless', 'telecontrol', 'hardwired', 'fieldbus'];

function bothByNature({ uses }: BoundaryFlow): boolean {
    return uses.length > 0 && uses.every(use => use.protocol.traits.some(trait => mutual.includes(trait)));
}

export default {
    id: 'flow-both-directions',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'SR 7.7'],
    summary: 'Both ends of a flow may open sessions across a boundary, although one side would be enough.',
    why:
        'Data can flow in both directions in a session that one side opens. If both sides may open it, an ' +
        'intruder on either side has a path to the other.',
    falsePositives:
        'Peers that both open sessions, such as redundant servers. Protocols in which both sides speak first ' +
        'are not reported.',
    check(context, report) {
        const alreadySaid = isPastDmz(context.assessment);
        const passes = passing(context.lookup);
        for (const boundary of boundaryFlows(context.assessment)) {
            const { flow } = boundary;
            if (
                flow.arrow !== '<->' ||
                bothByNature(boundary) ||
                boundary.openings.some(climbs) ||
                alreadySaid(boundary)
            )
                continue;
            const { forward, backward } = passes(flow);
            if (!forward || !backward) continue;
            report({
                at: placeIn(flow.origin, flow.arrowAt),
                subject: flow.container,
                message:
                    `${flowName(flow)} lets both ends open sessions across the boundary. Keep the side that ` +
                    `needs to, and change the arrow to \`->\`.`,
                fixes: [openForward(flow), ...openBackward(flow)],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Scada : scada-server
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Scada <-> Mirror : https "Reports"
             ^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Scada : scada-server
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Scada -> Mirror : https "Reports"
}
`,
        },
        {
            title: 'If the conduit lets only one side open sessions, another rule reports it',
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 2
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
  one-way Safety -> Control
  flow Sis <-> Hmi1 : opc-ua "Trip status"
}
`,
        },
    ],
} satisfies Rule;
