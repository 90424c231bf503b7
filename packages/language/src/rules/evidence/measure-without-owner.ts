import type { Stub } from '../fix/claim.ts';
import { stub } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'measure-without-owner',
    severity: 'info',
    basis: ['ZCR 5.12', 'ZCR 6.4'],
    summary: 'Nobody is named who does a countermeasure and keeps it working.',
    why:
        'Measures decay: accounts pile up, allow-lists are opened for an afternoon. One that belongs to nobody ' +
        'is the first to stop working, ' +
        'and the last to be noticed.',
    falsePositives: "A small site where one person does everything: name that person's role once, in each measure.",
    check({ model, lookup }, report) {
        const measures = model.measures.filter(measure => measure.owner === null);
        const ask: readonly Stub[] = [['owner', 'who does it and keeps it working']];
        lacking(lookup, {
            rule: 'measure-without-owner',
            elements: measures,
            noun: 'countermeasure',
            clause: ['has no owner', 'have no owner'],
            advice: 'Name who does it and keeps it working.',
            fixes: measure => [stub(`Name the owner of ${measure.id}`, [measure], ask, 'last')],
            together: all => (all.length > 1 ? [stub(`Name the owners of all ${all.length}`, all, ask, 'last')] : []),
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant {
  owner "Operations"
}
countermeasure Backup "Nightly images" {
               ^^^^^^
  meets SR 7.3
  status implemented
}
`,
            after: `system Plant {
  owner "Operations"
}
countermeasure Backup "Nightly images" {
  meets SR 7.3
  status implemented
  owner "TODO: who does it and keeps it working"
}
`,
        },
    ],
} satisfies Rule;
