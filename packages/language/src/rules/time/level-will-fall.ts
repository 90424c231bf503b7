import type { SubjectAssessment } from '../../assessment/index.ts';
import { levelsOf } from '../../assessment/index.ts';
import { frAbbreviations, requirementById } from '../../catalogue/index.ts';
import { counted, dayAfter, nameOf } from '../../model/index.ts';
import { lastDayOfNotice, notice } from '../ask/notice.ts';
import type { Context, Rule } from '../engine/rule.ts';
import { listed } from '../say/wording.ts';

/** True where some evidence of the model has a date or an end. */
function isDated({ model }: Context): boolean {
    return (
        model.countermeasures.some(({ evidence }) => evidence.some(({ time }) => time.dated || time.until)) ||
        [...model.zones, ...model.conduits].some(({ statements }) =>
            statements.some(({ evidenceTime }) => evidenceTime.dated || evidenceTime.until),
        )
    );
}

/**
 * The foundational requirements whose level falls, and the last day before it. Evidence may end earlier of what only a
 * higher level asks for: that changes nothing.
 */
function falls(now: SubjectAssessment, later: SubjectAssessment) {
    const frs = now.slA.flatMap((level, fr) => (later.slA[fr]! < level ? [fr] : []));
    const days = now.requirements.flatMap(({ id, fr, evidenceUntil }) =>
        frs.includes(fr) && requirementById(id)!.level <= now.slA[fr]! ? (evidenceUntil ?? []) : [],
    );
    return { frs, first: days.sort()[0] };
}

/** True for what is retired by the day after another one, itself or with a zone around it. */
function isGoneAfter({ lookup }: Context, id: string, day: string): boolean {
    const next = dayAfter(day, { amount: 1, unit: 'days' });
    return [lookup.element(id)!, ...lookup.chain(id)].some(({ retired }) => retired !== null && retired.date <= next);
}

export default {
    id: 'level-will-fall',
    severity: 'info',
    basis: ['ZCR 5.12'],
    summary: 'A level falls within 90 days, because evidence expires.',
    why:
        'Renewing evidence takes weeks: a drill has to be planned, an auditor has to come. What expires next is ' +
        'easier to renew before the level has fallen than afterwards.',
    falsePositives: 'The renewal is under way and falls into that time.',
    check(context, report) {
        if (!isDated(context)) return;
        const { lookup, assessment, today } = context;
        const later = levelsOf(lookup, lastDayOfNotice(today));
        for (const now of assessment.subjects) {
            const then = later.of(now.id)!;
            const { frs, first } = falls(now, then);
            if (first === undefined || isGoneAfter(context, now.id, first)) continue;
            const below = frs.some(fr => now.slT[fr] != null && then.slA[fr]! < now.slT[fr]);
            const changes = frs.map(fr => `${frAbbreviations[fr]} from ${now.slA[fr]} to ${then.slA[fr]}`);
            report({
                at: nameOf(lookup.element(now.id)!.origin),
                subject: now.id,
                severity: below ? 'warning' : 'info',
                message:
                    `SL-A of ${now.id} falls within ${counted(notice, 'day')}: ${listed(changes, 7)}. ` +
                    `Evidence there is good until ${first}: renew it before.`,
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
     ^^^^^^^
  SL-T { TRE 1 }
  asset Plc1 : plc
  meets FR 6 SL 1 because "Logs are read every week" evidence "docs/logs.md" dated 2025-07-01 valid 12 months
}
`,
        },
        {
            title: 'There is time',
            before: `system Plant
zone Control {
  SL-T { TRE 1 }
  asset Plc1 : plc
  meets FR 6 SL 1 because "Logs are read every week" evidence "docs/logs.md" dated 2026-05-01 valid 12 months
}
`,
        },
    ],
} satisfies Rule;
