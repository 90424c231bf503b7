import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

const rule: Rule = {
    id: 'invariant-vacuous',
    severity: 'warning',
    basis: ['ZCR 3.1'],
    summary: 'An invariant holds, but proves nothing.',
    why:
        'A path that has to pass a zone passes it trivially when there is no path at all, and an invariant ' +
        'without clauses promises ' +
        'nothing. Both read like proof in a report. Often a flow is missing from the model, or an end is ' +
        'misspelled or turned round.',
    falsePositives: 'The flows are planned and the invariant was written ahead of them.',
    check(context, report) {
        for (const { invariant, clauses } of context.assessment.invariants) {
            if (clauses.length === 0) {
                report({
                    at: nameOf(invariant.origin),
                    subject: null,
                    message:
                        `${invariant.id} promises nothing: it has no clause. Add \`deny path from … to …\` or ` +
                        '`require path from … to … through …`.',
                });
            }
            for (const { clause, vacuous } of clauses) {
                if (!vacuous) continue;
                report({
                    at: nameOf(clause.origin),
                    subject: null,
                    message:
                        `${invariant.id} proves nothing here: no path at all leads from ${clause.from.id} to ` +
                        `${clause.to.id}. ` +
                        'Declare the flows that are meant to pass, or deny the path.',
                    fixes: [
                        {
                            kind: 'fix',
                            title: `Deny the path from ${clause.from.id} to ${clause.to.id}`,
                            edits: [
                                {
                                    kind: 'replace',
                                    at: { file: clause.origin.file, ...clause.origin.whole },
                                    text: `deny path from ${clause.from.id} to ${clause.to.id}`,
                                },
                            ],
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
zone Dmz { kind dmz asset Mirror : historian }
zone Control { kind control asset Plc : plc }
flow Enterprise.Erp -> Dmz.Mirror : https
flow Control.Plc -> Dmz.Mirror : opc-ua
invariant ThroughDmz {
  require path from Enterprise to Control through Dmz
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
`,
            after: `
system Plant
zone Enterprise { kind enterprise asset Erp : server }
zone Dmz { kind dmz asset Mirror : historian }
zone Control { kind control asset Plc : plc }
flow Enterprise.Erp -> Dmz.Mirror : https
flow Control.Plc -> Dmz.Mirror : opc-ua
invariant ThroughDmz {
  deny path from Enterprise to Control
}
`,
        },
        {
            title: 'A path that passes the zone',
            before: `
system Plant
zone Enterprise { kind enterprise asset Erp : server }
zone Dmz { kind dmz asset Mirror : historian }
zone Control { kind control asset Plc : plc }
flow Enterprise.Erp -> Dmz.Mirror : https
flow Dmz.Mirror -> Control.Plc : opc-ua
invariant ThroughDmz {
  require path from Enterprise to Control through Dmz
}
`,
        },
    ],
};

export default rule;
