import { nameOf } from '../../model/index.ts';
import { flowsPastDmz, relatedZones } from '../ask/past-dmz.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

export default {
    id: 'flow-to-internet',
    severity: 'error',
    basis: ['SR 5.2', 'SR 5.1 RE 2'],
    summary: 'OT assets open sessions to the internet or to a cloud.',
    why:
        'The answers, updates or commands come from servers that the owner does not control, and malware in the ' +
        'plant can call home over the same connection.',
    falsePositives:
        'Data that leaves through a diode, or a monitored outstation whose only link is a mobile network with a ' +
        'private access point.',
    check(context, report) {
        for (const past of flowsPastDmz(context.assessment)) {
            const { bypass, boundary, opening } = past;
            if (bypass !== 'internet') continue;
            const { flow } = boundary;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} lets ${opening.opener.zone?.id} open sessions to ` +
                    `${opening.answerer.zone?.id}, which the owner does not control. Transfer the data to a ` +
                    'server in a DMZ, and let that server open the session.',
                related: relatedZones(past),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Cloud {
  kind external
  is untrusted
  asset Analytics : iot-platform
}
zone Control {
  kind control
  SL-T 2
  asset Edge : edge-computer
}
conduit CloudLink between Control and Cloud {
  via Fw1
  asset Fw1 : firewall { serves Control, Cloud }
  flow Edge -> Analytics : mqtts "Vibration"
       ^^^^^^^^^^^^^^^^^
}
`,
        },
        {
            title: 'The DMZ opens the session, the plant does not',
            before: `system Plant
zone Cloud {
  kind external
  is untrusted
  asset Analytics : iot-platform
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Forwarder : iot-gateway
}
conduit CloudLink between Dmz and Cloud {
  via Fw1
  asset Fw1 : firewall { serves Dmz, Cloud }
  flow Forwarder -> Analytics : mqtts "Vibration"
}
`,
        },
    ],
} satisfies Rule;
