import type { Conduit } from '../../model/index.ts';
import { carriesSignalsOnly } from '../ask/engineering.ts';
import { isBeyond } from '../ask/zones.ts';
import { stub } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'owners-conduit-unmonitored',
    severity: 'warning',
    basis: ['SR 6.2', 'ZCR 6.4'],
    summary: 'A conduit between zones of different owners is not monitored.',
    why:
        'Each owner monitors their own network and may assume that the conduit is the responsibility of the ' +
        'other. Then the traffic across it is monitored by neither.',
    falsePositives: 'The owners share one operations centre. Name it with `monitored by`.',
    check({ model, lookup }, report) {
        const ownersOf = (conduit: Conduit): readonly string[] => [
            ...new Set(conduit.between.flatMap(end => lookup.ownerOf(end.id) ?? [])),
        ];
        lacking(lookup, {
            rule: 'owners-conduit-unmonitored',
            elements: model.conduits.filter(
                conduit =>
                    conduit.monitoredBy === null &&
                    ownersOf(conduit).length > 1 &&
                    !isBeyond(lookup, conduit) &&
                    !carriesSignalsOnly(lookup, conduit),
            ),
            noun: 'conduit',
            clause: [
                'joins zones of different owners, but is not monitored',
                'join zones of different owners, but are not monitored',
            ],
            detail: conduit => `${listed(ownersOf(conduit))} may each assume that the other is responsible.`,
            advice: 'Agree who monitors, and add `monitored by`.',
            fixes: conduit => [
                stub(`Name who monitors ${conduit.name}`, [conduit], [['monitored by', 'who monitors it']]),
            ],
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Office {
  kind enterprise
  owner "IT"
}
zone Dmz {
  kind dmz
  owner "Operations"
  SL-T 2
}
conduit Replication between Office and Dmz {
        ^^^^^^^^^^^
  owner "Network team"
}
`,
            after: `system Plant
zone Office {
  kind enterprise
  owner "IT"
}
zone Dmz {
  kind dmz
  owner "Operations"
  SL-T 2
}
conduit Replication between Office and Dmz {
  monitored by "TODO: who monitors it"
  owner "Network team"
}
`,
        },
    ],
} satisfies Rule;
