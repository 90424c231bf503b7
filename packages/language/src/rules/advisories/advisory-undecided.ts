import { undecidedAnswers } from '../ask/advisories.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'advisory-undecided',
    severity: 'warning',
    basis: ['ZCR 5.2', 'SR 7.8'],
    summary: 'An advisory is about an asset, and it is not known whether its version is affected.',
    why:
        'The installed version is not said, or it cannot be compared with what the advisory writes. Taking that for ' +
        '"not affected" would hide what may be open, and taking it for "affected" would bury what is.',
    falsePositives:
        'A person has compared the versions: accept it with what was found. A sentence in the place of versions is ' +
        'never interpreted.',
    check(context, report) {
        if (context.model.advisories.length > 0) undecidedAnswers(context).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control { asset Plc1 : plc-100 }
type plc-100 : plc { advisory-name "PLC 100" }
advisory EX-26-001 {
  vulnerability "CVE-2026-0001"
  affected "PLC 100" { versions "vers:all/<V3.1" }
           ^^^^^^^^^
}
`,
        },
        {
            title: 'All versions are affected, so the version decides nothing',
            before: `system Plant
zone Control { asset Plc1 : plc-100 }
type plc-100 : plc { advisory-name "PLC 100" }
advisory EX-26-001 { affected "PLC 100" { versions "vers:all/*" } }
`,
        },
    ],
} satisfies Rule;
