import type { Verb } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { statingOf } from '../ask/said.ts';
import type { Severity, Rule } from '../engine/rule.ts';
import { continued } from '../fix/claim.ts';

/** How grave it is that a reason is missing, and what the reason is wanted for. */
const wanted: ReadonlyMap<Verb, { readonly severity: Severity; readonly what: string; readonly asked: string }> =
    new Map([
        [
            'compensates',
            {
                severity: 'warning',
                what: 'Add `because "…"` with how it compensates for the requirement.',
                asked: 'how it compensates for the requirement',
            },
        ],
        [
            'excludes',
            {
                severity: 'warning',
                what: 'Add `because "…"` with why the requirement does not apply here.',
                asked: 'why the requirement does not apply here',
            },
        ],
        [
            'misses',
            {
                severity: 'info',
                what: 'Add `because "…"` with what prevents it.',
                asked: 'what prevents it',
            },
        ],
    ]);

export default {
    id: 'statement-without-reason',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.13'],
    summary:
        'A requirement is compensated, excluded or missed, or something works without another, but without a reason.',
    why:
        'A compensation and an exclusion count like a met requirement. The reason shows whether that is ' +
        'justified, and it can be reviewed only if it is written down.',
    falsePositives: 'None.',
    check({ model }, report) {
        const subjects = statingOf(model);
        for (const holder of [...model.assets, ...model.functions]) {
            for (const { without, because, origin } of holder.worksWithout) {
                if (because !== null) continue;
                report({
                    at: nameOf(origin),
                    subject: holder.id,
                    message:
                        `${holder.name} works without ${without.id}, but without a reason. Add \`because "…"\` ` +
                        'with what shows it.',
                    fixes: [continued('Add the reason', origin, ['because', 'what shows that it goes on'])],
                });
            }
        }
        for (const subject of subjects) {
            for (const statement of subject.statements) {
                const lack = wanted.get(statement.verb);
                if (!lack || statement.because !== null || statement.requirements.length === 0) continue;
                report({
                    at: nameOf(statement.origin),
                    subject: subject.id,
                    severity: lack.severity,
                    message: `${subject.name} ${statement.verb} this without a reason. ${lack.what}`,
                    fixes: [continued('Add the reason', statement.origin, ['because', lack.asked])],
                });
            }
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  excludes SR 2.2
  ^^^^^^^^^^^^^^^
  misses SR 2.8 due 2030-03-31
  ^^^^^^^^^^^^^
}
`,
            after: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  excludes SR 2.2 because "TODO: why the requirement does not apply here"
  misses SR 2.8 due 2030-03-31
}
`,
        },
        {
            before: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
  excludes SR 2.2 because "No wireless in this zone"
}
`,
        },
    ],
} satisfies Rule;
