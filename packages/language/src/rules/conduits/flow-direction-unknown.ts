import type { Fix, Flow } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { keptFromProof } from '../ask/kept-from-proof.ts';
import { arrowEdit, openBackward, openForward } from '../fix/turning.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName, listed } from '../say/wording.ts';

/** Who opens the session, to choose from: only somebody who has looked knows it. */
function answers(flow: Flow): readonly Fix[] {
    const both: Fix = {
        kind: 'claim',
        fill: [],
        title: 'State that both open sessions',
        edits: [arrowEdit(flow, '<->')],
    };
    return [
        ...[openForward(flow), ...openBackward(flow)].map(({ edits }, index): Fix => ({
            kind: 'claim',
            fill: [],
            title: `State that ${index === 0 ? flow.from.id : flow.to.id} opens the session`,
            edits,
        })),
        both,
    ];
}

export default {
    id: 'flow-direction-unknown',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'ZCR 6.4'],
    summary: 'It is not known which side of a flow opens the session.',
    why:
        'The side that opens sessions decides what a firewall has to permit, and how far an intruder on either ' +
        'side gets. Until it is known, both directions count as open.',
    falsePositives: 'None. Look at the firewall rule or at a packet capture.',
    check({ model, assessment }, report) {
        for (const flow of model.flows) {
            if (flow.arrow !== '--') continue;
            // Only of one against its one-way conduit: elsewhere both directions are paths.
            const unproved = keptFromProof(assessment, { kind: 'against', element: flow.from.id, flow });
            const so = unproved.length === 0 ? '' : `, and ${listed(unproved)} cannot be proved`;
            report({
                at: placeIn(flow.origin, flow.arrowAt),
                subject: flow.container,
                message:
                    `It is not known who opens the session in ${flowName(flow)}, so both directions count as ` +
                    `open${so}. Find out, and write \`->\` or \`<->\`.`,
                fixes: answers(flow),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  asset Plc2 : plc
  flow Plc1 -- Plc2 : modbus-tcp "Interlock"
            ^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  asset Plc2 : plc
  flow Plc1 -> Plc2 : modbus-tcp "Interlock"
}
`,
        },
        {
            title: 'The other side opens it',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  asset Scada : scada-server
  flow Plc1 -- Scada : modbus-tcp "Counters"
            ^^
}
`,
            fix: 'State that Control.Scada opens the session',
            after: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  asset Scada : scada-server
  flow Scada -> Plc1 : modbus-tcp "Counters"
}
`,
        },
    ],
} satisfies Rule;
