import { directionOf, hasDiode, isHardwired } from '../../assessment/passing.ts';
import type { Conduit, Fix } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** Both directions between two zones; which one it is only people know. */
function fixes(conduit: Conduit): readonly Fix[] {
    const [first, second, third] = conduit.between.map(end => end.id);
    if (!first || !second || third) return [];
    return [
        [first, second],
        [second, first],
    ].map(([from, to]) => ({
        kind: 'claim',
        title: `State that it passes from ${from} to ${to}`,
        fill: [],
        edits: [{ kind: 'add', into: conduit.origin, text: `one-way ${from} -> ${to}`, where: 'first' }],
    }));
}

export default {
    id: 'diode-without-direction',
    severity: 'warning',
    basis: ['SR 5.2', 'ZCR 6.4'],
    summary: 'A diode is named after `via`, but neither `one-way` nor the flows show its direction.',
    why:
        'As long as the direction is not stated, every path through the conduit counts as open in both ' +
        'directions, and the diode protects nothing in the model. If flows run in both directions through it, ' +
        'one of them does not work, or the device is not a diode.',
    falsePositives: 'None. State the direction. Between more than two zones, each diode needs a conduit of its own.',
    check({ model, lookup }, report) {
        for (const conduit of model.conduits) {
            const flows = lookup.flowsIn(conduit.id).filter(flow => !isHardwired(lookup, flow));
            if (flows.length === 0 || !hasDiode(lookup, conduit) || directionOf(lookup, conduit)) continue;
            const diodes = conduit.via
                .flatMap(({ id }) => lookup.asset(id) ?? [])
                .filter(device => lookup.isA(device, 'diode'));
            const many = conduit.between.length > 2;
            report({
                at: nameOf(conduit.origin),
                subject: conduit.id,
                message:
                    `The direction of ${listed(diodes.map(diode => diode.name))} in ${conduit.name} is not ` +
                    'stated, ' +
                    `${many ? `and it joins ${conduit.between.length} zones` : 'and its flows do not agree on one'}` +
                    ', so both directions count as open. ' +
                    (many
                        ? 'Give the diode a conduit between two zones, and write `one-way` there.'
                        : 'Write `one-way`, and correct the flows that run against it.'),
                fixes: fixes(conduit),
                related: related('This flow passes through it.', flows),
            });
        }
    },
    examples: [
        {
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
  via Diode
  asset Diode : diode
  flow Hist -> Mirror : syslog "Events"
  flow Mirror -> Hist : syslog "Commands"
}
`,
            after: `system Plant
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
  one-way Control -> Dmz
  via Diode
  asset Diode : diode
  flow Hist -> Mirror : syslog "Events"
  flow Mirror -> Hist : syslog "Commands"
}
`,
        },
        {
            title: 'The flows agree on a direction',
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
  via Diode
  asset Diode : diode
  flow Hist -> Mirror : syslog "Events"
}
`,
        },
    ],
} satisfies Rule;
