import type { Rule } from '../engine/rule.ts';
import { dayToFillIn } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';

export default {
    id: 'measure-without-date',
    severity: 'info',
    basis: ['ZCR 5.12'],
    summary: 'A countermeasure is planned, and nobody said until when.',
    why: 'What has no date is not late. The gap that it is to close stays open without anybody having decided so.',
    falsePositives: 'A measure that waits for a decision which has a date of its own.',
    check({ model, lookup, today }, report) {
        lacking(lookup, {
            rule: 'measure-without-date',
            elements: model.measures.filter(measure => measure.status === 'planned' && measure.due === null),
            noun: 'countermeasure',
            clause: ['is planned without a date', 'are planned without a date'],
            advice: 'Nobody will notice when it does not come. Add `due` with the day that was agreed.',
            fixes: ({ origin }) => [dayToFillIn('Add the day that was agreed', origin, 'due', today)],
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
