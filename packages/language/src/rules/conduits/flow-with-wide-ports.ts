import type { Flow, Ports } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import type { BoundaryFlow } from '../ask/boundary-flows.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import type { Answer, Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

/**
 * A statement that opens as many ports as this opens whatever happens to listen there. Unprivileged ports begin at this
 * number.
 */
const wide = 1024;

/** Transports that number their ports. */
const numbered: readonly string[] = ['tcp', 'udp', 'sctp'];

function opened(ports: Ports): number {
    return ports.ranges.reduce((count, range) => count + range.to - range.from + 1, 0);
}

function statedFault(flow: Flow): Answer | null {
    const ports = flow.ports.find(each => numbered.includes(each.transport) && opened(each) >= wide);
    if (!ports) return null;
    return {
        at: placeIn(ports.origin, ports.origin.whole),
        subject: flow.container,
        message:
            `${flowName(flow)} opens ${opened(ports)} ports of the boundary, with every service that listens ` +
            'there. Set a fixed port in the server, or use a firewall that inspects the protocol.',
    };
}

/** A protocol that picks its ports as it runs opens all that it may pick, unless the flow says which. */
function dynamicFault({ flow, uses }: BoundaryFlow): Answer | null {
    // Ports that cannot be read say nothing.
    const isOpen = flow.ports.length === 0 || flow.ports.some(({ unread }) => unread);
    const dynamic = isOpen ? uses.find(use => use.protocol.traits.includes('dynamic-ports')) : undefined;
    if (!dynamic) return null;
    return {
        at: placeIn(flow.origin, dynamic.mention.at),
        subject: flow.container,
        message:
            `${dynamic.protocol.title ?? dynamic.protocol.id} uses dynamic ports, so the boundary has to leave ` +
            `thousands of them open. Set fixed ports and state them (\`port tcp …\`), or use a protocol with a ` +
            'single port.',
    };
}

export default {
    id: 'flow-with-wide-ports',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'SR 7.7'],
    summary: 'A flow needs a wide range of ports open at a boundary.',
    why:
        'A range of thousands of ports is not a filter: every service that is started later on the other side is ' +
        'reachable at once. Worms have spread through the dynamic ports of remote procedure calls.',
    falsePositives:
        'A firewall that inspects the protocol and opens single ports for single sessions. Accept the ' +
        'finding and name the function.',
    check(context, report) {
        for (const boundary of boundaryFlows(context.assessment)) {
            const answer = statedFault(boundary.flow) ?? dynamicFault(boundary);
            if (answer) report(answer);
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Opc : opc-server
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Mirror -> Opc : opc-classic "Tags" { secured authentication, encryption, integrity }
                       ^^^^^^^^^^^
}
`,
        },
        {
            title: 'The server uses one port',
            before: `system Plant
zone Control {
  SL-T 2
  asset Opc : opc-server
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Mirror -> Opc : opc-classic "Tags" {
    port tcp 135, 50100
    secured authentication, encryption, integrity
  }
}
`,
        },
    ],
} satisfies Rule;
