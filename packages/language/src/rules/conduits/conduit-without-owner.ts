import { nameOf } from '../../model/index.ts';
import { stubs } from '../fix/claim.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'conduit-without-owner',
    severity: 'info',
    basis: ['ZCR 6.4'],
    summary: 'A conduit has no owner.',
    why: 'A boundary has two sides, and each believes that the other one looks after it. Somebody has to decide on every new flow, '
        + 'and to know when an old one can go.',
    falsePositives: 'A model that names owners elsewhere; switch the rule off then.',
    check({ model }, report) {
        for (const conduit of model.conduits) {
            if (conduit.owner !== null) continue;
            report({
                at: nameOf(conduit.origin),
                subject: conduit.id,
                message: `Nobody owns ${conduit.name}, so nobody decides what may pass between ${listed(conduit.between.map(end => end.id))}. Name an owner.`,
                fixes: stubs('an owner', 'conduit', [conduit], [['owner', 'who decides what may pass']]),
            });
        }
    },
    examples: [{
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
    }],
} satisfies Rule;
