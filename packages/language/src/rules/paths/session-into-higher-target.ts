import { readsOnly } from '../../assessment/passing.ts';
import type { Fix, Flow } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { BoundaryFlow, End, Opening } from '../ask/boundary-flows.ts';
import { boundaryFlows, climbs, rises } from '../ask/boundary-flows.ts';
import { byCause } from '../say/causes.ts';
import { isEngineering, isHardwired } from '../ask/engineering.ts';
import { entersSafety } from '../ask/into-safety.ts';
import { isPastDmz } from '../ask/past-dmz.ts';
import { alsoBlamed, related } from '../say/related.ts';
import { shortfallText } from '../ask/shortfall.ts';
import { openBackward, openForward } from '../fix/turning.ts';
import type { Context, Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

interface Climbing {
    readonly boundary: BoundaryFlow;
    readonly opening: Opening;
}

/** True where another rule says more: the flow may write or program in a safety zone. */
function mayWriteIntoSafety({ lookup }: Context, boundary: BoundaryFlow): boolean {
    return (
        (boundary.conduit ? !readsOnly(lookup, boundary.flow) : isEngineering(boundary)) &&
        entersSafety(lookup, boundary)
    );
}

/** The flows that open sessions upwards, less those of which another rule says more. */
function climbingFlows(context: Context): readonly Climbing[] {
    const alreadySaid = isPastDmz(context.assessment);
    return boundaryFlows(context.assessment).flatMap(boundary => {
        const opening = boundary.openings.find(climbs);
        if (!opening || boundary.flow.arrow === '--' || isHardwired(boundary) || alreadySaid(boundary)) return [];
        return mayWriteIntoSafety(context, boundary) ? [] : [{ boundary, opening }];
    });
}

function causeOf({ boundary: { conduit }, opening: { opener, answerer } }: Climbing): string | null {
    return conduit && [conduit.id, opener.zone?.id, answerer.zone?.id].join(' ');
}

/** Lets the higher side open the session. */
function turned(flow: Flow, higher: End): readonly Fix[] {
    if (higher.id === flow.from.id) return [openForward(flow)];
    return openBackward(flow);
}

/**
 * `1 instead of 3`, or what rises FR by FR where it differs; of the FRs that do not decide who holds a zone nothing is
 * said.
 */
function riseText(opening: Opening): string {
    const rising = rises(opening);
    const [first] = rising;
    const alike =
        first && rising.length === 4 && rising.every(({ have, want }) => have === first.have && want === first.want);
    return alike ? `${first.have} instead of ${first.want}` : shortfallText(rising);
}

/** True where each side is the higher one in some FR: turning the session around only changes which. */
function isMutual({ opener, answerer }: Opening): boolean {
    return climbs({ opener: answerer, answerer: opener });
}

/** True where the flow is sent unasked, as a publisher does: a receiver has no session to open. */
function isSent({ uses }: BoundaryFlow): boolean {
    return uses.length > 0 && uses.every(({ protocol }) => protocol.traits.includes('one-way-capable'));
}

/** Why the higher side cannot open a session in the place of the lower one; `null` where it can. */
function fixedBecause({ boundary, opening }: Climbing): string | null {
    if (isMutual(opening)) return 'in the other direction, other levels rise';
    const { arrow, access } = boundary.flow;
    // Of two sides that open sessions, the lower one can be kept from it.
    if (arrow === '<->') return null;
    if (access === 'write' || access === 'program')
        return `in the other direction, ${opening.answerer.id} would ${access}`;
    return isSent(boundary) ? `it is sent unasked, so ${opening.answerer.id} cannot ask for it` : null;
}

/** What can be done about each of the flows; where some can be turned around, both. */
function adviceFor(group: readonly Climbing[]): string {
    const reasons = [...new Set(group.map(fixedBecause))];
    if (reasons.includes(null)) return 'Let the higher side open the session, or end it on a broker between them.';
    return `End the session on a broker between them${reasons.length === 1 ? `: ${reasons[0]}` : ''}.`;
}

export default {
    id: 'session-into-higher-target',
    severity: 'warning',
    basis: ['SR 5.2', 'SR 5.2 RE 1'],
    summary: 'A zone of lower SL-T opens sessions into a zone of higher SL-T.',
    why:
        'The side that opens a session decides when and what to send. The less protected zone is compromised ' +
        'first, and can then send everything that its flows permit. IAC, UC, SI and RDF are compared separately; ' +
        'the other FRs do not affect who can be compromised.',
    falsePositives:
        'Commands have to come from somewhere: an operator station of SL-T 2 may command a cell of SL-T 3 ' +
        'through a device that inspects the protocol. If the data could be sent from the higher zone ' +
        'instead, reverse the flow.',
    check(context, report) {
        const climbing = climbingFlows(context);
        for (const group of byCause('session-into-higher-target', climbing, ({ boundary }) => boundary.flow, causeOf)) {
            const [
                {
                    boundary: { flow, conduit },
                    opening,
                },
                ...others
            ] = group;
            const { opener, answerer } = opening;
            const who =
                others.length === 0 ? `${flowName(flow)} lets` : `${group.length} flows of ${conduit?.name} let`;
            report({
                at: nameOf(others.length > 0 && conduit ? conduit.origin : flow.origin),
                subject: flow.container,
                message:
                    `${who} ${opener.zone?.id} open sessions into ${answerer.zone?.id}, whose SL-T is higher: ` +
                    `${riseText(opening)}. ${adviceFor(group)}`,
                fixes: others.length === 0 && fixedBecause(group[0]) === null ? turned(flow, answerer) : [],
                related: [
                    ...related('The zone of higher SL-T.', answerer.zone ? [answerer.zone] : []),
                    ...(others.length > 0
                        ? alsoBlamed(
                              'One of these flows.',
                              group.map(({ boundary }) => boundary.flow),
                          )
                        : []),
                ],
                gathers: others.length > 0,
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Operations {
  kind operations
  SL-T 1
  asset Mes : mes-server
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit OperationsControl between Operations and Control {
  via Fw1
  asset Fw1 : firewall { serves Operations, Control }
  flow Mes -> Scada : https "Orders"
       ^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Operations {
  kind operations
  SL-T 1
  asset Mes : mes-server
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit OperationsControl between Operations and Control {
  via Fw1
  asset Fw1 : firewall { serves Operations, Control }
  flow Scada -> Mes : https "Orders"
}
`,
        },
        {
            title: 'Both sides may open the session, although one would be enough',
            before: `system Plant
zone Operations {
  kind operations
  SL-T 1
  asset Mes : mes-server
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit OperationsControl between Operations and Control {
  via Fw1
  asset Fw1 : firewall { serves Operations, Control }
  flow Scada <-> Mes : https "Orders"
       ^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Operations {
  kind operations
  SL-T 1
  asset Mes : mes-server
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit OperationsControl between Operations and Control {
  via Fw1
  asset Fw1 : firewall { serves Operations, Control }
  flow Scada -> Mes : https "Orders"
}
`,
        },
        {
            title: 'A command to a higher zone is not reversed: the other side would command instead',
            before: `system Plant
zone Operations {
  kind operations
  SL-T 1
  asset Mes : mes-server
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit OperationsControl between Operations and Control {
  via Fw1
  asset Fw1 : firewall { serves Operations, Control }
  flow Mes -> Scada : https "Orders" { access write }
       ^^^^^^^^^^^^
}
`,
        },
        {
            title: 'A jump host in a DMZ is meant for this',
            before: `system Plant
zone Dmz {
  kind dmz
  SL-T 1
  asset Jump : jump-host
}
zone Control {
  kind control
  SL-T 2
  asset Scada : scada-server
}
conduit ControlDmz between Dmz and Control {
  via Fw1
  asset Fw1 : firewall { serves Dmz, Control }
  flow Jump -> Scada : rdp "Remote operation" { secured authentication, encryption, integrity }
}
`,
        },
    ],
} satisfies Rule;
