import { nameOf } from '../../model/index.ts';
import { foundIn, placeOfRule, ruleName } from '../ask/found.ts';
import { asTheRule } from '../fix/found-fixes.ts';
import type { Rule } from '../engine/rule.ts';
import { flowName } from '../say/wording.ts';

export default {
    id: 'rule-differs-from-flow',
    severity: 'warning',
    basis: ['SR 5.2', 'ZCR 6.4'],
    summary: 'A firewall rule and a declared flow differ in one thing only, and neither has another match.',
    why:
        'One of the two is wrong: either the rule permits another host than the one that was assessed, or the ' +
        'model was not updated. It is reported once, because one change fixes both.',
    falsePositives: 'Both are right, and each has no match.',
    check({ lookup, ages }, report) {
        const words = { from: 'where it comes from', to: 'where it goes', service: 'the service' };
        for (const reading of foundIn(lookup, ages).rules) {
            const { ruleset, rule, class: found, differsFrom, differsIn, used } = reading;
            if (found !== 'differs' || !differsFrom) continue;
            report({
                at: placeOfRule(rule),
                subject: ruleset.id,
                fixes: () => asTheRule(lookup, reading),
                ...(used ? { severity: 'error' as const } : {}),
                message:
                    `${ruleName(rule)} matches ${flowName(differsFrom)} except for ` +
                    `${words[differsIn!]}${used ? ', and its traffic was seen' : ''}: the flow is not permitted, ` +
                    'and what the rule permits is not declared. Correct one of the two.',
                related: [{ message: 'The flow', at: nameOf(differsFrom.origin) }],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : opc-ua
}
ruleset R {
  device K.Fw
  permits 10.20.5.20 -> 10.10.2.11 : tcp 4840 "1"
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
  asset Jump : jump-host { address 10.20.5.20 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Jump -> Control.Plc : opc-ua
}
ruleset R {
  device K.Fw
  permits 10.20.5.20 -> 10.10.2.11 : tcp 4840 "1"
}
`,
        },
    ],
} satisfies Rule;
