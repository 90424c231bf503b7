import type { Fix } from '../../model/index.ts';
import { nameOf, writeString } from '../../model/index.ts';
import type { Conduit, Lookup } from '../../model/index.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** Offers the owners of the zones that the conduit connects. */
function fixes(lookup: Lookup, conduit: Conduit): readonly Fix[] {
    const owners = new Set(conduit.between.flatMap(end => lookup.ownerOf(end.id) ?? []));
    return [...owners].map(owner => ({
        title: `Write owner ${writeString(owner)}`,
        edits: [{ kind: 'add', into: conduit.origin, text: `owner ${writeString(owner)}`, where: 'first' }],
    }));
}

export default {
    id: 'conduit-without-owner',
    severity: 'info',
    basis: ['ZCR 6.4'],
    summary: 'A conduit has no owner.',
    why: 'A boundary has two sides, and each believes that the other one looks after it. Somebody has to decide on every new flow, '
        + 'and to know when an old one can go.',
    falsePositives: 'A model that names owners elsewhere; switch the rule off then.',
    check({ model, lookup }, report) {
        for (const conduit of model.conduits) {
            if (conduit.owner !== null) continue;
            report({
                at: nameOf(conduit.origin),
                subject: conduit.id,
                message: `Nobody owns ${conduit.name}, so nobody decides what may pass between ${listed(conduit.between.map(end => end.id))}. Name an owner.`,
                fixes: fixes(lookup, conduit),
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
        fix: 'Write owner "Network team"',
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
  owner "Network team"
  via Fw1
  asset Fw1 : firewall { serves Control, Dmz }
}
`,
    }],
} satisfies Rule;
