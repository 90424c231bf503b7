import { isBeyond } from '../ask/zones.ts';
import { lacking } from '../say/missing.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

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
    ],
} satisfies Rule;
