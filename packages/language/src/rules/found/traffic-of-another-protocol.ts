import { nameOf } from '../../model/index.ts';
import { foundIn, sightings } from '../ask/found.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName, listed } from '../say/wording.ts';

export default {
    id: 'traffic-of-another-protocol',
    severity: 'error',
    basis: ['SR 5.2', 'SR 7.7', 'ZCR 6.4'],
    summary: 'A sensor recognised another protocol in the traffic of a flow than the flow declares.',
    why:
        'A port filter lets through whatever uses the port. What was assessed is the declared protocol, so what it ' +
        'protects, who may log on over it and what may be changed are judged too favourably, or not at all. It is a ' +
        'warning where the other protocol protects as much and gives no remote access. Names of sensors that are ' +
        'not known, and protocols that no sensor tells apart, are not compared.',
    falsePositives:
        'A tool that calls the protocol after its port, and does not look into it. Say so in the acceptance.',
    check({ lookup, ages }, report) {
        for (const { flow, otherProtocols } of foundIn(lookup, ages).flows) {
            if (otherProtocols.length === 0) continue;
            const names = [...new Set(otherProtocols.map(({ name }) => name))];
            const worse = otherProtocols.some(other => other.worse);
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                severity: worse ? 'error' : 'warning',
                message:
                    `${flowName(flow)} is declared with ${listed(flow.protocols.map(({ id }) => id))}, but a sensor ` +
                    `recognised ${listed(names)} in its traffic` +
                    `${worse ? ', which protects less or lets more happen' : ''}: what is in use is not what was ` +
                    'assessed. Declare the protocol that is used, or stop it.',
                related: sightings(otherProtocols.map(({ sight }) => sight)),
            });
        }
    },
    examples: [
        {
            title: 'Modbus without TLS, and remote access on the port of a report',
            before: `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : modbus-tls { port tcp 502 }
       ^^^^^^^^^^^^^^^^^^^^^^^
  flow Control.Plc -> Dmz.Hist : http { access read }
       ^^^^^^^^^^^^^^^^^^^^^^^
}
observation O {
  sees Control
  saw 10.20.5.10 -> 10.10.2.11 : tcp 502 "modbus" used on 19 days, 2026-05-01 to 2026-05-20
  saw 10.10.2.11 -> 10.20.5.10 : tcp 80 "ssh" used on 1 days, 2026-05-03 to 2026-05-03
}
`,
        },
        {
            title: 'Other names of the same protocol, and names that are not known',
            before: `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : modbus-tcp, s7comm
  flow Control.Plc -> Dmz.Hist : https
  flow Control.Plc -> Dmz.Hist : http { port tcp 8443 secured encryption by Tls }
}
countermeasure Tls { status implemented }
observation O {
  sees Control
  saw 10.10.2.11 -> 10.20.5.10 : tcp 8443 "ssl" used on 19 days, 2026-05-01 to 2026-05-20
  saw 10.20.5.10 -> 10.10.2.11 : tcp 502 "mbtcp" used on 19 days, 2026-05-01 to 2026-05-20
  saw 10.20.5.10 -> 10.10.2.11 : tcp 102 "plant-bus" used on 19 days, 2026-05-01 to 2026-05-20
  saw 10.10.2.11 -> 10.20.5.10 : tcp 443 "TLSv1.2" used on 19 days, 2026-05-01 to 2026-05-20
}
`,
        },
    ],
} satisfies Rule;
