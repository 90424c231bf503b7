import { isBeyond } from '../ask/zones.ts';
import { stub } from '../fix/claim.ts';
import type { Rule } from '../engine/rule.ts';
import { lacking } from '../say/missing.ts';

export default {
    id: 'conduit-without-owner',
    severity: 'info',
    basis: ['ZCR 6.4'],
    summary: 'A conduit has no owner.',
    why:
        'A boundary has two sides, and each side may assume that the other one is responsible. An owner ' +
        'decides on every new flow, and knows when an old one can be removed.',
    falsePositives: 'The owners are recorded elsewhere. Switch the rule off in that case.',
    check({ model, lookup }, report) {
        lacking(lookup, {
            rule: 'conduit-without-owner',
            elements: model.conduits.filter(conduit => conduit.owner === null && !isBeyond(lookup, conduit)),
            noun: 'conduit',
            clause: [
                'has no owner, so it is not clear who decides what may pass',
                'have no owner, so it is not clear who decides what may pass',
            ],
            advice: 'Name an owner.',
            fixes: conduit => [
                stub(`Name the owner of ${conduit.name}`, [conduit], [['owner', 'who decides what may pass']]),
            ],
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
zone Control {
  owner "Terminal operations"
  SL-T 2
}
zone Dmz {
  owner "Network team"
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
        ^^^^^^^^^^
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
            after: `system Plant
zone Control {
  owner "Terminal operations"
  SL-T 2
}
zone Dmz {
  owner "Network team"
  kind dmz
  SL-T 2
}
conduit ControlDmz between Control and Dmz {
  owner "TODO: who decides what may pass"
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
        },
    ],
} satisfies Rule;
