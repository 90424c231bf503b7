import type { Conduit, Lookup, Statement, Zone } from '../../model/index.ts';
import { nameOf, placeIn } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

/** The countermeasures that work here: applied to the subject itself or to a zone around it, and not merely planned. */
function working(lookup: Lookup, subject: Zone | Conduit) {
    const ids = (subject.kind === 'zone' ? lookup.chain(subject.id) : [subject]).flatMap(each => each.applies.map(mention => mention.id));
    return [...new Set(ids)].flatMap(id => lookup.measure(id) ?? [])
        .filter(measure => measure.status === 'implemented' || measure.status === 'verified');
}

function misses(subject: Zone | Conduit): readonly Statement[] {
    return subject.statements.filter(statement => statement.verb === 'misses');
}

export default {
    id: 'claim-contradicted',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.13'],
    summary: 'A requirement is missed at a place where a countermeasure that is applied claims to meet it.',
    why: 'The nearer statement counts, so the requirement is missed. But somebody counts on the countermeasure, and the two sentences '
        + 'will be read by different people.',
    falsePositives: 'A countermeasure that works for all assets but one: state it on that asset and not on the zone.',
    check({ model, lookup }, report) {
        const subjects: readonly (Zone | Conduit)[] = [...model.zones, ...model.conduits];
        for (const subject of subjects) {
            for (const statement of misses(subject)) {
                for (const mention of statement.requirements) {
                    if (mention.kind !== 'requirement') continue;
                    const claiming = working(lookup, subject).find(measure => measure.meets.some(each => each.kind === 'requirement' && each.id === mention.id));
                    if (!claiming) continue;
                    report({
                        at: placeIn(statement.origin, mention.at),
                        subject: subject.id,
                        message: `${subject.name} misses ${mention.id}, which ${claiming.id} claims to meet here and is ${claiming.status!}. `
                            + 'Correct the one that is wrong.',
                        related: [{ message: `${claiming.id} meets ${mention.id}.`, at: nameOf(claiming.origin) }],
                    });
                }
            }
        }
    },
    examples: [{
        before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  applies Logging
  misses SR 2.8 because "The PLC keeps no audit trail" due 2030-03-31
         ^^^^^^
}
countermeasure Logging "Central logs" { meets SR 2.8 status implemented }
`,
    }, {
        title: 'Planned is no claim yet',
        before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  applies Logging
  misses SR 2.8 because "The PLC keeps no audit trail" due 2030-03-31
}
countermeasure Logging "Central logs" { meets SR 2.8 status planned due 2030-03-31 }
`,
    }],
} satisfies Rule;
