import { nameOf } from '../../model/index.ts';
import { covertProtocols, flowsPastDmz, relatedZones } from '../ask/past-dmz.ts';
import { flowName, listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'covert-protocol-outbound',
    severity: 'warning',
    basis: ['SR 5.2', 'SR 5.3', 'SR 6.2'],
    summary: 'Traffic of a protocol often used for covert command and control leaves OT for IT or the internet.',
    why:
        'DNS, mail, web pages and echo requests pass almost every boundary, and look the same with or without ' +
        'hidden commands. Malware in a plant uses these protocols to call home.',
    falsePositives:
        'Name resolution through a resolver of the site, or a web service with a fixed peer that is ' +
        'monitored. State where it is monitored.',
    check(context, report) {
        for (const past of flowsPastDmz(context.assessment)) {
            const { bypass, boundary, opening } = past;
            if (bypass !== 'covert') continue;
            const { flow } = boundary;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} lets ${listed(covertProtocols(boundary))} out of ` +
                    `${opening.opener.zone?.id} to ${opening.answerer.zone?.id}: malware can use it for covert ` +
                    'commands. End it on a server in a DMZ that inspects it.',
                related: relatedZones(past),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  asset Names : server
}
zone Control {
  kind control
  SL-T 2
  asset Hmi1 : hmi
}
conduit OfficeControl between Office and Control {
  via Fw1
  asset Fw1 : firewall { serves Office, Control }
  flow Hmi1 -> Names : dns "Host names"
       ^^^^^^^^^^^^^
}
`,
        },
        {
            title: 'A resolver in the DMZ',
            before: `system Plant
zone Dmz {
  kind dmz
  SL-T 2
  asset Names : server
}
zone Control {
  kind control
  SL-T 2
  asset Hmi1 : hmi
}
conduit ControlDmz between Control and Dmz {
  via Fw1
  asset Fw1 : firewall { serves Dmz, Control }
  flow Hmi1 -> Names : dns "Host names"
}
`,
        },
    ],
} satisfies Rule;
