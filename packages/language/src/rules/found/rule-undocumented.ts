import { absentFlows } from '../ask/absent-flows.ts';
import { foundIn, placeOfRule, ruleName } from '../ask/found.ts';
import { proposedFor } from '../fix/found-fixes.ts';
import { related } from '../say/related.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'rule-undocumented',
    severity: 'warning',
    basis: ['SR 5.2', 'SR 7.7', 'ZCR 6.4'],
    summary: 'A firewall rule permits traffic that no flow declares.',
    why:
        'A rule without a known purpose is a path that was not assessed. Often such rules are never removed, and ' +
        'attackers can use them.',
    falsePositives:
        'Rules for the device itself, such as its management, if they are left out of the model on purpose.',
    check(context, report) {
        const { lookup, ages } = context;
        const open = foundIn(lookup, ages).rules.filter(each => each.class === 'undocumented' && !each.proposedBy);
        const absent = open.length > 0 ? absentFlows(context) : null;
        for (const reading of open) {
            const { ruleset, rule, used } = reading;
            const devices = ruleset.devices.map(each => each.id).join(', ');
            const needs = absent?.needing(rule);
            const seen = used ? ', and its traffic was seen' : '';
            report({
                at: placeOfRule(rule),
                subject: ruleset.id,
                fixes: needs ? [] : () => proposedFor(lookup, reading),
                message: needs
                    ? `${ruleName(rule)} of ${devices} permits traffic that no flow of today declares${seen}. It is ` +
                      `for ${needs.said}. Remove the rule${needs.meanwhile}, or correct the day.`
                    : `${ruleName(rule)} of ${devices} permits traffic that no flow declares${seen}. Declare the ` +
                      'flow that needs it, or remove the rule.',
                related: related('It needs this rule.', needs ? [needs.flow] : []),
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
  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"
  permits 10.20.5.20 -> 10.10.2.0/24 : tcp 3389 "2 Remote desktop"
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
  flow Dmz.Hist -> Control.Plc : opc-ua
  flow Dmz.Jump -> Control : rdp {
    port tcp 3389
    is proposed because "permitted by rule 2 Remote desktop"
  }
}
ruleset R {
  device K.Fw
  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "1"
  permits 10.20.5.20 -> 10.10.2.0/24 : tcp 3389 "2 Remote desktop"
}
`,
        },
    ],
} satisfies Rule;
