import type { Crossing } from '../../assessment/index.ts';
import type { Fix, Lookup } from '../../model/index.ts';
import { nameOf, wholeOf } from '../../model/index.ts';
import { conduitFixes } from '../fix/flow-fixes.ts';
import { qualifiedFor } from '../fix/scope.ts';
import { related } from '../say/related.ts';
import { flowName, listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** The flow's own zone, where both ends lie in one and need no conduit. */
function zoneOfBoth(lookup: Lookup, { flow }: Crossing): string | null {
    const zone = lookup.zoneOf(flow.from.id)?.id;
    return zone !== undefined && zone === lookup.zoneOf(flow.to.id)?.id ? zone : null;
}

/** Brings a flow that crosses nothing home into its zone. */
function bringHome(lookup: Lookup, { flow }: Crossing, zone: string): readonly Fix[] {
    const home = lookup.zone(zone);
    if (!home) return [];
    const scope = { around: lookup.chain(zone).map(each => each.id), connected: [] };
    return [
        {
            kind: 'layout',
            title: `Move the flow into ${home.name}`,
            edits: [
                { kind: 'move', at: wholeOf(flow.origin), into: home.origin },
                ...qualifiedFor(lookup, flow, scope),
            ],
            preferred: true,
        },
    ];
}

export default {
    id: 'flow-outside-conduit',
    severity: 'error',
    basis: ['ZCR 3.1', 'SR 5.2'],
    summary: 'A flow is in a conduit that does not connect the zones of its ends.',
    why:
        'The SL-T, the devices and the owner of a conduit apply to the zones that it connects. A flow between ' +
        'other zones is checked against the wrong criteria, and looks approved although it is not.',
    falsePositives: 'None. Either the flow is in the wrong conduit, or a zone is missing from the conduit.',
    check({ lookup, assessment }, report) {
        for (const crossing of assessment.crossings.values()) {
            const { flow, conduit } = crossing;
            // Where a name is not known, that is said already.
            if (!conduit || crossing.fits || conduit.between.length < 2) continue;
            // Which device was meant at the other end is asked first.
            if (flow.from.id === flow.to.id && lookup.asset(flow.to.id)) continue;
            const zone = zoneOfBoth(lookup, crossing);
            const problem =
                zone === null
                    ? 'does not connect the zones of its ends. Move it into the conduit that does'
                    : `is not needed: both ends are in ${zone}. Move the flow into that zone`;
            report({
                at: nameOf(flow.origin),
                subject: conduit.id,
                message:
                    `${flowName(flow)} is in ${conduit.name}, which joins ` +
                    `${listed(conduit.between.map(end => end.id))} and ${problem}.`,
                fixes: zone === null ? conduitFixes(lookup, [flow]) : bringHome(lookup, crossing, zone),
                related: related('The flow is in this conduit.', [conduit]),
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
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {
  flow Safety.Sis -> Dmz.Mirror : opc-ua "Trip status"
       ^^^^^^^^^^^^^^^^^^^^^^^^
}
conduit SafetyDmz between Safety and Dmz { }
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit ControlDmz between Control and Dmz {}
conduit SafetyDmz between Safety and Dmz {
  flow Safety.Sis -> Dmz.Mirror : opc-ua "Trip status"
}
`,
        },
        {
            title: 'A conduit between the outer zones fits too',
            before: `system Plant
zone Site {
  SL-T 2
  zone Cell1 { asset Plc1 : plc }
}
zone Dmz {
  kind dmz
  SL-T 2
  asset Mirror : historian
}
conduit SiteDmz between Site and Dmz {
  flow Site.Cell1.Plc1 -> Dmz.Mirror : opc-ua "Counters"
}
`,
        },
    ],
} satisfies Rule;
