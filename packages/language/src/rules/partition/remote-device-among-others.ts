import { reportMixed } from '../fix/separate.ts';
import { assetTypes } from '../ask/types.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'remote-device-among-others',
    severity: 'warning',
    basis: ['ZCR 3.6', 'SR 1.13'],
    summary: 'A device that is used or managed from outside the site shares a zone with devices that are not.',
    why:
        'Whoever controls the outside end controls the device, and is inside the zone. Only the boundary of a ' +
        'separate zone limits what the outside end can reach.',
    falsePositives:
        'A device that can be managed from outside only through a jump host in the DMZ. Then the jump host ' +
        'is the remote device.',
    check: (context, report) =>
        reportMixed(
            context,
            {
                trait: 'remote',
                types: assetTypes.remote,
                name: 'Remote',
                because:
                    'whoever controls the outside end is inside the boundary. Give devices that are reached ' +
                    'from outside a zone of their own.',
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
  asset Turbine : turbine-controller { is remote }
        ^^^^^^^
}
`,
            after: `system Plant
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  zone Remote {
    is remote
    asset Turbine : turbine-controller { is remote }
  }
}
`,
        },
    ],
} satisfies Rule;
