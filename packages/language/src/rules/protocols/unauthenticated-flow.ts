import { protocolNames, protocolsDo, reportLack } from '../say/protocol-lack.ts';
import { secureCounterparts } from '../ask/secure-counterparts.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'unauthenticated-flow',
    severity: 'warning',
    basis: ['SR 1.2', 'SR 3.1', 'SR 4.1'],
    summary: 'A flow crosses a boundary with a protocol that does not authenticate.',
    why:
        'Whoever has access to the line can read the data and send in the name of either side. Between two zones ' +
        'only the boundary device can stop this, and it sees addresses, which can be forged. This is an error ' +
        'from SL-T 2 on, and on third-party media.',
    falsePositives:
        'Both ends and the cable are in locked rooms of one owner. State it on the conduit (`compensates SR ' +
        '1.2 because "…"`). A tunnel protects the flow: state what it secures (`secured … by …`).',
    check(context, report) {
        reportLack(
            context,
            {
                rule: 'unauthenticated-flow',
                lack: 'unauthenticated',
                message: ({ faults, several, who, where, holder, sides }) => {
                    const lacking = faults.filter(({ use }) => !use.undeclared);
                    const unsaid = faults.filter(({ use }) => use.undeclared);
                    const missing = lacking[0]?.missing ?? [];
                    const lacks =
                        `${protocolsDo(lacking, 'does', 'do')} not provide ` +
                        (missing.length < 3 ? missing.join(' or ') : 'authentication, encryption or integrity');
                    const says =
                        lacking.length === 0
                            ? `The protection of ${protocolNames(unsaid)} is not stated`
                            : unsaid.length === 0
                              ? lacks
                              : `${lacks} (the protection of ${protocolNames(unsaid)} is not stated)`;
                    return (
                        `${says} ${where}${several ? ` in ${who}` : ''}: anyone with access to the line can ` +
                        `impersonate ${sides}. Protect it and write \`secured …\`, use a protocol that ` +
                        `authenticates, or state on ${holder} what compensates.`
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
  asset Data : historian
}
conduit ControlOperations between Control and Operations {
  flow Data -> Plc1 : modbus-tcp "Counters" { access read }
                      ^^^^^^^^^^
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
  asset Data : historian
}
conduit ControlOperations between Control and Operations {
  flow Data -> Plc1 : modbus-tls "Counters" {
    access read
    is proposed because "TODO: when modbus-tls is in use here"
  }
}
`,
        },
        {
            title: 'There is a protected counterpart, and the port is the usual one',
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
conduit OperationsControl between Operations and Control {
  via Fw1
  asset Fw1 : firewall { serves Operations, Control }
  flow Scada -> Plc1 : modbus-tcp "Values" {
                       ^^^^^^^^^^
    port tcp 502
    access read
  }
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
conduit OperationsControl between Operations and Control {
  via Fw1
  asset Fw1 : firewall { serves Operations, Control }
  flow Scada -> Plc1 : modbus-tls "Values" {
    access read
    is proposed because "TODO: when modbus-tls is in use here"
  }
}
`,
        },
        {
            title: 'A tunnel protects what the protocol does not',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
}
zone Operations {
  kind operations
  SL-T 2
  asset Data : historian
}
conduit ControlOperations between Control and Operations {
  flow Data -> Plc1 : modbus-tcp "Counters" {
    access read
    secured authentication, encryption, integrity by Tunnel
  }
}
countermeasure Tunnel { status implemented }
`,
        },
        {
            title: 'The conduit states what compensates',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
}
zone Operations {
  kind operations
  SL-T 2
  asset Data : historian
}
conduit ControlOperations between Control and Operations {
  compensates SR 1.2, SR 3.1 because "Both cabinets and the cable between them are in one locked room"
  flow Data -> Plc1 : modbus-tcp "Counters" { access read }
}
`,
        },
    ],
} satisfies Rule;
