import { requirementsOfFr } from '../catalogue/index.ts';
import type { Conduit, RequirementMention, Zone } from '../model/index.ts';
import { nameOf, placeIn, wholeOf } from '../model/index.ts';
import { answerable, objectOf } from './queries/facts.ts';
import type { Rule } from './rule.ts';

/** The requirements that a mention excludes and of which a model can show something. */
function excluded(mention: RequirementMention): readonly string[] {
    if (mention.kind === 'requirement') return answerable.includes(mention.id) ? [mention.id] : [];
    return requirementsOfFr(mention.fr).filter(each => each.level <= mention.level && answerable.includes(each.id)).map(each => each.id);
}

export default {
    id: 'exclusion-contradicted',
    severity: 'error',
    basis: ['SR 1.6', 'SR 2.2', 'SR 2.3', 'SR 1.13', 'SR 5.3'],
    summary: 'A requirement is excluded because it has no object, and the model shows one.',
    why: 'An exclusion counts like a requirement that is met. Here the wireless device, the laptop or the way in from outside that is said not to exist '
        + 'stands in the model, so a hole is counted as closed.',
    falsePositives: 'A device with a radio or remote access that is switched off for good: leave `is wireless` or `is remote` out, '
        + 'and say in its description how it was switched off.',
    check({ model, lookup }, report) {
        const subjects: readonly (Zone | Conduit)[] = [...model.zones, ...model.conduits];
        for (const subject of subjects) {
            for (const statement of subject.statements) {
                if (statement.verb !== 'excludes') continue;
                for (const mention of statement.requirements) {
                    for (const id of excluded(mention)) {
                        const fact = objectOf(lookup, subject, id);
                        if (!fact) continue;
                        report({
                            at: placeIn(statement.origin, mention.at),
                            subject: subject.id,
                            basis: [id],
                            message: `${subject.name} excludes ${id}, but ${fact.text}. Say whether the requirement is met, or correct the model.`,
                            fixes: statement.requirements.length === 1
                                ? [{ title: 'Remove the exclusion', edits: [{ kind: 'remove', at: wholeOf(statement.origin) }] }] : [],
                            related: [{ message: 'This is what the requirement is about.', at: nameOf(fact.origin) }],
                        });
                    }
                }
            }
        }
    },
    examples: [{
        before: `system Plant
zone Tanks {
  SL-T 2
  asset Level1 : wireless-sensor
  excludes SR 2.2 because "No wireless in this zone"
           ^^^^^^
}
`,
        after: `system Plant
zone Tanks {
  SL-T 2
  asset Level1 : wireless-sensor
}
`,
    }, {
        title: 'A way in from outside',
        before: `system Plant
zone Vendor { kind external }
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
  excludes SR 1.13 because "Nobody comes in from outside"
           ^^^^^^^
}
conduit Support between Vendor and Dmz {
  flow Vendor -> Jump : rdp
}
`,
        after: `system Plant
zone Vendor { kind external }
zone Dmz {
  kind dmz
  SL-T 2
  asset Jump : jump-host
}
conduit Support between Vendor and Dmz {
  flow Vendor -> Jump : rdp
}
`,
    }],
} satisfies Rule;
