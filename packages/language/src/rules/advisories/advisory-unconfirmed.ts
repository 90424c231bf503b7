import { unconfirmedAnswers } from '../ask/advisories.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'advisory-unconfirmed',
    severity: 'warning',
    basis: ['ZCR 5.2', 'SR 7.8'],
    summary: 'Advisories may be about a product of the plant, and the name is not confirmed.',
    why:
        'Publishers and plants write names of products in different ways. A match that a program guesses is wrong ' +
        'too often in both directions, so a person confirms the name once, for all assets of the type.',
    falsePositives: 'None: write `advisory-name` for a product that it is, `advisory-name not` for one that it is not.',
    check(context, report) {
        if (context.model.advisories.length > 0) unconfirmedAnswers(context).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control { asset Plc1 : plc-100 { patched to "V3.1" } }
type plc-100 : plc {
     ^^^^^^^
  vendor "Examplar"
  product "PLC 100"
}
advisory EX-26-001 { affected "PLC 100 DC/DC" { versions "vers:all/<V3.1" } }
`,
            after: `system Plant
zone Control { asset Plc1 : plc-100 { patched to "V3.1" } }
type plc-100 : plc {
  vendor "Examplar"
  product "PLC 100"
  advisory-name "PLC 100 DC/DC"
}
advisory EX-26-001 { affected "PLC 100 DC/DC" { versions "vers:all/<V3.1" } }
`,
        },
        {
            title: 'It is ruled out',
            before: `system Plant
zone Control { asset Plc1 : plc-100 }
type plc-100 : plc {
  product "PLC 100"
  advisory-name not "PLC 100 DC/DC"
}
advisory EX-26-001 { affected "PLC 100 DC/DC" { versions "vers:all/<V3.1" } }
`,
        },
    ],
} satisfies Rule;
