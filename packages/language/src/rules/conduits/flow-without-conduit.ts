import { fittingConduits } from '../../assessment/index.ts';
import type { Crossing } from '../../assessment/index.ts';
import type { Flow, Lookup } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { byCause } from '../say/causes.ts';
import { conduitFixes } from '../fix/flow-fixes.ts';
import { alsoBlamed, related } from '../say/related.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName, listed } from '../say/wording.ts';

function whereItStands({ flow }: Crossing): string {
    return flow.container === null ? 'is not in a conduit' : `is in zone ${flow.container} and not in a conduit`;
}

/** What a conduit that joins the zones lets pass between the same ends, where that is something else. */
function outsideOf(lookup: Lookup, flow: Flow): string | null {
    const ends = [flow.from.id, flow.to.id];
    for (const conduit of fittingConduits(lookup, flow.from.id, flow.to.id)) {
        const declared = lookup
            .flowsIn(conduit.id)
            .filter(each => ends.includes(each.from.id) && ends.includes(each.to.id))
            .map(each => `${flowName(each)} : ${each.protocols.map(({ id }) => id).join(', ')}`);
        if (declared.length > 0)
            return (
                `${conduit.name} permits only ${listed([...new Set(declared)], 3)} between them. ` +
                'Add this flow there, or close it.'
            );
    }
    return null;
}

/** Flows that nobody has put anywhere yet, in one file and between the same two zones, need the same conduit. */
function causeOf({ flow, from, to }: Crossing): string | null {
    return flow.container === null ? [flow.origin.file, ...[from.join(','), to.join(',')].sort()].join(' ') : null;
}

export default {
    id: 'flow-without-conduit',
    severity: 'error',
    basis: ['ZCR 3.1', 'SR 5.2'],
    summary: 'A flow crosses a zone boundary but is not in a conduit.',
    why:
        'A conduit controls the communication between zones: it has a target level, devices that enforce it, and ' +
        'an owner. A flow outside all conduits has none of these, and is not approved.',
    falsePositives:
        'None in a finished model. During a survey, flows can stay at top level until their conduit is known.',
    check({ lookup, assessment }, report) {
        const outside = [...assessment.crossings.values()].filter(crossing => crossing.crosses && !crossing.conduit);
        for (const group of byCause('flow-without-conduit', outside, ({ flow }) => flow, causeOf)) {
            const [crossing, ...others] = group;
            const { flow } = crossing;
            const flows = group.map(each => each.flow);
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message:
                    others.length === 0
                        ? `${flowName(flow)} crosses a zone boundary but ${whereItStands(crossing)}, ` +
                          'so its traffic is not controlled. ' +
                          `${outsideOf(lookup, flow) ?? 'Put it into the conduit that joins these zones.'}`
                        : `${group.length} flows between ${crossing.from.join(', ')} and ` +
                          `${crossing.to.join(', ')} cross the boundary but are not in a conduit, so their ` +
                          'traffic is not controlled. Put them into the conduit that joins these zones.',
                fixes: conduitFixes(lookup, flows),
                related: [
                    ...related('This conduit joins the zones.', fittingConduits(lookup, flow.from.id, flow.to.id)),
                    ...alsoBlamed(
                        'One of these flows.',
                        others.map(each => each.flow),
                    ),
                ],
            });
        }
    },
    examples: [
        {
            title: 'A conduit joins the zones',
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
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
flow Control.Hmi1 -> Dmz.Mirror : https "Reports"
     ^^^^^^^^^^^^^^^^^^^^^^^^^^
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
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
  flow Control.Hmi1 -> Dmz.Mirror : https "Reports"
}
`,
        },
        {
            title: 'No conduit joins the zones yet',
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
  asset Fw1 : firewall { serves Control }
}
flow Control.Hmi1 -> Dmz.Mirror : https "Reports"
     ^^^^^^^^^^^^^^^^^^^^^^^^^^
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
  asset Fw1 : firewall { serves Control }
}
conduit ControlToDmz between Control and Dmz {
  flow Control.Hmi1 -> Dmz.Mirror : https "Reports"
}
`,
        },
        {
            title: 'A flow inside one zone does not need a conduit',
            before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
  asset Plc1 : plc
  flow Hmi1 -> Plc1 : s7comm
}
`,
        },
    ],
} satisfies Rule;
