import { protocolNames, reportLack } from '../say/protocol-lack.ts';
import { secureCounterparts } from '../ask/secure-counterparts.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'write-over-unauthenticated-protocol',
    severity: 'error',
    basis: ['SR 1.2', 'SR 2.1', 'SR 3.1'],
    summary: 'A flow writes across a boundary, or programs anywhere, with a protocol that does not prove who commands.',
    why:
        'The device obeys whoever can send it a packet: authorisation cannot be enforced on somebody whose ' +
        'identity nobody knows. ' +
        'Most attacks that moved something in a plant did it with ordinary commands of such protocols. ' +
        'Inside of one zone ordinary commands are left to the zone, and changing programs is a warning, or ' +
        'graver where one end comes from elsewhere.',
    falsePositives:
        'A firewall that reads the protocol lets single commands through and limits their values: ' +
        'state it on the conduit, or inside of one zone on the zone (`compensates SR 1.2 because …`).',
    check(context, report) {
        reportLack(
            context,
            {
                rule: 'write-over-unauthenticated-protocol',
                lack: 'write-unauthenticated',
                message: ({ faults, several, who, where, access, to }) => {
                    const does =
                        access === 'program' ? `change${several ? '' : 's'} programs` : `write${several ? '' : 's'}`;
                    const unknown = faults.some(({ use }) => use.undeclared)
                        ? ', of which nothing says what it protects,'
                        : '';
                    return (
                        `${who} ${does} ${where} over ${protocolNames(faults)}${unknown} without authentication: ` +
                        `${several ? 'what is there' : to} obeys whoever can send to it. ` +
                        'Authenticate, allow reading alone, or state on the conduit what makes up for it ' +
                        '(`compensates SR 1.2`).'
                    );
                },
                fixes: faults => secureCounterparts(context.lookup, faults),
            },
            report,
        );
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
}
zone Operations {
  kind operations
  SL-T 2
  asset Scada : scada-server
}
conduit ControlOperations between Control and Operations {
  flow Scada -> Plc1 : dnp3 "Set-points" { access write }
                       ^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
}
zone Operations {
  kind operations
  SL-T 2
  asset Scada : scada-server
}
conduit ControlOperations between Control and Operations {
  flow Scada -> Plc1 : dnp3-tls "Set-points" { access write }
}
`,
        },
        {
            title: 'Inside one zone commands cross no boundary',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  asset Hmi1 : hmi
  flow Hmi1 -> Plc1 : modbus-tcp "Set-points" { access write }
}
`,
        },
    ],
} satisfies Rule;
