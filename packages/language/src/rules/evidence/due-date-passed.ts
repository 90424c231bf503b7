import type { Countermeasure, Fix } from '../../model/index.ts';
import { placeIn } from '../../model/index.ts';
import { statingOf } from '../ask/said.ts';
import type { Rule } from '../engine/rule.ts';
import { dayAnew, fillOf, statusAnew, stubText, type Stub } from '../fix/claim.ts';

/** It was done in time, and what shows it is to be named. */
function done(countermeasure: Countermeasure): readonly Fix[] {
    const shown: Stub = ['evidence', `what shows that ${countermeasure.id} is implemented`];
    const title = `State that ${countermeasure.id} is implemented`;
    return statusAnew(title, countermeasure, 'implemented', stubText(shown), fillOf([shown]));
}

export default {
    id: 'due-date-passed',
    severity: 'warning',
    basis: ['ZCR 5.12', 'ZCR 6.4'],
    summary: 'The due date of a planned countermeasure or a missed requirement has passed.',
    why: 'The date was the reason why the gap could wait. Now it has passed and the gap is still open.',
    falsePositives: 'None. Agree on a new date with whoever agreed to the old one, or state that it is done.',
    check({ model, today }, report) {
        for (const countermeasure of model.countermeasures) {
            if (countermeasure.status !== 'planned' || countermeasure.due === null || countermeasure.due.date >= today)
                continue;
            report({
                at: placeIn(countermeasure.origin, countermeasure.due.at),
                subject: countermeasure.id,
                message:
                    `${countermeasure.id} was due on ${countermeasure.due.date} and is still planned, so its ` +
                    'requirements are ' +
                    'still open. Set its status, or agree on a new date.',
                fixes: [
                    dayAnew('Write the newly agreed day', countermeasure.origin, countermeasure.due, today),
                    ...done(countermeasure),
                ],
            });
        }
        const subjects = statingOf(model);
        for (const subject of subjects) {
            for (const statement of subject.statements) {
                if (statement.due === null || statement.due.date >= today) continue;
                report({
                    at: placeIn(statement.origin, statement.due.at),
                    subject: subject.id,
                    message:
                        `${subject.name} ${statement.verb} this, and it was due on ${statement.due.date}. State ` +
                        'what is true today, or agree on a new date.',
                    fixes: [dayAnew('Write the newly agreed day', statement.origin, statement.due, today)],
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  misses SR 2.8 because "The PLC keeps no audit trail" due 2020-03-31
                                                           ^^^^^^^^^^
}
countermeasure MultiFactor "Second factor at the jump host" {
  meets SR 1.1 RE 2
  status planned
  due 2020-01-15
      ^^^^^^^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc
  misses SR 2.8 because "The PLC keeps no audit trail" due 2026-06-01
}
countermeasure MultiFactor "Second factor at the jump host" {
  meets SR 1.1 RE 2
  status planned
  due 2020-01-15
}
`,
        },
    ],
} satisfies Rule;
