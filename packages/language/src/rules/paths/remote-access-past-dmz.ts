import { nameOf } from '../../model/index.ts';
import { flowsPastDmz, relatedZones } from '../ask/past-dmz.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

export default {
    id: 'remote-access-past-dmz',
    severity: 'error',
    basis: ['SR 1.13', 'SR 5.2'],
    summary: 'Remote access from IT or from outside ends in a control zone instead of a DMZ.',
    why:
        'With a remote desktop or shell, the remote side can operate the plant directly, and its malware can ' +
        'enter; the session cannot be inspected or interrupted. A jump host in a DMZ terminates the session, ' +
        'asks for a second factor, records, and can be switched off.',
    falsePositives: 'None in the long term. For an emergency, accept it on the flow with an end date.',
    check(context, report) {
        for (const past of flowsPastDmz(context.assessment)) {
            const { bypass, boundary, opening } = past;
            if (bypass !== 'remote-access') continue;
            const { flow } = boundary;
            const { asset, zone, id } = opening.opener;
            const isInner = !boundary.crossing.crosses && !boundary.crossing.fits;
            const from =
                isInner || (asset?.traits.includes('remote') && opening.opener.side === 'ot')
                    ? `${id}, which is used from elsewhere,`
                    : zone?.id;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    `${flowName(flow)} is remote access from ${from} that ends in ${opening.answerer.zone?.id}: ` +
                    'the remote side can operate the plant directly. End it on a jump host in a DMZ.',
                related: relatedZones(past),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Supplier {
  kind external
  asset Laptop : vendor-laptop
}
zone Control {
  kind control
  SL-T 2
  asset Ews : engineering-station
}
conduit Service between Supplier and Control {
  via Vpn
  asset Vpn : vpn-gateway { serves Supplier, Control }
  flow Laptop -> Ews : rdp "Service" {
       ^^^^^^^^^^^^^
    secured authentication, encryption, integrity
    until 2099-12-31
  }
}
`,
        },
        {
            title: 'A station of operations that is used from elsewhere',
            before: `system Plant
zone Operations {
  kind operations
  SL-T 2
  asset Service : engineering-station { is remote }
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
}
conduit Engineering between Operations and Control {
  via Fw1
  asset Fw1 : firewall { serves Operations, Control }
  flow Service -> Plc1 : s7comm-plus-tls "Programs" {
       ^^^^^^^^^^^^^^^
    access program
    secured authentication, encryption, integrity
  }
}
`,
        },
        {
            title: 'The session ends on a jump host',
            before: `system Plant
zone Supplier {
  kind external
  asset Laptop : vendor-laptop
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
}
conduit Service between Supplier and Dmz {
  via Vpn
  asset Vpn : vpn-gateway { serves Supplier, Dmz }
  flow Laptop -> Jump : rdp "Service" {
    secured authentication, encryption, integrity
    until 2099-12-31
  }
}
`,
        },
    ],
} satisfies Rule;
