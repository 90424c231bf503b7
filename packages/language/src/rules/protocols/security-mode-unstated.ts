import { across, protocolNames, reportLack } from '../ask/protocol-faults.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'security-mode-unstated',
    severity: 'warning',
    basis: ['SR 1.2', 'SR 3.1', 'SR 4.1'],
    summary: 'A flow crosses a boundary with a protocol whose security can be off, and nobody says that it is on.',
    why: 'Protocols such as OPC UA can protect everything or nothing, and are often delivered with nothing. The name of the protocol '
        + 'proves no protection: only the mode that is configured does. Until somebody states it, it counts as off.',
    falsePositives: 'None: state what is configured.',
    check(context, report) {
        reportLack(context, 'security-mode-unstated', 'mode-unstated', report, ({ boundary, faults, several, who }) => {
            const offered = [...new Set(faults.flatMap(({ use }) => use.protocol.provides))];
            return {
                message: `${protocolNames(faults)} may run without protection, and nothing says that it is on ${across(boundary)}${several ? `, for ${who}` : ''}. `
                    + `Look at the configured mode and write secured ${offered.join(', ')}, or what of it is true.`,
                fixes: [{
                    title: `State that ${offered.join(', ')} ${offered.length === 1 ? 'is' : 'are'} on`,
                    edits: [...new Set(faults.map(fault => fault.boundary.flow))]
                        .map(flow => ({ kind: 'add', into: flow.origin, text: `secured ${offered.join(', ')}`, where: 'last' })),
                }],
            };
        });
    },
    examples: [{
        before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Hmi1 -> Mirror : opc-ua "Tag replication"
                        ^^^^^^
}
`,
        after: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Hmi1 -> Mirror : opc-ua "Tag replication" {
    secured authentication, encryption, integrity
  }
}
`,
    }],
} satisfies Rule;
