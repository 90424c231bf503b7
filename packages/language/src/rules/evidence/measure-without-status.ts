import { nameOf } from '../../model/index.ts';
import type { Rule } from '../engine/rule.ts';

export default {
    id: 'measure-without-status',
    severity: 'warning',
    basis: ['ZCR 5.8'],
    summary: 'A countermeasure has no status, so it counts for nothing.',
    why: 'Only what is implemented or verified meets a requirement. Without a status nobody can tell a wish from a fact, '
        + 'and the measure is left out of SL-A where its author thinks that it counts.',
    falsePositives: 'None.',
    check({ model }, report) {
        for (const measure of model.measures) {
            if (measure.status !== null) continue;
            report({
                at: nameOf(measure.origin),
                subject: measure.id,
                message: `${measure.id} has no status, so it counts for nothing. Say whether it is planned, implemented or verified.`,
                fixes: (['planned', 'implemented'] as const).map(status => ({
                    title: `State that it is ${status}`,
                    edits: [{ kind: 'add', into: measure.origin, text: `status ${status}`, where: 'last' }],
                })),
            });
        }
    },
    examples: [{
        before: `system Plant
countermeasure Backup "Nightly images" {
               ^^^^^^
  meets SR 7.3
}
`,
        after: `system Plant
countermeasure Backup "Nightly images" {
  meets SR 7.3
  status planned
}
`,
    }],
} satisfies Rule;
