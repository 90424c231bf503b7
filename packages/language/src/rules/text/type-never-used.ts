import type { Model } from '../../model/index.ts';
import { nameOf, wholeOf } from '../../model/index.ts';
import { plantFiles, withAbsent } from '../ask/uses.ts';
import type { Rule } from '../engine/rule.ts';

function usedTypes({ assets, types }: Model): ReadonlySet<string> {
    const used = new Set<string>();
    for (const asset of assets) if (asset.type) used.add(asset.type.id);
    for (const type of types) if (type.base) used.add(type.base.id);
    return used;
}

export default {
    id: 'type-never-used',
    severity: 'info',
    basis: ['ZCR 6.4', 'SR 7.8'],
    summary: 'An asset type is declared, but no asset uses it.',
    why:
        'Either the assets still have a less specific type, and the SL-C and certificates of this type are ' +
        'missing from the assessment, or the product is no longer in the plant.',
    falsePositives: 'Types in a library file (a file without zones and assets) are not reported.',
    restsOnAll: true,
    check({ model, whole }, report) {
        const used = usedTypes(withAbsent(model, whole));
        const inPlant = plantFiles(model);
        for (const type of model.types) {
            if (type.builtIn || used.has(type.id) || !inPlant(type.origin)) continue;
            report({
                at: nameOf(type.origin),
                subject: type.id,
                message: `No asset is of type ${type.id}. Use it for the assets that it describes, or remove it.`,
                fixes: [
                    { kind: 'fix', title: `Remove ${type.id}`, edits: [{ kind: 'remove', at: wholeOf(type.origin) }] },
                ],
            });
        }
    },
    examples: [
        {
            before: `system Plant
type s7-1500 "Siemens SIMATIC S7-1500" : plc { vendor "Siemens" }
     ^^^^^^^
zone Control {
  SL-T 1
  asset Plc1 : plc
}
`,
            after: `system Plant
zone Control {
  SL-T 1
  asset Plc1 : plc
}
`,
        },
    ],
} satisfies Rule;
