import type { Rule } from '../engine/rule.ts';
import { dayToFillIn } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';

export default {
    id: 'measure-without-date',
    severity: 'info',
    basis: ['ZCR 5.12'],
    summary: 'A countermeasure is planned without a due date.',
    why: 'Without a date it is never late. The gap stays open although that was not decided.',
    falsePositives: 'A countermeasure that waits for a decision with a date of its own.',
    check({ model, lookup, today }, report) {
        lacking(lookup, {
            rule: 'measure-without-date',
            // What is written after `due` and is no day is an error of its own.
            elements: model.countermeasures.filter(({ status, dueAt }) => status === 'planned' && dueAt === null),
            noun: 'countermeasure',
            clause: ['is planned without a date', 'are planned without a date'],
            advice: 'A delay will not be noticed. Add `due` with the agreed date.',
            fixes: ({ origin }) => [dayToFillIn('Add the agreed date', origin, 'due', today)],
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
countermeasure MultiFactor "Second factor at the jump host" {
               ^^^^^^^^^^^
  meets SR 1.1 RE 2
  status planned
}
`,
            after: `system Plant
countermeasure MultiFactor "Second factor at the jump host" {
  meets SR 1.1 RE 2
  status planned
  due 2026-06-01
}
`,
        },
        {
            before: `system Plant
countermeasure MultiFactor "Second factor at the jump host" {
  meets SR 1.1 RE 2
  status planned
  due 2030-01-15
}
`,
        },
    ],
} satisfies Rule;
