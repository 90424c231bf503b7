import type { Conduit, Lookup } from '../../model/index.ts';
import { isBeyond } from '../ask/zones.ts';
import { lacking } from '../say/missing.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/**
 * True for the way into a network that only carries others: what passes is stated by the conduits that are carried over
 * it from a zone of this one.
 */
function carriesOthers(lookup: Lookup, { between }: Conduit): boolean {
    const carried = lookup.once(endsOverCarriers);
    return between.some(carrier => between.some(({ id }) => carried.get(carrier.id)?.has(id)));
}

/** For each network that carries conduits with flows, the zones that these join. */
function endsOverCarriers({ model, flowsIn }: Lookup): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    for (const { id, over, between } of model.conduits) {
        if (over.length === 0 || flowsIn(id).length === 0) continue;
        for (const carrier of over) {
            const ends = found.get(carrier.id) ?? new Set();
            found.set(carrier.id, ends);
            for (const end of between) ends.add(end.id);
        }
    }
    return found;
}

export default {
    id: 'conduit-without-flows',
    severity: 'warning',
    basis: ['SR 5.2 RE 1', 'ZCR 6.4'],
    summary: 'A conduit joins zones, but no flow states what passes through it.',
    why:
        'A boundary that denies by default permits only what is documented. If nothing is documented, either ' +
        'nothing passes and the conduit can be removed, or undocumented traffic passes.',
    falsePositives: 'A planned or spare cable with nothing connected.',
    check({ model, lookup }, report) {
        lacking(lookup, {
            rule: 'conduit-without-flows',
            elements: model.conduits.filter(
                conduit =>
                    lookup.flowsIn(conduit.id).length === 0 &&
                    !lookup.isUnread(conduit.id, 'flow') &&
                    conduit.between.length > 0 &&
                    !carriesOthers(lookup, conduit) &&
                    !isBeyond(lookup, conduit),
            ),
            noun: 'conduit',
            clause: ['joins zones, but no flow states what passes', 'join zones, but no flow states what passes'],
            detail: conduit => `It joins ${listed(conduit.between.map(end => end.id))}.`,
            advice: [
                'Declare its flows, or remove it if nothing passes.',
                'Declare their flows, or remove those through which nothing passes.',
            ],
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control { SL-T 2 }
zone Dmz {
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
        ^^^^^^^^^^
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
        },
        {
            title: 'The way into a network that only carries: the link over it states what passes',
            before: `system Plant
zone Centre { asset Fep : front-end-processor }
zone Mobile { kind external }
zone Station { asset Rtu : rtu }
conduit HeadEnd between Centre and Mobile {
  via Hub
  asset Hub : vpn-gateway
}
conduit Link between Centre and Station {
  over Mobile
  via HeadEnd.Hub
  flow Fep -> Rtu : dnp3-tls
}
`,
        },
    ],
} satisfies Rule;
