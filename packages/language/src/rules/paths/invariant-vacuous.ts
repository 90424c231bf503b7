import { isEmpty, isPassedAnyway } from '../../assessment/invariants.ts';
import type { Clause, Exception } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { unprovedBy } from '../ask/left-open.ts';
import { outsideLines } from '../ask/outside-lines.ts';
import { allUndescribed, type Undescribed } from '../ask/undescribed.ts';
import { isBeyond, joinsOneZone } from '../ask/zones.ts';
import type { Context, Report, Rule } from '../engine/rule.ts';
import { counted } from '../say/wording.ts';

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

/** True for a connection of which a finding says which invariants it keeps from being proved. */
function isSaid({ lookup }: Context, { kind, element }: Undescribed): boolean {
    if (kind === 'joint') return false;
    if (kind === 'line') return outsideLines(lookup).some(({ asset }) => asset.id === element);
    if (kind !== 'conduit') return true;
    const conduit = lookup.conduit(element)!;
    return !isBeyond(lookup, conduit) && !joinsOneZone(conduit);
}

/** Invariants that hold over what is declared, and may be broken over what is shown and not described. */
function notProved(context: Context, report: Report): void {
    // Of most models no path has to be searched for.
    if (context.assessment.once(allUndescribed).every(each => isSaid(context, each))) return;
    for (const { invariant, holds, clauses } of context.assessment.invariants) {
        if (!holds) continue;
        const telling = clauses.filter(({ vacuousBecause }) => vacuousBecause === null);
        const open = unprovedBy(context.assessment, telling).filter(each => !isSaid(context, each));
        if (open.length === 0) continue;
        const more = open.length > 2 ? ` The same holds for ${counted(open.length - 2, 'other connection')}.` : '';
        const first = open.slice(0, 2).map(({ message }) => message);
        report({
            at: nameOf(invariant.origin),
            subject: null,
            message:
                `${invariant.id} is not proved. ${first.join(' ')}${more} ` +
                'Describe what is there, or correct the model.',
            related: [...new Set(open.map(({ element }) => element))].flatMap(element => {
                const origin = context.lookup.element(element)?.origin;
                return origin ? [{ message: 'What is not described', at: nameOf(origin) }] : [];
            }),
        });
    }
}

const rule: Rule = {
    id: 'invariant-vacuous',
    severity: 'warning',
    basis: ['ZCR 3.1'],
    summary: 'An invariant holds, but proves nothing.',
    why:
        'If there is no path at all, `require path` holds trivially. So does `deny path` from or to an inner zone ' +
        'without assets, an invariant without clauses, and one whose exception takes in each session between the ' +
        'zones that it keeps apart. All look like a proof in a report. Often a flow is missing from the model, ' +
        'or an end is misspelled or reversed. An invariant is not proved either where something ' +
        'that the model shows and does not describe may open a path.',
    falsePositives: 'The flows are planned, and the invariant was written in advance.',
    check(context, report) {
        notProved(context, report);
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
                const { lookup, assessment } = context;
                const { reach } = assessment;
                const gone = [clause.from.id, clause.to.id].find(
                    each => lookup.zone(each) === undefined && lookup.asset(each) === undefined,
                );
                if (gone !== undefined) {
                    report({
                        at: nameOf(clause.origin),
                        subject: null,
                        message:
                            `${invariant.id} proves nothing here: ${vacuousBecause}. Remove what speaks of ` +
                            'something retired; of what is planned, `iacs forecast` says from when on it is broken.',
                    });
                    continue;
                }
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
                            `${invariant.id} proves nothing here: ${vacuousBecause}, so no path can ` +
                            (isEmpty(lookup, clause.to.id)
                                ? 'end there. Deny the path to where the assets are.'
                                : 'begin there. Deny the path from where the assets are.'),
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
        {
            title: 'A modem in the office, and nothing says where it leads',
            before: `
system Plant
zone Office { kind enterprise asset Modem : modem asset Pc : office-computer }
zone Vendor { kind external asset Desk : server }
zone Control { kind control asset Plc : plc }
flow Office.Pc -> Control.Plc : https
invariant Closed {
          ^^^^^^
  deny path from Vendor to Control
}
`,
        },
        {
            title: 'What is retired is not there to be reached',
            before: `
system Plant
zone Enterprise { kind enterprise asset Erp : server }
zone Control {
  kind control
  asset Plc : plc
  asset Old : plc { retired on 2024-03-01 }
}
flow Enterprise.Erp -> Control.Plc : https
invariant Closed {
  deny path from Enterprise to Control.Old
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
`,
        },
    ],
};

export default rule;
