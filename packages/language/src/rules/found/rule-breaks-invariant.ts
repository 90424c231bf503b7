import { pathText } from '../../assessment/index.ts';
import { nameOf, plural } from '../../model/index.ts';
import { breachesOf } from '../../reconcile/index.ts';
import { foundIn } from '../ask/found.ts';
import type { Rule } from '../engine/rule.ts';
import { listed } from '../say/wording.ts';

export default {
    id: 'rule-breaks-invariant',
    severity: 'error',
    basis: ['ZCR 3.1', 'SR 5.2'],
    summary: 'A firewall rule opens a path that an invariant denies.',
    why:
        'The invariant holds for the declared flows, but the firewall permits more: what is proved for the model ' +
        'is not true for the plant. It is a warning where a device on the path may block it: one whose rules ' +
        'are not in the model. A rule for ICMP alone opens a path, as a flow over it does: commands can be hidden in ' +
        'it. Between the ends of a flow ICMP belongs to that flow.',
    falsePositives: 'None. Narrow the rule, or add an exception to the invariant with a reason and a date.',
    check({ lookup, model, assessment, ages }, report) {
        for (const { invariant, clause, path, rule, unknown } of breachesOf(assessment, foundIn(lookup, ages))) {
            // A path goes over a rule of the model.
            const ruleset = model.rulesets.find(each => each.rules.some(one => one.origin === rule))!;
            report({
                at: nameOf(rule),
                subject: ruleset.id,
                severity: unknown.length > 0 ? 'warning' : 'error',
                message:
                    unknown.length > 0
                        ? `This rule may break ${invariant.id}: with it there is a path ${pathText(path)} if ` +
                          `${listed(unknown)} ${plural(unknown.length, 'permits', 'permit')} it too, whose rules ` +
                          'are not known. Narrow the rule, or import the rules of ' +
                          `${plural(unknown.length, 'that device', 'these devices')}.`
                        : `This rule breaks ${invariant.id}: with it there is a path ${pathText(path)}. The ` +
                          'declared flows do not open this path. Narrow the rule.',
                related: [{ message: `The invariant ${invariant.id}`, at: nameOf(clause.origin) }],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Office { kind enterprise network 10.30.0.0/16
  asset Erp : server { address 10.30.0.5 }
}
zone Control { kind control network 10.10.2.0/24
  asset Plc : plc { address 10.10.2.11 }
}
conduit K between Control and Office {
  via Fw
  asset Fw : firewall { serves Control, Office }
  flow Control.Plc -> Office.Erp : https
}
ruleset R {
  device K.Fw
  permits 10.10.2.11 -> 10.30.0.5 : tcp 443 "1"
  permits 10.30.0.0/16 -> any : any "2 Old rule"
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
invariant ControlClosed { deny path from Office to Control }
`,
        },
    ],
} satisfies Rule;
