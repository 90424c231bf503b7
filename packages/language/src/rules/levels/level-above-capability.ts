import type { RequirementState, SubjectAssessment } from '../../assessment/index.ts';
import { isAskedOfComponents } from '../../assessment/capability.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import type { Conduit, Zone } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** A level that is said to be achieved, and a product that is not capable of it. */
interface Beyond {
    readonly fr: number;
    /** The asset that limits SL-C. */
    readonly limit: string;
    /** What is said to be met above the capability, and is asked of products. */
    readonly met: readonly RequirementState[];
}

function beyond({ slC, slA, slCLimit, requirements }: SubjectAssessment): readonly Beyond[] {
    const met = requirements.filter(
        ({ fr, level, state, index }) =>
            state === 'met' && level > (slC[fr] ?? Infinity) && level <= slA[fr]! && isAskedOfComponents(index),
    );
    return [...Map.groupBy(met, each => each.fr)].map(([fr, own]) => ({ fr, limit: slCLimit[fr]!, met: own }));
}

export default {
    id: 'level-above-capability',
    severity: 'warning',
    basis: ['ZCR 5.8', 'ZCR 5.12'],
    summary: 'The SL-A of a zone or conduit is above the SL-C of one of its products, and no compensation is stated.',
    why:
        'A statement cannot make a product do more than it can. If the level is reached, something other than ' +
        'the product provides it. Name it with `compensates`, so that it is maintained and its loss is noticed.',
    falsePositives:
        'A requirement that the zone meets as a whole and that does not apply to single products, such as ' +
        'accounts in a directory that is the only access.',
    check({ model, lookup, assessment }, report) {
        const subjects: readonly (Zone | Conduit)[] = [...model.zones, ...model.conduits];
        for (const subject of subjects) {
            const assessed = assessment.of(subject.id);
            if (!assessed) continue;
            const found = beyond(assessed);
            if (found.length === 0) continue;
            const levels = found.map(
                ({ fr, limit }) =>
                    `${frAbbreviations[fr]!} ${assessed.slA[fr]!}, where ${lookup.asset(limit)?.name ?? limit} ` +
                    `is capable of ${assessed.slC[fr]!}`,
            );
            const ids = found.flatMap(({ met }) => met.map(({ id }) => id));
            report({
                at: nameOf(subject.origin),
                subject: subject.id,
                basis: ids,
                message:
                    `The SL-A of ${subject.name} is above the capability of its products: ${listed(levels, 7)}. ` +
                    `${listed(ids)} ${ids.length === 1 ? 'is' : 'are'} stated as met. State with \`compensates\` ` +
                    'what provides it instead of the product, or state that it is missed.',
                related: related(
                    'It limits SL-C.',
                    [...new Set(found.map(({ limit }) => limit))].flatMap(id => lookup.asset(id) ?? []),
                ),
            });
        }
    },
    examples: [
        {
            before: `system Plant
zone Control {
     ^^^^^^^
  SL-T 2
  asset Plc1 : plc { SL-C 1 }
  meets FR 1 SL 2 because "Checked at the acceptance test"
}
`,
        },
        {
            title: 'A compensation for what the product lacks',
            before: `system Plant
zone Control {
  SL-T 2
  asset Plc1 : plc { SL-C 1 }
  meets FR 1 SL 1 because "Checked at the acceptance test"
  compensates FR 1 SL 2 by Gateway because "The controller knows no certificates"
}
countermeasure Gateway "Asks everybody before the controller does" { status implemented }
`,
        },
    ],
} satisfies Rule;
