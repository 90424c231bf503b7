import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';
import { statusAnew } from '../fix/claim.ts';

export default {
    id: 'measure-proposed',
    severity: 'info',
    basis: ['ZCR 5.12'],
    summary: 'A countermeasure is proposed and not decided: it counts nowhere.',
    why:
        'What rests on a proposal is not assessed. It is there so that the plan can weigh it by its cost and by what ' +
        'it closes, and is either planned or taken away afterwards.',
    falsePositives: 'The decision has a date of its own elsewhere.',
    check({ model, today }, report) {
        for (const countermeasure of model.countermeasures) {
            if (countermeasure.status !== 'proposed') continue;
            report({
                at: nameOf(countermeasure.origin),
                subject: countermeasure.id,
                message:
                    `${countermeasure.id} is proposed: until it is decided it counts nowhere. Plan it with a ` +
                    'date, or take ' +
                    'it away.',
                fixes:
                    countermeasure.due === null
                        ? statusAnew(`Plan ${countermeasure.id}`, countermeasure, 'planned', `due ${today}`, [today])
                        : [],
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  applies MultiFactor
}
countermeasure MultiFactor "Second factor at the jump host" {
               ^^^^^^^^^^^
  meets SR 1.1 RE 2
  status proposed
}
`,
            after: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  applies MultiFactor
}
countermeasure MultiFactor "Second factor at the jump host" {
  meets SR 1.1 RE 2
  status planned
  due 2026-06-01
}
`,
        },
    ],
} satisfies Rule;
