import type { Conduit, Flow, Lookup, Ports, Protocol } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { alsoBlamed } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** Over TCP and SCTP every protocol waits for answers, also one that may only send over another transport. */
function isConnected(ports: readonly Ports[]): boolean {
    return ports.length > 0 && ports.every(({ transport }) => transport === 'tcp' || transport === 'sctp');
}

/** Of a protocol over UDP without a class, it is not known whether it waits. A flow may say other ports. */
function waits({ ports, traits, protocolClass }: Protocol, flow: Flow): boolean {
    if (traits.includes('one-way-capable')) return isConnected(flow.ports.length > 0 ? flow.ports : ports);
    if (traits.includes('streaming')) return false;
    const transports = protocolClass === null ? ['tcp', 'sctp'] : ['tcp', 'sctp', 'udp'];
    return ports.some(({ transport }) => transports.includes(transport));
}

/** Protocols of the flow that wait for answers, as far as anybody said what they are. */
function answered(lookup: Lookup, flow: Flow): readonly string[] {
    return flow.protocols
        .flatMap(mention => lookup.protocol(mention.id) ?? [])
        .filter(protocol => waits(protocol, flow))
        .map(protocol => protocol.title ?? protocol.id);
}

/** Devices that answer in the place of the other side: one before the diode, and one behind it. */
function proxiesOf(lookup: Lookup, conduit: Conduit): number {
    const devices = new Set([
        ...conduit.via.flatMap(device => lookup.asset(device.id) ?? []),
        ...lookup.assetsIn(conduit.id),
    ]);
    return [...devices].filter(device => lookup.isA(device, 'proxy', 'gateway', 'host-device', 'software-application'))
        .length;
}

export default {
    id: 'one-way-without-proxies',
    severity: 'warning',
    basis: ['SR 5.2', 'ZCR 6.4'],
    summary: 'A protocol that needs answers is used over a one-way conduit without a pair of proxies.',
    why:
        'TCP needs an answer to open a connection, and a diode does not pass answers. Either there are proxies ' +
        'on both sides, and they belong in the model with their own weaknesses, or the conduit is not one-way, ' +
        'or the flow has never worked.',
    falsePositives:
        'The diode is an appliance with both proxies inside; say so in the acceptance. A firewall that lets ' +
        'only one side open sessions but passes the answers is not one-way: remove `one-way`; the arrows of ' +
        'the flows state the direction.',
    check({ model, lookup }, report) {
        for (const conduit of model.conduits) {
            const diode = conduit.via
                .flatMap(({ id }) => lookup.asset(id) ?? [])
                .find(device => lookup.isA(device, 'diode'));
            if ((!diode && !conduit.oneWay) || proxiesOf(lookup, conduit) >= 2) continue;
            const flows = lookup.flowsIn(conduit.id).filter(flow => answered(lookup, flow).length > 0);
            if (flows.length === 0) continue;
            const protocols = [...new Set(flows.flatMap(flow => answered(lookup, flow)))];
            report({
                at: nameOf(conduit.origin),
                subject: conduit.id,
                message:
                    `${listed(protocols)} need${protocols.length === 1 ? 's' : ''} answers, but ` +
                    `${diode ? `${diode.name} does not pass any` : `${conduit.name} is one-way`}, and ` +
                    `${conduit.name} has no pair of proxies. ` +
                    (diode
                        ? 'Declare the proxies in the conduit, or a protocol that only sends.'
                        : 'Declare the diode and its proxies, or remove `one-way` if answers can come back.'),
                related: alsoBlamed('This flow needs answers.', flows),
                gathers: true,
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
        ^^^^^^
  one-way Safety -> Control
  via Diode
  asset Diode : diode
  flow Sis -> Hmi1 : modbus-tcp "Trip status"
}
`,
        },
        {
            title: 'A conduit declared one-way, with a firewall that passes answers',
            before: `system Plant
zone Control {
  SL-T 2
  asset Hist : historian
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit Replica between Control and Dmz {
        ^^^^^^^
  one-way Control -> Dmz
  via Fw1
  asset Fw1 : firewall
  flow Hist -> Mirror : https "Process values"
}
`,
        },
        {
            title: 'A proxy on each side',
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Status between Control and Safety {
  one-way Safety -> Control
  via Diode
  asset Sender : proxy
  asset Diode : diode
  asset Receiver : proxy
  flow Sis -> Hmi1 : modbus-tcp "Trip status"
}
`,
        },
        {
            title: 'A protocol that may only send, over TCP',
            before: `system Plant
zone Control {
  SL-T 2
  asset Source : log-server
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Logs : log-server
}
conduit Records between Control and Dmz {
        ^^^^^^^
  one-way Control -> Dmz
  via Diode
  asset Diode : diode
  flow Source -> Logs : syslog { port tcp 601 }
}
`,
        },
    ],
} satisfies Rule;
