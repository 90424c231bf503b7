import type { State } from '../assessment/index.ts';
import { requirementById } from '../catalogue/index.ts';
import type { Lookup, Zone } from '../model/index.ts';
import { nameOf } from '../model/index.ts';
import { assetTypes, ofTypes } from './queries/types.ts';
import { innerZones } from './queries/zones.ts';
import type { Rule } from './rule.ts';

/** The position of Timely response to events in a vector. */
const tre = 5;

/** States in which somebody has thought of SR 6.2: it is taken care of, or known to be open. */
const considered: readonly State[] = ['met', 'compensated', 'excluded', 'planned', 'missed'];

/** The outermost zone of the system around a zone, which shares whatever detects with it. */
function groundOf(lookup: Lookup, zone: Zone): Zone {
    return lookup.chain(zone.id).at(-1) ?? zone;
}

export default {
    id: 'boundary-without-detection',
    severity: 'warning',
    basis: ['SR 6.2'],
    summary: 'Nothing watches behind the boundary of a zone from whose SL-T on continuous monitoring is required.',
    why: 'A firewall lets through what is allowed, and attackers use what is allowed. From SL 2 on somebody has to be able to notice it; '
        + 'here no sensor, no log server and nobody who monitors a conduit is named.',
    falsePositives: 'Monitoring by a service that the model leaves out: state `meets SR 6.2 because …` or name it with `monitored by` in the conduits.',
    check({ model, lookup, assessment }, report) {
        const detects = ofTypes(lookup, assetTypes.detecting);
        const watched = new Set<string>();
        for (const asset of model.assets) {
            if (!detects(asset)) continue;
            for (const id of [asset.container, ...asset.serves.map(served => served.id)]) {
                for (const zone of lookup.conduit(id)?.between.map(end => end.id) ?? [id]) watched.add(lookup.chain(zone).at(-1)?.id ?? zone);
            }
        }
        const index = requirementById('SR 6.2')!.index;
        for (const zone of innerZones(lookup)) {
            const assessed = assessment.of(zone.id);
            const target = assessed?.slT[tre] ?? 0;
            if (!assessed || target < 2 || zone.parent !== null) continue;
            const conduits = lookup.conduitsOf(zone.id);
            if (conduits.length === 0 || watched.has(groundOf(lookup, zone).id) || conduits.some(conduit => conduit.monitoredBy !== null)) continue;
            if (considered.includes(assessed.requirements[index]!.state)) continue;
            report({
                at: nameOf(zone.origin),
                subject: zone.id,
                message: `Nothing watches behind the boundary of ${zone.name}, which SR 6.2 asks for from SL 2 on (TRE ${target}). `
                    + 'Add what detects (an IDS, a log server that serves the zone), or who monitors its conduits.',
            });
        }
    },
    examples: [{
        before: `system Plant
zone Dmz {
     ^^^
  kind dmz
  SL-T 2
  asset Mirror : historian
}
zone Control {
  kind control
  SL-T 2
  asset Plc1 : plc
  asset Probe : ids
}
conduit Data between Dmz and Control {
  flow Plc1 -> Mirror : opc-ua
}
`,
    }],
} satisfies Rule;
