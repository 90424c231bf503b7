import { affectedAnswers } from '../ask/advisories.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'advisory-affected',
    severity: 'warning',
    basis: ['ZCR 5.2', 'SR 3.4'],
    summary: 'A security advisory affects an asset in the version that is installed.',
    why:
        'What a publisher makes known, attackers know too. How soon something has to be done follows from who ' +
        'reaches the asset: an error is for now, a warning for the next stop, information for when it is renewed. ' +
        'Where nothing can be installed, what reaches the asset has to be kept away.',
    falsePositives:
        'The function that is vulnerable is switched off, or something in front of it protects it: accept it with ' +
        'that reason, in the asset or in the advisory, until a date.',
    check(context, report) {
        if (context.model.advisories.length > 0) affectedAnswers(context).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  asset Pc : workstation
}
zone Control {
  kind control
  window "Yearly stop" 2026-08-10 to 2026-08-14
  asset Plc1 : plc-100 { patched to "V3.0" }
}
conduit C between Office and Control { flow Office.Pc -> Control.Plc1 : modbus-tcp }
type plc-100 : plc {
  vendor "Examplar"
  advisory-name "PLC 100"
}
advisory EX-26-001 "Examplar PLC 100" {
  vulnerability "CVE-2026-0001" cvss 9.8 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
  affected "PLC 100" {
           ^^^^^^^^^
    vendor "Examplar"
    versions "vers:all/<V3.1"
    remediation vendor-fix "Update to V3.1 or later version"
  }
}
`,
        },
        {
            title: 'A later version is installed',
            before: `system Plant
zone Control { asset Plc1 : plc-100 { patched to "V3.1" } }
type plc-100 : plc { advisory-name "PLC 100" }
advisory EX-26-001 { affected "PLC 100" { versions "vers:all/<V3.1" } }
`,
        },
    ],
} satisfies Rule;
