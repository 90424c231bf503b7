import { reportMixed } from '../fix/separate.ts';
import { assetTypes } from '../ask/types.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'temporary-device-among-others',
    severity: 'warning',
    basis: ['ZCR 3.4', 'SR 2.3'],
    summary: 'A device that comes and goes stands in a zone of devices that stay.',
    why:
        'A laptop was in other networks yesterday, and nobody at the plant knows in which. In a zone of its own, ' +
        'what it may reach is ' +
        'decided once, at the boundary, and not by the socket into which it is plugged.',
    falsePositives:
        'A laptop that never leaves the cabinet in which it is locked: use the type `engineering-station` for it. ' +
        'A short commissioning phase is a reason to accept, with an end.',
    check: (context, report) =>
        reportMixed(
            context,
            {
                trait: 'temporary',
                types: assetTypes.temporary,
                name: 'Temporary',
                because:
                    'what it brings along from other networks is at once beside the controllers. Give such ' +
                    'devices a zone of their own.',
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
            title: 'What mentions the device follows it',
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
