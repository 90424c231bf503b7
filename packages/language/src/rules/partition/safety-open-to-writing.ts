import { passing, readsOnly } from '../../assessment/passing.ts';
import type { Fix, Flow, Lookup } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { BoundaryFlow } from '../ask/boundary-flows.ts';
import { boundaryFlows } from '../ask/boundary-flows.ts';
import { isEngineering, isHardwired } from '../ask/engineering.ts';
import { intoSafety } from '../ask/into-safety.ts';
import { alsoBlamed } from '../say/related.ts';
import { counted, flowName, listed } from '../say/wording.ts';
import type { Context, Rule } from '../engine/rule.ts';

interface Entering {
    readonly flow: Flow;
    readonly zone: string;
}

/**
 * The flows that enter safety zones through conduits and may write there, by conduit. What can program is reported by
 * another rule.
 */
function enteringFlows(context: Context): ReadonlyMap<string, readonly Entering[]> {
    const passes = passing(context.lookup);
    const enter = (boundary: BoundaryFlow): Entering | null => {
        const { flow, conduit } = boundary;
        if (!conduit || readsOnly(context.lookup, flow) || isHardwired(boundary) || isEngineering(boundary))
            return null;
        const entry = intoSafety(context.lookup, boundary);
        if (!entry) return null;
        const { forward, backward } = passes(flow);
        return (entry.opening.opener === boundary.from ? forward : backward) ? { flow, zone: entry.zone } : null;
    };
    return Map.groupBy(
        boundaryFlows(context.assessment).flatMap(boundary => enter(boundary) ?? []),
        ({ flow }) => flow.container ?? '',
    );
}

/** What a flow may do, to choose from: only somebody who knows both ends knows it. */
function accessClaims(lookup: Lookup, flow: Flow): readonly Fix[] {
    // That remote access only reads would change nothing.
    if (!readsOnly(lookup, { ...flow, access: 'read' })) return [];
    return (['read', 'write'] as const).map(access => ({
        kind: 'claim',
        fill: [],
        title: `State that ${flowName(flow)} ${access === 'read' ? 'only reads' : 'may write'}`,
        edits: [{ kind: 'add', into: flow.origin, text: `access ${access}`, where: 'first' }],
    }));
}

export default {
    id: 'safety-open-to-writing',
    severity: 'error',
    basis: ['ZCR 3.3', 'SR 5.1'],
    summary: 'A conduit lets other zones write into a safety zone: it is not one-way and its flows are not read-only.',
    why:
        'If a set-point, a bypass or a program can be written from outside the safety zone, an attacker can ' +
        'prevent the trip. Attacks on safety systems used connections that were meant for reading.',
    falsePositives:
        'Operations has to write certain set-points, through a device that permits exactly these. Accept it ' +
        'on that flow or conduit, and name the device and its list.',
    check(context, report) {
        for (const [id, entering] of enteringFlows(context)) {
            const conduit = context.lookup.conduit(id);
            if (!conduit) continue;
            const zones = listed([...new Set(entering.map(({ zone }) => zone))]);
            const writing = entering.filter(({ flow }) => flow.access !== null).map(({ flow }) => flow);
            const unsaid = entering.filter(({ flow }) => flow.access === null).map(({ flow }) => flow);
            const says =
                writing.length > 0
                    ? `${counted(writing.length, 'flow')} of ${conduit.name} may write into the safety zone ${zones}`
                    : `It is not stated that ${conduit.name} only reads from the safety zone ${zones}`;
            const beyondReading = writing.some(({ access }) => access === 'read')
                ? ', since remote access does not only read'
                : '';
            report({
                at: nameOf(conduit.origin),
                subject: conduit.id,
                severity: writing.length > 0 ? 'error' : 'warning',
                message:
                    `${says}${beyondReading}: an intruder at the other end could change or bypass a trip. Allow ` +
                    'reading only, or make the conduit one-way.',
                fixes: writing.length > 0 || !unsaid[0] ? [] : accessClaims(context.lookup, unsaid[0]),
                related: alsoBlamed('This flow opens a session into the safety zone.', [...writing, ...unsaid]),
                gathers: true,
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Ews : engineering-station
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Engineering between Control and Safety {
        ^^^^^^^^^^^
  flow Ews -> Sis : modbus-tcp "Bypass switches" { access write }
}
`,
        },
        {
            title: 'The access of the flow is not stated',
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
  flow Hmi1 -> Sis : modbus-tcp "Trip status"
}
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
conduit Status between Control and Safety {
  flow Hmi1 -> Sis : modbus-tcp "Trip status" {
    access read
  }
}
`,
        },
        {
            title: 'A safety zone nested in a zone that the conduit joins',
            before: `system Plant
zone Historian {
  kind operations
  SL-T 2
  asset Hist : historian
}
zone Unit {
  kind control
  SL-T 2
  zone Trips {
    kind safety
    SL-T 3
    asset Sis : safety-controller
  }
}
conduit Data between Historian and Unit {
        ^^^^
  flow Hist -> Unit.Trips.Sis : modbus-tcp "Resets" { access write }
}
`,
        },
        {
            title: 'A hard-wired contact carries only its signal',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
}
zone Safety {
  kind safety
  SL-T 3
  asset Sis : safety-controller
}
conduit Demand between Control and Safety {
  flow Plc1 -> Sis : hardwired-io "Trip demand"
}
`,
        },
        {
            title: 'One-way out of the safety zone: writing is not possible',
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
  flow Sis -> Hmi1 : modbus-tcp "Trip status"
}
`,
        },
    ],
} satisfies Rule;
