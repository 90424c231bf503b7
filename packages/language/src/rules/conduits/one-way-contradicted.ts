import type { Passing } from '../../assessment/passing.ts';
import { passing } from '../../assessment/passing.ts';
import type { Flow } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { openBackward, openForward } from '../fix/turning.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

/** True when the arrow says a session that the conduit does not let through. What is unknown says nothing. */
function contradicts(flow: Flow, { forward, backward }: Passing): boolean {
    if (flow.arrow === '--') return false;
    return !forward || (flow.arrow === '<->' && !backward);
}

export default {
    id: 'one-way-contradicted',
    severity: 'error',
    basis: ['SR 5.2', 'ZCR 3.3'],
    summary: 'A flow opens sessions against the direction of its one-way conduit or diode.',
    why:
        'Either the conduit is not one-way, and everyone who relies on it is wrong, or the flow does not work. ' +
        'An auditor who finds one such flow will doubt the rest of the model.',
    falsePositives: 'None. One of the two statements is wrong.',
    check({ model, lookup }, report) {
        const passes = passing(lookup);
        for (const flow of model.flows) {
            const direction = passes(flow);
            if (!contradicts(flow, direction)) continue;
            // Only a conduit stops a direction.
            const conduit = lookup.conduit(flow.container!)!;
            const stated = conduit.oneWay;
            const says = stated
                ? `${conduit.name} is one-way from ${stated.from.id} to ${stated.to.id}`
                : `the diode of ${conduit.name} passes in the other direction`;
            report({
                at: placeIn(flow.origin, flow.arrowAt),
                subject: conduit.id,
                message:
                    `${flowName(flow)} opens sessions against the direction of its conduit: ${says}. Correct one ` +
                    'of the two.',
                fixes: direction.forward ? [openForward(flow)] : openBackward(flow),
                related: stated
                    ? [
                          {
                              message: 'This is the stated direction of the conduit.',
                              at: { file: stated.origin.file, ...stated.origin.whole },
                          },
                      ]
                    : [],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
  one-way Safety -> Control
  flow Hmi1 -> Sis : hardwired-io "Trip status" { access read }
            ^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
  one-way Safety -> Control
  flow Sis -> Hmi1 : hardwired-io "Trip status" { access read }
}
`,
        },
        {
            title: 'Both directions in a one-way conduit',
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
  one-way Safety -> Control
  flow Sis <-> Hmi1 : hardwired-io "Trip status"
           ^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
  one-way Safety -> Control
  flow Sis -> Hmi1 : hardwired-io "Trip status"
}
`,
        },
    ],
} satisfies Rule;
