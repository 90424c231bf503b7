import { protocolNames, reportLack } from '../say/protocol-lack.ts';
import { secureCounterparts } from '../ask/secure-counterparts.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'write-over-unauthenticated-protocol',
    severity: 'error',
    basis: ['SR 1.2', 'SR 2.1', 'SR 3.1'],
    summary:
        'A flow writes across a boundary, or programs anywhere, with a protocol that does not authenticate commands.',
    why:
        'The device obeys anyone who can send it a packet: authorisation cannot be enforced if the sender is not ' +
        'known. Most attacks that changed something in a plant used ordinary commands of such protocols. Inside ' +
        'one zone, ordinary commands are not reported, and changing programs is a warning, or more severe if one ' +
        'end is elsewhere. Of a protocol that can authenticate, it is asked first whether that is on.',
    falsePositives:
        'A firewall that inspects the protocol permits single commands and limits their values. State it on ' +
        'the conduit, or inside one zone on the zone (`compensates SR 1.2 because "…"`).',
    check(context, report) {
        reportLack(
            context,
            {
                rule: 'write-over-unauthenticated-protocol',
                lack: 'write-unauthenticated',
                message: ({ faults, several, who, where, access, to, holder }) => {
                    const does =
                        access === 'program' ? `change${several ? '' : 's'} programs` : `write${several ? '' : 's'}`;
                    const unknown = faults.some(({ use }) => use.undeclared) ? ', whose protection is not stated,' : '';
                    return (
                        `${who} ${does} ${where} over ${protocolNames(faults)}${unknown} without authentication: ` +
                        `${several ? 'the target' : to} obeys anyone who can send to it. Authenticate, allow ` +
                        `only reading, or state on ${holder} what compensates (\`compensates SR 1.2\`).`
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
  flow Scada -> Plc1 : dnp3-tls "Set-points" {
    access write
    is proposed because "TODO: when dnp3-tls is in use here"
  }
}
`,
        },
        {
            title: 'Inside one zone, commands do not cross a boundary',
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
