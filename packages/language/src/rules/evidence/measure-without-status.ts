import type { Countermeasure, Fix } from '../../model/index.ts';
import type { Stub } from '../fix/claim.ts';
import { fillOf, stubText } from '../fix/claim.ts';
import type { Rule } from '../engine/rule.ts';
import { lacking } from '../say/missing.ts';

/**
 * A plan has a day, and what works can be shown: each status comes with what is asked for next, where it is not there
 * yet.
 */
function statusClaims({ origin, due, evidence }: Countermeasure, today: string): readonly Fix[] {
    const shown: Stub = ['evidence', 'what shows that it works'];
    const stated = (status: string, further: readonly string[], fill: readonly string[]): Fix => ({
        kind: 'claim',
        title: `State that it is ${status}…`,
        fill,
        edits: [{ kind: 'add', into: origin, text: [`status ${status}`, ...further].join('\n'), where: 'last' }],
    });
    return [
        due ? stated('planned', [], ['planned']) : stated('planned', [`due ${today}`], [today]),
        evidence.length > 0
            ? stated('implemented', [], ['implemented'])
            : stated('implemented', [stubText(shown)], fillOf([shown])),
    ];
}

export default {
    id: 'measure-without-status',
    severity: 'warning',
    basis: ['ZCR 5.8'],
    summary: 'A countermeasure has no status, so it does not count.',
    why:
        'Only implemented or verified countermeasures meet a requirement. Without a status it is not clear ' +
        'whether this one exists, so it does not count towards SL-A.',
    falsePositives: 'None.',
    check({ model, lookup, today }, report) {
        lacking(lookup, {
            rule: 'measure-without-status',
            // A word after `status` that is not understood is an error of its own.
            elements: model.countermeasures.filter(({ status, statusAt }) => status === null && statusAt === null),
            noun: 'countermeasure',
            clause: ['has no status, so it does not count', 'have no status, so they do not count'],
            advice: [
                'State whether it is `planned`, `implemented` or `verified`.',
                'State whether each is `planned`, `implemented` or `verified`.',
            ],
            fixes: countermeasure => statusClaims(countermeasure, today),
        }).forEach(report);
    },
    examples: [
        {
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
  due 2026-06-01
}
`,
        },
    ],
} satisfies Rule;
