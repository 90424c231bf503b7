import type { Conduit, Flow, Lookup } from '../model/index.ts';
import { nameOf } from '../model/index.ts';
import { related } from './queries/related.ts';
import { counted } from './queries/wording.ts';
import type { Rule } from './rule.ts';

/** The zones of a conduit that are safety zones, unless all of them are. */
function safetyZones(lookup: Lookup, conduit: Conduit): readonly string[] {
    const ends = conduit.between.map(end => end.id);
    const safety = ends.filter(end => lookup.kindOf(end) === 'safety');
    return safety.length === ends.length ? [] : safety;
}

/** True when a session of the flow can be opened into the zone from outside of it. */
function entersZone(lookup: Lookup, flow: Flow, zone: string): boolean {
    const inside = (id: string): boolean => lookup.within(lookup.zoneOf(id)?.id ?? '', zone);
    if (inside(flow.from.id) === inside(flow.to.id)) return false;
    return flow.arrow === '->' ? inside(flow.to.id) : true;
}

export default {
    id: 'safety-open-to-writing',
    severity: 'error',
    basis: ['ZCR 3.3', 'SR 5.1'],
    summary: 'A conduit lets other zones write into a safety zone: it is neither one-way nor are its flows read-only.',
    why: 'A set-point, a bypass or a program that anything outside the safety zone can write decides whether the trip happens. '
        + 'Attacks on safety systems came in over connections that were meant for reading.',
    falsePositives: 'Set-points that operations has to write, through a device that lets exactly these through. '
        + 'Accept it on that flow or conduit, and name the device and its list.',
    check({ model, lookup }, report) {
        for (const conduit of model.conduits) {
            const zones = safetyZones(lookup, conduit).filter(zone => conduit.oneWay === null || lookup.within(conduit.oneWay.to.id, zone));
            const entering = zones.flatMap(zone => lookup.flowsIn(conduit.id).filter(flow => entersZone(lookup, flow, zone)));
            const writing = entering.filter(flow => flow.access === 'write' || flow.access === 'program');
            const unsaid = entering.filter(flow => flow.access === null);
            if (writing.length + unsaid.length === 0) continue;
            const says = writing.length > 0
                ? `${counted(writing.length, 'flow')} of ${conduit.name} may write into the safety zone ${zones.join(', ')}`
                : `Nothing says that ${conduit.name} only reads from the safety zone ${zones.join(', ')}`;
            report({
                at: nameOf(conduit.origin),
                subject: conduit.id,
                severity: writing.length > 0 ? 'error' : 'warning',
                message: `${says}: whoever holds the other end could change or bypass a trip. Let it read only, or make the conduit one-way.`,
                fixes: writing.length > 0 ? [] : [{
                    title: `State that ${counted(unsaid.length, 'flow')} only read${unsaid.length === 1 ? 's' : ''}`,
                    edits: unsaid.map(flow => ({ kind: 'add', into: flow.origin, text: 'access read', where: 'first' } as const)),
                }],
                related: related('This flow opens a session into the safety zone.', [...writing, ...unsaid]),
            });
        }
    },
    examples: [{
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
    }, {
        title: 'Nobody said what the flow may do',
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
    }, {
        title: 'One-way out of the safety zone: nothing can write',
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
    }],
} satisfies Rule;
