import { blockingDoubts } from '../../reconcile/index.ts';
import { flowsText, foundIn, placeOfRule, ruleName } from '../ask/found.ts';
import { facesFixes, facesToWrite } from '../fix/found-fixes.ts';
import { related } from '../say/related.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'rule-not-assessable',
    severity: 'info',
    basis: ['SR 5.2'],
    summary: 'A firewall rule has a condition that the model cannot evaluate.',
    why:
        'What such a rule decides depends on users, names, applications or times that are not in the model. It ' +
        'counts neither as permitted nor as blocked: whatever depends on it is not assessed.',
    falsePositives: 'The condition is intended. The finding shows what was not assessed.',
    check({ lookup, ages }, report) {
        const { rules, flows } = foundIn(lookup, ages);
        for (const reading of rules) {
            const { ruleset, rule, class: found, why } = reading;
            if (found !== 'not-assessable') continue;
            report({
                at: placeOfRule(rule),
                subject: ruleset.id,
                fixes: facesFixes(lookup, reading),
                message:
                    `${ruleName(rule)} cannot be evaluated: ${why ?? 'it has a condition'}. The traffic that it ` +
                    `decides is not assessed.${facesToWrite(lookup, reading)}`,
            });
        }
        // One that blocks is of interest where it leaves open whether something declared passes.
        for (const doubt of blockingDoubts(lookup, flows))
            report({
                at: placeOfRule(doubt.rule),
                subject: doubt.ruleset.id,
                fixes: facesFixes(lookup, doubt),
                message:
                    `${ruleName(doubt.rule)} cannot be evaluated: ${doubt.why}. It may block ` +
                    `${flowsText(doubt.flows)}, which is not assessed.${facesToWrite(lookup, doubt)}`,
                related: related('Not assessed by it', doubt.flows.slice(0, 5)),
            });
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
  permits any -> 10.10.2.11 : any "18 Service" { when "user group Contractors" }
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
`,
        },
        {
            title: 'A rule that may block a declared flow',
            before: `system Plant
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
}
zone Dmz { kind dmz network 10.20.5.0/24
  asset Hist : historian { address 10.20.5.10 }
}
conduit K between Control and Dmz {
  via Fw
  asset Fw : firewall { address 10.10.2.1, 10.20.5.1 serves Control, Dmz }
  flow Dmz.Hist -> Control.Plc : opc-ua
}
ruleset R {
  device K.Fw
  blocks 10.20.5.0/24 -> any : any "7 Night" { when "schedule night" }
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  permits 10.20.5.10 -> 10.10.2.11 : tcp 4840 "8"
}
`,
        },
    ],
} satisfies Rule;
