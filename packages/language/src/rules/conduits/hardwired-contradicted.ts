import { calledHardwired } from '../ask/called-hardwired.ts';
import { answerTo } from '../ask/hardwired-ends.ts';
import { keptFromProof } from '../ask/kept-from-proof.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'hardwired-contradicted',
    severity: 'error',
    basis: ['ZCR 3.1', 'SR 5.1', 'SR 5.2'],
    summary:
        'A flow is called hard-wired, although what it joins or does shows that its cable carries more than a signal.',
    why:
        'A contact or a current loop carries its signal and nothing else, so a hard-wired flow is not a path: no ' +
        'invariant and no threat includes it. Computers and network devices have no such signals between each ' +
        'other, and no program is loaded over a contact. What joins them is a serial or a network cable, however ' +
        'short, and carries a protocol, so a path goes unseen. Where one end may have signals, it is a warning.',
    falsePositives:
        'A computer with a card for inputs and outputs. Give it its type, such as `industrial-pc`, or a type of its ' +
        'own that rests on it.',
    check({ lookup, assessment }, report) {
        for (const called of calledHardwired(lookup)) {
            const { flow } = called;
            report(answerTo(called, keptFromProof(assessment, { kind: 'cable', element: flow.from.id, flow })));
        }
    },
    examples: [
        {
            title: 'A workstation of the office with a cable to a server of the plant',
            before: `system Plant
zone Office {
  kind enterprise
  asset Planner : workstation
}
zone Control {
  kind control
  SL-T 2
  asset Recipes : server
}
conduit Orders between Office and Control {
  flow Planner -> Recipes : hardwired-io "Orders of the day"
                            ^^^^^^^^^^^^
}
`,
        },
        {
            title: 'Two controllers, one of which programs the other',
            before: `system Plant
zone Filling {
  kind control
  SL-T 2
  asset Master : plc
}
zone Packing {
  kind control
  SL-T 2
  asset Slave : plc
}
conduit Line between Filling and Packing {
  flow Master -> Slave : hardwired-io "Recipes" { access program }
                         ^^^^^^^^^^^^
}
`,
        },
        {
            title: 'Trip contacts, a button and a lamp',
            before: `system Plant
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Desk : operator-station
}
conduit Trips between Safety and Control {
  flow Sis -> Plc1 : hardwired-io "Tripped"
  flow Sis -> Desk : hardwired-io "Lamp"
  flow Desk -> Sis : hardwired-io "Emergency stop"
}
`,
        },
    ],
} satisfies Rule;
