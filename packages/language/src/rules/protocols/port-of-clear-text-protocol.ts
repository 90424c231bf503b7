import type { Flow, Ports, Protocol } from '../../model/index.ts';
import { nameOf, placeIn } from '../../model/index.ts';
import { clearCounterpartsOf, clearProtocols } from '../ask/secure-counterparts.ts';
import { listed } from '../say/wording.ts';
import type { Context, Rule } from '../engine/rule.ts';

interface Doubt {
    readonly ports: Ports;
    readonly claimed: string;
    readonly usual: string;
}

function has(ports: readonly Ports[], transport: string, port: number): boolean {
    return ports.some(
        each => each.transport === transport && each.ranges.some(range => range.from <= port && port <= range.to),
    );
}

const titleOf = ({ title, id }: Protocol): string => title ?? id;

/** A range of more ports is one of a program that picks its port, and means none of them. */
const mostPorts = 16;

/**
 * A port that the flow opens, alone or with a few beside it, on which none of its protocols is at home and an
 * unprotected one is: the counterpart of one of them, or any where all of them protect.
 */
function doubtOf({ lookup }: Context, flow: Flow): Doubt | null {
    const protocols = flow.protocols.flatMap(({ id }) => lookup.protocol(id) ?? []);
    const opened = flow.ports.flatMap(ports =>
        ports.ranges
            .filter(({ from, to }) => to - from < mostPorts)
            .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => ({ ports, port: from + at }))),
    );
    for (const { ports, port } of opened) {
        if (protocols.some(protocol => has(protocol.ports, ports.transport, port))) continue;
        for (const protocol of protocols) {
            const clear = clearCounterpartsOf(lookup, protocol.id).find(each => has(each.ports, ports.transport, port));
            if (clear) return { ports, claimed: titleOf(protocol), usual: titleOf(clear) };
        }
        // Another protocol altogether, of which all that is stated says that it protects.
        const other = clearProtocols(lookup).find(each => has(each.ports, ports.transport, port));
        if (other && protocols.length > 0 && protocols.every(({ provides }) => provides.length > 0))
            return { ports, claimed: listed(protocols.map(titleOf)), usual: titleOf(other) };
    }
    return null;
}

export default {
    id: 'port-of-clear-text-protocol',
    severity: 'warning',
    basis: ['SR 3.1', 'SR 4.1', 'SR 7.7'],
    summary: 'A protected protocol opens the port of an unprotected one.',
    why:
        'A firewall passes ports, and usually does not check whether the traffic is encrypted. If the port of ' +
        'the clear-text protocol is open, that protocol is usually what is used, whatever is documented.',
    falsePositives:
        'A protocol that starts in clear text and switches to encryption (STARTTLS), with a server that requires it; ' +
        'or a protected server that was put on the port of another protocol.',
    check(context, report) {
        for (const flow of context.model.flows) {
            if (flow.ports.length === 0 || flow.protocols.length === 0) continue;
            const doubt = doubtOf(context, flow);
            if (!doubt) continue;
            report({
                at: placeIn(doubt.ports.origin, doubt.ports.origin.whole),
                subject: flow.container,
                message:
                    `The flow states ${doubt.claimed}, but opens a port of ${doubt.usual}, which protects less. ` +
                    'Correct the port or the protocol.',
                fixes:
                    // What of it cannot be read is not known to be wrong.
                    flow.ports.length === 1 && !doubt.ports.unread
                        ? [
                              {
                                  kind: 'fix',
                                  title: 'Remove the port, so that the usual one applies',
                                  edits: [
                                      { kind: 'remove', at: placeIn(doubt.ports.origin, doubt.ports.origin.whole) },
                                  ],
                              },
                          ]
                        : [],
            });
        }
        for (const protocol of context.model.protocols) {
            if (protocol.builtIn || protocol.provides.length === 0) continue;
            const usual = clearProtocols(context.lookup).find(({ ports }) =>
                ports.some(({ transport, ranges }) => ranges.some(range => has(protocol.ports, transport, range.from))),
            );
            if (!usual) continue;
            report({
                at: nameOf(protocol.origin),
                subject: null,
                message:
                    `${titleOf(protocol)} is said to protect, but opens a port of ` +
                    `${titleOf(usual)}, which does not. Correct the port, or use the protocol that it is.`,
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Scada : scada-server
  asset Plc1 : plc
  flow Scada -> Plc1 : modbus-tls "Counters" {
    port tcp 502
    ^^^^^^^^^^^^
    access read
  }
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Scada : scada-server
  asset Plc1 : plc
  flow Scada -> Plc1 : modbus-tls "Counters" {
    access read
  }
}
`,
        },
    ],
} satisfies Rule;
