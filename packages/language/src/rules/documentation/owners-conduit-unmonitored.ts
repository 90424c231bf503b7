import { nameOf } from '../../model/index.ts';
import { stubs } from '../fix/claim.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'owners-conduit-unmonitored',
    severity: 'warning',
    basis: ['SR 6.2', 'ZCR 6.4'],
    summary: 'A conduit joins zones of different owners, and nobody monitors it.',
    why: 'Each owner watches his own network and takes the conduit for the other one\'s. What comes across is seen by neither.',
    falsePositives: 'Owners who share one operations centre: name it with `monitored by`.',
    check({ model, lookup }, report) {
        for (const conduit of model.conduits) {
            if (conduit.monitoredBy !== null) continue;
            const owners = [...new Set(conduit.between.flatMap(end => lookup.ownerOf(end.id) ?? []))];
            if (owners.length < 2) continue;
            report({
                at: nameOf(conduit.origin),
                subject: conduit.id,
                message: `${conduit.name} joins zones of ${listed(owners)}, and nobody monitors it: each may take it for the other's. `
                    + 'Agree who watches it, and add monitored by.',
                fixes: stubs('who monitors it', 'conduit', [conduit], [['monitored by', 'who watches it']]),
            });
        }
    },
    examples: [{
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
    }],
} satisfies Rule;
