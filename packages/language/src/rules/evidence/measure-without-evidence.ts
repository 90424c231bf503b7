import type { Asset, Conduit, Zone } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { stub } from '../fix/claim.ts';
import { lacking } from '../say/missing.ts';
import type { Context, Rule } from '../engine/rule.ts';

/** The countermeasures for which a statement that counts on them names evidence. */
function shownElsewhere({ model }: Context): ReadonlySet<string> {
    const subjects: readonly (Zone | Conduit | Asset)[] = [...model.zones, ...model.conduits, ...model.assets];
    return new Set(
        subjects
            .flatMap(subject => subject.statements)
            .filter(statement => statement.evidence.length > 0)
            .flatMap(statement => statement.by.map(mention => mention.id)),
    );
}

/** What counts because a countermeasure works: what secures a flow, and what lowers a risk. */
function countedOn({ model }: Context): ReadonlySet<string> {
    return new Set(
        [
            ...model.flows.flatMap(({ secured }) => secured?.by ?? []),
            ...model.threats.flatMap(({ mitigations }) => mitigations.flatMap(({ by }) => by)),
        ].map(({ id }) => id),
    );
}

export default {
    id: 'measure-without-evidence',
    severity: 'info',
    basis: ['ZCR 5.8', 'ZCR 5.13'],
    summary: 'A countermeasure is stated to work, but there is no evidence.',
    why:
        'Requirements count as met, flows as secured or risks as lower because of it. An auditor will ask for a ' +
        'record, a setting or a test; if it was verified, there is one.',
    falsePositives: 'The evidence is confidential. Name the register in which it is kept.',
    check(context, report) {
        const shown = shownElsewhere(context);
        const counted = countedOn(context);
        const silent = context.model.countermeasures.filter(
            countermeasure =>
                countermeasure.evidence.length === 0 &&
                (countermeasure.meets.length > 0 || counted.has(countermeasure.id)) &&
                !shown.has(countermeasure.id),
        );
        for (const countermeasure of silent.filter(each => each.status === 'verified')) {
            report({
                at: nameOf(countermeasure.origin),
                subject: countermeasure.id,
                severity: 'warning',
                message:
                    `${countermeasure.id} is verified, but without evidence. Add \`evidence\` with the record of the ` +
                    'test.',
                fixes: [
                    stub(
                        `Name the evidence for ${countermeasure.id}`,
                        [countermeasure],
                        [['evidence', 'the record of the test']],
                        'last',
                    ),
                ],
            });
        }
        lacking(context.lookup, {
            rule: 'measure-without-evidence',
            elements: silent.filter(each => each.status === 'implemented'),
            noun: 'countermeasure',
            clause: ['is implemented, but without evidence', 'are implemented, but without evidence'],
            advice: 'Add `evidence`: a record, a setting, a test.',
            fixes: countermeasure => [
                stub(
                    `Name the evidence for ${countermeasure.id}`,
                    [countermeasure],
                    [['evidence', 'a record, a setting or a test that shows it']],
                    'last',
                ),
            ],
        }).forEach(report);
    },
    examples: [
        {
            before: `system Plant
countermeasure Backup "Nightly images" {
               ^^^^^^
  meets SR 7.3
  status implemented
}
countermeasure Accounts "Named accounts" {
               ^^^^^^^^
  meets SR 1.1
  status verified
}
`,
            after: `system Plant
countermeasure Backup "Nightly images" {
  meets SR 7.3
  status implemented
  evidence "TODO: a record, a setting or a test that shows it"
}
countermeasure Accounts "Named accounts" {
  meets SR 1.1
  status verified
}
`,
        },
        {
            before: `system Plant
countermeasure Backup "Nightly images" {
  meets SR 7.3
  status implemented
  evidence "docs/backup-drill.md"
}
`,
        },
    ],
} satisfies Rule;
