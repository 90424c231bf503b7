import { inTurns } from '../../assessment/in-turns.ts';
import { frAbbreviations } from '../../catalogue/index.ts';
import type { Asset, Level, Vector } from '../../model/index.ts';
import { nameOf } from '../../model/index.ts';
import { wantedOfProducts } from '../ask/beyond-products.ts';
import { capabilities } from '../ask/capability.ts';
import { alsoBlamed, related } from '../say/related.ts';
import { listed } from '../say/wording.ts';
import type { Rule } from '../engine/rule.ts';

/** An asset that is not capable of the target in some FRs, with what it is capable of there. */
interface Shortfall {
    readonly asset: Asset;
    readonly levels: ReadonlyMap<number, Level>;
}

/** What an asset lacks of the wanted levels; `null` where nothing is known to be lacking. */
function shortfallOf(asset: Asset, capability: Vector | null, wanted: readonly (number | null)[]): Shortfall | null {
    const levels = new Map<number, Level>();
    capability?.forEach((able, fr) => {
        const level = wanted[fr] ?? null;
        if (able !== null && level !== null && able < level) levels.set(fr, able);
    });
    return levels.size > 0 ? { asset, levels } : null;
}

export default {
    id: 'target-out-of-reach',
    severity: 'warning',
    basis: ['ZCR 5.12', 'ZCR 5.8'],
    summary:
        'The SL-T of a zone cannot be reached with one of its products: its SL-C is lower, and nothing compensates.',
    why:
        'A product cannot be configured beyond its capability. As long as it is in this zone, the target cannot ' +
        'be reached. It is cheaper to know this early than at the acceptance test.',
    falsePositives:
        'None, if the SL-C is right. State the countermeasure with `compensates`, replace the product, or ' +
        'move it to a zone of lower SL-T.',
    *check({ model, lookup, assessment }, report) {
        const capabilityOf = capabilities(lookup);
        yield* inTurns(model.zones, zone => {
            const assessed = assessment.of(zone.id)!;
            const lacking = (assets: readonly Asset[], wanted: readonly (number | null)[]): readonly Shortfall[] =>
                assets.flatMap(asset => shortfallOf(asset, capabilityOf(asset), wanted) ?? []);
            // What is settled without the product is asked where a product lacks anything at all.
            const below = lacking(lookup.assetsIn(zone.id), assessed.slT);
            if (below.length === 0) return;
            const short = lacking(
                below.map(({ asset }) => asset),
                wantedOfProducts(assessed, ['met', 'compensated', 'excluded']),
            );
            const lowest = assessed.slT.map((_, fr) =>
                Math.min(...short.map(({ levels }) => levels.get(fr) ?? Infinity)),
            );
            // The levels that are told are those of these products.
            const worst = short.filter(({ levels }) => lowest.some((level, fr) => levels.get(fr) === level));
            const [first] = worst;
            if (!first) return;
            const frs = assessed.slT.flatMap((target, fr) =>
                lowest[fr] === Infinity ? [] : [`${frAbbreviations[fr]!} ${lowest[fr]} of ${target}`],
            );
            report({
                at: nameOf(first.asset.origin),
                subject: first.asset.id,
                message:
                    `With ${listed(worst.map(({ asset }) => asset.name))}, the SL-T of ${zone.id} cannot be ` +
                    `reached: the SL-C gives ${frs.join(', ')}, and nothing compensates. Replace the product, ` +
                    'compensate what it lacks, or move it to a zone of lower SL-T.',
                related: [
                    ...alsoBlamed(
                        'Its SL-C is below the target too.',
                        short.flatMap(({ asset }) => (asset === first.asset ? [] : asset)),
                    ),
                    ...related('The target is set here.', [{ origin: zone.slT?.origin ?? zone.origin }]),
                ],
            });
        });
    },
    examples: [
        {
            before: `system Plant
zone Control {
  SL-T { DC 2 RDF 1 }
  asset Plc1 : plc { SL-C {2 2 2 1 2 2 2} }
        ^^^^
  asset Hmi1 : hmi { SL-C 2 }
}
`,
        },
        {
            title: 'A compensation for what the product lacks',
            before: `system Plant
zone Control {
  SL-T { DC 2 }
  asset Plc1 : plc { SL-C {2 2 2 1 2 2 2} }
  compensates SR 4.1 RE 1, SR 4.2 because "Nothing secret leaves the cabinet, and disks are shredded on site"
}
`,
        },
    ],
} satisfies Rule;
