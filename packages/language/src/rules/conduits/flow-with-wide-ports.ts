import { pairsOf, rangesOf } from '../../filter/index.ts';
import type { Flow, Ports } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import type { BoundaryFlow } from '../ask/boundary-flows.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import type { Answer, Rule } from '../engine/rule.ts';
import { flowName, listed } from '../say/wording.ts';

/**
 * A statement that opens as many ports as this opens whatever happens to listen there. Unprivileged ports begin at this
 * number.
 */
const wide = 1024;

/** Transports that number their ports. */
const numbered: readonly string[] = ['tcp', 'udp', 'sctp'];

/** How many ports are open by statements together: one that several name is one. */
function opened(ports: readonly Ports[]): number {
    const byTransport = Map.groupBy(
        ports.filter(each => numbered.includes(each.transport)),
        each => each.transport,
    );
    return [...byTransport.values()].reduce((count, all) => {
        const open = rangesOf(all.flatMap(each => each.ranges.map(({ from, to }) => [from, to] as const)));
        return count + pairsOf(open).reduce((sum, [low, high]) => sum + Number(high) - Number(low) + 1, 0);
    }, 0);
}

function statedFault(flow: Flow): Answer | null {
    const count = opened(flow.ports);
    if (count < wide) return null;
    const all = flow.ports.filter(each => opened([each]) > 0);
    const ports = all.find(each => opened([each]) >= wide) ?? all[0]!;
    return {
        at: placeIn(ports.origin, ports.origin.whole),
        subject: flow.container,
        message:
            `${flowName(flow)} opens ${count} ports of the boundary, with every service that listens ` +
            'there. Set a fixed port in the server, or use a firewall that inspects the protocol.',
    };
}

/** Without ports of its own a flow opens those of its protocols. Ports that cannot be read say nothing. */
function hasOpenPorts({ ports }: Flow): boolean {
    return ports.length === 0 || ports.some(({ unread }) => unread);
}

/** A protocol that picks its ports as it runs opens all that it may pick, unless the flow says which. */
function dynamicFault({ flow, uses }: BoundaryFlow): Answer | null {
    const dynamic = uses.find(use => use.protocol.traits.includes('dynamic-ports'));
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

/** The protocols of a flow that have many ports together. */
function protocolFault({ flow, uses }: BoundaryFlow): Answer | null {
    const count = opened(uses.flatMap(use => use.protocol.ports));
    if (count < wide) return null;
    const most = uses.reduce((a, b) => (opened(b.protocol.ports) > opened(a.protocol.ports) ? b : a));
    return {
        at: placeIn(flow.origin, most.mention.at),
        subject: flow.container,
        message:
            `${flowName(flow)} states no ports, and ${listed(uses.map(({ protocol }) => protocol.id))} ` +
            `${uses.length === 1 ? 'has' : 'have'} ${count}: the boundary has to leave them open, with every ` +
            'service that listens there. State the ports that the flow needs (`port tcp …`), or use a firewall ' +
            'that inspects the protocol.',
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
            const answer =
                statedFault(boundary.flow) ??
                (hasOpenPorts(boundary.flow) ? (dynamicFault(boundary) ?? protocolFault(boundary)) : null);
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
