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
    summary: 'A conduit joins zones of different owners, and nobody monitors it.',
    why:
        "Each owner watches his own network and takes the conduit for the other one's. What comes across is seen by " +
        'neither.',
    falsePositives: 'Owners who share one operations centre: name it with `monitored by`.',
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
                'joins zones of different owners, and nobody monitors it',
                'join zones of different owners, and nobody monitors them',
            ],
            detail: conduit => `${listed(ownersOf(conduit))} may each take it for the other's.`,
            advice: 'Agree who watches, and add monitored by.',
            fixes: conduit => [
                stub(`Name who monitors ${conduit.name}`, [conduit], [['monitored by', 'who watches it']]),
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
  monitored by "TODO: who watches it"
  owner "Network team"
}
`,
        },
    ],
} satisfies Rule;
