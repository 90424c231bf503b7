import { crossingsOf, fittingConduits } from '../assessment/index.ts';
import type { Crossing } from '../assessment/index.ts';
import type { Lookup } from '../model/index.ts';
import { nameOf } from '../model/index.ts';
import { flowName } from './queries/boundary-flows.ts';
import { conduitFixes } from './queries/flow-fixes.ts';
import { related } from './queries/related.ts';
import type { Rule } from './rule.ts';

function whereItStands(lookup: Lookup, { flow }: Crossing): string {
    if (flow.container === null) return 'stands in no conduit';
    return lookup.zone(flow.container) ? `stands in zone ${flow.container}, and in no conduit` : 'stands in no conduit';
}

export default {
    id: 'flow-without-conduit',
    severity: 'error',
    basis: ['ZCR 3.1', 'SR 5.2'],
    summary: 'A flow goes from one zone into another and belongs to no conduit.',
    why: 'A conduit is where communication between zones is decided: it has a target level, devices that enforce it, and an owner. '
        + 'A flow outside of every conduit has none of these, and nobody has agreed to it.',
    falsePositives: 'None in a finished model. While a plant is being surveyed, flows may wait at top level until somebody knows their conduit.',
    check({ lookup }, report) {
        for (const crossing of crossingsOf(lookup).values()) {
            if (!crossing.crosses || crossing.conduit) continue;
            const { flow } = crossing;
            report({
                at: nameOf(flow.origin),
                subject: flow.container,
                message: `${flowName(flow)} crosses a zone boundary and ${whereItStands(lookup, crossing)}: nothing decides what may pass there. `
                    + 'Put it into the conduit that joins these zones.',
                fixes: conduitFixes(lookup, flow),
                related: related('This conduit joins the zones.', fittingConduits(lookup, flow.from.id, flow.to.id)),
            });
        }
    },
    examples: [{
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
    }, {
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
  via Dmz.Fw1
  flow Control.Hmi1 -> Dmz.Mirror : https "Reports"
}
`,
    }, {
        title: 'A flow inside one zone needs no conduit',
        before: `system Plant
zone Control {
  SL-T 2
  asset Hmi1 : hmi
  asset Plc1 : plc
  flow Hmi1 -> Plc1 : s7comm
}
`,
    }],
} satisfies Rule;
