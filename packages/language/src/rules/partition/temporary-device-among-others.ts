import { reportMixed } from '../fix/separate.ts';
import { assetTypes } from '../ask/types.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'temporary-device-among-others',
    severity: 'warning',
    basis: ['ZCR 3.4', 'SR 2.3'],
    summary: 'A temporarily connected device shares a zone with permanent ones.',
    why:
        'A laptop was connected to other networks before, and it is not known to which. In a zone of its own, ' +
        'its access is decided at the boundary and does not depend on the socket.',
    falsePositives:
        'A laptop that never leaves its locked cabinet. Use the type `engineering-station` for it. A short ' +
        'commissioning phase can be accepted with an end date.',
    check: (context, report) =>
        reportMixed(
            context,
            {
                trait: 'temporary',
                types: assetTypes.temporary,
                name: 'Temporary',
                because:
                    'malware from other networks gets directly to the controllers. Give such devices a zone ' +
                    'of their own.',
            },
            report,
        ),
    examples: [
        {
            before: `system Plant
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Service : vendor-laptop
        ^^^^^^^
}
`,
            after: `system Plant
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  zone Temporary {
    is temporary
    asset Service : vendor-laptop
  }
}
`,
        },
        {
            title: 'References to the device are updated',
            before: `system Plant
zone Cell {
  SL-T 2
  asset Robot : robot-controller
  asset Teach : workstation { is temporary }
        ^^^^^
  flow Teach -> Robot : https { access program }
}
`,
            after: `system Plant
zone Cell {
  SL-T 2
  asset Robot : robot-controller
  zone Temporary {
    is temporary
    asset Teach : workstation { is temporary }
  }
  flow Cell.Temporary.Teach -> Robot : https { access program }
}
`,
        },
    ],
} satisfies Rule;
