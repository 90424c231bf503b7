import type { Stub } from '../fix/claim.ts';
import { stub } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'measure-without-owner',
    severity: 'info',
    basis: ['ZCR 5.12', 'ZCR 6.4'],
    summary: 'A countermeasure has no owner.',
    why:
        'Countermeasures deteriorate: accounts accumulate, an allow-list is opened for an afternoon. ' +
        'Without a responsible person, a countermeasure can stop working without being noticed.',
    falsePositives:
        'A small site where one person is responsible for everything. Name that role in each countermeasure.',
    check({ model, lookup }, report) {
        const countermeasures = model.countermeasures.filter(countermeasure => countermeasure.owner === null);
        const ask: readonly Stub[] = [['owner', 'who implements and maintains it']];
        lacking(lookup, {
            rule: 'measure-without-owner',
            elements: countermeasures,
            noun: 'countermeasure',
            clause: ['has no owner', 'have no owner'],
            advice: ['Name who implements and maintains it.', 'Name who implements and maintains them.'],
            fixes: countermeasure => [stub(`Name the owner of ${countermeasure.id}`, [countermeasure], ask, 'last')],
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
  owner "TODO: who implements and maintains it"
}
`,
        },
    ],
} satisfies Rule;
