import { placeIn, wholeOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

const rule: Rule = {
    id: 'invariant-exception-expired',
    severity: 'warning',
    basis: ['ZCR 3.1', 'SR 5.2'],
    summary: 'The exception of an invariant has expired.',
    why:
        'An expired exception has no effect: the flow counts again, and breaks the invariant as long as it ' +
        'exists. Temporary access that is never removed becomes permanent.',
    falsePositives: 'None. Renew the exception with a new reason and date, or remove it together with the flow.',
    check(context, report) {
        for (const { invariant, exceptions } of context.assessment.invariants) {
            for (const { exception, expired, flows } of exceptions) {
                if (!expired || !exception.until) continue;
                const left =
                    flows.length > 0 ? 'the flow still exists and counts again' : 'no such flow is there today';
                report({
                    at: placeIn(exception.origin, exception.until.at),
                    subject: null,
                    message:
                        `The exception in ${invariant.id} ended on ${exception.until.date}; ${left}. ` +
                        'Remove it, or renew it with a reason.',
                    related: flows.map(flow => ({
                        message: 'The flow that was excepted',
                        at: { file: flow.origin.file, ...flow.origin.name },
                    })),
                    fixes: [
                        {
                            kind: 'fix',
                            title: 'Remove the expired exception',
                            edits: [{ kind: 'remove', at: wholeOf(exception.origin) }],
                        },
                    ],
                });
            }
        }
    },
    examples: [
        {
            before: `
system Plant
zone Enterprise { kind enterprise asset Erp : server }
zone Control { kind control asset Plc : plc }
flow Enterprise.Erp -> Control.Plc : s7comm
invariant Closed {
  deny path from Enterprise to Control
  except flow Enterprise.Erp -> Control.Plc : s7comm because "Commissioning" until 2020-03-31
                                                                                   ^^^^^^^^^^
}
`,
            after: `
system Plant
zone Enterprise { kind enterprise asset Erp : server }
zone Control { kind control asset Plc : plc }
flow Enterprise.Erp -> Control.Plc : s7comm
invariant Closed {
  deny path from Enterprise to Control
}
`,
        },
    ],
};

export default rule;
