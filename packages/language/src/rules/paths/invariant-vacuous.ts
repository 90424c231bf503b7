import { isPassedAnyway } from '../../assessment/invariants.ts';
import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

const rule: Rule = {
    id: 'invariant-vacuous',
    severity: 'warning',
    basis: ['ZCR 3.1'],
    summary: 'An invariant holds, but proves nothing.',
    why:
        'If there is no path at all, `require path` holds trivially. So does `deny path` to a zone without assets, ' +
        'and an invariant without clauses states nothing. All look like a proof in a report. Often a flow is missing ' +
        'from the model, or an end is misspelled or reversed.',
    falsePositives: 'The flows are planned, and the invariant was written in advance.',
    check(context, report) {
        const isUnread = (id: string): boolean => ['deny', 'require'].some(word => context.lookup.isUnread(id, word));
        for (const { invariant, clauses } of context.assessment.invariants) {
            if (clauses.length === 0 && !isUnread(invariant.id)) {
                report({
                    at: nameOf(invariant.origin),
                    subject: null,
                    message:
                        `${invariant.id} states nothing: it has no clause. Add \`deny path from … to …\` or ` +
                        `\`require path from … to … through …\`.`,
                });
            }
            for (const { clause, vacuousBecause } of clauses) {
                if (vacuousBecause === null) continue;
                const { reach } = context.assessment;
                const end = [clause.from.id, clause.to.id].find(
                    each => clause.through !== null && isPassedAnyway(reach, each, clause.through.id),
                );
                if (end !== undefined) {
                    report({
                        at: nameOf(clause.origin),
                        subject: null,
                        message:
                            `${invariant.id} proves nothing here: ${end} lies in ${clause.through!.id}, so every ` +
                            'path passes it. Name what lies between.',
                    });
                    continue;
                }
                if (clause.verb === 'deny') {
                    report({
                        at: nameOf(clause.origin),
                        subject: null,
                        message:
                            `${invariant.id} proves nothing here: ${clause.to.id} is empty, so no path can ` +
                            'end there. Deny the path to where the assets are.',
                    });
                    continue;
                }
                report({
                    at: nameOf(clause.origin),
                    subject: null,
                    message:
                        `${invariant.id} proves nothing here: no path over the declared flows leads from ` +
                        `${clause.from.id} to ${clause.to.id}. Declare the intended flows, or deny the path.`,
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
