import { judgeInvariants, pathText } from '../../assessment/index.ts';
import { configuredWorld, hasEvidence, reconciliation } from '../../reconcile/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'rule-breaks-invariant',
    severity: 'error',
    basis: ['ZCR 3.1', 'SR 5.2'],
    summary: 'A firewall rule opens a path that an invariant rules out.',
    why: 'The invariant holds over the declared flows, and the firewall does not keep to them: what is proved of the model is not true '
        + 'of the plant.',
    falsePositives: 'None: narrow the rule, or write the exception into the invariant, with a reason and a date.',
    check({ lookup, model, today }, report) {
        if (!hasEvidence(lookup) || model.rulesets.length === 0 || model.invariants.length === 0) return;
        const holding = new Set(judgeInvariants(lookup, today).flatMap(verdict => verdict.clauses.filter(clause => clause.holds).map(clause => clause.clause)));
        const world = configuredWorld(lookup, reconciliation(lookup));
        for (const { invariant, clauses } of judgeInvariants(world.lookup, today)) {
            for (const { clause, counterexample } of clauses) {
                if (!counterexample || !holding.has(clause)) continue;
                const hop = counterexample.hops.find(each => each.flow && world.origins.has(each.flow.id));
                const origin = hop?.flow ? world.origins.get(hop.flow.id) : undefined;
                const ruleset = origin && model.rulesets.find(each => each.rules.some(rule => rule.origin === origin));
                if (!origin || !ruleset) continue;
                report({
                    at: { file: origin.file, start: origin.name.start, end: origin.name.end },
                    subject: ruleset.id,
                    message: `This rule breaks ${invariant.id}: with it there is a path ${pathText(counterexample)}. The declared flows open none. Narrow the rule.`,
                    related: [{ message: `the promise of ${invariant.id}`, at: { file: clause.origin.file, start: clause.origin.name.start, end: clause.origin.name.end } }],
                });
            }
        }
    },
    examples: [{
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
    }],
} satisfies Rule;
