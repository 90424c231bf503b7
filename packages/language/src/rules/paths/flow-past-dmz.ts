import { directionOf, hasDiode } from '../../assessment/passing.ts';
import { nameOf } from '../../model/index.ts';
import { byCause } from '../say/causes.ts';
import type { PastDmz } from '../ask/past-dmz.ts';
import { flowsPastDmz, relatedZones } from '../ask/past-dmz.ts';
import { alsoBlamed } from '../say/related.ts';
import type { Context, Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

/** What goes out through a diode alone: nothing comes back, and the diode is the boundary. */
function leavesThroughDiode({ lookup }: Context, { bypass, boundary: { conduit } }: PastDmz): boolean {
    return (
        bypass === 'outbound' && conduit !== null && hasDiode(lookup, conduit) && directionOf(lookup, conduit) !== null
    );
}

/** True where nothing is said to come back: the conduit is one-way, or the protocols only send. */
function onlySends({ lookup }: Context, { boundary: { conduit, uses } }: PastDmz): boolean {
    if (conduit && directionOf(lookup, conduit)) return true;
    return uses.length > 0 && uses.every(({ protocol }) => protocol.traits.includes('one-way-capable'));
}

/** A conduit that joins the office with the plant is one cause, however many flows go through it. */
function causeOf({ bypass, boundary: { conduit }, opening: { opener, answerer } }: PastDmz): string | null {
    return conduit && [conduit.id, bypass, opener.zone?.id, answerer.zone?.id].join(' ');
}

export default {
    id: 'flow-past-dmz',
    severity: 'error',
    basis: ['ZCR 3.2', 'SR 5.1', 'SR 5.2'],
    summary: 'A flow joins IT or an external network directly to OT, without a DMZ in between.',
    why:
        'IT networks have to be expected to be compromised. If a session ends in a DMZ and a new one starts ' +
        'there, an intruder first has to compromise that server; a direct session leads to the controller. ' +
        'Inbound, this is an error; outbound only, a warning; outbound one-way, information. Traffic through a ' +
        'diode is not reported, nor is the telecontrol of a neighbour: `kind external` at Purdue level 3 or below, ' +
        'unless the session is opened by a laptop, a mobile device, an office computer or what engineers and ' +
        'maintainers work with, or is remote access.',
    falsePositives: 'A separate cell without a DMZ, whose only link is monitored by its owner. Accept it on the flow.',
    check(context, report) {
        const direct = flowsPastDmz(context.assessment).filter(
            past => (past.bypass === 'inbound' || past.bypass === 'outbound') && !leavesThroughDiode(context, past),
        );
        for (const group of byCause('flow-past-dmz', direct, ({ boundary }) => boundary.flow, causeOf)) {
            const [first, ...others] = group;
            const {
                bypass,
                boundary: { flow, conduit },
                opening: { opener, answerer },
            } = first;
            const several = others.length > 0;
            const sends = bypass === 'outbound' && group.every(past => onlySends(context, past));
            const who = several ? `${group.length} flows of ${conduit?.name}` : flowName(flow);
            report({
                at: nameOf(several && conduit ? conduit.origin : flow.origin),
                subject: flow.container,
                severity: bypass === 'inbound' ? 'error' : sends ? 'info' : 'warning',
                message:
                    bypass === 'inbound'
                        ? `${who} let${several ? '' : 's'} ${opener.zone?.id} open a session into ` +
                          `${answerer.zone?.id} without a DMZ in between: an intruder at one end reaches the ` +
                          'other. End the session on a server in a DMZ.'
                        : `${who} go${several ? '' : 'es'} from ${opener.zone?.id} directly to ` +
                          `${answerer.zone?.id}: ` +
                          (sends
                              ? 'no answers are declared, but there is no DMZ and no diode to enforce that. ' +
                                'Transfer the data in a DMZ.'
                              : 'answers come back from there without a DMZ in between. Transfer the data in a DMZ.'),
                related: [
                    ...relatedZones(first),
                    ...(several
                        ? alsoBlamed(
                              'One of these flows.',
                              group.map(({ boundary }) => boundary.flow),
                          )
                        : []),
                ],
                gathers: several,
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  asset Erp : erp-server
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
}
conduit OfficeControl between Office and Control {
  via Fw1
  asset Fw1 : firewall { serves Office, Control }
  flow Erp -> Plc1 : opc-ua "Orders" { secured authentication, encryption, integrity }
       ^^^^^^^^^^^
}
`,
        },
        {
            title: 'Both sides meet in the DMZ',
            before: `system Plant
zone Office {
  kind enterprise
  asset Erp : erp-server
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Broker : database-server
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit OfficeDmz between Office and Dmz {
  flow Erp -> Broker : https "Orders"
}
conduit ControlDmz between Control and Dmz {
  flow Scada -> Broker : opc-ua "Fetches orders" { secured authentication, encryption, integrity }
}
`,
        },
    ],
} satisfies Rule;
