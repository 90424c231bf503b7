import type { SubjectAssessment } from '../assessment/index.ts';
import { frAbbreviations } from '../catalogue/index.ts';
import { nameOf } from '../model/index.ts';
import { related } from './queries/related.ts';
import type { Rule } from './rule.ts';

/** What is in place without the product: met by something else, compensated, or not needed. */
const settled = new Set(['met', 'compensated', 'excluded']);

/** The FRs whose SL-T the products of the zone do not reach, and where nothing else makes up for all of it. */
function outOfReach(assessed: SubjectAssessment): readonly number[] {
    const frs = assessed.slT.flatMap((target, fr) => {
        const capability = assessed.slC[fr] ?? null;
        return target !== null && capability !== null && capability < target ? [fr] : [];
    });
    return frs.filter(fr => assessed.requirements.some(each => each.fr === fr && each.required
        && each.level > assessed.slC[fr]! && !settled.has(each.state)));
}

export default {
    id: 'target-out-of-reach',
    severity: 'warning',
    basis: ['ZCR 5.12', 'ZCR 5.8'],
    summary: 'SL-T of a zone cannot be reached with one of its products: its SL-C is lower, and nothing compensates.',
    why: 'A product cannot be configured beyond what it can do. As long as it stands in this zone, the target stays out of reach, '
        + 'whatever is done elsewhere; knowing that early is cheaper than at the acceptance test.',
    falsePositives: 'None while the SL-C is right. State the measure that makes up for it with `compensates`, replace the product, '
        + 'or let it stand in a zone of lower SL-T.',
    check({ model, lookup, assessment }, report) {
        for (const zone of model.zones) {
            const assessed = assessment.of(zone.id);
            if (!assessed) continue;
            const byAsset = new Map<string, number[]>();
            for (const fr of outOfReach(assessed)) {
                const limit = assessed.slCLimit[fr];
                if (limit != null) byAsset.set(limit, [...(byAsset.get(limit) ?? []), fr]);
            }
            for (const [id, frs] of byAsset) {
                const asset = lookup.asset(id);
                if (!asset || (lookup.zoneOf(id)?.id !== zone.id && assessment.of(lookup.zoneOf(id)?.id ?? '')?.slT.every((level, fr) => level === assessed.slT[fr]))) continue;
                const levels = frs.map(fr => `${frAbbreviations[fr]!} ${assessed.slC[fr]!} of ${assessed.slT[fr]!}`).join(', ');
                report({
                    at: nameOf(asset.origin),
                    subject: asset.id,
                    message: `With ${asset.name} the SL-T of ${zone.id} is out of reach: its SL-C gives ${levels}, and nothing compensates. `
                        + 'Replace it, compensate what it lacks, or move it into a zone of lower SL-T.',
                    related: related('The target is set here.', [{ origin: zone.slT?.origin ?? zone.origin }]),
                });
            }
        }
    },
    examples: [{
        before: `system Plant
zone Control {
  SL-T { DC 2 RDF 1 }
  asset Plc1 : plc { SL-C {2 2 2 1 2 2 2} }
        ^^^^
  asset Hmi1 : hmi { SL-C 2 }
}
`,
    }, {
        title: 'What the product lacks is compensated',
        before: `system Plant
zone Control {
  SL-T { DC 2 }
  asset Plc1 : plc { SL-C {2 2 2 1 2 2 2} }
  compensates SR 4.1 RE 1, SR 4.2 because "Nothing secret leaves the cabinet, and disks are shredded on site"
}
`,
    }],
} satisfies Rule;
