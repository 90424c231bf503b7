import { isPassedAnyway } from '../../assessment/invariants.ts';
import type { Clause, Exception } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import type { Context, Rule } from '../engine/rule.ts';

/** True for an exception for zones, of any protocol and access, that takes in each session that a clause denies. */
function takesAllOf({ lookup }: Context, exception: Exception, { verb, from, to }: Clause): boolean {
    const { protocols, access } = exception;
    if (verb !== 'deny' || protocols.length > 0 || (access !== null && access !== 'program')) return false;
    const takesIn = (end: string, denied: string): boolean => {
        const zone = lookup.zoneOf(denied)?.id;
        return lookup.zone(end) !== undefined && zone !== undefined && lookup.within(zone, end);
    };
    return takesIn(exception.from.id, from.id) && takesIn(exception.to.id, to.id);
}

const rule: Rule = {
    id: 'invariant-vacuous',
    severity: 'warning',
    basis: ['ZCR 3.1'],
    summary: 'An invariant holds, but proves nothing.',
    why:
        'If there is no path at all, `require path` holds trivially. So does `deny path` to a zone without assets, ' +
        'an invariant without clauses, and one whose exception takes in each session between the zones that it keeps ' +
        'apart. All look like a proof in a report. Often a flow is missing ' +
        'from the model, or an end is misspelled or reversed.',
    falsePositives: 'The flows are planned, and the invariant was written in advance.',
    check(context, report) {
        const isUnread = (id: string): boolean => ['deny', 'require'].some(word => context.lookup.isUnread(id, word));
        for (const { invariant, clauses, exceptions } of context.assessment.invariants) {
            if (clauses.length === 0 && !isUnread(invariant.id)) {
                report({
                    at: nameOf(invariant.origin),
                    subject: null,
                    message:
                        `${invariant.id} states nothing: it has no clause. Add \`deny path from … to …\` or ` +
                        `\`require path from … to … through …\`.`,
                });
            }
            for (const { exception, expired } of exceptions) {
                const denied = clauses.find(({ clause }) => !expired && takesAllOf(context, exception, clause));
                if (denied)
                    report({
                        at: nameOf(exception.origin),
                        subject: null,
                        message:
                            `${invariant.id} says nothing of sessions from ${denied.clause.from.id} to ` +
                            `${denied.clause.to.id}: this exception takes in each of them, over any protocol. Name ` +
                            'the flow that is needed.',
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
        {
            title: 'An exception for all that is denied',
            before: `
system Plant
zone Enterprise { kind enterprise asset Erp : server }
zone Control { kind control asset Plc : plc }
flow Enterprise.Erp -> Control.Plc : s7comm
invariant Closed {
  deny path from Enterprise to Control
  except flow Enterprise -> Control because "Commissioning" until 2030-03-31
              ^^^^^^^^^^^^^^^^^^^^^
}
`,
        },
    ],
};

export default rule;
