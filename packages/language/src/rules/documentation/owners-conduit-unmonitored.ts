import type { Conduit, Lookup } from '../../model/index.ts';
import { responsibleFor } from '../../model/index.ts';
import { carriesSignalsOnly } from '../ask/engineering.ts';
import { partyName } from '../ask/parties.ts';
import { namesMonitor } from '../ask/named.ts';
import { isBeyond, outsideKinds } from '../ask/zones.ts';
import { stub } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** The parties that operate what a conduit joins, by their titles. */
function operatorsOf(lookup: Lookup, { between }: Conduit): readonly string[] {
    const zones = between.map(end => lookup.zone(end.id)).filter(zone => zone !== undefined);
    const ids = zones.flatMap(zone => responsibleFor(lookup, zone, 'operatedBy')?.parties ?? []).map(({ id }) => id);
    return [...new Set(ids)].map(id => partyName(lookup, id));
}

export default {
    id: 'owners-conduit-unmonitored',
    severity: 'warning',
    basis: ['SR 6.2', 'ZCR 6.4'],
    summary: 'A conduit between zones of different owners, or operated by different parties, is not monitored.',
    why:
        'Each owner monitors their own network and may assume that the conduit is the responsibility of the ' +
        'other. Then the traffic across it is monitored by neither.',
    falsePositives:
        'The owners share one operations centre. Name it with `monitored by`. The owner of the system counts for its ' +
        'zones that name none, and not for the office or the world outside.',
    check({ model, lookup }, report) {
        // The owner of the system is that of its zones, and of no zone of the office or the world.
        const ownerOf = (zone: string): string | null | undefined =>
            lookup.ownerOf(zone) ?? (outsideKinds.has(lookup.kindOf(zone)) ? null : model.system?.owner);
        const ownersOf = (conduit: Conduit): readonly string[] => {
            const owners = new Set(conduit.between.flatMap(end => ownerOf(end.id) ?? []));
            return owners.size > 1 ? [...owners] : operatorsOf(lookup, conduit);
        };
        lacking(lookup, {
            rule: 'owners-conduit-unmonitored',
            elements: model.conduits.filter(
                conduit =>
                    !namesMonitor(lookup, conduit) &&
                    ownersOf(conduit).length > 1 &&
                    !isBeyond(lookup, conduit) &&
                    !carriesSignalsOnly(lookup, conduit),
            ),
            noun: 'conduit',
            clause: [
                'joins zones of different owners or parties, but is not monitored',
                'join zones of different owners or parties, but are not monitored',
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
        {
            title: 'Operated by different parties',
            before: `system Plant
party Operations "Operations"
party Builder "Skid builder"
zone Control {
  SL-T 1
  operated by Operations
}
zone Skid {
  SL-T 1
  operated by Builder
}
conduit Link between Control and Skid {
        ^^^^
  owner "Network team"
}
`,
            after: `system Plant
party Operations "Operations"
party Builder "Skid builder"
zone Control {
  SL-T 1
  operated by Operations
}
zone Skid {
  SL-T 1
  operated by Builder
}
conduit Link between Control and Skid {
  monitored by "TODO: who monitors it"
  owner "Network team"
}
`,
        },
    ],
} satisfies Rule;
